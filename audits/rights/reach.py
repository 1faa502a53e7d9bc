"""Who changes the structure gains nothing by it: a department brought below one's own would be power over results."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audits.access import departments_of
from audits.choices import Role
from audits.models import Department

# They read what is recorded about people, or who read it, in all departments below theirs.
_READERS = (Role.HR, Role.DPO)
_NAMED = 5


@contextmanager
def gaining_nothing(by: Any) -> Iterator[None]:
    """Around the change, in its transaction. Raises ValidationError, and nothing of it is written.

    What is new holds nothing yet.
    """
    before, known = _held(by), set(Department.objects.order_by().values_list("pk", flat=True))
    yield
    gained = (_held(by) - before) & known
    if gained and not settings.ONE_ADMINISTRATOR:
        codes = list(Department.objects.filter(pk__in=gained).order_by("code").values_list("code", flat=True))
        named = ", ".join(codes[:_NAMED]) + ("…" if len(codes) > _NAMED else "")
        raise ValidationError(
            _("You would gain rights by it over what you do not hold (%(departments)s): another administrator does it.")
            % {"departments": named}
        )


def _held(by: Any) -> set[int]:
    return set(departments_of(by, *_READERS).order_by().values_list("pk", flat=True))
