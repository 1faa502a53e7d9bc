"""Wrong passwords and codes, counted for each account and address: who is locked out, and until when."""

import datetime
import ipaddress
import logging
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from audits.access_log.log import address_of, record_of_account
from audits.choices import AccessKind
from audits.models import AccessRecord, User

logger = logging.getLogger(__name__)

UNKNOWN_ADDRESS = "0.0.0.0"  # noqa: S104 - stands for no address
_LONGEST_NAME = 150


def address_counted(request: HttpRequest) -> str:
    """Whose failures these are: of IPv6 the network, since one machine has all its addresses."""
    return _counted(address_of(request) or UNKNOWN_ADDRESS)


def _counted(address: str) -> str:
    if ipaddress.ip_address(address).version == 6:
        return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
    return address


def account_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The account's user name, by whichever of its names and in whichever case it was typed."""
    typed = _typed(request, credentials)
    return str(_named(typed).values_list("username", flat=True).first() or typed.casefold()[:_LONGEST_NAME])


def account_named(request: HttpRequest, credentials: dict[str, Any] | None = None) -> User | None:
    return _named(_typed(request, credentials)).first()


def _typed(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    given = credentials or {}
    typed = str(given.get("username") or given.get("email") or request.POST.get("login", ""))
    return typed.replace("\0", "").strip()


def _named(typed: str) -> QuerySet[User]:
    return User.objects.filter(Q(username__iexact=typed) | Q(email__iexact=typed))


def is_locked_out(request: HttpRequest, user: User) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"username": user.username})


def count_failure(request: HttpRequest, user: User) -> None:
    """A wrong code of the second factor counts as a wrong password does."""
    AxesProxyHandler.user_login_failed(__name__, credentials={"username": user.username}, request=request)
    note_failure(request, user, "code")


def note_failure(request: HttpRequest, account: User | None, what: str) -> None:
    """In the chained log, of accounts that there are; `what` was wrong is "password" or "code"."""
    if account is not None:
        record_of_account(kind=AccessKind.NOT_SIGNED_IN, account=account, request=request, detail=what)


def is_of_crowd(request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
    """Whether many names were tried from this address lately, and the account never signed in from there.

    An office behind one address goes on working: whoever has signed in from it before is let in.
    """
    address = address_counted(request)
    if address == UNKNOWN_ADDRESS or _names_tried(address) < settings.NAMES_TRIED_FROM_ADDRESS:
        return False
    account = account_named(request, credentials)
    if account is None:
        return True
    known = AccessRecord.objects.filter(kind=AccessKind.SIGNED_IN, reader=account).exclude(address="")
    return address not in {_counted(each) for each in known.values_list("address", flat=True).distinct()}


def _names_tried(address: str) -> int:
    lately = timezone.now() - settings.AXES_COOLOFF_TIME
    tried = AccessAttempt.objects.filter(ip_address=address, attempt_time__gte=lately)
    return tried.values("username").distinct().count()


def lift_lock(user: User) -> None:
    """From every address: the failures counted so far were of the former password."""
    AxesProxyHandler.reset_attempts(username=user.username)


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
    if is_of_crowd(request, credentials):
        # For the last of the names tried to be forgotten, if no more are tried.
        until = max(until, timezone.now() + settings.AXES_COOLOFF_TIME)
        logger.warning("%d names or more were tried from %s", settings.NAMES_TRIED_FROM_ADDRESS, address)
    account = User.objects.filter(username=name).values_list("pk", flat=True).first()
    who = f"account {account}" if account else "a name that no account has"
    logger.warning("Signing in as %s from %s is locked until %s", who, address, until.isoformat(timespec="seconds"))
    # The minute told is one in which it works.
    told = until + datetime.timedelta(minutes=1)
    answer = render(request, "account/locked_out.html", {"until": told}, status=429)
    answer["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    return answer
