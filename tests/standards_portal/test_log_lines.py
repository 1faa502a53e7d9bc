"""Log lines as JSON: which request, whose, from where; no names, no addresses that let in, no words of a database."""

import json
import logging
import sys
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from standards_portal.log_lines import JsonLine, RequestNumberMiddleware

LOGGER = logging.getLogger("portal.test")


def line(level: int = logging.WARNING, message: str = "Something", *arguments: object, name: str = "", **more) -> dict:
    record = LOGGER.makeRecord(name or LOGGER.name, level, __file__, 1, message, arguments, more.pop("exc_info", None))
    vars(record).update(more)
    return json.loads(JsonLine().format(record))


def logged_in_request(path: str, **more) -> dict:
    request = RequestFactory().get(path, REMOTE_ADDR="10.1.2.3")
    written = {}

    def view(request):
        request._cached_user = SimpleNamespace(pk=7)
        request.resolver_match = SimpleNamespace(route="zaproszenie/<key>/")
        written.update(line(**more))
        return HttpResponse()

    RequestNumberMiddleware(view)(request)
    return written


def test_a_line_outside_of_requests_has_time_level_logger_and_message():
    written = line(logging.ERROR, "Letter %s failed", "ż7")
    assert written.pop("time").endswith("+00:00")
    assert written == {"level": "ERROR", "logger": "portal.test", "message": "Letter ż7 failed"}


def test_a_line_of_a_request_has_its_number_account_address_and_route():
    written = logged_in_request("/zaproszenie/tajne/")
    assert len(written["request"]) == 32
    assert (written["account"], written["address"], written["method"]) == (7, "10.1.2.3", "GET")
    assert written["route"] == "zaproszenie/<key>/"


def test_every_request_has_a_number_of_its_own_and_none_is_left_behind():
    first, second = (logged_in_request("/") for _ in range(2))
    assert first["request"] != second["request"]
    assert "request" not in line()


def test_an_address_that_lets_in_is_in_no_line():
    message = "Internal Server Error: %s"
    written = logged_in_request("/zaproszenie/tajne/", message=message, name="django.request")
    plain = logged_in_request("/zaproszenie/tajne/")
    assert written["message"] == "Internal Server Error"
    assert "tajne" not in json.dumps([written, plain])


def test_of_an_error_the_kind_and_the_place_are_told_and_not_its_words():
    try:
        raise ValueError("Key (email)=(anna@example.pl) already exists")
    except ValueError:
        written = line(exc_info=sys.exc_info())
    assert written["error"] == "ValueError"
    assert written["at"] == [f"{__file__}:{written['at'][0].rpartition(':')[2]}"]
    assert "anna" not in json.dumps(written)


def test_a_line_break_in_a_value_makes_no_second_line():
    record = LOGGER.makeRecord("x", logging.INFO, __file__, 1, "a\n%s", ("b\r\nc",), None)
    assert "\n" not in JsonLine().format(record)


@pytest.mark.parametrize("address", ["", "not-an-address"])
def test_without_an_address_there_is_none(address: str):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    written = {}
    RequestNumberMiddleware(lambda request: written.update(line()) or HttpResponse())(request)
    assert "address" not in written
    assert "account" not in written
