"""That a granule is to be closed, and for how long audits are closed at once."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audits.choices import GranuleLength
from audits.figures.disclosure import Length, Preview
from audits.reports.sentences.typography import bound
from standards.choices import Method


class CloseForm(forms.Form):
    understood = forms.BooleanField(
        label=gettext_lazy("I have read what is still open and what will be seen. Closing cannot be undone."),
        error_messages={"required": gettext_lazy("Confirm it before you close.")},
    )


class LengthsForm(forms.Form):
    """A field a method. `lengths` is what was chosen, by method; `year` the one that it was shown for."""

    year = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        previews: Mapping[Method, Mapping[Length, Preview]],
        lengths: Mapping[str, Length],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for method in Method:
            self.fields[method.value] = forms.ChoiceField(
                label=method.label,
                choices=[(length.value, _said(length, previews[method][Length(length)])) for length in GranuleLength],
                initial=lengths[method].value,
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Choose a quarter, a half-year or a year.")},
            )

    @property
    def chosen(self) -> dict[str, str]:
        return {method.value: self.cleaned_data[method.value] for method in Method}

    @property
    def of_methods(self) -> list[forms.BoundField]:
        return [self[method.value] for method in Method]


def _said(length: GranuleLength, preview: Preview) -> str:
    """ "kwartał – audyty w liczbach: 398 z 412; komórki osobno: 80 z 87, częściowo: 5"."""
    if not preview.audits:
        return str(length.label)
    said = _("%(length)s – audits in figures: %(shown)d of %(all)d; units by themselves: %(units)d of %(all_units)d")
    if preview.units_partly:
        said = _(
            "%(length)s – audits in figures: %(shown)d of %(all)d; units by themselves: %(units)d of %(all_units)d, "
            "partly: %(partly)d"
        )
    said %= {
        "length": length.label,
        "shown": preview.audits_shown,
        "all": preview.audits,
        "units": preview.units_shown,
        "all_units": preview.units,
        "partly": preview.units_partly,
    }
    return bound(said)
