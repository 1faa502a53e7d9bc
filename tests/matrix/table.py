"""Reads `table.txt`: what every address answers to everybody."""

from dataclasses import dataclass
from pathlib import Path

from tests.matrix.actors import ACTORS, COUNTERPARTS

LOGIN = "login"
TABLE = Path(__file__).with_name("table.txt")
HOW_TO_ADD = (
    "Add a row to tests/matrix/table.txt: the address's name, what it is about (a method of World in "
    "tests/matrix/world.py, or - for nothing), what it answers about foreign and missing objects to whoever may see "
    "their own, and a code for everybody. Codes are GET/POST, one where both are the same."
)


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    kind: str
    absent: str
    codes: dict[str, str]
    # Of an address that is about several things, the first row.
    is_first: bool

    def __str__(self) -> str:
        return f"{self.key}-{self.kind}"

    def code(self, actor: str, method: str) -> str:
        return _of_method(self.codes[actor], method)

    def absent_code(self, actor: str, method: str) -> str:
        """About an object that is missing; about a foreign one too, to whom it is foreign."""
        code = self.code(COUNTERPARTS.get(actor, actor), method)
        return code if code in (LOGIN, "404", "405") else _of_method(self.absent, method)


def _of_method(cell: str, method: str) -> str:
    get, _, post = cell.partition("/")
    return get if method == "GET" else post or get


def rows() -> list[Row]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    headings = lines[0].split()
    assert headings == ["address", "about", "absent", *ACTORS], "The columns of table.txt are not the actors."
    found: list[Row] = []
    seen: set[str] = set()
    for line in lines[1:]:
        key, kind, absent, *codes = line.split()
        assert len(codes) == len(ACTORS), f"{key}: {len(codes)} codes for {len(ACTORS)} actors"
        found.append(Row(key, kind, absent, dict(zip(ACTORS, codes, strict=True)), is_first=key not in seen))
        seen.add(key)
    return found
