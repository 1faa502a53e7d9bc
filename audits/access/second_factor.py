"""Who must have a second factor, and who lacks it."""

import datetime
from functools import lru_cache
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from audits.access.kept import ANY_ACCOUNT, Statement
from audits.choices import Role
from audits.models import Appointment, Employee, User, on_day

# They see people's results, who read them, or run the portal.
ROLES_WITH_SECOND_FACTOR = (Role.HR, Role.ADMINISTRATOR, Role.DPO, Role.STANDARDS_EDITOR, Role.SHOPPER)


def with_factors() -> Any:
    """Accounts with what is asked about them at every request, read in the same query."""
    return _with_factors(timezone.localdate()).all()


# The question alone: putting it together takes twice as long as asking it.
@lru_cache(maxsize=1)
def _with_factors(today: datetime.date) -> Any:
    # Also where it waits for its confirmation: nobody is confirmed whom a password alone lets in.
    held = Appointment.objects.filter(on_day(today), user_id=OuterRef("pk"), role__in=ROLES_WITH_SECOND_FACTOR)
    factors = Authenticator.objects.filter(user_id=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return User.objects.annotate(
        must_have_factor=Q(is_superuser=True) | Q(Exists(held.order_by())),
        has_factor=Exists(factors),
        # For the menu: whether there may be audits about them.
        is_employee=Exists(Employee.objects.filter(user_id=OuterRef("pk")).order_by()),
    )


def with_its_factors(user_id: int) -> User | None:
    """One such account, for each request of somebody signed in."""
    statement = _one_with_factors(timezone.localdate())
    found: User | None = next(iter(User.objects.raw(statement.sql, statement.about(user_id))), None)
    return found


@lru_cache(maxsize=1)
def _one_with_factors(today: datetime.date) -> Statement:
    return Statement.of(_with_factors(today).filter(pk=ANY_ACCOUNT), ANY_ACCOUNT)


def must_have_second_factor(user: Any) -> bool:
    asked = user if hasattr(user, "must_have_factor") else with_factors().get(pk=user.pk)
    return bool(settings.MFA_REQUIRED and asked.must_have_factor)


def lacks_required_factor(user: Any) -> bool:
    """Whether the account must have a second factor and has none: until it has, nothing is open to it."""
    if not settings.MFA_REQUIRED or not user.is_authenticated:
        return False
    asked = user if hasattr(user, "must_have_factor") else with_factors().get(pk=user.pk)
    return bool(asked.must_have_factor and not asked.has_factor)
