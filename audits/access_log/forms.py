"""What somebody reads other people's results for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits.models import Purpose
from standards.fields import Text


class PurposeForm(forms.Form):
    purpose = forms.ModelChoiceField(
        label=_("Purpose"),
        queryset=Purpose.objects.none(),
        empty_label=_("choose the purpose"),
        error_messages={"required": _("Choose the purpose."), "invalid_choice": _("Choose a purpose of the list.")},
    )
    justification = Text(
        label=_("Justification (may be left empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example the number of the case. No personal data, nothing of the result."),
    )
    keep = forms.BooleanField(
        label=_("Keep this purpose for the next 30 minutes, also for the following audits"), required=False
    )

    def __init__(self, *args: Any, for_one_audit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].queryset = Purpose.objects.offered()  # type: ignore[attr-defined]
        if not for_one_audit:
            # A list is of many: there it cannot but be kept.
            del self.fields["keep"]
