"""A large office's appointments: looked through and reviewed page by page, each page bounded, the files whole."""

import csv
import datetime
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import ReviewDecision, Role
from audits.models import Appointment, Department, RightsReview, User
from audits.rights.views.holdings import RIGHTS_ON_A_PAGE
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
MANY = RIGHTS_ON_A_PAGE + 12
PAGE, LIST = reverse("audits:new_rights_review"), reverse("audits:rights_list")


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def district(office: Department) -> Department:
    return DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo", parent=office)


@pytest.fixture
def signed_in(client: Client, office: Department) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, office, last_name="Aaa", last_login=timezone.now()))
    return client


@pytest.fixture
def held(district: Department) -> list[Appointment]:
    """In the order of the list; the first has never signed in."""
    users = User.objects.bulk_create(
        UserFactory.build(last_name=f"Łoś{number:03}", last_login=timezone.now() if number else None)
        for number in range(MANY)
    )
    long_ago = timezone.now() - datetime.timedelta(days=500)
    User.objects.filter(pk=users[0].pk).update(date_joined=long_ago)
    return Appointment.objects.bulk_create(
        AppointmentFactory.build(user=user, department=district, role=Role.AUDITOR) for user in users
    )


def chosen(page: HttpResponse) -> dict[Appointment, str]:
    return {right.appointment: decision for right, _own, decision in page.context["rows"] if decision}


def shown(page: HttpResponse) -> list[Appointment]:
    return [right.appointment for right, _own, _decision in page.context["rows"]]


def send(client: Client, address: str, **data: object) -> HttpResponse:
    page = client.get(address)
    return client.post(address, {"fingerprint": page.context["fingerprint"], "note": ""} | data)


def test_the_list_has_pages_a_search_and_whole_files(signed_in, held, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        first = signed_in.get(LIST)
    assert [one.appointment for one in first.context["page"]][1:] == held[: RIGHTS_ON_A_PAGE - 1]
    second = signed_in.get(LIST, {"page": 2})
    assert [one.appointment for one in second.context["page"]] == held[RIGHTS_ON_A_PAGE - 1 :]
    for query, expected in (
        ({"q": "los007"}, [held[7]]),
        ({"q": "ud bem los007"}, [held[7]]),
        ({"q": "nikogo"}, []),
        ({"show": "remarks"}, held[:1]),
    ):
        found = signed_in.get(LIST, query)
        assert [one.appointment for one in found.context["page"]] == expected
        query_of_files = parse_qs(found.context["query"])
        assert not {"q", "show", "page"} & query_of_files.keys()
    for query in ({}, {"q": "los007", "page": "2"}):
        text = signed_in.get(reverse("audits:rights_csv"), query).content.decode("utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(text), delimiter=";"))) == MANY + 1


def test_choices_wait_while_one_goes_through_the_pages(signed_in, held):
    ended = held[3]
    answer = send(signed_in, PAGE, **{f"decision-{ended.uuid}": "ended", "go": "2", "note": "Przegląd roczny"})
    assert (urlsplit(answer["Location"]).path, parse_qs(urlsplit(answer["Location"]).query)) == (PAGE, {"page": ["2"]})
    second = signed_in.get(answer["Location"])
    assert shown(second) == held[RIGHTS_ON_A_PAGE - 1 :]
    assert "Przegląd roczny" in second.text
    answer = send(
        signed_in,
        answer["Location"],
        confirm_shown="2",
        shown=[str(one.uuid) for one in shown(second)],
        note="Przegląd roczny",
    )
    assert set(chosen(signed_in.get(answer["Location"]))) == set(held[RIGHTS_ON_A_PAGE - 1 :])
    assert chosen(signed_in.get(PAGE)) == {ended: "ended"}
    assert not RightsReview.objects.exists()
    # Without a word about the others it is not kept, and nothing chosen is lost.
    assert send(signed_in, PAGE).status_code == 422
    assert send(signed_in, PAGE, rest="on", note="Przegląd roczny").status_code == 302
    review = RightsReview.objects.get()
    decided = dict(review.reviewed.values_list("appointment", "decision"))
    assert decided.pop(ended.pk) == ReviewDecision.ENDED
    assert list(decided.values()).count(ReviewDecision.CONFIRMED) == MANY - 1
    assert review.note == "Przegląd roczny"
    # The next review begins with nothing chosen.
    assert chosen(signed_in.get(PAGE)) == {}


def test_whoever_reviews_looks_at_some_first(signed_in, held):
    answer = send(signed_in, PAGE, go="1", q="los007", show="")
    assert shown(signed_in.get(answer["Location"])) == [held[7]]
    assert shown(signed_in.get(PAGE, {"show": "remarks"})) == held[:1]
    everything = {f"decision-{one.uuid}": "confirmed" for one in held[1:]}
    answer = send(signed_in, PAGE, **everything, go="2", show="open")
    assert shown(signed_in.get(answer["Location"])) == held[:1]


def test_a_choice_lapses_when_what_it_was_about_changes(signed_in, held):
    send(signed_in, PAGE, **{f"decision-{one.uuid}": "confirmed" for one in held[:2]}, go="2")
    Appointment.objects.filter(pk=held[0].pk).update(until=TODAY + 9 * DAY)
    assert chosen(signed_in.get(PAGE)) == {held[1]: "confirmed"}


def test_one_part_of_the_office_does_not_take_anothers_choices(signed_in, held, district):
    send(signed_in, PAGE, **{f"decision-{held[0].uuid}": "ended"}, go="2")
    assert chosen(signed_in.get(PAGE, {"department": district.pk})) == {}


def test_pages_of_a_review_cost_the_same_and_are_bounded(signed_in, held, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        page = signed_in.get(PAGE)
    assert page.text.count('name="shown"') < RIGHTS_ON_A_PAGE
    assert len(page.content) < 200_000
    send(signed_in, PAGE, rest="on")
    kept = RightsReview.objects.get().get_absolute_url()
    with django_assert_max_num_queries(8):
        assert len(signed_in.get(kept).context["page"]) == RIGHTS_ON_A_PAGE
    assert len(signed_in.get(kept, {"page": 2}).context["page"]) == MANY + 1 - RIGHTS_ON_A_PAGE
    (left,) = signed_in.get(kept, {"decision": "left"}).context["page"]
    assert left.appointment.role == Role.ADMINISTRATOR


def test_what_ended_long_ago_is_counted_not_listed(signed_in, held, district):
    Appointment.objects.filter(pk__in=[one.pk for one in held]).update(until=TODAY)
    page = signed_in.get(reverse("audits:rights_of_department", args=[district.uuid]))
    assert len(page.context["latest_past"]) == RIGHTS_ON_A_PAGE
    assert page.context["older_past"] == MANY - RIGHTS_ON_A_PAGE
    assert "12 starszych" in page.text
