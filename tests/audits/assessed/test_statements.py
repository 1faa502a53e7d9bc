"""The right of reply: a statement to a released audit, amended by another row, printed on every later card."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from audits.assessed.statements import MOST_VERSIONS, add_statement
from audits.choices import Role
from audits.fieldwork import Refused
from audits.models import Statement
from audits.models.assessed import LONGEST_STATEMENT
from audits.reports.audit import audit_card
from audits.reports.tabulation import plain
from tests.audits.factories import UserFactory, appointed, employed, with_purpose

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
        assert "Skróć oświadczenie" in answer.content.decode()
        assert "ź" * (LONGEST_STATEMENT + 1) in answer.content.decode()

    def test_hr_reads_it_on_the_audits_page(self, signed_in, hr, assessed, known):
        add_statement(audit=known, by=assessed.user, text="Zażółć <b>gęślą</b>")
        page = with_purpose(signed_in(hr)).get(known.get_absolute_url()).content.decode()
        assert "Zażółć &lt;b&gt;gęślą&lt;/b&gt;" in page


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
