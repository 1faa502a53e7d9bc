"""What pages and acts cost the database: bounded, and the same at 10 audits as at 500."""

import datetime
import itertools
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audits.choices import AuditStatus, Role
from audits.fieldwork import submit_audit
from audits.models import Audit
from tests.audits.devices import record_other_gates
from tests.audits.factories import appointed, employed, opened_audit, with_purpose
from tests.audits.fieldwork.pages.sending import answering, changes, fields, seen, turning

MOST_FOR_ONE_ANSWER = 10
MOST_FOR_A_WHOLE_CHECKLIST = 15
MOST_FOR_OPENING = 15
MOST_FOR_SUBMITTING = 15
MOST_FOR_A_PAGE = 15
# Two more: whether it was released, and what the person said of it. Two more: corrections, and whether one may be made.
# One more: what its department was called on the day of the visit.
MOST_FOR_A_LOGGED_PAGE = 24


def queries(action) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = action()
    assert response.status_code in (200, 302)
    return len(captured)


@pytest.fixture
def many_audits(auditor, department, edition):
    """Adds that many audits of the auditor's: half of them drafts, half submitted."""

    def add(count: int) -> None:
        moment = timezone.now() - datetime.timedelta(days=3)
        first = Audit.objects.count()
        Audit.objects.bulk_create(
            Audit(
                uuid=uuid.uuid4(),
                edition=edition,
                method="mystery",
                channel="counter",
                selection="core",
                department=department,
                auditor=auditor,
                took_place_at=moment + datetime.timedelta(minutes=number),
                no_conflict_declared_at=moment,
                opened_at=moment + datetime.timedelta(minutes=number),
                status=AuditStatus.SUBMITTED if number % 2 else AuditStatus.DRAFT,
                submitted_at=moment if number % 2 else None,
                receipt=f"KA/2020/{first + number:06d}" if number % 2 else None,
            )
            for number in range(count)
        )

    return add


def at_10_and_at_500(many_audits, measure) -> tuple[int, int]:
    many_audits(10)
    at_10 = measure()
    many_audits(490)
    return at_10, measure()


def test_opening(web, form, department, many_audits):
    person = employed(department, first_name="Anna", last_name="Nowak")

    def measure():
        sent = {"uuid": str(uuid.uuid4()), "employee_name": "Nowak Anna", "employee": str(person.uuid)}
        return queries(lambda: web.post("/audyty/nowy/", form | sent | {"selection": "everything"}))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert at_10 == at_500 <= MOST_FOR_OPENING


def test_one_answer(web, address, row, many_audits):
    """With a twin of the same matter, and a note."""
    number = itertools.count(1)

    def measure():
        answer = row("3.1")
        verdict = "not_met" if answer.verdict == "met" else "met"
        return queries(lambda: changes(web, address, answering(answer, verdict, note=verdict), first=next(number)))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert at_10 == at_500 <= MOST_FOR_ONE_ANSWER


def test_one_gate(web, address, row, many_audits):
    number = itertools.count(1)

    def measure():
        gate = row("10.1").gate
        arose = "no" if gate.arose else "yes"
        return queries(lambda: changes(web, address, turning(gate, arose), first=next(number)))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert at_500 <= MOST_FOR_ONE_ANSWER
    assert at_10 <= MOST_FOR_ONE_ANSWER


def test_a_whole_checklist(web, address, draft, many_audits):
    """Every gate, every verdict and the waiting time at once."""
    turn = iter(["yes", "no"])

    def measure():
        arose, verdict = next(turn), "met"
        sent = fields(web.get(address))
        for name in list(sent):
            if name.startswith("version-"):
                sent[name.replace("version", "verdict")] = verdict if arose == "yes" else "not_observed"
            if name.startswith("gate-version-"):
                sent[name.replace("-version", "")] = arose
        sent["waiting_minutes"] = "3" if arose == "yes" else "4"
        return queries(lambda: web.post(address, sent))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert not draft.gates.exclude(arose=False).exists()
    assert not draft.answers.filter(verdict="").exists()
    assert at_10 == at_500 <= MOST_FOR_A_WHOLE_CHECKLIST


def test_a_whole_checklist_of_a_device_that_was_away(web, auditor, department, many_audits):
    """Every gate, every verdict with a note of its own, and the waiting time, in one request."""

    def measure():
        draft = opened_audit(auditor, department, selection="everything")
        listed = [turning(gate, "yes") for gate in draft.gates.all()]
        listed += [answering(one, "met", note=f"nr {one.pk}") for one in draft.answers.all()]
        listed += [{"key": "waiting", "version": draft.version, "value": "17"}]
        return queries(lambda: changes(web, f"/audyty/{draft.uuid}/karta/", *listed))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert at_10 == at_500 <= MOST_FOR_A_WHOLE_CHECKLIST


def test_submitting(web, auditor, department, many_audits):
    def measure():
        audit = opened_audit(auditor, department, selection="everything")
        record_other_gates(audit=audit, by=auditor)
        sent = seen(audit, holds_nothing="yes") | {"leave_unanswered": "yes"}
        return queries(lambda: web.post(f"/audyty/{audit.uuid}/zlozenie/", sent))

    at_10, at_500 = at_10_and_at_500(many_audits, measure)
    assert at_10 == at_500 <= MOST_FOR_SUBMITTING


@pytest.mark.parametrize("page", ["/", "/audyty/", "/audyty/nowy/", "/audyty/?text=nowak&status=submitted"])
def test_pages(web, many_audits, page):
    # The first look at a narrowed list is remembered for the way back to it.
    web.get(page)
    at_10, at_500 = at_10_and_at_500(many_audits, lambda: queries(lambda: web.get(page)))
    assert at_10 == at_500 <= MOST_FOR_A_PAGE


def test_the_checklists_page(web, address, many_audits):
    at_10, at_500 = at_10_and_at_500(many_audits, lambda: queries(lambda: web.get(address)))
    assert at_10 == at_500 <= MOST_FOR_A_PAGE


@pytest.mark.parametrize("selection", ["core", "everything"])
def test_a_submitted_audits_page_for_hr(signed_in, auditor, department, many_audits, selection):
    client = with_purpose(signed_in(appointed(Role.HR, department)))
    audit = opened_audit(auditor, department, selection=selection)
    submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    # What only the first look of a session asks for is no cost of the page.
    client.get(f"/audyty/{audit.uuid}/")
    at_10, at_500 = at_10_and_at_500(many_audits, lambda: queries(lambda: client.get(f"/audyty/{audit.uuid}/")))
    assert at_10 == at_500 <= MOST_FOR_A_LOGGED_PAGE
