"""Are the same tests collected whenever, and in whatever order sets are walked?

`python -m tests.collected` collects twice side by side: with other seeds for the order of sets, and the second time
four hundred days from now. It fails where a test, or a value that one is run with, is not the same.
"""

import datetime
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests import both_databases

COLLECT = (sys.executable, "-m", "pytest", "-p", "tests.collected", "--collect-only", "-qq")
# Of each run the seed for the order of sets, and its further options.
RUNS = (("1",), ("2", "--later"))
LATER = datetime.timedelta(days=400, hours=7)
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_SET = re.compile(r"\{([^{}]*)\}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--collected", metavar="FILE", help="write down what was collected")
    parser.addoption("--later", action="store_true", help="collect as if it were four hundred days from now")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--later"):
        import time_machine

        travelling = time_machine.travel(datetime.datetime.now(datetime.UTC) + LATER)
        travelling.start()
        config.add_cleanup(travelling.stop)


def pytest_collection_finish(session: pytest.Session) -> None:
    if path := session.config.getoption("--collected"):
        Path(path).write_text("\n".join(map(_told, session.items)))


def _told(item: pytest.Item) -> str:
    spec = getattr(item, "callspec", None)
    return "\t".join([item.nodeid, *(_shown(value) for value in (spec.params.values() if spec else ()))])


def _shown(value: Any) -> str:
    return _SET.sub(_sorted, _ADDRESS.sub("", repr(value))).replace("\n", " ")


def _sorted(found: re.Match[str]) -> str:
    """What is a set itself, or holds one, may be walked in any order."""
    return "{" + ", ".join(sorted(found[1].split(", "))) + "}"


def differences(one: Iterable[str], other: Iterable[str]) -> list[str]:
    first, second = list(one), list(other)
    if first == second:
        return []
    either = sorted(set(first) ^ set(second))
    return either or ["the order: " + next(f"{a} / {b}" for a, b in zip(first, second, strict=True) if a != b)]


def environment(seed: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": seed}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for seed, *options in RUNS:
            file = Path(folder, seed)
            command = [*COLLECT, f"--collected={file}", *options]
            # Each writes its compiled modules; what both write is the same.
            runs.append((file, subprocess.Popen(command, env=environment(seed), stdout=subprocess.DEVNULL)))
        if any(code for code in [process.wait() for _file, process in runs]):
            sys.exit("The tests cannot be collected.")
        first, second = (file.read_text().splitlines() for file, _process in runs)
    different = differences(first, second)
    if different:
        sys.exit("\n".join(["Not collected alike by another clock and another order of sets:", *different]))
    if gone := both_databases.unknown(line.partition("\t")[0] for line in first):
        sys.exit("\n".join([f"In {both_databases.LIST.name}, and no test any more:", *gone]))
    sys.stdout.write(f"{len(first)} tests are collected alike at any time.\n")


if __name__ == "__main__":
    main()
