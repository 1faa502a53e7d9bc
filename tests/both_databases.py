"""Which tests run on PostgreSQL too: those of modules with the marker, and those named in on_both_databases.txt.

The list has what a whole module need not be marked for: together they send every shape of statement that the product
sends in any test (`make test-statements` proves it and names what is missing). A line is a test with all its values, or
with one of them.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

MARKER = "both_databases"
LIST = Path(__file__).with_name("on_both_databases.txt")


@cache
def listed() -> frozenset[str]:
    return frozenset(LIST.read_text().splitlines())


@cache
def listed_modules() -> frozenset[str]:
    return frozenset(line.partition("::")[0] for line in listed())


def is_listed(test: str) -> bool:
    return test in listed() or test.partition("[")[0] in listed()


def unknown(tests: Iterable[str]) -> list[str]:
    """What is listed and is no test any more."""
    known: set[str] = set()
    for test in tests:
        known |= {test, test.partition("[")[0]}
    return sorted(listed() - known)
