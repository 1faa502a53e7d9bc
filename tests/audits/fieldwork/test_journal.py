"""A device's changes enter a draft once, in their order, whatever the network makes of its requests."""

import datetime
import uuid
from hashlib import sha256

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import (
    Became,
    Change,
    DeviceUnknown,
    Gap,
    Late,
    LookAgain,
    Seen,
    Short,
    submit_audit,
    take_changes,
)
from audits.models import Audit
from tests.audits.devices import DEVICE, take
from tests.audits.factories import appointed

pytestmark = pytest.mark.both_databases

OTHER = uuid.UUID("0c7f1a52-98a7-4d1e-8f39-0a2b54d51b9e")


def request(draft, first, *changes, device=DEVICE, now=None):
    return take_changes(
        audit=draft.uuid,
        by=draft.auditor,
        device=device,
        first=first,
        changes=changes,
        digest=sha256(f"{first} {changes}".encode()).hexdigest(),
        reply=lambda taken: {"seq": taken.seq, "became": [one.became for one in taken.decided]},
        now=now,
    )


def judging(answer, verdict, version=None, note=""):
    return Change(f"answer:{answer.recommendation_id}", answer.version if version is None else version, verdict, note)


def test_changes_of_one_request_follow_each_other(draft, row):
    """The row is judged behind a gate that the same request opens, at the version that the device knew."""
    behind = row("10.6")
    taken = take(
        draft,
        draft.auditor,
        Change(f"gate:{behind.gate.occasion_id}", 0, False),
        Change(f"gate:{behind.gate.occasion_id}", 0, True),
        judging(behind, "met"),
    )
    assert [one.became for one in taken.decided] == [Became.TAKEN] * 3
    assert (row("10.6").verdict, row("10.6").gate.arose, taken.seq) == ("met", True, 3)


def test_the_very_same_request_is_answered_as_before_and_changes_nothing(draft, row):
    change = judging(row("7.3"), "met")
    first = request(draft, 1, change)
    take(draft, draft.auditor, judging(row("7.3"), "not_met"), device=OTHER)
    assert request(draft, 1, change) == first
    assert row("7.3").verdict == "not_met"


@pytest.mark.parametrize("first", [1, 3])
def test_what_does_not_follow_is_a_gap_and_says_what_is_kept(draft, row, first):
    """The same numbers with something else in them, from a tab that did not know, or numbers that are missing."""
    request(draft, 1, judging(row("7.3"), "met"))
    with pytest.raises(Gap) as gap:
        request(draft, first, judging(row("7.2"), "met"))
    assert gap.value.seq == 1
    assert row("7.2").verdict == ""


def test_a_clash_and_a_refusal_take_their_numbers_and_let_the_rest_through(draft, row):
    seen = row("7.3")
    take(draft, draft.auditor, judging(seen, "met"), device=OTHER)
    told = request(draft, 1, judging(seen, "not_met"), judging(row("7.2"), "partly"), judging(row("7.4"), "met"))
    assert told == {"seq": 3, "became": ["clash", "refused", "taken"]}
    assert (row("7.3").verdict, row("7.2").verdict, row("7.4").verdict) == ("met", "", "met")


def test_what_was_refused_is_kept_for_the_check_until_the_question_is_answered(draft, row):
    wrong = Change(f"answer:{row('7.2').recommendation_id}", 0, "partly", "notatka", sent="partly")
    request(draft, 1, wrong)
    kept = draft.devices.get().refused[wrong.key]
    assert (kept["sent"], kept["note"]) == ("partly", "notatka")
    assert kept["reason"]
    request(draft, 2, judging(row("7.2"), "met"))
    assert draft.devices.get().refused == {}


def test_every_write_raises_the_revision_by_one_and_nothing_else_does(draft, row):
    for number, change in enumerate(
        [judging(row("7.3"), "met"), Change("others"), Change("waiting", 0, 17), judging(row("7.2"), "partly")], 1
    ):
        request(draft, number, change)
        draft.refresh_from_db()
        assert draft.revision == number
    request(draft, 5, judging(row("7.3"), "met"), Change("nothing"))
    draft.refresh_from_db()
    assert draft.revision == 4


def submitted(draft, **seen):
    draft.refresh_from_db()
    said = Seen(**{"revision": draft.revision} | seen)
    return submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True, seen=said)


def test_a_device_that_holds_something_is_short_and_nothing_is_final(draft, row):
    request(draft, 1, judging(row("7.3"), "met"))
    with pytest.raises(Short):
        submitted(draft, device=DEVICE, last=2)
    draft.refresh_from_db()
    assert draft.is_draft
    request(draft, 2, judging(row("7.2"), "met"))
    assert submitted(draft, device=DEVICE, last=2).receipt


def test_a_device_that_never_got_through_is_short_too(draft):
    with pytest.raises(Short):
        submitted(draft, device=OTHER, last=1)


def test_what_changed_since_the_page_was_shown_is_looked_at_again(draft, row):
    shown = draft.revision
    request(draft, 1, judging(row("7.3"), "met"))
    with pytest.raises(LookAgain):
        submitted(draft, device=DEVICE, last=1, revision=shown)
    with pytest.raises(LookAgain):
        submitted(draft, device=DEVICE, last=1, revision=None)


def test_without_a_script_the_revision_counts_and_on_a_draft_of_devices_a_tick(draft, row):
    request(draft, 1, judging(row("7.3"), "met"))
    with pytest.raises(DeviceUnknown):
        submitted(draft)
    assert submitted(draft, holds_nothing=True).receipt


def test_on_a_draft_that_no_device_filled_the_revision_is_enough(draft):
    assert submitted(draft).receipt


def test_submitted_already_it_is_the_same_receipt_whatever_the_page_says(draft):
    receipt = submitted(draft).receipt
    assert submitted(draft, device=DEVICE, last=9, revision=0).receipt == receipt


def test_what_comes_after_the_end_is_late_and_what_came_before_is_answered_as_there(draft, row):
    change = judging(row("7.3"), "met")
    request(draft, 1, change)
    submitted(draft, device=DEVICE, last=1)
    assert request(draft, 1, change) == {"seq": 1}
    with pytest.raises(Late) as late:
        request(draft, 2, judging(row("7.2"), "met"))
    assert late.value.audit == draft
    assert row("7.2").verdict == "not_observed"


def test_nothing_that_a_device_sent_outlives_the_draft(draft, row):
    request(draft, 1, judging(row("7.3"), "met", note="tajne"), judging(row("7.2"), "partly", note="tajne"))
    submitted(draft, device=DEVICE, last=2)
    kept = draft.devices.get()
    assert (kept.reply, kept.refused, kept.digest) == ({}, {}, "")


def test_somebody_elses_draft_is_not_found(draft, row, department):
    with pytest.raises(Audit.DoesNotExist):
        take(draft, appointed(Role.AUDITOR, department), judging(row("7.3"), "met"))
    assert row("7.3").verdict == ""


def test_when_a_device_was_last_heard_of_is_kept_for_repeats_too(draft, row):
    change = judging(row("7.3"), "met")
    yesterday = timezone.now() - datetime.timedelta(days=1)
    request(draft, 1, change, now=yesterday)
    request(draft, 1, change)
    assert draft.devices.get().seen_at > yesterday
