"""The review of rights over several pages: what was chosen so far, which rows are shown, what is decided at the end."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.choices import ReviewDecision
from audits.forms.rights import WITH_REMARKS
from audits.models import Department
from audits.reviewing import is_own
from audits.rights import Right, fingerprint

LONGEST_NOTE = 500
_DECISIONS = (ReviewDecision.CONFIRMED, ReviewDecision.ENDED)


class Choices:
    """By the appointment's UUID; between the pages they wait in the session.

    A choice lapses when what it was made about changes: another end, another remark.
    """

    _IN_SESSION = "rights_review"

    def __init__(self, session: Any, *, department: Department | None, rights: Sequence[Right]) -> None:
        self._session = session
        self._of = str(department.uuid) if department is not None else ""
        self._rights = {str(right.appointment.uuid): right for right in rights}
        kept = session.get(self._IN_SESSION, {})
        kept = kept if kept.get("of") == self._of else {}
        self.note: str = kept.get("note", "")
        self.chosen: dict[str, str] = {
            uuid: decision
            for uuid, (decision, about) in kept.get("chosen", {}).items()
            if uuid in self._rights and about == self._about(uuid)
        }

    def take(self, sent: Any) -> None:
        """What a page sends: its choices, and which rows it showed, for whoever confirms the rest of them."""
        for uuid in self._rights:
            decision = sent.get(f"decision-{uuid}")
            if decision in _DECISIONS:
                self.chosen[uuid] = decision
        if "confirm_shown" in sent:
            for uuid in self._rights.keys() & set(sent.getlist("shown")):
                self.chosen.setdefault(uuid, ReviewDecision.CONFIRMED)
        self.note = sent.get("note", "")[:LONGEST_NOTE]
        chosen = {uuid: [decision, self._about(uuid)] for uuid, decision in self.chosen.items()}
        self._session[self._IN_SESSION] = {"of": self._of, "chosen": chosen, "note": self.note}

    def _about(self, uuid: str) -> str:
        return fingerprint([self._rights[uuid]])[:16]

    def forget(self) -> None:
        self._session.pop(self._IN_SESSION, None)


class ShownForm(forms.Form):
    """Which rows of a review are looked at."""

    REMARKS, UNDECIDED = WITH_REMARKS, "open"

    q = forms.CharField(label=_("Account, name or department"), required=False, max_length=100)
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("all of them")),
            (REMARKS, _("with remarks only")),
            (UNDECIDED, _("without a decision only")),
        ],
        required=False,
    )


class ReviewForm(forms.Form):
    """A decision for every appointment that is not the reviewer's own; `decisions` by its UUID once it is valid."""

    rest = forms.BooleanField(
        label=_("I looked at all others too, about which nothing is chosen, and confirm them"), required=False
    )
    note = forms.CharField(
        label=_("Remark on the review (may be left empty)"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, rights: Sequence[Right], by: Any, chosen: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.others = [right for right in rights if not is_own(right, by)]
        self.chosen = {uuid: chosen[uuid] for uuid in map(_uuid, self.others) if uuid in chosen}
        self.decisions: dict[str, str] = {}

    @property
    def undecided(self) -> list[Right]:
        return [right for right in self.others if _uuid(right) not in self.chosen]

    def rows(self, rights: Sequence[Right]) -> list[tuple[Right, bool, str]]:
        """For the page: each right, whether it is the reviewer's own, and what is chosen."""
        return [(right, is_own(right, self.by), self.chosen.get(_uuid(right), "")) for right in rights]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        count = len(self.undecided)
        if count and not cleaned.get("rest"):
            self.add_error(
                "rest",
                ngettext(
                    "%(count)d appointment is neither confirmed nor ended.",
                    "%(count)d appointments are neither confirmed nor ended.",
                    count,
                )
                % {"count": count},
            )
        self.decisions = dict.fromkeys(map(_uuid, self.others), ReviewDecision.CONFIRMED) | self.chosen
        return cleaned


def _uuid(right: Right) -> str:
    return str(right.appointment.uuid)
