"""“Kogo jeszcze nie”: which units and people an auditor has not audited in a period; nothing of what others did."""

import datetime
from urllib.parse import urlencode

import pytest
import time_machine

from audits.choices import Role
from audits.fieldwork import decide_annulment, discard_audit, propose_annulment, submit_audit
from audits.models import Audit, Department
from tests.audits.factories import (
    DepartmentFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
    opened_audit,
)

PAGE = "/audyty/kogo-jeszcze-nie/"
TODAY = datetime.datetime(2026, 8, 12, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def unit(department) -> Department:
    return DepartmentFactory(code="UD-PRO-WOM-1", name="Referat Dowodów", parent=department)


@pytest.fixture
def kubica(unit):
    return employed(unit, first_name="Magdalena", last_name="Kubica")


@pytest.fixture
def adamski(department):
    return employed(department, first_name="Adam", last_name="Adamski")


def people(client, **query):
    page = client.get(PAGE, query)
    assert page.status_code == 200
    return [str(row.record) for row in page.context["table"].paginated_rows]


def units(client, **query):
    return [unit.code for unit in client.get(PAGE, query).context["units"]]


def test_whoever_was_not_audited_is_listed_with_where_they_work(web, kubica, adamski):
    assert people(web) == ["Adamski Adam", "Kubica Magdalena"]
    assert units(web) == ["UD-PRO-WOM", "UD-PRO-WOM-1"]
    assert "UD-PRO-WOM-1" in web.get(PAGE).content.decode()


@pytest.mark.parametrize("is_submitted", [True, False])
def test_an_audit_that_is_made_or_begun_takes_person_and_unit_off(web, auditor, unit, kubica, adamski, is_submitted):
    audit = opened_audit(auditor, unit, employee=kubica)
    if is_submitted:
        submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    assert people(web) == ["Adamski Adam"]
    assert units(web) == ["UD-PRO-WOM"]


def test_one_that_was_given_up_or_annulled_does_not(web, auditor, department, unit, kubica, adamski):
    discard_audit(audit=opened_audit(auditor, unit, employee=kubica), by=auditor)
    audit = opened_audit(auditor, department, employee=adamski)
    submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    proposal = propose_annulment(audit=audit, by=appointed(Role.HR, department), reason="pomyłka")
    decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=True)
    assert people(web) == ["Adamski Adam", "Kubica Magdalena"]


def test_it_is_of_this_quarter_unless_another_period_is_asked_for(web, auditor, unit, kubica):
    opened_audit(auditor, unit, employee=kubica, took_place_at=TODAY - datetime.timedelta(days=60))
    assert people(web) == people(web, period="2026Q3") == ["Kubica Magdalena"]
    assert people(web, period="2026Q2") == people(web, period="2026") == []


def test_it_can_be_narrowed_to_a_department(web, department, unit, kubica, adamski):
    assert people(web, department=unit.pk) == ["Kubica Magdalena"]
    assert units(web, department=unit.pk) == ["UD-PRO-WOM-1"]


def test_what_others_audited_is_not_told(web, department, unit, kubica):
    opened_audit(appointed(Role.AUDITOR, department), unit, employee=kubica)
    assert people(web) == ["Kubica Magdalena"]


def test_nor_whom_one_met_as_a_mystery_shopper(web, auditor, department, unit, kubica):
    appointed_too = appointed(Role.SHOPPER, department)
    assignment = assigned(appointed_too, unit, by=appointed(Role.HR, department))
    audit = submit_audit(audit=opened_assigned(assignment), by=appointed_too, leave_unanswered=True)
    Audit.objects.filter(pk=audit.pk).update(auditor=auditor, employee=kubica)
    assert people(web) == ["Kubica Magdalena"]


def test_people_of_other_departments_and_oneself_are_not_listed(web, auditor, department):
    employed(DepartmentFactory())
    employed(department, user=auditor)
    assert people(web) == []


def test_a_name_leads_to_an_audit_about_them_and_a_unit_to_one_there(web, unit, kubica):
    page = web.get(PAGE).content.decode()
    assert f"/audyty/nowy/?{urlencode({'employee': kubica.uuid})}" in page
    form = web.get("/audyty/nowy/", {"employee": kubica.uuid}).context["form"]
    assert (form["employee_name"].value(), form["department"].value()) == ("Kubica Magdalena", unit.pk)
    assert web.get("/audyty/nowy/", {"department": unit.pk}).context["form"]["department"].value() == unit.pk


@pytest.mark.parametrize("query", [{"employee": "nic"}, {"department": "0"}, {"employee": "\0"}])
def test_an_audit_of_nonsense_begins_empty(web, query):
    form = web.get("/audyty/nowy/", query).context["form"]
    assert not form["employee_name"].value()
    assert not form["department"].value()


def test_who_was_not_told_is_listed_with_the_reason_and_without_a_way(web, unit):
    untold = employed(unit, first_name="Ewa", last_name="Nowa")
    untold.told.all().delete()
    page = web.get(PAGE).content.decode()
    assert "nie zawiadomiono" in page
    assert str(untold.uuid) not in page


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD, Role.SHOPPER, Role.ADMINISTRATOR])
def test_who_is_no_auditor_finds_no_such_page(signed_in, department, role):
    assert signed_in(appointed(role, department)).get(PAGE).status_code == 404


def test_it_costs_the_same_for_many(web, unit, django_assert_max_num_queries):
    employed(unit)
    with django_assert_max_num_queries(30) as one:
        web.get(PAGE)
    for _person in range(20):
        employed(unit)
    with django_assert_max_num_queries(len(one)):
        web.get(PAGE)
