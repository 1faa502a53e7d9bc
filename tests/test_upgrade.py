"""A database stored by an earlier version is brought up to this one and loses nothing. See tests/upgrade."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upgrade import databases

# Of a kind of its own on each database; the tests' own one is not touched.
pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

ADDRESS = os.environ["DATABASE_URL"]
FIRST = "0.2.0"

# By version, what a later migration moves or rewrites on purpose, and the test that shows where it is then:
# {"0.2.0": {"audits_something": "tests/…::test_…"}}
MOVED: dict[str, dict[str, str]] = {}


@pytest.fixture(params=databases.versions())
def version(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def database(version: str, tmp_path: Path) -> Iterator[str]:
    with databases.scratch(ADDRESS, tmp_path) as address:
        databases.load(version, address)
        yield address


def test_the_first_version_is_among_those_stored_for_both_databases():
    assert FIRST in databases.versions()
    for version in databases.versions():
        assert databases.file_of(version, "postgres://").exists()


def test_an_upgrade_loses_nothing(database: str, version: str):
    before, guards = databases.holdings(database), databases.triggers(database)
    done = databases.manage(database, "migrate")
    assert done.returncode == 0, done.stderr
    assert databases.manage(database, "migrate", "--check").returncode == 0

    moved = MOVED.get(version, {})
    kept = {table: rows for table, rows in before.items() if table not in moved}
    assert databases.lost(kept, databases.holdings(database)) == []
    assert guards <= databases.triggers(database)
    # What the portal itself says of guards and of the chain of the log.
    for words in (["check", "--database", "default", "--fail-level", "WARNING"], ["verify_access_log"]):
        told = databases.manage(database, *words)
        assert told.returncode == 0, told.stdout + told.stderr
    assert len(before["audits_accessrecord"]) > 1


def test_what_is_stored_is_an_office_at_work(database: str):
    found = databases.holdings(database)
    for table in ("audit", "answer", "closing", "blocksums", "supplement", "report", "departmentname", "release"):
        assert found[f"audits_{table}"], table


class TestSayingWhatIsLost:
    """The comparison itself."""

    def test_a_row_a_value_and_a_table(self):
        before = {"a": [{"id": 1, "n": "x"}, {"id": 2, "n": "y"}], "b": [{"id": 1}]}
        assert databases.lost(before, {"a": [{"id": 2, "n": "y"}, {"id": 1, "n": "x"}], "b": [{"id": 1}]}) == []
        assert databases.lost(before, {"a": [{"id": 1, "n": "x"}], "b": [{"id": 1}]}) != []
        assert databases.lost(before, {"a": [{"id": 1, "n": "x"}, {"id": 2, "n": "z"}], "b": [{"id": 1}]}) != []
        assert databases.lost(before, {"a": before["a"]}) == ["b is gone"]

    def test_a_column_that_is_no_more(self):
        assert databases.lost({"a": [{"id": 1, "n": "x"}]}, {"a": [{"id": 1}]}) != []

    def test_what_came_is_no_loss(self):
        after = {"a": [{"id": 1, "n": "x", "more": None}, {"id": 2, "n": "y", "more": 1}], "c": []}
        assert databases.lost({"a": [{"id": 1, "n": "x"}]}, after) == []
