"""Whoever opens an audit begins with the person: found by name, told from namesakes, and of one unit."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import Refused, edit_header, propose_correction, submit_audit
from audits.models import Audit, Employment
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    appointed,
    employed,
    opened_audit,
)

OPEN = "/audyty/nowy/"
SEARCH = "/audyty/nowy/pracownicy/"


@pytest.fixture
def district(department):
    return department


@pytest.fixture
def unit(district):
    return DepartmentFactory(code="UD-PRO-WOM-1", name="Referat Dowodów", parent=district)


@pytest.fixture
def kubica(unit):
    return employed(unit, first_name="Magdalena", last_name="Kubica")


def found(web, **query):
    return [str(person) for person in web.get(SEARCH, query).context["found"]]


class TestTheList:
    def test_before_a_letter_is_typed_it_holds_the_people_of_ones_units_and_no_other(self, web, district, kubica):
        employed(district, first_name="Adam", last_name="Adamski")
        employed(DepartmentFactory(), last_name="Obca")
        assert found(web, employee_name="") == ["Adamski Adam", "Kubica Magdalena"]

    def test_a_chosen_unit_narrows_it_until_somebody_types(self, web, district, unit, kubica):
        other = DepartmentFactory(parent=district)
        employed(other, first_name="Adam", last_name="Adamski")
        assert found(web, employee_name="", department=unit.pk) == ["Kubica Magdalena"]
        assert found(web, employee_name="", department=district.pk) == ["Adamski Adam", "Kubica Magdalena"]
        assert found(web, employee_name="kub", department=other.pk) == ["Kubica Magdalena"]

    @pytest.mark.parametrize(
        "typed", ["Kubica, Magdalena", "mgr Kubica", "dr inż. Magdalena Kubica", "Pani KUBICA", "kub. mag", "kub"]
    )
    def test_a_name_is_found_as_people_write_it(self, web, kubica, typed):
        assert found(web, employee_name=typed) == ["Kubica Magdalena"]

    @pytest.mark.parametrize("typed", ["mgr Nikt", ",", ".-", "kubica nowak"])
    def test_what_fits_nobody_finds_nobody(self, web, kubica, typed):
        assert found(web, employee_name=typed) == []

    def test_a_title_alone_may_be_the_beginning_of_a_name(self, web, unit):
        employed(unit, first_name="Ewa", last_name="Drozd")
        assert found(web, employee_name="dr") == ["Drozd Ewa"]

    def test_namesakes_are_told_apart_by_unit_and_title_and_else_by_the_day_they_came(self, web, district, unit):
        def nowak(of, position, since):
            person = EmployeeFactory(first_name="Anna", last_name="Nowak")
            EmploymentFactory(employee=person, department=of, position=position, since=since)

        nowak(district, "inspektor", datetime.date(2019, 3, 1))
        nowak(unit, "inspektor", datetime.date(2019, 3, 1))
        nowak(unit, "referent", datetime.date(2020, 3, 1))
        nowak(unit, "referent", datetime.date(2021, 9, 1))
        people = web.get(SEARCH, {"employee_name": "nowak"}).context["found"]
        assert {str(place) for person in people for place in person.places} == {
            "inspektor, UD-PRO-WOM",
            "inspektor, UD-PRO-WOM-1",
            "referent, UD-PRO-WOM-1, od 1.03.2020",
            "referent, UD-PRO-WOM-1, od 1.09.2021",
        }

    def test_each_option_carries_the_unit_of_that_day(self, web, unit, district, kubica):
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        Employment.objects.update(until=timezone.localdate())
        EmploymentFactory(employee=kubica, department=district, since=timezone.localdate())
        before = web.get(SEARCH, {"employee_name": "kub", "took_place_at": f"{yesterday}T10:00"}).content.decode()
        today = web.get(SEARCH, {"employee_name": "kub"}).content.decode()
        assert f'data-department="{unit.pk}"' in before
        assert f'data-department="{district.pk}"' in today

    def test_a_draft_that_is_to_name_somebody_else_offers_those_of_its_unit(self, web, auditor, unit, kubica, district):
        employed(district, last_name="Adamski")
        draft = opened_audit(auditor, unit)
        assert found(web, employee_name="", draft=draft.uuid) == ["Kubica Magdalena"]
        assert web.get(SEARCH, {"employee_name": "", "draft": "nic"}).status_code == 404

    def test_hr_that_corrects_an_audit_finds_people_too_and_others_drafts_are_not_found(
        self, web, signed_in, auditor, unit, kubica
    ):
        audit = submit_audit(audit=opened_audit(auditor, unit), by=auditor, leave_unanswered=True)
        hr = appointed(Role.HR, unit)
        version = propose_correction(audit=audit, by=hr, reason="pomyłka")
        office = signed_in(hr)
        assert found(office, employee_name="kub", draft=version.uuid) == ["Kubica Magdalena"]
        assert office.get(SEARCH, {"employee_name": "kub"}).status_code == 404
        assert web.get(SEARCH, {"employee_name": "kub", "draft": version.uuid}).status_code == 404


class TestTheUnit:
    def test_left_empty_it_is_the_persons(self, web, form, unit, kubica):
        web.post(OPEN, form | {"department": "", "employee_name": "mgr Kubica"})
        assert (Audit.objects.get().department, Audit.objects.get().employee) == (unit, kubica)

    def test_it_is_that_of_the_day_of_the_visit(self, web, form, unit, district, kubica):
        Employment.objects.update(until="2026-06-01")
        EmploymentFactory(employee=kubica, department=district, since="2026-06-01")
        sent = form | {"department": "", "employee_name": "Kubica"}
        web.post(OPEN, sent | {"took_place_at": "2026-05-29T10:00"})
        assert Audit.objects.get().department == unit

    def test_without_a_person_it_has_to_be_chosen(self, web, form):
        page = web.post(OPEN, form | {"department": ""})
        assert list(page.context["form"].errors) == ["department"]

    def test_of_two_it_has_to_be_chosen(self, web, form, unit, district, kubica):
        EmploymentFactory(employee=kubica, department=district)
        page = web.post(OPEN, form | {"department": "", "employee_name": "Kubica"})
        assert "UD-PRO-WOM-1" in str(page.context["form"].errors["department"])
        web.post(OPEN, form | {"department": district.pk, "employee_name": "Kubica"})
        assert Audit.objects.get().department == district

    @pytest.mark.parametrize("picked", [True, False])
    def test_one_that_does_not_fit_is_refused_with_both_named(self, web, form, district, kubica, picked):
        sent = form | {"department": district.pk, "employee_name": "Kubica Magdalena"}
        page = web.post(OPEN, sent | {"employee": str(kubica.uuid) if picked else ""})
        assert page.status_code == 422
        fault = str(page.context["form"].errors["employee_name"])
        assert "UD-PRO-WOM-1 Referat Dowodów" in fault
        assert "UD-PRO-WOM Wydział Próbny Obsługi" in fault
        assert not Audit.objects.exists()

    def test_a_namesake_of_the_chosen_unit_goes_before_those_of_others(self, web, form, district, unit):
        here = employed(district, first_name="Anna", last_name="Nowak")
        employed(unit, first_name="Anna", last_name="Nowak")
        web.post(OPEN, form | {"department": district.pk, "employee_name": "Nowak Anna"})
        assert Audit.objects.get().employee == here

    def test_an_opened_audit_cannot_come_to_name_somebody_of_another(self, auditor, district, kubica):
        draft = opened_audit(auditor, district)
        header = {name: getattr(draft, name) for name in ("desk", "took_place_at", "waiting_minutes", "scenario")}
        with pytest.raises(Refused) as fault:
            edit_header(audit=draft, by=auditor, version=0, employee=kubica, **header)
        assert "Referat Dowodów" in str(fault.value)

    def test_nor_can_its_correction(self, auditor, district, kubica):
        audit = submit_audit(audit=opened_audit(auditor, district), by=auditor, leave_unanswered=True)
        version = propose_correction(audit=audit, by=auditor, reason="pomyłka")
        header = {name: getattr(audit, name) for name in ("desk", "took_place_at", "waiting_minutes", "scenario")}
        with pytest.raises(Refused) as fault:
            edit_header(audit=version, by=auditor, version=0, employee=kubica, **header)
        assert "Referat Dowodów" in str(fault.value)


class TestTheMethod:
    def test_an_auditor_observes_unless_they_say_otherwise(self, web):
        assert web.get(OPEN).context["form"]["method"].value() == "observation"

    def test_an_observation_has_no_scenario_and_nothing_that_is_sure_to_happen(self, web, form):
        shown = web.get(OPEN + "zakres/", {"method": "observation", "channel": "counter"}).content.decode()
        assert 'name="occasions"' not in shown
        web.post(OPEN, form | {"method": "observation", "occasions": ["form"]})
        audit = Audit.objects.get()
        assert audit.scenario == ""
        assert not audit.gates.exists()
        assert 'name="scenario"' not in web.get(f"/audyty/{audit.uuid}/dane/").content.decode()

    def test_a_shoppers_visit_has_both(self, web, form):
        shown = web.get(OPEN + "zakres/", {"method": "mystery", "channel": "counter"}).content.decode()
        assert 'name="occasions"' in shown
        web.post(OPEN, form | {"occasions": ["form"]})
        audit = Audit.objects.get()
        assert audit.scenario == "Pytanie o wymianę dowodu osobistego."
        assert audit.gates.exists()
        assert 'name="scenario"' in web.get(f"/audyty/{audit.uuid}/dane/").content.decode()


class TestTheSameFormAgain:
    @pytest.mark.parametrize(
        "other",
        [
            {"desk": "stanowisko 5"},
            {"waiting_minutes": "8"},
            {"scenario": "Inne pytanie."},
            {"took_place_at": "2026-07-01T12:30"},
            {"selection": "everything"},
            {"occasions": ["form"]},
        ],
        ids=lambda other: next(iter(other)),
    )
    def test_with_anything_else_in_it_it_is_told_so_and_changes_nothing(self, web, form, other):
        web.post(OPEN, form)
        before = Audit.objects.values().get()
        page = web.post(OPEN, form | other)
        assert page.status_code == 409
        assert f"/audyty/{form['uuid']}/karta/" in page.content.decode()
        assert Audit.objects.values().get() == before

    def test_a_browser_keeps_nothing_of_it(self, web):
        page = web.get(OPEN)
        assert "no-store" in page["Cache-Control"]
        assert 'autocomplete="off" novalidate' in page.content.decode()
        assert page.context["form"]["no_conflict"].value() is None
