"""Jobs by way of RabbitMQ: handed out at once, made once whoever is killed, and never lost with their message."""

import logging
import os
import socket
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from audits.queue import broker
from audits.reports.jobs import make_report
from tests.audits.queue.processes import JOBS, MAKING, ROUNDS, STATE, Office

URL = os.environ.get("TEST_QUEUE_URL", "amqp://guest:guest@127.0.0.1:5672//")


def _answers() -> bool:
    try:
        socket.create_connection(("127.0.0.1", 5672), timeout=2).close()
    except OSError:
        return False
    return True


pytestmark = [
    pytest.mark.both_databases,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not _answers(), reason="no RabbitMQ answers on this machine"),
]


@pytest.fixture
def queue(settings: Any) -> Iterator[Any]:
    """That of the lane of long jobs, of this test alone."""
    settings.QUEUE_URL, settings.QUEUE_NAME = URL, f"test-{uuid.uuid4().hex}"
    with broker.application().connection_for_write() as opened:
        bound = broker.queue_of("long")(opened.default_channel)
        bound.declare()
        yield bound
        bound.delete()


def begin(office: Office, settings: Any) -> None:
    office.environment |= {"QUEUE_URL": settings.QUEUE_URL, "QUEUE_NAME": settings.QUEUE_NAME}


def numbers(queue: Any) -> list[str]:
    """Of the jobs whose messages wait."""
    found = []
    while (message := queue.get(no_ack=True)) is not None:
        (argument,) = message.payload[0]
        found.append(argument)
    return found


@pytest.mark.parametrize("round", ROUNDS)
def test_a_report_whose_worker_is_killed_is_handed_to_another_and_made_once(
    queue: Any,
    office: Office,
    settings: Any,
    round: int,  # noqa: A002
) -> None:
    begin(office, settings)
    broker.Messages().send("long", DBTaskResult.objects.get().pk)
    killed = office.start("worker", "--lane", "long")
    office.wait_for(MAKING, lambda rows: rows == [("running", "typesetting")])
    office.start("worker", "--lane", "long")
    killed.kill()
    killed.wait()

    office.wait_for(STATE, lambda rows: rows == [("done", 2)])
    office.wait_for(JOBS, lambda rows: rows == [("SUCCESSFUL",)])

    ((path,),) = office.rows("SELECT file FROM audits_report")
    assert [str(found.relative_to(office.folder)) for found in office.folder.rglob("*.pdf")] == [path]


def test_a_job_whose_message_was_lost_is_done_all_the_same(queue: Any, office: Office, settings: Any) -> None:
    begin(office, settings)
    worker = office.start("worker", "--lane", "long")
    office.wait_for(STATE, lambda rows: rows == [("done", 1)])
    worker.terminate()
    assert worker.wait() == 0


def test_a_message_that_comes_twice_is_done_once(queue: Any, office: Office, settings: Any) -> None:
    begin(office, settings)
    job = DBTaskResult.objects.get().pk
    broker.Messages().send("long", job, job, job, uuid.uuid4())
    office.start("worker", "--lane", "long")
    office.wait_for(JOBS, lambda rows: rows == [("SUCCESSFUL",)])
    ((claims,),) = office.rows("SELECT attempt FROM audits_report")
    assert claims == 1


def test_a_message_follows_the_transaction_and_none_that_is_undone(queue: Any, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "audits.queue.broker.BrokerBackend", "QUEUES": ["short", "long"]}}
    with transaction.atomic():
        make_report.using(queue_name="long").enqueue(1)
        assert numbers(queue) == []
    job = DBTaskResult.objects.get()
    assert numbers(queue) == [str(job.pk)]

    with transaction.atomic():
        make_report.using(queue_name="long").enqueue(2)
        transaction.set_rollback(True)
    assert numbers(queue) == []
    assert DBTaskResult.objects.get() == job


@pytest.mark.parametrize("listens", [False, True], ids=["away", "silent"])
def test_without_rabbitmq_what_is_ordered_waits_in_the_database_and_the_next_request_is_not_kept(
    settings: Any, caplog: pytest.LogCaptureFixture, *, listens: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.QUEUE_URL = f"amqp://guest:guest@127.0.0.1:{server.getsockname()[1]}//"
        if not listens:
            server.close()
        messages = broker.Messages()
        with caplog.at_level(logging.WARNING, "audits.queue.broker"):
            messages.send("long", uuid.uuid4())
            messages.send("long", uuid.uuid4())
    # The second did not try.
    (line,) = caplog.messages
    assert line.startswith("RabbitMQ takes no message")
