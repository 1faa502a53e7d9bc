"""HR's page on how auditors fill audits: for a purpose, logged, of their own departments, without themselves."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.models import AccessRecord, Audit
from tests.audits.factories import AppointmentFactory, DepartmentFactory, appointed, with_purpose
from tests.audits.reports.makers import Office, office, submit

ADDRESS = "/audytorzy/"


@pytest.fixture
def bureau(db) -> Office:
    return office([2])


@pytest.fixture
def hr(bureau, signed_in):
    return with_purpose(signed_in(appointed(Role.HR, bureau.district)))


def audits_by(bureau, last_name, number=5, **fields):
    auditor = appointed(Role.AUDITOR, bureau.district, first_name="Jan", last_name=last_name)
    lately = timezone.now() - datetime.timedelta(days=3)
    rows = bureau.rows("observation", "counter")[:12]
    made = [
        submit(bureau, bureau.units[0], auditor=auditor, rows=rows, took_place_at=lately, **fields)
        for _ in range(number)
    ]
    return auditor, made


@pytest.fixture
def alike(bureau):
    """Six who fill in 20 minutes, partly met here and there."""
    for number in range(6):
        audits_by(bureau, f"Zwykły{number}", verdict={"1.1": "partly"})


def shown(response):
    return [each.auditor.last_name for section in response.context["methods"] for each in section.auditors]


def test_who_differs_is_said_to_lie_outside_with_the_numbers(hr, bureau, alike):
    lately = timezone.now() - datetime.timedelta(days=3)
    minute = {"opened_at": lately, "submitted_at": lately + datetime.timedelta(minutes=1)}
    audits_by(bureau, "Szybki", verdict={"1.1": "partly"}, **minute)
    response = hr.get(ADDRESS)
    (section,) = response.context["methods"]
    quick = next(each.pattern for each in section.auditors if each.auditor.last_name == "Szybki")
    assert (quick.quick.k, quick.quick.n, quick.quick.placement.verdict) == (5, 5, "above")
    text = " ".join(response.content.decode().split())
    assert "5 z 5" in text
    assert "poza przedziałem" in text
    assert "u 6 pozostałych" in text
    assert "nie jest to ranking" in text.lower()


def test_auditors_stand_in_the_order_of_their_names(hr, alike, bureau):
    audits_by(bureau, "Adamczyk", verdict="not_met")
    assert shown(hr.get(ADDRESS)) == ["Adamczyk", *(f"Zwykły{number}" for number in range(6))]


def test_with_few_audits_it_says_so(hr, bureau):
    audits_by(bureau, "Rzadki", number=1)
    assert "za mało audytów" in hr.get(ADDRESS).content.decode()


def test_a_purpose_is_asked_and_each_look_is_one_row_that_names_nobody(signed_in, bureau, alike):
    client = signed_in(appointed(Role.HR, bureau.district))
    answer = client.get(ADDRESS)
    assert answer["Location"].startswith("/audyty/cel/?next=")
    assert not AccessRecord.objects.exists()
    with_purpose(client).get(ADDRESS)
    row = AccessRecord.objects.get()
    assert (row.kind, row.ground, row.employee, row.audit) == ("patterns", "purpose", None, None)


def test_other_roles_find_nothing(signed_in, bureau):
    for role in set(Role) - {Role.HR}:
        assert signed_in(appointed(role, bureau.district)).get(ADDRESS).status_code == 404


def test_auditors_of_other_departments_are_neither_shown_nor_compared_with(hr, bureau, alike):
    elsewhere = DepartmentFactory()
    _, made = audits_by(bureau, "Obcy")
    Audit.objects.filter(pk__in=[audit.pk for audit in made]).update(department=elsewhere)
    response = hr.get(ADDRESS)
    assert "Obcy" not in shown(response)
    assert response.context["methods"][0].audits == 30
    assert hr.get(ADDRESS, {"department": elsewhere.pk}).status_code == 422


def test_hr_who_audits_is_compared_with_and_not_shown(signed_in, bureau, alike):
    own, _ = audits_by(bureau, "Własny")
    AppointmentFactory(user=own, role=Role.HR, department=bureau.district)
    response = with_purpose(signed_in(own)).get(ADDRESS)
    assert "Własny" not in shown(response)
    assert response.context["methods"][0].audits == 35


def test_annulled_and_later_versions_are_out_while_the_first_stays(hr, bureau):
    _, made = audits_by(bureau, "Jeden", number=3)
    Audit.objects.filter(pk=made[0].pk).update(status="annulled")
    lately = made[1].took_place_at
    submit(bureau, bureau.units[0], corrects=made[1], supersedes=made[1], auditor=made[1].auditor, took_place_at=lately)
    assert hr.get(ADDRESS).context["methods"][0].audits == 2


def test_days_and_department_narrow_it(hr, bureau):
    audits_by(bureau, "Jeden", number=1)
    today = timezone.localdate()
    day = (today - datetime.timedelta(days=30)).isoformat()
    assert shown(hr.get(ADDRESS, {"first_day": day, "department": bureau.units[0].pk})) == ["Jeden"]
    assert shown(hr.get(ADDRESS, {"first_day": "2020-01-01", "last_day": day})) == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"first_day": "2026-13-01"}, "first_day"),
        ({"first_day": "2026-03-02", "last_day": "2026-03-01"}, "last_day"),
        ({"last_day": "9999-12-31"}, "last_day"),
        ({"department": "x"}, "department"),
    ],
)
def test_what_is_no_period_or_department_is_told_at_its_field(hr, query, field):
    response = hr.get(ADDRESS, query)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]


def test_the_number_of_queries_does_not_grow_with_the_audits(hr, bureau, django_assert_max_num_queries):
    audits_by(bureau, "Jeden", number=1)
    with django_assert_max_num_queries(15):
        hr.get(ADDRESS)
    for number in range(4):
        audits_by(bureau, f"Inny{number}", number=3)
    with django_assert_max_num_queries(15):
        hr.get(ADDRESS)
