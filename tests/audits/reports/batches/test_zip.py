"""The PDFs of an order of many reports as one ZIP."""

import datetime
import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import AccessKind, ReportState, WithdrawnBecause
from audits.models import AccessRecord, Batch, Report, User, periods
from audits.models.reports import withdraw_reports
from audits.reports import documents
from audits.reports.batches import ordering, zipping
from tests.audits.factories import DepartmentFactory, with_purpose
from tests.audits.reports.batches.conftest import work, work_all
from tests.audits.reports.makers import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("waiting_jobs", "quick_pdf")]

AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


def fetch(client: Client, batch: Batch) -> Any:
    return client.get(reverse("audits:batch_zip", args=[batch.uuid]))


def opened(answer: Any) -> zipfile.ZipFile:
    found = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert found.testzip() is None
    return found


def listed(answer: Any) -> list[str]:
    return opened(answer).read("spis.txt").decode("utf-8-sig").split("\r\n")


def test_it_holds_each_pdf_under_a_name_that_says_unit_and_period_and_a_list(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work_all()

    answer = fetch(signed_in(hr), batch)

    assert answer["Content-Type"] == "application/zip"
    assert "Raporty%20wszystkich%20kom%C3%B3rek%20III%20kwarta%C5%82%202026.zip" in answer["Content-Disposition"]
    assert (answer["X-Content-Type-Options"], "no-store" in answer["Cache-Control"]) == ("nosniff", True)
    found = opened(answer)
    assert found.namelist() == [
        "Raport UD-PRO III kwartał 2026.pdf",
        "Raport UD-PRO-1 III kwartał 2026.pdf",
        "Raport UD-PRO-2 III kwartał 2026.pdf",
        "spis.txt",
    ]
    unit = batch.reports.get(department=office.units[0])
    assert found.read("Raport UD-PRO-1 III kwartał 2026.pdf") == unit.file.read()
    lines = found.read("spis.txt").decode("utf-8-sig").split("\r\n")
    assert "Raport UD-PRO-1 III kwartał 2026.pdf\tWydział Próbny 1" in lines
    assert ("Okres: III kwartał 2026" in lines, "W tym pliku: 3" in lines, "Nie ma w tym pliku: 0" in lines) == (
        True,
        True,
        True,
    )


def test_of_one_department_its_name_says_which(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order(department=office.units[0])
    work_all()

    assert "Raporty UD-PRO-1 III kwarta" in fetch(signed_in(hr), batch)["Content-Disposition"]


def test_what_is_not_made_is_named_in_the_list_with_the_reason(
    office: Office,
    hr: User,
    order: Callable[..., Batch],
    signed_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch, client = order(), signed_in(hr)
    assert fetch(client, batch).status_code == 404
    work("short")
    with monkeypatch.context() as patched:
        patched.setattr(documents, "department_pdf", lambda figures: 1 / 0)
        work("short")

    lines = listed(fetch(client, batch))

    failed = batch.reports.get(state=ReportState.FAILED)
    assert ("W tym pliku: 1" in lines, "Nie ma w tym pliku: 2" in lines) == (True, True)
    assert f"UD-PRO-2 Wydział Próbny 2\tNieudany: {failed.error}" in lines
    assert "UD-PRO Urząd Dzielnicy Próbnej\tW kolejce" in lines
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "wymienia to spis w środku" in page


def test_what_is_withdrawn_or_whose_file_is_gone_is_left_out_and_named(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work_all()
    withdraw_reports(batch.reports.filter(department=office.units[0]), because=WithdrawnBecause.RETENTION)
    lost = batch.reports.get(department=office.units[1])
    lost.file.storage.delete(lost.file.name)

    answer = fetch(signed_in(hr), batch)

    found = opened(answer)
    lines = found.read("spis.txt").decode("utf-8-sig").split("\r\n")
    assert found.namelist() == ["Raport UD-PRO III kwartał 2026.pdf", "spis.txt"]
    assert "UD-PRO-2 Wydział Próbny 2\tNie udało się odczytać pliku." in lines
    assert any(line.startswith("UD-PRO-1 Wydział Próbny 1\tWycofany: ") for line in lines)


def test_at_the_full_level_it_asks_for_a_purpose_and_each_report_is_logged(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    client = with_purpose(signed_in(hr))
    client.post("/raporty/zbiorcze/", {"department": "", "period": "2026Q3", "level": "full"})
    work_all()
    batch = Batch.objects.get()

    without = fetch(signed_in(hr), batch)
    assert without["Location"].startswith(reverse("audits:purpose"))
    assert not AccessRecord.objects.filter(kind=AccessKind.FULL_DOWNLOAD).exists()

    names = opened(fetch(client, batch)).namelist()

    assert "Raport UD-PRO-1 III kwartał 2026 POZIOM PEŁNY.pdf" in names
    rows = AccessRecord.objects.filter(kind=AccessKind.FULL_DOWNLOAD)
    assert {row.report for row in rows} == set(batch.reports.all())


def test_at_the_full_level_a_sign_in_of_long_ago_is_asked_for_again(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    client = with_purpose(signed_in(hr))
    client.post("/raporty/zbiorcze/", {"department": "", "period": "2026Q3", "level": "full"})
    work_all()
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": AUTUMN.timestamp() - 7200}]
    session.save()

    answer = fetch(client, Batch.objects.get())

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert not AccessRecord.objects.filter(kind=AccessKind.FULL_DOWNLOAD).exists()


def test_it_is_written_piece_by_piece_and_takes_the_same_queries_for_many(
    office: Office,
    hr: User,
    order: Callable[..., Batch],
    signed_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipping, "_PIECE", 1000)
    client = signed_in(hr)

    def fetched(batch: Batch) -> tuple[int, list[bytes]]:
        with CaptureQueriesContext(connection) as asked:
            pieces = list(fetch(client, batch).streaming_content)
        return len(asked), pieces

    # Nothing of it can be compressed.
    large = b"".join(hashlib.sha256(str(number).encode()).digest() for number in range(4000))
    monkeypatch.setattr(documents, "department_pdf", lambda figures: large)
    first = order()
    work_all()
    fetched(first)
    few, pieces = fetched(first)
    assert (len(pieces) > 20, max(map(len, pieces)) < len(large) / 2) == (True, True)
    for each in range(20):
        DepartmentFactory(code=f"UD-PRO-X{each}", name=f"Referat {each}", parent=office.district)
    second = order(period=periods.quarter(2026, 2))
    Report.objects.filter(batch=second).update(
        state=ReportState.DONE,
        file=first.reports.first().file.name,
        finished_at=AUTUMN,
        as_of=AUTUMN,
        fingerprint="0" * 64,
    )

    many, _pieces = fetched(second)

    assert many == few


def test_a_file_that_two_departments_of_one_code_would_share_is_there_twice(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work_all()
    office.units[1].names.update(code="UD-PRO-1")

    names = opened(fetch(signed_in(hr), batch)).namelist()

    assert names[1:3] == ["Raport UD-PRO-1 III kwartał 2026.pdf", "Raport UD-PRO-1 III kwartał 2026 (2).pdf"]


def test_cancelled_ones_are_named_too(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work("short")
    ordering.cancel_rest(batch, by=hr)

    assert "UD-PRO-2 Wydział Próbny 2\tAnulowany" in listed(fetch(signed_in(hr), batch))
