"""The demo's visits, calls and messages: who audited whom, where, when and how. Planned only, nothing is saved."""

import datetime
import math
import random
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from audits.choices import Selection
from audits.demo import office
from audits.demo.office import Period, Unit
from audits.demo.people import Post, Staff, random_uuid
from standards.choices import Channel, Method

# What a unit gets of each method in a quarter; of shoppers' visits, calls and messages what a whole district gets.
OF_UNIT = {Method.OBSERVATION: 3.0, Method.DOCUMENTS: 2.0}
OF_DISTRICT = {Channel.COUNTER: 20, Channel.PHONE: 20, Channel.EMAIL: 3}
# A bureau has fewer units than a district, so that it gets less: what a unit of a district gets.
UNITS_OF_A_DISTRICT = 5
MOST_PER_PERSON = 4

# Where people come to a counter, shoppers come too; elsewhere they rather call and write.
DRAWN_TO = {
    "front": {Channel.COUNTER: 1.6, Channel.PHONE: 0.9, Channel.EMAIL: 0.8},
    "back": {Channel.COUNTER: 0.7, Channel.PHONE: 1.1, Channel.EMAIL: 1.2},
}
# A supervisor mostly watches where the unit's clients are served, and reads the letters that decide their matters, so
# that of one channel enough people are seen.
CHANNELS: dict[tuple[str, str], dict[str, int]] = {
    (Method.OBSERVATION, "front"): {Channel.COUNTER: 88, Channel.PHONE: 7, Channel.OFFICE: 5},
    (Method.OBSERVATION, "back"): {Channel.COUNTER: 7, Channel.PHONE: 7, Channel.OFFICE: 86},
    (Method.DOCUMENTS, "front"): {Channel.EMAIL: 9, Channel.LETTER: 85, Channel.RECORDS: 6},
    (Method.DOCUMENTS, "back"): {Channel.EMAIL: 9, Channel.LETTER: 85, Channel.RECORDS: 6},
}
SELECTIONS = {
    Method.MYSTERY: {Selection.CORE: 76, Selection.STANDARDS: 12, Selection.EVERYTHING: 12},
    Method.OBSERVATION: {Selection.CORE: 62, Selection.STANDARDS: 22, Selection.EVERYTHING: 16},
    Method.DOCUMENTS: {Selection.EVERYTHING: 100},
}
# From the quality team, not from the branch's supervisors.
FROM_AFAR = {Method.MYSTERY: 0.75, Method.OBSERVATION: 0.3}
# Of a unit's letters those are read that can be judged: what was asked for, refused, complained of or got wrong.
WHAT_IS_READ = {("papers-filed",): 45, ("refusal", "papers-filed"): 25, ("complaint",): 20, ("mistake",): 10}
# Fewer visits when everybody is on leave.
QUIET_MONTHS = {7: 0.6, 8: 0.6, 12: 0.75}
HOLIDAYS = {(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 24), (12, 25), (12, 26)}


@dataclass(slots=True)
class Visit:
    uuid: uuid.UUID
    unit: Unit
    method: str
    channel: str
    auditor: Post
    employee: Post | None
    took_place_at: datetime.datetime
    opened_at: datetime.datetime
    submitted_at: datetime.datetime | None
    selection: str
    occasions: tuple[str, ...]
    scenario: str
    desk: str
    waiting_minutes: int | None
    # How much of the checklist is filled: less than 1 in drafts only.
    filled: float = 1.0


class Planner:
    def __init__(self, rng: random.Random, staff: Staff, listed: list[Unit], period: Period) -> None:
        self.rng = rng
        self.staff = staff
        self.period = period
        self.serving: dict[str, list[Unit]] = {}
        for unit in listed:
            if unit.service != "none":
                self.serving.setdefault(unit.branch, []).append(unit)
        self.people: dict[str, list[Post]] = {}
        for post in staff.posts:
            for code, _, _ in post.held:
                self.people.setdefault(code, []).append(post)
        # By personnel number; letters that are read are nobody's visits, and have turns of their own.
        self.times_audited: Counter[str] = Counter()
        self.times_read: Counter[str] = Counter()
        # By unit, method and auditor.
        self.times_seen: Counter[tuple[str, Method, str]] = Counter()
        # Some units keep people waiting longer than others.
        self.wait = {unit.code: rng.gauss(0, 0.35) for unit in listed}
        self.scenarios: dict[str, list[dict[str, str]]] = {}
        for row in office.read("scenarios.csv"):
            self.scenarios.setdefault(row["channel"], []).append(row)

    def submitted(self, scale: float = 1) -> list[Visit]:
        """About 12,000 times the scale, by the time at which they were opened."""
        visits: list[Visit] = []
        for start, end in self._quarters():
            # The current quarter has its share alone.
            share = scale * min(1, (end - start).days / 90)
            for branch, units in self.serving.items():
                is_district = branch in self.staff.auditors
                size = 1 if is_district else len(units) / UNITS_OF_A_DISTRICT
                planned: list[tuple[Method, str, float]] = [
                    (Method.MYSTERY, channel, number * size) for channel, number in OF_DISTRICT.items()
                ]
                planned += [(method, "", number * len(units)) for method, number in OF_UNIT.items()]
                for method, channel, number in planned:
                    visits += self._visits(branch, method, channel, number * share, start, end)
        return sorted(visits, key=lambda visit: (visit.opened_at, visit.uuid))

    def _visits(
        self, branch: str, method: Method, channel: str, number: float, start: datetime.date, end: datetime.date
    ) -> Iterator[Visit]:
        """So many in one branch, shared out over its units that were open, each next to the one that most lacks it."""
        had: Counter[str] = Counter()
        # A part of a visit is one visit with that probability.
        for _ in range(math.floor(number + self.rng.random())):
            day = self._day(start, end)
            unit = min(
                self._open(branch, day), key=lambda unit: ((had[unit.code] + 1) / self._part(unit, channel), unit.code)
            )
            had[unit.code] += 1
            yield self._visit(unit, method, day, channel=channel)

    def _open(self, branch: str, day: datetime.date) -> list[Unit]:
        return [
            unit
            for unit in self.serving[branch]
            if any(post.unit_on(day) == unit.code for post in self.people[unit.code])
        ]

    def _part(self, unit: Unit, channel: str) -> float:
        """Which part of a branch's shoppers a unit gets; supervisors come to each alike."""
        return unit.posts ** (1 / 3) * DRAWN_TO[unit.service][Channel(channel)] if channel else 1

    def drafts(self, auditors: list[tuple[Post, float]]) -> list[Visit]:
        """What is being filled on the last days: for each of these auditors one, filled to that share."""
        visits = []
        for post, filled in auditors:
            branches = [branch for branch, chiefs in self.staff.auditors.items() if post in chiefs]
            branch = branches[0] if branches else self.rng.choice(list(self.serving))
            # A counter's core is what most open.
            day = self._day(*self._last_days)
            unit = self._any_unit(branch, day)
            visit = self._visit(unit, Method.MYSTERY, day, auditor=post, channel=self._any_channel())
            visit.submitted_at = None
            visit.filled = filled
            visit.opened_at = min(visit.opened_at, visit.took_place_at + datetime.timedelta(hours=2))
            visits.append(visit)
        return visits

    @property
    def _last_days(self) -> tuple[datetime.date, datetime.date]:
        return self.period.end - datetime.timedelta(days=7), self.period.end

    def _quarters(self) -> Iterator[tuple[datetime.date, datetime.date]]:
        """Calendar quarters of the period as [start, end); the last day is left to those who try the demo."""
        start = self.period.start
        while start < self.period.end:
            following = start.replace(day=1, month=(start.month - 1) // 3 * 3 + 1) + datetime.timedelta(days=95)
            end = min(following.replace(day=1), self.period.end)
            yield start, end
            start = end

    def _any_unit(self, branch: str, day: datetime.date) -> Unit:
        units = self._open(branch, day)
        return self.rng.choices(units, [unit.posts for unit in units])[0]

    def _any_channel(self) -> str:
        return self.rng.choices(list(OF_DISTRICT), list(OF_DISTRICT.values()))[0]

    def _day(self, start: datetime.date, end: datetime.date) -> datetime.date:
        while True:
            day = start + datetime.timedelta(days=self.rng.randrange((end - start).days))
            if (
                day.weekday() < 5
                and (day.month, day.day) not in HOLIDAYS
                and self.rng.random() < QUIET_MONTHS.get(day.month, 1)
            ):
                return day
            if all((start + datetime.timedelta(days=n)).weekday() >= 5 for n in range((end - start).days)):
                # A quarter that has only just begun, on a weekend.
                start -= datetime.timedelta(days=3)

    def _visit(
        self, unit: Unit, method: Method, day: datetime.date, *, channel: str = "", auditor: Post | None = None
    ) -> Visit:
        rng = self.rng
        auditor = auditor or self._auditor(unit, method)
        employee = self._employee(unit, day, method, auditor)
        if not channel:
            weighted = CHANNELS[method, unit.service]
            channel = rng.choices(list(weighted), list(weighted.values()))[0]
        selections = SELECTIONS[method]
        selection = rng.choices(list(selections), list(selections.values()))[0]
        scenario, occasions = self._scenario(method, channel)
        took_place_at = self._hour(day)
        opened_at, submitted_at = self._filled(took_place_at)
        at_counter = channel == Channel.COUNTER
        return Visit(
            uuid=random_uuid(rng),
            unit=unit,
            method=method,
            channel=channel,
            auditor=auditor,
            employee=employee,
            took_place_at=took_place_at,
            opened_at=opened_at,
            submitted_at=submitted_at,
            selection=selection,
            occasions=occasions,
            scenario=scenario,
            desk=f"stanowisko {rng.randint(1, 12)}" if at_counter and (not employee or rng.random() < 0.4) else "",
            waiting_minutes=self._waiting(unit, method, channel, day),
        )

    def _auditor(self, unit: Unit, method: Method) -> Post:
        """Shoppers mostly come from the quality team; supervisors judge other units than their own."""
        near = [post for post in self.staff.auditors.get(unit.branch, ()) if post.unit != unit.code]
        if method == Method.DOCUMENTS:
            # Whoever it is, they read what is sent to them.
            return self._in_turn(unit, method, near + self.staff.quality_team)
        if near and self.rng.random() >= FROM_AFAR[method]:
            return self._in_turn(unit, method, near) if method == Method.OBSERVATION else self.rng.choice(near)
        return self.rng.choice(self.staff.quality_team)

    def _in_turn(self, unit: Unit, method: Method, posts: list[Post]) -> Post:
        """They take turns in a unit: so that whoever knows some of its results knows few."""
        times = {post.employee.number: self.times_seen[unit.code, method, post.employee.number] for post in posts}
        post = min(posts, key=lambda post: (times[post.employee.number], self.rng.random()))
        self.times_seen[unit.code, method, post.employee.number] += 1
        return post

    def _employee(self, unit: Unit, day: datetime.date, method: str, auditor: Post) -> Post | None:
        """Whoever was audited least; nobody when a shopper knows only the desk, or all were audited often."""
        if method == Method.MYSTERY and self.rng.random() < 0.42:
            return None
        times = self.times_read if method == Method.DOCUMENTS else self.times_audited
        at_work = [
            post
            for post in self.people[unit.code]
            if post is not auditor and post.unit_on(day) == unit.code and times[post.employee.number] < MOST_PER_PERSON
        ]
        if not at_work:
            return None
        post = min(at_work, key=lambda post: (times[post.employee.number], self.rng.random()))
        times[post.employee.number] += 1
        return post

    def _scenario(self, method: str, channel: str) -> tuple[str, tuple[str, ...]]:
        if method == Method.DOCUMENTS:
            return "", self.rng.choices(list(WHAT_IS_READ), list(WHAT_IS_READ.values()))[0]
        if method != Method.MYSTERY:
            return "", ("typical-matter", "form") if self.rng.random() < 0.3 else ()
        row = self.rng.choice(self.scenarios[channel])
        return row["text"], tuple(row["occasions"].split())

    def _hour(self, day: datetime.date) -> datetime.datetime:
        # On Mondays the offices are open from 10 to 18, on other days from 8 to 16.
        opens = 10 if day.weekday() == 0 else 8
        minutes = opens * 60 + 10 + 5 * self.rng.randrange(91)
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time(minutes // 60, minutes % 60)))

    def _filled(self, took_place_at: datetime.datetime) -> tuple[datetime.datetime, datetime.datetime]:
        """When filling started and ended: mostly on the spot, sometimes later, now and then far too late."""
        rng = self.rng
        chance = rng.random()
        if chance < 0.015:
            delay = datetime.timedelta(days=rng.randint(31, 60), minutes=rng.randrange(300))
        elif chance < 0.07:
            delay = datetime.timedelta(days=rng.randint(1, 6), minutes=rng.randrange(300))
        else:
            delay = datetime.timedelta(minutes=rng.randint(4, 150))
        end = timezone.make_aware(datetime.datetime.combine(self.period.end, datetime.time.min))
        if took_place_at + delay + datetime.timedelta(hours=1) > end:
            delay = datetime.timedelta(minutes=rng.randint(4, 45))
        opened_at = took_place_at + delay
        return opened_at, opened_at + datetime.timedelta(seconds=rng.randint(220, 1300))

    def _waiting(self, unit: Unit, method: str, channel: str, day: datetime.date) -> int | None:
        if method == Method.DOCUMENTS or channel not in (Channel.COUNTER, Channel.PHONE):
            return None
        middle = 4.2 if channel == Channel.COUNTER else 1.2
        crowd = 0.35 if day.month in (9, 10) else 0
        return min(60, round(self.rng.lognormvariate(math.log(middle) + self.wait[unit.code] + crowd, 0.6)))
