"""What a draft says of the visit can be mended until it is submitted."""

import datetime

import pytest
from django.utils import timezone

from audits.fieldwork import Refused, Stale, edit_header, submit_audit
from tests.audits.factories import employed


def edit(audit, **fields):
    values = {
        "version": audit.version,
        "employee": audit.employee,
        "desk": audit.desk,
        "took_place_at": audit.took_place_at,
        "waiting_minutes": audit.waiting_minutes,
        "scenario": audit.scenario,
    }
    return edit_header(audit=audit, by=audit.auditor, **(values | fields))


def test_the_header_changes_and_its_version_rises(draft, department):
    person = employed(department)
    edit(draft, employee=person, desk="", waiting_minutes=12, scenario="dowód osobisty")
    draft.refresh_from_db()
    assert (draft.employee, draft.desk, draft.waiting_minutes, draft.scenario, draft.version) == (
        person,
        "",
        12,
        "dowód osobisty",
        1,
    )


def test_a_stale_header_changes_nothing(draft):
    edit(draft, desk="okienko 1")
    with pytest.raises(Stale) as fault:
        edit(draft, version=0, desk="okienko 2")
    assert fault.value.current.desk == "okienko 1"
    draft.refresh_from_db()
    assert draft.desk == "okienko 1"


def test_the_rules_of_opening_hold(draft, department):
    with pytest.raises(Refused):
        edit(draft, took_place_at=timezone.now() + datetime.timedelta(hours=1))
    with pytest.raises(Refused):
        edit(draft, employee=employed(department, user=draft.auditor))


def test_a_submitted_header_stays(draft):
    submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    with pytest.raises(Refused):
        edit(draft, desk="inne")


def test_details_saved_twice_are_no_conflict_and_are_saved_once(draft):
    for _attempt in range(2):
        edit(draft, version=0, desk="okienko 1", waiting_minutes=12)
    draft.refresh_from_db()
    assert (draft.desk, draft.waiting_minutes, draft.version, draft.revision) == ("okienko 1", 12, 1, 1)
