"""The page on which an audit's checklist is filled: what it shows, and what comes back from it."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from audits import fieldwork
from audits.choices import offered_verdicts
from audits.fieldwork.forms.values import (
    NO,
    UNKNOWN,
    YES,
    Clash,
    answer_words,
    arose_as_text,
    is_untouched,
    minutes_as_text,
    read_arose,
    read_note,
    read_version,
    token,
    verdict_words,
)
from audits.figures.verdicts import BY_CODE, MET, NOT_MET, RATED, VERDICTS
from audits.models import Answer, Audit, Gate
from standards.choices import Block

# The same key is the same word: of a breach, the "yes" is what is not met.
_DIGITS_OF_BREACH = {NOT_MET: BY_CODE[MET].digit, MET: BY_CODE[NOT_MET].digit}
# Longer than any key of a database; Python refuses to read numbers of thousands of digits.
LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: Any
    digit: int
    chosen: bool


@dataclass(slots=True)
class RowOnPage:
    """One question. `verdict` and `note` are what the form shows: mostly what is saved."""

    answer: Answer
    verdict: str
    note: str
    hidden: bool
    # Another row that may apply in its place is on the page.
    excludable: bool = False
    error: Any = ""
    clash: Clash | None = None
    # Of a blank card: the keys of the same question in other editions.
    was: str = ""

    @property
    def token(self) -> str:
        return token(self.answer.version, self.answer.verdict, self.answer.note)

    @property
    def options(self) -> list[Option]:
        offered = offered_verdicts(
            parts=bool(self.answer.parts), may_not_occur=self.answer.gate_id is not None or self.excludable
        )
        options = [
            Option(
                kind.code,
                verdict_words(self.answer, kind.code),
                _DIGITS_OF_BREACH.get(kind.code, kind.digit) if self.answer.refrain else kind.digit,
                kind.code == self.verdict,
            )
            for kind in VERDICTS
            if kind.code in offered
        ]
        return sorted(options, key=lambda option: option.digit)

    @property
    def is_short(self) -> bool:
        """It fits into the list of breaches: yes and no beside the question, whatever else may be said behind it."""
        return self.answer.refrain and not self.answer.parts

    @property
    def yes_or_no(self) -> list[Option]:
        return [option for option in self.options if option.value in RATED]

    @property
    def further(self) -> list[Option]:
        return [option for option in self.options if option.value not in RATED]

    @property
    def is_unfolded(self) -> bool:
        """What is folded away behind a question holds its answer, or what was wrong with it."""
        return bool(self.error or (self.is_short and any(option.chosen for option in self.further)))


@dataclass(slots=True)
class GateOnPage:
    """A gate question. `arose` is what the form shows, `stale` that something else is saved."""

    gate: Gate
    arose: str
    clash: Clash | None = None
    # Of an audit that was set aside: it can no longer change.
    fixed: bool = False
    was: str = ""

    @property
    def hidden(self) -> bool:
        """The scenario answered it: not asked, only taken back where its rows are."""
        return self.gate.by_scenario

    @property
    def token(self) -> str:
        return token(self.gate.version, arose_as_text(self.gate.arose))


@dataclass(slots=True)
class GroupOnPage:
    """The rows of one block that stand behind one gate, folded away unless it is open."""

    gate: GateOnPage
    rows: list[RowOnPage] = field(default_factory=list)
    questions: int = 0


@dataclass(slots=True)
class BlockOnPage:
    code: str
    label: Any
    rows: list[RowOnPage] = field(default_factory=list)
    groups: list[GroupOnPage] = field(default_factory=list)
    breaches: list[RowOnPage] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.groups)

    @property
    def every_row(self) -> list[RowOnPage]:
        return [*self.rows, *(row for group in self.groups for row in group.rows), *self.breaches]

    @property
    def has_breaches_to_look_for(self) -> bool:
        return any(not row.hidden for row in self.breaches)


@dataclass(slots=True)
class WaitingOnPage:
    minutes: str
    token: str
    error: Any = ""
    clash: Clash | None = None


@dataclass(slots=True)
class ChecklistPage:
    audit: Audit
    first: list[RowOnPage]
    gates: list[GateOnPage]
    blocks: list[BlockOnPage]
    # Of those that have any.
    breaches: list[BlockOnPage]
    left: int
    done: int
    waiting: "WaitingOnPage"
    refusal: Any = ""
    has_problems: bool = False

    @property
    def asks_of_occasions(self) -> bool:
        return any(not gate.hidden for gate in self.gates)

    @property
    def has_breaches_to_look_for(self) -> bool:
        return any(block.has_breaches_to_look_for for block in self.breaches)

    @property
    def comes_later(self) -> bool:
        """Something of it is judged later, so that the audit may be set aside."""
        return any(row.answer.delayed for row in self.every_row)

    @property
    def every_row(self) -> list[RowOnPage]:
        blocks = {block.code: block for block in [*self.blocks, *self.breaches]}
        return [*self.first, *(row for block in blocks.values() for row in block.every_row)]

    @property
    def digits(self) -> list[tuple[int, Any]]:
        return [(kind.digit, answer_words(kind.code, self.audit.channel)) for kind in VERDICTS]

    @property
    def total(self) -> int:
        return self.left + self.done


def checklist_page(
    audit: Audit, answers: list[Answer], gates: list[Gate], attempt: "Attempt | None" = None
) -> ChecklistPage:
    """The page in the order of filling. What an `attempt` could not save is shown in place of what is saved."""
    attempt = attempt or Attempt()
    fixed: set[int | None] = set()
    if audit.set_aside_at:
        # Everything else is judged, and stays; so does a gate that holds something else too.
        later = fieldwork.awaited(answers)
        fixed = {one.gate_id for one in answers if not one.delayed}
        answers, gates = later, [gate for gate in gates if gate.pk in {one.gate_id for one in later}]
    shown = {one.pk for one in fieldwork.shown(answers)}
    present = {one.recommendation_id for one in answers}
    rows = {
        one.pk: RowOnPage(
            answer=one,
            verdict=attempt.verdicts.get(one.recommendation_id, one.verdict),
            note=attempt.notes.get(one.recommendation_id, one.note),
            hidden=one.pk not in shown or (one.gate is not None and one.gate.arose is not True),
            excludable=one.excludes_id in present,
            error=attempt.errors.get(one.recommendation_id, ""),
            clash=attempt.clashes.get(one.recommendation_id),
        )
        for one in answers
    }
    on_page = {
        gate.pk: GateOnPage(
            gate=gate,
            arose=attempt.gates.get(gate.occasion_id, arose_as_text(gate.arose)),
            clash=attempt.gate_clashes.get(gate.occasion_id),
            fixed=gate.pk in fixed,
        )
        for gate in gates
    }
    blocks = {code: BlockOnPage(code, label) for code, label in Block.choices}
    behind = Counter((one.block, one.gate_id) for one in answers if one.gate_id and one.pk in shown)
    groups: dict[tuple[str, int], GroupOnPage] = {}
    first = []
    for answer in answers:
        row, block = rows[answer.pk], blocks[answer.block]
        if answer.gate_id and (answer.block, answer.gate_id) not in groups:
            key = (answer.block, answer.gate_id)
            groups[key] = GroupOnPage(on_page[answer.gate_id], questions=behind[key])
            block.groups.append(groups[key])
        if answer.ask_first:
            first.append(row)
        elif answer.refrain:
            # A list of their own at the end: one look, and one act where none of them was noticed.
            block.breaches.append(row)
        elif answer.gate_id:
            groups[answer.block, answer.gate_id].rows.append(row)
        else:
            block.rows.append(row)
    for block in blocks.values():
        block.groups.sort(key=lambda group: group.gate.gate.position)
    return ChecklistPage(
        audit=audit,
        first=first,
        gates=list(on_page.values()),
        blocks=[block for block in blocks.values() if not block.is_empty],
        breaches=[block for block in blocks.values() if block.breaches],
        left=fieldwork.pending(answers, gates).count,
        done=sum(gate.arose is not None and not gate.by_scenario for gate in gates)
        + sum(bool(row.answer.verdict) and not row.hidden for row in rows.values()),
        waiting=_waiting(audit, attempt),
        refusal=attempt.refusal,
        has_problems=not attempt.is_empty and not attempt.refusal,
    )


def _waiting(audit: Audit, attempt: "Attempt") -> WaitingOnPage:
    saved = minutes_as_text(audit.waiting_minutes)
    return WaitingOnPage(
        minutes=saved if attempt.waiting is None else attempt.waiting,
        token=token(audit.version, saved),
        error=attempt.waiting_error,
        clash=attempt.waiting_clash,
    )


@dataclass(slots=True)
class Attempt:
    """What a sent form holds, by recommendation and occasion, and what of it could not be saved."""

    verdicts: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)
    gates: dict[int, str] = field(default_factory=dict)
    gate_versions: dict[int, int] = field(default_factory=dict)
    # As the page showed them: nothing to save, even where somebody else has changed them since.
    untouched: set[int] = field(default_factory=set)
    untouched_gates: set[int] = field(default_factory=set)
    errors: dict[int, Any] = field(default_factory=dict)
    clashes: dict[int, Clash] = field(default_factory=dict)
    gate_clashes: dict[int, Clash] = field(default_factory=dict)
    waiting: str | None = None
    waiting_error: str = ""
    waiting_clash: Clash | None = None
    refusal: Any = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Attempt":
        """What a page sent. A row or gate without a version is none that the page showed, and is left as it is."""
        attempt = cls()
        for name in data:
            kind, _dash, number = name.rpartition("-")
            if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
                continue
            if kind == "version":
                attempt._read_row(data, int(number))
            elif kind == "gate-version":
                attempt._read_gate(data, int(number))
        attempt._read_acts(data)
        return attempt

    def _read_row(self, data: Mapping[str, Any], pk: int) -> None:
        name, note, verdict = f"version-{pk}", str(data.get(f"note-{pk}", "")), str(data.get(f"verdict-{pk}", ""))
        try:
            version = read_version(data, name)
            clean_note = read_note(note)
            if is_untouched(data, name, verdict, clean_note):
                self.untouched.add(pk)
            self.versions[pk], self.notes[pk] = version, clean_note
        except ValidationError as error:
            self.notes[pk] = note
            self.errors[pk] = " ".join(error.messages)
        self.verdicts[pk] = verdict

    def _read_gate(self, data: Mapping[str, Any], pk: int) -> None:
        name, arose = f"gate-version-{pk}", str(data.get(f"gate-{pk}", UNKNOWN))
        with suppress(ValidationError):
            read_arose(arose)
            self.gate_versions[pk] = read_version(data, name)
            self.gates[pk] = arose
            if is_untouched(data, name, arose):
                self.untouched_gates.add(pk)

    def _read_acts(self, data: Mapping[str, Any]) -> None:
        """The buttons of the page, each of which sends the whole form."""
        occasion, _colon, arose = str(data.get("turn", "")).partition(":")
        if occasion.isdecimal() and int(occasion[:LONGEST_NUMBER]) in self.gates and arose in (YES, NO, UNKNOWN):
            self.gates[int(occasion)] = arose
            self.untouched_gates.discard(int(occasion))
        if "others" in data:
            self.untouched_gates -= {pk for pk, arose in self.gates.items() if not arose}
            self.gates = {pk: arose or NO for pk, arose in self.gates.items()}
        cleared = str(data.get("clear", ""))
        if cleared.isdecimal() and int(cleared[:LONGEST_NUMBER]) in self.verdicts:
            self.verdicts[int(cleared)] = ""
            self.untouched.discard(int(cleared))

    @property
    def answers_to_save(self) -> dict[int, tuple[int, str, str]]:
        return {
            pk: (version, self.verdicts[pk], self.notes[pk])
            for pk, version in self.versions.items()
            if pk not in self.errors and pk not in self.untouched
        }

    @property
    def gates_to_save(self) -> dict[int, tuple[int, bool | None]]:
        return {
            pk: (self.gate_versions[pk], read_arose(arose))
            for pk, arose in self.gates.items()
            if pk not in self.untouched_gates
        }

    def left_over(self, result: fieldwork.SaveResult) -> "Attempt":
        """Only what could not be saved: what clashes with what is there now, and faulty notes."""
        conflicts = {conflict.current.recommendation_id: conflict for conflict in result.conflicts}
        gate_conflicts = {conflict.current.occasion_id: conflict for conflict in result.gate_conflicts}
        kept = conflicts.keys() | self.errors.keys()
        return Attempt(
            verdicts={pk: self.verdicts[pk] for pk in kept},
            notes={pk: self.notes[pk] for pk in kept},
            gates={pk: self.gates[pk] for pk in gate_conflicts},
            errors=self.errors,
            clashes={pk: Clash.over_answer(one.current, one.verdict, one.note) for pk, one in conflicts.items()},
            gate_clashes={pk: Clash.over_gate(one.current, self.gates[pk]) for pk, one in gate_conflicts.items()},
        )

    def keep_waiting(self, minutes: str, fault: Exception) -> None:
        """A waiting time that could not be saved, with why."""
        self.waiting = minutes
        if isinstance(fault, fieldwork.Stale):
            self.waiting_clash = Clash.over_waiting(fault.current, minutes)
        else:
            self.waiting_error = " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)

    @property
    def status(self) -> int:
        """200, or why not everything was saved: 409 a clash, 422 a fault."""
        if self.clashes or self.gate_clashes or self.waiting_clash:
            return 409
        return 422 if self.errors or self.waiting_error or self.refusal else 200

    @property
    def is_empty(self) -> bool:
        return self.status == 200
