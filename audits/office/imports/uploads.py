"""Uploaded files of staff, between the upload and the import. They name people, so they do not stay."""

import datetime
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

_FOLDER = "imports"
# So that the hourly clean-up has it gone within a day.
KEPT_FOR = datetime.timedelta(hours=23)


def keep(content: bytes) -> str:
    """The name by which the store knows it."""
    return default_storage.save(f"{_FOLDER}/{uuid.uuid4()}", ContentFile(content))


def left_over(*, now: datetime.datetime) -> list[tuple[str, datetime.datetime]]:
    """Those whose owner never came back, with when they were uploaded."""
    try:
        names = default_storage.listdir(_FOLDER)[1]
    except FileNotFoundError:
        return []
    found = []
    for name in sorted(names):
        at = f"{_FOLDER}/{name}"
        try:
            uploaded = default_storage.get_modified_time(at)
        except FileNotFoundError:
            # Imported or dropped at this very moment.
            continue
        if uploaded < now - KEPT_FOR:
            found.append((at, uploaded))
    return found


def delete(name: str) -> None:
    default_storage.delete(name)
