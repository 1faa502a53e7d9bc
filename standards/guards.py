"""Database triggers that keep published text as it is, whoever writes: `save()`, `update()`, a fixture or raw SQL.

Text is an edition with its areas, standards, recommendations and points; it is published once a Publication of
the edition exists, and such a row is never changed or deleted either, nor is that of a Withdrawal. A statement that
leaves a row as it was passes, so that the same fixture loads twice. How a recommendation is judged (Assessability,
Occasion) is not text.

The triggers of tables that other applications registered as `append_only` are put in place and checked here too.

A refused statement raises `django.db.IntegrityError` on both databases.
"""

# ruff: noqa: S608 (the SQL is put together from this file's constants and the tables' own columns)

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

from standards import append_only

PUBLICATION = "standards_publication"
WITHDRAWAL = "standards_withdrawal"
# Rows of these are inserted, never changed, one an edition.
INSERTED_ONLY = (PUBLICATION, WITHDRAWAL)

# Which edition a row belongs to, as SQL over one row: NEW, OLD, or the name of a table in the query.
EDITIONS_OF: dict[str, tuple[str, ...]] = {
    "standards_edition": ("{row}.id",),
    "standards_area": ("{row}.edition_id",),
    "standards_standard": (
        "{row}.edition_id",
        "(SELECT area.edition_id FROM standards_area area WHERE area.id = {row}.area_id)",
    ),
    "standards_recommendation": (
        "(SELECT standard.edition_id FROM standards_standard standard WHERE standard.id = {row}.standard_id)",
    ),
    "standards_point": (
        """(SELECT standard.edition_id FROM standards_standard standard
            JOIN standards_recommendation recommendation ON recommendation.standard_id = standard.id
            WHERE recommendation.id = {row}.recommendation_id)""",
    ),
}
TABLES = (*EDITIONS_OF, *INSERTED_ONLY)

PREFIX = "keep_published_"


def refusal(table: str) -> str:
    """What the database says when it refuses: a constant, as SQLite's RAISE takes nothing else."""
    if table == PUBLICATION:
        return f"A publication is never changed or withdrawn by hand ({table})."
    if table == WITHDRAWAL:
        return f"A withdrawal is never changed or taken back ({table})."
    return f"The text of a published edition cannot be changed: draft a new edition ({table})."


def _editions(table: str, row: str) -> str:
    return ", ".join(edition.format(row=row) for edition in EDITIONS_OF[table])


def _published(table: str, row: str) -> str:
    return f"EXISTS (SELECT 1 FROM {PUBLICATION} kept WHERE kept.edition_id IN ({_editions(table, row)}))"


# SQLite: a trigger for each table and statement.


def _sqlite_triggers(table: str, columns: Sequence[str]) -> dict[str, str]:
    """The statements that make the triggers of one table, by the triggers' names."""
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    if table in INSERTED_ONLY:
        # REPLACE takes away what is in its way without asking the DELETE trigger.
        in_the_way = f"EXISTS (SELECT 1 FROM {table} kept WHERE kept.id = NEW.id OR kept.edition_id = NEW.edition_id)"
        conditions = {"INSERT": in_the_way, "UPDATE": changed, "DELETE": "1"}
    else:
        in_the_way = f"EXISTS (SELECT 1 FROM {table} mine WHERE mine.id = NEW.id AND {_published(table, 'mine')})"
        if table == "standards_edition":
            in_the_way += (
                f" OR EXISTS (SELECT 1 FROM {table} mine WHERE mine.code = NEW.code AND mine.id IS NOT NEW.id"
                f" AND {_published(table, 'mine')})"
            )
        conditions = {
            "INSERT": f"{_published(table, 'NEW')} OR {in_the_way}",
            "UPDATE": f"({changed}) AND ({_published(table, 'OLD')} OR {_published(table, 'NEW')} OR {in_the_way})",
            "DELETE": _published(table, "OLD"),
        }
    return {
        f"{PREFIX}{table}_{statement.lower()}": (
            f"CREATE TRIGGER {PREFIX}{table}_{statement.lower()} BEFORE {statement} ON {table}"
            f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{refusal(table)}'); END"
        )
        for statement, condition in conditions.items()
    }


# PostgreSQL: a function and two triggers for each table, one for rows and one for TRUNCATE.


def _postgresql_function(table: str) -> str:
    """Before it looks whether the edition is published, a writer locks the edition against being published just now."""
    if table in INSERTED_ONLY:
        body = f"""
            IF TG_OP = 'INSERT' THEN
                PERFORM 1 FROM standards_edition WHERE id = NEW.edition_id FOR UPDATE;
                RETURN NEW;
            END IF;
            refused := TG_OP <> 'TRUNCATE' OR EXISTS (SELECT 1 FROM {table});"""
    else:
        body = f"""
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[{_editions(table, "OLD")}]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[{_editions(table, "NEW")}]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;"""
    return f"""
        CREATE OR REPLACE FUNCTION {PREFIX}{table}() RETURNS trigger
        LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;{body}
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = '{refusal(table)}', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$"""


def _postgresql_triggers(table: str) -> dict[str, str]:
    function = f"EXECUTE FUNCTION {PREFIX}{table}()"
    return {
        f"{PREFIX}{table}_row": (
            f"CREATE TRIGGER {PREFIX}{table}_row BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW {function}"
        ),
        f"{PREFIX}{table}_truncate": (
            f"CREATE TRIGGER {PREFIX}{table}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {function}"
        ),
    }


# Both


def install(using: str) -> None:
    """Put all guards in place anew; does nothing while the tables do not exist."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        _drop(connection, cursor)
        for table in _guarded_tables(connection, cursor):
            if connection.vendor == "postgresql":
                cursor.execute(_postgresql_function(table))
                triggers = _postgresql_triggers(table)
            else:
                columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
                triggers = _sqlite_triggers(table, columns)
            for statement in triggers.values():
                cursor.execute(statement)
        for table in _append_only_tables(connection, cursor):
            if connection.vendor == "postgresql":
                cursor.execute(append_only.postgresql_function(table))
            for statement in _append_only_triggers(connection, table).values():
                cursor.execute(statement)


def lift(using: str) -> None:
    """Take all guards away: for migrations, which remake tables, and for emptying the whole database."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        _drop(connection, cursor)


@contextmanager
def only_added_lifted(using: str, tables: Iterable[str]) -> Iterator[None]:
    """Within a transaction: rows of these append-only tables may be deleted, until the block ends.

    Other connections see the triggers throughout: what is lifted is lifted in this transaction alone.
    """
    connection = connections[using]
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("Guards are lifted in a transaction alone.")
    chosen = sorted(tables)
    with connection.cursor() as cursor:
        for table in chosen:
            for name in _append_only_triggers(connection, table):
                on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {name}{on_table}")
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Deferred checks of what was deleted would stand in the way of a change to the table.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in chosen:
            for statement in _append_only_triggers(connection, table).values():
                cursor.execute(statement)


def missing(using: str) -> list[str]:
    """Names of the guards that are not in place, or disabled; none while the tables do not exist."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = _guarded_tables(connection, cursor)
        only_added = _append_only_tables(connection, cursor)
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {name for (name,) in cursor.fetchall()}
    wanted = [
        name
        for table in tables
        for name in (_postgresql_triggers(table) if connection.vendor == "postgresql" else _sqlite_triggers(table, ()))
    ]
    wanted += [name for table in only_added for name in _append_only_triggers(connection, table)]
    return [name for name in wanted if name not in present]


def _guarded_tables(connection: BaseDatabaseWrapper, cursor: Any) -> list[str]:
    """Those that exist, as a database between two migrations has not all; none before the text's own do."""
    existing = set(connection.introspection.table_names(cursor))
    if not {*EDITIONS_OF, PUBLICATION} <= existing:
        return []
    return [table for table in TABLES if table in existing]


def _append_only_tables(connection: BaseDatabaseWrapper, cursor: Any) -> list[str]:
    existing = set(connection.introspection.table_names(cursor))
    return [table for table in append_only.tables() if table in existing]


def _append_only_triggers(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    if connection.vendor == "postgresql":
        return append_only.postgresql_triggers(table)
    return append_only.sqlite_triggers(table)


def _drop(connection: BaseDatabaseWrapper, cursor: Any) -> None:
    if connection.vendor == "postgresql":
        for table in TABLES:
            cursor.execute(f"DROP FUNCTION IF EXISTS {PREFIX}{table}() CASCADE")
        for table in append_only.tables():
            cursor.execute(f"DROP FUNCTION IF EXISTS {append_only.PREFIX}{table}() CASCADE")
        return
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in cursor.fetchall():
        if name.startswith((PREFIX, append_only.PREFIX)):
            cursor.execute(f"DROP TRIGGER {name}")


# When


def connect(app: AppConfig) -> None:
    """Follow the app's migrations: on SQLite a remade table loses its triggers."""
    pre_migrate.connect(_before_migrations, sender=app, dispatch_uid="standards.guards")
    post_migrate.connect(_after_migrations, sender=app, dispatch_uid="standards.guards")


def _before_migrations(*, using: str, plan: Sequence[Any] = (), **kwargs: Any) -> None:
    # A deployment that changes no table leaves the text guarded throughout.
    if plan:
        lift(using)


def _after_migrations(*, using: str, **kwargs: Any) -> None:
    install(using)


_mending: ContextVar[bool] = ContextVar("mending", default=False)


@contextmanager
def mending() -> Iterator[None]:
    """While `migrate` checks the system: it is what puts missing guards back, so it may not fail for want of them."""
    token = _mending.set(True)
    try:
        yield
    finally:
        _mending.reset(token)


@register(Tags.database)
def check_guards(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    if _mending.get():
        return []
    return [
        Error(
            f"Rows that must stay as they are can be changed in the database '{using}': {', '.join(absent)} missing.",
            hint="Run 'manage.py migrate': it puts the triggers back.",
            id="standards.E001",
        )
        for using in databases or ()
        if (absent := missing(using))
    ]
