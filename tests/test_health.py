"""Whether the portal says of itself that it lives and can work, and to whom."""

import datetime
import errno
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client.parser import text_string_to_metric_families

from audits.choices import LetterKind
from audits.letters import write_letter
from audits.models import Letter
from audits.queue.lanes import sign_of
from audits.tasks import LONG, MAIL, SHORT
from standards_portal import health
from tests.audits.factories import UserFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture
def workers() -> Iterator[None]:
    signs = [sign_of(lane) for lane in (MAIL, SHORT, LONG)]
    for sign in signs:
        sign.show()
    yield
    for sign in signs:
        sign.take_down()


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
def test_nobody_from_elsewhere_finds_it(client: Client, path: str, settings: Any) -> None:
    assert client.get(path, REMOTE_ADDR="10.2.0.9").status_code == 404
    settings.HEALTH_FROM = ["10.2.0.0/16"]
    assert client.get(path, REMOTE_ADDR="10.2.0.9").status_code in (200, 503)
    assert client.get(path).status_code == 404


@pytest.mark.usefixtures("workers")
def test_ready_with_everything_there(client: Client) -> None:
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert answer.json() == dict.fromkeys(("database", "migrations", "worker", "storage"), "ok")
    assert default_storage.listdir("health")[1] == []


def test_not_ready_without_a_worker_and_the_lanes_are_named(client: Client) -> None:
    sign = sign_of(MAIL)
    sign.show()
    answer = client.get("/health/ready")
    sign.take_down()

    assert (answer.status_code, answer.json()["worker"]) == (503, "nobody is in lane short, long")


@pytest.mark.usefixtures("workers")
def test_not_ready_on_a_full_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)

    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["storage"]) == (503, "does not answer")


def test_alive_and_not_ready_without_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise OperationalError("the server closed the connection")

    with connection.execute_wrapper(away):
        assert client.get("/health/live").status_code == 200
        answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()) == (503, {"database": "does not answer", "storage": "ok"})


def test_not_ready_while_migrations_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [("audits", False)])

    assert client.get("/health/ready").json()["migrations"] == "not all applied"


def figures(client: Client) -> dict[tuple[str, ...], float]:
    text = client.get("/metrics").content.decode()
    return {
        (sample.name.removeprefix("portal_"), *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def job(lane: str, status: str, *, took: int = 0) -> None:
    now = timezone.now()
    row = DBTaskResult.objects.create(
        status=status,
        queue_name=lane,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="audits.reports.jobs.make_report",
        backend_name="default",
        run_after=now,
        started_at=now - datetime.timedelta(seconds=took),
        finished_at=now if took else None,
    )
    DBTaskResult.objects.filter(id=row.id).update(enqueued_at=now - datetime.timedelta(minutes=2))


def test_figures_of_queue_and_letters_are_those_of_the_database(client: Client) -> None:
    for lane, status, took in (
        (SHORT, TaskResultStatus.READY, 0),
        (SHORT, TaskResultStatus.READY, 0),
        (LONG, TaskResultStatus.SUCCESSFUL, 20),
        (LONG, TaskResultStatus.SUCCESSFUL, 10),
        (SHORT, TaskResultStatus.FAILED, 3),
    ):
        job(lane, status, took=took)
    write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())
    Letter.objects.update(written_at=timezone.now() - datetime.timedelta(minutes=5))

    found = figures(client)

    assert (found["jobs_waiting", "short"], found["jobs_waiting", "long"]) == (2, 0)
    assert found["jobs_oldest_seconds", "short"] == pytest.approx(120, abs=30)
    assert (found["jobs_lately", "long", "SUCCESSFUL"], found["jobs_lately", "short", "FAILED"]) == (2, 1)
    assert found["jobs_lately_seconds", "long", "SUCCESSFUL"] == pytest.approx(30)
    assert found["letters_waiting",] == 1
    assert found["letters_oldest_seconds",] == pytest.approx(300, abs=30)
    assert [found["lane_alive", lane] for lane in (MAIL, SHORT, LONG)] == [0, 0, 0]


@pytest.mark.usefixtures("workers")
def test_figures_say_which_lanes_have_a_worker(client: Client) -> None:
    found = figures(client)

    assert [found["lane_alive", lane] for lane in (MAIL, SHORT, LONG)] == [1, 1, 1]
