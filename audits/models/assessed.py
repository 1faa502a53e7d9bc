"""What assessed people are owed: to be told beforehand, to see their results, to reply, to ask for their rights."""

import functools
import operator
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import DataRequestKind, Outcome
from audits.models.audits import Audit
from audits.models.office import Department, Employee

# A statement is a reply to one audit, not a file of the case.
LONGEST_STATEMENT = 4000


class DataRequest(models.Model):
    """What somebody asks for under articles 15, 16 and 21 RODO, and what became of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("what is asked for"), max_length=20, choices=DataRequestKind)
    employee = models.ForeignKey(Employee, models.PROTECT, verbose_name=_("who asks"), related_name="data_requests")
    # Where they worked when they asked: HR over it answers.
    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("department"), related_name="data_requests"
    )
    text = models.TextField(_("request"), max_length=4000)
    received_on = models.DateField(_("received on"))
    deadline = models.DateField(_("to be answered by"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True)
    extended_because = models.TextField(_("why it takes longer"), max_length=2000, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    answer = models.TextField(_("answer"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["deadline", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DataRequestKind.values), name="datarequest_kind_known"),
            models.CheckConstraint(
                condition=Q(outcome="", answered_by__isnull=True, answered_at__isnull=True)
                | Q(outcome__in=Outcome.values, answered_by__isnull=False, answered_at__isnull=False),
                name="datarequest_answered_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["department", "answered_at", "deadline"], name="datarequest_deadline"),
            models.Index(fields=["employee", "received_on"], name="datarequest_employee"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.received_on}"

    def get_absolute_url(self) -> str:
        return reverse("audits:data_request", args=[self.uuid])


class Release(models.Model):
    """That the person an audit is about may see it; whoever released it has checked its notes."""

    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="releases")
    # Whom the audit named then. Found to be about somebody else, it has to be released to them anew.
    employee = models.ForeignKey(Employee, models.PROTECT, verbose_name=_("employee"), related_name="releases")
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("released by"), related_name="+"
    )
    released_at = models.DateTimeField(_("released at"))
    # Given in answer to a request for access, whatever state it was in.
    request = models.ForeignKey(DataRequest, models.PROTECT, related_name="releases", null=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-released_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["audit", "employee"], name="release_once_to_a_person")]

    def __str__(self) -> str:
        return f"{self.audit}: {self.released_at:%Y-%m-%d}"


def was_released() -> Exists:
    """Of audits: released to the person whom they name now."""
    return Exists(Release.objects.filter(audit=OuterRef("pk"), employee=OuterRef("employee")).order_by())


# An audit is corrected once, seldom twice.
_VERSIONS_FOLLOWED = 3


def _another_version_released(relation: str) -> Exists:
    paths = ("__".join(["audit", *[relation] * steps]) for steps in range(1, _VERSIONS_FOLLOWED + 1))
    same_visit = functools.reduce(operator.or_, (Q(**{path: OuterRef("pk")}) for path in paths))
    return Exists(Release.objects.filter(same_visit, employee=OuterRef("employee")).order_by())


def earlier_version_released() -> Exists:
    """Of audits: what they correct was released to the person whom they name now."""
    return _another_version_released("superseded_by")


def later_version_released() -> Exists:
    """Of audits: a correction of them was released to the person whom they name now."""
    return _another_version_released("supersedes")


class Statement(models.Model):
    """What the person says of an audit about them. Amended by another row; the latest is printed."""

    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="statements")
    text = models.TextField(_("statement"), max_length=LONGEST_STATEMENT)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="statements")
    made_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["audit", "made_at"], name="statement_audit")]

    def __str__(self) -> str:
        return f"{self.audit}: {self.made_at:%Y-%m-%d}"
