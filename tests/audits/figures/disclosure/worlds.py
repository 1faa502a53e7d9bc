"""Offices drawn at random, with all that makes their figures hard to keep apart, over the year 2025.

Who was really there on the day of a visit is reckoned here day by day, apart from the rule that is tested.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import NamedTuple

from audits.figures.disclosure import MYSTERY, Granule, Place, Post

OFFICE = 1
LONG_AGO = datetime.date(2000, 1, 1)
YEAR = Granule(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
NEW_EDITION = datetime.date(2025, 8, 15)
WAVES = (
    Granule(datetime.date(2025, 3, 10), datetime.date(2025, 4, 20), wave=1),
    Granule(datetime.date(2025, 9, 1), datetime.date(2025, 10, 15), wave=2),
)


class Version(NamedTuple):
    """One version of an audit, counted from `since` and no longer on `until`."""

    id: int
    unit: int
    day: datetime.date
    method: str
    since: datetime.date
    until: datetime.date | None = None
    channel: str = "counter"
    edition: int = 1
    person: int | None = None
    auditor: int | None = None
    wave: Granule | None = None
    anywhere_below: bool = False

    def counted_on(self, day: datetime.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class World:
    places: list[Place]
    posts: list[Post]
    versions: list[Version] = field(default_factory=list)

    @cached_property
    def units(self) -> list[int]:
        return sorted({place.unit for place in self.places})

    @cached_property
    def by_id(self) -> dict[int, Version]:
        return {version.id: version for version in self.versions}

    @cached_property
    def _posts_of(self) -> dict[int, list[Post]]:
        found = defaultdict(list)
        for post in self.posts:
            found[post.unit].append(post)
        return found

    def present(self, unit: int, day: datetime.date) -> frozenset[int]:
        """Who was employed there that day and served clients."""
        return frozenset(
            post.person
            for post in self._posts_of[unit]
            if post.serves_clients and post.since <= day and (post.until is None or day < post.until)
        )

    def above(self, unit: int, day: datetime.date) -> list[int]:
        """The unit and those above it as they stood on that day; of one that stood nowhere then, itself."""
        chain = [unit]
        while (parent := self._parent(chain[-1], day)) is not None:
            chain.append(parent)
        return chain

    def _parent(self, unit: int, day: datetime.date) -> int | None:
        for place in self.places:
            if place.unit == unit and place.since <= day and (place.until is None or day < place.until):
                return place.parent
        return None

    def met(self, version: Version) -> frozenset[int]:
        """Everybody whom this one might have met."""
        if version.method != MYSTERY:
            return frozenset() if version.person is None else frozenset({version.person})
        if not version.anywhere_below:
            return self.present(version.unit, version.day)
        below = [unit for unit in self.units if version.unit in self.above(unit, version.day)]
        return frozenset[int]().union(*(self.present(unit, version.day) for unit in below))

    def people(self, ids: Collection[int]) -> frozenset[int]:
        """Everybody whom any of these might have met."""
        return frozenset[int]().union(*(self._met[each] for each in ids))

    def people_throughout(self, ids: Collection[int]) -> frozenset[int]:
        """The same, but of those whom a unit's visits might have met only who was there at each of them."""
        at: dict[object, frozenset[int]] = {}
        for each in ids:
            version = self.by_id[each]
            place = (version.unit, version.anywhere_below) if version.method == MYSTERY else each
            at[place] = at.get(place, self._met[each]) & self._met[each]
        return frozenset[int]().union(*at.values())

    @cached_property
    def _met(self) -> dict[int, frozenset[int]]:
        return {version.id: self.met(version) for version in self.versions}


def drawn(random: Random, *, most_units: int = 5, sizes: Collection[int] = (1, 2, 3, 4, 5, 5, 6, 7, 9, 12)) -> World:
    """An office of a few bureaus whose units move, close and open, with people who come, go and hold two posts."""
    places, leaves = _drawn_places(random, most_units)
    posts = _drawn_posts(random, places, leaves, tuple(sizes))
    world = World(places, posts)
    return replace(world, versions=_drawn_versions(random, world))


def _chance(random: Random, percent: int) -> bool:
    return random.randrange(100) < percent


def _a_day(random: Random) -> datetime.date:
    return YEAR.first + datetime.timedelta(days=random.randrange(1, 365))


def _drawn_places(random: Random, most_units: int) -> tuple[list[Place], list[int]]:
    places = [Place(OFFICE, None, LONG_AGO)]
    bureaus = [2 + number for number in range(1 + random.randrange(4))]
    places += [Place(bureau, OFFICE, LONG_AGO) for bureau in bureaus]
    if _chance(random, 40):
        places.append(Place(9, bureaus[0], LONG_AGO))
        bureaus.append(9)
    leaves = []
    for bureau in list(bureaus):
        for _ in range(1 + random.randrange(most_units)):
            unit = 10 + len(leaves)
            leaves.append(unit)
            fate = random.randrange(100)
            if fate < 20 and len(bureaus) > 1:
                day, other = _a_day(random), random.choice([each for each in bureaus if each != bureau])
                places += [Place(unit, bureau, LONG_AGO, day), Place(unit, other, day)]
            elif fate < 30:
                places.append(Place(unit, bureau, LONG_AGO, _a_day(random)))
            elif fate < 40:
                places.append(Place(unit, bureau, _a_day(random)))
            else:
                places.append(Place(unit, bureau, LONG_AGO))
    return places, leaves


def _drawn_posts(random: Random, places: list[Place], leaves: list[int], sizes: tuple[int, ...]) -> list[Post]:
    opened = {unit: min(place.since for place in places if place.unit == unit) for unit, *_ in places}
    closed = {place.unit: place.until for place in sorted(places, key=lambda place: place.since)}
    everywhere = sorted(opened)
    posts: list[Post] = []

    def add(person: int, unit: int, since: datetime.date, until: datetime.date | None, serves: bool = True) -> None:
        since = max(since, opened[unit])
        until = min((day for day in (until, closed[unit]) if day), default=None)
        if until is None or since < until:
            posts.append(Post(person, unit, since, until, serves))

    person = 100
    for unit in everywhere:
        for _ in range(random.choice(sizes) if unit in leaves else random.randrange(3)):
            person += 1
            fate, day = random.randrange(100), _a_day(random)
            if fate < 8:
                add(person, unit, LONG_AGO, day)
            elif fate < 18:
                add(person, unit, day, None)
            elif fate < 24:
                add(person, unit, LONG_AGO, day)
                add(person, random.choice(everywhere), day, None)
            elif fate < 30:
                add(person, unit, LONG_AGO, day)
                add(person, unit, day, None, serves=False)
            else:
                add(person, unit, LONG_AGO, None)
                if fate < 45 and (other := random.choice(everywhere)) != unit:
                    add(person, other, LONG_AGO, None)
    return posts


def _drawn_versions(random: Random, world: World) -> list[Version]:
    versions: list[Version] = []
    often = random.choice((60, 120, 200))

    def add(version: Version) -> None:
        versions.append(version._replace(id=len(versions) + 1))

    for post in world.posts:
        for method in (MYSTERY, "observation"):
            for _ in range(often // 100 + _chance(random, often % 100)):
                day = _a_day(random)
                if post.since <= day and (post.until is None or day < post.until):
                    for version in _with_its_later(random, world, _drawn_version(random, post, method, day)):
                        add(version)
    return versions


def _drawn_version(random: Random, post: Post, method: str, day: datetime.date) -> Version:
    version = Version(
        id=0,
        unit=post.unit,
        day=day,
        method=method,
        since=day + datetime.timedelta(days=random.randrange(3)),
        channel=random.choice(("counter", "counter", "phone")),
        edition=1 if day < NEW_EDITION else 2,
    )
    if method != MYSTERY:
        # The head of the unit, or somebody of another one; a few times it can't be told who it was.
        auditor = random.choice((post.unit, post.unit, 0))
        return version._replace(auditor=auditor, person=None if _chance(random, 4) else post.person)
    for wave in WAVES:
        if wave.first <= day <= wave.last and _chance(random, 60):
            version = version._replace(wave=wave)
    return version


def _with_its_later(random: Random, world: World, version: Version) -> list[Version]:
    if version.method == MYSTERY and _chance(random, 5):
        above = world.above(version.unit, version.day)
        version = version._replace(unit=above[min(1, len(above) - 1)], anywhere_below=True)
    fate = random.randrange(100)
    later = version.day + datetime.timedelta(days=random.randrange(20, 300))
    if fate < 7:
        return [version._replace(since=later)]
    if fate < 11:
        return [version._replace(until=later)]
    if fate < 17:
        corrected = version._replace(since=later)
        if fate == 16:
            corrected = corrected._replace(unit=random.choice(world.units))
        return [version._replace(until=later), corrected]
    return [version]
