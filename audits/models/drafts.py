"""The devices that fill a draft."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audits.models.audits import Audit


class DraftDevice(models.Model):
    """One device's changes to one draft: how far they have come. Written by fieldwork/journal.py alone."""

    audit = models.ForeignKey(Audit, models.CASCADE, related_name="devices")
    # Made by the browser, and kept in its storage.
    device = models.UUIDField()
    # The number of its last change that was decided on, taken or not.
    seq = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField(_("last heard of"))
    # Its last request and what was answered, for the reply may have been lost. Nothing of it outlives the draft.
    digest = models.CharField(max_length=64, blank=True)
    reply = models.JSONField(default=dict)
    # By key: what it sent that was refused, with the reason, until something else is sent for the same question.
    refused = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("device that fills a draft")
        verbose_name_plural = _("devices that fill a draft")
        ordering = ["audit", "-seen_at"]
        constraints = [models.UniqueConstraint(fields=["audit", "device"], name="draft_device_once")]

    def __str__(self) -> str:
        return f"{self.device}: {self.seq}"
