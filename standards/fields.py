"""Form fields of the portal's own: texts with a limit and whole numbers, which say what is wanted and lose nothing.

Which attributes they are shown with is the renderer's to say, for all forms alike (standards_portal/rendering.py).
"""

from contextvars import ContextVar
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from standards.wording import intake

LONGEST_SHOWN = 40

# What the fields of a request took out of what was typed: their labels and the sentences. None outside of a request.
TAKEN: ContextVar[dict[tuple[str, str], None] | None] = ContextVar("taken", default=None)


def too_long(text: str, limit: int) -> str:
    """By how much, as a sentence; "" where it fits."""
    over = len(text) - limit
    if over <= 0:
        return ""
    return ngettext(
        "This is too long by %(over)d character. At most %(limit)d fit.",
        "This is too long by %(over)d characters. At most %(limit)d fit.",
        over,
    ) % {"over": over, "limit": limit}


class _NotLonger(MaxLengthValidator):
    """Says by how much."""

    def __call__(self, value: Any) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if told := too_long(value, limit):
            raise ValidationError(told, code=self.code)


class _WithLimit(forms.CharField):
    """What is longer than the limit comes back whole."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators = [
            _NotLonger(one.limit_value) if type(one) is MaxLengthValidator else one for one in self.validators
        ]

    def to_python(self, value: Any) -> Any:
        """Browsers send the end of a line as two characters, whatever was typed; whoever counted saw one."""
        if not isinstance(value, str):
            return super().to_python(value)
        cleaned = intake.clean(value, forgiving=True)
        if (noted := TAKEN.get()) is not None:
            noted.update(dict.fromkeys((str(self.label or ""), told) for told in cleaned.told))
        return super().to_python(cleaned.text)


class Text(_WithLimit):
    """Words that somebody types. What is invisible in them goes, which is told once it is written (TAKEN)."""


class Exact(_WithLimit):
    """A name, a number, a text of law: what is invisible is refused by name, since two would look like one."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (fault := fault_of_signs(value)):
            raise ValidationError(fault)
        return super().to_python(value)


def fault_of_signs(text: str) -> str:
    """Which character cannot be read and where, as a sentence; "" where all can."""
    try:
        intake.read(text)
    except intake.Unreadable as fault:
        return _("This cannot be kept: %(fault)s. Delete it, or type the word anew.") % {"fault": fault}
    return ""


class Code(_WithLimit, forms.SlugField):
    """Letters, digits and hyphens, as they stand in an address."""


# For formfield_overrides of the administration.
EXACT: dict[Any, Any] = {
    models.CharField: {"form_class": Exact},
    models.TextField: {"form_class": Exact},
    models.SlugField: {"form_class": Code},
}


class Link(_WithLimit, forms.URLField):
    """The address of a page."""


class WholeNumber(forms.IntegerField):
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a whole number. Write it in digits alone, for example 5.")
    }

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            typed = str(value).strip()
            shown = typed if len(typed) <= LONGEST_SHOWN else f"{typed[:LONGEST_SHOWN]}…"
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"typed": shown}) from None
