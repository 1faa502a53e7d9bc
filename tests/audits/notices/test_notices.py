"""Nobody is audited by name before they were told; auditors acknowledge what they take on."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits.choices import Audience, Role
from audits.fieldwork import Refused, edit_header, identify_employee, submit_audit
from audits.models import Acknowledgement, Audit, Employee, Notice, Told, told_on
from audits.notices.telling import acknowledge, mark_told, record_notice, withdraw_told
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    appointed,
    assigned,
    employed,
    notice,
    opened_assigned,
    opened_audit,
)

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def untold(department) -> Employee:
    return employed(department, first_name="Zofia", last_name="Nowicka", told=False)


@pytest.fixture
def general(db) -> Notice:
    return notice()


def told(person: Employee) -> Told:
    return person.told.get(withdrawn_at=None)


class TestTheGate:
    def test_whoever_was_not_told_is_not_named_in_an_audit(self, auditor, department, untold):
        with pytest.raises(Refused) as refused:
            opened_audit(auditor, department, employee=untold)
        assert refused.value.field == "employee"
        assert "zawiadomiono" in str(refused.value.message)
        assert not Audit.objects.exists()

    def test_an_audit_of_the_desk_stays_possible(self, auditor, department, untold):
        assert opened_audit(auditor, department, employee=None).desk == "stanowisko 4"

    def test_it_is_about_the_day_of_the_visit(self, auditor, department, assessed):
        moment = timezone.now() - 2 * DAY
        day = timezone.localdate(moment)
        assessed.told.update(counts_from=day + DAY)
        with pytest.raises(Refused):
            opened_audit(auditor, department, employee=assessed, took_place_at=moment)
        assessed.told.update(counts_from=day)
        assert opened_audit(auditor, department, employee=assessed, took_place_at=moment).employee == assessed

    def test_a_draft_cannot_come_to_name_them(self, auditor, department, untold):
        draft = opened_audit(auditor, department, employee=None)
        with pytest.raises(Refused):
            edit_header(
                audit=draft,
                by=auditor,
                version=0,
                employee=untold,
                desk="",
                took_place_at=draft.took_place_at,
                waiting_minutes=None,
                scenario="",
            )

    def test_hr_cannot_say_that_a_shoppers_audit_is_about_them(self, hr, department, untold):
        shopper = appointed(Role.SHOPPER, department)
        draft = opened_assigned(assigned(shopper, department, by=hr), as_named="pani Nowicka")
        audit = submit_audit(audit=draft, by=shopper, leave_unanswered=True)
        with pytest.raises(Refused) as refused:
            identify_employee(audit=audit, by=hr, employee=untold)
        assert "zawiadomiona" in str(refused.value.message)

    def test_what_was_withdrawn_counts_no_more(self, auditor, department, assessed, hr):
        withdraw_told(told=told(assessed), by=hr)
        with pytest.raises(Refused):
            opened_audit(auditor, department, employee=assessed)

    def test_as_a_filter_of_any_table_that_leads_to_a_person(self, auditor, department, assessed, untold):
        assert set(Employee.objects.filter(told_on(TODAY()))) == {assessed}
        named = opened_audit(auditor, department, employee=assessed)
        assert list(Audit.objects.filter(told_on(TODAY(), "employee"))) == [named]


class TestThePagesThatName:
    def test_the_search_shows_them_with_the_reason_and_not_to_be_picked(self, signed_in, auditor, department, untold):
        query = {"department": department.pk, "employee_name": "Nowicka"}
        page = signed_in(auditor).get("/audyty/nowy/pracownicy/", query).content.decode()
        assert "Nowicka Zofia" in page
        assert "nie zawiadomiono o audytach" in page
        assert "data-uuid" not in page

    def test_a_typed_name_is_refused_with_the_reason(self, signed_in, auditor, department, untold):
        form = {
            "uuid": "5f0c1c1e-8f0e-4a55-9d35-2f1f6f0a0001",
            "method": "mystery",
            "channel": "counter",
            "department": department.pk,
            "took_place_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
            "employee_name": "Nowicka Zofia",
            "employee": str(untold.uuid),
            "selection": "core",
            "no_conflict": "on",
        }
        answer = signed_in(auditor).post("/audyty/nowy/", form)
        assert answer.status_code == 422
        assert "nie zawiadomiono tej osoby" in answer.content.decode()

    def test_of_namesakes_only_whoever_was_told_can_be_picked(self, signed_in, auditor, department, untold):
        employed(department, first_name="Zofia", last_name="Nowicka")
        form = {
            "uuid": "5f0c1c1e-8f0e-4a55-9d35-2f1f6f0a0002",
            "method": "mystery",
            "channel": "counter",
            "department": department.pk,
            "took_place_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
            "employee_name": "Nowicka Zofia",
            "selection": "core",
            "no_conflict": "on",
        }
        page = signed_in(auditor).post("/audyty/nowy/", form).content.decode()
        radios = page.split('type="radio"')
        theirs = next(each for each in radios if str(untold.uuid) in each)
        assert "disabled" in theirs.partition(">")[0]
        assert "nie zawiadomiono o audytach" in theirs


class TestRecording:
    def values(self, **fields):
        today = TODAY()
        return {
            "audience": Audience.STAFF,
            "title": "Zawiadomienie",
            "text": "Prowadzi się audyty.",
            "link": "",
            "given_on": today,
            "takes_effect_on": today + 14 * DAY,
        } | fields

    def test_hr_and_administrators_record_it(self, hr, department):
        kept = record_notice(by=hr, **self.values())
        assert (kept.recorded_by, kept.takes_effect_on) == (hr, TODAY() + 14 * DAY)
        assert record_notice(by=appointed(Role.ADMINISTRATOR, department), **self.values())

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.DPO, Role.SHOPPER, Role.STANDARDS_EDITOR])
    def test_nobody_else_does(self, role, department):
        with pytest.raises(Refused):
            record_notice(by=appointed(role, department), **self.values())

    def test_to_the_staff_it_is_given_14_days_before(self, hr):
        with pytest.raises(Refused) as refused:
            record_notice(by=hr, **self.values(takes_effect_on=TODAY() + 13 * DAY))
        assert refused.value.field == "takes_effect_on"

    def test_to_auditors_it_may_take_effect_at_once_but_not_before(self, hr):
        assert record_notice(by=hr, **self.values(audience=Audience.AUDITORS, takes_effect_on=TODAY()))
        with pytest.raises(Refused):
            record_notice(by=hr, **self.values(audience=Audience.AUDITORS, takes_effect_on=TODAY() - DAY))


class TestMarking:
    def test_a_department_with_all_below_it_is_marked_at_once(self, hr, general, department, untold):
        unit = DepartmentFactory(parent=department)
        below = employed(unit, told=False)
        elsewhere = employed(DepartmentFactory(), told=False)
        count = mark_told(notice=general, by=hr, told_on=TODAY(), how="e-mail", department=department)
        assert count == 2
        assert told(untold).how == told(below).how == "e-mail"
        assert not elsewhere.told.exists()
        assert mark_told(notice=general, by=hr, told_on=TODAY(), how="e-mail", department=department) == 0

    def test_whoever_works_already_may_be_named_14_days_later(self, hr, general, untold):
        mark_told(notice=general, by=hr, told_on=TODAY(), how="e-mail", numbers=frozenset({untold.number}))
        assert told(untold).counts_from == TODAY() + 14 * DAY

    @pytest.mark.parametrize("starts_in", [0, 5])
    def test_whoever_is_told_before_they_start_may_be_named_at_once(self, hr, general, department, starts_in):
        person = EmployeeFactory(told=False)
        EmploymentFactory(employee=person, department=department, since=TODAY() + starts_in * DAY)
        mark_told(notice=general, by=hr, told_on=TODAY(), how="podpis", numbers=frozenset({person.number}))
        assert told(person).counts_from == TODAY()

    def test_never_before_the_notice_takes_effect(self, hr, untold):
        later = notice(title="Kolejne", given_on=TODAY(), takes_effect_on=TODAY() + 30 * DAY)
        mark_told(notice=later, by=hr, told_on=TODAY(), how="podpis", numbers=frozenset({untold.number}))
        assert told(untold).counts_from == TODAY() + 30 * DAY

    @pytest.mark.parametrize("days", [-10_000, 1])
    def test_nobody_was_told_before_the_notice_or_in_the_future(self, hr, general, untold, days):
        day = TODAY() + days * DAY
        with pytest.raises(Refused) as refused:
            mark_told(notice=general, by=hr, told_on=day, how="x", numbers=frozenset({untold.number}))
        assert refused.value.field == "told_on"

    def test_numbers_of_nobody_or_of_another_department_are_said(self, hr, general, untold):
        stranger = employed(DepartmentFactory(), told=False)
        numbers = frozenset({untold.number, stranger.number, "brak-1"})
        with pytest.raises(Refused) as refused:
            mark_told(notice=general, by=hr, told_on=TODAY(), how="x", numbers=numbers)
        assert stranger.number in str(refused.value.message)
        assert "brak-1" in str(refused.value.message)
        assert not untold.told.exists()

    def test_hr_marks_nobody_of_another_department(self, general, department, untold):
        stranger = appointed(Role.HR, DepartmentFactory())
        assert mark_told(notice=general, by=stranger, told_on=TODAY(), how="x", department=department) == 0
        mark = untold.told.create(
            notice=general, told_on=TODAY(), counts_from=TODAY(), how="x", recorded_at=timezone.now()
        )
        with pytest.raises(Refused):
            withdraw_told(told=mark, by=stranger)

    def test_withdrawn_by_mistake_they_can_be_marked_again(self, hr, general, assessed):
        first = withdraw_told(told=told(assessed), by=hr)
        assert first.withdrawn_by == hr
        numbers = frozenset({assessed.number})
        assert mark_told(notice=general, by=hr, told_on=TODAY(), how="podpis", numbers=numbers) == 1
        assert assessed.told.count() == 2

    def test_it_takes_as_many_queries_for_two_as_for_twenty(self, hr, general, department):
        def measure(people: int) -> int:
            for _ in range(people):
                employed(department, told=False)
            with CaptureQueriesContext(connection) as captured:
                count = mark_told(notice=general, by=hr, told_on=TODAY(), how="x", department=department)
            assert count == people
            return len(captured)

        assert measure(2) == measure(20) <= 12


class TestThePages:
    def address(self, kept: Notice) -> str:
        return reverse("audits:notice", args=[kept.uuid])

    def test_everybody_reads_the_notice_and_when_they_were_told(self, signed_in, assessed, general):
        client = signed_in(assessed.user)
        assert "Zawiadomienie o audytach" in client.get("/zawiadomienia/").content.decode()
        assert "Zawiadomiono Cię 1 stycznia 2020" in client.get("/zawiadomienia/").content.decode()
        page = client.get(self.address(general)).content.decode()
        assert "prowadzi się audyty" in page
        assert "Kogo zawiadomiono" not in page

    def test_hr_sees_who_was_not_told_and_marks_them(self, signed_in, hr, general, untold, assessed):
        client = signed_in(hr)
        page = client.get(self.address(general)).content.decode()
        assert "Nowicka Zofia" in page
        assert "Świątek" not in page
        sent = {"numbers": f"{untold.number};\n", "told_on": TODAY().isoformat(), "how": "podpis"}
        answer = client.post(self.address(general), sent, follow=True)
        assert "Oznaczono 1 osobę" in answer.content.decode()
        assert "Wszyscy są zawiadomieni" in answer.content.decode()
        page = client.get(self.address(general), {"who": "told"}).content.decode()
        assert "Nowicka Zofia" in page
        assert "Świątek Łucja" in page

    def test_hr_takes_a_mistake_back(self, signed_in, hr, general, assessed):
        address = reverse("audits:withdraw_told", args=[general.uuid, told(assessed).pk])
        assert "Świątek" in signed_in(hr).post(address, follow=True).content.decode()
        assert not assessed.told.filter(withdrawn_at=None).exists()

    def test_a_department_or_numbers_not_both(self, signed_in, hr, general, department):
        sent = {"told_on": TODAY().isoformat(), "how": "podpis"}
        for more in ({}, {"department": department.pk, "numbers": "P1"}):
            answer = signed_in(hr).post(self.address(general), sent | more)
            assert answer.status_code == 422
            assert "jedno z dwojga" in answer.content.decode()

    def test_a_notice_is_recorded_on_its_page(self, signed_in, hr):
        sent = {
            "audience": "staff",
            "title": "Zawiadomienie",
            "text": "Prowadzi się <b>audyty</b>.",
            "link": "intranet.example.org/audyty",
            "given_on": "2026-01-02",
            "takes_effect_on": "2026-01-10",
        }
        client = signed_in(hr)
        answer = client.post("/zawiadomienia/nowe/", sent)
        assert answer.status_code == 422
        assert "16.01.2026" in answer.content.decode()
        page = client.post("/zawiadomienia/nowe/", sent | {"takes_effect_on": "2026-01-16"}, follow=True)
        assert "Prowadzi się &lt;b&gt;audyty&lt;/b&gt;." in page.content.decode()
        assert "https://intranet.example.org/audyty" in page.content.decode()

    def test_the_list_of_people_takes_as_many_queries_for_one_as_for_ten(self, signed_in, hr, general, department):
        client = signed_in(hr)

        def measure() -> int:
            with CaptureQueriesContext(connection) as captured:
                client.get(self.address(general))
                client.get(self.address(general), {"who": "told"})
            return len(captured)

        employed(department, told=False)
        employed(department)
        measure()
        for_one = measure()
        for _ in range(9):
            employed(department, told=False)
            employed(department)
        assert measure() == for_one


class TestAuditors:
    @pytest.fixture
    def binding(self, db) -> Notice:
        return notice(audience=Audience.AUDITORS, title="Zawiadomienie dla audytorów")

    def test_without_acknowledging_it_they_open_no_audit(self, signed_in, auditor, department, binding):
        client = signed_in(auditor)
        assert binding.title in client.get("/").content.decode()
        on_the_way = client.get("/audyty/nowy/?department=7")["Location"]
        assert on_the_way == f"{binding.get_absolute_url()}?next=%2Faudyty%2Fnowy%2F%3Fdepartment%3D7"
        assert client.get(on_the_way).context["next"] == "/audyty/nowy/?department=7"
        with pytest.raises(Refused):
            opened_audit(auditor, department)
        client.post(reverse("audits:acknowledge", args=[binding.uuid]))
        row = Acknowledgement.objects.get()
        assert (row.user, row.notice) == (auditor, binding)
        assert client.get("/audyty/nowy/").status_code == 200
        assert binding.title not in client.get("/").content.decode()
        assert opened_audit(auditor, department)

    @pytest.mark.parametrize(
        ("asked", "leads"),
        [
            ("/audyty/nowy/?department=7", "/audyty/nowy/?department=7"),
            ("https://example.org/", "/"),
            ("//example.org/", "/"),
            ("", "/"),
        ],
    )
    def test_acknowledged_it_leads_back_to_where_one_was(self, signed_in, auditor, binding, asked, leads):
        response = signed_in(auditor).post(reverse("audits:acknowledge", args=[binding.uuid]), {"next": asked})
        assert response["Location"] == leads

    def test_once_is_enough(self, auditor, binding):
        assert acknowledge(notice=binding, by=auditor) == acknowledge(notice=binding, by=auditor)

    def test_one_not_in_effect_yet_binds_nobody(self, auditor, department):
        notice(audience=Audience.AUDITORS, title="Od jutra", given_on=TODAY(), takes_effect_on=TODAY() + DAY)
        assert opened_audit(auditor, department)

    def test_whoever_does_not_audit_has_nothing_to_acknowledge(self, signed_in, hr, binding):
        assert signed_in(hr).post(reverse("audits:acknowledge", args=[binding.uuid])).status_code == 404
