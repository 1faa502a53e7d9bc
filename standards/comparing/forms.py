"""Which edition another is compared with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from standards.models import Edition


class EditionChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Edition) -> str:
        if obj.is_published:
            return f"{obj.code} – {obj.title}"
        return _("%(code)s – %(title)s (draft)") % {"code": obj.code, "title": obj.title}


class ComparisonForm(forms.Form):
    other = EditionChoice(
        label=_("Edition to compare with"), queryset=Edition.objects.none(), to_field_name="code", empty_label=None
    )

    def __init__(self, *args: Any, editions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = editions  # type: ignore[attr-defined]
