"""What report is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import ReportLevel, Role
from audits.fields import DepartmentChoice, day_field
from audits.models import Department, User, periods
from audits.models.periods import NotAPeriod, Period

QUARTERS_OFFERED = 8
YEARS_OFFERED = 3
# In place of a period's code: days of one's own. At the general level no such period is made.
FREE = "free"


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen, as an address of the page with the form says it too."""

    department: Department
    period: Period
    level: ReportLevel

    @property
    def address(self) -> str:
        chosen = {"komorka": self.department.pk, "okres": self.period.code, "poziom": self.level.value}
        return f"{reverse('audits:reports')}?{urlencode(chosen)}"


class ReportRequestForm(forms.Form):
    """A department, a period and a level. The days count only where they are what was chosen as the period."""

    department = DepartmentChoice(
        label=_("Department"),
        queryset=Department.objects.none(),
        help_text=_("With all that is below it."),
        empty_label=_("choose the department"),
        error_messages={
            "required": _("Choose the department."),
            "invalid_choice": _("Choose a department of the list."),
        },
    )
    period = forms.ChoiceField(label=_("Period"))
    first_day = day_field(_("First day"), required=False)
    last_day = day_field(_("Last day"), required=False)
    level = forms.ChoiceField(
        label=_("Level"),
        choices=[
            (ReportLevel.GENERAL, _("general: made of what is closed; for everybody who may have the unit's reports")),
            (ReportLevel.FULL, _("full: everything, as it is now; for a purpose, logged, for you alone")),
        ],
        required=False,
        initial=ReportLevel.GENERAL,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        offered = access.departments_to_report(user).order_by("code")
        self.fields["department"].queryset = offered  # type: ignore[attr-defined]
        self.may_have_all = Role.HR in access.roles(user)
        today = timezone.localdate()
        last = periods.last_finished_quarter(today)
        self.fields["period"].choices = self._periods(today.year, last)  # type: ignore[attr-defined]
        self.fields["period"].initial = last.code
        if not self.may_have_all:
            del self.fields["first_day"], self.fields["last_day"]
            # It is not asked for; who asks for another all the same is told.
            self.fields["level"].choices = [(ReportLevel.GENERAL, ReportLevel.GENERAL.label)]  # type: ignore[attr-defined]

    def _periods(self, year: int, last: Period) -> list[tuple[Any, Any]]:
        quarters = [last]
        while len(quarters) < QUARTERS_OFFERED:
            quarters.append(quarters[-1].previous())
        years = [periods.whole_year(year - back) for back in range(YEARS_OFFERED)]
        half_years = [periods.half_year(each.first_day.year, half) for each in years for half in (2, 1)]
        if self.may_have_all:
            # Those still going on, of which the full level shows what there is.
            quarters.insert(0, periods.quarter_of(timezone.localdate()))
        else:
            half_years = [each for each in half_years if _is_over(each)]
            years = [each for each in years if _is_over(each)]
        groups: list[tuple[Any, Any]] = [
            (_("Quarters"), [(each.code, each.label) for each in quarters]),
            (_("Half-years"), [(each.code, each.label) for each in half_years if each.start <= timezone.now()]),
            (_("Years"), [(each.code, each.label) for each in years]),
        ]
        if self.may_have_all:
            groups.append((_("Other"), [(FREE, _("other days (full level only)"))]))
        return groups

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["level"] = ReportLevel(cleaned.get("level") or ReportLevel.GENERAL)
        if cleaned.get("period") == FREE:
            cleaned["chosen"] = self._days(cleaned)
        elif cleaned.get("period"):
            cleaned["chosen"] = periods.parse(cleaned["period"])
        self._check(cleaned)
        return cleaned

    def _days(self, cleaned: dict[str, Any]) -> Period | None:
        days = {name: cleaned.get(name) for name in ("first_day", "last_day")}
        for name, day in days.items():
            if not day and name not in self.errors:
                self.add_error(name, _("Give both days."))
        if not all(days.values()):
            return None
        try:
            return periods.parse(f"{days['first_day']}..{days['last_day']}")
        except NotAPeriod as error:
            self.add_error("last_day", str(error))
            return None

    def _check(self, cleaned: dict[str, Any]) -> None:
        """What goes together: department, period and level."""
        department, period, level = cleaned.get("department"), cleaned.get("chosen"), cleaned["level"]
        if period and not period.is_fixed and level != ReportLevel.FULL:
            self.add_error("level", _("From day to day there are reports at the full level only."))
        if department is None or self._is_hr_of(department):
            return
        if level == ReportLevel.FULL:
            self.add_error("level", _("The full level is for HR."))
        if period and not (period.is_fixed and _is_over(period)):
            self.add_error("period", _("For this department you may choose a finished quarter, half-year or year."))

    def _is_hr_of(self, department: Department) -> bool:
        found: bool = access.departments_of(self.user, Role.HR).filter(pk=department.pk).exists()
        return found

    @property
    def order(self) -> Order | None:
        """What was chosen, once department and period are clear; also where the level is still to be."""
        department, period = self.cleaned_data.get("department"), self.cleaned_data.get("chosen")
        if department is None or period is None or "period" in self.errors:
            return None
        return Order(department, period, self.cleaned_data.get("level", ReportLevel.GENERAL))


class AnswersForm(ReportRequestForm):
    """`cleaned_data["chosen"]` is the Period."""

    named = forms.BooleanField(
        label=_("With names, notes and receipt numbers"),
        required=False,
        help_text=_(
            "At the full level only. Without them people are numbers that hold in this file alone, and whatever leads "
            "to a person is left out."
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.fields["department"].queryset = access.departments_of(user, Role.HR).order_by("code")  # type: ignore[attr-defined]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (ReportLevel.GENERAL, _("general: counts of whole blocks, as closed; for HR of the department")),
            (ReportLevel.FULL, _("full: every answer, as it is now; for a purpose, logged, for you alone")),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("named") and cleaned.get("level") != ReportLevel.FULL:
            self.add_error("named", _("Names are in files of the full level only."))
        return cleaned


def said_by_address(query: Mapping[str, str]) -> dict[str, str]:
    """The form's fields as an address, such as that of an offer, says them; nothing where it says nothing."""
    said = {"department": query.get("komorka", ""), "period": query.get("okres", ""), "level": query.get("poziom", "")}
    first, dots, last = said["period"].partition("..")
    if dots:
        said |= {"period": FREE, "first_day": first, "last_day": last}
    return {name: value for name, value in said.items() if value}


def _is_over(period: Period) -> bool:
    return period.end <= timezone.now()
