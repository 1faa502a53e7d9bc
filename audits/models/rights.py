"""Reviews of who holds which rights: kept as they were made. The database refuses to change or delete them."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import ReviewDecision, Role
from audits.models.office import Ancestry, Department
from audits.models.periods import last_day, on_day


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


class RightsReview(models.Model):
    """One person looked through the appointments held that day, of the whole office or of a part of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # None: the whole office.
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        verbose_name=_("department"),
        related_name="rights_reviews",
        null=True,
        blank=True,
    )
    day = models.DateField(_("as of"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("reviewed by"), related_name="rights_reviews"
    )
    at = models.DateTimeField(_("reviewed at"))
    note = models.CharField(_("remark"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("review of rights")
        verbose_name_plural = _("reviews of rights")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.day}, {self.by}"

    def get_absolute_url(self) -> str:
        return reverse("audits:rights_review", args=[self.uuid])


class ReviewedAppointment(models.Model):
    """What was decided about one appointment, with what spoke against it then."""

    review = models.ForeignKey(RightsReview, models.PROTECT, related_name="reviewed")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="reviews")
    decision = models.CharField(_("decision"), max_length=20, choices=ReviewDecision)
    # The appointment's end as it stood before the decision.
    until = models.DateField(_("until"), null=True, blank=True)
    # As the page said it.
    remarks = models.CharField(_("remarks"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("reviewed appointment")
        verbose_name_plural = _("reviewed appointments")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=ReviewDecision.values), name="reviewed_decision_known"),
            models.UniqueConstraint(fields=["review", "appointment"], name="reviewed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.appointment}: {self.get_decision_display()}"
