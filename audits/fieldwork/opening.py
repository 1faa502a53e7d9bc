"""Opening an audit with its checklist, mending its header, giving it up."""

import datetime
import uuid as uuids
from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AuditStatus, Selection
from audits.fieldwork.header import COLUMNS, Asked, check_wait, said_of_the_visit
from audits.models import Answer, Audit, Department, Employee, Employment, Gate, User, on_day, told_on
from standards.checklist import Row, checklist, occasions_of, select
from standards.choices import CHANNELS_OF_METHOD
from standards.models import Edition
from standards.refusals import Refused, Stale

# The gate is per person and holds wherever an audit comes to name somebody.
NOT_TOLD = _(
    "This person had not been told of the audits by that day, so no audit may name them. "
    "Leave the name out and give the desk, or ask HR."
)
SAID_BY_HR = _("Whom a mystery shopper's audit is about is said by HR.")
NOT_EMPLOYED = _("This person was not employed in this department on that day.")


def open_audit(
    *,
    auditor: User,
    uuid: uuids.UUID,
    method: str,
    channel: str,
    department: Department,
    no_conflict: bool,
    selection: str,
    standards: Collection[str] = (),
    occasions: Collection[str] = (),
    now: datetime.datetime | None = None,
    **header: Any,
) -> Audit:
    """Open a draft under the edition in force on the day of the visit, with the rows to judge copied onto it.

    `uuid` is made by the client: the same one again gives the first audit back. `standards` are numbers,
    `occasions` codes. Raises Refused for what a rule forbids, Stale when that uuid opened something else.
    """
    now = now or timezone.now()
    said = said_of_the_visit(Asked.OPENING, method, header, now)
    _check_visit(auditor, department, said.get("employee"), timezone.localdate(said["took_place_at"]))
    audit = Audit(
        uuid=uuid,
        method=method,
        channel=channel,
        selection=selection,
        department=department,
        auditor=auditor,
        **said,
    )
    rows = rows_to_judge(audit, standards, occasions)
    try:
        return save_opened(audit, rows, no_conflict=no_conflict, now=now)
    except IntegrityError:
        return _opened_before(audit, rows)


def rows_to_judge(audit: Audit, standards: Collection[str], occasions: Collection[str]) -> list[Row]:
    """What its method, channel and selection give under the edition in force on its day, which is put onto it."""
    if audit.channel not in CHANNELS_OF_METHOD.get(audit.method, ()):
        raise Refused(_("This method does not see this channel."), "channel")
    edition = Edition.objects.in_force_on(timezone.localdate(audit.took_place_at)).first()
    if edition is None:
        raise Refused(_("No edition of the standards was in force on that day."), "took_place_at")
    audit.edition = edition
    rows = select(
        checklist(edition, audit.method, audit.channel), audit.selection, standards=standards, occasions=occasions
    )
    if not rows:
        field = "standards" if audit.selection == Selection.STANDARDS else "selection"
        raise Refused(_("This choice holds nothing that this method sees there."), field)
    return rows


@transaction.atomic
def save_opened(audit: Audit, rows: Collection[Row], *, no_conflict: bool, now: datetime.datetime) -> Audit:
    """Save a new draft with its rows, once its auditor has declared that nothing binds them to who is assessed."""
    if access.notices_to_acknowledge(audit.auditor).exists():
        raise Refused(_("First read the notice to auditors and acknowledge it; the start page leads to it."))
    if not no_conflict:
        raise Refused(_("Without this declaration the audit cannot be opened."), "no_conflict")
    audit.no_conflict_declared_at = audit.opened_at = now
    audit.save(force_insert=True)
    gates, answers = draw_up(audit, rows)
    Gate.objects.bulk_create(gates)
    Answer.objects.bulk_create(answers)
    return audit


def _check_visit(auditor: User, department: Department, employee: Employee | None, day: datetime.date) -> None:
    if not access.departments_to_audit(auditor, day).filter(pk=department.pk).exists():
        raise Refused(_("You cannot audit this department."), "department")
    if employee is not None:
        if access.is_own(auditor, employee):
            raise Refused(_("Nobody can audit themselves."), "employee")
        if not access.employees_to_audit(auditor, department, day).filter(pk=employee.pk).exists():
            _check_unit(employee, department, day)
            if access.employees_at_work(auditor, department, day).filter(pk=employee.pk).exists():
                raise Refused(NOT_TOLD, "employee")
            raise Refused(NOT_EMPLOYED, "employee")


def _check_unit(employee: Employee, department: Department, day: datetime.date) -> None:
    """An audit belongs to the unit of whom it is about; another one is refused with both named, never kept."""
    held = Employment.objects.filter(on_day(day), employee=employee).select_related("department")
    units = {one.department for one in held}
    if units and department not in units:
        theirs = ", ".join(sorted(str(unit) for unit in units))
        message = gettext("%(person)s worked in %(theirs)s on that day, not in %(chosen)s. Change one of the two.")
        raise Refused(message % {"person": employee, "theirs": theirs, "chosen": department}, "employee")


def _check_correction(draft: Audit, by: User, employee: Employee | None, day: datetime.date) -> None:
    """The auditor need not audit there any more, and HR mends what another observed."""
    if draft.assignment_id is not None and employee != draft.employee:
        raise Refused(SAID_BY_HR, "employee")
    kept = draft.corrects is not None and employee == draft.corrects.employee
    if employee is None or kept:
        return
    _check_unit(employee, draft.department, day)
    if not access.employees_to_name(by, draft, day).filter(pk=employee.pk).exists():
        raise Refused(NOT_EMPLOYED, "employee")
    if not Employee.objects.filter(told_on(day), pk=employee.pk).exists():
        raise Refused(NOT_TOLD, "employee")


def draw_up(audit: Audit, rows: Collection[Row]) -> tuple[list[Gate], list[Answer]]:
    """An audit's gate questions and rows, in their order, with all that is fixed copied onto them; none is saved."""
    by_scenario = {row.assessability.occasion_id for row in rows if row.is_by_scenario}
    gates = [
        Gate(
            audit=audit,
            occasion=occasion,
            question=occasion.question,
            label=occasion.label,
            position=position,
            arose=True if occasion.pk in by_scenario else None,
            by_scenario=occasion.pk in by_scenario,
        )
        for position, occasion in enumerate(occasions_of(rows))
    ]
    gate_of: dict[int | None, Gate] = {gate.occasion_id: gate for gate in gates}
    answers = [
        Answer(
            audit=audit,
            recommendation=row.recommendation,
            position=position,
            block=row.block,
            gate=gate_of.get(row.assessability.occasion_id),
            question=row.question,
            parts=row.parts,
            weight=row.assessability.weight,
            refrain=row.assessability.refrain,
            attribution=row.assessability.attribution,
            delayed=row.assessability.delayed,
            critical=row.assessability.critical,
            ask_first=row.assessability.ask_first,
            same_matter=row.assessability.same_matter,
            excludes_id=row.assessability.excludes_id,
        )
        for position, row in enumerate(rows)
    ]
    return gates, answers


def _opened_before(audit: Audit, rows: Collection[Row]) -> Audit:
    """The audit that this uuid opened, when it is the same one; a double click is no second visit."""
    first = Audit.objects.filter(uuid=audit.uuid, auditor_id=audit.auditor_id).first()
    if first is None:
        raise Refused(_("This form was already used. Open a new one."))
    fields = ("method", "channel", "department_id", "selection", *COLUMNS)
    same = all(getattr(first, field) == getattr(audit, field) for field in fields)
    judged = set(first.answers.values_list("recommendation", flat=True))
    if not same or judged != {row.recommendation.pk for row in rows}:
        raise Stale(first)
    return first


@transaction.atomic
def edit_header(*, audit: Audit, by: User, version: int, now: datetime.datetime | None = None, **header: Any) -> Audit:
    """Change what a draft says of the visit. What fixed its checklist (method, channel, department) stays.

    Raises Refused, or Stale when the header was changed since that version.
    """
    draft = locked_draft(audit, by)
    if draft.assignment_id is not None and not draft.corrects_id:
        raise Refused(SAID_BY_HR, "employee")
    said = said_of_the_visit(Asked.OPENING, draft.method, header, now or timezone.now())
    if is_repeated(draft, version, said):
        return draft
    day, employee = timezone.localdate(said["took_place_at"]), said.get("employee", draft.employee)
    if draft.corrects_id:
        _check_correction(draft, by, employee, day)
    else:
        _check_visit(by, draft.department, employee, day)
    mend(draft, said)
    return draft


def is_repeated(draft: Audit, version: int, said: Mapping[str, Any]) -> bool:
    """Whether a header was saved just so before, and the reply to it was lost. Raises Stale when it says otherwise."""
    if draft.version == version:
        return False
    if any(getattr(draft, name) != value for name, value in said.items()):
        raise Stale(draft)
    return True


def mend(draft: Audit, said: Mapping[str, Any]) -> None:
    """Save this of a locked draft's header, as a new version of it."""
    took_place_at = said["took_place_at"]
    day = timezone.localdate(took_place_at)
    # On its own day it stays under the edition it was opened with, even one withdrawn or replaced since.
    moved = day != timezone.localdate(draft.took_place_at)
    if moved and Edition.objects.in_force_on(day).first() != draft.edition:
        raise Refused(_("Another edition of the standards was in force on that day."), "took_place_at")
    if draft.set_aside_at and took_place_at > draft.set_aside_at:
        raise Refused(_("The visit cannot be later than when the audit was set aside."), "took_place_at")
    for name, value in said.items():
        setattr(draft, name, value)
    draft.version += 1
    draft.revision += 1
    draft.save(update_fields=[*said, "version", "revision"])


@transaction.atomic
def record_waiting(*, audit: Audit, by: User, version: int, minutes: int | None) -> Audit:
    """How long the client waited: soonest forgotten, so asked on the checklist itself, not only in the header.

    Raises Refused, or Stale when the header was changed since that version.
    """
    check_wait(minutes)
    draft = locked_draft(audit, by)
    if draft.waiting_minutes == minutes:
        return draft
    if draft.version != version:
        raise Stale(draft)
    draft.waiting_minutes = minutes
    draft.version += 1
    draft.revision += 1
    draft.save(update_fields=["waiting_minutes", "version", "revision"])
    return draft


@transaction.atomic
def discard_audit(*, audit: Audit, by: User) -> Audit:
    """Give a draft up: it stays in the database, out of every list and figure."""
    draft = locked_draft(audit, by)
    draft.status = AuditStatus.DISCARDED
    draft.save(update_fields=["status"])
    return draft


def filler_of(audit: Audit) -> int:
    """The account that fills the audit: its auditor; of a correction, whoever proposes it."""
    return audit.correction.proposed_by_id if audit.corrects_id else audit.auditor_id


def locked_draft(audit: Audit, by: User) -> Audit:
    """That draft, held against every other writer until the transaction ends."""
    draft = Audit.objects.select_for_update(of=("self",)).select_related("edition", "department").get(pk=audit.pk)
    if filler_of(draft) != by.pk:
        raise Refused(_("Only its auditor fills an audit."))
    if not draft.is_draft:
        raise Refused(_("This audit has already been submitted and cannot be changed."))
    return draft
