"""For which period, and where, an auditor looks for whom they have not audited yet."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.fields import DepartmentChoice
from audits.models import Department, User
from audits.models.periods import Period, half_year_of, quarter_of, whole_year


class MissingForm(forms.Form):
    """Of this quarter and everywhere, unless it says otherwise."""

    period = forms.ChoiceField(label=_("Period"), required=False)
    department = DepartmentChoice(
        label=_("Department, with those below it"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=_("all"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        now = quarter_of(today)
        self.periods = {one.code: one for one in (now, now.previous(), half_year_of(today), whole_year(today.year))}
        self.fields["period"].choices = [(code, one.label) for code, one in self.periods.items()]  # type: ignore[attr-defined]
        departments = access.departments_to_audit(user, today).order_by("code")
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def chosen_period(self) -> Period:
        chosen = self.periods.get(self.cleaned_data.get("period", ""))
        return chosen or next(iter(self.periods.values()))

    @property
    def under(self) -> Department | None:
        return self.cleaned_data.get("department")
