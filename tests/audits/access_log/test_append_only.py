"""The database refuses to change, delete, replace or empty the log, whoever writes and however."""
# ruff: noqa: S608 (the SQL is put together from the model's own table)

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from audits.models import AccessRecord
from standards import append_only, guards

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

TABLE = AccessRecord._meta.db_table
REFUSAL = f"Rows of {TABLE} are only added"
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has REPLACE")
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL has TRUNCATE")


def execute(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def refused(act, *args, **kwargs) -> None:
    before = list(AccessRecord.objects.values())
    with pytest.raises(IntegrityError, match=REFUSAL), transaction.atomic():
        act(*args, **kwargs)
    assert list(AccessRecord.objects.values()) == before


def test_saving_anew_is_refused(read) -> None:
    row = read()
    row.justification = "inaczej"
    refused(row.save)


def test_update_is_refused(read) -> None:
    read()
    refused(AccessRecord.objects.update, justification="inaczej")
    refused(AccessRecord.objects.update, number=F("number") + 1)
    refused(execute, f"UPDATE {TABLE} SET kind = kind")


def test_delete_is_refused(read) -> None:
    row = read()
    refused(row.delete)
    refused(AccessRecord.objects.all().delete)
    refused(execute, f"DELETE FROM {TABLE}")


@on_sqlite
def test_replace_is_refused(read) -> None:
    read()
    columns = ", ".join(field.column for field in AccessRecord._meta.concrete_fields)
    refused(execute, f"INSERT OR REPLACE INTO {TABLE} ({columns}) SELECT {columns} FROM {TABLE}")


@on_postgresql
def test_truncate_is_refused(read) -> None:
    read()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(execute, f"TRUNCATE {TABLE}")
    refused(execute, f"TRUNCATE {TABLE} CASCADE")


@on_postgresql
def test_emptying_what_it_points_to_is_refused(read) -> None:
    read()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(execute, "TRUNCATE audits_purpose CASCADE")


@pytest.mark.django_db(transaction=True)
class TestUpkeep:
    def trigger(self) -> str:
        return f"{append_only.PREFIX}{TABLE}_{'row' if connection.vendor == 'postgresql' else 'delete'}"

    def check(self) -> None:
        output = StringIO()
        call_command("check", databases=["default"], tags=["database"], stdout=output, stderr=output)

    def test_a_missing_trigger_fails_the_check_by_name_and_migrate_puts_it_back(self) -> None:
        assert guards.missing("default") == []
        execute(f"DROP TRIGGER {self.trigger()}" + (f" ON {TABLE}" if connection.vendor == "postgresql" else ""))
        with pytest.raises(CommandError, match=rf"(?s)standards\.E001.*: {self.trigger()} missing"):
            self.check()
        call_command("migrate", verbosity=0, skip_checks=False)
        assert guards.missing("default") == []
        self.check()

    def test_lifting_takes_every_trigger_away_and_installing_puts_them_back(self, read) -> None:
        read()
        guards.lift("default")
        try:
            assert {name for name in guards.missing("default") if name.startswith(f"{append_only.PREFIX}{TABLE}_")} == {
                *(
                    append_only.postgresql_triggers(TABLE)
                    if connection.vendor == "postgresql"
                    else append_only.sqlite_triggers(TABLE)
                )
            }
            assert AccessRecord.objects.update(justification="inaczej") == 1
        finally:
            guards.install("default")
        refused(AccessRecord.objects.update, justification="jeszcze inaczej")

    def test_flush_empties_the_log_and_leaves_it_guarded(self, read) -> None:
        read()
        call_command("flush", interactive=False, verbosity=0)
        assert not AccessRecord.objects.exists()
        assert guards.missing("default") == []
