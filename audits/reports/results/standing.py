"""How a department stands, for the start page: the first sentences of its latest results."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import get_language

from audits import access
from audits.models import Closing, Department
from audits.models.periods import Period, free
from audits.reports.department.contents import Level
from audits.reports.headline import METHODS
from audits.reports.results.choice import Choice
from audits.reports.results.figures import results_of
from audits.reports.sentences import names
from audits.reports.sentences.page_one import PageOne, page_one
from audits.reports.sentences.typography import bound
from standards.choices import Method

# Whoever holds more departments finds them on the page of results.
MOST_SHOWN: Final = 3
# So many of a method's latest closings can take part in the sentences: the period's and those of the one before.
_TAKING_PART: Final = 8
_MOST_REMEMBERED: Final = 500


@dataclass(frozen=True, slots=True)
class Standing:
    name: str
    method: str
    period: str
    says: PageOne
    is_scored: bool
    address: str


# Made of closings alone, under which it is remembered; for a day, since how a row is judged may come to be arranged
# otherwise, and a department be called otherwise.
_remembered: OrderedDict[tuple[Any, ...], Standing] = OrderedDict()


def standings_of(user: Any) -> list[Standing]:
    """Of the topmost departments of which the account may have results; nothing before anything is closed.

    Two queries, and those of a report where this process has not made it today.
    """
    closings = _latest()
    if closings is None:
        return []
    method, period, stamp = closings
    offered = access.departments_to_report(user)
    departments = offered.exclude(parent__in=offered.values("pk")).order_by("code")[:MOST_SHOWN]
    return [_standing(department, method, period, stamp) for department in departments]


def _latest() -> tuple[Method, Period, tuple[Any, ...]] | None:
    """The first method, in the order in which they speak, of which something is closed; the last of its periods."""
    rows = Closing.objects.annotate(changes=Count("supplements")).order_by("-last_day", "-pk")
    found = list(rows.values_list("method", "first_day", "last_day", "uuid", "changes")[: _TAKING_PART * len(METHODS)])
    for method in METHODS:
        of_method = [row for row in found if row[0] == method]
        if of_method and (period := free(*of_method[0][1:3])).is_fixed:
            return Method(method), period, tuple(row[3:] for row in of_method[:_TAKING_PART])
    return None


def _standing(department: Department, method: Method, period: Period, stamp: tuple[Any, ...]) -> Standing:
    yard = (settings.SCORE_TARGET_PERCENT, settings.SMALLEST_SAMPLE)
    key = (department.pk, method, period, stamp, yard, get_language(), timezone.localdate())
    if key not in _remembered:
        choice = Choice(method, period, department.pk)
        headline = results_of(choice, department, Level()).report.headline
        _remembered[key] = Standing(
            department.name,
            str(method.label),
            bound(names.period_name(period)),
            page_one(headline),
            headline.main is not None and headline.main.scored is not None,
            choice.address,
        )
        while len(_remembered) > _MOST_REMEMBERED:
            _remembered.popitem(last=False)
    return _remembered[key]
