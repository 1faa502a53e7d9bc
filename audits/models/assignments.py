"""Assignments: the visits that HR sends mystery shoppers on."""

import datetime
import uuid
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import AssignmentState, AuditStatus, Selection
from audits.models.organisation import Department
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

if TYPE_CHECKING:
    from audits.models.fieldwork import Audit

# How long after its last day a visit may still be written up.
WRITE_UP_FOR = datetime.timedelta(hours=48)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open_at(self, now: datetime.datetime) -> "AssignmentQuerySet":
        """Neither withdrawn nor over; its period has begun."""
        return self.filter(_not_over(now), withdrawn_at__isnull=True, first_day__lte=timezone.localdate(now))

    def unsubmitted(self) -> "AssignmentQuerySet":
        return self.exclude(_has_audit(AuditStatus.SUBMITTED, AuditStatus.ANNULLED))

    def with_state(self, now: datetime.datetime) -> "AssignmentQuerySet":
        """Adds `state`, of AssignmentState, and `receipt` of what was submitted, as they are at that moment."""
        submitted = _audits().filter(corrects__isnull=True, receipt__isnull=False)
        return self.annotate(
            receipt=Subquery(submitted.values("receipt")[:1]),
            state=Case(
                When(receipt__isnull=False, then=Value(AssignmentState.DONE)),
                When(withdrawn_at__isnull=False, then=Value(AssignmentState.WITHDRAWN)),
                When(~_not_over(now), then=Value(AssignmentState.EXPIRED)),
                When(_has_audit(AuditStatus.DRAFT), then=Value(AssignmentState.IN_PROGRESS)),
                default=Value(AssignmentState.OPEN),
                output_field=models.CharField(),
            ),
        )


def _audits() -> Any:
    """Those of the assignment that a query is about; audits refer to assignments, so they are no import here."""
    return apps.get_model("audits", "Audit")._default_manager.filter(assignment=OuterRef("pk"))


def _not_over(now: datetime.datetime) -> Q:
    """WRITE_UP_FOR has not passed since its last day, or since the day until which its draft awaits something."""
    earliest = timezone.localdate(now - WRITE_UP_FOR)
    awaited = _audits().filter(status=AuditStatus.DRAFT, awaited_until__gte=earliest)
    return Q(last_day__gte=earliest) | Q(Exists(awaited))


def _has_audit(*statuses: str) -> Exists:
    return Exists(_audits().filter(status__in=statuses))


class Assignment(models.Model):
    """One visit, call or message that a mystery shopper is to make in a period, and what it is to judge."""

    # The first of several made at once has the uuid that the form was given, so that a repeated request makes no more.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shopper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("mystery shopper"), related_name="assignments"
    )
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="assignments")
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    selection = models.CharField(_("what is judged"), max_length=20, choices=Selection)
    # Numbers of standards and codes of occasions: of whichever edition is in force on the day of the visit.
    standards = models.JSONField(_("chosen standards"), default=list, blank=True)
    occasions = models.JSONField(_("what the scenario makes happen"), default=list, blank=True)
    scenario = models.TextField(_("scenario"), max_length=2000)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("assigned by"), related_name="+"
    )
    assigned_at = models.DateTimeField(_("assigned at"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("withdrawn by"), related_name="+", null=True
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), max_length=2000, blank=True)

    objects = AssignmentQuerySet.as_manager()

    if TYPE_CHECKING:
        audits: models.Manager[Audit]

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["last_day", "first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="assignment_days_in_order"),
            models.CheckConstraint(
                condition=Q(channel__in=CHANNELS_OF_METHOD[Method.MYSTERY]), name="assignment_channel_of_shoppers"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawal_reason="")
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
                name="assignment_withdrawn_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["shopper", "last_day"], name="assignment_shopper_days"),
            models.Index(fields=["department", "last_day"], name="assignment_department_days"),
        ]

    def __str__(self) -> str:
        return f"{self.department.code} {self.get_channel_display()} {self.first_day}–{self.last_day}"

    def get_absolute_url(self) -> str:
        return reverse("audits:assignment", args=[self.uuid])

    @property
    def write_up_until(self) -> datetime.datetime:
        """The moment from which the shopper sees it no more."""
        day_after = datetime.datetime.combine(self.last_day + datetime.timedelta(days=1), datetime.time.min)
        # Hours of a clock that is not put forward or back in between.
        return timezone.localtime(timezone.make_aware(day_after).astimezone(datetime.UTC) + WRITE_UP_FOR)
