"""What acts on a draft's checklist come to."""

from dataclasses import dataclass

from audits.models import Answer, Gate


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
