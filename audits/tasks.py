"""What lanes of workers do. The one place that knows the queue's library: Django 6 brings its own."""

from typing import Any

from django.db import transaction
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

__all__ = ["LONG", "MAIL", "SHORT", "NotNow", "enqueue", "task"]

# The lanes, each a process of its own, so that nothing waits for what takes longer: letters, then what is made in
# seconds, then what takes minutes.
MAIL, SHORT, LONG = "mail", "short", "long"


class NotNow(Exception):
    """Nothing is wrong with the job, but it cannot be done at the moment: it is tried again after a pause."""


def enqueue(job: Any, *args: Any) -> None:
    """In the transaction itself: what is written and the job that it needs are there together, or neither is."""
    if isinstance(job.get_backend(), ImmediateBackend):
        # What is done at once must find what was written.
        transaction.on_commit(lambda: job.enqueue(*args))
    else:
        job.enqueue(*args)
