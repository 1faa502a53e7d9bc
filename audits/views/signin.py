"""Signing in and the second factor: allauth's views, where they need more than a template of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.views import LoginView, LogoutView, PasswordChangeView, PasswordResetView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from audits import access
from audits.signin import qr
from audits.signin.adapters import PROVIDER
from audits.tasks import mail_reset_link

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


class ConfirmByPasskey(ReauthenticateWebAuthnView):
    def form_invalid(self, form: Any) -> HttpResponse:
        """Asks again, here: allauth's own leads to the login page, which sends whoever is signed in to the start."""
        for fault in form.errors.get("credential", []):
            messages.error(self.request, fault)
        return redirect(self.passthrough_next_url(self.request.path))


class ChangePassword(PasswordChangeView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Who signs in without a password has none to change.
        if not request.user.has_usable_password():
            raise Http404
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


class ResetPassword(PasswordResetView):
    """The worker looks for the account and writes the mail: nothing here tells whether there is one."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        if response.status_code == 302:
            mail_reset_link.enqueue(form.cleaned_data["email"], self.request.build_absolute_uri("/"))
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
