"""Rules for passwords beside Django's own: long, and whatever one likes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext

LONGEST = 256


class MaximumLengthValidator:
    """A whole sentence fits; a megabyte would only keep the machine busy."""

    def __init__(self, max_length: int = LONGEST) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) > self.max_length:
            raise ValidationError(
                ngettext(
                    "This password is too long. It must have at most %(max_length)d character.",
                    "This password is too long. It must have at most %(max_length)d characters.",
                    self.max_length,
                ),
                code="password_too_long",
                params={"max_length": self.max_length},
            )

    def get_help_text(self) -> str:
        return gettext(
            "Several words that only you put together are best, with spaces if you like; up to %(max_length)d "
            "characters. Capitals, digits and signs are allowed, not demanded."
        ) % {"max_length": self.max_length}
