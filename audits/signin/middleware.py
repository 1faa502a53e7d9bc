"""At every request of somebody signed in: whether the second factor is there, and when they were last seen."""

import datetime
import time
from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.access_log.log import address_of

# What leads to a second factor, and out.
SETTING_UP = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


class SecondFactorMiddleware:
    """Whoever must have a second factor and has none sets one up before anything else: pages, files, administration."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        # Pages that ask for no account are there for everybody.
        if not getattr(view, "login_required", True) or not access.lacks_required_factor(request.user):
            return None
        match = request.resolver_match
        if match is not None and not match.namespace and match.url_name in SETTING_UP:
            return None
        return HttpResponseRedirect(reverse("mfa_index"))


class LastSeenMiddleware:
    """Notes when a session was last used, to five minutes: a write with each request would cost more than it tells."""

    EVERY = datetime.timedelta(minutes=5)
    _MOST = 10_000
    _noted: dict[str, float] = {}

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.session.session_key:
            self.note(request)
        return self.get_response(request)

    def note(self, request: HttpRequest) -> None:
        key, now = str(request.session.session_key), time.monotonic()
        if now - self._noted.get(key, float("-inf")) < self.EVERY.total_seconds():
            return
        seen: dict[str, Any] = {"last_seen_at": timezone.now()}
        if address := address_of(request):
            seen["ip"] = address
        UserSession.objects.filter(session_key=key, user_id=request.user.pk).update(**seen)
        self.remember(key)

    @classmethod
    def remember(cls, key: str) -> None:
        """That this process need not write about the session for a while."""
        if len(cls._noted) >= cls._MOST:
            cls._noted.clear()
        cls._noted[key] = time.monotonic()
