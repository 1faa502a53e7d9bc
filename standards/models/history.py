"""Who changed what and when: one row a change, kept beside the table that it is about."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from simple_history.models import HistoricalRecords


def changes() -> HistoricalRecords:
    """A model's changes with author, time and reason; fixtures and bulk operations leave none."""
    return HistoricalRecords(
        history_change_reason_field=models.CharField(max_length=300, null=True),  # the package writes null itself
    )


def save_as(row: Any, by: AbstractBaseUser, reason: str = "") -> None:
    """Save a row whose changes are kept, with its author named, not guessed from the request."""
    row._history_user = by
    row._change_reason = reason
    row.save()
