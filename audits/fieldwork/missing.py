"""Whom, and where, an auditor has not audited yet in a period."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from audits import access
from audits.choices import AuditStatus
from audits.models import Audit, Department, Employee, Employment, User, on_day, told_on
from audits.models.periods import Period


def own_audits(user: User, period: Period) -> QuerySet[Audit]:
    """The account's own, begun ones too. Of what others did nothing is told: who was not visited by a mystery shopper
    would tell who was; nor of what it did itself as a mystery shopper, where HR says later whom it met.
    """
    counts = Q(status=AuditStatus.SUBMITTED, superseded_by=None) | Q(status=AuditStatus.DRAFT, corrects=None)
    found = Audit.objects.filter(counts, auditor=user, assignment=None)
    return found.filter(took_place_at__gte=period.start, took_place_at__lt=period.end)


def units_without(user: User, period: Period, under: Department | None = None) -> Any:
    """Units in which people work today and of which the account has no audit."""
    today = timezone.localdate()
    units = access.departments_to_audit(user, today).filter(
        Exists(Employment.objects.filter(on_day(today), department=OuterRef("pk"), employee__is_active=True))
    )
    if under is not None:
        units = units.filter(pk__in=Department.objects.under(under, today).values("pk"))
    return units.exclude(Exists(own_audits(user, period).filter(department=OuterRef("pk")))).order_by("code")


def people_without(user: User, period: Period, under: Department | None = None) -> QuerySet[Employee]:
    """People at work today of whom the account has none; `may_be_named`: whether an audit of today may name them."""
    today = timezone.localdate()
    people = access.employees_at_work(user, None, today)
    if under is not None:
        people = people.employed_under(under, today)
    found: QuerySet[Employee] = people.exclude(Exists(own_audits(user, period).filter(employee=OuterRef("pk"))))
    return found.annotate(may_be_named=told_on(today))
