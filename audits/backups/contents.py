"""What a backup says of itself, and the counts by which a database is compared with another."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

MANIFEST, FILES = "manifest.json", "files.tar"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
_BLOCK = 1 << 20


class Faulty(Exception):
    """A backup, or what it should have been made of, is not as it must be; says in one sentence what is wrong."""


@dataclass(frozen=True, slots=True)
class Manifest:
    made_at: str
    version: str
    vendor: str
    # The last migration of each app, rows by table, the end of the access log.
    migrations: dict[str, str]
    rows: dict[str, int]
    log: str
    # SHA-256 by the file's name.
    files: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        (folder / MANIFEST).write_text(text + "\n")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Raises Faulty where there is none, or a file of it is not as it was written."""
        try:
            manifest = cls(**json.loads((folder / MANIFEST).read_text()))
        except (OSError, ValueError, TypeError) as error:
            raise Faulty(f"{folder} holds no whole backup: {MANIFEST} cannot be read.") from error
        for name, expected in manifest.files.items():
            path = folder / name
            if not path.is_file():
                raise Faulty(f"{folder} is not whole: {name} is missing.")
            if sha256_of(path) != expected:
                raise Faulty(f"{folder} is not whole: {name} is not as it was written.")
        return manifest


def sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def tables() -> set[str]:
    with connection.cursor() as cursor:
        return {info.name for info in connection.introspection.get_table_list(cursor) if info.type in "tp"}


def count_rows() -> dict[str, int]:
    """Of every table, as the connection sees them now."""
    rows = {}
    with connection.cursor() as cursor:
        for name in sorted(tables()):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a name it told us
            rows[name] = int(cursor.fetchone()[0])
    return rows


def folder_of_files() -> Path:
    """Where reports and uploads lie."""
    return Path(default_storage.path(""))
