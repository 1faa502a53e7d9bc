"""Requests under articles 15, 16 and 21 RODO: filed, extended once, answered."""

import calendar
import datetime
import uuid as uuids
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import DataRequestKind, Outcome
from audits.models import DataRequest, Department, Employee, Release, User, on_day
from standards.refusals import Refused
from standards.wording.intake import clean

# Article 12(3): one month, and two more where the matter is complex.
MONTHS, MONTHS_MORE = 1, 2
LONGEST_TEXT = 4000
# Of one person at a time: more than these wait for an answer already.
MOST_OPEN = 5


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day that many months later; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def file_own_request(*, by: User, kind: str, text: str, now: datetime.datetime | None = None) -> DataRequest:
    """A person asks for themselves. Sent twice, it is one request. Raises Refused."""
    person = Employee.objects.filter(user=by).first()
    if person is None:
        raise Refused(_("Your account belongs to nobody on the list of employees."))
    now = now or timezone.now()
    return _filed(person, kind, text, timezone.localdate(now), by, now)


def file_request(
    *,
    by: User,
    employee: Employee,
    kind: str,
    text: str,
    received_on: datetime.date,
    now: datetime.datetime | None = None,
) -> DataRequest:
    """HR records what came on paper or by e-mail, with the day on which it came. Raises Refused."""
    now = now or timezone.now()
    if received_on > timezone.localdate(now):
        raise Refused(_("This day is still to come."), "received_on")
    if not access.employees_of_hr(by).filter(pk=employee.pk).exists():
        raise Refused(_("This person is not of your departments."), "number")
    return _filed(employee, kind, text, received_on, by, now)


@transaction.atomic
def _filed(
    person: Employee, kind: str, text: str, received_on: datetime.date, by: User, now: datetime.datetime
) -> DataRequest:
    text = clean(text, forgiving=True).text.strip()
    Employee.objects.select_for_update().get(pk=person.pk)
    waiting = person.data_requests.filter(answered_at__isnull=True)
    if same := waiting.filter(kind=kind, text=text, received_on=received_on).first():
        return same
    if waiting.count() >= MOST_OPEN:
        raise Refused(_("Five requests of this person wait for an answer already."))
    return DataRequest.objects.create(
        kind=kind,
        employee=person,
        department=_department_of(person, timezone.localdate(now)),
        text=text,
        received_on=received_on,
        deadline=months_after(received_on, MONTHS),
        filed_by=by,
        filed_at=now,
    )


def _department_of(person: Employee, day: datetime.date) -> Department:
    """Where they work, or worked last."""
    employments = person.employments.select_related("department").order_by("-since")
    held = employments.filter(on_day(day)).first() or employments.first()
    if held is None:
        raise Refused(_("This person has no employment in the portal, so no department can answer."))
    return held.department


@transaction.atomic
def extend_request(
    *, request: DataRequest, by: User, because: str, now: datetime.datetime | None = None
) -> DataRequest:
    """Take two months more, once and before the deadline; the person is told why. Raises Refused."""
    now = now or timezone.now()
    locked = _open(request, by)
    if locked.extended_at is not None:
        raise Refused(_("The time was extended before; it is extended once."))
    if timezone.localdate(now) > locked.deadline:
        raise Refused(_("The deadline has passed; it could have been extended before it."))
    if not because.strip():
        raise Refused(_("Say why; the person reads it."), "because")
    locked.extended_at, locked.extended_because = now, because.strip()
    locked.deadline = months_after(locked.received_on, MONTHS + MONTHS_MORE)
    locked.save(update_fields=["extended_at", "extended_because", "deadline"])
    return locked


@transaction.atomic
def answer_request(
    *,
    request: DataRequest,
    by: User,
    outcome: str,
    answer: str,
    audits: Collection[uuids.UUID] = (),
    notes_checked: bool = False,
    now: datetime.datetime | None = None,
) -> DataRequest:
    """Answer, once. A granted request for access shows the person these audits, released before or not.

    Granted in full, it shows all that are held. Raises Refused.
    """
    now = now or timezone.now()
    locked = _open(request, by)
    if not answer.strip() and outcome != Outcome.WITHDRAWN:
        raise Refused(_("Write the answer; the person reads it."), "answer")
    locked.outcome, locked.answer = outcome, clean(answer, forgiving=True).text.strip()
    if locked.kind == DataRequestKind.ACCESS and outcome in (Outcome.GRANTED, Outcome.PARTLY):
        _give(locked, by, set(audits), notes_checked, now)
    locked.answered_by, locked.answered_at = by, now
    locked.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    return locked


def _open(request: DataRequest, by: User) -> DataRequest:
    locked = access.data_requests_to_answer(by).select_for_update(of=("self",)).filter(pk=request.pk).first()
    if locked is None:
        raise Refused(_("You cannot answer this request."))
    if locked.answered_at is not None:
        raise Refused(_("This request was answered before."))
    return locked


def _give(request: DataRequest, by: User, wanted: set[uuids.UUID], notes_checked: bool, now: datetime.datetime) -> None:
    held = {audit.uuid: audit for audit in access.audits_held_about(by, request)}
    if wanted - held.keys() or (request.outcome == Outcome.GRANTED and held.keys() - wanted):
        raise Refused(
            _("What is held about this person has changed, or not all of it was chosen. Look through the list again."),
            "audit",
        )
    if wanted and not notes_checked:
        raise Refused(_("Check the notes first, and say that you have."), "notes_checked")
    Release.objects.bulk_create(
        Release(audit=held[uuid], employee=request.employee, released_by=by, released_at=now, request=request)
        for uuid in sorted(wanted)
    )
