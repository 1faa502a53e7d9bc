"""Lines of the log for machines: JSON with the number of the request, the account and the address.

No line has names, mail addresses or links: of a page the route is told, not the address, since some addresses let in;
of an error its kind and where it arose, not its words, since databases put values into those.
"""

import datetime
import json
import logging
import traceback
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse


def logging_settings(*, level: str, as_json: bool) -> dict[str, Any]:
    """What Django is told of its log: everything goes to standard error, from `level` on."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
            "json": {"()": "standards_portal.log_lines.JsonLine"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json" if as_json else "plain"}},
        "root": {"handlers": ["console"], "level": level},
        # One tells of every sign-in what the portal logs itself where it matters, the other of every look for a job.
        "loggers": {"axes": {"level": "ERROR"}, "django_tasks_db": {"level": "WARNING"}},
    }


_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


class RequestNumberMiddleware:
    """Gives each request a number by which the lines that it causes are found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.log_number = uuid.uuid4().hex  # type: ignore[attr-defined]
        before = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(before)


class JsonLine(logging.Formatter):
    """One object a line; keys that have no value are left out."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        request = _request.get() or getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            line |= _of(request)
            if record.name.startswith("django."):
                # Django's own lines hold the address of the page, and one of the connection where there is no proxy.
                line["message"] = str(record.msg).partition(":")[0]
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["at"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(record.exc_info[2])]
        return json.dumps(line, ensure_ascii=False)


def _of(request: HttpRequest) -> dict[str, Any]:
    # The log is set up before there are models, which this knows.
    from audits.access_log.log import address_of

    found: dict[str, Any] = {"method": request.method}
    if number := getattr(request, "log_number", ""):
        found["request"] = number
    # Read where it was read already: a line of the log asks no database.
    user = getattr(request, "_cached_user", None)
    if user is not None and user.pk is not None:
        found["account"] = user.pk
    if address := address_of(request):
        found["address"] = address
    match = getattr(request, "resolver_match", None)
    if match is not None:
        found["route"] = match.route
    return found
