"""The audits that a figure is made of: for HR over them alone."""

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, When

from audits import access
from audits.choices import Verdict
from audits.models import Answer, Department, User
from audits.reports.results.choice import Choice

# What was not met stands first.
_ORDER = (Verdict.NOT_MET, Verdict.PARTLY, Verdict.MET)


def answers_behind(choice: Choice, department: Department, recommendations: set[int], *, by: User) -> QuerySet[Answer]:
    """Rated answers on these recommendations, as they stand now; within a verdict the newest audits first."""
    period = choice.period
    audits = (
        access.audits_held_by_hr(by)
        .counted()
        .filter(
            method=choice.method,
            took_place_at__gte=period.start,
            took_place_at__lt=period.end,
            department__in=Department.objects.under(department, period.last_day).values("pk"),
        )
    )
    place = Case(*(When(verdict=verdict, then=at) for at, verdict in enumerate(_ORDER)), output_field=IntegerField())
    found: Any = (
        Answer.objects.filter(recommendation__in=recommendations, verdict__in=_ORDER, audit__in=audits)
        .select_related("audit__department", "audit__employee")
        .order_by(place, "-audit__took_place_at", "-audit__pk")
    )
    return found
