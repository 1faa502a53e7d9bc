"""What the rule of each class would take away today, and why; what a legal hold keeps, and what must wait."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, Max, Min, OuterRef, Q
from django.utils import timezone

from audits.choices import DataClass, ReportState
from audits.models import AccessRecord, Audit, Employee, Employment, LegalHold, Report, RetentionRule, User
from audits.models.periods import day_start
from audits.office.imports import uploads
from audits.retention import holds as covered


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is over. `shown`: how the office knows it, without anybody's name."""

    pk: int
    shown: str
    day: datetime.date
    why: str


@dataclass(slots=True)
class Plan:
    rule: RetentionRule
    # What ended before this day is over.
    before: datetime.date
    now: datetime.datetime
    items: list[Item] = field(default_factory=list)
    held: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)

    @property
    def pks(self) -> list[int]:
        return [item.pk for item in self.items]

    def add(self, items: Iterable[Item], held: set[int]) -> None:
        for item in items:
            (self.held if item.pk in held else self.items).append(item)


def over_before(rule: RetentionRule, today: datetime.date) -> datetime.date:
    """Years are counted from the first of January after the year in which something ended; days to the hour."""
    if rule.years is None:
        return today - datetime.timedelta(days=(rule.days or 0) - 1)
    return datetime.date(today.year - rule.years, 1, 1)


def plan(rule: RetentionRule, *, today: datetime.date | None = None, now: datetime.datetime | None = None) -> Plan:
    """As of now, or of the beginning of a day."""
    now = now or timezone.now()
    made = Plan(rule, over_before(rule, today or timezone.localdate(now)), now)
    _PLANNERS[DataClass(rule.data_class)](made, list(LegalHold.objects.in_force()))
    return made


def _day(instant: datetime.datetime) -> datetime.date:
    return timezone.localdate(instant)


def _access_log(made: Plan, holds: list[LegalHold]) -> None:
    """Only its beginning is cut: from the first row that is too young, or is held, on, all stay."""
    over = AccessRecord.objects.filter(at__lt=day_start(made.before)).order_by("number")
    young = AccessRecord.objects.filter(at__gte=day_start(made.before)).aggregate(first=Min("number"))["first"]
    held = AccessRecord.objects.filter(covered.held_log(holds)).aggregate(first=Min("number"))["first"]
    for number, at in over.values_list("number", "at"):
        item = Item(number, f"row {number}", _day(at), f"read {_day(at)}")
        if held is not None and number >= held:
            made.held.append(item)
        elif young is not None and number >= young:
            made.waiting.append(item)
        else:
            made.items.append(item)


def _reports(made: Plan, holds: list[LegalHold]) -> None:
    over = Report.objects.filter(requested_at__lt=day_start(made.before), state=ReportState.DONE)
    held = set(over.filter(covered.held_reports(holds)).values_list("pk", flat=True))
    rows = over.order_by("requested_at", "pk").values_list("pk", "uuid", "requested_at")
    made.add((Item(pk, f"report {uuid}", _day(at), f"asked for {_day(at)}") for pk, uuid, at in rows), held)


def _audits(made: Plan, holds: list[LegalHold]) -> None:
    """All versions of an audit go together: when the latest of them is over and nothing refers to any of them."""
    fields = ("pk", "corrects_id", "receipt", "uuid", "took_place_at", "opened_at", "submitted_at")
    versions: dict[int, list[Audit]] = defaultdict(list)
    first_of: dict[int, int] = {}
    for audit in Audit.objects.only(*fields).order_by("pk"):
        first_of[audit.pk] = first_of.get(audit.corrects_id or 0, audit.pk)
        versions[first_of[audit.pk]].append(audit)
    held = set(Audit.objects.filter(covered.held_audits(holds)).values_list("pk", flat=True))
    read = set(AccessRecord.objects.exclude(audit=None).values_list("audit_id", flat=True).order_by().distinct())
    read |= set(
        AccessRecord.objects.filter(report__audit__isnull=False).values_list("report__audit_id", flat=True).distinct()
    )
    for chain in versions.values():
        day = max(_day(each.submitted_at or each.opened_at) for each in chain)
        day = max(day, *(_day(each.took_place_at) for each in chain))
        if day >= made.before:
            continue
        pks = {each.pk for each in chain}
        for each in chain:
            item = Item(each.pk, each.receipt or f"draft {each.uuid}", day, f"ended {day}")
            if pks & held:
                made.held.append(item)
            elif pks & read:
                made.waiting.append(Item(item.pk, item.shown, day, "the access log still refers to it"))
            else:
                made.items.append(item)


def _left(today: datetime.date) -> dict[int, datetime.date]:
    """By employee: the first day after their last employment, of those who have none any more."""
    going_on = Employment.objects.filter(Q(until=None) | Q(until__gt=today), employee=OuterRef("pk"))
    gone = Employee.objects.filter(~Exists(going_on), pseudonymised_at=None).annotate(last=Max("employments__until"))
    return {pk: last for pk, last in gone.values_list("pk", "last") if last is not None}


def _employees(made: Plan, holds: list[LegalHold]) -> None:
    left = {pk: day for pk, day in _left(timezone.localdate()).items() if day < made.before}
    held = set(Employee.objects.filter(covered.held_employees(holds)).values_list("pk", flat=True))
    numbers = dict(Employee.objects.filter(pk__in=left).values_list("pk", "number"))
    made.add((Item(pk, f"employee {numbers[pk]}", left[pk], f"left {left[pk]}") for pk in sorted(left)), held)


def _accounts(made: Plan, holds: list[LegalHold]) -> None:
    """Of people who left; of others, inactive accounts since they were last used."""
    left = _left(timezone.localdate())
    held = set(User.objects.filter(covered.held_accounts(holds)).values_list("pk", flat=True))
    found = []
    for user in User.objects.filter(pseudonymised_at=None).select_related("employee").order_by("pk"):
        employee = getattr(user, "employee", None)
        if employee is not None and employee.pk in left:
            day, why = left[employee.pk], "its person left"
        elif employee is None and not user.is_active:
            day, why = _day(user.last_login or user.date_joined), "inactive, last used"
        else:
            continue
        if day < made.before:
            found.append(Item(user.pk, f"account {user.get_username()}", day, f"{why} {day}"))
    made.add(found, held)


def _uploads(made: Plan, holds: list[LegalHold]) -> None:
    """Whatever is held: nothing of them is in the portal yet. What was imported, is."""
    found = uploads.left_over(now=made.now)
    made.add((Item(at, name, _day(when), f"uploaded {_day(when)}") for at, (name, when) in enumerate(found)), set())


_PLANNERS: dict[DataClass, Callable[[Plan, list[LegalHold]], None]] = {
    DataClass.ACCESS_LOG: _access_log,
    DataClass.REPORTS: _reports,
    DataClass.AUDITS: _audits,
    DataClass.ACCOUNTS: _accounts,
    DataClass.EMPLOYEES: _employees,
    DataClass.UPLOADS: _uploads,
}
