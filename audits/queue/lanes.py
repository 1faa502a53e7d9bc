"""A lane: one process that does jobs of one kind, one after another, and goes on when the database comes back."""

import logging
import os
import secrets
import signal
import threading
import time
import uuid as uuids
from types import FrameType
from typing import Any

from django.db import InterfaceError, OperationalError, connection, connections
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker as library
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from audits.queue import locks
from audits.queue.sweeping import MOST_CLAIMS, Sweep, name_of_lock
from audits.tasks import NotNow

logger = logging.getLogger(__name__)

# Seconds between two looks for a job, and between two sweeps.
PAUSE = 0.5
SWEEP_EVERY = 4.0
# Of a database that is away, or a disk that is full: seconds until the next try.
PATIENCE = 2.0


def sign_of(lane: str) -> locks.Sign:
    """What a lane shows while it is alive."""
    return locks.Sign(_name_of_sign(lane))


def is_alive(lane: str) -> bool:
    """Whether any process, on any machine, does the jobs of this lane."""
    return locks.is_held(_name_of_sign(lane))


def _name_of_sign(lane: str) -> str:
    return f"lane {lane}"


class Lane:
    """Something to do again and again; `turn` says whether there was any of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_open = True
        self._sign = sign_of(name)

    def turn(self) -> bool:
        raise NotImplementedError

    @property
    def may_stop_now(self) -> bool:
        """While nothing is begun that would have to be done again."""
        return True

    def run(self) -> None:
        parent = os.getppid()
        # Reloading runs it in another thread, and ends it by itself.
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, self._close)
            signal.signal(signal.SIGINT, self._close)
        # The locks of what it does live as long as its session.
        connection.settings_dict["CONN_MAX_AGE"] = None
        # Whose parent was killed ends too: another parent will have lanes of its own.
        while self.is_open and os.getppid() == parent:
            try:
                self._sign.show()
                was_busy = self.turn()
            except (OperationalError, InterfaceError, NotNow) as fault:
                # The database restarted, out of reach, or a disk that is full: nothing is lost by waiting.
                logger.warning("Lane %s waits: %s", self.name, str(fault).partition("\n")[0])
                connections.close_all()
                time.sleep(PATIENCE)
                continue
            if self.is_open and not was_busy:
                time.sleep(PAUSE)

    def _close(self, number: int, frame: FrameType | None) -> None:
        """At the end of what is being done; the second time at once."""
        if not self.is_open or self.may_stop_now:
            raise SystemExit(0)
        self.is_open = False


class JobLane(Lane):
    """Does the jobs that are queued under its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._worker = Worker(name)
        self._sweep = Sweep()
        self._swept_at = float("-inf")

    @property
    def may_stop_now(self) -> bool:
        return not self._worker.running_task

    def turn(self) -> bool:
        if time.monotonic() - self._swept_at >= SWEEP_EVERY:
            self._sweep()
            self._swept_at = time.monotonic()
        return self._worker.do_one()


class Worker(library.Worker):
    """The library's, which takes jobs and writes down what became of them; each under its lock."""

    def __init__(self, lane: str) -> None:
        super().__init__(
            queue_names=[lane],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=secrets.token_hex(8),
            excluded_queue_names=[],
        )

    def do_one(self) -> bool:
        """Whether there was one."""
        self._run_tasks = 0
        self.run()
        return bool(self._run_tasks)

    def do(self, job: uuids.UUID) -> None:
        """This one, unless somebody else took it or it is done already."""
        with exclusive_transaction():
            row = DBTaskResult.objects.ready().filter(id=job).get_locked()
            if row is not None:
                row.claim(self.worker_id)
        if row is not None:
            self.run_task(row)

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        self.running_task = True
        name = name_of_lock(db_task_result.id)
        try:
            with locks.held(name):
                super().run_task(db_task_result)
                if (claims := _claims_if_again(db_task_result)) is not None:
                    row = DBTaskResult.objects.filter(id=db_task_result.id)
                    again: dict[str, Any] = {"status": TaskResultStatus.READY, "worker_ids": claims}
                    row.update(exception_class_path="", traceback="", finished_at=None, **again)
                    raise NotNow(db_task_result.task_name)
                locks.forget(name)
        finally:
            self.running_task = False


def _claims_if_again(done: DBTaskResult[Any, Any]) -> list[str] | None:
    """Of a job that failed by what passes, the claims that count when it is tried again; None where it is not."""
    claims = list(done.worker_ids)
    if done.exception_class_path == _path(NotNow):
        return claims[:-1]
    # A deadlock, a session that was ended: but what fails so each time is not tried for ever.
    if done.exception_class_path in {_path(OperationalError), _path(InterfaceError)} and len(claims) < MOST_CLAIMS:
        return claims
    return None


def _path(fault: type[Exception]) -> str:
    return f"{fault.__module__}.{fault.__qualname__}"
