"""Makes the demo office, once, in one transaction, in a database that holds no office yet."""

import datetime
import random
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from audits.demo import office, owed, people
from audits.demo.office import Period
from audits.demo.people import Post, Staff
from audits.demo.records import Records
from audits.demo.shopping import Shopping
from audits.demo.verdicts import Judgement
from audits.demo.visits import Planner
from audits.models import Appointment, Audit, Department, Employee, User
from audits.reports.closings.closing import close_granule
from audits.reports.closings.granules import due_granules
from standards.models import Edition
from standards.refusals import Refused


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
        raise Refused("This database already holds an office that is not the demo; nothing was added.")
    if User.objects.filter(username__in=[account.username for account in people.ACCOUNTS]).exists():
        raise Refused("This database already holds an account named as one of the demo's; nothing was added.")


@transaction.atomic
def seed(*, until: datetime.date, scale: float = 1.0) -> Seeded:
    """The office and its people, and audits of two years and a quarter up to that day: about 12,000 times the scale.

    The same day and scale give the same office, whatever machine makes it. Raises Refused.
    """
    refuse_real_data()
    period = Period.until(until)
    edition = Edition.objects.in_force_on(period.start).first()
    if edition is None:
        raise Refused("No edition of the standards is in force here; load the standards first.")
    rng = random.Random(f"demo {until.isoformat()}")  # noqa: S311 - invention, not a secret
    listed = office.units()
    departments = office.build(listed, period)
    posts = people.hire(rng, listed, period)
    staff = people.choose(posts, listed)
    people.appoint(staff, departments, period)
    people.save(posts, departments, listed)
    office.close(departments, period)
    owed.tell(posts, staff, period)

    planner = Planner(rng, staff, listed, period)
    visits = planner.submitted(scale)
    drafts = planner.drafts(_whose_drafts(rng, staff))
    records = Records(rng, edition, departments, Judgement(rng, period))
    records.save(visits + drafts)
    records.annul(staff.hr, until)
    shopped = Shopping(rng, staff, departments, period).save(listed, records)
    owed.release(records.saved, posts, staff, period)
    owed.file_requests(posts, staff, departments, period)
    _close_what_is_over(staff, until)
    return Seeded(departments=len(departments), employees=len(posts), audits=len(visits) + len(drafts) + shopped)


# So long HR waits for late audits before it closes what is over.
_PATIENCE = datetime.timedelta(days=14)


def _close_what_is_over(staff: Staff, until: datetime.date) -> None:
    """Every granule that was over in time: others than HR see figures of what is closed alone."""
    for method, granule in due_granules(until):
        day = granule.last_day + _PATIENCE
        if day <= until:
            noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
            close_granule(
                method=method, first_day=granule.first_day, last_day=granule.last_day, by=staff.hr[0].user, now=noon
            )


def _whose_drafts(rng: random.Random, staff: Staff) -> list[tuple[Post, float]]:
    """Auditors with work in progress, and how far they are; both documented accounts have some."""
    supervisor, shopper = staff.auditors["UD-BEM"][0], staff.quality_team[1]
    others = [chief for branch, chiefs in staff.auditors.items() if branch != "UD-BEM" for chief in chiefs]
    return [
        (supervisor, 0.5),
        (supervisor, 0.0),
        (supervisor, 0.9),
        (shopper, 0.6),
        (shopper, 0.0),
        *((post, rng.choice((0.1, 0.3, 0.5, 0.7, 0.95))) for post in rng.sample(others, 10)),
    ]
