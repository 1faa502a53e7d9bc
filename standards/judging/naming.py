"""What a recommendation is called for short: one name a matter, and no other row's."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from standards.models import Assessability
from standards.models.history import save_as


def require_own_name(row: Assessability) -> None:
    """Raise ValidationError at the short name where a row of another matter has it."""
    if not row.short_name:
        return
    named = row.short_name.casefold()
    for other in _others(row).exclude(short_name="").select_related("recommendation__standard"):
        alike = row.same_matter and row.same_matter == other.same_matter
        if other.short_name.casefold() == named and not alike:
            taken = _("It has the same short name as %(other)s.") % {"other": other.recommendation.label}
            raise ValidationError({"short_name": taken})


def name_matter(row: Assessability, by: AbstractBaseUser, reason: str) -> None:
    """Let the other rows of a matter take the name of one that was saved; what was confirmed of theirs lapses."""
    if not (row.same_matter and row.short_name):
        return
    of_matter = _others(row).filter(same_matter=row.same_matter).exclude(short_name=row.short_name)
    for other in of_matter.select_for_update(of=("self",)):
        other.short_name = row.short_name
        save_as(other, by, reason)


def _others(row: Assessability) -> QuerySet[Assessability]:
    return Assessability.objects.filter(
        recommendation__standard__edition=row.recommendation.standard.edition_id
    ).exclude(pk=row.pk)
