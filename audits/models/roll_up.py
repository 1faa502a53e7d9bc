"""What finished audits found, in the short form that figures are reckoned from: derived from their answers, which no
longer change; made when it is first needed and again by `manage.py rebuild_roll_up`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audits.models.audits import Audit


class SheetLines(models.Model):
    """The rows of a checklist as answers were copied from them, in the shape of `figures.sums.Line`."""

    digest = models.CharField(max_length=64, unique=True)
    lines = models.JSONField()

    class Meta:
        verbose_name = _("lines of filled checklists")
        verbose_name_plural = _("lines of filled checklists")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.digest[:12]


class Sheet(models.Model):
    """A finished audit's verdicts, a letter a line (`figures.verdicts.LETTERS`)."""

    audit = models.OneToOneField(Audit, models.CASCADE, primary_key=True, related_name="sheet")
    lines = models.ForeignKey(SheetLines, models.PROTECT, related_name="sheets")
    filled = models.TextField()

    class Meta:
        verbose_name = _("filled checklist in short")
        verbose_name_plural = _("filled checklists in short")
        ordering = ["audit"]

    def __str__(self) -> str:
        return str(self.audit_id)
