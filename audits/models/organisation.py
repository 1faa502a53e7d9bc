"""The office: departments as a tree, people, and who may do what over which part of it."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from audits.choices import Role
from standards.folding import fold, sort_key


def on_day(day: datetime.date, prefix: str = "") -> Q:
    """Rows dated since/until that hold on that day; `until` is the first day on which they no longer do."""
    return Q(**{f"{prefix}since__lte": day}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": day})
    )


def last_day(until: datetime.date | None) -> datetime.date | None:
    """For readers, who count the last day in."""
    return until - datetime.timedelta(days=1) if until is not None else None


class DepartmentQuerySet(models.QuerySet["Department"]):
    def under(self, department: "Department", day: datetime.date) -> "DepartmentQuerySet":
        """The department and all below it, in the structure of that day."""
        return self.filter(Exists(Ancestry.objects.filter(on_day(day), ancestor=department, descendant=OuterRef("pk"))))

    def open_on(self, day: datetime.date) -> "DepartmentQuerySet":
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class Department(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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
        self.sort_key = sort_key(self.name)[:500]
        super().save(*args, **kwargs)


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


class EmployeeQuerySet(models.QuerySet["Employee"]):
    def employed_on(self, day: datetime.date) -> "EmployeeQuerySet":
        return self.filter(Exists(Employment.objects.filter(on_day(day), employee=OuterRef("pk"))))

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
        """Every word of the text begins some part of the name: "kow ann" finds Anna Kowalska."""
        found = self
        for word in fold(text.replace("-", " ")).split():
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

    def set_keys(self) -> None:
        """Also for bulk_create, which does not call save."""
        self.search_name = fold(f"{self.last_name} {self.first_name}".replace("-", " "))[:210]
        self.sort_key = sort_key(f"{self.last_name} {self.first_name}")[:450]


class Employment(models.Model):
    employee = models.ForeignKey(Employee, models.PROTECT, verbose_name=_("employee"), related_name="employments")
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="employments")
    position = models.CharField(_("job title"), max_length=150, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day after the last one."))

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


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def held_on(self, day: datetime.date) -> "AppointmentQuerySet":
        return self.filter(on_day(day))

    def left_on(self, day: datetime.date) -> "AppointmentQuerySet":
        """Held on that day or to be held later."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day)).exclude(until=models.F("since"))

    def over(self, department: Department, day: datetime.date) -> "AppointmentQuerySet":
        """Over the department itself or one above it in the structure of that day."""
        above = Ancestry.objects.filter(on_day(day), ancestor=OuterRef("department"), descendant=department)
        return self.filter(Exists(above))

    def below(self, department: Department, day: datetime.date) -> "AppointmentQuerySet":
        """Over the department itself or one below it in the structure of that day."""
        below = Ancestry.objects.filter(on_day(day), ancestor=department, descendant=OuterRef("department"))
        return self.filter(Exists(below))

    def in_order(self) -> "AppointmentQuerySet":
        """As Poles sort names, where the account is an employee's."""
        return self.order_by(
            models.F("user__employee__sort_key").asc(nulls_last=True),
            "user__last_name",
            "user__first_name",
            "user__username",
            "role",
            "department__code",
            "since",
        )


class Appointment(models.Model):
    """Who may do what over which department and all below it, from one day until another.

    What was granted stays on record. One that is taken back before it began ends on the day on which it would have
    begun, so that it never holds.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("user"), related_name="appointments"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("department"), related_name="appointments"
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day after the last one."))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("granted by"),
        related_name="appointments_granted",
        null=True,
        blank=True,
    )
    granted_at = models.DateTimeField(_("granted at"), null=True, blank=True)
    # Whoever set the end after it had been granted; an end that was granted with it is the grantor's.
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("ended by"),
        related_name="appointments_ended",
        null=True,
        blank=True,
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["user", "role", "department"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="appointment_until_not_before_since",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="appointment_role_known"),
            # Two requests at once grant nothing twice; what was taken back may be granted again.
            models.UniqueConstraint(
                fields=["user", "role", "department", "since"],
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
                name="appointment_held_once",
            ),
        ]
        indexes = [models.Index(fields=["user", "role"], name="appointment_user_role")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.department.code}"

    @property
    def last_day(self) -> datetime.date | None:
        """As readers count, who count the last day in. None without an end, and where it never held."""
        return None if self.was_taken_back else last_day(self.until)

    @property
    def was_taken_back(self) -> bool:
        return self.until == self.since
