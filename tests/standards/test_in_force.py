"""The days on which an edition is in force, said at once, are those that are said one by one."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.lineage import Span, spans, spans_of
from standards.models import Edition
from tests.standards.factories import EditionFactory, PublicationFactory, WithdrawalFactory

DAY = datetime.date(2026, 3, 1)


def day(number: int) -> datetime.date:
    return DAY + datetime.timedelta(days=number)


def in_force_on(rows: list[tuple[int, datetime.date, datetime.date | None]], on: datetime.date) -> int | None:
    """As `EditionQuerySet.in_force_on` puts it."""
    found = [(since, pk) for pk, since, until in rows if since <= on and not (until and until <= on)]
    return max(found)[1] if found else None


@given(st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 12)), max_size=5))
def test_every_day_belongs_to_the_edition_in_force(drawn: list[tuple[int, int | None]]) -> None:
    rows = [(pk, day(since), None if until is None else day(until)) for pk, (since, until) in enumerate(drawn, start=1)]
    found = spans_of(rows)
    for number in range(-1, 15):
        holding = [
            pk
            for pk, of_one in found.items()
            for span in of_one
            if span.since <= day(number) and (span.until is None or day(number) <= span.until)
        ]
        expected = in_force_on(rows, day(number))
        assert holding == ([] if expected is None else [expected])
    for of_one in found.values():
        assert all(
            before.until is not None and before.until + datetime.timedelta(days=1) < after.since
            for before, after in itertools.pairwise(of_one)
        )


@pytest.mark.django_db
def test_a_withdrawn_edition_gives_way_to_the_one_before() -> None:
    first = PublicationFactory(effective_from=day(0)).edition
    second = WithdrawalFactory(publication__effective_from=day(10), since=day(20)).edition
    draft = EditionFactory()
    assert spans() == {
        first.pk: (Span(day(0), day(9)), Span(day(20), None)),
        second.pk: (Span(day(10), day(19)),),
    }
    assert draft.pk not in spans()
    for number in (0, 9, 10, 19, 20):
        holding = Edition.objects.in_force_on(day(number)).first()
        assert holding == (second if 10 <= number < 20 else first)
