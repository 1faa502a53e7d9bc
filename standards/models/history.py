"""Who changed what and when: one row a change, kept beside the table that it is about."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

# The reason of a line that is no change: how a row stood when it was first changed.
AS_IT_STOOD = "as it stood"


def changes() -> HistoricalRecords:
    """A model's changes with author, time and reason; fixtures and bulk operations leave none."""
    return HistoricalRecords(
        history_change_reason_field=models.CharField(max_length=300, null=True),  # the package writes null itself
    )


def save_as(row: Any, by: AbstractBaseUser, reason: str = "") -> None:
    """Save a row whose changes are kept, with its author named, not guessed from the request."""
    keep_as_it_stood(row)
    row._history_user = by
    row._change_reason = reason
    row.save()


def delete_as(row: Any, by: AbstractBaseUser, reason: str = "") -> None:
    row._history_user = by
    row._change_reason = reason
    row.delete()


def keep_as_it_stood(row: Any) -> None:
    """Rows that were copied or loaded have no history: what the first change replaces is written down before it."""
    model = type(row)
    if row._state.adding or model.history.filter(id=row.pk).exists():
        return
    stored = model._default_manager.filter(pk=row.pk).first()
    if stored is None:
        return
    history = model.history.model
    history.objects.create(
        history_date=timezone.now(),
        history_type="+",
        history_change_reason=AS_IT_STOOD,
        **{field.attname: getattr(stored, field.attname) for field in history.tracked_fields},
    )
