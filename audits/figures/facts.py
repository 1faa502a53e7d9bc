"""What is counted of audits besides their answers. Adds up, and is plain enough to be kept as JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Facts:
    """What is known of audits besides their answers, as far as it is counted."""

    audits: int = 0
    auditors: set[int] = field(default_factory=set)
    # Minutes, and how many audits recorded them.
    waiting: Counter[int] = field(default_factory=Counter)
    opened_late: int = 0
    from_memory: int = 0
    nobody_named: int = 0

    @classmethod
    def of_audit(cls, *, auditor: int, waiting: int | None, late: bool, from_memory: bool, named: bool) -> "Facts":
        noted = Counter() if waiting is None else Counter({waiting: 1})
        return cls(1, {auditor}, noted, int(late), int(from_memory), int(not named))

    @classmethod
    def together(cls, parts: Iterable["Facts"]) -> "Facts":
        found = cls()
        for part in parts:
            found.audits += part.audits
            found.auditors |= part.auditors
            found.waiting.update(part.waiting)
            found.opened_late += part.opened_late
            found.from_memory += part.from_memory
            found.nobody_named += part.nobody_named
        return found

    def to_json(self) -> dict[str, Any]:
        return {
            "audits": self.audits,
            "auditors": sorted(self.auditors),
            "waiting": sorted(map(list, self.waiting.items())),
            "opened_late": self.opened_late,
            "from_memory": self.from_memory,
            "nobody_named": self.nobody_named,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Facts":
        return cls(
            kept["audits"],
            set(kept["auditors"]),
            Counter(dict(kept["waiting"])),
            kept["opened_late"],
            kept["from_memory"],
            kept["nobody_named"],
        )
