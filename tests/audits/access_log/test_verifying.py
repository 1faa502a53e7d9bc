"""manage.py verify_access_log finds what somebody did to the log who can lift its triggers."""
# ruff: noqa: S608 (the SQL is put together from the model's own table)

import tracemalloc
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from audits.access_log import log as access_log
from audits.access_log.log import BEGINNING, hash_of
from audits.choices import AccessKind
from audits.models import AccessRecord, LogCheckpoint, LogEnd
from standards import guards

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

TABLE = AccessRecord._meta.db_table
NOTE = LogEnd._meta.db_table


def check(**options: str) -> str:
    output = StringIO()
    call_command("verify_access_log", stdout=output, **options)
    return output.getvalue()


def fault(**options: str) -> str:
    with pytest.raises(CommandError) as found:
        check(**options)
    assert found.value.returncode == 1
    return str(found.value)


@pytest.fixture
def rows(read: Callable[..., AccessRecord]) -> list[AccessRecord]:
    """Six rows, numbered from 1."""
    return [read(kind=kind, justification=str(n)) for n, kind in enumerate([AccessKind.PAGE, AccessKind.CARD] * 3)]


@pytest.fixture
def tamper(rows: list[AccessRecord]) -> Callable[..., None]:
    """Raw SQL, by somebody who lifts the triggers and puts them back."""

    def execute(*statements: str) -> None:
        guards.lift("default")
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        guards.install("default")

    return execute


def test_an_untouched_log_is_whole_and_its_head_is_printed(rows) -> None:
    printed = check()
    assert "6 rows" in printed
    assert rows[-1].hash in printed


def test_an_empty_log_is_whole() -> None:
    assert BEGINNING in check()
    assert BEGINNING in check(expect=BEGINNING)


COLUMNS = [
    "at = '2020-01-01 00:00:00+00:00'",
    "reader_id = (SELECT auditor_id FROM audits_audit WHERE audits_audit.id = audit_id)",
    "roles = ''",
    "kind = 'download'",
    "employee_id = NULL",
    "audit_id = NULL",
    "purpose_id = (SELECT max(id) FROM audits_purpose WHERE id <> purpose_id)",
    "purpose_label = 'inny cel'",
    "justification = 'inaczej'",
    "address = '192.0.2.66'",
    f"hash = '{'a' * 64}'",
    "ground = 'own_work', purpose_id = NULL",
    "ground = 'account', purpose_id = NULL, account_id = reader_id",
    "ground = 'account', purpose_id = NULL, account_id = reader_id, detail = 'hr UD-BEM'",
]


@pytest.mark.parametrize("change", COLUMNS)
def test_an_altered_row_is_named(tamper, change) -> None:
    tamper(f"UPDATE {TABLE} SET {change} WHERE number = 3")
    assert "row 3 was altered" in fault()


def test_every_column_of_a_row_is_bound_to_its_hash() -> None:
    """A column added later must be hashed as well, and tried above; the report is, where a card is downloaded."""
    tried = {part.split(" = ")[0].strip() for change in COLUMNS for part in change.split(", ")}
    assert tried == {field.column for field in AccessRecord._meta.concrete_fields} - {
        "number",
        "previous_hash",
        "report_id",
    }


def test_a_removed_row_is_named(tamper) -> None:
    tamper(f"DELETE FROM {TABLE} WHERE number = 3")
    assert "row 3 is missing" in fault()


def test_a_removed_first_row_is_named(tamper) -> None:
    tamper(f"DELETE FROM {TABLE} WHERE number = 1")
    assert "row 1 is missing" in fault()


def test_a_removed_row_whose_place_was_closed_up_is_named(tamper) -> None:
    tamper(
        f"DELETE FROM {TABLE} WHERE number = 3",
        *(f"UPDATE {TABLE} SET number = {n} - 1 WHERE number = {n}" for n in (4, 5, 6)),
    )
    assert "row 3 does not continue" in fault()


def test_rows_that_changed_places_are_named(tamper) -> None:
    tamper(
        f"UPDATE {TABLE} SET number = 99 WHERE number = 3",
        f"UPDATE {TABLE} SET number = 3 WHERE number = 4",
        f"UPDATE {TABLE} SET number = 4 WHERE number = 99",
    )
    assert "row 3 does not continue" in fault()


def test_a_row_put_in_is_named(tamper) -> None:
    columns = [field.column for field in AccessRecord._meta.concrete_fields if field.column != "number"]
    listed = ", ".join(columns)
    tamper(
        *(f"UPDATE {TABLE} SET number = {n} + 1 WHERE number = {n}" for n in (6, 5, 4)),
        f"INSERT INTO {TABLE} (number, {listed}) SELECT 4, {listed} FROM {TABLE} WHERE number = 3",
    )
    assert "row 4 does not continue" in fault()


def test_a_row_put_in_before_the_first_is_named(tamper) -> None:
    listed = ", ".join(field.column for field in AccessRecord._meta.concrete_fields if field.column != "number")
    tamper(f"INSERT INTO {TABLE} (number, {listed}) SELECT 0, {listed} FROM {TABLE} WHERE number = 1")
    assert "row 0 was put in" in fault()


def test_a_row_altered_together_with_its_hash_is_found_at_the_next(tamper, rows) -> None:
    rows[2].justification = "inaczej"
    tamper(f"UPDATE {TABLE} SET justification = 'inaczej', hash = '{hash_of(rows[2])}' WHERE number = 3")
    assert "row 4 does not continue" in fault()


def test_an_end_that_was_cut_off_is_named(tamper) -> None:
    tamper(f"DELETE FROM {TABLE} WHERE number >= 5")
    assert "row 5 is missing: the log goes on to row 6" in fault()


def test_so_is_one_that_was_cut_off_whole(tamper) -> None:
    tamper(f"DELETE FROM {TABLE}")
    assert "row 1 is missing" in fault()


def test_what_is_read_after_the_end_was_cut_off_does_not_hide_it(tamper, read) -> None:
    tamper(f"DELETE FROM {TABLE} WHERE number >= 5")
    read()
    assert "row 5 is missing" in fault()


def test_a_row_added_past_the_noted_end_is_found(tamper, rows) -> None:
    last = rows[-1]
    last.number, last.previous_hash = 7, last.hash
    last.hash = hash_of(last)
    AccessRecord.objects.bulk_create([last])
    assert "last row is another" in fault()


@pytest.mark.parametrize("change", [f"hash = '{'a' * 64}'", "number = 5"])
def test_a_note_of_another_end_is_found(tamper, change) -> None:
    tamper(f"UPDATE {NOTE} SET {change}")
    assert "last row is another" in fault()


@pytest.mark.parametrize(
    "statement", [f"DELETE FROM {NOTE}", f"UPDATE {NOTE} SET number = 4", f"UPDATE {NOTE} SET number = 0"]
)
def test_a_note_gone_or_behind_is_found_and_keeps_nobody_from_reading(tamper, read, statement) -> None:
    tamper(statement)
    assert "last row is another" in fault()
    assert read().number == 7
    assert "7 rows" in check()


def test_rows_that_an_older_version_added_since_the_upgrade_are_taken_up(rows, read) -> None:
    last = rows[-1]
    last.number, last.previous_hash = 7, last.hash
    last.hash = hash_of(last)
    AccessRecord.objects.bulk_create([last])
    assert read().number == 8
    assert "8 rows" in check()


def test_a_note_gone_after_retention_cut_all_rows_goes_on_from_there(tamper, rows, read) -> None:
    access_log.cut_log(up_to=6)
    tamper(f"DELETE FROM {NOTE}")
    assert read().number == 7
    assert "7 rows" in check()


def test_a_log_whose_beginning_is_cut_while_it_is_checked_is_whole(rows, monkeypatch) -> None:
    looked = iter([LogCheckpoint.objects.none()])
    manager = LogCheckpoint.objects

    def cut_meanwhile(*args: str) -> object:
        stale = next(looked, None)
        if stale is not None:
            access_log.cut_log(up_to=3)
            return stale
        return manager.get_queryset().order_by(*args)

    monkeypatch.setattr(manager, "order_by", cut_meanwhile)
    assert "6 rows" in check()


def test_an_end_cut_off_together_with_its_note_is_found_by_a_noted_hash(tamper, rows) -> None:
    noted = rows[-1].hash
    assert "6 rows" in check(expect=noted)
    tamper(f"DELETE FROM {TABLE} WHERE number >= 5", f"UPDATE {NOTE} SET number = 4, hash = '{rows[3].hash}'")
    assert "4 rows" in check()
    assert "cut short" in fault(expect=noted)
    assert "4 rows" in check(expect=rows[3].hash)


def test_rows_added_while_the_log_is_checked_do_not_break_it(rows, read, monkeypatch) -> None:
    """The note is read before them, as another process would write them."""
    looked = iter([access_log._end()])
    read()
    monkeypatch.setattr(access_log, "_end", lambda: next(looked, None) or LogEnd.objects.get())
    assert "7 rows" in check()


def test_a_noted_hash_stays_good_while_the_log_grows(rows, read) -> None:
    read()
    assert "7 rows" in check(expect=rows[-1].hash)


def test_a_log_made_anew_is_found_by_a_noted_hash(tamper, rows) -> None:
    noted = rows[-1].hash
    previous, statements = BEGINNING, []
    for row in rows:
        row.previous_hash, row.justification = previous, "inaczej"
        previous = hash_of(row)
        statements.append(
            f"UPDATE {TABLE} SET justification = 'inaczej', previous_hash = '{row.previous_hash}', hash = '{previous}'"
            f" WHERE number = {row.number}"
        )
    tamper(*statements)
    assert "last row is another" in fault()
    tamper(f"UPDATE {NOTE} SET hash = '{previous}'")
    assert "6 rows" in check()
    assert "made anew" in fault(expect=noted)


@pytest.mark.parametrize("noted", ["", "abc", "x" * 64])
def test_what_is_no_hash_is_refused(noted) -> None:
    with pytest.raises(CommandError, match="64 hexadecimal digits"):
        call_command("verify_access_log", f"--expect={noted}")


def test_memory_does_not_grow_with_the_log(rows) -> None:
    def add(count: int) -> None:
        last = AccessRecord.objects.latest("number")
        alike = {field.attname: getattr(last, field.attname) for field in AccessRecord._meta.concrete_fields}
        added = []
        for number in range(last.number + 1, last.number + 1 + count):
            row = AccessRecord(**alike | {"number": number, "previous_hash": (added or [last])[-1].hash})
            row.hash = hash_of(row)
            added.append(row)
        AccessRecord.objects.bulk_create(added)
        LogEnd.objects.update(number=added[-1].number, hash=added[-1].hash)

    def peak() -> int:
        tracemalloc.start()
        check()
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    add(1500)
    short = peak()
    add(4500)
    assert "6006 rows" in check()
    assert peak() < short * 1.5
