"""Every address that shows a named person's result leaves one row, or asks for a purpose and shows nothing."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from audits.choices import AuditStatus, ReportState, Role
from audits.fieldwork import submit_audit
from audits.models import AccessRecord, Audit, Purpose, Report, User
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    opened_audit,
    with_purpose,
)

pytestmark = pytest.mark.django_db

NOWHERE = "00000000-0000-4000-8000-000000000000"
Visit = Callable[[Client, Audit, Report], Any]


def address(name: str, uuid: Any) -> str:
    return reverse(f"audits:{name}", args=[uuid])


# By the address's name: how it is asked, and the kind of the row that it leaves.
SHOWING: dict[str, tuple[Visit, str]] = {
    "audit": (lambda client, audit, card: client.get(address("audit", audit.uuid)), "page"),
    # A proposal without a reason shows the audit's page again.
    "annul": (lambda client, audit, card: client.post(address("annul", audit.uuid), {"reason": ""}), "page"),
    "correct": (lambda client, audit, card: client.post(address("correct", audit.uuid), {"reason": ""}), "page"),
    "redact": (lambda client, audit, card: client.get(address("redact", audit.uuid)), "page"),
    "release": (lambda client, audit, card: client.get(address("release", audit.uuid)), "notes"),
    "audit_card_pdf": (lambda client, audit, card: client.post(address("audit_card_pdf", audit.uuid)), "card"),
    "report_download": (lambda client, audit, card: client.get(address("report_download", card.uuid)), "download"),
}
# Addresses of one audit or one report that show nobody's result, and why.
SHOWING_NONE = {
    "purpose_of_audit": "asks what for",
    "header": "the auditor's own draft",
    "discard": "the auditor's own draft",
    "fill": "the auditor's own draft",
    "changes": "the auditor's own draft",
    "submit": "the auditor's own draft",
    "set_aside": "the auditor's own draft",
    "end": "the auditor's own draft",
    "assignment": "what a shopper is to do; of what was done, the receipt number",
    "withdraw": "the same",
    "own_assignment": "the same, to the shopper",
    "own_card": "a checklist that is nobody's yet",
    "grant": "appointments, no result",
    "end_appointment": "appointments, no result",
    "rights_of_account": "appointments, no result",
    "rights_of_department": "appointments, no result",
    "rights_review": "appointments, no result",
    "decide_correction": "leads back to the audit's page",
    "decide": "leads back to the audit's page",
    "own_result": "shown to the person alone: tests/audits/assessed/test_own_results.py",
    "data_request": "notes logged for each audit: tests/audits/assessed/test_data_requests.py",
    "extend_request": "as the request's page",
    "data_request_file": "what the person was given: tests/audits/assessed/test_data_requests.py",
    "notice": "what was told to everybody, and to whom",
    "acknowledge": "leads to the start page",
    "withdraw_told": "leads back to the notice",
    "report": "state and receipt of a file",
    "report_status": "state of a file",
    "report_cancel": "state of a file",
    "report_again": "state of a file; that a card is ordered again is logged: tests/audits/reports/test_turns.py",
    "batch": "states of files",
    "batch_status": "states of files",
    "batch_cancel": "states of files",
    "batch_retry": "states of files; at the full level logged: tests/audits/reports/batches/test_batch_pages.py",
    "batch_zip": "departments' figures; at the full level logged: tests/audits/reports/batches/test_zip.py",
    "report_file": "the same in other forms, logged as that is: tests/audits/reports/test_report_files.py",
    "report_screen": "a department's figures, which name nobody",
}


# Of a mystery shopper's audit alone, tried in tests/audits/fieldwork/pages/test_identifying.py.
OF_SHOPPERS = {"identify"}


def test_every_address_of_one_audit_or_report_is_listed_here() -> None:
    """A new address shows a result and is tried below, or says here why it shows none."""
    audits = next(each for each in get_resolver().url_patterns if getattr(each, "namespace", "") == "audits")
    of_one = {name for name in audits.reverse_dict if isinstance(name, str) and _takes_uuid(audits, name)}
    assert of_one == SHOWING.keys() | SHOWING_NONE.keys() | OF_SHOPPERS


def _takes_uuid(resolver: Any, name: str) -> bool:
    return any(
        "uuid" in parameters
        for possibilities, *_ in resolver.reverse_dict.getlist(name)
        for _, parameters in possibilities
    )


each_address = pytest.mark.parametrize(("visit", "kind"), SHOWING.values(), ids=SHOWING)


@pytest.fixture
def reader(hr: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(hr)


@each_address
def test_with_a_purpose_hr_reads_it_and_one_row_says_so(
    reader, hr, audit, card, assessed, visit: Visit, kind: str
) -> None:
    answer = visit(with_purpose(reader), audit, card)
    assert answer.status_code in (200, 302, 422)
    row = AccessRecord.objects.get()
    assert (row.reader, row.employee, row.audit, row.kind) == (hr, assessed, audit, kind)
    assert (row.ground, row.purpose.code, row.address) == ("purpose", "nadzor", "127.0.0.1")
    assert row.report == (card if kind == "download" else None)


@each_address
def test_without_a_purpose_hr_is_asked_and_nothing_is_shown(reader, audit, card, assessed, visit: Visit, kind) -> None:
    before = Report.objects.count()
    answer = visit(reader, audit, card)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/audyty/{audit.uuid}/cel/?next=")
    assert not answer.content
    asked = reader.get(answer["Location"])
    assert asked.status_code == 200
    assert assessed.last_name not in asked.content.decode()
    assert not AccessRecord.objects.exists()
    assert Report.objects.count() == before


@each_address
def test_auditors_are_not_asked_about_their_own_work_but_logged(
    signed_in, auditor, audit, card, visit: Visit, kind
) -> None:
    answer = visit(signed_in(auditor), audit, card)
    if visit in (SHOWING["annul"][0], SHOWING["redact"][0], SHOWING["release"][0]):
        # An auditor annuls and releases nothing, and takes nothing out of notes.
        assert (answer.status_code, AccessRecord.objects.count()) == (404, 0)
        return
    row = AccessRecord.objects.get()
    assert (row.reader, row.kind, row.ground, row.purpose) == (auditor, kind, "own_work", None)


@each_address
@pytest.mark.parametrize("who", ["hr elsewhere", "head", "administrator", "officer", "assessed", "nobody"])
def test_whoever_may_not_see_it_leaves_no_row(
    signed_in, department, officer, audit, card, assessed, who: str, visit: Visit, kind: str
) -> None:
    assessed.user = UserFactory()
    assessed.save()
    accounts: dict[str, Callable[[], User]] = {
        "hr elsewhere": lambda: appointed(Role.HR, DepartmentFactory()),
        "head": lambda: appointed(Role.HEAD, department),
        "administrator": lambda: appointed(Role.ADMINISTRATOR, department),
        "officer": lambda: officer,
        "assessed": lambda: assessed.user,
        "nobody": UserFactory,
    }
    client = signed_in(accounts[who]())
    if who == "hr elsewhere":
        with_purpose(client)
    assert visit(client, audit, card).status_code == 404
    assert not AccessRecord.objects.exists()


@each_address
def test_what_is_not_there_leaves_no_row(reader, audit, card, visit: Visit, kind) -> None:
    with_purpose(reader)
    audit.uuid = card.uuid = NOWHERE
    assert visit(reader, audit, card).status_code == 404
    assert not AccessRecord.objects.exists()


def test_a_file_that_is_gone_or_not_ready_leaves_no_row(reader, card) -> None:
    with_purpose(reader)
    card.file.storage.delete(card.file.name)
    assert reader.get(address("report_download", card.uuid)).status_code == 404
    Report.objects.filter(pk=card.pk).update(state=ReportState.RUNNING)
    assert reader.get(address("report_download", card.uuid)).status_code == 404
    assert not AccessRecord.objects.exists()


def test_a_drafts_card_leaves_no_row(signed_in, auditor, audit) -> None:
    Audit.objects.filter(pk=audit.pk).update(status=AuditStatus.DRAFT, submitted_at=None, receipt=None)
    assert signed_in(auditor).post(address("audit_card_pdf", audit.uuid)).status_code == 404
    assert signed_in(auditor).get(address("audit", audit.uuid)).status_code == 302
    assert not AccessRecord.objects.exists()


def test_the_file_itself_comes_only_after_its_row(reader, card) -> None:
    answer = with_purpose(reader).get(address("report_download", card.uuid))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 card"
    assert AccessRecord.objects.get().report == card


def test_nobody_reads_what_could_not_be_logged(reader, audit, monkeypatch) -> None:
    with_purpose(reader)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(AccessRecord, "save", fail)
    reader.raise_request_exception = False
    answer = reader.get(address("audit", audit.uuid))
    assert answer.status_code == 500
    assert audit.receipt not in answer.content.decode()


class TestTheList:
    """HR's list hides whom others' audits are about until a purpose is kept; then each look at it is logged."""

    @pytest.fixture
    def namesake(self, auditor, department) -> Callable[..., Audit]:
        """Adds an audit of somebody else of that name."""

        def add(first_name: str = "Anna", last_name: str = "Świątek") -> Audit:
            person = employed(department, first_name=first_name, last_name=last_name)
            draft = opened_audit(auditor, department, employee=person)
            return submit_audit(audit=draft, by=auditor, leave_unanswered=True)

        return add

    def names(self, client: Client, **query: str) -> list[str]:
        page = client.get(reverse("audits:audits"), query)
        assert page.status_code == 200
        return [str(row.get_cell("employee")) for row in page.context["table"].paginated_rows]

    def test_without_a_purpose_hr_sees_no_name(self, reader, audit, assessed) -> None:
        page = reader.get(reverse("audits:audits")).content.decode()
        assert audit.receipt in page
        assert assessed.last_name not in page
        assert reverse("audits:purpose") in page
        assert not AccessRecord.objects.exists()

    def test_nor_finds_an_audit_by_the_name_or_in_its_order(self, reader, audit, assessed) -> None:
        asked = {"text": assessed.last_name, "status": "submitted"}
        page = reader.get(reverse("audits:audits"), asked)
        then = f"{reverse('audits:audits')}?{urlencode(asked)}"
        assert page["Location"] == f"{reverse('audits:purpose')}?{urlencode({'next': then})}"
        assert len(self.names(reader, text=audit.receipt)) == 1
        page = reader.get(reverse("audits:audits"), {"sort": "employee"})
        assert not page.context["table"].columns["employee"].orderable
        assert "sort=employee" not in re.sub(r"<form.*?</form>", "", page.content.decode(), flags=re.DOTALL)

    def test_with_a_purpose_hr_sees_names_and_one_row_says_so(self, reader, hr, audit, assessed, namesake) -> None:
        for name in ("Anna", "Beata", "Celina", "Dorota"):
            namesake(name)
        assert str(assessed) in self.names(with_purpose(reader))
        row = AccessRecord.objects.get()
        assert (row.reader, row.kind, row.employee, row.audit) == (hr, "list", None, None)
        assert row.purpose == Purpose.objects.get(code="nadzor")

    def test_a_look_at_few_people_says_at_whom(self, reader, audit, assessed, namesake) -> None:
        """A small unit's list, or the end of a long one."""
        for name in ("Anna", "Beata", "Celina"):
            namesake(name)
        assert len(self.names(with_purpose(reader))) == AccessRecord.objects.count() == 4
        assert AccessRecord.objects.filter(kind="list", employee=assessed).count() == 1

    def test_a_search_says_whom_it_found_and_they_see_it(
        self, reader, hr, audit, assessed, namesake, signed_in
    ) -> None:
        namesake(last_name="Nowak")
        assert self.names(with_purpose(reader), text=assessed.last_name) == [str(assessed)]
        row = AccessRecord.objects.get()
        assert (row.reader, row.kind, row.employee, row.audit) == (hr, "list", assessed, audit)
        assert row.purpose == Purpose.objects.get(code="nadzor")
        assessed.user = UserFactory()
        assessed.save()
        assert str(hr) in signed_in(assessed.user).get(reverse("audits:own_readers")).content.decode()

    def test_a_search_is_logged_for_the_page_that_was_shown(self, reader, audit, namesake, monkeypatch) -> None:
        monkeypatch.setattr("audits.fieldwork.views.audits.AUDITS_ON_A_PAGE", 2)
        namesake("Anna"), namesake("Beata"), namesake("Celina")
        shown = self.names(with_purpose(reader), text="Świątek", sort="employee", page="2")
        assert shown == ["Świątek Celina", "Świątek Łucja"]
        assert [str(row.employee) for row in AccessRecord.objects.order_by("number")] == shown

    @pytest.mark.parametrize("by", [{"sort": "employee"}, {"method": "mystery"}, {"since": "2020-01-01"}])
    def test_so_is_a_list_narrowed_or_ordered_in_another_way(self, reader, audit, assessed, by) -> None:
        assert self.names(with_purpose(reader), **by) == [str(assessed)]
        assert AccessRecord.objects.get().employee == assessed

    def test_the_address_does_not_say_how_many_a_page_shows(self, reader, audit, namesake) -> None:
        namesake("Anna")
        for rows in ("1", "0", "-1", "9" * 30):
            assert len(self.names(with_purpose(reader), per_page=rows)) == 2

    def test_what_hr_made_themselves_is_their_own_work_and_not_logged(
        self, signed_in, auditor, audit, department, assessed
    ) -> None:
        AppointmentFactory(user=auditor, role=Role.HR, department=department)
        assert self.names(with_purpose(signed_in(auditor)), text=assessed.last_name) == [str(assessed)]
        assert not AccessRecord.objects.filter(audit__isnull=False).exists()

    def test_a_search_that_finds_nobody_names_nobody(self, reader, audit) -> None:
        assert self.names(with_purpose(reader), text="Nikt Taki") == []
        row = AccessRecord.objects.get()
        assert (row.kind, row.employee, row.audit) == ("list", None, None)

    def test_a_search_logs_many_in_as_many_queries_as_one(
        self, reader, audit, namesake, django_assert_max_num_queries
    ) -> None:
        with_purpose(reader)
        with CaptureQueriesContext(connection) as for_one:
            self.names(reader, text="Świątek")
        namesake("Anna"), namesake("Beata"), namesake("Celina")
        with django_assert_max_num_queries(len(for_one)):
            assert len(self.names(reader, text="Świątek")) == 4
        assert AccessRecord.objects.count() == 5

    def test_a_purpose_for_one_audit_shows_no_other_name(self, reader, audit, complaint) -> None:
        reader.post(address("purpose_of_audit", audit.uuid), {"purpose": complaint.pk})
        assert audit.employee.last_name not in "".join(self.names(reader))

    def test_an_auditors_own_list_is_theirs_and_not_logged(self, signed_in, auditor, audit, assessed) -> None:
        assert self.names(signed_in(auditor)) == [str(assessed)]
        assert self.names(signed_in(auditor), text=assessed.last_name) == [str(assessed)]
        assert not AccessRecord.objects.exists()

    def test_hr_who_audits_sees_the_names_of_their_own_audits(
        self, signed_in, auditor, hr, audit, department, assessed
    ) -> None:
        AppointmentFactory(user=auditor, role=Role.HR, department=department)
        assert self.names(signed_in(auditor)) == [str(assessed)]
        assert self.names(signed_in(auditor), text=assessed.last_name) == [str(assessed)]
        assert not AccessRecord.objects.exists()
