"""An account's way in: the invitation, and the second factor for whoever has lost it."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audits import access
from audits.access.recency import is_recent, require_recent_authentication
from audits.choices import AccountChangeKind
from audits.four_eyes.changes import opens_results, propose_change
from audits.letters import is_set_up
from audits.models import User
from audits.signin import factors, invitations


class SigningInPages:
    """Of the accounts' pages in the administration."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view  # type: ignore[attr-defined]
        own = [path("<int:pk>/signing-in/", guarded(signing_in), name="audits_user_signing_in")]
        # Nobody but its owner knows a password.
        inherited = super().get_urls()  # type: ignore[misc]
        return [*own, *(each for each in inherited if each.name != "auth_user_password_change")]


@require_http_methods(["GET", "HEAD", "POST"])
def signing_in(request: HttpRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        act = _ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        require_recent_authentication(request, then=request.path)
        act(request, user)
        return redirect(request.path)
    held = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    shown = {
        **_link_to_give(request, user),
        **admin.site.each_context(request),
        "title": _("Signing in"),
        "subtitle": str(user),
        "opts": User._meta,
        "original": user,
        "invitations": user.invitations.select_related("sent_by").prefetch_related("letters"),
        "may_be_invited": invitations.may_be_invited(user),
        "has_open_invitation": user.invitations.open().exists(),
        "factors": held.order_by("created_at"),
        "is_own": user == request.user,
        "must_have_factor": access.must_have_second_factor(user),
    }
    return render(request, "admin/audits/user/signing_in.html", shown)


def _link_to_give(request: HttpRequest, user: User) -> dict[str, Any]:
    """Without a mail server: the link of an open invitation, for the administrator who invited, and nobody else."""
    own = user.invitations.open().filter(sent_by=request.user.pk, expires_at__gt=timezone.now()).first()
    if own is None or is_set_up() or not is_recent(request):
        return {}
    return {"link_of": own, "link": request.build_absolute_uri(own.get_absolute_url())}


def _invite(request: HttpRequest, user: User) -> None:
    if not is_set_up() and _is_others_way_in(user, request.user):
        # The link would be shown here, and let whoever sees it in as them.
        messages.error(request, _("This account opens results: without a mail server you cannot invite it."))
        return
    try:
        invitations.invite(user=user, by=request.user, portal=request.build_absolute_uri("/"))
    except invitations.NotInvited:
        messages.error(request, _("This account has a password already, or is not active."))
        return
    _trace(request, user, _("Invitation sent."))
    if is_set_up():
        messages.success(request, _("An invitation is on its way to %(address)s.") % {"address": user.email})
    else:
        messages.warning(request, _("The portal has no mail server: give the link below to the invited person."))


def _is_others_way_in(user: User, by: Any) -> bool:
    """Whether it opens results already and is in use, or was confirmed without this administrator's having it in hand.

    What only waits to be confirmed is no such way: whoever confirms it is told who had the link.
    """
    if user.last_login is not None:
        return opens_results(user)
    return opens_results(user, confirmed=True) and not user.makings.filter(by=by).exists()


def _revoke(request: HttpRequest, user: User) -> None:
    if invitations.revoke(user=user):
        _trace(request, user, _("Invitation revoked."))
        messages.success(request, _("The invitation has been revoked."))


def _remove_factors(request: HttpRequest, user: User) -> None:
    if user == request.user:
        messages.error(request, _("Remove your own second factor on the page of two-step verification."))
        return
    if opens_results(user) and Authenticator.objects.filter(user=user).exists():
        propose_change(account=user, kind=AccountChangeKind.FACTORS, by=request.user)
        _trace(request, user, _("Removal of the second factor proposed."))
        messages.warning(request, _("This account opens results: another administrator confirms it, under Rights."))
        return
    if factors.remove_factors(user=user, by=request.user):
        _trace(request, user, _("Second factor removed."))
        messages.success(request, _("The second factor has been removed and every session of the account ended."))


_ACTS = {"invite": _invite, "revoke": _revoke, "remove_factors": _remove_factors}


def _trace(request: HttpRequest, user: User, what: str) -> None:
    """In the account's history in the administration."""
    page: Any = admin.site._registry[User]
    page.log_change(request, user, what)
