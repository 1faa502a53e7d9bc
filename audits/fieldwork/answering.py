"""Verdicts and gate answers of a draft: what one brings with it, and a whole form saved at once.

Every writer locks the audit, reads its rows, applies the change in memory and writes the rows that differ,
so the cost of one answer is the same on the first day and in the tenth year. A row carries the version that
a page showed; a write based on another version changes nothing.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from audits.choices import Act, Verdict
from audits.fieldwork.opening import locked_draft
from audits.fieldwork.outcomes import Conflict, GateConflict, Pending, SaveResult
from audits.figures.verdicts import RATED
from audits.models import Answer, Audit, Gate, User
from standards.refusals import Refused

# What a row holds beside its version.
_HELD = ("verdict", "act", "covered_verdict", "covered_act", "note")
# So many rows are written one by one in a single statement.
FEW = 10
SET_ASIDE = _("This audit is set aside: only what comes later can still be answered.")


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
        rows = audit.answers.select_related("gate").order_by("position")
        self.answers = {one.recommendation_id: one for one in rows}
        # No gate stands without rows. One object each, so that a change of it is seen by all of them.
        gates: dict[int, Gate] = {}
        for answer in self.answers.values():
            if answer.gate is not None:
                answer.gate = gates.setdefault(answer.gate.pk, answer.gate)
        self.gates = {gate.pk: gate for gate in sorted(gates.values(), key=lambda gate: gate.position)}
        # Of an audit that was set aside only what comes later can change, and be judged what the visit did not show.
        bound = self.answers.values() if audit.set_aside_at else ()
        self.kept = {one.recommendation_id for one in bound if not one.delayed}
        self.judged = {one.recommendation_id for one in bound} - {one.recommendation_id for one in awaited(bound)}
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
        if verdict == Verdict.NOT_APPLICABLE and answer.gate is None:
            act = Act.EXCLUDED
        self._set(answer, verdict, act if verdict else "")
        for twin in self._twins(answer):
            # A row that may yet not apply waits, unless it was given a verdict before.
            if is_closed(twin) or not (is_open(twin) or twin.verdict):
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
        elif verdict == Verdict.NOT_APPLICABLE and answer.gate is None and not self._other_applies(answer):
            raise Refused(_("This always applies: it can be met, not met or not observed."))
        if verdict == Verdict.PARTLY and not answer.parts:
            raise Refused(_("This act has no parts: it was met or not."))

    def _twins(self, answer: Answer) -> list[Answer]:
        if not answer.same_matter:
            return []
        return [one for one in self.answers.values() if one is not answer and one.same_matter == answer.same_matter]

    def _other_applies(self, answer: Answer) -> bool:
        other = self.answers.get(answer.excludes_id or 0)
        return other is not None and other.verdict in RATED

    def _exclude(self, answer: Answer, *, release_only: bool = False) -> None:
        """Of two rows that exclude each other only one applies, with all of its matter: the later judged.

        `release_only`: only ask again what had given way to its matter.
        """
        matter = (answer, *self._twins(answer))
        gave_way: list[Answer] = []
        for excluded in dict.fromkeys(one.excludes_id for one in matter):
            other = self.answers.get(excluded or 0)
            if other is None:
                continue
            applies = any(one.verdict in RATED for one in matter if one.excludes_id == excluded)
            for row in (other, *self._twins(other)):
                if applies:
                    if not (release_only or is_closed(row)) and (row.gate is not None or row.excludes_id is not None):
                        self._set(row, Verdict.NOT_APPLICABLE, Act.EXCLUDED)
                        gave_way.append(row)
                elif row.act == Act.EXCLUDED:
                    self._set(row, "", "")
                elif row.covered_act == Act.EXCLUDED:
                    # Reopened, it is asked again.
                    row.covered_verdict = row.covered_act = ""
                    self.changed[row.pk] = row
        # These are rated no longer, so what had given way to them applies again.
        for row in gave_way:
            self._exclude(row, release_only=True)

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
            for answer in rows:
                self._exclude(answer)
            return
        if was is False:
            for answer in rows:
                self._set(answer, answer.covered_verdict, answer.covered_act)
                answer.covered_verdict = answer.covered_act = ""
        for answer in rows:
            self._follow_twin(answer)
            if answer.verdict in RATED and (was is False or arose):
                self._exclude(answer)

    def _follow_twin(self, answer: Answer) -> None:
        """A row that comes to apply takes the verdict given to its matter; so does one that had a verdict before."""
        if not (is_open(answer) or answer.verdict):
            return
        given = [one for one in self._twins(answer) if one.verdict not in ("", Verdict.NOT_APPLICABLE)]
        for twin in sorted(given, key=lambda one: not is_open(one))[:1]:
            self._set(answer, twin.verdict, twin.act)

    def leave(self, answer: Answer) -> None:
        """Left open at submission by the auditor's explicit act: not observed."""
        self._set(answer, Verdict.NOT_OBSERVED, Act.LEFT)

    def none_of_these(self, block: str = "") -> None:
        """ "None of the above": breaches that were shown and not judged were not seen. One explicit act.

        `block`: only those of one block, as the page asked before they stood in one list; devices may still hold that.
        """
        for answer in shown(self.answers.values()):
            if block in ("", answer.block) and answer.refrain and not answer.verdict and is_open(answer):
                self.judge(answer, Verdict.MET, answer.note, Act.NONE_OF_THESE)

    def write(self) -> None:
        """Most rows changed together come to hold the same, which one short statement says of all of them."""
        rows: list[Answer | Gate] = [*self.changed.values(), *self.changed_gates.values()]
        for row in rows:
            row.version += 1
        alike: dict[tuple[str, ...], list[Answer]] = {}
        for answer in self.changed.values():
            alike.setdefault(tuple(getattr(answer, name) for name in _HELD), []).append(answer)
        if len(self.changed) > FEW:
            values = max(alike, key=lambda held: len(alike[held]))
            most = [answer.pk for answer in alike.pop(values)]
            held = dict(zip(_HELD, values, strict=True))
            Answer.objects.filter(pk__in=most).update(**held, version=F("version") + 1)
        if others := [answer for some in alike.values() for answer in some]:
            Answer.objects.bulk_update(others, [*_HELD, "version"])
        if self.changed_gates:
            Gate.objects.bulk_update(self.changed_gates.values(), ["arose", "version"])

    @property
    def has_changed(self) -> bool:
        return bool(self.changed or self.changed_gates)

    def pending(self) -> Pending:
        return pending(self.answers.values(), self.gates.values())


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
    draft = locked_draft(audit, by)
    sheet = Sheet(draft)
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
        sheet.none_of_these(block)
    saved = len(sheet.changed) + len(sheet.changed_gates)
    sheet.write()
    if sheet.has_changed:
        draft.revision += 1
        draft.save(update_fields=["revision"])
    return SaveResult(saved, conflicts, gate_conflicts, sheet.pending())
