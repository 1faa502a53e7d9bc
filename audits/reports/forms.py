"""What report is wanted, and which of the kept ones are looked for."""

import datetime
from typing import Any

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import ReportKind, ReportState, Role, Selection
from audits.fields import DepartmentChoice
from audits.models import Department, Report, User
from audits.models.periods import NotAPeriod, Period, free
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.models import Edition, Standard


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
