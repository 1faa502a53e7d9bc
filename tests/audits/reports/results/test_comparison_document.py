"""Two selections side by side as PDF: a stored report for whoever may have the reports of both departments."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import page
import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from audits.choices import ReportState, Role, WithdrawnBecause
from audits.models import AccessRecord, LegalHold, Report, User
from audits.models.periods import quarter
from audits.models.reports import withdraw_reports
from audits.reports import comparisons, documents, jobs, turns
from audits.reports.file_names import file_name
from audits.reports.results.comparing import Selection, compare
from audits.reports.results.kept_comparison import selections_of
from audits.retention.holds import held_reports
from standards.choices import Channel, Method
from tests.audits.factories import AppointmentFactory, appointed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once")]

PAGE, ADDRESS = "/wyniki/porownanie/", "/wyniki/porownanie/pdf/"
SPRING, SUMMER = quarter(2026, 2), quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


@pytest.fixture
def shopped() -> makers.Office:
    """All is met in the first unit, nothing in the second."""
    found = makers.office((6, 6))
    for unit, verdict in zip(found.units, ("met", "not_met"), strict=True):
        for _ in range(6):
            makers.submit(found, unit, method=Method.MYSTERY, verdict=verdict)
    return found


@pytest.fixture
def hr(shopped: makers.Office) -> User:
    found = appointed(Role.HR, shopped.district)
    close(shopped, SUMMER, Method.MYSTERY, by=found)
    return found


@pytest.fixture
def typeset(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Typesetting is replaced by a stub; what was typeset is listed."""
    made: list[str] = []

    def comparison(found: Any) -> bytes:
        made.append(found.first.code)
        return b"%PDF-1.7 comparison"

    monkeypatch.setattr(documents, "comparison_pdf", comparison)
    return made


def query(first: Any, second: Any, **said: str) -> str:
    usual = {"a-metoda": "mystery", "a-okres": "2026Q3", "b-metoda": "mystery", "b-okres": "2026Q3"}
    fields = usual | {"a-komorka": str(first.pk), "b-komorka": str(second.pk)} | said
    return "&".join(f"{name}={value}" for name, value in fields.items())


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def selection(department: Any, period: Any = SUMMER, channel: Channel | None = None) -> Selection:
    return Selection(Method.MYSTERY, period, department, channel)


@pytest.fixture
def ordered(
    shopped: makers.Office, hr: User, signed_in: Callable[..., Client], django_capture_on_commit_callbacks: Any
) -> Callable[..., Report]:
    """Ordered on the page by HR, and made."""

    def order(**said: str) -> Report:
        with django_capture_on_commit_callbacks(execute=True):
            answer = signed_in(hr).post(f"{ADDRESS}?{query(*shopped.units, **said)}")
        assert answer.status_code == 302, words(answer)
        return Report.objects.get(uuid=answer["Location"].split("/")[-2])

    return order


def test_it_is_made_of_what_the_page_shows_and_stored(
    shopped: makers.Office,
    ordered: Callable[..., Report],
    hr: User,
    signed_in: Callable[..., Client],
    typeset: list[str],
) -> None:
    client = signed_in(hr)
    assert f'action="{ADDRESS}?' in words(client.get(f"{PAGE}?{query(*shopped.units)}"))

    report = ordered()

    assert (report.kind, report.state, report.level, report.error) == ("comparison", ReportState.DONE, "general", "")
    assert [report.department, report.other_department] == shopped.units
    assert selections_of(report) == (selection(shopped.units[0]), selection(shopped.units[1]))
    seen = words(client.get(report.get_absolute_url()))
    assert "Porównanie: UD-PRO-1 · UD-PRO-2, III kwartał 2026" in seen
    assert f'href="{PAGE}?a-metoda=mystery&amp;a-okres=2026Q3' in seen
    answer = client.get(reverse("audits:report_download", args=[report.uuid]))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 comparison"
    assert "Por%C3%B3wnanie%20UD-PRO-1%20UD-PRO-2%20III%20kwarta%C5%82%202026.pdf" in answer["Content-Disposition"]
    beside = client.get(reverse("audits:report_file", args=[report.uuid, "xlsx"]))
    assert load_workbook(io.BytesIO(b"".join(beside.streaming_content))).sheetnames[1] == "Porównanie"
    # As on its page: nothing of it is of one person.
    assert not AccessRecord.objects.filter(report=report).exists()


def test_two_periods_stand_in_its_files_name_with_a_dash(ordered: Callable[..., Report], typeset: list[str]) -> None:
    report = ordered()
    report.compared = report.compared.replace("b-okres=2026Q3", "b-okres=2026Q2")
    assert file_name(report) == "Porównanie UD-PRO-1 UD-PRO-2 III kwartał 2026 – II kwartał 2026"


def test_the_same_again_is_served_from_the_store_and_another_channel_is_another(
    ordered: Callable[..., Report], typeset: list[str]
) -> None:
    first = ordered()

    assert ordered() == first
    other = ordered(**{"a-kanal": "counter", "b-kanal": "counter"})
    assert other != first
    assert selections_of(other)[0].channel == Channel.COUNTER
    assert len(typeset) == 2


def test_other_data_make_another(
    shopped: makers.Office, ordered: Callable[..., Report], hr: User, typeset: list[str]
) -> None:
    first = ordered()
    shopped.units[0].names.update(name="Wydział Przemianowany")

    assert ordered() != first


def test_who_may_have_only_one_of_the_two_neither_orders_nor_sees_it(
    shopped: makers.Office, ordered: Callable[..., Report], signed_in: Callable[..., Client], typeset: list[str]
) -> None:
    report = ordered()
    one, both = appointed(Role.HEAD, shopped.units[0]), appointed(Role.HEAD, shopped.units[0])
    AppointmentFactory(user=both, role=Role.HEAD, department=shopped.units[1])
    names = ("report", "report_status", "report_download")
    outsiders = [one, appointed(Role.HR, shopped.units[1]), shopped.auditor]
    for user in outsiders:
        client = signed_in(user)
        assert client.post(f"{ADDRESS}?{query(*shopped.units)}").status_code == 404
        assert {client.get(reverse(f"audits:{name}", args=[report.uuid])).status_code for name in names} == {404}
        with pytest.raises(jobs.NotAllowed):
            comparisons.request_comparison(
                first=selection(shopped.units[0]), second=selection(shopped.units[1]), by=user
            )
    client = signed_in(both)
    assert {client.get(reverse(f"audits:{name}", args=[report.uuid])).status_code for name in names} == {200}
    assert Client().post(f"{ADDRESS}?{query(*shopped.units)}").status_code == 302
    assert Report.objects.count() == 1


def test_where_nothing_can_be_compared_the_page_says_why(
    shopped: makers.Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    whole = signed_in(hr).post(f"{ADDRESS}?{query(shopped.district, shopped.units[0])}")
    unclosed = signed_in(hr).post(f"{ADDRESS}?{query(*shopped.units, **{'a-okres': '2026Q2'})}")
    wrong = signed_in(hr).post(f"{ADDRESS}?{query(*shopped.units, **{'a-okres': '2026Q9'})}")

    assert (whole.status_code, unclosed.status_code, wrong.status_code) == (422, 422, 422)
    assert "Jeden wybór obejmuje audyty z drugiego" in words(whole)
    assert not Report.objects.exists()


def test_when_ten_wait_the_page_says_so(
    shopped: makers.Office, hr: User, signed_in: Callable[..., Client], settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}
    for number in range(turns.MOST_WAITING):
        jobs.request_report(department=shopped.units[0], period=quarter(2023 + number // 4, number % 4 + 1), by=hr)

    answer = signed_in(hr).post(f"{ADDRESS}?{query(*shopped.units)}")

    assert (answer.status_code, "(10). Zamów ten" in words(answer)) == (429, True)


def test_one_that_failed_is_ordered_once_more_by_its_button(
    ordered: Callable[..., Report], hr: User, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "comparison_pdf", lambda found: 1 / 0)
    failed = ordered()
    assert failed.state == ReportState.FAILED

    answer = signed_in(hr).post(reverse("audits:report_again", args=[failed.uuid]))

    again = Report.objects.exclude(pk=failed.pk).get()
    assert (answer["Location"], again.compared) == (again.get_absolute_url(), failed.compared)


def test_a_hold_over_either_department_keeps_it_and_its_files_go_with_it(
    shopped: makers.Office,
    ordered: Callable[..., Report],
    hr: User,
    typeset: list[str],
    django_capture_on_commit_callbacks: Any,
) -> None:
    report = ordered()
    for unit in shopped.units:
        hold = LegalHold(reason="x", department=unit, placed_by=hr, placed_at=AUTUMN)
        assert Report.objects.filter(held_reports([hold])).get() == report
    storage, name = report.file.storage, report.file.name
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_reports(Report.objects.all(), because=WithdrawnBecause.RETENTION)

    assert not storage.exists(name)
    assert not storage.exists(name.replace(".pdf", ".xlsx"))


@pytest.fixture
def document(shopped: makers.Office, hr: User) -> bytes:
    return documents.comparison_pdf(compare(selection(shopped.units[0]), selection(shopped.units[1])))


def test_it_is_accessible_archivable_and_says_what_the_page_says(document: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(document, profile=profile)
        assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(document)]
    text = " ".join(" ".join(sheets).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "Wydział Próbny 1, III kwartał 2026 i Wydział Próbny 2, III kwartał 2026" in text
    assert "Lepiej wypada Wydział Próbny 1: o" in text
    assert "▲ +" in text
    assert "art. 27" in text
    assert all("poziom ogólny" in sheet.replace("\N{NO-BREAK SPACE}", " ") for sheet in sheets)
