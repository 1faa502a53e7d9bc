"""Which results are looked at."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.models import Department, periods
from audits.models.periods import NotAPeriod, Period
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

QUARTERS_OFFERED = 12
YEARS_OFFERED = 3


class SelectionForm(forms.Form):
    """One of the two that are compared."""

    metoda = forms.ChoiceField(label=_("Method"), choices=Method.choices)
    okres = forms.ChoiceField(label=_("Period"))
    komorka = forms.ChoiceField(label=_("Department"))
    kanal = forms.ChoiceField(label=_("Channel"), choices=[("", _("all")), *Channel.choices], required=False)

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any], *, prefix: str, departments: list[Department]) -> None:
        super().__init__(data, prefix=prefix)
        self.fields["okres"].choices = offered_periods(str(data.get(f"{prefix}-okres", "")))  # type: ignore[attr-defined]
        self.fields["komorka"].choices = [(each.pk, f"{each.code} · {each.name}") for each in departments]  # type: ignore[attr-defined]
        # A star for what is always filled in says nothing.
        for field in self.fields.values():
            field.required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        method, channel = cleaned.get("metoda"), cleaned.get("kanal")
        if method and channel and channel not in CHANNELS_OF_METHOD[method]:
            told = _("“%(method)s” does not see the channel “%(channel)s”, so nothing can fit. Change one of the two.")
            self.add_error("kanal", told % {"method": Method(method).label, "channel": Channel(channel).label})
        return cleaned


class ResultsForm(forms.Form):
    """Method, period, department. What the address leaves out is filled in beforehand: the form is always sent.

    An address that somebody kept stays good: the period in it is offered, however old.
    """

    metoda = forms.ChoiceField(label=_("Method"), choices=Method.choices, required=False)
    okres = forms.ChoiceField(label=_("Period"), required=False)
    komorka = forms.ChoiceField(label=_("Department"), required=False)

    def __init__(self, data: Mapping[str, Any], *, departments: list[Department]) -> None:
        super().__init__(data)
        self.fields["okres"].choices = offered_periods(str(data.get("okres", "")))  # type: ignore[attr-defined]
        self.fields["komorka"].choices = [(each.pk, f"{each.code} · {each.name}") for each in departments]  # type: ignore[attr-defined]

    @property
    def period(self) -> Period:
        return periods.parse(self.cleaned_data["okres"])

    @property
    def method(self) -> Method:
        return Method(self.cleaned_data["metoda"])


def offered_periods(asked: str) -> list[tuple[Any, Any]]:
    """The last ones, and the one asked for."""
    today = timezone.localdate()
    quarters = [periods.quarter_of(today)]
    while len(quarters) < QUARTERS_OFFERED:
        quarters.append(quarters[-1].previous())
    years = [periods.whole_year(today.year - back) for back in range(YEARS_OFFERED)]
    halves = [periods.half_year(year.first_day.year, half) for year in years for half in (2, 1)]
    halves = [half for half in halves if half.first_day <= today]
    groups = [(_("Quarters"), quarters), (_("Half-years"), halves), (_("Years"), years)]
    offered = [(name, [(each.code, each.label) for each in group]) for name, group in groups]
    known = {code for _name, group in offered for code, _label in group}
    if (other := _fixed(asked)) and other.code not in known:
        offered.append((_("Other"), [(other.code, other.label)]))
    return offered


def _fixed(text: str) -> Period | None:
    try:
        found = periods.parse(text)
    except NotAPeriod:
        return None
    return found if found.is_fixed else None
