"""The page that an invitation leads to."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from audits.forms.signin import FirstPasswordForm
from audits.models import Invitation
from audits.signin import invitations

GONE = 410


@sensitive_post_parameters()
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = invitations.found_by(token)
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
