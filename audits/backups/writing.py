"""Backups written: the database that the settings name, as it was at one instant, and the files beside it.

The folder of a backup appears under its name when it is whole and was read back; before that it is called `….partial`.
"""

import importlib.metadata
import logging
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from audits.access_log import log
from audits.backups.contents import DATABASES, FILES, Faulty, Manifest, count_rows, folder_of_files, sha256_of, tables

logger = logging.getLogger(__name__)

# Uploads name people and are gone within a day: they are nothing to keep.
LEFT_OUT = ("imports",)


def write_backup(folder: Path) -> Path:
    """The new folder in `folder`. Raises Faulty, and leaves nothing that could be taken for a backup."""
    now = timezone.now()
    whole = folder / f"portal-{now:%Y%m%dT%H%M%SZ}"
    partial = whole.with_suffix(".partial")
    try:
        partial.mkdir(parents=True)
    except OSError as error:
        raise Faulty(f"{partial} cannot be made: {error.strerror}.") from error
    try:
        described = _copy_database(partial / DATABASES[connection.vendor])
        _copy_files(partial / FILES)
        files = {path.name: sha256_of(path) for path in sorted(partial.iterdir())}
        Manifest(now.isoformat(), _version(), connection.vendor, files=files, **described).write(partial)
        Manifest.read(partial)
        partial.rename(whole)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return whole


def _copy_database(path: Path) -> dict[str, Any]:
    """What it holds, as at the instant of the copy. Raises Faulty where a table is not in the copy."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            run_postgres("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={path}")
            described = _described()
        listed = run_postgres("pg_restore", "--list", str(path))
        held = {line.split("TABLE DATA", 1)[1].split()[1] for line in listed.splitlines() if " TABLE DATA " in line}
    else:
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise Faulty(f"The copy of the database is damaged: {verdict}.")
        with connected_to(str(path)):
            described = _described()
        held = set(described["rows"])
    if absent := tables() - held:
        raise Faulty(f"The copy of the database lacks {', '.join(sorted(absent))}.")
    return described


def _described() -> dict[str, Any]:
    try:
        head = log.verify().head
    except log.Broken as broken:
        raise Faulty(f"The access log is broken: {broken}.") from broken
    applied = MigrationRecorder(connection).applied_migrations()
    last = {app: max(name for of, name in applied if of == app) for app in sorted({app for app, _name in applied})}
    return {"rows": count_rows(), "migrations": last, "log": head}


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Meanwhile the models' connection is to another database; the one in use stays open."""
    used, kept = connection.settings_dict["NAME"], connection.connection
    connection.settings_dict["NAME"], connection.connection = name, None
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = used, kept


def _copy_files(path: Path) -> None:
    root = folder_of_files()
    with tarfile.open(path, "w") as tar:
        if root.is_dir():
            for each in sorted(root.iterdir()):
                if each.name not in LEFT_OUT:
                    tar.add(each, arcname=each.name)


def _version() -> str:
    try:
        return importlib.metadata.version("standards-portal")
    except importlib.metadata.PackageNotFoundError:
        project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
        return str(project["project"]["version"])


def run_postgres(program: str, *words: str, database: str = "") -> str:
    """What a program of PostgreSQL prints; it is told by its environment which database, as the settings name it."""
    configured = connection.settings_dict
    named = {
        "PGHOST": configured["HOST"],
        "PGPORT": str(configured["PORT"]),
        "PGUSER": configured["USER"],
        "PGPASSWORD": configured["PASSWORD"],
        "PGDATABASE": database or configured["NAME"],
        "PGSSLMODE": configured.get("OPTIONS", {}).get("sslmode", ""),
    }
    environment = os.environ | {name: value for name, value in named.items() if value}
    try:
        done = subprocess.run([program, *words], env=environment, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as error:
        raise Faulty(f"{program} is not installed (Debian: postgresql-client).") from error
    if done.returncode:
        raise Faulty(f"{program} failed: {done.stderr.strip() or done.returncode}")
    return done.stdout
