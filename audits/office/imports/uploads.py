"""Uploaded files of staff, between the upload and the import. They name people, so they do not stay."""

import datetime
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

_FOLDER = "imports"
# So that the hourly clean-up has it gone within a day.
KEPT_FOR = datetime.timedelta(hours=23)


def keep(content: bytes) -> str:
    """The name by which the store knows it."""
    return default_storage.save(f"{_FOLDER}/{uuid.uuid4()}", ContentFile(content))


def sweep() -> int:
    """Delete those whose owner never came back; how many."""
    try:
        names = default_storage.listdir(_FOLDER)[1]
    except FileNotFoundError:
        return 0
    deleted = 0
    for name in names:
        at = f"{_FOLDER}/{name}"
        try:
            if default_storage.get_modified_time(at) < timezone.now() - KEPT_FOR:
                default_storage.delete(at)
                deleted += 1
        except FileNotFoundError:
            continue
    return deleted
