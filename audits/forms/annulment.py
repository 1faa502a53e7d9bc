"""The forms that propose to annul or to correct a submitted audit."""

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


class CorrectionForm(AnnulmentForm):
    # Both may stand on one page.
    auto_id = "id_correction_%s"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, auto_id=self.auto_id, **kwargs)  # type: ignore[arg-type]
