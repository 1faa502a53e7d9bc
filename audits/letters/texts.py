"""What a letter says: made when it is sent, from what is true then."""

from typing import Any, NamedTuple
from urllib.parse import urljoin

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from audits.choices import LetterKind
from audits.models import AccountChange, Appointment, Letter, User

_OF_SECOND_FACTOR = (
    LetterKind.FACTORS_REMOVED,
    LetterKind.TOTP_ACTIVATED,
    LetterKind.TOTP_DEACTIVATED,
    LetterKind.WEBAUTHN_ADDED,
    LetterKind.WEBAUTHN_REMOVED,
    LetterKind.RECOVERY_CODES_GENERATED,
)


_OF_POWER = (
    LetterKind.POWER_PROPOSED,
    LetterKind.POWER_CONFIRMED,
    LetterKind.POWER_REFUSED,
    LetterKind.POWER_EXPIRED,
)
_TOLD = 50


class Text(NamedTuple):
    to: str
    subject: str
    body: str


def text_of(letter: Letter) -> Text | None:
    """None where there is nothing to tell any more, or nobody to tell it to."""
    told = _told(letter)
    if told is None or letter.user is None:
        return None
    to = letter.details.get("to") or letter.user.email
    if not to:
        return None
    room = "mfa" if letter.kind in _OF_SECOND_FACTOR else "account"
    context = {"user": letter.user, "device": "", "address": "", **told}
    with translation.override(settings.LANGUAGE_CODE):
        # Mail is no page: nothing in it is escaped.
        subject = " ".join(render_to_string(f"{room}/email/{letter.kind}_subject.txt", context).split())
        body = render_to_string(f"{room}/email/{letter.kind}_message.txt", context).strip() + "\n"
    return Text(to, subject, body)


def _told(letter: Letter) -> dict[str, Any] | None:
    if letter.kind == LetterKind.INVITATION:
        return _invitation(letter)
    if letter.kind == LetterKind.RESET_LINK:
        return _reset_link(letter)
    if letter.kind in _OF_POWER:
        return _power(letter)
    return letter.details


def _power(letter: Letter) -> dict[str, Any] | None:
    """What was proposed, and what became of it; the first of many, and how many there are."""
    rows = Appointment.objects.filter(pk__in=letter.details["appointments"]).order_by("pk")
    found = list(rows.select_related("user", "department", "granted_by"))
    changes = list(AccountChange.objects.filter(pk__in=letter.details["changes"]).select_related("account"))
    by = User.objects.filter(pk=letter.details["by"]).first() or _("Somebody on the server or at the provider")
    told = {"appointments": found[:_TOLD], "changes": changes, "more": len(found) - _TOLD, "by": by}
    return told if found or changes else None


def _invitation(letter: Letter) -> dict[str, Any] | None:
    invitation = letter.invitation
    if invitation is None or invitation.state != "open":
        return None
    return {"invitation": invitation, "link": urljoin(letter.portal, invitation.get_absolute_url())}


def _reset_link(letter: Letter) -> dict[str, Any] | None:
    """Who was invited and has not been here yet uses the invitation."""
    user = letter.user
    if user is None or not user.is_active or not user.has_usable_password():
        return None
    path = reverse(
        "account_reset_password_from_key", args=[user_pk_to_url_str(user), default_token_generator.make_token(user)]
    )
    return {"link": urljoin(letter.portal, path), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
