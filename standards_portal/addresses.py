"""Addresses that no page can answer."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NUL = "\x00"


class NoNulMiddleware:
    """PostgreSQL takes no NUL in a text and fails on it, while SQLite finds nothing: both are told 400 instead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            raise BadRequest("The address holds a NUL.")
        return self.get_response(request)


def refuse_nul_in_query(request: HttpRequest) -> None:
    """For pages that look up what a query says without a form to check it. Raises BadRequest."""
    if any(NUL in value for values in request.GET.lists() for value in (values[0], *values[1])):
        raise BadRequest("The query holds a NUL.")
