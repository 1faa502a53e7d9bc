"""The pages of an order of many reports: given, watched, cancelled, retried; for whoever gave it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import AccessKind, ReportState, Role
from audits.models import AccessRecord, Appointment, Batch, Report, User, periods
from audits.queue.lanes import sign_of
from audits.reports import documents, jobs, turns
from tests.audits.factories import DepartmentFactory, appointed, with_purpose
from tests.audits.reports.batches.conftest import queued, states, work, work_all
from tests.audits.reports.makers import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("waiting_jobs", "quick_pdf")]

ADDRESS = "/raporty/zbiorcze/"
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
FORM = {"department": "", "period": "2026Q3", "level": "general"}


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


def address(name: str, batch: Batch) -> str:
    return reverse(f"audits:{name}", args=[batch.uuid])


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


# Ordering -------------------------------------------------------------------------------------------------------------


def test_all_departments_of_a_quarter_are_one_order(office: Office, hr: User, signed_in: Callable[..., Client]) -> None:
    client = signed_in(hr)
    assert reverse("audits:batches") in words(client.get("/raporty/"))
    assert '<option value="" selected>wszystkie komórki</option>' in words(client.get(ADDRESS))

    answer = client.post(ADDRESS, FORM)

    batch = Batch.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, batch.get_absolute_url())
    assert states(batch) == dict.fromkeys(("UD-PRO", "UD-PRO-1", "UD-PRO-2"), ReportState.QUEUED)
    assert batch.get_absolute_url() in words(client.get(ADDRESS))


def test_one_department_is_ordered_with_those_below_it(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    signed_in(hr).post(ADDRESS, FORM | {"department": office.units[0].pk})

    assert set(states(Batch.objects.get())) == {"UD-PRO-1"}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"period": "1999Q9"}, "1999Q9"),
        ({"department": "0"}, "Wybierz komórkę z listy."),
        ({"period": "free", "first_day": "2026-07-01", "last_day": "2026-07-09"}, "tylko na poziomie pełnym"),
        ({"period": "free", "level": "full"}, "Proszę podać oba dni."),
        ({"period": "2024Q4"}, "żadnej z tych komórek nie było"),
    ],
)
def test_what_contradicts_itself_is_told_and_nothing_is_ordered(
    office: Office, hr: User, signed_in: Callable[..., Client], fields: dict[str, str], told: str
) -> None:
    office.district.descendants.model.objects.filter(since__lt="2025-01-01").update(since="2025-01-01")

    answer = signed_in(hr).post(ADDRESS, FORM | fields)

    assert (answer.status_code, told in words(answer)) == (422, True)
    assert "Raporty nie zostały zamówione" in words(answer)
    assert not Batch.objects.exists()


def test_the_full_level_asks_for_a_purpose_and_comes_back_to_the_form(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(hr)
    asked = FORM | {"level": "full", "department": office.units[0].pk}

    answer = client.post(ADDRESS, asked)
    assert answer["Location"].startswith(reverse("audits:purpose"))
    assert not Batch.objects.exists()
    form = words(client.get(f"{ADDRESS}?komorka={office.units[0].pk}&okres=2026Q3&poziom=full"))
    assert f'<option value="{office.units[0].pk}" selected>' in form

    with_purpose(client).post(ADDRESS, asked)

    assert (Batch.objects.get().level, AccessRecord.objects.filter(kind=AccessKind.FULL_REPORT).count()) == ("full", 1)


def test_when_ten_wait_it_is_not_taken_and_the_form_stands_as_it_was(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    for number in range(turns.MOST_WAITING):
        period = periods.quarter(2023 + number // 4, number % 4 + 1)
        jobs.request_report(department=office.units[0], period=period, by=hr)

    answer = signed_in(hr).post(ADDRESS, FORM | {"department": office.units[1].pk})

    assert (answer.status_code, "(10). Zamów ten" in words(answer)) == (429, True)
    assert f'<option value="{office.units[1].pk}" selected>' in words(answer)
    assert not Batch.objects.exists()


@pytest.mark.parametrize("role", [Role.HEAD, Role.AUDITOR, Role.DPO, Role.ADMINISTRATOR])
def test_the_page_is_for_hr_alone(office: Office, signed_in: Callable[..., Client], role: str) -> None:
    client = signed_in(appointed(role, office.district))

    assert (client.get(ADDRESS).status_code, client.post(ADDRESS, FORM).status_code) == (404, 404)
    assert reverse("audits:batches") not in words(client.get("/raporty/"))


# Watching -------------------------------------------------------------------------------------------------------------


def test_the_page_tells_how_many_are_ready_and_how_each_is(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work("short")

    page = words(signed_in(hr).get(batch.get_absolute_url()))

    assert ("Gotowe: 1 z 3 raportów." in page, "Czeka: 2." in page) == (True, True)
    assert '<progress id="batch-progress" class="w-100" max="3" value="1">1 / 3</progress>' in page
    for report in batch.reports.all():
        assert report.get_absolute_url() in page
    # It looks again by itself, and by a link where there is no script.
    assert f'hx-get="{address("batch_status", batch)}?seen=' in page
    assert f'href="{batch.get_absolute_url()}"' in page


def test_it_stops_asking_once_all_has_ended(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work_all()

    page = words(signed_in(hr).get(batch.get_absolute_url()))

    assert ("Gotowe: 3 z 3 raportów." in page, "Pobierz 3 PDF-y (ZIP)" in page) == (True, True)
    assert "hx-get" not in page
    assert address("batch_cancel", batch) not in page


def test_the_waiting_page_is_answered_only_where_something_changed(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]
) -> None:
    batch, client = order(), signed_in(hr)
    seen = f"{address('batch_status', batch)}?seen=0-3-0-0-0"
    assert client.get(seen).status_code == 204

    work("short")

    answer = client.get(seen)
    assert (answer.status_code, "Gotowe: 1 z 3 raportów." in words(answer)) == (200, True)
    assert "<html" not in words(answer)


def test_one_that_failed_is_named_with_the_reason(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = order()
    monkeypatch.setattr(documents, "department_pdf", lambda figures: 1 / 0)
    work("short")

    page = words(signed_in(hr).get(batch.get_absolute_url()))

    assert "Nie udało się: 1." in page
    assert batch.reports.get(state=ReportState.FAILED).error in page


def test_without_a_worker_it_says_so(order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]) -> None:
    batch, client = order(), signed_in(hr)
    assert "program roboczy portalu nie jest uruchomiony" in words(client.get(batch.get_absolute_url()))
    signs = [sign_of(lane) for lane in ("short", "long")]
    for sign in signs:
        sign.show()

    page = words(client.get(batch.get_absolute_url()))

    for sign in signs:
        sign.take_down()
    assert "program roboczy portalu nie jest uruchomiony" not in page


def test_a_report_of_it_leads_back_to_the_order(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client], office: Office
) -> None:
    batch = order()
    report = batch.reports.get(department=office.units[0])

    assert batch.get_absolute_url() in words(signed_in(hr).get(report.get_absolute_url()))
    head = signed_in(appointed(Role.HEAD, office.units[0]))
    assert batch.get_absolute_url() not in words(head.get(report.get_absolute_url()))


def test_names_are_those_of_the_periods_last_day(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client], office: Office
) -> None:
    batch = order()
    names = office.units[0].names
    names.create(since=datetime.date(2026, 10, 5), code="UD-PRO-N", name="Wydział Nowej Nazwy")

    page = words(signed_in(hr).get(batch.get_absolute_url()))

    assert ("UD-PRO-1" in page, "UD-PRO-N" in page) == (True, False)


def test_many_reports_take_as_many_queries_as_few(
    office: Office, order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(hr)

    def queries(batch: Batch) -> list[int]:
        counted = []
        for name in ("batch", "batch_status"):
            client.get(address(name, batch))
            with CaptureQueriesContext(connection) as asked:
                client.get(address(name, batch))
            counted.append(len(asked))
        return counted

    few = queries(order())
    for each in range(60):
        DepartmentFactory(code=f"UD-PRO-X{each}", name=f"Referat {each}", parent=office.district)
    many = queries(order(period=periods.quarter(2026, 2)))

    assert many == few
    assert max(few) <= 12


# Cancelling and retrying ----------------------------------------------------------------------------------------------


def test_one_button_cancels_the_rest_and_another_orders_it_again(
    order: Callable[..., Batch], hr: User, signed_in: Callable[..., Client]
) -> None:
    batch, client = order(), signed_in(hr)
    work("short")

    cancelled = client.post(address("batch_cancel", batch), follow=True)
    assert ("Anulowano 2 raporty." in words(cancelled), "Anulowano: 2." in words(cancelled)) == (True, True)
    again = client.post(address("batch_cancel", batch), follow=True)
    assert "Niczego nie anulowano" in words(again)
    assert "Zamów ponownie 2 niesporządzone" in words(again)

    retried = client.post(address("batch_retry", batch), follow=True)

    assert "Czeka: 2." in words(retried)
    work_all()
    assert set(states(batch).values()) == {ReportState.DONE}


def test_at_the_full_level_retrying_asks_for_a_purpose_and_is_logged(
    office: Office, hr: User, signed_in: Callable[..., Client]
) -> None:
    client = with_purpose(signed_in(hr))
    client.post(ADDRESS, FORM | {"level": "full"})
    batch = Batch.objects.get()
    client.post(address("batch_cancel", batch))

    without = signed_in(hr).post(address("batch_retry", batch))
    assert without["Location"].startswith(reverse("audits:purpose"))
    assert Report.objects.count() == 3

    client.post(address("batch_retry", batch))

    assert (Report.objects.count(), AccessRecord.objects.filter(kind=AccessKind.FULL_REPORT).count()) == (6, 6)


def test_retrying_when_ten_wait_is_told_on_the_page(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch, client = order(), signed_in(hr)
    client.post(address("batch_cancel", batch))
    for number in range(turns.MOST_WAITING):
        period = periods.quarter(2023 + number // 4, number % 4 + 1)
        jobs.request_report(department=office.units[0], period=period, by=hr)

    answer = client.post(address("batch_retry", batch))

    assert (answer.status_code, "(10). Zamów ten" in words(answer)) == (429, True)
    assert set(states(batch).values()) == {ReportState.CANCELLED}


# Who may --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["batch", "batch_status", "batch_zip", "batch_cancel", "batch_retry"])
def test_for_others_and_for_whoever_is_no_longer_hr_it_is_not_there(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client], name: str
) -> None:
    batch = order()
    work_all()
    others = [
        appointed(Role.HR, office.district),
        appointed(Role.HEAD, office.district),
        office.auditor,
        appointed(Role.ADMINISTRATOR, office.district),
    ]
    Appointment.objects.filter(user=hr).update(until=AUTUMN.date())

    for user in (*others, hr):
        client = signed_in(user)
        ask = client.post if name in ("batch_cancel", "batch_retry") else client.get
        assert ask(address(name, batch)).status_code == 404
    assert Client().get(address("batch", batch)).status_code == 302


def test_reports_of_a_department_that_was_taken_away_are_no_longer_there(
    office: Office, hr: User, order: Callable[..., Batch], signed_in: Callable[..., Client]
) -> None:
    batch = order()
    work_all()
    hr.appointments.update(department=office.units[0])

    page = words(signed_in(hr).get(batch.get_absolute_url()))

    assert "Gotowe: 1 z 1 raportu." in page
    assert batch.reports.get(department=office.units[1]).get_absolute_url() not in page


def test_nothing_waits_in_the_queue_of_another_account(order: Callable[..., Batch], hr: User) -> None:
    order()
    assert len(queued()) == 2
