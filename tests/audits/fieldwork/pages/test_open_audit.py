"""The page that opens an audit."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.models import Audit
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    appointed,
    employed,
    opened_audit,
)

OPEN = "/audyty/nowy/"


def test_the_form_opens_a_draft_and_leads_to_its_checklist(web, form, auditor, department):
    response = web.post(OPEN, form)
    audit = Audit.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/audyty/{form['uuid']}/karta/"
    assert (audit.auditor, audit.department, audit.method, audit.channel) == (auditor, department, "mystery", "counter")
    assert (audit.desk, audit.waiting_minutes, audit.selection) == ("stanowisko 4", 7, "core")
    assert audit.answers.count() == 37
    assert audit.no_conflict_declared_at is not None


def test_a_double_click_opens_one_audit(web, form):
    first, second = web.post(OPEN, form), web.post(OPEN, form)
    assert first["Location"] == second["Location"]
    assert Audit.objects.count() == 1


def test_the_same_form_for_another_visit_is_told_that_it_was_used(web, form):
    web.post(OPEN, form)
    response = web.post(OPEN, form | {"channel": "phone"})
    assert response.status_code == 409
    assert f"/audyty/{form['uuid']}/karta/" in response.content.decode()
    assert Audit.objects.count() == 1


def test_the_time_is_taken_as_warsaws(web, form):
    web.post(OPEN, form | {"took_place_at": "2026-07-01T12:30"})
    assert Audit.objects.get().took_place_at == datetime.datetime(2026, 7, 1, 10, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("fault", "field", "message"),
    [
        ({"took_place_at": "2099-01-01T10:00"}, "took_place_at", "przyszłości"),
        ({"took_place_at": "0001-01-01T00:00"}, "took_place_at", "Sprawdź rok"),
        ({"took_place_at": "2026-03-29T02:30"}, "took_place_at", ""),
        ({"took_place_at": "2012-05-05T12:00"}, "took_place_at", ""),
        ({"took_place_at": "wczoraj"}, "took_place_at", ""),
        ({"channel": "letter"}, "channel", ""),
        ({"method": "telepathy"}, "method", ""),
        ({"department": "999999"}, "department", ""),
        ({"department": "x" * 50}, "department", ""),
        ({"waiting_minutes": "-1"}, "waiting_minutes", ""),
        ({"waiting_minutes": "9" * 30}, "waiting_minutes", ""),
        ({"no_conflict": ""}, "no_conflict", "oświadczenia"),
        ({"selection": "standards"}, "standards", ""),
        ({"selection": "standards", "standards": ["nie ma takiego"]}, "standards", ""),
        ({"scenario": "x" * 2001}, "scenario", ""),
        ({"desk": "\0"}, "desk", ""),
        ({"employee_name": "Nikt Taki"}, "employee_name", ""),
        ({"uuid": "to nie jest uuid"}, "uuid", ""),
    ],
)
def test_a_fault_is_shown_at_its_field_and_what_was_typed_stays(web, form, fault, field, message):
    response = web.post(OPEN, form | fault)
    assert response.status_code == 422
    assert Audit.objects.count() == 0
    assert list(response.context["form"].errors) == [field]
    assert message in str(response.context["form"].errors[field])
    text = response.content.decode()
    assert f'href="#div_id_{field}"' in text
    if field != "scenario":
        assert "Pytanie o wymianę dowodu osobistego." in text


def test_an_employee_is_found_by_the_typed_name_alone(web, form, department):
    person = employed(department, first_name="Żaneta", last_name="Żółć")
    web.post(OPEN, form | {"employee_name": "zolc z"})
    assert Audit.objects.get().employee == person


def test_of_namesakes_one_is_chosen(web, form, department):
    first = employed(department, first_name="Anna", last_name="Nowak")
    second = employed(department, first_name="Anna", last_name="Nowak")
    response = web.post(OPEN, form | {"employee_name": "Nowak Anna"})
    assert response.status_code == 422
    assert {person.uuid for person in response.context["form"].namesakes} == {first.uuid, second.uuid}
    web.post(OPEN, form | {"employee_name": "Nowak Anna", "employee": str(second.uuid)})
    assert Audit.objects.get().employee == second


def test_a_double_barrelled_name_is_found_as_it_is_written(web, form, department):
    person = employed(department, first_name="Ewa", last_name="Bąk-Sowa")
    web.post(OPEN, form | {"employee_name": "Bąk-Sowa Ewa", "employee": str(person.uuid)})
    assert Audit.objects.get().employee == person


def test_a_name_typed_over_a_picked_person_decides(web, form, department):
    picked = employed(department, first_name="Anna", last_name="Nowak")
    typed = employed(department, first_name="Jan", last_name="Wrona")
    web.post(OPEN, form | {"employee_name": "Wrona Jan", "employee": str(picked.uuid)})
    assert Audit.objects.get().employee == typed


def test_nobody_audits_themselves(web, form, department, auditor):
    EmploymentFactory(
        employee=EmployeeFactory(user=auditor, first_name="Barbara", last_name="Cichocka"), department=department
    )
    response = web.post(OPEN, form | {"employee_name": "Cichocka Barbara"})
    assert response.status_code == 422
    assert "employee_name" in response.context["form"].errors


def test_the_page_says_how_much_each_selection_takes(web):
    page = web.get(OPEN + "zakres/", {"method": "mystery", "channel": "counter"})
    scope = page.context["form"].scope
    assert (scope.core.rows, scope.everything.rows) == (37, 72)
    text = page.content.decode()
    assert "35 pytań, około 4 minut" in " ".join(text.split())
    assert "50 pytań, około 9 minut; więcej, jeśli coś się wydarzyło" in " ".join(text.split())


@pytest.mark.parametrize("method", ["mystery", "observation"])
@pytest.mark.parametrize("channel", ["counter", "phone"])
@pytest.mark.parametrize("selection", ["core", "everything"])
def test_what_the_form_announces_is_what_the_counter_counts(web, auditor, department, method, channel, selection):
    chosen = {"method": method, "channel": channel, "selection": selection}
    announced = web.get(OPEN + "zakres/", chosen).context["form"].scope.chosen.questions
    draft = opened_audit(auditor, department, **chosen)
    assert announced == web.get(f"/audyty/{draft.uuid}/karta/").context["page"].left


def test_the_sizes_follow_method_and_channel(web):
    response = web.get(OPEN + "zakres/", {"method": "observation", "channel": "counter", "selection": "everything"})
    assert response.context["form"].scope.everything.rows == 104
    assert "Zaplecze" in response.content.decode()


def test_a_channel_that_the_new_method_does_not_see_gives_way_to_one_that_it_does(web):
    response = web.get(OPEN + "zakres/", {"method": "documents", "channel": "counter"})
    assert response.context["form"]["channel"].value() == "email"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"method": "x", "channel": "y", "selection": "z"},
        {"standards": ["1"] * 300},
        {"took_place_at": "0001-01-01"},
    ],
)
def test_sizes_asked_for_with_nonsense_still_answer(web, query):
    assert web.get(OPEN + "zakres/", query).status_code == 200


def test_without_a_script_the_sizes_are_counted_again_and_nothing_is_opened(web, form):
    response = web.post(OPEN, form | {"method": "observation", "refresh": "yes", "no_conflict": ""})
    assert response.status_code == 200
    assert response.context["form"].scope.everything.rows == 104
    assert not response.context["form"].errors
    assert "Pytanie o wymianę dowodu osobistego." in response.content.decode()
    assert Audit.objects.count() == 0


def test_a_department_outside_the_appointment_is_not_offered_nor_taken(web, form):
    other = DepartmentFactory(name="Wydział Obcy")
    assert "Wydział Obcy" not in web.get(OPEN).content.decode()
    response = web.post(OPEN, form | {"department": other.pk})
    assert list(response.context["form"].errors) == ["department"]


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD, Role.ADMINISTRATOR])
def test_who_is_no_auditor_finds_no_such_page(signed_in, department, form, role):
    client = signed_in(appointed(role, department))
    assert client.get(OPEN).status_code == 404
    assert client.get(OPEN + "zakres/").status_code == 404
    assert client.post(OPEN, form).status_code == 404
    assert Audit.objects.count() == 0


def test_the_search_finds_people_of_the_department_by_the_beginnings_of_names(web, department):
    person = employed(department, first_name="Łucja", last_name="Świątek")
    employed(DepartmentFactory(), first_name="Łucja", last_name="Świerk")
    query = {"department": department.pk, "employee_name": "swi luc", "took_place_at": ""}
    response = web.get(OPEN + "pracownicy/", query)
    assert list(response.context["found"]) == [person]


def test_the_search_shows_no_more_than_ten_and_says_so(web, department):
    for _number in range(12):
        employed(department, last_name="Kowal")
    response = web.get(OPEN + "pracownicy/", {"department": department.pk, "employee_name": "kowal"})
    assert (len(response.context["found"]), response.context["more"]) == (10, True)


@pytest.mark.parametrize("department_id", ["0", "abc", "1' OR '1'='1", "\0"])
def test_the_search_in_no_department_of_ones_own_is_not_found(web, department_id):
    assert web.get(OPEN + "pracownicy/", {"department": department_id, "employee_name": "a"}).status_code == 404


def test_the_search_in_a_foreign_department_is_not_found(stranger, department):
    employed(department, last_name="Kowal")
    query = {"department": department.pk, "employee_name": "kowal"}
    assert stranger.get(OPEN + "pracownicy/", query).status_code == 404


def test_each_form_carries_a_uuid_of_its_own(web):
    one, other = (web.get(OPEN).context["form"]["uuid"].value() for _ in range(2))
    assert one != other


def test_an_ended_appointment_opens_nothing(web, form, auditor):
    auditor.appointments.update(until=timezone.localdate())
    assert web.get(OPEN).status_code == 404
    assert web.post(OPEN, form).status_code == 404


def test_a_day_without_an_edition_is_told_at_the_day_and_mending_it_is_enough(web, form):
    # On such a day the page has nothing to choose from, so a browser sends no selection.
    nothing_offered = {name: value for name, value in form.items() if name != "selection"}
    response = web.post(OPEN, nothing_offered | {"took_place_at": "2012-05-05T12:00"})
    assert list(response.context["form"].errors) == ["took_place_at"]
    mended = web.post(OPEN, nothing_offered | {"refresh": "yes"}).content.decode()
    chosen = [field for field in mended.split("<input") if 'name="selection"' in field and "checked" in field]
    assert len(chosen) == 1
    assert 'value="core"' in chosen[0]
    assert web.post(OPEN, nothing_offered).status_code == 302
    assert Audit.objects.get().selection == "core"


def test_where_every_row_needs_an_occasion_no_core_is_offered(web):
    response = web.get(OPEN + "zakres/", {"method": "documents", "channel": "letter", "selection": "core"})
    form, markup = response.context["form"], response.content.decode()
    assert 'value="core"' not in markup
    assert form["selection"].value() == "everything"
    assert form.scope.chosen.rows == form.scope.everything.rows == 11
    response = web.get(OPEN + "zakres/", {"method": "documents", "channel": "email", "selection": "core"})
    assert 'value="core"' in response.content.decode()
    assert response.context["form"]["selection"].value() == "core"


def test_a_core_that_is_empty_is_refused_at_its_field(web, form):
    response = web.post(OPEN, form | {"method": "documents", "channel": "letter", "selection": "core"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["selection"]


def test_even_everything_takes_what_only_the_scenario_makes_happen(web, form):
    query = {"method": "mystery", "channel": "counter", "selection": "everything", "occasions": ["typical-matter"]}
    scope = web.get(OPEN + "zakres/", query).context["form"].scope
    assert (scope.chosen.rows, scope.everything.rows, scope.by_scenario) == (73, 73, {"typical-matter"})
    web.post(OPEN, form | {"selection": "everything", "occasions": ["typical-matter"]})
    assert Audit.objects.get().answers.count() == 73


def test_a_supervisors_scenario_decides_nothing(web):
    scope = web.get(OPEN + "zakres/", {"method": "observation", "channel": "counter"}).context["form"].scope
    assert scope.by_scenario == set()


def test_what_was_pasted_stays_whole_and_the_page_says_by_how_much_it_is_too_long(web, form):
    pasted = "słowo " * 416 + "żółw"
    response = web.post(OPEN, form | {"scenario": pasted})
    assert response.status_code == 422
    assert pasted in response.content.decode()
    assert "Za długie o 500 znaków" in response.content.decode()
    assert not Audit.objects.exists()


@pytest.mark.parametrize("typed", ["4,5", "ok. 5"])
def test_a_waiting_time_in_other_words_stays_and_is_told_what_is_wanted(web, form, typed):
    response = web.post(OPEN, form | {"waiting_minutes": typed})
    assert response.status_code == 422
    assert f'value="{typed}"' in response.content.decode()
    assert f"„{typed}” to nie liczba całkowita" in str(response.context["form"].errors["waiting_minutes"])
