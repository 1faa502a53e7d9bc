"""The form that takes something out of an audit's notes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits.models import Audit

SCENARIO = "scenario"
PASSAGE, WHOLE = "passage", "whole"


class RedactionForm(forms.Form):
    """Which note, what of it, and why. The notes are those that hold anything."""

    note = forms.ChoiceField(
        label=_("Note"), widget=forms.RadioSelect, error_messages={"required": _("Choose the note.")}
    )
    extent = forms.ChoiceField(
        label=_("What is taken out"),
        choices=[(PASSAGE, _("These words, wherever they stand in the note")), (WHOLE, _("The whole note"))],
        widget=forms.RadioSelect,
        initial=PASSAGE,
        error_messages={"required": _("Choose what is taken out.")},
    )
    passage = forms.CharField(
        label=_("The words to take out"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Copy them from the note. Not needed when the whole note is taken out."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is kept and shown with the audit. Do not repeat in it what is taken out."),
        error_messages={"required": _("Give the reason.")},
    )

    def __init__(self, *args: Any, audit: Audit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].choices = notes_of(audit)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("extent") == WHOLE:
            cleaned["passage"] = ""
        elif cleaned.get("extent") == PASSAGE and not cleaned.get("passage") and "passage" not in self.errors:
            self.add_error("passage", _("Give the words to take out."))
        return cleaned

    @property
    def recommendation_id(self) -> int | None:
        chosen = self.cleaned_data["note"]
        return None if chosen == SCENARIO else int(chosen)


def notes_of(audit: Audit) -> list[tuple[str, str]]:
    """What may be chosen: the note on the scenario, then the notes in the order of the recommendations."""
    found = [(SCENARIO, f"{_('Note on the scenario')}: {audit.scenario}")] if audit.scenario else []
    rows = audit.answers.exclude(note="").select_related("recommendation__standard")
    rows = rows.order_by("recommendation__standard__position", "recommendation__position")
    return found + [(str(row.recommendation_id), f"{row.recommendation.label}: {row.note}") for row in rows]
