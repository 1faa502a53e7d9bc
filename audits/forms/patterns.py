"""Over which departments and days HR looks at how auditors fill audits."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import Role
from audits.forms.reports import DepartmentChoice
from audits.models import Department, User
from audits.reports.periods import NotAPeriod, Period, free

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PatternsForm(forms.Form):
    """`period` is what was chosen: the last year, unless told."""

    department = DepartmentChoice(
        label=_("Department, with those below it"),
        queryset=Department.objects.none(),
        empty_label=_("all"),
        required=False,
    )
    first_day = forms.DateField(label=_("First day"), widget=_DAY)
    last_day = forms.DateField(label=_("Last day"), widget=_DAY)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = access.departments_of(user, Role.HR).order_by("code")  # type: ignore[attr-defined]

    @staticmethod
    def usual() -> dict[str, str]:
        today = timezone.localdate()
        return {"first_day": (today - datetime.timedelta(days=364)).isoformat(), "last_day": today.isoformat()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("first_day", "last_day"):
            if (day := cleaned.get(name)) and not 2000 <= day.year < 2200:
                self.add_error(name, _("Check the year."))
        if not self.errors:
            try:
                cleaned["period"] = free(cleaned["first_day"], cleaned["last_day"])
            except NotAPeriod as fault:
                self.add_error("last_day", str(fault))
        return cleaned

    @property
    def period(self) -> Period:
        found: Period = self.cleaned_data["period"]
        return found
