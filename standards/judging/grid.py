"""At which channel each method sees each recommendation: the whole edition at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction

from standards.checklist import Row, estimated_minutes, questions_asked, rows_seen
from standards.choices import CHANNELS_OF_METHOD
from standards.judging.signoff import change_judging, version_of
from standards.models import Assessability, Edition
from standards.refusals import Refused

# (method, channel): the columns, in their order.
Column = tuple[str, str]
COLUMNS: tuple[Column, ...] = tuple(
    (str(method), str(channel)) for method, channels in CHANNELS_OF_METHOD.items() for channel in channels
)


def columns_of(judged: Assessability) -> frozenset[Column]:
    """The boxes that are ticked in its row."""
    return frozenset((method, channel) for method, channel in COLUMNS if channel in judged.channels(method))


@dataclass(frozen=True)
class Ticked:
    """The boxes of one row as they came back, and as the page had shown them."""

    now: frozenset[Column]
    shown: frozenset[Column]


class GridNotSaved(Exception):
    """Nothing was written. By the row's key: `faults` by field, and the rows that somebody has ticked otherwise."""

    def __init__(self, faults: Mapping[int, Mapping[str, Any]], stale: Mapping[int, frozenset[Column]]) -> None:
        super().__init__(f"{len(faults)} with faults, {len(stale)} changed meanwhile")
        self.faults = faults
        self.stale = stale


@transaction.atomic
def change_channels(*, edition: Edition, by: AbstractBaseUser, reason: str, rows: Mapping[int, Ticked]) -> int:
    """Save the boxes that were changed, all or none; how many rows were. Audits already opened keep what they have.

    A row that no method sees weighs nothing; one that comes in weighs 1 until somebody says otherwise. Raises
    GridNotSaved.
    """
    touched = {pk: ticked for pk, ticked in rows.items() if ticked.now != ticked.shown}
    stored = {
        row.pk: row
        for row in Assessability.objects.select_for_update(of=("self",)).filter(
            pk__in=touched, recommendation__standard__edition=edition
        )
    }
    faults: dict[int, Mapping[str, Any]] = {}
    stale: dict[int, frozenset[Column]] = {}
    count = 0
    for pk, ticked in touched.items():
        row = stored.get(pk)
        if row is None or columns_of(row) == ticked.now:
            continue
        if columns_of(row) != ticked.shown:
            stale[pk] = columns_of(row)
            continue
        try:
            with transaction.atomic():
                change_judging(
                    assessability=row, by=by, seen=version_of(row), reason=reason, changes=_changes(row, ticked.now)
                )
            count += 1
        except Refused as refused:
            faults[pk] = {refused.field: refused.message}
        except ValidationError as error:
            faults[pk] = {name: messages[0] for name, messages in error.message_dict.items()}
    if faults or stale:
        raise GridNotSaved(faults, stale)
    return count


def _changes(row: Assessability, ticked: frozenset[Column]) -> dict[str, Any]:
    changes: dict[str, Any] = {
        str(method): [channel for channel in channels if (str(method), str(channel)) in ticked]
        for method, channels in CHANNELS_OF_METHOD.items()
    }
    if not ticked:
        changes["weight"] = 0
    elif not row.is_assessable and not row.weight:
        changes["weight"] = 1
    return changes


@dataclass(frozen=True)
class Contents:
    """What the checklist of one method at one channel would contain, and how long filling takes."""

    method: str
    channel: str
    rows: int
    refrain: int
    on_occasion: int
    questions: int
    minutes: int


def contents(rows: Iterable[Row]) -> list[Contents]:
    """Of every column, from rows that were read already."""
    rows = list(rows)
    found = []
    for method, channel in COLUMNS:
        seen = rows_seen(rows, method, channel)
        found.append(
            Contents(
                method,
                channel,
                len(seen),
                sum(row.assessability.refrain for row in seen),
                sum(not row.is_core for row in seen),
                len(questions_asked(seen)),
                estimated_minutes(seen) if seen else 0,
            )
        )
    return found
