"""HR takes the list of audits as a workbook: what the page shows, whole, for a purpose; everybody named is logged."""

import datetime
import io
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.fieldwork.views import audits as views
from audits.models import AccessRecord, Answer, Audit, Employee, User
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, opened_audit, with_purpose

FILE = "/audyty/plik/"


@pytest.fixture
def hr(department: Any) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def reader(signed_in: Any, hr: User) -> Client:
    return with_purpose(signed_in(hr))


@pytest.fixture
def submitted(auditor: User, department: Any) -> Any:
    def submitted(person: Employee | None = None, last_name: str = "Świątek") -> Audit:
        person = person or employed(department, first_name="Łucja", last_name=last_name)
        draft = opened_audit(auditor, department, employee=person)
        return submit_audit(audit=draft, by=auditor, leave_unanswered=True)

    return submitted


def book(answer: Any) -> Any:
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(b"".join(answer.streaming_content)))


def rows(answer: Any) -> list[dict[str, Any]]:
    head, *found = book(answer)["Audyty"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_it_holds_what_the_list_shows(reader: Client, auditor: User, department: Any, submitted: Any) -> None:
    audit = submitted()
    Answer.objects.filter(pk__in=audit.answers.order_by("pk").values("pk")[:3]).update(verdict="met")
    Answer.objects.filter(pk=audit.answers.order_by("-pk")[0].pk).update(verdict="not_met")
    (shown,) = reader.get(reverse("audits:audits")).context["table"].scores.values()
    (row,) = rows(reader.get(FILE))
    assert (row["Audyt"], row["Pracownik"], row["Audytor"]) == (audit.receipt, "Świątek Łucja", str(auditor))
    assert (row["Kod komórki"], row["Komórka organizacyjna"]) == (department.code, department.name)
    local = timezone.localtime(audit.took_place_at)
    assert f"{row['Termin']:%Y-%m-%d %H:%M}" == f"{local:%Y-%m-%d %H:%M}"
    assert 0 < shown < 100
    assert row["Wynik (%)"] == float(shown)
    assert (row["Metoda"], row["Stan"]) == (str(audit.get_method_display()), "Złożony")


def test_the_first_sheet_says_level_purpose_and_what_it_was_narrowed_to(reader: Client, submitted: Any) -> None:
    submitted()
    found = book(reader.get(FILE, {"text": "Świątek", "status": "submitted"}))
    said = dict(found.worksheets[0].iter_rows(values_only=True))
    assert (said["Poziom"], said["Cel"]) == ("poziom pełny", "nadzór nad jakością obsługi")
    assert (said["Numer audytu lub pracownik"], said["Stan"], said["Audyty"]) == ("Świątek", "Złożony", 1)


def test_it_is_narrowed_and_sorted_as_the_list_and_holds_all_of_it(
    reader: Client, submitted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "AUDITS_ON_A_PAGE", 1)
    for name in ("Cichy", "Nowak", "Adamska"):
        submitted(last_name=name)
    query = {"sort": "employee"}
    page = reader.get(reverse("audits:audits"), query)
    assert len(page.context["table"].paginated_rows) == 1
    found = [row["Pracownik"] for row in rows(reader.get(FILE, query))]
    assert found == ["Adamska Łucja", "Cichy Łucja", "Nowak Łucja"]
    assert [row["Pracownik"] for row in rows(reader.get(FILE, {"text": "nowak"}))] == ["Nowak Łucja"]
    # The page leads to the file of what it shows.
    assert f"{FILE}?sort=employee" in page.content.decode()


def test_everybody_whom_it_names_is_logged_however_many(
    reader: Client, hr: User, department: Any, submitted: Any
) -> None:
    people = [employed(department, last_name=f"Wąs{number}") for number in range(6)]
    for person in people:
        submitted(person)
    assert len(rows(reader.get(FILE))) == 6
    logged = AccessRecord.objects.filter(kind="list_file")
    assert {row.employee for row in logged} == set(people)
    assert {(row.reader, row.purpose.code, row.ground) for row in logged} == {(hr, "nadzor", "purpose")}


def test_what_it_holds_is_what_was_logged(reader: Client, submitted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit that comes in between is in neither."""
    submitted()
    log = views.log_readings

    def late(*args: Any, **kwargs: Any) -> None:
        log(*args, **kwargs)
        submitted(last_name="Późna")

    monkeypatch.setattr(views, "log_readings", late)
    assert [row["Pracownik"] for row in rows(reader.get(FILE))] == ["Świątek Łucja"]


def test_without_a_purpose_it_is_asked_for(signed_in: Any, hr: User, submitted: Any) -> None:
    submitted()
    asked = signed_in(hr).get(FILE, {"status": "submitted"})
    assert (asked.status_code, asked.url.split("?")[0]) == (302, reverse("audits:purpose"))
    assert "status%3Dsubmitted" in asked.url
    assert not AccessRecord.objects.exists()
    assert FILE not in signed_in(hr).get(reverse("audits:audits")).content.decode()


def test_it_is_for_a_recent_sign_in(reader: Client, submitted: Any) -> None:
    submitted()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=25)):
        asked = reader.get(FILE)
    assert asked.status_code == 302
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not AccessRecord.objects.exists()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.DPO, Role.ADMINISTRATOR, Role.SHOPPER, None])
def test_outsiders_find_no_such_file(signed_in: Any, department: Any, submitted: Any, role: Role | None) -> None:
    submitted()
    user = appointed(role, department) if role else UserFactory()
    assert signed_in(user).get(FILE).status_code == 404
    assert not AccessRecord.objects.exists()


def test_hr_elsewhere_finds_nobody_in_it(signed_in: Any, submitted: Any) -> None:
    submitted()
    assert rows(with_purpose(signed_in(appointed(Role.HR, DepartmentFactory()))).get(FILE)) == []


def test_a_filter_that_cannot_be_read_leads_back_to_its_page(reader: Client, submitted: Any) -> None:
    submitted()
    answer = reader.get(FILE, {"since": "wczoraj"})
    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("audits:audits"))
    assert not AccessRecord.objects.exists()


def test_more_than_a_file_holds_is_said_and_nothing_read(
    reader: Client, submitted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_AUDITS_IN_A_FILE", 1)
    submitted(), submitted()
    answer = reader.get(FILE, follow=True)
    assert "a plik mieści najwyżej 1" in answer.content.decode()
    assert not AccessRecord.objects.filter(kind="list_file").exists()


def test_a_hostile_name_is_text(reader: Client, submitted: Any) -> None:
    submitted(last_name="=HYPERLINK")
    cell = book(reader.get(FILE))["Audyty"]["G2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK Łucja", "s", True)


def test_many_audits_take_as_many_queries_as_few(reader: Client, submitted: Any) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            rows(reader.get(FILE, {"status": "submitted"}))
        return len(taken)

    submitted(), submitted()
    queries()
    few = queries()
    for _number in range(4):
        submitted()
    assert queries() == few <= 25
