"""The form that proposes to annul a submitted audit."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnnulmentForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept with the audit. No clients' data."),
        error_messages={"required": _("Give the reason.")},
    )
