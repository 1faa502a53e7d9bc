"""The page before an audit is submitted: all that whoever signs it should have seen once more."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from audits import fieldwork
from audits.choices import Verdict
from audits.fieldwork.forms.values import arose_words, verdict_words
from audits.models import Answer, Audit, DraftDevice, Gate

# A device that was heard of since may still hold something; an older one is in a drawer.
HEARD_WITHIN = datetime.timedelta(hours=24)
# Of a version, in digits.
LONGEST = 10
WORTH_A_LOOK = (Verdict.NOT_MET, Verdict.PARTLY)


@dataclass(frozen=True, slots=True)
class Line:
    """A question with what is said of it; `anchor` on the checklist."""

    anchor: str
    question: str
    words: Any = ""
    note: str = ""
    reason: str = ""


def _line(answer: Answer) -> Line:
    words = verdict_words(answer, answer.verdict)
    return Line(f"row-{answer.recommendation_id}", answer.question, words, answer.note)


def _asked(row: Answer | Gate) -> Line:
    anchor = f"row-{row.recommendation_id}" if isinstance(row, Answer) else f"gate-{row.occasion_id}"
    return Line(anchor, row.question)


@dataclass
class Review:
    """What a draft says now, with what a sent form had seen of it, if one was sent."""

    audit: Audit
    answers: list[Answer]
    gates: list[Gate]
    devices: list[DraftDevice]
    # As the form had them: by key, the version that it showed.
    shown: Mapping[str, int] = field(default_factory=dict)
    now: datetime.datetime = field(default_factory=timezone.now)

    @cached_property
    def left(self) -> fieldwork.Pending:
        return fieldwork.pending(self.answers, self.gates)

    @cached_property
    def _asked_once(self) -> list[Answer]:
        return fieldwork.shown(self.answers)

    @property
    def unanswered(self) -> list[Line]:
        return [*map(_asked, self.left.gates), *map(_asked, self.left.answers)]

    @property
    def noes(self) -> list[Line]:
        return [_line(one) for one in self._asked_once if one.verdict in WORTH_A_LOOK and not one.refrain]

    @property
    def breaches(self) -> list[Line]:
        return [_line(one) for one in self._asked_once if one.verdict in WORTH_A_LOOK and one.refrain]

    @property
    def notes(self) -> list[Line]:
        """Of the others; the note of a "no" stands beside it."""
        return [_line(one) for one in self.answers if one.note and one.verdict not in WORTH_A_LOOK]

    @cached_property
    def _rows(self) -> dict[str, Answer | Gate]:
        rows: dict[str, Answer | Gate] = {f"answer:{one.recommendation_id}": one for one in self.answers}
        return rows | {f"gate:{one.occasion_id}": one for one in self.gates}

    @property
    def refused(self) -> list[Line]:
        """What a device sent that could not be taken, and nothing else since."""
        return [
            self._refused(key, told)
            for device in self.devices
            for key, told in device.refused.items()
            if told["reason"]
        ]

    def _refused(self, key: str, told: Mapping[str, str]) -> Line:
        row = self._rows.get(key)
        if row is None:
            question = str(_("Waiting time")) if key == "waiting" else str(_("A question that this audit does not ask"))
            return Line(
                "waiting" if key == "waiting" else "checklist", question, told["sent"], told["note"], told["reason"]
            )
        asked = _asked(row)
        words = verdict_words(row, told["sent"]) if isinstance(row, Answer) else arose_words(told["sent"])
        return Line(asked.anchor, asked.question, words, told["note"], told["reason"])

    @property
    def versions(self) -> str:
        """What this page shows, for the form to say."""
        rows = " ".join(f"{key}={row.version}" for key, row in self._rows.items())
        return f"visit={self.audit.version} {rows}"

    @property
    def differs(self) -> list[Line]:
        """What has changed since the form was shown."""
        lines = []
        if self.shown.get("visit", self.audit.version) != self.audit.version:
            lines.append(Line("waiting", str(_("The visit's details, or the waiting time"))))
        for key, row in self._rows.items():
            if key in self.shown and self.shown[key] != row.version:
                lines.append(_line(row) if isinstance(row, Answer) else _turned(row))
        return lines

    @property
    def other_devices(self) -> list[DraftDevice]:
        """Those that may hold something yet; the page's script leaves its own out."""
        return [one for one in self.devices if one.seen_at > self.now - HEARD_WITHIN]


def _turned(gate: Gate) -> Line:
    return Line(f"gate-{gate.occasion_id}", gate.question, arose_words(gate.arose))


def review_of(draft: Audit, shown: str = "", moved: Mapping[str, Sequence[Any]] | None = None) -> Review:
    """`shown`: what a form that was sent says that it showed; `moved`: by key, from which version to which its device
    moved what stands there since.
    """
    seen = _read(shown.split())
    for key, (was, now, *_value) in (moved or {}).items():
        name = "visit" if key == "waiting" else key
        if seen.get(name) == was:
            seen[name] = now
    return Review(
        draft,
        list(draft.answers.select_related("gate").order_by("position")),
        list(draft.gates.order_by("position")),
        list(draft.devices.all()),
        seen,
    )


def _read(words: Iterable[str]) -> dict[str, int]:
    pairs = (word.partition("=") for word in words)
    return {key: int(version) for key, _equals, version in pairs if version.isdecimal() and len(version) < LONGEST}
