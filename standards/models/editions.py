"""An edition of the standards, and what makes it law: its publication and its withdrawal."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.models.history import changes


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> "EditionQuerySet":
        return self.filter(publication__isnull=False)

    def drafts(self) -> "EditionQuerySet":
        return self.filter(publication__isnull=True)

    def in_force_on(self, day: Any) -> "EditionQuerySet":
        """Published editions in effect on that day, the newest first: the first is in force.

        One that is withdrawn since that day or an earlier one is not among them.
        """
        return (
            self.filter(publication__effective_from__lte=day)
            .exclude(withdrawal__since__lte=day)
            .order_by("-publication__effective_from", "-pk")
        )


class EditionManager(models.Manager.from_queryset(EditionQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, code: str) -> "Edition":
        return self.get(code=code)


class Edition(models.Model):
    """One version of the legal text."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=300)
    based_on = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("based on"),
        related_name="drafts",
        null=True,
        blank=True,
        help_text=_("The edition before: what changed is said against it."),
    )

    objects = EditionManager()
    history = changes()

    class Meta:
        verbose_name = _("edition of the standards")
        verbose_name_plural = _("editions of the standards")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("standards:edition", args=[self.code])

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    @property
    def is_published(self) -> bool:
        return hasattr(self, "publication")

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")


class PublicationManager(models.Manager["Publication"]):
    def get_by_natural_key(self, code: str) -> "Publication":
        return self.get(edition__code=code)


class Publication(models.Model):
    """That an edition was published, since when and on what basis. Rows are inserted, never changed."""

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name=_("edition"), related_name="publication")
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    effective_from = models.DateField(_("in force since"))
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("published by"),
        related_name="+",
        null=True,
        blank=True,
    )

    objects = PublicationManager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self) -> str:
        return f"{self.edition.code}: {self.legal_basis}"

    def natural_key(self) -> tuple[str, ...]:
        return self.edition.natural_key()

    natural_key.dependencies = ["standards.edition"]  # type: ignore[attr-defined]


class WithdrawalManager(models.Manager["Withdrawal"]):
    def get_by_natural_key(self, code: str) -> "Withdrawal":
        return self.get(edition__code=code)


class Withdrawal(models.Model):
    """That an edition is no longer in force, since when and why. Rows are inserted, never changed."""

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name=_("edition"), related_name="withdrawal")
    since = models.DateField(_("not in force since"))
    reason = models.CharField(_("reason"), max_length=300)
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("withdrawn by"),
        related_name="+",
        null=True,
        blank=True,
    )

    objects = WithdrawalManager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return f"{self.edition.code}: {self.reason}"

    def natural_key(self) -> tuple[str, ...]:
        return self.edition.natural_key()

    natural_key.dependencies = ["standards.publication"]  # type: ignore[attr-defined]


def _sees_drafts(request: HttpRequest) -> bool:
    return request.user.has_perm("standards.change_edition")


def visible_editions(request: HttpRequest) -> QuerySet[Edition]:
    """Those that the reader may see, the newest first."""
    found = Edition.objects.all() if _sees_drafts(request) else Edition.objects.published()
    return found.select_related("publication").order_by(F("publication__effective_from").desc(nulls_first=True), "-pk")


def visible_edition(request: HttpRequest, code: str) -> Edition:
    found = get_object_or_404(Edition.objects.select_related("publication", "withdrawal"), code=code)
    if not found.is_published and not _sees_drafts(request):
        raise Http404
    return found
