"""Answers for requests that reach no view."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Told apart from a refusal: what was typed is still in the browser, a fresh page mends it."""
    return render(request, "403_csrf.html", status=403)
