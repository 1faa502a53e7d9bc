"""Whether the portal lives and can work, and figures for whoever watches it: for the addresses in HEALTH_FROM alone."""

import datetime
import ipaddress
import logging
import uuid
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from audits.access_log.log import address_of
from audits.models import Letter
from audits.queue.lanes import is_alive
from audits.tasks import LONG, MAIL, SHORT

logger = logging.getLogger(__name__)

LANES = (MAIL, SHORT, LONG)
# Seconds: of the jobs that ended within the last hour.
LATELY = 3600


def _for_watchers(view: Callable[[HttpRequest], HttpResponse]) -> Any:
    """To everybody else there is no such page."""

    @login_not_required
    @never_cache
    @require_safe
    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        address = address_of(request)
        networks = [ipaddress.ip_network(each, strict=False) for each in settings.HEALTH_FROM]
        if not address or not any(ipaddress.ip_address(address) in network for network in networks):
            raise Http404
        return view(request)

    return answered


@_for_watchers
def live(request: HttpRequest) -> HttpResponse:
    """The process answers, whatever else does not."""
    return JsonResponse({"portal": "ok"})


@_for_watchers
def ready(request: HttpRequest) -> HttpResponse:
    """What it needs to work, each with "ok" or what is wrong; 503 when anything is."""
    found = {"database": _said(_database)}
    if found["database"] == "ok":
        found |= {"migrations": _said(_migrations), "worker": _said(_workers)}
    found["storage"] = _said(_storage)
    status = 200 if set(found.values()) == {"ok"} else 503
    return JsonResponse(found, status=status)


def _said(look: Callable[[], str]) -> str:
    try:
        return look() or "ok"
    except (DatabaseError, OSError):
        logger.exception("The portal is not ready")
        return "does not answer"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    return "not all applied" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""


def _workers() -> str:
    away = [lane for lane in LANES if not is_alive(lane)]
    return f"nobody is in lane {', '.join(away)}" if away else ""


def _storage() -> str:
    """Written and taken away again: a full disk reads well."""
    name = default_storage.save(f"health/{uuid.uuid4()}", ContentFile(b"ok"))
    default_storage.delete(name)
    return ""


@_for_watchers
def metrics(request: HttpRequest) -> HttpResponse:
    """Gauges in Prometheus' words, all read from the database: whichever process answers, they are the same."""
    registry = CollectorRegistry()
    registry.register(_Figures())
    response = HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
    # For a program; a browser saves it.
    response["Content-Disposition"] = 'attachment; filename="metrics.txt"'
    return response


class _Figures:
    def collect(self) -> Iterator[GaugeMetricFamily]:
        now = timezone.now()
        yield from _queue(now)
        waiting = Letter.objects.waiting().aggregate(number=Count("pk"), oldest=Min("written_at"))
        yield GaugeMetricFamily("portal_letters_waiting", "Letters not handed over yet", value=waiting["number"])
        oldest = _age(waiting["oldest"], now)
        yield GaugeMetricFamily("portal_letters_oldest_seconds", "How long the oldest has waited", value=oldest)
        lanes = GaugeMetricFamily("portal_lane_alive", "Whether a worker is in the lane", labels=["lane"])
        for lane in LANES:
            lanes.add_metric([lane], float(is_alive(lane)))
        yield lanes


def _queue(now: datetime.datetime) -> Iterator[GaugeMetricFamily]:
    ready = {
        row["queue_name"]: row
        for row in DBTaskResult.objects.filter(status=TaskResultStatus.READY)
        .order_by()
        .values("queue_name")
        .annotate(number=Count("id"), oldest=Min("enqueued_at"))
    }
    depth = GaugeMetricFamily("portal_jobs_waiting", "Jobs that nobody is at yet", labels=["lane"])
    age = GaugeMetricFamily("portal_jobs_oldest_seconds", "How long the oldest has waited", labels=["lane"])
    for lane in (SHORT, LONG):
        row = ready.get(lane)
        depth.add_metric([lane], row["number"] if row else 0)
        age.add_metric([lane], _age(row["oldest"], now) if row else 0)
    yield depth
    yield age
    done = GaugeMetricFamily("portal_jobs_lately", "Jobs that ended in the last hour", labels=["lane", "state"])
    took = GaugeMetricFamily("portal_jobs_lately_seconds", "How long those took together", labels=["lane", "state"])
    ended: dict[tuple[str, str], list[float]] = {}
    lately = DBTaskResult.objects.finished().filter(finished_at__gte=now - datetime.timedelta(seconds=LATELY))
    for lane, state, started, finished in lately.values_list("queue_name", "status", "started_at", "finished_at"):
        ended.setdefault((lane, state), []).append(_age(started, finished or now))
    for labels, seconds in sorted(ended.items()):
        done.add_metric(list(labels), len(seconds))
        took.add_metric(list(labels), sum(seconds))
    yield done
    yield took


def _age(since: datetime.datetime | None, now: datetime.datetime) -> float:
    # Machines' clocks differ: nothing is younger than it was written.
    return max((now - since).total_seconds(), 0.0) if since else 0.0
