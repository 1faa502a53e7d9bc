"""Until which day an audit waits for what comes later."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.fieldwork.submission import LONGEST_AWAITED, USUALLY_AWAITED, last_day_awaited
from audits.models import Audit

# For what comes later: how many after the visit at most, and as a rule from today on.
DAYS_TO_WAIT = {"longest": LONGEST_AWAITED.days, "usually": USUALLY_AWAITED.days}


class SetAsideForm(forms.Form):
    until = forms.DateField(
        label=_("Wait until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The last day on which it may still come."),
        error_messages={"required": _("Give the day."), "invalid": _("Give a day, for example 2026-03-31.")},
    )
    leave_unanswered = forms.BooleanField(label=_("Leave everything else as “not observed”"), required=False)

    def __init__(self, *args: Any, audit: Audit, left_now: int, **kwargs: Any) -> None:
        today = timezone.localdate()
        last = last_day_awaited(audit)
        kwargs.setdefault("initial", {"until": audit.awaited_until or min(today + USUALLY_AWAITED, last)})
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.attrs |= {"min": today.isoformat(), "max": last.isoformat()}
        if not left_now:
            del self.fields["leave_unanswered"]
