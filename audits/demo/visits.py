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

AUDITS = 3000
SHARES = {Method.MYSTERY: 0.62, Method.OBSERVATION: 0.26, Method.DOCUMENTS: 0.12}
# So many visits by shoppers a quarter let a district's score be shown.
SMALLEST_SAMPLE = 5
MOST_PER_PERSON = 4

CHANNELS: dict[tuple[str, str], dict[str, int]] = {
    (Method.MYSTERY, "front"): {Channel.COUNTER: 60, Channel.PHONE: 25, Channel.EMAIL: 15},
    (Method.MYSTERY, "back"): {Channel.COUNTER: 25, Channel.PHONE: 40, Channel.EMAIL: 35},
    (Method.OBSERVATION, "front"): {Channel.COUNTER: 70, Channel.PHONE: 15, Channel.OFFICE: 15},
    (Method.OBSERVATION, "back"): {Channel.COUNTER: 25, Channel.PHONE: 25, Channel.OFFICE: 50},
    (Method.DOCUMENTS, "front"): {Channel.EMAIL: 40, Channel.LETTER: 35, Channel.RECORDS: 25},
    (Method.DOCUMENTS, "back"): {Channel.EMAIL: 40, Channel.LETTER: 35, Channel.RECORDS: 25},
}
SELECTIONS = {
    Method.MYSTERY: {Selection.CORE: 76, Selection.STANDARDS: 12, Selection.EVERYTHING: 12},
    Method.OBSERVATION: {Selection.CORE: 62, Selection.STANDARDS: 22, Selection.EVERYTHING: 16},
    Method.DOCUMENTS: {Selection.EVERYTHING: 100},
}
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
        self.times_audited: Counter[str] = Counter()
        # Some units keep people waiting longer than others.
        self.wait = {unit.code: rng.gauss(0, 0.35) for unit in listed}
        self.scenarios: dict[str, list[dict[str, str]]] = {}
        for row in office.read("scenarios.csv"):
            self.scenarios.setdefault(row["channel"], []).append(row)

    def submitted(self) -> list[Visit]:
        """About 3,000, by the time at which they were opened."""
        visits: list[Visit] = []
        weights = {branch: sum(unit.posts for unit in units) ** 0.8 for branch, units in self.serving.items()}
        for start, end in self._quarters():
            share = (end - start).days / self._days
            for branch in self.serving:
                number = AUDITS * share * weights[branch] / sum(weights.values())
                visits += [
                    self._visit(branch, method, self._day(start, end)) for method in self._methods(branch, number)
                ]
        return sorted(visits, key=lambda visit: (visit.opened_at, visit.uuid))

    def drafts(self, auditors: list[tuple[Post, float]]) -> list[Visit]:
        """What is being filled on the last days: for each of these auditors one, filled to that share."""
        visits = []
        for post, filled in auditors:
            branches = [branch for branch, chiefs in self.staff.auditors.items() if post in chiefs]
            branch = branches[0] if branches else self.rng.choice(list(self.serving))
            # A counter's core is what most open.
            visit = self._visit(branch, Method.MYSTERY, self._day(*self._last_days), auditor=post)
            visit.submitted_at = None
            visit.filled = filled
            visit.opened_at = min(visit.opened_at, visit.took_place_at + datetime.timedelta(hours=2))
            visits.append(visit)
        return visits

    @property
    def _days(self) -> int:
        return (self.period.end - self.period.start).days

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

    def _methods(self, branch: str, number: float) -> Iterator[str]:
        for method, share in SHARES.items():
            # A part of a visit is one visit with that probability.
            count = math.floor(number * share + self.rng.random())
            if method == Method.MYSTERY and branch in self.staff.auditors and number > SMALLEST_SAMPLE:
                count = max(count, SMALLEST_SAMPLE)
            yield from [method] * count

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

    def _visit(self, branch: str, method: str, day: datetime.date, auditor: Post | None = None) -> Visit:
        rng = self.rng
        units = [
            unit
            for unit in self.serving[branch]
            if any(post.unit_on(day) == unit.code for post in self.people[unit.code])
        ]
        unit = rng.choices(units, [unit.posts for unit in units])[0]
        auditor = auditor or self._auditor(branch, unit, method)
        employee = self._employee(unit, day, method, auditor)
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
            occasions=occasions if selection != Selection.EVERYTHING else (),
            scenario=scenario,
            desk=f"stanowisko {rng.randint(1, 12)}" if at_counter and (not employee or rng.random() < 0.4) else "",
            waiting_minutes=self._waiting(unit, method, channel, day),
        )

    def _auditor(self, branch: str, unit: Unit, method: str) -> Post:
        """Shoppers mostly come from the quality team; supervisors judge other units than their own."""
        near = [post for post in self.staff.auditors.get(branch, ()) if post.unit != unit.code]
        from_afar = {Method.MYSTERY: 0.75, Method.OBSERVATION: 0.15, Method.DOCUMENTS: 0.5}[Method(method)]
        if near and self.rng.random() >= from_afar:
            return self.rng.choice(near)
        return self.rng.choice(self.staff.quality_team)

    def _employee(self, unit: Unit, day: datetime.date, method: str, auditor: Post) -> Post | None:
        """Whoever was audited least; nobody when a shopper knows only the desk, or all were audited often."""
        if method == Method.MYSTERY and self.rng.random() < 0.42:
            return None
        at_work = [
            post
            for post in self.people[unit.code]
            if post is not auditor
            and post.unit_on(day) == unit.code
            and self.times_audited[post.employee.number] < MOST_PER_PERSON
        ]
        if not at_work:
            return None
        post = min(at_work, key=lambda post: (self.times_audited[post.employee.number], self.rng.random()))
        self.times_audited[post.employee.number] += 1
        return post

    def _scenario(self, method: str, channel: str) -> tuple[str, tuple[str, ...]]:
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
