"""Makes the demo office, once, in one transaction, in a database that holds no office yet."""

import datetime
import random
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from audits.demo import office, people
from audits.demo.office import Period
from audits.models import Appointment, Audit, Department, Employee, User
from standards.models import Edition


class Refused(Exception):
    """The demo does not belong in this database; says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Seeded:
    departments: int
    employees: int
    audits: int


def is_there() -> bool:
    """Whether the demo office was made here before. What was done in it since does not matter."""
    return Employee.objects.filter(
        number__startswith=people.NUMBER_PREFIX,
        user__username=people.ACCOUNTS[0].username,
        user__email__endswith=f"@{people.MAIL_DOMAIN}",
    ).exists()


def refuse_real_data() -> None:
    if any(model._default_manager.exists() for model in (Department, Employee, Audit, Appointment)):
        raise Refused(_("This database already holds an office that is not the demo; nothing was added."))
    if User.objects.filter(username__in=[account.username for account in people.ACCOUNTS]).exists():
        raise Refused(_("This database already holds an account named as one of the demo's; nothing was added."))


@transaction.atomic
def seed(*, until: datetime.date, scale: float = 1.0) -> Seeded:
    """The office and its people, and audits of the two years up to that day: about 3,000 times the scale.

    The same day and scale give the same office, whatever machine makes it. Raises Refused.
    """
    refuse_real_data()
    edition = Edition.objects.in_force_on(until).first()
    if edition is None:
        raise Refused(_("No edition of the standards is in force here; load the standards first."))
    period = Period.until(until)
    rng = random.Random(f"demo {until.isoformat()}")  # noqa: S311 - invention, not a secret
    listed = office.units()
    departments = office.build(listed, period)
    posts = people.hire(rng, listed, period)
    people.appoint(posts, listed, departments, period)
    people.save(posts, departments)
    office.close(departments, period)
    return Seeded(departments=len(departments), employees=len(posts), audits=0)
