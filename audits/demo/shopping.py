"""The demo's mystery shopper: no employee, sent by HR to Bemowo; one visit waits for HR to say whom it was about."""

import datetime
import random
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from audits.choices import Audience, Confirmation, Role, Selection
from audits.demo import office
from audits.demo.office import Period, Unit
from audits.demo.people import MAIL_DOMAIN, PASSWORD, Post, Staff, random_uuid
from audits.demo.records import Records
from audits.demo.visits import Visit
from audits.models import Acknowledgement, Appointment, Assignment, Audit, Department, Employee, Notice, User
from audits.models.periods import day_start
from standards.choices import Channel, Method

DISTRICT = "UD-BEM"
USERNAME = "klient"
VISITED = ("UD-BEM-WOM", Channel.COUNTER)
OPEN = (
    ("UD-BEM-WOM", Channel.COUNTER),
    ("UD-BEM-WDG", Channel.COUNTER),
    ("UD-BEM-WZL", Channel.PHONE),
    ("UD-BEM-WAB", Channel.EMAIL),
)
ONE_DAY = datetime.timedelta(days=1)


@dataclass
class Shopping:
    rng: random.Random
    staff: Staff
    departments: dict[str, Department]
    period: Period

    def save(self, listed: list[Unit], records: Records) -> int:
        """The account, its assignments, and one submitted audit; how many audits that is."""
        self.shopper = self._appointed()
        self.scenarios = office.read("scenarios.csv")
        for place in OPEN:
            self._assignment(*place, first_day=self.period.end - 2 * ONE_DAY)
        self._visited(next(unit for unit in listed if unit.code == VISITED[0]), records)
        return 1

    def _appointed(self) -> User:
        joined = self._at(self.period.start, 8)
        shopper = User.objects.create(
            username=USERNAME,
            first_name="Klementyna",
            last_name="Zakupska",
            email=f"{USERNAME}@{MAIL_DOMAIN}",
            password=make_password(PASSWORD),
            date_joined=joined,
        )
        Appointment.objects.create(
            user=shopper,
            role=Role.SHOPPER,
            department=self.departments[DISTRICT],
            since=self.period.start,
            granted_by=self.staff.administrators[0].user,
            confirmation=Confirmation.WITH_OFFICE,
            confirmed_at=day_start(self.period.start),
        )
        binding = Notice.objects.get(audience=Audience.AUDITORS)
        Acknowledgement.objects.create(notice=binding, user=shopper, at=self._at(self.period.start, 9))
        return shopper

    def _assignment(self, code: str, channel: str, first_day: datetime.date) -> Assignment:
        scenario = self.rng.choice([row for row in self.scenarios if row["channel"] == channel])
        return Assignment.objects.create(
            uuid=random_uuid(self.rng),
            shopper=self.shopper,
            department=self.departments[code],
            channel=channel,
            first_day=first_day,
            last_day=first_day + 14 * ONE_DAY,
            selection=Selection.CORE,
            occasions=scenario["occasions"].split(),
            scenario=scenario["text"],
            assigned_by=self.staff.hr[0].user,
            assigned_at=self._at(first_day - 3 * ONE_DAY, 9),
        )

    def _visited(self, unit: Unit, records: Records) -> None:
        day = self.period.end - ONE_DAY
        while day.weekday() > 4:
            day -= ONE_DAY
        assignment = self._assignment(*VISITED, first_day=self.period.end - 9 * ONE_DAY)
        opened_at = self._at(self.period.end - ONE_DAY, 20)
        visit = Visit(
            uuid=random_uuid(self.rng),
            unit=unit,
            method=Method.MYSTERY,
            channel=assignment.channel,
            # The shopper works nowhere in the office: only the account behind the post is saved.
            auditor=Post(Employee(number=USERNAME, user=self.shopper), "", []),
            employee=None,
            took_place_at=self._at(day, 13),
            opened_at=opened_at,
            submitted_at=opened_at + datetime.timedelta(minutes=14),
            selection=assignment.selection,
            occasions=tuple(assignment.occasions),
            scenario=assignment.scenario,
            desk="",
            waiting_minutes=6,
        )
        records.save([visit])
        seen = next(post for post in self.staff.posts if post.unit_on(day) == unit.code and not post.is_chief)
        as_named = f"{seen.employee.first_name}, stanowisko 3"
        Audit.objects.filter(uuid=visit.uuid).update(assignment=assignment, as_named=as_named)

    def _at(self, day: datetime.date, hour: int) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, 15)))
