"""allauth's forms in the portal's words: labels instead of placeholders, and the first error gets the focus."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa import app_settings as mfa
from allauth.mfa.base import forms as factors
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.validators import MaxLengthValidator
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext_lazy as _

from audits.signin import lockout
from audits.signin.adapters import AccountAdapter
from audits.signin.passwords import LONGEST

# A user name or e-mail address; a password, a code.
_LONGEST_NAME = 254
_LONGEST_CODE = 40


class CodeInput(forms.TextInput):
    """A code of the application that was refused is not shown again: the next one differs in every digit.

    A recovery code stays, to have its slip corrected.
    """

    def format_value(self, value: Any) -> str | None:
        shown: str | None = super().format_value(value)
        return shown if shown and len("".join(shown.split())) >= mfa.RECOVERY_CODE_DIGITS else None


class _InOurWords(forms.Form):
    """The mixin of all: what allauth puts into fields as placeholders is told by labels here."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}
    most: dict[str, int] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, field.help_text if name == "password1" else "")
            if isinstance(field, forms.CharField) and name in self.most:
                field.max_length = self.most[name]
                field.validators.append(MaxLengthValidator(self.most[name]))
        if (code := self.fields.get("code")) is not None:
            code.widget = CodeInput(code.widget.attrs)
            code.widget.is_required = code.required

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_bound or not self.errors:
            return
        for name, field in self.fields.items():
            if name in self.errors or "__all__" in self.errors:
                field.widget.attrs["autofocus"] = True
                return


class LoginForm(_InOurWords, account.LoginForm):
    labels = {"login": _("User name or e-mail address"), "password": _("Password")}
    most = {"login": _LONGEST_NAME, "password": LONGEST * 4}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }


class ChangePasswordForm(_InOurWords, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }
    most = {"oldpassword": LONGEST * 4, "password2": LONGEST * 4}


class ResetPasswordKeyForm(_InOurWords, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password once more")}
    most = {"password2": LONGEST * 4}


class FirstPasswordForm(_InOurWords, account.SetPasswordForm):
    labels = {"password1": _("Password"), "password2": _("Password once more")}
    most = {"password2": LONGEST * 4}


class ReauthenticateForm(_InOurWords, account.ReauthenticateForm):
    labels = {"password": _("Password")}
    most = {"password": LONGEST * 4}


class ResetPasswordForm(_InOurWords, account.ResetPasswordForm):
    """Whether the address belongs to an account is found out by the worker, so that each answer takes as long."""

    labels = {"email": _("E-mail address")}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"])

    def save(self, request: Any, **kwargs: Any) -> str:
        return str(self.cleaned_data["email"])


REFUSED_RECOVERY_CODE = forms.ValidationError(
    _("This recovery code is not correct or has been used. Type another one of yours."), code="incorrect_code"
)


class _Counted(forms.Form):
    """Codes are counted as passwords are, and one that was used is no good again while its time lasts."""

    user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_application = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.TOTP).exists()
        if not self.has_application:
            self.fields["code"].label = _("Recovery code")
            self.fields["code"].help_text = _("One of the codes that the portal gave you to keep.")

    def clean_code(self) -> str:
        request = context.request
        if lockout.is_locked_out(request, self.user):
            request.axes_locked_out = True
            request.axes_credentials = {"username": self.user.username}
            raise AccountAdapter().validation_error("too_many_login_attempts")
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError as fault:
            lockout.count_failure(request, self.user)
            if fault.code == "incorrect_code" and self._is_for_recovery():
                raise REFUSED_RECOVERY_CODE from fault
            raise
        self._use_up(code)
        return code

    def _is_for_recovery(self) -> bool:
        """No other code comes by itself then: there is no application, or its codes are shorter than this one."""
        typed = self.cleaned_data["code"].replace(" ", "")
        return not self.has_application or len(typed) >= mfa.RECOVERY_CODE_DIGITS

    def _use_up(self, code: str) -> None:
        if self.authenticator.type != Authenticator.Type.TOTP:  # type: ignore[attr-defined]
            return
        if not _used_up(self.user.pk, code):
            raise AccountAdapter().validation_error("incorrect_code")


def _used_up(account: int, code: str) -> bool:
    """Whether this is the code's first use: a second one, by whoever looked on, lets nobody in."""
    lasts = settings.MFA_TOTP_TOLERANCE * 2 + 1
    return bool(cache.add(f"portal.totp.used.{account}.{code.replace(' ', '')}", "used", timeout=lasts * 30))


class CodeForm(_Counted, _InOurWords, factors.AuthenticateForm):
    labels = {"code": _("Code")}
    helps = {"code": _("Six digits of the application on your phone, or one of your recovery codes.")}
    most = {"code": _LONGEST_CODE}


class ReauthenticateCodeForm(_Counted, _InOurWords, factors.ReauthenticateForm):
    labels = {"code": _("Code")}
    helps = CodeForm.helps
    most = {"code": _LONGEST_CODE}


class ActivateAppForm(_InOurWords, ActivateTOTPForm):
    labels = {"code": _("Code shown by the application")}
    helps = {"code": _("Six digits; a new code appears every half minute.")}
    most = {"code": _LONGEST_CODE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}

    def clean_code(self) -> str:
        code: str = super().clean_code()
        # The page may be sent twice; what counts is that the code signs nobody in afterwards.
        _used_up(self.user.pk, code)
        return code


class _CredentialField(forms.JSONField):
    """What a script of ours sends; whatever else comes is told to be no passkey."""

    def to_python(self, value: Any) -> Any:
        try:
            found = super().to_python(value)
        except (ValueError, RecursionError) as fault:
            # Among them numbers of more digits than Python reads.
            raise NO_PASSKEY from fault
        if found is not None and not isinstance(found, dict):
            raise NO_PASSKEY
        return found

    def bound_data(self, data: Any, initial: Any) -> Any:
        # It is good for one try: nothing of it is shown again, nor read.
        return InvalidJSONInput("")


NO_PASSKEY = forms.ValidationError(_("The passkey was not recognised."), code="incorrect_code")


class _WithCredential(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = {"required": _("The passkey was not recognised.")}
        self.fields["credential"] = _CredentialField(widget=forms.HiddenInput, error_messages=required)

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()  # type: ignore[misc]
        except (TypeError, ValueError, KeyError, AttributeError):
            self.add_error("credential", NO_PASSKEY)

    def _clean_form(self) -> None:
        try:
            super()._clean_form()  # type: ignore[misc]
        except (TypeError, ValueError, KeyError, AttributeError):
            self.add_error("credential", NO_PASSKEY)


class PasskeyForm(_WithCredential, AuthenticateWebAuthnForm):
    pass


class ReauthenticatePasskeyForm(_WithCredential, ReauthenticateWebAuthnForm):
    pass


class LoginPasskeyForm(_WithCredential, LoginWebAuthnForm):
    pass


class AddKeyForm(_WithCredential, _InOurWords, AddWebAuthnForm):
    labels = {
        "name": _("Name of the passkey"),
        "passwordless": _("Sign in with this passkey alone, without a password"),
    }
    helps = {
        "name": _("So that you know it again, for example: office laptop."),
        "passwordless": _("The device then asks for your fingerprint, face or PIN each time."),
    }
    most = {"name": 60}
