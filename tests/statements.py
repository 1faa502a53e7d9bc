"""Which shapes of SQL statement does a run of the tests send, and does a smaller run send all of them?

`pytest -p tests.statements --statements FILE` notes each shape with the tests that sent it. `python -m tests.statements
compare ALL SUBSET` names what the product sends in one run and not in the other, and fails when there is anything.
Values, how many of them stand in a list, names of savepoints and white space make no other shape.

The product sends what is sent while one of its functions runs, or while a request is answered: a frame of these is on
the stack. Migrations, factories and what a test asks to see the outcome are no business of the product.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

import django.core.handlers.base
import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = tuple(f"{ROOT / name}/" for name in ("audits", "standards", "standards_portal"))
HANDLERS = django.core.handlers.base.__file__

_LITERAL = re.compile(r"E?'(?:[^']|'')*'|%s|\b\d+(?:\.\d+)?\b")
_SAVEPOINT = re.compile(r'(SAVEPOINT) "[^"]+"')
_NAME_OF_CURSOR = re.compile(r'"_django_curs_[^"]+"')
# Values, rows of values, and the WHEN … THEN or OR … of a statement that is put together from a list.
_REPEATED = (
    re.compile(r"(\?)(?:, \?)+"),
    re.compile(r"(\([?, ]+\))(?:, \1)+"),
    re.compile(r"( WHEN .{1,300}? THEN [^ ]+)\1+"),
    re.compile(r"(\([^()]{1,300}\))(?:(?: OR | AND )\1)+"),
)


def shape(sql: str) -> str:
    text = " ".join(sql.split())
    text = _SAVEPOINT.sub(r"\1 ?", _NAME_OF_CURSOR.sub("?", text))
    text = _LITERAL.sub("?", text)
    for repeated in _REPEATED:
        text = repeated.sub(r"\1", text)
    return text


class Recorder:
    """Shapes, each with whether the product sent it, and one test a file that did."""

    def __init__(self) -> None:
        self.test = ""
        self.by_product: dict[str, bool] = {}
        self.tests: dict[str, dict[str, str]] = {}
        self._shape = cache(shape)

    def watch(self, connection: BaseDatabaseWrapper, **_signal: Any) -> None:
        if self.note not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.note)

    def note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent = self._shape(sql if isinstance(sql, str) else sql.as_string(context["cursor"].cursor))
        if not self.by_product.get(sent):
            self.by_product[sent] = is_the_products(sys._getframe(1))
        self.tests.setdefault(sent, {}).setdefault(self.test.partition("::")[0], self.test)
        return execute(sql, params, many, context)

    def told(self) -> dict[str, Any]:
        return {sent: {"product": self.by_product[sent], "tests": self.tests[sent]} for sent in self.tests}


def is_the_products(innermost: FrameType | None) -> bool:
    names = [frame.f_code.co_filename for frame in _outwards(innermost)]
    if any("/migrations/" in name for name in names):
        return False
    return any(name == HANDLERS or name.startswith(PRODUCT) for name in names)


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    while frame:
        yield frame
        frame = frame.f_back


def merge(all_told: dict[str, Any], told: dict[str, Any]) -> None:
    for sent, of_it in told.items():
        known = all_told.setdefault(sent, {"product": False, "tests": {}})
        known["product"] |= of_it["product"]
        known["tests"] = {**of_it["tests"], **known["tests"]}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--statements", metavar="FILE", help="note the shapes of SQL statements that are sent")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--statements"):
        config.pluginmanager.register(Plugin(config), "statements of this run")


class Plugin:
    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.recorder = Recorder()
        self.of_workers: dict[str, Any] = {}
        connection_created.connect(self.recorder.watch)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.recorder.test = nodeid

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of pytest-xdist hands over what it noted when it ends."""
        merge(self.of_workers, json.loads(node.workeroutput.get("statements", "{}")))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        told = self.recorder.told()
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["statements"] = json.dumps(told)
            return
        merge(told, self.of_workers)
        Path(self.config.getoption("--statements")).write_text(
            json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True)
        )


def missing(everything: dict[str, Any], subset: dict[str, Any]) -> dict[str, list[str]]:
    """The shapes that the product sends in the whole run alone, each with tests that send it, one a file."""
    return {
        sent: sorted(told["tests"].values())
        for sent, told in sorted(everything.items())
        if told["product"] and sent not in subset
    }


def main(arguments: list[str]) -> str | None:
    parser = argparse.ArgumentParser(prog="python -m tests.statements", description=(__doc__ or "").splitlines()[0])
    compare = parser.add_subparsers(required=True).add_parser("compare")
    compare.add_argument("everything", type=Path)
    compare.add_argument("subset", type=Path)
    files = parser.parse_args(arguments)
    everything, subset = (json.loads(file.read_text()) for file in (files.everything, files.subset))
    lacking = missing(everything, subset)
    of_product = sum(told["product"] for told in everything.values())
    if lacking:
        lines = [f"{sent}\n    sent by {', '.join(islice(tests, 3))}" for sent, tests in lacking.items()]
        return "\n".join(
            [*lines, f"{len(lacking)} of {of_product} shapes that the product sends are not in the subset."]
        )
    sys.stdout.write(f"All {of_product} shapes that the product sends are in the subset.\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
