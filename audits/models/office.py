"""The office: departments as a tree, people, and who may do what over which part of it."""

import datetime
import re
import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from audits.models.periods import on_day
from standards.wording.folding import fold, sort_key, words_of


class DepartmentQuerySet(models.QuerySet["Department"]):
    def under(self, department: "Department", day: datetime.date) -> "DepartmentQuerySet":
        """The department and all below it, in the structure of that day."""
        return self.filter(Exists(Ancestry.objects.filter(on_day(day), ancestor=department, descendant=OuterRef("pk"))))

    def open_on(self, day: datetime.date) -> "DepartmentQuerySet":
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class Department(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The newest; what it was called on another day is in DepartmentName.
    code = models.CharField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=200)
    # Today's parent; what held on another day is in Ancestry.
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("parent"), related_name="children", null=True, blank=True
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    # Which one took its people and units over on the day on which it was closed.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("merged into"), related_name="merged_from", null=True, blank=True
    )
    sort_key = models.CharField(max_length=500, editable=False, db_index=True)

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["sort_key", "code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = keys_of_department(self)["sort_key"]
        super().save(*args, **kwargs)


def keys_of_department(department: Any) -> dict[str, str]:
    """What is stored beside the name to sort by it. A change of how it is made needs a migration that makes it anew."""
    return {"sort_key": sort_key(department.name)[:500]}


class DepartmentName(models.Model):
    """What a department is called from a day on, until its next name. Two that follow one another are never alike."""

    department = models.ForeignKey(Department, models.PROTECT, related_name="names")
    since = models.DateField(_("since"))
    code = models.CharField(_("code"), max_length=30)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("name of a department")
        verbose_name_plural = _("names of departments")
        ordering = ["department", "since"]
        constraints = [models.UniqueConstraint(fields=["department", "since"], name="departmentname_once_a_day")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Names:
    """What departments were called on any day; before its first day a department has its first name."""

    def __init__(self, rows: Iterable[DepartmentName]) -> None:
        self._of: dict[int, list[DepartmentName]] = {}
        for row in sorted(rows, key=lambda row: row.since):
            self._of.setdefault(row.department_id, []).append(row)

    def of(self, department: int, day: datetime.date) -> DepartmentName:
        names = self._of[department]
        return next((name for name in reversed(names) if name.since <= day), names[0])

    def on(self, day: datetime.date) -> dict[int, DepartmentName]:
        """By key of the department."""
        return {department: self.of(department, day) for department in self._of}


def read_names(departments: Iterable[int] | None = None) -> Names:
    """Of these departments, or of all, in one query."""
    rows = DepartmentName.objects.order_by()
    return Names(rows if departments is None else rows.filter(department__in=departments))


class Ancestry(models.Model):
    """That one department was above another (or is itself, depth 0) from one day until another."""

    ancestor = models.ForeignKey(Department, models.PROTECT, related_name="descendants")
    descendant = models.ForeignKey(Department, models.PROTECT, related_name="ancestors")
    depth = models.PositiveSmallIntegerField()
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("place in the structure")
        verbose_name_plural = _("places in the structure")
        constraints = [
            models.UniqueConstraint(fields=["ancestor", "descendant", "since"], name="ancestry_unique"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")), name="ancestry_until_after_since"
            ),
        ]
        indexes = [models.Index(fields=["descendant", "ancestor"], name="ancestry_descendant")]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id}"


_BETWEEN_NAMES = re.compile(r"[^\w'’]+")
_BEFORE_NAMES = frozenset({"pan", "pani", "mgr", "inz", "dr", "hab", "prof", "lic", "lek", "med", "adw"})


_PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
# Which century a month is of: 21 is January 2000.
_CENTURIES = {80: 1800, 0: 1900, 20: 2000, 40: 2100, 60: 2200}


# Eleven digits that a spreadsheet took for a number with a fraction.
_AS_A_NUMBER = re.compile(r"(\d{11})[.,]0+")


def is_pesel(number: str) -> bool:
    """Whether it is a birth date, a running number and a check digit that fits them, however they are parted."""
    number = number.strip()
    as_a_number = _AS_A_NUMBER.fullmatch(number)
    number = as_a_number[1] if as_a_number else re.sub(r"[\W_]", "", number)
    if len(number) != 11 or not (number.isascii() and number.isdigit()):
        return False
    digits = [int(digit) for digit in number]
    if (10 - sum(digit * weight for digit, weight in zip(digits, _PESEL_WEIGHTS, strict=False))) % 10 != digits[10]:
        return False
    month = int(number[2:4])
    try:
        datetime.date(_CENTURIES[month // 20 * 20] + int(number[:2]), month % 20, int(number[4:6]))
    except ValueError:
        return False
    return True


class EmployeeQuerySet(models.QuerySet["Employee"]):
    def employed_under(self, department: Department, day: datetime.date) -> "EmployeeQuerySet":
        """Employed on that day in the department or below it."""
        return self.filter(
            Exists(
                Employment.objects.filter(on_day(day), employee=OuterRef("pk")).filter(
                    Exists(Ancestry.objects.filter(on_day(day), ancestor=department, descendant=OuterRef("department")))
                )
            )
        )

    def named_like(self, text: str) -> "EmployeeQuerySet":
        """Every word of the text begins some part of the name: "kow ann" finds Anna Kowalska.

        Stops between the words, and what stands before a name, do not count: "mgr Kubica, Magdalena".
        """
        words = _BETWEEN_NAMES.sub(" ", fold(text)).split()
        if not words and text.strip():
            return self.none()
        found = self
        for word in [word for word in words if word not in _BEFORE_NAMES] or words:
            found = found.filter(Q(search_name__startswith=word) | Q(search_name__contains=f" {word}"))
        return found


class Employee(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("personnel number"), max_length=30, unique=True)
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("account"),
        related_name="employee",
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(_("active"), default=True)
    # Left so long ago that name and number were taken out.
    pseudonymised_at = models.DateTimeField(_("pseudonymised at"), null=True, blank=True, editable=False)
    search_name = models.CharField(max_length=210, editable=False, db_index=True)
    sort_key = models.CharField(max_length=450, editable=False, db_index=True)

    objects = EmployeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("employee")
        verbose_name_plural = _("employees")
        ordering = ["sort_key", "number"]

    def __str__(self) -> str:
        return f"{self.last_name} {self.first_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_keys()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if is_pesel(self.number):
            raise ValidationError({"number": _("This is a PESEL, which the portal does not keep.")})

    def set_keys(self) -> None:
        """Also for bulk_create, which does not call save."""
        for key, value in keys_of_employee(self).items():
            setattr(self, key, value)


def keys_of_employee(employee: Any) -> dict[str, str]:
    """What is stored beside the names to find and sort by them, likewise."""
    name = f"{employee.last_name} {employee.first_name}"
    return {"search_name": " ".join(words_of(name))[:210], "sort_key": sort_key(name)[:450]}


class HeadingMeaning(models.Model):
    """What a heading of the office's own files of staff stands for, as somebody said once; "" is a column left out."""

    key = models.CharField(max_length=200, unique=True)
    column = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("meaning of a heading")
        verbose_name_plural = _("meanings of headings")

    def __str__(self) -> str:
        return f"{self.key}: {self.column or '–'}"


class Employment(models.Model):
    employee = models.ForeignKey(Employee, models.PROTECT, verbose_name=_("employee"), related_name="employments")
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="employments")
    position = models.CharField(_("job title"), max_length=150, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day after the last one."))
    # Where that changes, the employment ends and another one begins on the same day.
    serves_clients = models.BooleanField(
        _("serves clients"),
        default=True,
        help_text=_("Whoever does is among those whom a mystery shopper's visit may have met."),
    )

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "department", "since"], name="employment_unique"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")), name="employment_until_after_since"
            ),
        ]
        indexes = [models.Index(fields=["department", "since", "until"], name="employment_department_dates")]

    def __str__(self) -> str:
        return f"{self.employee} – {self.department}"
