"""A backup is whole and of the database that the settings name, or there is none; a drill proves it."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from audits.backups import writing
from audits.models import User
from tests.audits.factories import UserFactory, load_edition_2016
from tests.audits.queue.processes import Office

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def store(settings: Any, tmp_path: Path) -> Path:
    folder = tmp_path / "private"
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(folder)}}
    settings.STORAGES = {**settings.STORAGES, "default": files}
    return folder


@pytest.fixture
def backup(store: Path, tmp_path: Path) -> Path:
    load_edition_2016()
    UserFactory(username="zostaje")
    default_storage.save("reports/2026/12/one.pdf", ContentFile(b"%PDF"))
    default_storage.save("imports/people", ContentFile(b"names"))
    said = io.StringIO()
    call_command("backup", tmp_path / "backups", stdout=said)
    return Path(said.getvalue().strip())


def drill(folder: Path) -> str:
    said = io.StringIO()
    call_command("restore", folder, drill=True, stdout=said)
    return said.getvalue()


def test_a_drill_brings_everything_back_and_leaves_what_is_in_use(backup: Path) -> None:
    rows = sum(json.loads((backup / "manifest.json").read_text())["rows"].values())
    UserFactory(username="później")

    said = drill(backup)

    assert rows > 155
    assert f"would bring back {rows} rows" in said
    assert set(User.objects.values_list("username", flat=True)) == {"zostaje", "później"}


def test_reports_are_in_it_and_uploads_that_name_people_are_not(backup: Path) -> None:
    with tarfile.open(backup / "files.tar") as tar:
        assert [member.name for member in tar if member.isfile()] == ["reports/2026/12/one.pdf"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no whole backup"),
        (lambda folder: (folder / "files.tar").unlink(), "files.tar is missing"),
        (lambda folder: _cut(next(folder.glob("database.*"))), "not as it was written"),
    ],
)
def test_a_backup_that_was_harmed_is_told(backup: Path, harm: Callable[[Path], object], told: str) -> None:
    harm(backup)

    with pytest.raises(CommandError, match=told):
        drill(backup)


def test_rows_that_do_not_come_back_are_named(backup: Path) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["rows"]["audits_user"] += 1
    (backup / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(CommandError, match=r"audits_user \(2, now 1\)"):
        drill(backup)


def test_a_copy_that_lacks_a_table_is_no_backup(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "tables", lambda: {"audits_user", "audits_elsewhere"})

    with pytest.raises(CommandError, match=r"No backup was made\. The copy of the database lacks audits_elsewhere"):
        call_command("backup", tmp_path / "backups")

    assert list((tmp_path / "backups").iterdir()) == []


def test_what_is_in_use_is_not_restored_over(backup: Path) -> None:
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", backup)

    assert User.objects.filter(username="zostaje").exists()


def test_restored_into_an_empty_database_it_is_the_portal_as_it_was(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, monkeypatch)
    private = tmp_path / "restored"
    environment = office.environment | {"PRIVATE_MEDIA_ROOT": str(private)}
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        writing.run_postgres("createdb", f"{name}_restored")
        environment["DATABASE_URL"] += "_restored"
    else:
        environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'restored.sqlite3'}"
    office.environment = environment
    try:
        assert office.start("restore", str(backup)).wait() == 0
        assert office.start("check", "--database", "default").wait() == 0
        assert office.start("verify_access_log").wait() == 0
    finally:
        if connection.vendor == "postgresql":
            writing.run_postgres("dropdb", f"{name}_restored")
    assert (private / "reports/2026/12/one.pdf").read_bytes() == b"%PDF"
