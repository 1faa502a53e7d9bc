"""The demo office's people: invented names, employments with dates, accounts and appointments."""

import datetime
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from audits.choices import Confirmation, Role
from audits.demo import office
from audits.demo.office import Period, Unit
from audits.models import Appointment, Department, Employee, Employment, User
from audits.models.periods import day_start
from standards.wording.folding import fold

# Printed for whoever tries the demo, so no secret.
PASSWORD = "pokaz-standardow"  # noqa: S105
MAIL_DOMAIN = "demo.example.org"
NUMBER_PREFIX = "DEMO-"

QUALITY_TEAM = "B-OU-WJO"
HR_UNIT = "B-KS-WKA"
IT_UNIT = "B-IN-WWU"
TEMPORARY = (office.CLOSED, office.SET_UP_LATE)

JOB_TITLES = (
    "młodszy referent",
    "referent",
    "podinspektor",
    "inspektor",
    "inspektor",
    "starszy inspektor",
    "specjalista",
    "główny specjalista",
)


class Stay(NamedTuple):
    """In which unit, by its code, and on which days."""

    unit: str
    since: datetime.date
    until: datetime.date | None = None


@dataclass(slots=True)
class Post:
    """Somebody with their employments, oldest first."""

    employee: Employee
    title: str
    held: list[Stay]
    is_chief: bool = False

    @property
    def user(self) -> User:
        """The account of somebody who has one."""
        if self.employee.user is None:
            raise ValueError(f"{self.employee} has no account")
        return self.employee.user

    @property
    def unit(self) -> str:
        return self.held[-1].unit

    def unit_on(self, day: datetime.date) -> str | None:
        for unit, since, until in self.held:
            if since <= day and (until is None or day < until):
                return unit
        return None


@dataclass(slots=True)
class Staff:
    """Everybody, and who holds which role."""

    posts: list[Post]
    # The team that audits the whole office.
    quality_team: list[Post]
    hr: list[Post]
    administrators: list[Post]
    data_protection_officer: Post
    standards_editor: Post
    # By the code of the district: supervisors who audit there.
    auditors: dict[str, list[Post]] = field(default_factory=dict)
    # By the code of the district or bureau.
    heads: dict[str, Post] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Account:
    username: str
    description: str


# Accounts that somebody who tries the demo signs in with; all others have no usable password.
ACCOUNTS = (
    Account("audytor", "auditor (supervisor) in the Bemowo district office"),
    Account("audytor2", "auditor of the quality team, for the whole office"),
    Account("kierownik", "head of the Bemowo district office"),
    Account("kadry", "HR, for the whole office"),
    Account("kadry2", "HR, the second person who approves an annulment"),
    Account("klient", "mystery shopper with assignments in Bemowo: sees nothing else"),
    Account("pracownik", "employee in the Bemowo district office: sees the audits of their own work"),
    Account("iod", "data protection officer: reads the log of who read whose audits, and no results"),
    Account("redaktor", "standards editor: drafts editions and says how they are judged; sees no results"),
    Account("administrator", "administrator of accounts, structure and standards; sees no results"),
    Account("administrator2", "administrator, the second person who publishes an edition"),
)


def random_uuid(rng: random.Random) -> uuid.UUID:
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def hire(rng: random.Random, listed: list[Unit], period: Period) -> list[Post]:
    """2,500 people, not saved yet; the first of each department is its chief and stays through the period."""
    names = _names(rng)
    posts: list[Post] = []
    for unit in listed:
        for place in range(unit.posts):
            first_name, last_name = next(names)
            employee = Employee(
                uuid=random_uuid(rng),
                number=f"{NUMBER_PREFIX}{len(posts) + 1:04d}",
                first_name=first_name,
                last_name=last_name,
            )
            employee.set_keys()
            held = [Stay(unit.code, _since(rng, unit, period))]
            posts.append(Post(employee, _title(rng, unit, place), held, is_chief=place == 0))
    _let_leave(rng, posts, listed, period)
    _transfer(rng, posts, listed, period)
    return posts


def _names(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs of a first and a last name, no pair twice; one woman in eight has a double-barrelled name."""
    first_names = office.read("first_names.csv")
    last_names = office.read("last_names.csv")
    # Offices employ more women than men.
    weights = [2 if row["sex"] == "f" else 1 for row in first_names]
    used = set()
    while True:
        first = rng.choices(first_names, weights)[0]
        form = "feminine" if first["sex"] == "f" else "masculine"
        one, other = rng.sample(last_names, 2)
        last = one[form]
        if first["sex"] == "f" and rng.random() < 0.125:
            last = f"{one[form]}-{other[form]}"
        if (first["name"], last) not in used:
            used.add((first["name"], last))
            yield first["name"], last


def _since(rng: random.Random, unit: Unit, period: Period) -> datetime.date:
    if unit.code == office.SET_UP_LATE:
        return period.set_up_on
    return datetime.date(2005, 1, 3) + datetime.timedelta(
        days=rng.randrange((period.start - datetime.date(2005, 3, 1)).days)
    )


def _title(rng: random.Random, unit: Unit, place: int) -> str:
    if unit.is_district:
        return "kierownik urzędu dzielnicy" if place == 0 else "zastępca kierownika"
    if unit.parent == office.ROOT:
        return "dyrektor biura"
    if place == 0:
        return "naczelnik wydziału"
    if unit.code == QUALITY_TEAM:
        return "specjalista do spraw jakości obsługi"
    return rng.choice(JOB_TITLES)


def _ordinary(posts: list[Post], listed: list[Unit]) -> list[Post]:
    """Who may come, go and move: no chiefs, and nobody whose unit serves no clients."""
    serving = {unit.code for unit in listed if unit.service != "none"} - {office.SET_UP_LATE, office.CLOSED}
    return [post for post in posts if not post.is_chief and post.unit in serving]


def _let_leave(rng: random.Random, posts: list[Post], listed: list[Unit], period: Period) -> None:
    """Some came during the period, some have left."""
    moving = rng.sample(_ordinary(posts, listed), 200)
    for post in moving[:130]:
        post.held = [Stay(post.unit, period.day(rng.uniform(0.05, 0.9)))]
    for post in moving[130:]:
        post.held = [Stay(post.unit, post.held[0].since, period.day(rng.uniform(0.15, 0.95)))]
        post.employee.is_active = False


def _transfer(rng: random.Random, posts: list[Post], listed: list[Unit], period: Period) -> None:
    """Some went to another unit on the first of a month, and everybody left the unit that was closed."""
    ordinary = [
        post for post in _ordinary(posts, listed) if post.held[0].since < period.start and post.employee.is_active
    ]
    places = [unit.code for unit in listed if unit.service != "none" and unit.code not in TEMPORARY]
    for post in rng.sample(ordinary, 90):
        unit, since, _ = post.held[0]
        day = period.day(rng.uniform(0.15, 0.85)).replace(day=1)
        # Most move inside their own district or bureau.
        branch = unit.rsplit("-", 1)[0]
        near = [code for code in places if code != unit and code.startswith(f"{branch}-")]
        target = rng.choice(near) if near and rng.random() < 0.7 else rng.choice([c for c in places if c != unit])
        post.held = [Stay(unit, since, day), Stay(target, day)]
    for post in posts:
        if post.unit == office.CLOSED:
            since = post.held[0].since
            post.held = [Stay(office.CLOSED, since, period.closed_on), Stay(office.TAKEN_OVER_BY, period.closed_on)]
            if post.is_chief:
                post.is_chief = False
                post.title = "główny specjalista"


def save(posts: list[Post], departments: dict[str, Department], listed: list[Unit]) -> None:
    serving = {unit.code for unit in listed if unit.service != "none"}
    Employee.objects.bulk_create([post.employee for post in posts])
    Employment.objects.bulk_create(
        Employment(
            employee=post.employee,
            department=departments[unit],
            position=post.title,
            since=since,
            until=until,
            serves_clients=unit in serving,
        )
        for post in posts
        for unit, since, until in post.held
    )


def choose(posts: list[Post], listed: list[Unit]) -> Staff:
    """78 auditors, 31 heads, 3 of HR, 2 administrators, the standards' editor and the data protection officer."""
    by_unit: dict[str, list[Post]] = {}
    for post in posts:
        by_unit.setdefault(post.held[0].unit, []).append(post)
    staff = Staff(
        posts,
        quality_team=by_unit[QUALITY_TEAM],
        hr=by_unit[HR_UNIT][1:4],
        administrators=by_unit[IT_UNIT][1:3],
        data_protection_officer=by_unit[IT_UNIT][3],
        standards_editor=by_unit[HR_UNIT][4],
    )
    for unit in listed:
        if unit.parent == office.ROOT:
            staff.heads[unit.code] = by_unit[unit.code][0]
        if unit.is_district:
            lasting = [one for one in listed if one.parent == unit.code and one.code not in TEMPORARY]
            # So many that no one of them has seen most of a unit: what they saw they could take off from its figures.
            below = sorted((one for one in lasting if one.posts >= 5), key=lambda one: -one.posts)[:4]
            staff.auditors[unit.code] = [by_unit[one.code][0] for one in below]
    return staff


def appoint(staff: Staff, departments: dict[str, Department], period: Period) -> None:
    """Make their accounts, and say over which departments each may do what."""
    wanted = [
        *((post, Role.ADMINISTRATOR, office.ROOT) for post in staff.administrators),
        *((post, Role.HR, office.ROOT) for post in staff.hr),
        (staff.data_protection_officer, Role.DPO, office.ROOT),
        (staff.standards_editor, Role.STANDARDS_EDITOR, office.ROOT),
        *((post, Role.AUDITOR, office.ROOT) for post in staff.quality_team),
        *((post, Role.AUDITOR, code) for code, posts in staff.auditors.items() for post in posts),
        *((post, Role.HEAD, code) for code, post in staff.heads.items()),
    ]
    documented = {
        "audytor": staff.auditors["UD-BEM"][0],
        "audytor2": staff.quality_team[1],
        "kierownik": staff.heads["UD-BEM"],
        "kadry": staff.hr[0],
        "kadry2": staff.hr[1],
        "iod": staff.data_protection_officer,
        "redaktor": staff.standards_editor,
        "administrator": staff.administrators[0],
        "administrator2": staff.administrators[1],
    }
    _make_accounts({post.employee.number: post for post, _, _ in wanted}, documented, period)
    by = staff.administrators[0]
    Appointment.objects.bulk_create(
        Appointment(
            user=post.employee.user,
            role=role,
            department=departments[code],
            since=period.start - datetime.timedelta(days=30),
            granted_by=None if post is by else by.employee.user,
            confirmation=Confirmation.WITH_OFFICE,
            confirmed_at=day_start(period.start - datetime.timedelta(days=30)),
        )
        for post, role, code in wanted
    )


def _last_sign_in(position: int, period: Period) -> datetime.datetime:
    """Within six weeks; of one in thirty longer than a year ago, for the review of rights to find."""
    days = 400 if position % 30 == 29 else position * 11 % 43
    day = period.end - datetime.timedelta(days=days + 1)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(7, 30)))


def _make_accounts(holders: dict[str, Post], documented: dict[str, Post], period: Period) -> None:
    names = {post.employee.number: username for username, post in documented.items()}
    password = make_password(PASSWORD)
    joined = timezone.make_aware(datetime.datetime.combine(period.start, datetime.time(8)))
    for position, (number, post) in enumerate(holders.items()):
        employee = post.employee
        username = names.get(number) or ".".join(
            fold(name).replace(" ", "-") for name in (employee.first_name, employee.last_name)
        )
        employee.user = User(
            username=username,
            first_name=employee.first_name,
            last_name=employee.last_name,
            email=f"{username}@{MAIL_DOMAIN}",
            password=password if number in names else make_password(None),
            date_joined=joined,
            last_login=_last_sign_in(position, period),
        )
    User.objects.bulk_create(post.user for post in holders.values())
    for post in holders.values():
        post.employee.user_id = post.user.pk
