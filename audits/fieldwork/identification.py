"""Saying later whom a mystery shopper's audit is about: the one thing that changes on a submitted audit."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import WithdrawnBecause
from audits.models import Audit, Employee, Identification, User
from audits.models.reports import files_about, withdraw_reports
from standards.refusals import Refused, Stale

NO_CANDIDATE = _(
    "This person was not employed in this department on that day, or had not been told of the audits by then."
)


@transaction.atomic
def identify_employee(
    *,
    audit: Audit,
    by: User,
    employee: Employee | None,
    replaces: int | None = None,
    reason: str = "",
    now: datetime.datetime | None = None,
) -> Identification:
    """Record who it was, or with None that nobody can tell, so that the audit counts for the department alone.

    Whoever said so cannot change it. A mistake is put right by a second person, who gives the reason; `replaces` is
    the key of the identification that they saw, both are kept, and cards that show the mistaken one are withdrawn.
    Raises Refused, or Stale when somebody was faster.
    """
    now = now or timezone.now()
    held = Audit.objects.select_for_update(of=("self",)).select_related("department").get(pk=audit.pk)
    if not access.audits_to_identify(by).filter(pk=held.pk).exists():
        raise Refused(_("You cannot say whom this audit is about."))
    latest = held.identifications.order_by("-pk").first()
    if latest and latest.pk != replaces:
        if latest.by_id == by.pk and latest.employee_id == (employee.pk if employee else None):
            return latest
        raise Stale(latest)
    if employee is not None and access.is_own(by, employee):
        raise Refused(_("Nobody says of an audit that it is about themselves. Leave it to another person."), "person")
    if employee is not None and not access.candidates_for(by, held).filter(pk=employee.pk).exists():
        raise Refused(NO_CANDIDATE, "person")
    if latest is not None:
        _check_correction(latest, by, employee, reason)
    identification = Identification.objects.create(
        audit=held, employee=employee, by=by, at=now, replaces=latest, reason=reason.strip() if latest else ""
    )
    held.employee = employee
    held.save(update_fields=["employee"])
    if latest is not None:
        withdraw_reports(
            files_about(Audit.objects.filter(pk=held.pk)), because=WithdrawnBecause.IDENTIFICATION, now=now
        )
    return identification


def _check_correction(latest: Identification, by: User, employee: Employee | None, reason: str) -> None:
    if latest.by_id == by.pk:
        raise Refused(_("You have said so yourself. A mistake is put right by a second person."))
    if latest.employee_id == (employee.pk if employee else None):
        raise Refused(_("This is what stands already."), "person")
    if not reason.strip():
        raise Refused(_("Give the reason."), "reason")
