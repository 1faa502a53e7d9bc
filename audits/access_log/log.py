"""The log of who read whose results: the only writer of AccessRecord, and what proves that nobody rewrote it.

Each row carries the SHA-256 of itself and of the row before, so that a row changed, taken out, put in or moved breaks
the chain there. Which row is the last is noted beside it (LogEnd), so that an end that was cut off is missed. What the
database cannot tell by itself is that all of it, the note too, was made anew: `verify` does, when it is given a hash
that was noted elsewhere.
"""

import datetime
import hashlib
import ipaddress
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from audits import access
from audits.choices import AccessGround, AccessKind
from audits.models import AccessRecord, Audit, Employee, LogCheckpoint, LogEnd, Purpose, Report
from standards import guards

# What the first row continues.
BEGINNING = "0" * 64


class PurposeMissing(Exception):
    """Nobody reads another person's results without saying what for."""


@transaction.atomic
def record_access(
    *,
    reader: Any,
    kind: AccessKind,
    request: HttpRequest | None = None,
    audit: Audit | None = None,
    employee: Employee | None = None,
    report: Report | None = None,
    purpose: Purpose | None = None,
    justification: str = "",
    now: datetime.datetime | None = None,
) -> AccessRecord:
    """Add one reading, before what is read is shown. Whose it is comes from the audit, unless told.

    An auditor's own audits, a person's own results and the log itself need no purpose; else raises PurposeMissing.
    """
    subject = employee or (audit.employee if audit else None)
    said = (report, purpose, justification, now or timezone.now(), _roles(reader, request))
    return _chained([_row(reader, kind, request, audit, subject, *said)])[0]


@transaction.atomic
def record_accesses(
    *,
    reader: Any,
    kind: AccessKind,
    audits: Iterable[Audit],
    purpose: Purpose | None,
    justification: str = "",
    request: HttpRequest | None = None,
    report: Report | None = None,
) -> list[AccessRecord]:
    """Add one reading for each of these audits, shown on one page or in one file, in as many queries as for one.

    Raises PurposeMissing.
    """
    said = (report, purpose, justification, timezone.now(), _roles(reader, request))
    return _chained([_row(reader, kind, request, audit, audit.employee, *said) for audit in audits])


@transaction.atomic
def record_reports(
    *,
    reader: Any,
    kind: AccessKind,
    reports: Iterable[Report],
    purpose: Purpose | None,
    justification: str = "",
    request: HttpRequest | None = None,
    now: datetime.datetime | None = None,
) -> list[AccessRecord]:
    """Add one reading for each of these reports, ordered or handed out together, in as many queries as for one.

    Raises PurposeMissing.
    """
    said = (purpose, justification, now or timezone.now(), _roles(reader, request))
    return _chained([_row(reader, kind, request, None, None, report, *said) for report in reports])


def _roles(reader: Any, request: HttpRequest | None) -> str:
    held = access.roles_in(request) if request and request.user == reader else access.roles(reader)
    return " ".join(sorted(held))


@transaction.atomic
def record_of_account(
    *, kind: AccessKind, account: Any, by: Any = None, request: HttpRequest | None = None, detail: str = ""
) -> AccessRecord:
    """Add what happened to an account: `by` whom, if not by its owner; `detail` names no person."""
    who = by or account
    row = AccessRecord(
        at=timezone.now(),
        reader=who,
        # Of a request that signs somebody in, nobody was who asks so far.
        roles=" ".join(sorted(access.roles(who))),
        kind=kind,
        ground=AccessGround.ACCOUNT,
        account=account,
        detail=detail,
        address=address_of(request) if request else "",
    )
    return _chained([row])[0]


def _row(
    reader: Any,
    kind: AccessKind,
    request: HttpRequest | None,
    audit: Audit | None,
    employee: Employee | None,
    report: Report | None,
    purpose: Purpose | None,
    justification: str,
    now: datetime.datetime,
    roles: str,
) -> AccessRecord:
    ground = ground_of(reader, kind=kind, audit=audit, employee=employee)
    if ground != AccessGround.PURPOSE:
        purpose, justification = None, ""
    elif purpose is None:
        raise PurposeMissing
    return AccessRecord(
        at=now,
        reader=reader,
        roles=roles,
        kind=kind,
        employee=employee,
        audit=audit,
        report=report,
        ground=ground,
        purpose=purpose,
        purpose_label=purpose.label if purpose else "",
        justification=justification,
        address=address_of(request) if request else "",
    )


def _chained(records: list[AccessRecord]) -> list[AccessRecord]:
    """The rows, saved as the continuation of the log."""
    # Nobody else adds a row between reading the end and adding the next: no two continue the same.
    end = _locked_end()
    for record in records:
        record.number, record.previous_hash = end.number + 1, end.hash
        record.hash = hash_of(record)
        end.number, end.hash = record.number, record.hash
    if len(records) == 1:
        records[0].save(force_insert=True)
    else:
        AccessRecord.objects.bulk_create(records)
    end.save()
    return records


def _end() -> LogEnd:
    return LogEnd.objects.first() or LogEnd(number=0, hash=BEGINNING)


def _locked_end() -> LogEnd:
    """Nobody else adds or cuts rows until the transaction ends; SQLite is locked anyway.

    A note that is behind the rows, or gone, keeps nobody from reading: an older version of the portal, still running
    while this one is put in place, adds rows and notes nothing. `verify` tells until the next reading.
    """
    last_of = [
        Subquery(each.objects.order_by("-number").values("number")[:1]) for each in (AccessRecord, LogCheckpoint)
    ]
    noted = LogEnd.objects.select_for_update(of=("self",)).annotate(of_rows=Coalesce(*last_of, 0))
    end = noted.first()
    if end is None:
        # Of several first readings one makes the note; the others wait for it.
        LogEnd.objects.bulk_create([LogEnd(number=0, hash=BEGINNING)], ignore_conflicts=True)
        end = noted.get()
    if end.of_rows > end.number:
        last = _last()
        end.number, end.hash = last.number, last.hash
    return end


def _last() -> LogEnd:
    """The end as the rows themselves tell it; where retention cut off all of them, the last of those."""
    last = (
        AccessRecord.objects.order_by("-number").only("number", "hash").first()
        or LogCheckpoint.objects.order_by("-number").first()
    )
    return LogEnd(number=last.number, hash=last.hash) if last else LogEnd(number=0, hash=BEGINNING)


@transaction.atomic
def cut_log(*, up_to: int, now: datetime.datetime | None = None) -> int:
    """Take off the log's beginning up to that row, and note where it ended. For the retention of data alone.

    Returns how many rows that were. Raises Broken, and cuts nothing, where the log is not as it was written.
    """
    _locked_end()
    verify()
    last = AccessRecord.objects.get(number=up_to)
    with guards.only_added_lifted(connection.alias, [AccessRecord._meta.db_table]):
        cut, _ = AccessRecord.objects.filter(number__lte=up_to).delete()
    LogCheckpoint.objects.create(number=last.number, hash=last.hash, cut_at=now or timezone.now())
    return cut


def ground_of(reader: Any, *, kind: str, audit: Audit | None, employee: Employee | None) -> AccessGround:
    """Why the account may read it: PURPOSE unless it is their own work, data or duty."""
    if kind == AccessKind.LOG_EXPORT:
        return AccessGround.OVERSIGHT
    if audit is not None and audit.auditor_id == reader.pk:
        return AccessGround.OWN_WORK
    if access.is_own(reader, employee):
        return AccessGround.OWN_DATA
    return AccessGround.PURPOSE


def address_of(request: HttpRequest) -> str:
    """The IP address that the request came from; behind the office's own proxy, what that proxy says of it."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        # Only the last entry is the proxy's own; those before it are whatever the client sent.
        address = request.META.get("HTTP_X_FORWARDED_FOR", address).rsplit(",", 1)[-1].strip()
    try:
        return str(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return ""


def hash_of(record: AccessRecord) -> str:
    """SHA-256, in hexadecimal, of everything in the row but the hash itself, as canonical JSON."""
    content = {
        "number": record.number,
        "at": record.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"),
        "reader": record.reader_id,
        "roles": record.roles,
        "kind": record.kind,
        "employee": record.employee_id,
        "audit": record.audit_id,
        "report": record.report_id,
        "ground": record.ground,
        "purpose": record.purpose_id,
        "purpose_label": record.purpose_label,
        "justification": record.justification,
        "address": record.address,
        "previous_hash": record.previous_hash,
    }
    if record.ground == AccessGround.ACCOUNT:
        # Rows of readings are hashed as they were before there were these.
        content |= {"account": record.account_id, "detail": record.detail}
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


class Broken(Exception):
    """The log is not as it was written. `number`: the first row at fault, or None for its end."""

    def __init__(self, number: int | None, reason: str) -> None:
        super().__init__(reason)
        self.number = number


@dataclass(frozen=True, slots=True)
class Verified:
    rows: int
    # Hash of the last row: noted elsewhere, it lets a later check find a log cut short.
    head: str


def verify(*, expected: str = "") -> Verified:
    """Read the whole log in order, in constant memory. Raises Broken at the first row that does not fit.

    `expected`: a hash noted at an earlier check, which must still be in the chain.
    """
    cuts = LogCheckpoint.objects.count()
    try:
        return _verify(expected)
    except Broken:
        if LogCheckpoint.objects.count() == cuts:
            raise
    # Its beginning was cut off while it was read.
    return _verify(expected)


def _verify(expected: str) -> Verified:
    # Read first: rows that are added meanwhile come after it.
    end = _end()
    cuts = list(LogCheckpoint.objects.order_by("number"))
    # What was cut off by retention ended with this row: the rest continues it.
    rows, head = (cuts[-1].number, cuts[-1].hash) if cuts else (0, BEGINNING)
    reached = end.hash if rows == end.number and head == end.hash else ""
    found = expected in ("", BEGINNING, *(cut.hash for cut in cuts))
    for record in AccessRecord.objects.order_by("number").iterator(chunk_size=1000):
        if record.number < rows + 1:
            raise Broken(record.number, f"row {record.number} was put in")
        if record.number > rows + 1:
            raise Broken(rows + 1, f"row {rows + 1} is missing")
        if record.previous_hash != head:
            raise Broken(record.number, f"row {record.number} does not continue the row before it")
        if record.hash != hash_of(record):
            raise Broken(record.number, f"row {record.number} was altered")
        rows, head = record.number, record.hash
        reached = reached or (head if rows == end.number else "")
        found = found or head == expected
    if rows < end.number:
        raise Broken(rows + 1, f"row {rows + 1} is missing: the log goes on to row {end.number}")
    if reached != end.hash or rows > _end().number:
        raise Broken(None, "its last row is another than was noted with the last reading")
    if not found:
        raise Broken(None, f"the row with the hash {expected} is gone: the log was cut short or made anew")
    return Verified(rows, head)
