"""Wrong passwords and codes, counted for each account and address: who is locked out, and until when."""

import datetime
import ipaddress
import logging
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from audits.access_log import address_of
from audits.models import User

logger = logging.getLogger(__name__)

UNKNOWN_ADDRESS = "0.0.0.0"  # noqa: S104 - stands for no address
_LONGEST_NAME = 150


def address_counted(request: HttpRequest) -> str:
    """Whose failures these are: of IPv6 the network, since one machine has all its addresses."""
    address = address_of(request) or UNKNOWN_ADDRESS
    if ipaddress.ip_address(address).version == 6:
        return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
    return address


def account_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The account's user name, by whichever of its names and in whichever case it was typed."""
    given = credentials or {}
    typed = str(given.get("username") or given.get("email") or request.POST.get("login", ""))
    typed = typed.replace("\0", "").strip()
    named = User.objects.filter(Q(username__iexact=typed) | Q(email__iexact=typed)).values_list("username", flat=True)
    return str(named.first() or typed.casefold()[:_LONGEST_NAME])


def is_locked_out(request: HttpRequest, user: User) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"username": user.username})


def count_failure(request: HttpRequest, user: User) -> None:
    """A wrong code of the second factor counts as a wrong password does."""
    AxesProxyHandler.user_login_failed(__name__, credentials={"username": user.username}, request=request)


def locked_until(name: str, address: str) -> datetime.datetime:
    """When so many of the failures will be old that fewer than the limit are left."""
    left, until = 0, timezone.now()
    # A row for each browser that tried, with its number of failures and the time of the last one.
    for failures, at in (
        AccessAttempt.objects.filter(username=name, ip_address=address)
        .order_by("-attempt_time")
        .values_list("failures_since_start", "attempt_time")
    ):
        left += failures
        if left >= settings.AXES_FAILURE_LIMIT:
            until = at + settings.AXES_COOLOFF_TIME
            break
    return max(until, timezone.now())


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page that says when to try again. It is the same whether there is such an account or not."""
    name, address = account_name(request, credentials), address_counted(request)
    until = locked_until(name, address)
    logger.warning("Signing in as %r from %s is locked until %s", name, address, until)
    # The minute told is one in which it works.
    told = until + datetime.timedelta(minutes=1)
    answer = render(request, "account/locked_out.html", {"until": told}, status=429)
    answer["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    return answer
