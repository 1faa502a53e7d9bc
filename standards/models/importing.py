"""What the office's editors have said of texts that they import."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineMeaning(models.Model):
    """What lines of a pattern are in this office's annexes: of a mark ("§ 1", "1)"), or of how they are written."""

    pattern = models.CharField(max_length=20, unique=True)
    role = models.CharField(max_length=30)

    class Meta:
        verbose_name = _("meaning of lines")
        verbose_name_plural = _("meanings of lines")

    def __str__(self) -> str:
        return f"{self.pattern}: {self.role}"
