"""The right of reply: a statement to a released audit, amended by another row, printed on every later card."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits.assessed.releasing import MOST_VERSIONS, add_statement
from audits.choices import Role
from audits.exports import plain
from audits.fieldwork import Refused
from audits.fieldwork.card import audit_card
from audits.models import AccessRecord, Statement
from audits.models.assessed import LONGEST_STATEMENT
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    with_purpose,
)

SAID = "W tym czasie obsługiwałam dwa stanowiska."


@pytest.fixture
def known(submitted, released):
    """An audit that was released to Łucja."""
    return released(submitted())


class TestTheAct:
    def test_it_keeps_who_what_and_when(self, known, assessed):
        now = timezone.now()
        said = add_statement(audit=known, by=assessed.user, text=f"  {SAID}\r\n", now=now)
        assert (said.audit, said.text, said.made_by, said.made_at) == (known, SAID, assessed.user, now)

    def test_amended_the_first_stays_and_the_latest_is_printed(self, known, assessed):
        add_statement(audit=known, by=assessed.user, text=SAID)
        add_statement(audit=known, by=assessed.user, text="Obsługiwałam trzy stanowiska.")
        assert list(known.statements.values_list("text", flat=True)) == [SAID, "Obsługiwałam trzy stanowiska."]
        assert audit_card(known).statement == "Obsługiwałam trzy stanowiska."

    def test_sent_twice_it_is_one(self, known, assessed):
        first = add_statement(audit=known, by=assessed.user, text=SAID)
        assert add_statement(audit=known, by=assessed.user, text=SAID) == first
        assert Statement.objects.count() == 1

    @pytest.mark.parametrize("text", ["", "  \r\n ", "a" * (LONGEST_STATEMENT + 1)])
    def test_empty_or_too_long_it_is_refused(self, known, assessed, text):
        with pytest.raises(Refused):
            add_statement(audit=known, by=assessed.user, text=text)

    def test_it_is_not_amended_without_end(self, known, assessed):
        for number in range(MOST_VERSIONS):
            add_statement(audit=known, by=assessed.user, text=f"{SAID} {number}")
        with pytest.raises(Refused):
            add_statement(audit=known, by=assessed.user, text=SAID)

    @pytest.mark.parametrize("who", ["hr", "colleague"])
    def test_nobody_speaks_for_the_person(self, known, hr, department, who):
        by = hr if who == "hr" else employed(department, user=UserFactory()).user
        with pytest.raises(Refused):
            add_statement(audit=known, by=by, text=SAID)

    def test_before_the_release_there_is_nothing_to_reply_to(self, submitted, assessed):
        with pytest.raises(Refused):
            add_statement(audit=submitted(), by=assessed.user, text=SAID)


class TestThePages:
    def test_the_person_adds_and_amends_it(self, signed_in, assessed, known):
        client = signed_in(assessed.user)
        address = reverse("audits:own_result", args=[known.uuid])
        page = client.post(address, {"text": SAID}, follow=True).content.decode()
        assert "Oświadczenie zostało zapisane" in page
        assert page.count(SAID) == 2  # as it is printed, and in the field to amend it
        client.post(address, {"text": "Inaczej."})
        assert "Wcześniejsze wersje" in client.get(address).content.decode()

    def test_what_is_wrong_with_it_is_said_and_nothing_is_lost(self, signed_in, assessed, known):
        address = reverse("audits:own_result", args=[known.uuid])
        answer = signed_in(assessed.user).post(address, {"text": "ź" * (LONGEST_STATEMENT + 1)})
        assert answer.status_code == 422
        assert "Za długie o" in answer.content.decode()
        assert "ź" * (LONGEST_STATEMENT + 1) in answer.content.decode()

    def test_hr_reads_it_on_the_audits_page(self, signed_in, hr, assessed, known):
        add_statement(audit=known, by=assessed.user, text="Zażółć <b>gęślą</b>")
        page = with_purpose(signed_in(hr)).get(known.get_absolute_url()).content.decode()
        assert "Zażółć &lt;b&gt;gęślą&lt;/b&gt;" in page
        # The page is long: its top leads there.
        assert page.index('href="#released-heading"') < page.index('id="released-heading"')


class TestTheListOfHr:
    """What waits to be read: until somebody of HR opens the audit."""

    ADDRESS = "/oswiadczenia/"

    def receipts(self, client, **query) -> list[str]:
        return [row.record.receipt for row in client.get(self.ADDRESS, query).context["table"].paginated_rows]

    @pytest.fixture
    def said(self, known, assessed):
        add_statement(audit=known, by=assessed.user, text=SAID)
        return known

    def test_a_new_one_is_told_on_the_start_page_and_listed_without_name_and_words(self, signed_in, hr, said, assessed):
        client = signed_in(hr)
        assert "1 oświadczenie czeka na przeczytanie" in client.get("/").content.decode()
        assert self.receipts(client) == [said.receipt]
        page = client.get(self.ADDRESS).content.decode()
        assert assessed.last_name not in page
        assert SAID not in page
        assert not AccessRecord.objects.exists()

    def test_read_by_one_of_hr_it_is_read_for_all_until_it_is_amended(self, signed_in, hr, said, assessed, department):
        other = signed_in(appointed(Role.HR, department))
        assert self.receipts(other) == [said.receipt]
        with_purpose(signed_in(hr)).get(said.get_absolute_url())
        assert self.receipts(other) == []
        assert self.receipts(other, state="all") == [said.receipt]
        assert "czeka na przeczytanie" not in other.get("/").content.decode()
        add_statement(audit=said, by=assessed.user, text="Inaczej.")
        assert self.receipts(other) == [said.receipt]

    def test_neither_the_persons_nor_the_auditors_reading_counts(self, signed_in, hr, said, assessed, auditor):
        signed_in(assessed.user).get(reverse("audits:own_result", args=[said.uuid]))
        signed_in(auditor).get(said.get_absolute_url())
        assert AccessRecord.objects.count() == 2
        assert self.receipts(signed_in(hr)) == [said.receipt]

    def test_what_the_log_tells_no_more_counts_as_read(self, signed_in, hr, said):
        Statement.objects.update(made_at=timezone.now() - datetime.timedelta(days=800))
        assert self.receipts(signed_in(hr)) == []
        assert self.receipts(signed_in(hr), state="all") == [said.receipt]

    def test_hr_sees_none_of_other_departments_their_own_or_on_their_own_work(
        self, signed_in, said, assessed, auditor, department
    ):
        assert self.receipts(signed_in(appointed(Role.HR, DepartmentFactory())), state="all") == []
        for account in (assessed.user, auditor):
            AppointmentFactory(user=account, role=Role.HR, department=department)
            assert self.receipts(signed_in(account), state="all") == []

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.DPO, Role.ADMINISTRATOR, Role.SHOPPER])
    def test_there_is_no_such_page_for_others(self, signed_in, said, department, role):
        assert signed_in(appointed(role, department)).get(self.ADDRESS).status_code == 404

    def test_it_takes_as_many_queries_for_one_as_for_ten(self, signed_in, hr, said, submitted, released, assessed):
        client = signed_in(hr)

        def measure() -> int:
            with CaptureQueriesContext(connection) as captured:
                client.get(self.ADDRESS)
            return len(captured)

        measure()
        for_one = measure()
        for _ in range(9):
            add_statement(audit=released(submitted()), by=assessed.user, text=SAID)
        assert measure() == for_one <= 8


class TestTheCard:
    def test_its_data_hold_it_and_change_with_it(self, known, assessed):
        before = audit_card(known)
        at = timezone.now() + datetime.timedelta(minutes=1)
        add_statement(audit=known, by=assessed.user, text=SAID, now=at)
        after = audit_card(known)
        assert (before.statement, before.statement_at) == ("", None)
        assert plain(after)["statement"] == SAID
        assert after.as_of == at
        assert after.fingerprint != before.fingerprint

    def test_a_card_asked_for_later_is_a_new_one(self, signed_in, auditor, known, assessed, department):
        client = signed_in(auditor)
        address = reverse("audits:audit_card_pdf", args=[known.uuid])
        first = client.post(address)["Location"]
        add_statement(audit=known, by=assessed.user, text=SAID)
        assert client.post(address)["Location"] != first
        assert appointed(Role.HR, department)
