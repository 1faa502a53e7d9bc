"""Jobs whose worker is no more are made ready again: seen with nobody at work on them, twice in a row."""

import logging
import time
import uuid as uuids

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from audits.queue import locks

logger = logging.getLogger(__name__)

# A job that takes its worker down each time is not tried for ever. What a job makes gives up before that and says so.
MOST_CLAIMS = 5
# A killed process's lock is free when the database has noticed; between two looks, seconds.
LOOKS, LOOK_EVERY = 10, 0.2


def name_of_lock(job: uuids.UUID) -> str:
    """Of the lock that whoever runs the job holds meanwhile."""
    return f"job {job}"


class Sweep:
    """One process's view: between taking a job and its lock a worker is seen without it, but not on two sweeps."""

    def __init__(self) -> None:
        self._left: set[uuids.UUID] = set()

    def __call__(self) -> int:
        """How many jobs were made ready again."""
        running = DBTaskResult.objects.running().values_list("id", flat=True)
        left = {job for job in running if not locks.is_held(name_of_lock(job))}
        revived = sum(_revive(job) for job in left & self._left)
        self._left = left - self._left
        return revived


def revive_if_left(job: uuids.UUID) -> None:
    """Whose worker is known to have ended, as soon as its lock is free; else the sweep sees to it."""
    for _ in range(LOOKS):
        if not locks.is_held(name_of_lock(job)):
            _revive(job)
            return
        time.sleep(LOOK_EVERY)


def _revive(job: uuids.UUID) -> int:
    row = DBTaskResult.objects.running().filter(id=job)
    claims = row.values_list("worker_ids", flat=True).first()
    if claims is None:
        return 0
    if len(claims) >= MOST_CLAIMS:
        logger.error("Job %s was cut short %d times and is given up", job, len(claims))
        row.update(status=TaskResultStatus.FAILED)
        return 0
    logger.warning("Nobody is at work on job %s any more: it is ready again", job)
    return row.update(status=TaskResultStatus.READY)
