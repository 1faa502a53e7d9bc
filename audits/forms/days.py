"""Last days, as everybody who uses the pages counts them: inclusive."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audits.models import last_day

LAST_DAY = gettext_lazy("Last day, inclusive")


class DayInput(forms.DateInput):
    """The browser's own calendar, which speaks the reader's language and works from the keyboard."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, help_text: Any = "", **options: Any) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, widget=DayInput(), **options)


class LastDayField(forms.DateField):
    """Asks for a last day and means the first day after it, which is what the portal stores."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": LAST_DAY, "widget": DayInput} | options)

    def prepare_value(self, value: Any) -> Any:
        return last_day(value) if isinstance(value, datetime.date) else value

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            # Not typed: an initial value, which is a first day after already.
            return value
        day = super().to_python(value)
        try:
            return day + datetime.timedelta(days=1) if day is not None else None
        except OverflowError:
            raise ValidationError(_("This day is too far ahead.")) from None
