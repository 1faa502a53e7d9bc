"""Sending mystery shoppers on visits, and the audits that they open from their assignments alone."""

import datetime
import uuid as uuids
from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AuditStatus, Selection
from audits.fieldwork.header import Asked, said_of_the_visit
from audits.fieldwork.opening import is_repeated, locked_draft, mend, rows_to_judge, save_opened
from audits.models import Assignment, Audit, Department, User
from standards.checklist import checklist, select
from standards.choices import CHANNELS_OF_METHOD, Method
from standards.models import Edition
from standards.refusals import Refused, Stale

# A quarter: what takes longer is no visit with a date any more.
LONGEST_PERIOD = datetime.timedelta(days=92)
MOST_AT_ONCE = 20


def assign_visits(
    *,
    by: User,
    uuid: uuids.UUID,
    shopper: User,
    department: Department,
    channel: str,
    first_day: datetime.date,
    last_day: datetime.date,
    selection: str,
    scenario: str,
    visits: int = 1,
    standards: Collection[str] = (),
    occasions: Collection[str] = (),
    now: datetime.datetime | None = None,
) -> list[Assignment]:
    """Send a shopper on so many visits; each is an assignment of its own.

    `uuid` is made by the client: the same one again gives the first ones back. Raises Refused for what a rule forbids,
    Stale when that uuid assigned something else.
    """
    now = now or timezone.now()
    if not 1 <= visits <= MOST_AT_ONCE:
        raise Refused(_("Give the number of visits, from 1 to 20."), "visits")
    if not scenario.strip():
        raise Refused(_("Write what the shopper is to ask for."), "scenario")
    _check_period(first_day, last_day, timezone.localdate(now))
    if not access.departments_to_assign(by).filter(pk=department.pk).exists():
        raise Refused(_("You cannot send anybody to this department."), "department")
    _check_shopper(by, shopper, department, max(first_day, timezone.localdate(now)), last_day)
    _check_rows(channel, selection, standards, occasions, first_day)
    assignments = [
        Assignment(
            uuid=uuid if place == 0 else uuids.uuid5(uuid, str(place)),
            shopper=shopper,
            department=department,
            channel=channel,
            first_day=first_day,
            last_day=last_day,
            selection=selection,
            standards=list(standards) if selection == Selection.STANDARDS else [],
            occasions=list(occasions),
            scenario=scenario.strip(),
            assigned_by=by,
            assigned_at=now,
        )
        for place in range(visits)
    ]
    try:
        with transaction.atomic():
            return Assignment.objects.bulk_create(assignments)
    except IntegrityError:
        return _assigned_before(assignments)


def _check_period(first_day: datetime.date, last_day: datetime.date, today: datetime.date) -> None:
    if last_day < first_day:
        raise Refused(_("The last day is earlier than the first one."), "last_day")
    if last_day < today:
        raise Refused(_("This day has passed: nobody can make a visit then."), "last_day")
    if last_day - first_day >= LONGEST_PERIOD:
        raise Refused(_("The period is longer than three months. Give a shorter one."), "last_day")


def _check_shopper(
    by: User, shopper: User, department: Department, first_day: datetime.date, last_day: datetime.date
) -> None:
    if shopper.pk == by.pk:
        raise Refused(_("Nobody gives an assignment to themselves."), "shopper")
    if not access.is_shopper_of(shopper, department, first_day):
        raise Refused(
            _("On these days this account has no appointment as a mystery shopper over this department."), "shopper"
        )
    if access.is_employed_under(shopper, department, first_day, last_day):
        raise Refused(
            _("This account belongs to somebody who works in this department. Colleagues are no mystery shoppers."),
            "shopper",
        )


def _check_rows(
    channel: str, selection: str, standards: Collection[str], occasions: Collection[str], day: datetime.date
) -> None:
    """That the checklist will not be empty, as far as it is known which edition will then be in force."""
    if channel not in CHANNELS_OF_METHOD[Method.MYSTERY]:
        raise Refused(_("This method does not see this channel."), "channel")
    edition = Edition.objects.in_force_on(day).first()
    if edition is None:
        raise Refused(_("No edition of the standards was in force on that day."), "first_day")
    if not select(checklist(edition, Method.MYSTERY, channel), selection, standards=standards, occasions=occasions):
        field = "standards" if selection == Selection.STANDARDS else "selection"
        raise Refused(_("This choice holds nothing that this method sees there."), field)


def _assigned_before(wanted: list[Assignment]) -> list[Assignment]:
    found = list(Assignment.objects.filter(uuid__in=[each.uuid for each in wanted]).order_by("pk"))
    fields = ("shopper_id", "department_id", "channel", "first_day", "last_day", "selection", "scenario")
    same = [[getattr(each, field) for field in fields] for each in found] == [
        [getattr(each, field) for field in fields] for each in wanted
    ]
    if not same or {each.assigned_by_id for each in found} != {wanted[0].assigned_by_id}:
        raise Stale(found)
    return found


@transaction.atomic
def withdraw_assignment(
    *, assignment: Assignment, by: User, reason: str, now: datetime.datetime | None = None
) -> Assignment:
    """Take an assignment back: its shopper sees it no more, and what they began is given up."""
    if not reason.strip():
        raise Refused(_("Give the reason."), "reason")
    held = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if not access.assignments_visible_to(by).filter(pk=held.pk).exists():
        raise Refused(_("You cannot withdraw this assignment."))
    if held.withdrawn_at is not None:
        return held
    live = Audit.objects.select_for_update(of=("self",)).filter(assignment=held, corrects=None)
    if live.exclude(status__in=(AuditStatus.DRAFT, AuditStatus.DISCARDED)).exists():
        raise Refused(_("Its audit has been submitted. What can still be done is to annul the audit."))
    for draft in live.drafts():
        draft.status = AuditStatus.DISCARDED
        draft.save(update_fields=["status"])
    held.withdrawn_by, held.withdrawn_at, held.withdrawal_reason = by, now or timezone.now(), reason.strip()
    held.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    return held


@transaction.atomic
def open_assigned(
    *,
    assignment: Assignment,
    by: User,
    uuid: uuids.UUID,
    no_conflict: bool,
    now: datetime.datetime | None = None,
    **header: Any,
) -> Audit:
    """Open the assignment's audit, or give back the draft that was opened before: an assignment has one.

    What is judged, where and by which channel is the assignment's; the shopper says what the header asks of one.
    Raises Refused, or Stale when that uuid opened it with something else.
    """
    now = now or timezone.now()
    held = Assignment.objects.select_for_update(of=("self",)).select_related("department").get(pk=assignment.pk)
    if not access.assignments_to_fill(by, now).filter(pk=held.pk).exists():
        raise Refused(_("This assignment is no longer open."))
    said = said_of_the_visit(Asked.ASSIGNED, Method.MYSTERY, header, now)
    if draft := Audit.objects.drafts().filter(assignment=held, corrects=None).first():
        if draft.uuid == uuid and any(getattr(draft, name) != value for name, value in said.items()):
            raise Stale(draft)
        return draft
    _check_assigned(held, by, timezone.localdate(said["took_place_at"]))
    audit = Audit(
        uuid=uuid,
        assignment=held,
        method=Method.MYSTERY,
        channel=held.channel,
        selection=held.selection,
        department=held.department,
        auditor=by,
        scenario=held.scenario,
        **said,
    )
    rows = rows_to_judge(audit, held.standards, held.occasions)
    try:
        return save_opened(audit, rows, no_conflict=no_conflict, now=now)
    except IntegrityError:
        raise Refused(_("This form was already used. Open a new one.")) from None


@transaction.atomic
def edit_assigned(
    *, audit: Audit, by: User, version: int, now: datetime.datetime | None = None, **header: Any
) -> Audit:
    """Change what a shopper's draft says of the visit. Raises Refused, or Stale when it was changed since."""
    draft = locked_draft(audit, by)
    said = said_of_the_visit(Asked.ASSIGNED, draft.method, header, now or timezone.now())
    if is_repeated(draft, version, said):
        return draft
    if draft.assignment_id is None:
        raise Refused(_("This audit was made without an assignment."))
    assignment = Assignment.objects.select_related("department").get(pk=draft.assignment_id)
    _check_assigned(assignment, by, timezone.localdate(said["took_place_at"]))
    mend(draft, said)
    return draft


def _check_assigned(assignment: Assignment, by: User, day: datetime.date) -> None:
    if not assignment.first_day <= day <= assignment.last_day:
        raise Refused(_("This day is outside the days of the assignment."), "took_place_at")
    if access.is_employed_under(by, assignment.department, day, day):
        raise Refused(_("You work in this department: you cannot be its mystery shopper. Tell HR."))
