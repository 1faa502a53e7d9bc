"""Signing in and the second factor: allauth's views, where they need more than a template of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.views import (
    LoginView,
    LogoutView,
    PasswordChangeView,
    PasswordResetFromKeyView,
    PasswordResetView,
)
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access
from audits.choices import LetterKind
from audits.letters import is_set_up, write_letter
from audits.models import Invitation, User
from audits.signin import factors, invitations
from audits.signin import factors as qr
from audits.signin.adapters import PROVIDER, device_of
from audits.signin.forms import FirstPasswordForm
from audits.signin.lockout import lift_lock

REFUSED = 422


def form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For each of allauth's pages with a form: one that is not accepted answers 422, as the portal's own do.

    Classes of views take PUT for POST, and answer OPTIONS.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # Not every 200 is a refusal: confirming who one is gives the answer to what was asked for before.
        shown = (getattr(response, "context_data", None) or {}).values()
        if request.method == "POST" and any(isinstance(one, BaseForm) and one.errors for one in shown):
            response.status_code = REFUSED
        return response

    return answered


class LogIn(LoginView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        if settings.OIDC_SERVER_URL:
            address = reverse("openid_connect_login", args=[PROVIDER])
            shown["office_provider"] = self.passthrough_next_url(address)
        return shown


class SecondStep(AuthenticateView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        shown["has_passkey"] = is_mfa_enabled(self.stage.login.user, [Authenticator.Type.WEBAUTHN])
        return shown


@method_decorator(require_POST, name="dispatch")
class LogOut(LogoutView):
    """By the button alone: a link could be planted in any page."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(*args, **kwargs)
        # What the browser kept to work without a network is not for whoever comes next.
        # Its storage may hold another account's answers, as the page's script says.
        response["Clear-Site-Data"] = '"cache"' if "keep_storage" in self.request.POST else '"cache", "storage"'
        return response


class ConfirmByPasskey(ReauthenticateWebAuthnView):
    def form_invalid(self, form: Any) -> HttpResponse:
        """Asks again, here: allauth's own leads to the login page, which sends whoever is signed in to the start."""
        for fault in form.errors.get("credential", []):
            messages.error(self.request, fault)
        return redirect(self.passthrough_next_url(self.request.path))


class ChangePassword(PasswordChangeView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Who signs in without a password has none to change.
        if not request.user.is_authenticated or not request.user.has_usable_password():
            raise Http404
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


class ResetPassword(PasswordResetView):
    """A letter is written whether there is such an account or not: nothing here tells."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        if response.status_code == 302:
            user = User.objects.filter(email__iexact=form.cleaned_data["email"]).first()
            write_letter(kind=LetterKind.RESET_LINK, user=user, portal=self.request.build_absolute_uri("/"))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | {"has_mail": is_set_up()}


class NewPassword(PasswordResetFromKeyView):
    """By a link that was mailed: whoever has it is let in at once, however often others tried before."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        lift_lock(self.reset_user)
        return response


class SecondFactors(IndexView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        codes = shown["authenticators"].get(Authenticator.Type.RECOVERY_CODES)
        shown["codes_left"] = len(codes.get_unused_codes()) if codes else 0
        shown["must_set_up"] = access.lacks_required_factor(self.request.user)
        return shown


class ActivateApp(ActivateTOTPView):
    """The secret as a drawing for the telephone's camera and as text for those who type it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        secret = shown["form"].secret.rstrip("=")
        shown["qr"] = qr.drawing(shown["totp_url"])
        shown["secret"] = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return shown


class _Removal:
    """What follows when the factor is removed, for the page that asks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        user = self.request.user  # type: ignore[attr-defined]
        going = self.going()  # type: ignore[attr-defined]
        kept = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
        others = [_named(one) for one in kept.exclude(pk=going.pk).order_by("pk")]
        return shown | {"others": others, "is_last": not others, "must_have": access.must_have_second_factor(user)}


class RemoveApp(_Removal, DeactivateTOTPView):
    def going(self) -> Authenticator:
        return self.authenticator


class RemovePasskey(_Removal, RemoveWebAuthnView):
    success_url = reverse_lazy("mfa_index")

    def going(self) -> Authenticator:
        return self.object


def _named(factor: Authenticator) -> str:
    if factor.type == Authenticator.Type.WEBAUTHN:
        return _("the passkey “%(name)s”") % {"name": factor.wrap().name}
    return _("the application on the phone")


class DownloadRecoveryCodes(DownloadRecoveryCodesView):
    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **response_kwargs)
        name = _("recovery-codes.txt")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


GONE = 410


@sensitive_post_parameters()
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = Invitation.objects.of_link(token)
    if found is None:
        raise Http404
    if found.state != "open" or not invitations.may_be_invited(found.user):
        return _gone(request, found)
    form = FirstPasswordForm(found.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            invitations.accept(invitation=found, password=form.cleaned_data["password1"])
        except invitations.NoLongerOpen:
            found.refresh_from_db()
            return _gone(request, found)
        if request.user.is_authenticated:
            logout(request)
        messages.success(request, _("The password is set. Sign in with it."))
        return redirect("account_login")
    shown = {"form": form, "user_name": found.user.get_username()}
    answer = render(request, "account/invitation.html", shown, status=422 if form.is_bound else 200)
    # Django logs the address of a refusal: this one would let the reader of the log in.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


def _gone(request: HttpRequest, found: Invitation) -> HttpResponse:
    """What has become of it, and nothing else: not whose account it was."""
    state = "revoked" if found.state == "open" else found.state
    return render(request, "account/invitation_gone.html", {"state": state}, status=GONE)


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    here = request.session.session_key
    # allauth forgets on this occasion those whose time is over.
    kept = sorted(
        UserSession.objects.purge_and_list(request.user),
        key=lambda one: (one.session_key == here, one.last_seen_at),
        reverse=True,
    )
    listed = [{"session": one, "device": device_of(one.user_agent), "is_this": one.session_key == here} for one in kept]
    others = sum(not row["is_this"] for row in listed)
    return render(request, "account/sessions.html", {"sessions": listed, "others": others})


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """One of them (`session`), or all but this one."""
    chosen = request.POST.get("session", "")
    here = str(request.session.session_key)
    if chosen:
        own = UserSession.objects.filter(user=request.user).exclude(session_key=here)
        # Nothing that PostgreSQL would not compare with a key.
        number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 else 0
        get_object_or_404(own, pk=number).end()
        ended = 1
    else:
        ended = factors.end_sessions(user=request.user, keep=here)  # type: ignore[arg-type]
    said = ngettext("%(number)d session has been ended.", "%(number)d sessions have been ended.", ended)
    messages.success(request, said % {"number": ended} if ended else _("There was no other session."))
    return redirect("sessions")
