"""The yearly review of rights: everything held on a day with what speaks against it, as files, and decided about."""

import csv
import datetime
import io

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import ReviewDecision, Role
from audits.models import Appointment, Department, Employment, RightsReview, User
from audits.rights import holdings as rights
from audits.rights.reviewing import Changed, review_rights
from tests.audits.factories import LONG_AGO, AppointmentFactory, DepartmentFactory, UserFactory, appointed, employed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
FORMULA = '=HYPERLINK("http://127.0.0.1")'


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def district(office) -> Department:
    return DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo", parent=office)


@pytest.fixture
def elsewhere(office) -> Department:
    return DepartmentFactory(code="UD-WOL", name="Urząd Dzielnicy Wola", parent=office)


@pytest.fixture
def administrator(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, last_login=timezone.now())


@pytest.fixture
def signed_in(client, administrator) -> Client:
    client.force_login(administrator)
    return client


def remarks_on(appointment: Appointment, day: datetime.date = TODAY) -> tuple[str, ...]:
    return next(one.remarks for one in rights.rights_on(day) if one.appointment == appointment)


def held(department: Department, **user: object) -> Appointment:
    made = UserFactory(**({"last_login": timezone.now()} | user))
    return AppointmentFactory(user=made, department=department)


def test_remarks_say_what_speaks_against_an_appointment(district, elsewhere, office):
    fine = held(district)
    employed(district, user=fine.user)
    contractor = held(district)
    inactive = held(district, is_active=False)
    long_ago = timezone.now() - datetime.timedelta(days=400)
    absent = held(district, last_login=long_ago)
    never = held(district, last_login=None, date_joined=long_ago)
    new = held(district, last_login=None)
    moved = held(district)
    person = employed(district, user=moved.user)
    Employment.objects.filter(employee=person).update(until=TODAY - DAY)
    Employment.objects.create(employee=person, department=elsewhere, since=TODAY - DAY)
    left = held(district)
    Employment.objects.filter(employee=employed(district, user=left.user)).update(until=TODAY)
    # Who was never employed there (HR of the office, say) needs no remark.
    from_outside = held(district)
    employed(elsewhere, user=from_outside.user)

    assert remarks_on(fine) == remarks_on(contractor) == remarks_on(new) == remarks_on(from_outside) == ()
    assert remarks_on(inactive) == ("konto nieaktywne",)
    assert remarks_on(absent) == ("nie logował(a) się od 12 miesięcy",)
    assert remarks_on(never) == ("nigdy się nie zalogował(a)",)
    assert remarks_on(moved) == ("nie pracuje już w tej komórce",)
    assert remarks_on(left) == ("nie pracuje już w urzędzie",)
    works = {one.appointment.pk: one.works_there for one in rights.rights_on(TODAY)}
    assert (works[fine.pk], works[contractor.pk], works[moved.pk]) == (True, None, False)


def test_a_leap_day_has_a_year_before_it(district):
    assert remarks_on(held(district), datetime.date(2028, 2, 29)) in ((), ("nie logował(a) się od 12 miesięcy",))


def test_the_list_is_of_the_day_and_of_the_part_chosen(signed_in, administrator, district, elsewhere):
    here, there = held(district), held(elsewhere)
    Appointment.objects.filter(pk=there.pk).update(until=TODAY)
    address = reverse("audits:rights_list")

    def shown(**query: object) -> set[Appointment]:
        return {one.appointment for one in signed_in.get(address, query).context["page"]}

    own = administrator.appointments.get()
    assert shown() == {own, here}
    assert shown(day=(TODAY - DAY).isoformat()) == {own, here, there}
    assert shown(department=district.pk) == {here}
    assert shown(day=(LONG_AGO - DAY).isoformat()) == set()
    wrong = signed_in.get(address, {"day": "wczoraj"})
    assert wrong.status_code == 422
    assert signed_in.get(reverse("audits:rights_csv"), {"day": "wczoraj"}).status_code == 404


def test_the_files_hold_texts_that_no_spreadsheet_runs(signed_in, district):
    one = held(district, username="nowak", first_name=FORMULA, last_name="Ząb")
    employed(district, user=one.user)
    Appointment.objects.filter(pk=one.pk).update(until=TODAY + 10 * DAY)
    answer = signed_in.get(reverse("audits:rights_csv"), {"department": district.pk})
    assert answer["Content-Disposition"] == f'attachment; filename="uprawnienia-{TODAY}.csv"'
    text = answer.content.decode("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(text), delimiter=";")
    assert line["Konto"] == "nowak"
    assert line["Imię i nazwisko"] == f"'{FORMULA} Ząb"
    assert line["Ostatni dzień"] == (TODAY + 9 * DAY).isoformat()
    assert line["Pracuje tam"] == "tak"

    answer = signed_in.get(reverse("audits:rights_xlsx"), {"department": district.pk})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == list(line)
    name = sheet[2][1]
    assert (name.value, name.data_type, name.quotePrefix) == (f"{FORMULA} Ząb", "s", True)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


def review_page(department: Department | None = None) -> str:
    address = reverse("audits:new_rights_review")
    return f"{address}?department={department.pk}" if department else address


def answers(signed_in: Client, page: str, **decisions: str) -> dict[str, str]:
    return {"fingerprint": signed_in.get(page).context["fingerprint"], **decisions}


def test_a_review_confirms_ends_and_is_kept(signed_in, administrator, district):
    stays, goes = held(district), held(district)
    page = review_page()
    data = answers(signed_in, page) | {
        f"decision-{stays.uuid}": "confirmed",
        f"decision-{goes.uuid}": "ended",
        "note": "Przegląd za 2026 r.",
    }
    answer = signed_in.post(page, data)
    kept = RightsReview.objects.get()
    assert answer["Location"] == kept.get_absolute_url()
    assert (kept.by, kept.day, kept.department, kept.note) == (administrator, TODAY, None, "Przegląd za 2026 r.")
    decided = {one.appointment_id: one.decision for one in kept.reviewed.all()}
    assert decided == {
        stays.pk: ReviewDecision.CONFIRMED,
        goes.pk: ReviewDecision.ENDED,
        administrator.appointments.get().pk: ReviewDecision.LEFT,
    }
    goes.refresh_from_db()
    stays.refresh_from_db()
    assert (goes.until, goes.ended_by, stays.until) == (TODAY, administrator, None)
    shown = signed_in.get(kept.get_absolute_url()).text
    for word in ("Przegląd za 2026 r.", "potwierdzone", "zakończone", "pozostawione innemu administratorowi"):
        assert word in shown
    assert kept.get_absolute_url() in signed_in.get(reverse("audits:rights_reviews")).text


def test_every_appointment_is_decided_about_or_the_rest_confirmed_on_purpose(signed_in, district):
    one, other = held(district), held(district)
    page = review_page(district)
    data = answers(signed_in, page) | {f"decision-{one.uuid}": "ended"}
    answer = signed_in.post(page, data)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["rest"]
    assert f'id="end-{one.uuid}" checked' in " ".join(answer.text.split())
    assert not RightsReview.objects.exists()
    assert signed_in.post(page, data | {"rest": "on"}).status_code == 302
    decided = dict(RightsReview.objects.get().reviewed.values_list("appointment", "decision"))
    assert decided == {one.pk: "ended", other.pk: "confirmed"}


def test_what_changed_meanwhile_is_looked_at_again(signed_in, district):
    one = held(district)
    page = review_page(district)
    data = answers(signed_in, page) | {f"decision-{one.uuid}": "confirmed", "rest": "on"}
    held(district)
    answer = signed_in.post(page, data)
    assert answer.status_code == 409
    assert f'id="confirm-{one.uuid}" checked' in " ".join(answer.text.split())
    assert not RightsReview.objects.exists()


def test_nobody_decides_about_their_own(signed_in, administrator, office):
    own = administrator.appointments.get()
    held(office)
    page = review_page()
    signed_in.post(page, answers(signed_in, page) | {f"decision-{own.uuid}": "ended", "rest": "on"})
    own.refresh_from_db()
    assert own.until is None
    assert RightsReview.objects.get().reviewed.get(appointment=own).decision == ReviewDecision.LEFT


def test_a_review_of_something_else_than_what_is_held_is_refused(administrator, district):
    one = held(district)
    shown = rights.fingerprint(rights.rights_on(TODAY))
    good = {str(one.appointment.uuid): ReviewDecision.CONFIRMED for one in rights.rights_on(TODAY, district)}
    own = {str(administrator.appointments.get().uuid): ReviewDecision.ENDED}
    for decisions, told in ((good, "stale"), ({}, shown), (good | own, shown)):
        with pytest.raises(Changed):
            review_rights(by=administrator, department=None, decisions=decisions, shown=told)
    assert not RightsReview.objects.exists()
    one.refresh_from_db()
    assert one.until is None


def test_an_administrator_who_must_stay_is_told_and_nothing_is_written(client: Client, office, district):
    administrator = appointed(Role.ADMINISTRATOR, office)
    # There for so short a time that the first must stay.
    leaving = AppointmentFactory(role=Role.ADMINISTRATOR, department=office, until=TODAY + 9 * DAY).user
    other = held(district)
    client.force_login(leaving)
    page = review_page()
    data = answers(client, page) | {
        f"decision-{other.uuid}": "ended",
        f"decision-{administrator.appointments.get().uuid}": "ended",
    }
    answer = client.post(page, data)
    assert answer.status_code == 422
    assert administrator.get_full_name() in str(answer.context["form"].non_field_errors())
    assert not RightsReview.objects.exists()
    other.refresh_from_db()
    assert other.until is None


def test_a_kept_review_cannot_be_changed_or_deleted(signed_in, district):
    held(district)
    page = review_page(district)
    signed_in.post(page, answers(signed_in, page) | {"rest": "on"})
    kept = RightsReview.objects.get()
    for change in (
        lambda: RightsReview.objects.filter(pk=kept.pk).update(note="inna"),
        lambda: kept.reviewed.update(decision="ended"),
        lambda: kept.reviewed.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert kept.reviewed.get().decision == "confirmed"


def test_a_long_review_costs_a_fixed_number_of_queries(signed_in, district, django_assert_max_num_queries):
    for _ in range(15):
        held(district)
    page = review_page()
    data = answers(signed_in, page) | {"rest": "on"}
    with django_assert_max_num_queries(16):
        assert signed_in.post(page, data).status_code == 302
    # One of them tells what waits to be confirmed.
    with django_assert_max_num_queries(9):
        signed_in.get(RightsReview.objects.get().get_absolute_url())
