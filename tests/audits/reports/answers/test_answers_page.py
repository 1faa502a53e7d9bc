"""HR takes out audits and answers as a workbook: for a purpose, or whole blocks; nobody else does."""

import datetime
import io
import random
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import AccessKind, ReportState, Role
from audits.fieldwork.redaction import redact_note
from audits.models import AccessRecord, Answer, Appointment, Audit, Department, Report, User, periods
from audits.reports import jobs
from audits.reports.answers import choice
from audits.retention.cleaning import clean_up
from audits.retention.people import pseudonymise_employee
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, with_purpose
from tests.audits.reports.department.closed import close
from tests.audits.reports.makers import Office, chance_verdict, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once")]

PAGE = "/raporty/odpowiedzi/"
FULL = {"level": "full", "period": "2026Q3"}
NAMED = FULL | {"named": "on"}


@pytest.fixture(autouse=True)
def winter() -> Any:
    with time_machine.travel(datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC)):
        yield


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def client(hr: User) -> Client:
    found = Client()
    found.force_login(hr)
    return found


@pytest.fixture
def ask(client: Client, office: Office, django_capture_on_commit_callbacks: Any) -> Callable[..., Any]:
    """Sends the form; what it orders is made at once."""

    def ask(**fields: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(PAGE, {"department": office.district.pk} | fields)

    return ask


@pytest.fixture
def book(client: Client) -> Callable[[Any], Any]:
    """The workbook that was ordered, downloaded from its page."""

    def book(asked: Any) -> Any:
        assert asked.status_code == 302, asked.content[:2000]
        response = client.get(f"{asked.url}plik/")
        assert response.status_code == 200, client.get(asked.url).content.decode()
        return load_workbook(io.BytesIO(b"".join(response.streaming_content)))

    return book


def asked_for() -> list[AccessRecord]:
    """Rows of the log, but for those of downloads."""
    return list(AccessRecord.objects.filter(kind=AccessKind.ANSWERS).order_by("number"))


def table(page: Any) -> list[dict[str, Any]]:
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def about(found: Any) -> dict[str, Any]:
    return dict(found.worksheets[0].iter_rows(values_only=True))


def everything(found: Any) -> str:
    return "\n".join(str(value) for page in found for row in page.iter_rows(values_only=True) for value in row)


def names_of(office: Office) -> list[str]:
    people = [person for unit in office.people.values() for person in unit]
    return [word for person in people for word in (person.last_name, person.number)] + [office.auditor.last_name]


class TestFullLevel:
    def test_there_is_a_row_an_audit_and_a_row_an_answer(
        self, office: Office, client: Client, ask: Any, book: Any
    ) -> None:
        draw = random.Random(3)
        for unit in office.units:
            submit(office, unit, employee=office.people[unit.pk][0], verdict=chance_verdict(draw), waiting_minutes=7)
        found = book(with_purpose(client) and ask(**FULL))

        assert found.sheetnames == ["O pliku", "Audyty", "Odpowiedzi", "Zalecenia", "Książka kodów"]
        audits, answers = table(found["Audyty"]), table(found["Odpowiedzi"])
        assert len(audits) == 14
        assert len(answers) == Answer.objects.count()
        codes = {"met": "Spełnione", "partly": "Częściowo", "not_met": "Niespełnione", "": "bez odpowiedzi"} | {
            "not_applicable": "Nie wystąpiło",
            "not_observed": "Nie zaobserwowano",
        }
        expected = [
            (answer.recommendation.label, codes[answer.verdict], answer.weight, answer.audit.department.code)
            for answer in Answer.objects.select_related("recommendation__standard", "audit__department").order_by(
                "audit_id", "position"
            )
        ]
        got = [(row["Zalecenie"], row["Ocena"], row["Waga"], row["Kod komórki"]) for row in answers]
        assert got == expected
        points = {"Spełnione": 1, "Częściowo": 0.5, "Niespełnione": 0}
        assert all(row["Punkty"] == points.get(row["Ocena"]) for row in answers)
        # Each answer is of an audit of the other sheet.
        rows_of = Counter(row["Audyt w tym pliku"] for row in answers)
        assert set(rows_of) == {row["Audyt w tym pliku"] for row in audits}
        assert [row["Czas oczekiwania w minutach"] for row in audits][-2:] == [7, 7]
        labels = {row["Zalecenie"] for row in table(found["Zalecenia"])}
        assert len(labels) == 155
        assert {row["Zalecenie"] for row in answers} <= labels

    def test_the_first_sheet_says_level_purpose_and_size(self, client: Client, ask: Any, book: Any) -> None:
        said = about(book(with_purpose(client) and ask(**FULL)))
        assert (said["Poziom"], said["Cel"]) == ("poziom pełny", "nadzór nad jakością obsługi")
        assert (said["Audyty"], said["Odpowiedzi"]) == (12, 12 * 104)
        assert said["Komórka organizacyjna"].startswith("UD-PRO ")
        assert said["Okres"] == "III kwartał 2026"

    def test_people_are_numbers_and_nothing_leads_to_them(
        self, office: Office, client: Client, ask: Any, book: Any
    ) -> None:
        submit(
            office,
            office.units[0],
            employee=office.people[office.units[0].pk][0],
            desk="stanowisko czwarte",
            scenario="pytała o paszport",
            note="niska brunetka",
        )
        found = book(with_purpose(client) and ask(**FULL))
        text = everything(found)
        hidden = [*names_of(office), "stanowisko czwarte", "pytała o paszport", "niska brunetka", "rozmowa przy ladzie"]
        hidden += list(Audit.objects.values_list("receipt", flat=True))
        assert not [word for word in hidden if word in text]
        people = [row["Pracownik"] for row in table(found["Audyty"])]
        assert len(set(people)) == 12
        # Whoever was audited twice has one number.
        assert people[0] == people[12]

    def test_the_numbers_are_drawn_anew_for_each_file(self, client: Client, ask: Any, book: Any) -> None:
        with_purpose(client)
        drawn = {tuple(row["Pracownik"] for row in table(book(ask(**FULL))["Audyty"])) for _ in range(4)}
        # That four draws of twelve people are the same has a chance of one to 10 to the 26th.
        assert len(drawn) > 1
        assert all(sorted(each) == [f"P{number:02}" for number in range(1, 13)] for each in drawn)

    def test_with_names_they_are_there(self, office: Office, client: Client, ask: Any, book: Any) -> None:
        found = book(with_purpose(client) and ask(**NAMED))
        audits = table(found["Audyty"])
        person = office.people[office.units[0].pk][0]
        assert (audits[0]["Pracownik"], audits[0]["Numer osobowy"]) == (str(person), person.number)
        assert audits[0]["Audytor"] == str(office.auditor)
        assert audits[0]["Numer potwierdzenia"] == "T/000001"
        assert {row["Notatka"] for row in table(found["Odpowiedzi"])} == {"rozmowa przy ladzie"}

    def test_a_mystery_shopper_is_named_in_no_file(self, office: Office, client: Client, ask: Any, book: Any) -> None:
        shopper = UserFactory(first_name="Zofia", last_name="Tajemnicka")
        submit(office, office.units[0], method="mystery", auditor=shopper)
        text = everything(book(with_purpose(client) and ask(**NAMED)))
        assert office.auditor.last_name in text
        assert "Tajemnicka" not in text

    def test_what_does_not_count_is_not_in_it(self, office: Office, client: Client, ask: Any, book: Any) -> None:
        unit = office.units[0]
        first = Audit.objects.order_by("pk")[0]
        submit(office, unit, status="annulled")
        submit(office, unit, corrects=first, supersedes=first)
        submit(office, unit, status="draft", submitted_at=None, receipt=None)
        submit(office, unit, took_place_at=datetime.datetime(2026, 6, 30, 21, 59, tzinfo=datetime.UTC))
        submit(office, DepartmentFactory(code="UD-INN"))
        assert about(book(with_purpose(client) and ask(**FULL)))["Audyty"] == 12

    def test_nobody_takes_out_what_is_about_themselves(
        self, office: Office, hr: User, client: Client, ask: Any, book: Any
    ) -> None:
        person = office.people[office.units[0].pk][0]
        person.user = hr
        person.save()
        said = about(book(with_purpose(client) and ask(**FULL)))
        assert said["Audyty"] == 11
        assert said["Czego nie zawiera"].endswith(": 1.")

    def test_without_a_purpose_it_is_asked_for_and_comes_back_to_the_choice(self, client: Client, ask: Any) -> None:
        asked = ask(**NAMED)
        assert (asked.status_code, asked.url.split("?")[0]) == (302, reverse("audits:purpose"))
        assert not AccessRecord.objects.exists()
        (back,) = parse_qs(urlsplit(asked.url).query)["next"]
        form = client.get(back).context["form"]
        assert (form["period"].value(), form["level"].value(), form["named"].value()) == ("2026Q3", "full", "on")

    def test_it_is_handed_out_after_a_recent_sign_in(self, client: Client, ask: Any) -> None:
        with_purpose(client)
        page = ask(**FULL).url
        with time_machine.travel(timezone.now() + datetime.timedelta(minutes=25)):
            refused = client.get(f"{page}plik/")
        assert refused.status_code == 302
        assert refused.url.startswith(reverse("account_reauthenticate"))
        assert not AccessRecord.objects.filter(kind=AccessKind.FULL_DOWNLOAD).exists()

    def test_without_names_the_log_says_that_it_was_asked_for_and_downloaded(
        self, hr: User, client: Client, ask: Any, book: Any
    ) -> None:
        book(with_purpose(client) and ask(**FULL))
        report = Report.objects.get()
        rows = AccessRecord.objects.order_by("number")
        assert [row.kind for row in rows] == [AccessKind.ANSWERS, AccessKind.FULL_DOWNLOAD]
        for row in rows:
            told = (row.reader, row.report, row.audit, row.employee, row.ground)
            assert told == (hr, report, None, None, "purpose")

    def test_with_names_everybody_named_has_a_row(self, office: Office, client: Client, ask: Any) -> None:
        submit(office, office.units[0])
        with_purpose(client) and ask(**NAMED)
        asked, *each = asked_for()
        assert asked.employee is None
        named = [person.pk for unit in office.people.values() for person in unit]
        assert sorted(row.employee_id or 0 for row in each) == sorted(named)
        assert {row.report for row in each} == {Report.objects.get()}

    def test_of_a_few_people_each_has_a_row_without_names_too(
        self, office: Office, client: Client, ask: Any, book: Any
    ) -> None:
        unit = office.units[0]
        Audit.objects.exclude(employee__in=office.people[unit.pk][:4]).update(status="annulled")
        book(with_purpose(client) and ask(**FULL))
        assert AccessRecord.objects.filter(employee__isnull=False).count() == 4

    def test_more_than_a_file_holds_is_said_before_anything_is_read(
        self, client: Client, ask: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(choice, "MOST_ANSWERS", 100)
        asked = with_purpose(client) and ask(**NAMED)
        report = Report.objects.get()
        assert (report.state, report.file.name) == (ReportState.FAILED, "")
        page = client.get(asked.url).content.decode()
        assert "1248" in page
        assert f'href="{PAGE}"' in page
        assert [row.employee for row in asked_for()] == [None]

    def test_where_there_are_no_audits_it_says_so(self, client: Client, ask: Any) -> None:
        answer = with_purpose(client) and ask(level="full", period="2026Q4")
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["period"])
        assert not AccessRecord.objects.exists()

    def test_many_audits_take_as_many_queries_as_few(self, office: Office, client: Client, ask: Any, book: Any) -> None:
        with_purpose(client)

        def queries() -> int:
            with CaptureQueriesContext(connection) as taken:
                book(ask(**NAMED))
            return len(taken)

        queries()
        few = queries()
        for unit in office.units:
            for person in office.people[unit.pk]:
                submit(office, unit, employee=person)
        assert queries() == few <= 70

    def test_batches_do_not_part_an_audit(
        self, client: Client, ask: Any, book: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with_purpose(client)
        whole = table(book(ask(**FULL))["Odpowiedzi"])
        monkeypatch.setattr(choice, "BATCH", 5)
        assert table(book(ask(**FULL))["Odpowiedzi"]) == whole


class TestGeneralLevel:
    @pytest.fixture
    def closed(self, office: Office, hr: User) -> Office:
        close(office, periods.whole_year(2026), by=hr)
        return office

    def test_there_are_counts_by_block_recommendation_and_verdict(self, closed: Office, ask: Any, book: Any) -> None:
        found = book(ask(level="general", period="2026"))
        assert found.sheetnames == ["O pliku", "Bloki", "Liczby", "Zalecenia", "Książka kodów"]
        blocks = table(found["Bloki"])
        assert [(row["Kody komórek"], row["Audyty"]) for row in blocks] == [("UD-PRO-1", 6), ("UD-PRO-2", 6)]
        assert blocks[0]["Metoda"] == "Obserwacja przełożonego"
        counts = table(found["Liczby"])
        assert len(counts) == 2 * 104
        verdicts = ("Spełnione", "Częściowo", "Niespełnione", "Nie wystąpiło", "Nie zaobserwowano", "Bez odpowiedzi")
        assert {tuple(row[name] for name in verdicts) for row in counts} == {(6, 0, 0, 0, 0, 0)}
        assert about(found)["Poziom"] == "poziom ogólny"
        assert not AccessRecord.objects.exists()

    def test_counts_are_those_of_the_verdicts(self, office: Office, hr: User, ask: Any, book: Any) -> None:
        label = office.rows("observation", "counter")[4].label
        for person, verdict in zip(
            office.people[office.units[0].pk], ("not_met", "not_met", "not_observed"), strict=False
        ):
            submit(office, office.units[0], employee=person, verdict={label: verdict})
        close(office, periods.whole_year(2026), by=hr)
        rows = table(book(ask(level="general", period="2026"))["Liczby"])
        (row,) = [row for row in rows if (row["Blok audytów"], row["Zalecenie"]) == (1, label)]
        assert (row["Spełnione"], row["Niespełnione"], row["Nie zaobserwowano"]) == (6, 2, 1)

    def test_nobody_and_no_single_audit_is_told(self, closed: Office, ask: Any, book: Any) -> None:
        text = everything(book(ask(level="general", period="2026")))
        hidden = [*names_of(closed), "rozmowa przy ladzie", *Audit.objects.values_list("receipt", flat=True)]
        assert not [word for word in hidden if word in text]

    def test_a_block_of_a_single_visit_is_said_to_be_possible(
        self, office: Office, hr: User, ask: Any, book: Any
    ) -> None:
        """Six people serve clients there, and nobody knows whom the shopper met."""
        submit(office, office.units[0], method="mystery", employee=None)
        close(office, periods.whole_year(2026), by=hr)
        found = book(ask(level="general", period="2026"))
        assert 1 in [row["Audyty"] for row in table(found["Bloki"])]
        assert "Blok może być jednym audytem" in about(found)["Co zawiera"]

    def test_what_came_after_the_closing_is_not_in_it(self, closed: Office, ask: Any, book: Any) -> None:
        submit(closed, closed.units[0], employee=closed.people[closed.units[0].pk][0])
        assert [row["Audyty"] for row in table(book(ask(level="general", period="2026"))["Bloki"])] == [6, 6]

    def test_before_the_closing_there_is_nothing(self, office: Office, ask: Any) -> None:
        answer = ask(level="general", period="2026")
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["period"])

    def test_a_part_of_a_block_is_never_told(self, closed: Office, ask: Any) -> None:
        """Observation was closed for the year: a quarter of it has nothing."""
        assert ask(level="general", period="2026Q3").status_code == 422

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"period": "free", "first_day": "2026-08-01", "last_day": "2026-08-20"}, "level"),
            ({"period": "2026", "named": "on"}, "named"),
            ({"period": "1999"}, "period"),
            ({"period": "2026", "department": "0"}, "department"),
            ({"period": "2026", "level": "everything"}, "level"),
        ],
    )
    def test_what_it_does_not_give_is_said_at_its_field(
        self, closed: Office, ask: Any, fields: dict[str, str], field: str
    ) -> None:
        answer = ask(**({"level": "general"} | fields))
        assert answer.status_code == 422
        assert field in answer.context["form"].errors

    def test_it_takes_equally_many_queries_with_more_blocks(
        self, closed: Office, hr: User, ask: Any, book: Any
    ) -> None:
        with CaptureQueriesContext(connection) as taken:
            book(ask(level="general", period="2026"))
        # Seven of them see to whose turn it is.
        assert len(taken) <= 52


class TestOrder:
    """No request waits for the rows: a job writes them."""

    def test_no_request_reads_an_answer(
        self, client: Client, ask: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        with_purpose(client)
        with CaptureQueriesContext(connection) as taken:
            asked = client.post(PAGE, {"department": Department.objects.get(code="UD-PRO").pk} | NAMED)
        assert not [each for each in taken.captured_queries if "audits_answer" in each["sql"]]
        assert Report.objects.get().state == ReportState.QUEUED
        assert "czeka" in client.get(asked.url).content.decode().lower()

    def test_asked_for_twice_while_it_waits_it_is_made_once(self, client: Client, office: Office) -> None:
        with_purpose(client)
        sent = {"department": office.district.pk} | FULL
        assert client.post(PAGE, sent).url == client.post(PAGE, sent).url
        assert client.post(PAGE, sent | NAMED).url != client.post(PAGE, sent).url
        assert len(asked_for()) == 4

    def test_its_page_says_level_purpose_and_how_long_it_is_kept(self, client: Client, ask: Any) -> None:
        page = client.get((with_purpose(client) and ask(**FULL)).url).content.decode()
        for said in (
            "Poziom pełny",
            "nadzór nad jakością obsługi",
            "numerami",
            "7 dni od sporządzenia",
            "Pobierz skoroszyt",
        ):
            assert said.lower() in page.lower(), said
        assert "Zobacz liczby" not in page

    def test_the_file_says_level_and_period_in_its_name(self, client: Client, ask: Any) -> None:
        answer = client.get(f"{(with_purpose(client) and ask(**FULL)).url}plik/")
        assert (
            "Odpowiedzi%20UD-PRO%20III%20kwarta%C5%82%202026%20POZIOM%20PE%C5%81NY.xlsx"
            in answer["Content-Disposition"]
        )
        assert answer["X-Content-Type-Options"] == "nosniff"
        answer.close()

    def test_it_is_handed_to_nobody_but_its_requester(self, client: Client, office: Office, ask: Any) -> None:
        page = (with_purpose(client) and ask(**FULL)).url
        for role in (Role.HR, Role.HEAD, Role.ADMINISTRATOR):
            other = Client()
            other.force_login(appointed(role, office.district))
            assert [other.get(f"{page}{end}").status_code for end in ("", "plik/", "stan/")] == [404, 404, 404]

    def test_counts_of_blocks_are_for_hr_alone(self, client: Client, office: Office, hr: User, ask: Any) -> None:
        close(office, periods.whole_year(2026), by=hr)
        page = ask(level="general", period="2026").url
        found = {}
        for role in (Role.HR, Role.HEAD):
            other = Client()
            other.force_login(appointed(role, office.district))
            found[role] = other.get(f"{page}plik/").status_code
        assert found == {Role.HR: 200, Role.HEAD: 404}

    def test_there_is_no_figures_page_of_it(self, client: Client, ask: Any) -> None:
        page = (with_purpose(client) and ask(**FULL)).url
        assert [client.get(f"{page}{end}").status_code for end in ("dane/", "plik/xlsx/")] == [404, 404]

    def test_whoever_lost_the_right_meanwhile_gets_none(self, client: Client, hr: User, office: Office) -> None:
        with_purpose(client)
        client.post(PAGE, {"department": office.district.pk} | NAMED)
        Appointment.objects.filter(user=hr).update(until=timezone.localdate())
        jobs.run_report(Report.objects.get().pk)
        report = Report.objects.get()
        assert (report.state, report.file.name) == (ReportState.FAILED, "")
        assert [row.employee for row in asked_for()] == [None]


class TestKept:
    """A file with a row an audit lies with the portal for a week, and no longer than what it tells stands."""

    @pytest.fixture
    def made(self, client: Client, ask: Any) -> Report:
        with_purpose(client) and ask(**NAMED)
        return Report.objects.get()

    @pytest.fixture
    def is_there(self, django_capture_on_commit_callbacks: Any) -> Callable[..., bool]:
        def after(act: Callable[[], Any], report: Report) -> bool:
            path = report.file.name or ""
            assert report.file.storage.exists(path)
            with django_capture_on_commit_callbacks(execute=True):
                act()
            report.refresh_from_db()
            kept = report.file.storage.exists(path)
            assert kept == (report.state == ReportState.DONE)
            return kept

        return after

    def test_it_is_deleted_after_a_week(self, made: Report, is_there: Any) -> None:
        day = datetime.timedelta(days=1)
        assert is_there(lambda: clean_up(now=timezone.now() + 6 * day), made)
        assert not is_there(lambda: clean_up(now=timezone.now() + 8 * day), made)

    def test_one_of_whole_blocks_stays(self, office: Office, hr: User, ask: Any, is_there: Any) -> None:
        close(office, periods.whole_year(2026), by=hr)
        ask(level="general", period="2026")
        assert is_there(lambda: clean_up(now=timezone.now() + datetime.timedelta(days=8)), Report.objects.get())

    def test_a_note_taken_out_takes_it_away(self, made: Report, hr: User, is_there: Any) -> None:
        audit = Audit.objects.order_by("pk")[0]
        row = audit.answers.order_by("position").values_list("recommendation", flat=True)[0]

        def redact() -> None:
            redact_note(audit=audit, recommendation_id=row, by=hr, reason="nazwa choroby")

        assert not is_there(redact, made)

    def test_a_pseudonymised_person_takes_it_away(self, made: Report, office: Office, is_there: Any) -> None:
        person = office.people[office.units[0].pk][0]
        assert not is_there(lambda: pseudonymise_employee(person, now=timezone.now()), made)

    def test_what_was_of_other_days_stays(self, made: Report, office: Office, hr: User, is_there: Any) -> None:
        earlier = submit(
            office,
            office.units[0],
            note="znak",
            took_place_at=datetime.datetime(2026, 6, 30, 21, 59, tzinfo=datetime.UTC),
        )
        row = earlier.answers.order_by("position").values_list("recommendation", flat=True)[0]

        def redact() -> None:
            redact_note(audit=earlier, recommendation_id=row, by=hr, reason="nazwa choroby")

        assert is_there(redact, made)


@pytest.mark.parametrize("role", [Role.HEAD, Role.AUDITOR, Role.ADMINISTRATOR, Role.DPO, None])
def test_outsiders_find_no_such_page(office: Office, role: Role | None) -> None:
    client = Client()
    client.force_login(appointed(role, office.district) if role else UserFactory())
    answers = [client.get(PAGE), client.post(PAGE, {"department": office.district.pk, **FULL})]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not AccessRecord.objects.exists()


def test_hr_elsewhere_cannot_choose_this_department(office: Office) -> None:
    client = Client()
    client.force_login(appointed(Role.HR, DepartmentFactory()))
    with_purpose(client)
    for level in ("general", "full"):
        answer = client.post(PAGE, {"department": office.district.pk, "period": "2026Q3", "level": level})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["department"])
    assert not AccessRecord.objects.exists()


def test_hr_who_is_head_elsewhere_has_files_of_what_they_hold_as_hr(office: Office, hr: User, client: Client) -> None:
    other = DepartmentFactory()
    appointed_head = appointed(Role.HEAD, other)
    Appointment.objects.filter(user=appointed_head).update(user=hr)
    answer = client.post(PAGE, {"department": other.pk, "period": "2026", "level": "general"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["department"])
