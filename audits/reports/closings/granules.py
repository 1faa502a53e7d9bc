"""For how long each method's audits are closed at once: set before a year begins, the same for all units."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import GranuleLength
from audits.figures import disclosure
from audits.figures.disclosure import Granule, Length, Preview
from audits.models import Audit, Closing, Department, GranuleSetting, User
from audits.models.periods import Period, free
from audits.reports.closings.office import order_on, places, posts
from audits.reports.closings.versions import audits_in
from standards.choices import Method
from standards.refusals import Refused

# As shipped. A mystery shopper's visit may have met anybody of a unit, so that a quarter has a crowd; an observation
# names the person, and few units have five people observed in less than a year.
SHIPPED_LENGTHS = {Method.MYSTERY: Length.QUARTER, Method.OBSERVATION: Length.YEAR, Method.DOCUMENTS: Length.YEAR}

NOT_YOURS = _("Only HR of the whole office may do this.")


@dataclass(frozen=True)
class Lengths:
    """Of all methods and years, read once."""

    # By method: (from the year, length), the latest year first, of one year what was said last.
    settings: dict[str, list[tuple[int, Length]]]

    def of(self, method: str, year: int) -> Length:
        for since, length in self.settings.get(method, ()):
            if since <= year:
                return length
        return SHIPPED_LENGTHS[Method(method)]

    def granule_of(self, method: str, day: datetime.date) -> Granule:
        return disclosure.granule_of(day, self.of(method, day.year))

    def granules_of(self, method: str, period: Granule) -> list[Granule]:
        """All granules of the method that have a day in the period, in order; also where the length changed."""
        found = [self.granule_of(method, period.first)]
        while found[-1].last < period.last:
            found.append(self.granule_of(method, found[-1].last + datetime.timedelta(days=1)))
        return found


def lengths_of() -> Lengths:
    settings: dict[str, list[tuple[int, Length]]] = {}
    for setting in GranuleSetting.objects.order_by("method", "-year", "-pk"):
        settings.setdefault(setting.method, []).append((setting.year, Length(setting.length)))
    return Lengths(settings)


def length_of(method: str, year: int) -> Length:
    return lengths_of().of(method, year)


@transaction.atomic
def set_granule(
    *, method: str, year: int, length: str, by: User, now: datetime.datetime | None = None
) -> GranuleSetting:
    """Say for how long a method's audits are closed at once, from a year on until another length is set.

    Raises Refused.
    """
    now = now or timezone.now()
    lock_closings(by)
    if method not in Method.values:
        raise Refused(_("There is no such method."), "method")
    if length not in GranuleLength.values:
        raise Refused(_("Choose a quarter, a half-year or a year."), "length")
    if not year < 2200:
        raise Refused(_("Check the year."), "year")
    begins = datetime.date(max(year, 1), 1, 1)
    if begins <= timezone.localdate(now):
        raise Refused(_("The year %(year)d has begun: it stays as it is.") % {"year": year}, "year")
    if Closing.objects.filter(method=method, last_day__gte=begins).exists():
        raise Refused(_("A part of the year %(year)d has been closed already.") % {"year": year}, "year")
    return GranuleSetting.objects.create(method=method, year=year, length=length, set_by=by, set_at=now)


@transaction.atomic
def set_granules(
    *, year: int, lengths: Mapping[str, str], by: User, now: datetime.datetime | None = None
) -> list[GranuleSetting]:
    """Say it for several methods at once: of those that are told, what is another length than before. Raises Refused.

    `lengths`: by method.
    """
    before = lengths_of()
    return [
        set_granule(method=method, year=year, length=length, by=by, now=now)
        for method, length in lengths.items()
        if method not in Method.values or length != before.of(method, year)
    ]


def lock_closings(by: User) -> None:
    """Nobody else sets, closes or supplements while this transaction lasts. Raises Refused unless HR of the office."""
    # Without the key: audits that are opened meanwhile refer to it.
    list(Department.objects.filter(parent=None).select_for_update(no_key=True).order_by("pk").values_list("pk"))
    if not access.closes_granules(by):
        raise Refused(NOT_YOURS)


def due_granules(today: datetime.date) -> list[tuple[Method, Period]]:
    """What can be closed and is not, the oldest first: granules whose last day is over and that have audits."""
    closed = set(Closing.objects.values_list("method", "first_day", "last_day"))
    lengths = lengths_of()
    found: set[tuple[Method, Granule]] = set()
    days = Audit.objects.counted().order_by().values_list("method", "took_place_at__date").distinct()
    for method, day in days:
        granule = lengths.granule_of(method, day)
        if granule.last < today and (method, granule.first, granule.last) not in closed:
            found.add((Method(method), granule))
    in_order = sorted(found, key=lambda each: (each[1].last, list(Method).index(each[0]), each[1].first))
    return [(method, free(granule.first, granule.last)) for method, granule in in_order]


def granules_preview(year: int) -> dict[Method, dict[Length, Preview]]:
    """What each length would have shown of last year's audits, by method; to choose before the year begins."""
    first, last = datetime.date(year - 1, 1, 1), datetime.date(year - 1, 12, 31)
    office = places(), posts()
    by_code = order_on(last)
    found = {}
    for method in Method:
        rows = audits_in(method, first, last).counted().order_by("pk")
        fields = ("pk", "department_id", "channel", "edition_id", "employee_id", "auditor_id", "took_place_at")
        audits = []
        for pk, unit, channel, edition, person, auditor, took_place_at in rows.values_list(*fields):
            day = timezone.localtime(took_place_at, timezone.get_default_timezone()).date()
            granule = Granule(first, last)
            audits.append((day, disclosure.Audit(pk, unit, method, channel, edition, granule, person, auditor)))
        found[method] = disclosure.preview(audits, *office, order=by_code)
    return found
