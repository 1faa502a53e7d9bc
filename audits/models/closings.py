"""Granules closed once for the whole office: what of audits may be seen by others than HR, and the sums of it.

All rows here are only added; the database itself refuses to change or delete one. What a supplement changes are new
rows under its number, and the latest hold. Nothing here refers to an audit by a foreign key: when the time of keeping
an audit is over it is deleted, and what it was counted in stays true.
"""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import GranuleLength
from audits.models.periods import Period, free
from standards.choices import Channel, Method
from standards.models import Edition


class GranuleSetting(models.Model):
    """For how long a method's audits are closed at once, from a year on. Of several for one year the latest holds."""

    method = models.CharField(_("method"), max_length=20, choices=Method)
    year = models.PositiveSmallIntegerField(_("from the year"))
    length = models.CharField(_("length"), max_length=20, choices=GranuleLength)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("set by"), related_name="+")
    set_at = models.DateTimeField(_("set at"))

    class Meta:
        verbose_name = _("length of a granule")
        verbose_name_plural = _("lengths of granules")
        ordering = ["method", "-year", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(method__in=Method.values), name="granulesetting_method_known"),
            models.CheckConstraint(condition=Q(length__in=GranuleLength.values), name="granulesetting_length_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_method_display()} {self.year}: {self.get_length_display()}"


class Closing(models.Model):
    """A method's granule, closed for the whole office at once."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    method = models.CharField(_("method"), max_length=20, choices=Method)
    # Both inside.
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("to"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("closed by"), related_name="+"
    )
    closed_at = models.DateTimeField(_("closed at"))
    # [unit, its parent or null] on the granule's last day, as it was known when it was closed.
    tree = models.JSONField(_("structure"))

    class Meta:
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        ordering = ["-last_day", "method"]
        constraints = [
            models.UniqueConstraint(fields=["method", "first_day", "last_day"], name="closing_once"),
            models.CheckConstraint(condition=Q(method__in=Method.values), name="closing_method_known"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closing_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_method_display()} {self.period.label}"

    @property
    def period(self) -> Period:
        return free(self.first_day, self.last_day)

    @property
    def closed_on(self) -> datetime.date:
        return timezone.localdate(self.closed_at)


class Supplement(models.Model):
    """That later changes were taken into a closing, where these were enough in themselves. Numbered from 1."""

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="supplements")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("made by"), related_name="+")
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("supplement of a closing")
        verbose_name_plural = _("supplements of closings")
        ordering = ["closing", "number"]
        constraints = [
            models.UniqueConstraint(fields=["closing", "number"], name="supplement_numbered"),
            models.CheckConstraint(condition=Q(number__gte=1), name="supplement_after_closing"),
        ]

    def __str__(self) -> str:
        return f"{self.closing}: {self.number}"


class Block(models.Model):
    """The audits of one edition and channel in one unit, or in several small ones together: never told of in part."""

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="blocks")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    # Keys of departments, the lowest first. None is ever deleted.
    units = models.JSONField(_("units"))

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["closing", "pk"]

    def __str__(self) -> str:
        return f"{self.closing} {self.get_channel_display()} {self.units}"


class BlockVersion(models.Model):
    """That a version of an audit came into a block, with the others of its heap. In one block at most, for good."""

    block = models.ForeignKey(Block, models.PROTECT, related_name="versions")
    heap = models.PositiveIntegerField()
    # The audit's key, no reference: the audit may be deleted, and then this says nothing of anybody.
    audit = models.PositiveBigIntegerField(unique=True)

    class Meta:
        verbose_name = _("version in a block")
        verbose_name_plural = _("versions in blocks")
        ordering = ["block", "heap", "audit"]

    def __str__(self) -> str:
        return f"{self.block_id}/{self.heap}: {self.audit}"


class Departure(models.Model):
    """That a supplement took a version out of its block, for good."""

    version = models.OneToOneField(BlockVersion, models.PROTECT, related_name="departure")
    supplement = models.ForeignKey(Supplement, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("version taken out of a block")
        verbose_name_plural = _("versions taken out of blocks")
        ordering = ["version"]

    def __str__(self) -> str:
        return str(self.version)


class BlockSums(models.Model):
    """What a block's audits add up to, as of the closing (`number` 0) or of a supplement. The greatest number holds.

    `sums` is what reports add, in the shape of `figures.sums.Sums`. `sheets` are the filled checklists, one a version,
    in the order of the alphabet: without key, day, unit, person and note. They are never shown. They are kept because
    a total over some of the rows (those that editions share, those rated in both of two periods) is needed to the last
    digit, also when the audits are no more, and no sums over all rows tell it: how many audits have a rated answer
    among some rows does not follow from counts of rows or of pairs of rows.
    """

    block = models.ForeignKey(Block, models.PROTECT, related_name="sums")
    number = models.PositiveIntegerField()
    audits = models.PositiveIntegerField()
    sums = models.JSONField()
    sheets = models.JSONField()

    class Meta:
        verbose_name = _("sums of a block")
        verbose_name_plural = _("sums of blocks")
        ordering = ["block", "number"]
        constraints = [models.UniqueConstraint(fields=["block", "number"], name="blocksums_numbered")]

    def __str__(self) -> str:
        return f"{self.block_id}/{self.number}: {self.audits}"


class LeftOut(models.Model):
    """Units whose audits have no crowd in the whole office: in no figure. Of a closing the greatest number holds.

    `audits`: their keys, to tell later which came afterwards; nothing of what they found is kept here.
    """

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="left_out")
    number = models.PositiveIntegerField()
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    units = models.JSONField(_("units"))
    audits = models.JSONField()

    class Meta:
        verbose_name = _("units left out of a closing")
        verbose_name_plural = _("units left out of closings")
        ordering = ["closing", "number", "pk"]

    def __str__(self) -> str:
        return f"{self.closing} {self.get_channel_display()}: {self.units}"
