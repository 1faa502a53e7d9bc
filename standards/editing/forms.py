"""Forms in which administrators edit an edition: channels are boxes to tick."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from standards.models import Standard


class StandardForm(forms.ModelForm):
    """The edition is the area's."""

    class Meta:
        model = Standard
        fields = ("area", "number", "position", "title", "rationale")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        area = cleaned.get("area")
        if area:
            self.instance.edition = area.edition
            twins = Standard.objects.filter(edition=area.edition, number=cleaned.get("number"))
            if twins.exclude(pk=self.instance.pk).exists():
                self.add_error("number", _("Another standard of this edition has this number."))
        return cleaned
