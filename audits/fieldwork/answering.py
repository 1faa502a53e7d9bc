"""Verdicts and gate answers of a draft: recorded one by one as they are pressed, or a whole form at once.

Every writer locks the audit, reads its rows, applies the change in memory and writes the rows that differ,
so the cost of one answer is the same on the first day and in the tenth year. A row carries the version that
a page showed; a write based on another version is Stale and changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from audits.choices import Act, Verdict
from audits.fieldwork.faults import Refused, Stale
from audits.fieldwork.opening import locked_draft
from audits.models import Answer, Audit, Gate, User

# What a row holds beside its version.
_HELD = ("verdict", "act", "covered_verdict", "covered_act", "note")
RATED = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET)
SET_ASIDE = _("This audit is set aside: only what comes later can still be answered.")


@dataclass(frozen=True, slots=True)
class Pending:
    """What is left to do in a draft: gate questions, and rows whose occasion, if any, is known to have arisen."""

    gates: list[Gate]
    answers: list[Answer]

    # Those of them that are judged later, and gate questions about nothing else.
    later: "Pending | None" = None

    @property
    def count(self) -> int:
        return len(self.gates) + len(self.answers)

    @property
    def now(self) -> int:
        """How many of them can be judged at once."""
        return self.count - (self.later.count if self.later else 0)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one act changed: the row or gate it was about, and every other row and gate that moved with it."""

    answer: Answer | None = None
    gate: Gate | None = None
    changed: tuple[Answer, ...] = ()
    changed_gates: tuple[Gate, ...] = ()
    pending: Pending = field(default_factory=lambda: Pending([], []))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row as it stands, and what somebody tried to write over it."""

    current: Answer
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class GateConflict:
    current: Gate
    arose: bool | None


@dataclass(frozen=True, slots=True)
class SaveResult:
    saved: int
    conflicts: list[Conflict]
    gate_conflicts: list[GateConflict]
    pending: Pending


def is_closed(answer: Answer) -> bool:
    """Its occasion is known not to have arisen."""
    return answer.gate is not None and answer.gate.arose is False


def is_open(answer: Answer) -> bool:
    """It applies for certain: it needs no occasion, or its occasion arose."""
    return answer.gate is None or answer.gate.arose is True


def shown(answers: Iterable[Answer]) -> list[Answer]:
    """One row for each matter, in order: of the rows of one matter the first that applies for certain,
    else the first that may apply, else the first."""
    answers = list(answers)
    speaks: dict[str, Answer] = {}
    for answer in sorted(answers, key=lambda one: (is_closed(one), not is_open(one), one.position)):
        if answer.same_matter:
            speaks.setdefault(answer.same_matter, answer)
    return [one for one in answers if not one.same_matter or speaks[one.same_matter] is one]


def pending(answers: Iterable[Answer], gates: Iterable[Gate]) -> Pending:
    """What is left; `answers` need their `gate` loaded. A row behind an unanswered gate counts by its gate."""
    answers = list(answers)
    # Those whose rows were left open by an explicit act are no longer asked.
    left_behind = {one.gate_id for one in answers if one.act == Act.LEFT}
    left_gates = [gate for gate in gates if gate.arose is None and gate.pk not in left_behind]
    left = [one for one in shown(answers) if is_open(one) and not one.verdict]
    later = {one.pk for one in awaited(answers)}
    at_once = {one.gate_id for one in answers if one.pk not in later}
    return Pending(
        gates=left_gates,
        answers=left,
        later=Pending(
            gates=[gate for gate in left_gates if gate.pk not in at_once],
            answers=[one for one in left if one.pk in later],
        ),
    )


def awaited(answers: Iterable[Answer]) -> list[Answer]:
    """Rows that are judged later, but for those whose matter was judged at the visit itself."""
    answers = list(answers)
    seen = {one.same_matter for one in answers if one.same_matter and not one.delayed and not is_closed(one)}
    return [one for one in answers if one.delayed and one.same_matter not in seen]


class Sheet:
    """A draft's rows, held in memory under the audit's lock while one act is applied."""

    def __init__(self, audit: Audit) -> None:
        self.gates = {gate.pk: gate for gate in audit.gates.order_by("position")}
        self.answers = {one.recommendation_id: one for one in audit.answers.order_by("position")}
        for answer in self.answers.values():
            # One object a gate, so that a change of it is seen by all its rows.
            if answer.gate_id is not None:
                answer.gate = self.gates[answer.gate_id]
        # Of an audit that was set aside only what comes later can change, and be judged what the visit did not show.
        rows = self.answers.values() if audit.set_aside_at else ()
        self.kept = {one.recommendation_id for one in rows if not one.delayed}
        self.judged = {one.recommendation_id for one in rows} - {one.recommendation_id for one in awaited(rows)}
        self.changed: dict[int, Answer] = {}
        self.changed_gates: dict[int, Gate] = {}

    def answer(self, recommendation_id: int) -> Answer:
        try:
            return self.answers[recommendation_id]
        except KeyError:
            raise Refused(_("This audit does not judge this recommendation.")) from None

    def gate(self, occasion_id: int) -> Gate:
        for gate in self.gates.values():
            if gate.occasion_id == occasion_id:
                return gate
        raise Refused(_("This audit does not ask about this occasion."))

    def _set(self, answer: Answer, verdict: str, act: str) -> None:
        if answer.recommendation_id in self.kept:
            return
        if (answer.verdict, answer.act) != (verdict, act):
            answer.verdict, answer.act = verdict, act
            self.changed[answer.pk] = answer

    def judge(self, answer: Answer, verdict: str, note: str, act: str = Act.JUDGED) -> None:
        """Give a row its verdict ("" takes it back) and note, and let twins and excluded rows follow."""
        if answer.recommendation_id in self.judged:
            if (verdict, note) == (answer.verdict, answer.note):
                return
            raise Refused(SET_ASIDE)
        self._check(answer, verdict)
        if answer.note != note:
            answer.note = note
            self.changed[answer.pk] = answer
        if verdict == answer.verdict and answer.act not in (Act.EXCLUDED, Act.NONE_OF_THESE):
            return
        if verdict in RATED and answer.gate is not None and answer.gate.arose is None:
            # Judging what happens on an occasion says that it arose.
            self._turn(answer.gate, arose=True)
        self._set(answer, verdict, act if verdict else "")
        for twin in self._twins(answer):
            if not is_open(twin):
                continue
            if verdict == Verdict.NOT_APPLICABLE and twin.gate is None:
                continue
            self._set(twin, verdict, act if verdict else "")
        self._exclude(answer)

    def _check(self, answer: Answer, verdict: str) -> None:
        if verdict not in ("", *Verdict.values):
            raise Refused(_("There is no such verdict."))
        if is_closed(answer):
            if verdict != Verdict.NOT_APPLICABLE:
                raise Refused(_("Its occasion did not arise. Change that answer first."))
        elif verdict == Verdict.NOT_APPLICABLE and answer.gate is None:
            raise Refused(_("This always applies: it can be met, not met or not observed."))
        if verdict == Verdict.PARTLY and not answer.parts:
            raise Refused(_("This act has no parts: it was met or not."))

    def _twins(self, answer: Answer) -> list[Answer]:
        if not answer.same_matter:
            return []
        return [one for one in self.answers.values() if one is not answer and one.same_matter == answer.same_matter]

    def _exclude(self, answer: Answer) -> None:
        """Of two rows that exclude each other only one applies: the later judged."""
        other = self.answers.get(answer.excludes_id or 0)
        if other is None or other.gate is None or is_closed(other):
            return
        if answer.verdict in RATED:
            self._set(other, Verdict.NOT_APPLICABLE, Act.EXCLUDED)
        elif other.act == Act.EXCLUDED:
            self._set(other, "", "")

    def keeps(self, gate: Gate) -> bool:
        """Whether the gate holds a row that can no longer change."""
        return any(one.gate_id == gate.pk for one in self.answers.values() if one.recommendation_id in self.kept)

    def turn(self, gate: Gate, arose: bool | None) -> None:
        if gate.arose is arose:
            return
        if self.keeps(gate):
            raise Refused(SET_ASIDE)
        self._turn(gate, arose=arose)

    def _turn(self, gate: Gate, *, arose: bool | None) -> None:
        was = gate.arose
        gate.arose = arose
        self.changed_gates[gate.pk] = gate
        rows = [one for one in self.answers.values() if one.gate_id == gate.pk]
        if arose is False:
            for answer in rows:
                answer.covered_verdict, answer.covered_act = answer.verdict, answer.act
                self._set(answer, Verdict.NOT_APPLICABLE, Act.GATE)
        elif was is False:
            for answer in rows:
                self._uncover(answer)
        elif arose is True:
            for answer in rows:
                self._follow_twin(answer)

    def _uncover(self, answer: Answer) -> None:
        self._set(answer, answer.covered_verdict, answer.covered_act)
        answer.covered_verdict = answer.covered_act = ""
        self._follow_twin(answer)

    def _follow_twin(self, answer: Answer) -> None:
        """A row that comes to apply takes the verdict already given to its matter."""
        if answer.gate is None or answer.gate.arose is not True:
            return
        for twin in self._twins(answer):
            if is_open(twin) and twin.verdict and twin.verdict != Verdict.NOT_APPLICABLE:
                self._set(answer, twin.verdict, twin.act)
                return

    def leave(self, answer: Answer) -> None:
        """Left open at submission by the auditor's explicit act: not observed."""
        self._set(answer, Verdict.NOT_OBSERVED, Act.LEFT)

    def write(self) -> None:
        """Most rows changed together come to hold the same, which one short statement says of all of them."""
        rows: list[Answer | Gate] = [*self.changed.values(), *self.changed_gates.values()]
        for row in rows:
            row.version += 1
        alike: dict[tuple[str, ...], list[Answer]] = {}
        for answer in self.changed.values():
            alike.setdefault(tuple(getattr(answer, name) for name in _HELD), []).append(answer)
        if alike:
            values = max(alike, key=lambda held: len(alike[held]))
            most = [answer.pk for answer in alike.pop(values)]
            held = dict(zip(_HELD, values, strict=True))
            Answer.objects.filter(pk__in=most).update(**held, version=F("version") + 1)
        if others := [answer for some in alike.values() for answer in some]:
            Answer.objects.bulk_update(others, [*_HELD, "version"])
        if self.changed_gates:
            Gate.objects.bulk_update(self.changed_gates.values(), ["arose", "version"])

    def pending(self) -> Pending:
        return pending(self.answers.values(), self.gates.values())

    def recorded(self, *, answer: Answer | None = None, gate: Gate | None = None) -> Recorded:
        return Recorded(
            answer=answer,
            gate=gate,
            changed=tuple(one for one in self.changed.values() if one is not answer),
            changed_gates=tuple(one for one in self.changed_gates.values() if one is not gate),
            pending=self.pending(),
        )


def _open_sheet(audit: Audit, by: User) -> Sheet:
    return Sheet(locked_draft(audit, by))


@transaction.atomic
def record_answer(*, audit: Audit, by: User, recommendation_id: int, version: int, verdict: str, note: str) -> Recorded:
    """Record one row's verdict ("" takes it back) and note, seen by the auditor at that version.

    The same values again change nothing and are no conflict, so that a resent request is harmless.
    Raises Stale with the row as it is now, or Refused.
    """
    sheet = _open_sheet(audit, by)
    answer = sheet.answer(recommendation_id)
    if answer.version != version and (answer.verdict, answer.note) != (verdict, note):
        raise Stale(answer)
    sheet.judge(answer, verdict, note)
    sheet.write()
    return sheet.recorded(answer=answer)


@transaction.atomic
def record_gate(*, audit: Audit, by: User, occasion_id: int, version: int, arose: bool | None) -> Recorded:
    """Answer a gate question. "No" sets its rows to not_applicable; what they held comes back when it is undone.

    Raises Stale with the gate as it is now, or Refused.
    """
    sheet = _open_sheet(audit, by)
    gate = sheet.gate(occasion_id)
    if gate.version != version and gate.arose is not arose:
        raise Stale(gate)
    sheet.turn(gate, arose)
    sheet.write()
    return sheet.recorded(gate=gate)


@transaction.atomic
def record_other_gates(*, audit: Audit, by: User) -> Recorded:
    """ "Nothing else happened": every gate question still unanswered becomes a no."""
    sheet = _open_sheet(audit, by)
    for gate in list(sheet.gates.values()):
        if gate.arose is None and not sheet.keeps(gate):
            sheet.turn(gate, False)
    sheet.write()
    return sheet.recorded()


def _none_of_these(sheet: Sheet, block: str) -> None:
    for answer in shown(sheet.answers.values()):
        if answer.block == block and answer.refrain and not answer.verdict and is_open(answer):
            sheet.judge(answer, Verdict.MET, answer.note, Act.NONE_OF_THESE)


@transaction.atomic
def record_none_of_these(*, audit: Audit, by: User, block: str) -> Recorded:
    """ "None of the above": the block's breaches that were shown and not judged were not seen. One explicit act."""
    sheet = _open_sheet(audit, by)
    _none_of_these(sheet, block)
    sheet.write()
    return sheet.recorded()


@transaction.atomic
def save_checklist(
    *,
    audit: Audit,
    by: User,
    answers: Mapping[int, tuple[int, str, str]],
    gates: Mapping[int, tuple[int, bool | None]],
    none_of_these: Iterable[str] = (),
) -> SaveResult:
    """Save the whole page at once, as it is sent without JavaScript.

    `answers` maps a recommendation's id to (version, verdict, note), `gates` an occasion's id to (version, arose).
    What the page did not change is not written. A row that changed meanwhile is returned as a conflict with both
    values, and stays. Gates are answered first, then rows, then "none of the above" in these blocks.
    """
    sheet = _open_sheet(audit, by)
    before = {pk: (one.version, one.verdict, one.note) for pk, one in sheet.answers.items()}
    conflicts: list[Conflict] = []
    gate_conflicts: list[GateConflict] = []
    for occasion_id, (version, arose) in gates.items():
        gate = sheet.gate(occasion_id)
        if arose is gate.arose:
            continue
        if gate.version != version:
            gate_conflicts.append(GateConflict(gate, arose))
        else:
            sheet.turn(gate, arose)
    for recommendation_id, (version, verdict, note) in answers.items():
        answer = sheet.answer(recommendation_id)
        version_before, verdict_before, note_before = before[recommendation_id]
        if (verdict, note) == (verdict_before, note_before):
            continue
        if version != version_before:
            conflicts.append(Conflict(answer, verdict, note))
        elif is_closed(answer):
            # The same form closed its gate: the row follows the gate, the note is kept.
            sheet.judge(answer, Verdict.NOT_APPLICABLE, note)
        else:
            sheet.judge(answer, verdict, note)
    for block in none_of_these:
        _none_of_these(sheet, block)
    saved = len(sheet.changed) + len(sheet.changed_gates)
    sheet.write()
    return SaveResult(saved, conflicts, gate_conflicts, sheet.pending())
