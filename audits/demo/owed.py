"""What the demo's people are owed: told before the first audit, shown their older results, and answered."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from audits.assessed.data_requests import MONTHS, months_after
from audits.choices import Audience, AuditStatus
from audits.demo import office
from audits.demo.office import Period
from audits.demo.people import MAIL_DOMAIN, PASSWORD, Post, Staff
from audits.models import (
    Acknowledgement,
    Annulment,
    Audit,
    DataRequest,
    Department,
    Notice,
    Release,
    Statement,
    Told,
    User,
)
from audits.notices.telling import AHEAD, counts_from

USERNAME, BRANCH = "pracownik", "UD-BEM"
# Before the first audit, so that everybody was told in time.
GIVEN = datetime.timedelta(days=60)
# What is older was released, in one act a quarter.
SETTLED = datetime.timedelta(days=45)
STATEMENT = (
    "W tym czasie w komórce pracowały dwie osoby zamiast czterech i obsługiwałam dwa stanowiska naraz. "
    "Klientowi podałam pełną listę dokumentów na kartce."
)


def tell(posts: Sequence[Post], staff: Staff, period: Period) -> None:
    """Everybody of the audits, and whoever started later before they started; auditors of what they take on."""
    given_on = period.start - GIVEN
    by = staff.hr[0].user
    texts = {row["audience"]: row for row in office.read("notices.csv")}
    general, to_auditors = (
        Notice.objects.create(
            audience=audience,
            title=texts[audience]["title"],
            text=texts[audience]["text"],
            given_on=given_on,
            takes_effect_on=given_on + AHEAD,
            recorded_by=by,
            recorded_at=_noon(given_on),
        )
        for audience in (Audience.STAFF, Audience.AUDITORS)
    )
    Told.objects.bulk_create(_told(general, post, by) for post in posts)
    chiefs = [post for some in staff.auditors.values() for post in some]
    Acknowledgement.objects.bulk_create(
        Acknowledgement(notice=to_auditors, user=post.user, at=_noon(given_on + datetime.timedelta(days=1)))
        for post in (*staff.quality_team, *chiefs)
    )


def _told(general: Notice, post: Post, by: User) -> Told:
    started = post.held[0].since
    worked = started < general.given_on
    # Whoever came later was told on the day before.
    day = general.given_on if worked else max(general.given_on, started - datetime.timedelta(days=1))
    return Told(
        notice=general,
        employee=post.employee,
        told_on=day,
        counts_from=counts_from(general, day, worked=worked),
        how="lista z podpisami w aktach osobowych",
        recorded_by=by,
        recorded_at=_noon(day),
    )


def release(saved: Sequence[Audit], posts: Sequence[Post], staff: Staff, period: Period) -> None:
    """The older audits of one district, and an account for whoever there has most of them, with one statement."""
    by = staff.hr[0].user
    proposed = set(Annulment.objects.filter(approved__isnull=True).values_list("audit", flat=True))
    at = _noon(period.end - datetime.timedelta(days=SETTLED.days - 10))
    old = [
        audit
        for audit in saved
        if audit.status == AuditStatus.SUBMITTED
        and audit.employee_id
        and audit.pk not in proposed
        and audit.department.code.startswith(f"{BRANCH}-")
        and audit.took_place_at < at - SETTLED
    ]
    Release.objects.bulk_create(
        Release(audit=audit, employee=audit.employee, released_by=by, released_at=at) for audit in old
    )
    person = _whose(old, posts)
    if person is None:
        return
    employee = person.employee
    employee.user = User.objects.create(
        username=USERNAME,
        first_name=employee.first_name,
        last_name=employee.last_name,
        email=f"{USERNAME}@{MAIL_DOMAIN}",
        password=make_password(PASSWORD),
        date_joined=_noon(period.start),
    )
    employee.save(update_fields=["user"])
    own = [audit for audit in old if audit.employee_id == employee.pk]
    if own:
        latest = max(own, key=lambda audit: (audit.took_place_at, audit.pk))
        said_at = at + datetime.timedelta(days=2)
        Statement.objects.create(audit=latest, text=STATEMENT, made_by=employee.user, made_at=said_at)


def file_requests(posts: Sequence[Post], staff: Staff, departments: Mapping[str, Department], period: Period) -> None:
    """Requests under RODO as an office has them: one answered, one to be answered, one whose month is over."""
    person = next(post for post in posts if post.employee.user and post.employee.user.username == USERNAME)
    # Without an account, so on paper.
    another = next(
        post for post in posts if post.employee.user is None and post.employee.is_active and post.unit != person.unit
    )
    by = staff.hr[0].user
    for row in office.read("requests.csv"):
        post, filed_by = (person, person.user) if row["who"] == "own" else (another, by)
        received_on = period.end - datetime.timedelta(days=int(row["days_ago"]))
        answered = {}
        if row["outcome"]:
            at = _noon(received_on + datetime.timedelta(days=int(row["answered_after"])))
            answered = {
                "outcome": row["outcome"],
                "answer": row["answer"],
                "answered_by": staff.hr[1].user,
                "answered_at": at,
            }
        DataRequest.objects.create(
            kind=row["kind"],
            employee=post.employee,
            department=departments[post.unit],
            text=row["text"],
            received_on=received_on,
            deadline=months_after(received_on, MONTHS),
            filed_by=filed_by,
            filed_at=_noon(received_on),
            **answered,
        )


def _whose(audits: Sequence[Audit], posts: Sequence[Post]) -> Post | None:
    """Of those who still work there without an account, whoever was audited most; of equals the first listed."""
    times = Counter(audit.employee_id for audit in audits)
    able = [
        post
        for post in posts
        if post.employee.user_id is None and post.employee.is_active and post.unit.startswith(f"{BRANCH}-")
    ]
    return max(able, key=lambda post: (times[post.employee.pk], -post.employee.pk), default=None)


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
