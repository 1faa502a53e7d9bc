"""How the portal answers where allauth asks its project."""

import base64
import hashlib
import logging
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from audits.access.recency import id_token_of, is_recent, note_confirmed_at_provider, was_afresh
from audits.access_log.log import address_of, record_of_account
from audits.choices import AccessKind, LetterKind
from audits.letters import write_letter
from audits.models import User
from audits.signin import lockout
from audits.signin.lockout import UNKNOWN_ADDRESS

# What the log calls that of which the owner of an account is told by mail.
_IN_LOG: dict[str, AccessKind] = {
    LetterKind.PASSWORD_CHANGED: AccessKind.PASSWORD_SET,
    LetterKind.PASSWORD_RESET: AccessKind.PASSWORD_SET,
    LetterKind.TOTP_ACTIVATED: AccessKind.FACTOR_ADDED,
    LetterKind.TOTP_DEACTIVATED: AccessKind.FACTOR_REMOVED,
    LetterKind.WEBAUTHN_ADDED: AccessKind.FACTOR_ADDED,
    LetterKind.WEBAUTHN_REMOVED: AccessKind.FACTOR_REMOVED,
    LetterKind.RECOVERY_CODES_GENERATED: AccessKind.FACTOR_ADDED,
}

# The first that fits: many browsers name others whose likes they are.
_BROWSERS = (
    ("Edg", "Microsoft Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device_of(agent: str) -> str:
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return ", ".join(filter(None, (browser, system))) or gettext("unknown device")


logger = logging.getLogger(__name__)

# As `SOCIALACCOUNT_PROVIDERS` names the office's own.
PROVIDER = "urzad"
NOT_SIGNED_IN = _("The name or the password is not correct, or the account is not active.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": NOT_SIGNED_IN,
        "email_password_mismatch": NOT_SIGNED_IN,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not correct or has been used. Wait for the next one."),
        "invalid_password_reset": _("This link is no longer valid."),
        "too_many_login_attempts": _("Too many wrong codes. Try again in five minutes."),
        "rate_limited": _("Too many attempts. Try again in five minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """A script of ours asks for a passkey's options; whatever else asks for data gets the page."""
        match = request.resolver_match
        is_for_options = match is not None and match.url_name == "mfa_login_webauthn" and request.method == "GET"
        return is_for_options and bool(super().is_ajax(request))

    def is_safe_url(self, url: str) -> bool:
        """A path of this portal, and nothing that a browser could take for more."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or UNKNOWN_ADDRESS

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Failures of passwords are counted by axes, for each account and address; here, whether many accounts are
        tried from one address."""
        if lockout.is_of_crowd(request, credentials):
            request.axes_locked_out = True  # type: ignore[attr-defined]
            request.axes_credentials = {"username": lockout.account_name(request, credentials)}  # type: ignore[attr-defined]
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        # A deactivated account answers as a wrong password does, to whoever knows the right one too.
        user = super().authenticate(request, **credentials)
        if user is not None and user.is_active:
            return user
        lockout.note_failure(request, lockout.account_named(request, credentials), "password")
        return None

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        messages.error(request, NOT_SIGNED_IN)
        return redirect("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        by_provider = (kwargs.get("signal_kwargs") or {}).get("sociallogin")
        if by_provider is not None and was_afresh(by_provider.state, id_token_of(by_provider)):
            note_confirmed_at_provider(request)
        record_of_account(kind=AccessKind.SIGNED_IN, account=user, request=request)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Signing in shows who one is as well as confirming it later does."""
        return not is_recent(self.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        described = {
            "reauthenticate": _("With the password"),
            "mfa_reauthenticate": _("With a code of the application, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("With a passkey"),
        }
        if not is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            described["mfa_reauthenticate"] = _("With a recovery code")
        ways = [way | {"description": described[way["id"]]} for way in ways]
        if settings.OIDC_SERVER_URL and user.socialaccount_set.exists():
            url = reverse("openid_connect_login", args=[PROVIDER])
            ways.append({"id": "provider", "url": url, "description": _("With the office's account")})
        return ways

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """That something about their account has changed. allauth's own templates are not used."""
        request = self.request
        device, address = device_of(request.headers.get("User-Agent", "")), address_of(request)
        kind = template_prefix.rpartition("/")[2]
        write_letter(kind=kind, user=user, details={"device": device, "address": address})
        record_of_account(kind=_IN_LOG[kind], account=user, request=request, detail=kind)


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("The second factor cannot be removed."),
        "cannot_generate_recovery_codes": _("Recovery codes are made once there is a second factor."),
        "unverified_email": _("The second factor cannot be set up."),
    }

    def get_totp_issuer(self) -> str:
        return f"{gettext('Standards portal')} ({self._get_site_name()})"

    def get_totp_label(self, user: User) -> str:
        return str(user.get_username())

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's name
        return str(pgettext_lazy("name of a passkey", "My key"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": gettext("Standards portal")}

    # A copy of the database gives away no secret of a second factor: the key is kept apart from it.

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _keys().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            # Made with a secret key that is no more. What is made up here fits no code, so nobody gets in by it.
            logger.exception("A second factor was stored with another SECRET_KEY; add that to SECRET_KEY_FALLBACKS")
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _keys() -> MultiFernet:
    return MultiFernet(
        [
            Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor {key}".encode()).digest()))
            for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        ]
    )
