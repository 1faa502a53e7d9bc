"""Reviews of who holds which rights: kept as they were made. The database refuses to change or delete them."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import Confirmation, ReviewDecision, Role
from audits.models.office import Ancestry, Department
from audits.models.periods import day_start, last_day, on_day

_ONE_DAY = datetime.timedelta(days=1)


def holding_on(day: datetime.date, prefix: str = "") -> Q:
    """What holds on that day: begun, not ended, and confirmed by then. Every question of power asks this one.

    `prefix`: where appointments are a relation of what is asked about.
    """
    return on_day(day, prefix) & confirmed_by_end_of(day, prefix)


def confirmed_by_end_of(day: datetime.date, prefix: str = "") -> Q:
    return Q(**{f"{prefix}confirmed_at__isnull": False, f"{prefix}confirmed_at__lt": day_start(day + _ONE_DAY)})


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def held_on(self, day: datetime.date) -> "AppointmentQuerySet":
        return self.filter(holding_on(day))

    def confirmed(self) -> "AppointmentQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def waiting(self) -> "AppointmentQuerySet":
        """Proposed: neither confirmed nor refused, taken back or expired."""
        return self.filter(confirmed_at__isnull=True).exclude(until=models.F("since"))

    def waiting_on(self, day: datetime.date) -> "AppointmentQuerySet":
        """What waited for its confirmation when that day ended."""
        end = day_start(day + _ONE_DAY)
        return self.filter(
            Q(confirmed_at__isnull=True) | Q(confirmed_at__gte=end),
            Q(ended_at__isnull=True) | Q(ended_at__gte=end),
            granted_at__lt=end,
        )

    def left_on(self, day: datetime.date) -> "AppointmentQuerySet":
        """Held on that day or to be held later, what waits for its confirmation with it."""
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
    """Who may do what over which department and all below it, from one day until another, once it is confirmed.

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
    # The second pair of eyes. Until then it is a proposal, which gives nothing.
    confirmation = models.CharField(
        _("confirmed"), max_length=20, choices=Confirmation, default=Confirmation.SECOND, editable=False
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("confirmed by"),
        related_name="appointments_confirmed",
        null=True,
        blank=True,
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(confirmation__in=[Confirmation.SECOND, Confirmation.FOUNDING])
                | Q(confirmed_at__isnull=False),
                name="appointment_confirmation_waits",
            ),
            # Nobody confirms what is their own, or what they granted, but in the two cases that are told apart.
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True, granted_at__isnull=False)
                | Q(confirmed_at__isnull=False)
                & (
                    Q(confirmation=Confirmation.WITH_OFFICE, confirmed_by__isnull=True)
                    | Q(confirmation=Confirmation.FOUNDING, confirmed_by=models.F("user"))
                    | Q(confirmation=Confirmation.ALONE, confirmed_by__isnull=False) & ~Q(confirmed_by=models.F("user"))
                    | Q(confirmation=Confirmation.SECOND, confirmed_by__isnull=False)
                    & ~Q(confirmed_by=models.F("user"))
                    & (Q(granted_by__isnull=True) | ~Q(confirmed_by=models.F("granted_by")))
                ),
                name="appointment_confirmed_by_another",
            ),
            # Two requests at once grant nothing twice; what was taken back may be granted again.
            models.UniqueConstraint(
                fields=["user", "role", "department", "since"],
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
                name="appointment_held_once",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "role"], name="appointment_user_role"),
            models.Index(
                fields=["granted_at"], condition=Q(confirmed_at__isnull=True), name="appointment_not_confirmed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.department.code}"

    @property
    def last_day(self) -> datetime.date | None:
        """As readers count, who count the last day in. None without an end, and where it never held."""
        return None if self.was_taken_back else last_day(self.until)

    @property
    def was_taken_back(self) -> bool:
        return self.until == self.since

    @property
    def is_waiting(self) -> bool:
        return self.confirmed_at is None and not self.was_taken_back

    @property
    def has_expired(self) -> bool:
        """Nobody confirmed it, and nobody refused it either."""
        return self.confirmed_at is None and self.was_taken_back and self.ended_by_id is None


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
