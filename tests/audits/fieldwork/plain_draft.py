"""What acts do to a draft, in the plainest words: a row holds what was said of it, a closed gate only hides that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

RATED = ("met", "partly", "not_met")
NOTHING = ("", "")
HIDDEN = ("not_applicable", "gate")
GAVE_WAY = ("not_applicable", "excluded")


class Row(NamedTuple):
    """`gate`: the place of its gate question; `excludes`: the place of the row of which only one can apply."""

    gate: int | None
    matter: str
    excludes: int | None
    refrain: bool
    parts: bool
    block: str


@dataclass
class Draft:
    """Rows and gates by place. `held`: (verdict, act) of each row, whether its gate hides it or not."""

    rows: tuple[Row, ...]
    gates: dict[int, bool | None] = field(default_factory=dict)
    held: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gates = dict.fromkeys(sorted({row.gate for row in self.rows if row.gate is not None}))
        self.held = [NOTHING] * len(self.rows)

    # What stands there

    def arose(self, at: int) -> bool | None:
        """Whether it applies: surely, surely not, or not known."""
        gate = self.rows[at].gate
        return True if gate is None else self.gates[gate]

    def stands(self, at: int) -> tuple[str, str]:
        return HIDDEN if self.arose(at) is False else self.held[at]

    def is_rated(self, at: int) -> bool:
        return self.stands(at)[0] in RATED

    def twins(self, at: int) -> list[int]:
        matter = self.rows[at].matter
        return [one for one, row in enumerate(self.rows) if one != at and matter and row.matter == matter]

    # Acts; False where the act is refused and nothing happens

    def judge(self, at: int, verdict: str, act: str = "judged") -> bool:
        row = self.rows[at]
        if self.arose(at) is False and verdict != "not_applicable":
            return False
        if verdict == "not_applicable" and row.gate is None and not self._gives_way(at):
            return False
        if verdict == "partly" and not row.parts:
            return False
        stood, by = self.stands(at)
        if stood == verdict and by not in ("excluded", "none_of_these"):
            return True
        if verdict in RATED and self.arose(at) is None:
            self._turn(row.gate, arose=True)
        if verdict == "not_applicable" and row.gate is None:
            act = "excluded"
        said = (verdict, act) if verdict else NOTHING
        self.held[at] = said
        for twin in self.twins(at):
            # A row that may yet not apply waits, unless something was said of it before.
            waits = self.arose(twin) is False or (self.arose(twin) is None and not self.held[twin][0])
            always_applies = verdict == "not_applicable" and self.rows[twin].gate is None
            if not waits and not always_applies:
                self.held[twin] = said
        self._let_give_way(at)
        return True

    def turn(self, gate: int, arose: bool | None) -> bool:
        if self.gates[gate] is not arose:
            self._turn(gate, arose=arose)
        return True

    def nothing_else_happened(self) -> None:
        for gate, arose in self.gates.items():
            if arose is None:
                self._turn(gate, arose=False)

    def none_of_these(self, block: str) -> None:
        for at in self._asked():
            row = self.rows[at]
            if row.block == block and row.refrain and self.arose(at) and not self.stands(at)[0]:
                self.judge(at, "met", "none_of_these")

    # What follows

    def _asked(self) -> list[int]:
        """One row a matter: the first that surely applies, else the first that may, else the first."""
        asked = []
        for at, row in enumerate(self.rows):
            of_matter = sorted([at, *self.twins(at)])
            applying = [one for one in of_matter if self.arose(one) is True]
            possible = [one for one in of_matter if self.arose(one) is None]
            if not row.matter or at == [*applying, *possible, *of_matter][0]:
                asked.append(at)
        return asked

    def _turn(self, gate: int | None, *, arose: bool | None) -> None:
        assert gate is not None
        behind = [at for at, row in enumerate(self.rows) if row.gate == gate]
        was = self.gates[gate]
        self.gates[gate] = arose
        for at in behind:
            if arose is not False:
                self._take_the_matters(at)
            if arose is False or ((was is False or arose is True) and self.is_rated(at)):
                self._let_give_way(at)

    def _take_the_matters(self, at: int) -> None:
        """What its matter was given meanwhile: of a row that surely applies, or of which something was said."""
        if self.arose(at) is True or self.held[at][0]:
            said = [self.held[twin] for twin in self._speaking(at)]
            if said:
                self.held[at] = said[0]

    def _speaking(self, at: int) -> Iterable[int]:
        speaking = [one for one in self.twins(at) if self.stands(one)[0] not in ("", "not_applicable")]
        return sorted(speaking, key=lambda one: (self.arose(one) is not True, one))

    def _gives_way(self, at: int) -> bool:
        other = self.rows[at].excludes
        return other is not None and self.is_rated(other)

    def _let_give_way(self, at: int) -> None:
        """Of two rows of which one can apply it is the later judged; the other gives way with its matter."""
        matter = [at, *self.twins(at)]
        gave_way: list[int] = []
        for other in dict.fromkeys(self.rows[one].excludes for one in matter):
            if other is None:
                continue
            applies = any(self.is_rated(one) for one in matter if self.rows[one].excludes == other)
            for one in [other, *self.twins(other)]:
                row = self.rows[one]
                may_not_apply = row.gate is not None or row.excludes is not None
                if applies and self.arose(one) is not False and may_not_apply:
                    self.held[one] = GAVE_WAY
                    gave_way.append(one)
                elif not applies and self.held[one] == GAVE_WAY:
                    self.held[one] = NOTHING
        for one in gave_way:
            self._let_give_way(one)
