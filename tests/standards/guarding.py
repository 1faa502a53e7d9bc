"""Published text and attempts to change it, for the tests of the guards."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from standards.models import Area, Edition, Point, Recommendation, Standard
from tests.standards.factories import (
    AssessabilityFactory,
    OccasionFactory,
    PointFactory,
    PublicationFactory,
)

on_sqlite = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="only SQLite replaces rows without asking the DELETE trigger"
)
on_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="TRUNCATE, disabled triggers, concurrent writers"
)

REFUSAL = "text of a published edition cannot be changed"


def whole_edition() -> Point:
    """A point of a draft, and with it one row of each level above."""
    point = PointFactory()
    standard = point.recommendation.standard
    occasion = OccasionFactory(edition=standard.edition)
    AssessabilityFactory(recommendation=point.recommendation, occasion=occasion)
    return point


def published_edition() -> Point:
    point = whole_edition()
    PublicationFactory(edition=point.recommendation.standard.edition)
    return point


def rows_of(point: Point) -> dict[type, Any]:
    recommendation = point.recommendation
    standard = recommendation.standard
    return {
        Edition: standard.edition,
        Area: standard.area,
        Standard: standard,
        Recommendation: recommendation,
        Point: point,
    }


def execute(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def refused(act: Callable[..., Any], *args: Any, match: str = REFUSAL, **kwargs: Any) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act(*args, **kwargs)
