"""For which purpose somebody reads other people's results: said once, and kept in their session for a while.

It is said for one audit and holds for an hour; or it is kept for the audits that follow, and for the names on the list
of audits, and holds for half an hour. Signing out ends both.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from audits.access_log.log import PurposeMissing, record_access, record_accesses
from audits.choices import AccessKind
from audits.models import AccessRecord, Audit, Purpose, Report

FOR_ONE_AUDIT = datetime.timedelta(hours=1)
FOR_THOSE_THAT_FOLLOW = datetime.timedelta(minutes=30)
# A session does not grow without end; the oldest audit is asked about anew.
MOST_AUDITS = 100

_KEY = "purposes"


@dataclass(frozen=True, slots=True)
class Given:
    purpose: Purpose
    justification: str
    until: datetime.datetime


class _Said(NamedTuple):
    """As the session keeps it."""

    purpose: int
    justification: str
    # In seconds.
    until: float


def give(
    request: HttpRequest, *, purpose: Purpose, justification: str = "", audit: Audit | None = None, keep: bool = False
) -> None:
    """Remember the purpose for this audit, or, with `keep` or without an audit, for whatever is read next.

    The latest word holds: a purpose kept replaces those said for single audits, one for a single audit ends the kept.
    """
    now = timezone.now()
    keep = keep or audit is None
    until = now + (FOR_THOSE_THAT_FOLLOW if keep else FOR_ONE_AUDIT)
    said = [*_Said(purpose.pk, justification, until.timestamp())]
    audits: dict[str, Any] = {}
    if not keep and audit is not None:
        before = request.session.get(_KEY, {}).get("audits", {})
        audits = {
            key: each for key, each in before.items() if _Said(*each).until > now.timestamp() and key != str(audit.pk)
        }
        audits = dict(list(audits.items())[1 - MOST_AUDITS :]) | {str(audit.pk): said}
    request.session[_KEY] = {"kept": said if keep else None, "audits": audits}


def in_force(request: HttpRequest, audit: Audit | None = None) -> Given | None:
    """The purpose said for this audit or kept, while it holds and the register offers it; without an audit: kept."""
    remembered = request.session.get(_KEY)
    if not remembered:
        return None
    kept = (remembered["audits"].get(str(audit.pk)) if audit else None) or remembered["kept"]
    if kept is None:
        return None
    said = _Said(*kept)
    if said.until <= timezone.now().timestamp():
        return None
    purpose = Purpose.objects.offered().filter(pk=said.purpose).first()
    if purpose is None:
        return None
    return Given(purpose, said.justification, datetime.datetime.fromtimestamp(said.until, datetime.UTC))


def log_reading(request: HttpRequest, audit: Audit, kind: AccessKind, report: Report | None = None) -> AccessRecord:
    """Log that the account reads the audit now. Raises PurposeMissing: the view then answers `ask_for_purpose`."""
    given = in_force(request, audit)
    return record_access(
        reader=request.user,
        kind=kind,
        audit=audit,
        report=report,
        purpose=given.purpose if given else None,
        justification=given.justification if given else "",
        request=request,
    )


# As many as stand behind a figure that is shown to somebody who may not see them singly.
MANY_PEOPLE = 5


def log_readings(request: HttpRequest, kind: AccessKind, audits: Iterable[Audit], given: Given, *, each: bool) -> None:
    """Log a look at several audits at once, in as many queries as at one of them.

    With `each` every person has a row of theirs; else a look at many names nobody, and only of a few each has one.
    """
    named = [audit for audit in audits if audit.employee and audit.auditor_id != request.user.pk]
    said: dict[str, Any] = {"purpose": given.purpose, "justification": given.justification, "request": request}
    if named and (each or len({audit.employee_id for audit in named}) < MANY_PEOPLE):
        record_accesses(reader=request.user, kind=kind, audits=named, **said)
    else:
        record_access(reader=request.user, kind=kind, **said)


def log_filling(request: HttpRequest, draft: Audit, then: str = "") -> HttpResponse | None:
    """HR who corrects what another observed reads it: that is logged, or answered by the question for a purpose.

    `then`: where that leads once answered, if not to the address itself.
    """
    if draft.auditor_id == request.user.pk:
        return None
    try:
        log_reading(request, draft, AccessKind.PAGE)
    except PurposeMissing:
        return ask_for_purpose(draft, then=then or request.path)
    return None


def ask_for_purpose(audit: Audit, then: str) -> HttpResponseRedirect:
    """To the page that asks; `then`: where it leads once answered."""
    query = urlencode({"next": then})
    return HttpResponseRedirect(f"{reverse('audits:purpose_of_audit', args=[audit.uuid])}?{query}")


def ask_for_kept_purpose(then: str) -> HttpResponseRedirect:
    """The same of what is no single audit; `then`: where it leads once a purpose is kept."""
    return HttpResponseRedirect(f"{reverse('audits:purpose')}?{urlencode({'next': then})}")
