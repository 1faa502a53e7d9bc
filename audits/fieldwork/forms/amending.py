"""The form that takes something out of an audit's free words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits.fieldwork.header import free_text_of
from audits.models import Annulment, Audit, Correction
from standards.fields import Text

PASSAGE, WHOLE = "passage", "whole"


class RedactionForm(forms.Form):
    """Which note or reason, what of it, and why. The notes are those that hold anything."""

    note = forms.ChoiceField(
        label=_("Note or reason"), widget=forms.RadioSelect, error_messages={"required": _("Choose the note.")}
    )
    extent = forms.ChoiceField(
        label=_("What is taken out"),
        choices=[(PASSAGE, _("These words, wherever they stand in it")), (WHOLE, _("The whole of it"))],
        widget=forms.RadioSelect,
        initial=PASSAGE,
        error_messages={"required": _("Choose what is taken out.")},
    )
    passage = Text(
        label=_("The words to take out"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Copy them from the note. Not needed when the whole of it is taken out."),
    )
    reason = Text(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is kept and shown with the audit. Do not repeat in it what is taken out."),
        error_messages={"required": _("Give the reason.")},
    )

    def __init__(self, *args: Any, audit: Audit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reasons = reasons_of(audit)
        stated = [(key, f"{label}: {one.reason}") for key, (label, one) in self.reasons.items()]
        self.fields["note"].choices = notes_of(audit) + stated  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("extent") == WHOLE:
            cleaned["passage"] = ""
        elif cleaned.get("extent") == PASSAGE and not cleaned.get("passage") and "passage" not in self.errors:
            self.add_error("passage", _("Give the words to take out."))
        return cleaned

    @property
    def chosen_reason(self) -> Annulment | Correction | None:
        _label, one = self.reasons.get(self.cleaned_data["note"], ("", None))
        return one

    @property
    def chosen_note(self) -> dict[str, Any]:
        """As redact_note takes it: a recommendation's, or a field of the header."""
        chosen: str = self.cleaned_data["note"]
        if chosen.isdecimal():
            return {"recommendation_id": int(chosen)}
        return {"recommendation_id": None, "field": chosen}


def notes_of(audit: Audit) -> list[tuple[str, str]]:
    """What may be chosen: the free words of the visit itself, then the notes in the order of the recommendations."""
    found = [(fact.name, f"{fact.title_label}: {fact.value}") for fact in free_text_of(audit)]
    rows = audit.answers.exclude(note="").select_related("recommendation__standard")
    rows = rows.order_by("recommendation__standard__position", "recommendation__position")
    return found + [(str(row.recommendation_id), f"{row.recommendation.label}: {row.note}") for row in rows]


def reasons_of(audit: Audit) -> dict[str, tuple[str, Annulment | Correction]]:
    """Why this version was made, and why the audit was to be annulled."""
    found: dict[str, tuple[str, Annulment | Correction]] = {}
    if audit.corrects_id:
        found["correction"] = (str(_("Reason of the correction")), audit.correction)
    for one in audit.annulments.order_by("pk"):
        found[f"annulment-{one.pk}"] = (str(_("Reason of the proposal to annul")), one)
    return found


class AnnulmentForm(forms.Form):
    reason = Text(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept with the audit. No clients' data."),
        error_messages={"required": _("Give the reason.")},
    )


class CorrectionForm(AnnulmentForm):
    # Both may stand on one page.
    auto_id = "id_correction_%s"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": self.auto_id})
