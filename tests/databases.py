"""The tests' database: migrated by one process of a run, copied by all others, which takes a tenth of the time.

Copies are made by what the database has for it: SQLite's backup, PostgreSQL's templates.
"""

import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases


@contextmanager
def made(*, keep: bool) -> Iterator[None]:
    """Migrated from nothing, or taken over from the run before where that is to be kept."""
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=(), keepdb=keep)
    yield
    if not keep:
        teardown_databases(databases, verbosity=0)


@contextmanager
def copied(shared: Path) -> Iterator[None]:
    """A copy of the template that the processes of one run share; `shared` is a folder that all of them know."""
    template, users = _name_of_template(shared), shared / "users-of-template"
    with _alone(shared):
        count = int(users.read_text()) if users.exists() else 0
        if not count:
            _migrate(template)
        users.write_text(str(count + 1))
        opened = _copy(template)
    # What is there is kept; `migrate` looks through it once more, finds nothing to do, and puts the guards in place.
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=(), keepdb=True)
    if opened:
        opened.close()
    yield
    teardown_databases(databases, verbosity=0)
    with _alone(shared):
        count = int(users.read_text()) - 1
        users.write_text(str(count))
        if not count:
            _drop(template)


@contextmanager
def _alone(shared: Path) -> Iterator[None]:
    with (shared / "template-lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _name_of_template(shared: Path) -> str:
    return str(shared / "template.sqlite3") if _is_sqlite() else f"test_{connection.settings_dict['NAME']}_template"


def _migrate(template: str) -> None:
    configured = connection.settings_dict
    name, name_in_tests = configured["NAME"], configured["TEST"].get("NAME")
    configured["TEST"]["NAME"] = template
    try:
        # One that an interrupted run left behind is replaced.
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    finally:
        # A template can be copied while nobody is connected to it.
        connection.close()
        configured["TEST"]["NAME"] = name_in_tests
        settings.DATABASES[connection.alias]["NAME"] = configured["NAME"] = name


def _copy(template: str) -> sqlite3.Connection | None:
    """In memory, the copy lives while a connection to it does: the one that is returned, until another is there."""
    creation: Any = connection.creation
    name = creation._get_test_db_name()
    if not _is_sqlite():
        quoted = connection.ops.quote_name
        with creation._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted(name)}")
            cursor.execute(f"CREATE DATABASE {quoted(name)} TEMPLATE {quoted(template)}")
        return None
    if not creation.is_in_memory_db(name):
        shutil.copyfile(template, name)
        return None
    opened = sqlite3.connect(name, uri=True)
    with closing(sqlite3.connect(template)) as source:
        source.backup(opened)
    return opened


def _drop(template: str) -> None:
    if _is_sqlite():
        Path(template).unlink()
        return
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {connection.ops.quote_name(template)}")
