"""Whoever typed or pasted a text is told what of it was not kept, on the page that they see next."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from standards.fields import TAKEN


class TakenMiddleware:
    """Fields note what they took out (`standards.fields`); it is told where what was sent was written.

    A page that comes back with faults has written nothing and shows the text as it was typed. A device's reply (JSON)
    has no place for it: the next page of the same person does.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        noted: dict[tuple[str, str], None] = {}
        before = TAKEN.set(noted)
        try:
            response = self.get_response(request)
        finally:
            TAKEN.reset(before)
        if noted and _was_written(response):
            for label, told in noted:
                messages.info(request, f"{capfirst(label)}: {told}" if label else told)
        return response


def _was_written(response: HttpResponse) -> bool:
    is_reply = response.headers.get("Content-Type", "").startswith("application/json")
    return response.status_code in (302, 303) or (is_reply and response.status_code == 200)
