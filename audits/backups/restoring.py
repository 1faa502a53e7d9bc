"""Backups brought back: into an empty database, or for a drill into one of their own that is thrown away again."""

import secrets
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

from audits.access_log import log
from audits.backups.contents import DATABASES, FILES, Faulty, Manifest, count_rows, folder_of_files
from audits.backups.writing import connected_to, run_postgres
from audits.models import Report
from standards import guards


def restore(folder: Path) -> Manifest:
    """Into the database that the settings name, which has to be empty, and the folder of files. Raises Faulty."""
    manifest = _of_this_kind(folder)
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            raise Faulty("The database that the settings name is not empty; nothing was changed.")
    files = folder_of_files()
    if files.is_dir() and any(files.iterdir()):
        raise Faulty(f"{files} is not empty; nothing was changed.")
    _bring_back(folder, connection.settings_dict["NAME"])
    files.mkdir(parents=True, exist_ok=True)
    _unpack(folder, files)
    _compare(manifest, files)
    return manifest


def drill(folder: Path) -> Manifest:
    """Into a database and a folder of their own. What is in use is not touched. Raises Faulty."""
    manifest = _of_this_kind(folder)
    with tempfile.TemporaryDirectory(prefix="portal-drill-") as files, _scratch(Path(files)) as name:
        unpacked = Path(files) / "files"
        unpacked.mkdir()
        _bring_back(folder, name)
        _unpack(folder, unpacked)
        with connected_to(name):
            _compare(manifest, unpacked)
    return manifest


def _of_this_kind(folder: Path) -> Manifest:
    manifest = Manifest.read(folder)
    if manifest.vendor != connection.vendor:
        raise Faulty(f"The backup is of {manifest.vendor}, the settings name a database of {connection.vendor}.")
    return manifest


@contextmanager
def _scratch(folder: Path) -> Iterator[str]:
    if connection.vendor != "postgresql":
        yield str(folder / "drill.sqlite3")
        return
    name = f"{connection.settings_dict['NAME']}_drill_{secrets.token_hex(4)}"
    run_postgres("createdb", name)
    try:
        yield name
    finally:
        run_postgres("dropdb", "--force", name)


def _bring_back(folder: Path, name: str) -> None:
    copy = folder / DATABASES[connection.vendor]
    if connection.vendor == "postgresql":
        run_postgres("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={name}", str(copy), database=name)
    else:
        if name == connection.settings_dict["NAME"]:
            # Looking whether it is empty has opened it.
            connection.close()
        shutil.copyfile(copy, name)


def _unpack(folder: Path, into: Path) -> None:
    with tarfile.open(folder / FILES) as tar:
        tar.extractall(into, filter="data")


def _compare(manifest: Manifest, files: Path) -> None:
    """Raises Faulty where what came back is not what was written away."""
    rows = count_rows()
    differing = sorted(name for name in rows.keys() | manifest.rows.keys() if rows.get(name) != manifest.rows.get(name))
    if differing:
        told = ", ".join(f"{name} ({manifest.rows.get(name)}, now {rows.get(name)})" for name in differing)
        raise Faulty(f"Rows are not the same in: {told}.")
    if absent := guards.missing(connection.alias):
        raise Faulty(f"Triggers are missing: {', '.join(absent)}.")
    try:
        head = log.verify().head
    except log.Broken as broken:
        raise Faulty(f"The access log is broken: {broken}.") from broken
    if head != manifest.log:
        raise Faulty("The access log does not end as it did.")
    lost = [
        str(name)
        for name in Report.objects.done().exclude(file="").values_list("file", flat=True)
        if not (files / str(name)).is_file() and default_storage.exists(str(name))
    ]
    if lost:
        raise Faulty(f"Files of reports are missing: {', '.join(lost[:5])}.")
