"""Jobs by way of RabbitMQ (`QUEUE_URL`): each has a message with its number, and its row remains the truth.

A message that is lost is sent again by the sweep; one that comes twice, or late, finds its row taken. So RabbitMQ only
says sooner what the database knows. A message is held until its job is over: whose lane is killed, RabbitMQ hands it to
another at once. Imported where `QUEUE_URL` is set alone.
"""

import logging
import os
import time
import uuid as uuids
from typing import Any

from celery import Celery, Task, bootsteps
from celery.exceptions import Reject, WorkerShutdown
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, connections, transaction
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult
from kombu import Queue

from audits.queue.lanes import PATIENCE, SWEEP_EVERY, Worker, sign_of
from audits.queue.sweeping import Sweep, revive_if_left
from audits.tasks import NotNow

logger = logging.getLogger(__name__)

# What a message asks for; its one argument is the number of the job.
DO = "portal.do"
# Seconds that a request may wait for RabbitMQ, and how long none is kept waiting again after one did in vain.
SHORTLY, SPARED = 1.0, 30.0
# So many of the jobs that wait are sent again at once.
MOST_SENT_AGAIN = 1000


def queue_of(lane: str) -> Queue:
    """Kept when RabbitMQ restarts."""
    name = f"{settings.QUEUE_NAME}.{lane}"
    return Queue(name, routing_key=name, durable=True)


def application() -> Celery:
    # Django's own fix-up would end the session that shows the lane's sign and holds the lock of its job.
    app = Celery(settings.QUEUE_NAME, broker=settings.QUEUE_URL, set_as_current=False, fixups=())
    app.conf.update(
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_ignore_result=True,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        # While a job runs nobody answers for the connection, which TCP watches over.
        broker_heartbeat=0,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        worker_cancel_long_running_tasks_on_connection_loss=False,
    )
    return app


class Messages:
    """Tells RabbitMQ of jobs. Where it does not answer, the sweep tells later."""

    def __init__(self) -> None:
        self._spared_until = float("-inf")

    def send(self, lane: str, *jobs: uuids.UUID) -> None:
        if time.monotonic() < self._spared_until:
            return
        app = application()
        options = {"confirm_publish": True, "read_timeout": SHORTLY, "write_timeout": SHORTLY}
        try:
            with app.connection_for_write(connect_timeout=SHORTLY, transport_options=options) as broker:
                for job in jobs:
                    app.send_task(DO, [str(job)], queue=queue_of(lane), connection=broker, retry=False)
        except Exception as fault:
            # Whatever its library calls it: what waits in the database is not lost.
            self._spared_until = time.monotonic() + SPARED
            logger.warning("RabbitMQ takes no message (%s): the sweep sends it later", type(fault).__name__)


messages = Messages()


class BrokerBackend(DatabaseBackend):
    """The database's queue, which also tells RabbitMQ."""

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        result: Any = super().enqueue(task, args, kwargs)
        job = result.db_result.pk
        transaction.on_commit(lambda: messages.send(task.queue_name, job))
        return result


class BrokerLane:
    """Does the jobs of one lane as RabbitMQ hands them out, one after another."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._app = application()
        self._worker = Worker(name)
        self._sign = sign_of(name)
        self._sweep = Sweep()
        self._parent = os.getppid()

        def do(task: Task, job: str) -> None:
            self._do(uuids.UUID(job), may_be_left=bool(task.request.delivery_info.get("redelivered")))

        self._app.task(do, name=DO, bind=True)

    def run(self) -> None:
        connection.settings_dict["CONN_MAX_AGE"] = None
        lane = self

        class Look(bootsteps.StartStopStep):  # type: ignore[misc]
            """What a lane does beside its jobs."""

            requires = ("celery.worker.components:Timer",)

            def start(self, parent: Any) -> None:
                lane.look()
                self.again = parent.timer.call_repeatedly(SWEEP_EVERY, lane.look)

            def stop(self, parent: Any) -> None:
                self.again.cancel()

        self._app.steps["worker"].add(Look)
        worker = self._app.Worker(
            pool="solo",
            queues=[queue_of(self.name).name],
            hostname=f"{self.name}@{os.uname().nodename}-{os.getpid()}",
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
            loglevel=logging.getLevelName(logging.getLogger().level),
        )
        worker.start()

    def look(self) -> None:
        """Shows that the lane is alive, makes ready what nobody is at work on, and sends what has no message."""
        if os.getppid() != self._parent:
            # Whose parent was killed ends too: another parent will have lanes of its own.
            raise WorkerShutdown(0)
        try:
            self._sign.show()
            self._sweep()
            self._send_again()
        except (OperationalError, InterfaceError) as fault:
            self._wait(fault)

    def _send_again(self) -> None:
        """Where no message waits, jobs that do have none. One whose message is just being handed out has two."""
        waiting = DBTaskResult.objects.ready().filter(queue_name=self.name).values_list("pk", flat=True)
        if waiting.exists() and not self._messages_waiting():
            messages.send(self.name, *waiting[:MOST_SENT_AGAIN])

    def _messages_waiting(self) -> int:
        try:
            with self._app.connection_for_write(connect_timeout=SHORTLY) as broker:
                return int(queue_of(self.name)(broker.default_channel).queue_declare(passive=True).message_count)
        except Exception as fault:
            logger.warning("RabbitMQ does not answer (%s)", type(fault).__name__)
            return 1

    def _do(self, job: uuids.UUID, *, may_be_left: bool) -> None:
        try:
            self._sign.show()
            if may_be_left:
                # Whoever had it is no more, or has lost RabbitMQ and is still at it.
                revive_if_left(job)
            self._worker.do(job)
        except (OperationalError, InterfaceError, NotNow) as fault:
            self._wait(fault)
            raise Reject(fault, requeue=True) from fault

    def _wait(self, fault: Exception) -> None:
        # The database restarted, out of reach, or a disk that is full: nothing is lost by waiting.
        logger.warning("Lane %s waits: %s", self.name, str(fault).partition("\n")[0])
        connections.close_all()
        time.sleep(PATIENCE)
