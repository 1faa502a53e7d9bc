"""Headers that no view should have to remember."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import add_never_cache_headers


class NoStoreMiddleware:
    """Whatever a signed-in person was shown stays out of every cache, the browser's own included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            add_never_cache_headers(response)
        return response


class CompressedPages(GZipMiddleware):
    """Pages are sent compressed, nothing else: documents and workbooks are compressed in themselves.

    How long a compressed page is could tell of a secret in it to somebody who makes the reader's browser ask for it
    many times with guesses in the address (BREACH). Their requests come without the session, whose cookie is SameSite
    (Lax); the token against forgery is masked anew in each answer; and Django puts a random length on top.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
