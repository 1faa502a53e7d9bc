"""What report is wanted, and which of the kept ones are looked for."""

from typing import Any

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import ReportKind, ReportState, Role, Selection
from audits.models import Department, Report, User
from audits.reports import periods
from audits.reports.periods import NotAPeriod, Period
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.models import Edition, Standard

QUARTERS_OFFERED = 8
YEARS_OFFERED = 3


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department: Department) -> str:  # type: ignore[override]
        return f"{department.code} · {department.name}"


class ReportRequestForm(forms.Form):
    """A department and a period. `cleaned_data["chosen"]` is the Period."""

    department = DepartmentChoice(
        label=_("Department"),
        queryset=Department.objects.none(),
        empty_label=None,
        help_text=_("With all that is below it."),
    )
    period = forms.ChoiceField(label=_("Period"))
    first_day = forms.DateField(
        label=_("First day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_day = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["department"].queryset = access.departments_to_report(user).order_by("code")  # type: ignore[attr-defined]
        self.may_choose_days = Role.HR in access.roles(user)
        today = timezone.localdate()
        self.fields["period"].choices = self._periods(today.year, periods.last_finished_quarter(today))  # type: ignore[attr-defined]
        self.fields["period"].initial = periods.last_finished_quarter(today).code
        if not self.may_choose_days:
            del self.fields["first_day"], self.fields["last_day"]

    def _periods(self, year: int, last: Period) -> list[tuple[Any, Any]]:
        quarters = [last]
        while len(quarters) < QUARTERS_OFFERED:
            quarters.append(quarters[-1].previous())
        years = [periods.whole_year(year - back) for back in range(YEARS_OFFERED)]
        half_years = [periods.half_year(each.first_day.year, half) for each in years for half in (2, 1)]
        if self.may_choose_days:
            # Those still going on; a head waits for the end, so that two days' figures never differ by one visit.
            quarters.insert(0, periods.quarter_of(timezone.localdate()))
        else:
            half_years = [each for each in half_years if _is_over(each)]
            years = [each for each in years if _is_over(each)]
        groups: list[tuple[Any, Any]] = [
            (_("Quarters"), [(each.code, each.label) for each in quarters]),
            (_("Half-years"), [(each.code, each.label) for each in half_years if each.start <= timezone.now()]),
            (_("Years"), [(each.code, each.label) for each in years]),
        ]
        if self.may_choose_days:
            groups.append((_("Other"), [("free", _("from day to day, as given below"))]))
        return groups

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("period")
        if not chosen or self.errors:
            return cleaned
        if chosen != "free":
            cleaned["chosen"] = periods.parse(chosen)
        elif not (cleaned.get("first_day") and cleaned.get("last_day")):
            self.add_error("first_day" if not cleaned.get("first_day") else "last_day", _("Give both days."))
        else:
            try:
                cleaned["chosen"] = periods.parse(f"{cleaned['first_day']}..{cleaned['last_day']}")
            except NotAPeriod as error:
                self.add_error("last_day", str(error))
        department, period = cleaned.get("department"), cleaned.get("chosen")
        if department and period and not (period.is_fixed and _is_over(period)) and not self._is_hr_of(department):
            self.add_error("period", _("For this department you may choose a finished quarter, half-year or year."))
        return cleaned

    def _is_hr_of(self, department: Department) -> bool:
        found: bool = access.departments_of(self.user, Role.HR).filter(pk=department.pk).exists()
        return found


def _is_over(period: Period) -> bool:
    return period.end <= timezone.now()


class ReportFilter(django_filters.FilterSet):
    department = django_filters.ModelChoiceFilter(
        label=_("Department"), queryset=Department.objects.none(), empty_label=_("All departments")
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=ReportKind.choices, empty_label=_("All kinds"))
    state = django_filters.ChoiceFilter(label=_("State"), choices=ReportState.choices, empty_label=_("All states"))

    class Meta:
        model = Report
        fields = ["department", "kind", "state"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["department"].queryset = access.departments_to_report(user).order_by("code")
        # The page also asks for a department to report on: without ids of its own this label would name that field.
        self.form.auto_id = "id_filter_%s"


def _ways() -> list[tuple[Any, Any]]:
    return [
        (method.label, [(f"{method}:{channel}", f"{method.label}: {Channel(channel).label}") for channel in channels])
        for method, channels in ((Method(name), found) for name, found in CHANNELS_OF_METHOD.items())
    ]


class BlankCardForm(forms.Form):
    """Which checklist is to be printed: `cleaned_data` has method, channel, selection and standards."""

    NOTHING_SEEN = _("This method sees nothing of the chosen standards there.")

    way = forms.ChoiceField(label=_("Method and channel"), choices=_ways)
    selection = forms.ChoiceField(label=_("What is judged"), choices=Selection.choices)
    standards = forms.MultipleChoiceField(
        label=_("Chosen standards"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only when chosen standards are judged."),
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["standards"].choices = [  # type: ignore[attr-defined]
            (standard.number, f"{standard.number}. {standard.title}")
            for standard in Standard.objects.filter(edition=edition).order_by("position")
        ]

    def say_nothing_seen(self) -> None:
        """Tell, at the field that decided it, that the checklist asked for is empty."""
        if self.cleaned_data["selection"] == Selection.STANDARDS:
            self.add_error("standards", self.NOTHING_SEEN)
        else:
            self.add_error("selection", _("This choice holds nothing that this method sees there."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if way := cleaned.pop("way", None):
            cleaned["method"], cleaned["channel"] = way.split(":")
        if cleaned.get("selection") == Selection.STANDARDS and not cleaned.get("standards"):
            self.add_error("standards", _("Choose at least one standard."))
        if cleaned.get("selection") != Selection.STANDARDS:
            cleaned["standards"] = []
        return cleaned
