"""Reviews of who holds which rights: kept as they were made. The database refuses to change or delete them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import ReviewDecision
from audits.models.organisation import Appointment, Department


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
