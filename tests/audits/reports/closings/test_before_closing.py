"""Before a granule is closed HR sees what is still open in it, and unit by unit what would be shown."""

import datetime
from typing import Any

import pytest

from audits.models import Annulment, Audit, Correction
from audits.models.periods import quarter
from audits.reports.closings import OpenKind, Shown, closing_preview, open_before_closing
from standards.choices import Channel, Method
from tests.audits.factories import DepartmentFactory, UserFactory, employed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW

pytestmark = pytest.mark.django_db

QUARTER = quarter(2026, 3)


def visit(office: makers.Office, unit: Any, **fields: Any) -> Audit:
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


def open_now(hr: Any) -> dict[OpenKind, list[tuple[str, int]]]:
    found = open_before_closing(method=Method.MYSTERY, period=QUARTER, by=hr)
    return {each.kind: [(unit.code, count) for unit, count in each.units] for each in found if each.count}


def test_nothing_open_is_an_empty_list_of_each_kind(district, hr) -> None:
    visit(district, district.units[0])
    found = open_before_closing(method=Method.MYSTERY, period=QUARTER, by=hr)
    assert [(each.kind, each.count) for each in found] == [(kind, 0) for kind in OpenKind]


def test_each_kind_is_counted_by_unit_and_only_of_these_days_and_this_method(district, hr) -> None:
    first, second, _third = district.units
    draft = {"status": "draft", "submitted_at": None, "receipt": None}
    for _ in range(2):
        visit(district, first, **draft)
    visit(district, second, **draft, set_aside_at=NOW, awaited_until=NOW.date())
    visit(district, first, **draft, took_place_at=datetime.datetime(2026, 10, 1, 9, tzinfo=datetime.UTC))
    makers.submit(district, first, **draft)
    visit(district, first, status="discarded", submitted_at=None, receipt=None)
    whole = visit(district, second)
    visit(district, second, status="proposed", corrects=whole)
    Annulment.objects.create(audit=whole, reason="x", proposed_by=UserFactory(), proposed_at=NOW)

    assert open_now(hr) == {
        OpenKind.DRAFTS: [("UD-PRO-1", 2)],
        OpenKind.SET_ASIDE: [("UD-PRO-2", 1)],
        OpenKind.CORRECTIONS: [("UD-PRO-2", 1)],
        OpenKind.ANNULMENTS: [("UD-PRO-2", 1)],
    }
    assert Correction.objects.count() == 1


def test_those_that_hr_may_open_are_there_and_a_shoppers_draft_is_not(district, hr) -> None:
    visit(district, district.units[0], status="draft", submitted_at=None, receipt=None)
    whole = visit(district, district.units[0])
    Annulment.objects.create(audit=whole, reason="x", proposed_by=UserFactory(), proposed_at=NOW)
    found = {each.kind: each for each in open_before_closing(method=Method.MYSTERY, period=QUARTER, by=hr)}
    assert list(found[OpenKind.ANNULMENTS].audits) == [whole]
    assert (found[OpenKind.DRAFTS].count, list(found[OpenKind.DRAFTS].audits)) == (1, [])


def test_the_outlook_says_of_each_unit_whether_it_is_shown_alone_with_others_or_not(district, hr) -> None:
    alone, _other, small = district.units
    fourth = DepartmentFactory(code="UD-PRO-10", name="Wydział Próbny 10", parent=district.district)
    for _ in range(2):
        employed(fourth)
    visit(district, alone)
    visit(district, alone)
    visit(district, small)
    visit(district, fourth)
    visit(district, small, channel=Channel.PHONE)

    outlook = closing_preview(method=Method.MYSTERY, period=QUARTER, today=datetime.date(2026, 8, 15))

    assert [
        (row.unit.code, row.channel, row.audits, row.shown, [other.code for other in row.others])
        for row in outlook.rows
    ] == [
        ("UD-PRO-1", Channel.COUNTER, 2, Shown.ALONE, []),
        ("UD-PRO-3", Channel.COUNTER, 1, Shown.TOGETHER, ["UD-PRO-10"]),
        ("UD-PRO-3", Channel.PHONE, 1, Shown.NOT, []),
        ("UD-PRO-10", Channel.COUNTER, 1, Shown.TOGETHER, ["UD-PRO-3"]),
    ]
    assert (outlook.all_audits, outlook.audits, outlook.units, outlook.units_alone) == (5, 4, 3, 1)


def test_the_outlook_is_what_closing_then_shows(district, hr, close) -> None:
    for unit in district.units:
        visit(district, unit)
    outlook = closing_preview(method=Method.MYSTERY, period=QUARTER)
    closing = close()
    shown = {unit for block in closing.blocks.all() for unit in block.units}
    assert {row.unit.pk for row in outlook.rows if row.shown != Shown.NOT} == shown
