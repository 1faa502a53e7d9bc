"""Who read whose results and for which purpose, and what happened to accounts.

Rows are only ever added, each bound to the one before.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audits.choices import AccessGround, AccessKind, AccountChangeKind, Confirmation, LetterKind, Making, Role
from audits.models.audits import Audit
from audits.models.office import Employee
from audits.models.reports import Report

# What was wrong with an attempt to sign in.
_DETAILS = {"password": _("wrong password"), "code": _("wrong code")}


class PurposeQuerySet(models.QuerySet["Purpose"]):
    def offered(self) -> "PurposeQuerySet":
        return self.filter(is_active=True)


class Purpose(models.Model):
    """One entry of the office's register of purposes for which named results are read."""

    code = models.SlugField(_("code"), max_length=50, unique=True)
    label = models.CharField(_("purpose"), max_length=150, unique=True)
    is_active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("A purpose that is not in use is not offered; what was read for it stays."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = PurposeQuerySet.as_manager()

    class Meta:
        verbose_name = _("purpose of reading")
        verbose_name_plural = _("purposes of reading")
        ordering = ["position", "label"]

    def __str__(self) -> str:
        return self.label


class AccessRecord(models.Model):
    """One reading, or what was done to an account. It says nothing of what was read.

    The database refuses to change or delete it.
    """

    # Counted without a gap, so that a row taken out is missed.
    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("when"))
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who read"), related_name="readings"
    )
    # Codes of the roles that the reader held then, in alphabetical order, with spaces between.
    roles = models.CharField(_("roles"), max_length=200, blank=True)
    kind = models.CharField(_("what was read"), max_length=20, choices=AccessKind)
    # As the audit named them then; a list names nobody singly.
    employee = models.ForeignKey(
        Employee, models.PROTECT, verbose_name=_("whose"), related_name="readings", null=True, blank=True
    )
    audit = models.ForeignKey(
        Audit, models.PROTECT, verbose_name=_("audit"), related_name="readings", null=True, blank=True
    )
    report = models.ForeignKey(
        Report, models.PROTECT, verbose_name=_("report"), related_name="readings", null=True, blank=True
    )
    ground = models.CharField(_("ground"), max_length=20, choices=AccessGround)
    purpose = models.ForeignKey(
        Purpose, models.PROTECT, verbose_name=_("purpose"), related_name="readings", null=True, blank=True
    )
    # As the register worded it then.
    purpose_label = models.CharField(_("purpose"), max_length=150, blank=True)
    justification = models.CharField(_("justification"), max_length=500, blank=True)
    # Of what happened to an account: whose it is, and what of it, in words that name nobody.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("account"),
        related_name="events",
        null=True,
        blank=True,
    )
    detail = models.CharField(_("detail"), max_length=200, blank=True)
    # An IP address. As text, so that it comes back from every database as it was hashed.
    address = models.CharField(_("from where"), max_length=45, blank=True)
    previous_hash = models.CharField(max_length=64, editable=False)
    hash = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AccessKind.values), name="accessrecord_kind_known"),
            models.CheckConstraint(
                condition=Q(ground=AccessGround.PURPOSE, purpose__isnull=False)
                | Q(
                    ground__in=[
                        AccessGround.OVERSIGHT,
                        AccessGround.OWN_DATA,
                        AccessGround.OWN_WORK,
                        AccessGround.ACCOUNT,
                    ],
                    purpose__isnull=True,
                ),
                name="accessrecord_purpose_where_asked",
            ),
            models.CheckConstraint(
                condition=Q(ground=AccessGround.ACCOUNT, account__isnull=False)
                | (~Q(ground=AccessGround.ACCOUNT) & Q(account__isnull=True, detail="")),
                name="accessrecord_account_where_of_one",
            ),
        ]
        indexes = [
            models.Index(fields=["reader", "at"], name="accessrecord_reader"),
            models.Index(fields=["employee", "at"], name="accessrecord_employee"),
            models.Index(fields=["at"], name="accessrecord_at"),
            # From where somebody has signed in before.
            models.Index(
                fields=["reader", "address"], name="accessrecord_signed_in", condition=Q(kind=AccessKind.SIGNED_IN)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_kind_display()}"

    @property
    def purpose_shown(self) -> str:
        return self.purpose_label or str(self.get_ground_display())

    @property
    def detail_shown(self) -> str:
        """In the reader's language, where it is one of the portal's own codes; a right names its role so."""
        codes = [*LetterKind.choices, *Role.choices, *Making.choices, *Confirmation.choices, *AccountChangeKind.choices]
        words = _DETAILS | {code: str(label) for code, label in codes}
        return " ".join(str(words.get(each, each)) for each in self.detail.split(" "))

    @property
    def roles_shown(self) -> str:
        return ", ".join(str(Role(code).label) if code in Role.values else code for code in self.roles.split())


class LogEnd(models.Model):
    """Which row of the log is the last: noted with each reading, so that an end that was cut off is missed."""

    # There is one such note.
    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("end of the access log")
        verbose_name_plural = _("end of the access log")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="logend_only_one")]

    def __str__(self) -> str:
        return str(self.number)
