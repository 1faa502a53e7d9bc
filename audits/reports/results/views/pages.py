"""The pages of results: an office or a unit, a standard, a recommendation, the audits behind it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import record_access
from audits.access_log.purposes import ask_for_kept_purpose, log_readings
from audits.choices import AccessKind, ReportLevel
from audits.models import Department
from audits.reports.department.contents import Level
from audits.reports.department.layout.page_one import FirstPage, first_page
from audits.reports.department.layout.tables import as_title
from audits.reports.results import layout
from audits.reports.results.asked import offered_departments, topmost, usual_period
from audits.reports.results.behind import answers_behind
from audits.reports.results.choice import FULL, Choice
from audits.reports.results.figures import Results, results_of
from audits.reports.results.forms import ResultsForm
from audits.reports.results.trend_table import trend_table
from audits.reports.sentences import names
from audits.reports.sentences import tables as words
from audits.reports.sentences.typography import bound
from standards.choices import Method

ANSWERS_ON_A_PAGE = 25


@dataclass(frozen=True)
class Asked:
    """What the address asks for. `may_see`: keys of all departments of which the reader may have results."""

    form: ResultsForm
    department: Department
    may_see: frozenset[int]
    is_hr: bool


def _asked(request: SignedInRequest) -> Asked:
    """A department that is not theirs does not exist for the reader, nor do live figures where they are not its HR."""
    departments = offered_departments(request)
    keys = frozenset(each.pk for each in departments)
    wanted = request.GET.get("komorka") or str(topmost(departments).pk)
    found = next((each for each in departments if str(each.pk) == wanted), None)
    if found is None or (request.GET.get("poziom") == FULL and not found.is_of_hr):
        raise Http404
    method = request.GET.get("metoda") or Method.MYSTERY.value
    period = request.GET.get("okres") or usual_period(method)
    form = ResultsForm({"metoda": method, "okres": period, "komorka": str(found.pk)}, departments=departments)
    return Asked(form, found, keys, found.is_of_hr)


def _choice(request: SignedInRequest, asked: Asked) -> Choice:
    level = ReportLevel.FULL if request.GET.get("poziom") == FULL else ReportLevel.GENERAL
    return Choice(asked.form.method, asked.form.period, asked.department.pk, level)


def _level(request: SignedInRequest, choice: Choice) -> Level | None:
    """For whom the figures are; None where the purpose is to be said first. That somebody looks at live figures is
    logged."""
    if not choice.is_full:
        return Level()
    given = purposes.in_force(request)
    if given is None:
        return None
    record_access(
        reader=request.user,
        kind=AccessKind.FULL_PAGE,
        purpose=given.purpose,
        justification=given.justification,
        request=request,
    )
    return Level("full", given.purpose.label, timezone.now())


@require_safe
def results(request: SignedInRequest) -> HttpResponse:
    """A department by one method in one period: where it stands, since when, and where to look."""
    asked = _asked(request)
    if not asked.form.is_valid():
        return render(request, "audits/reports/results/results.html", {"form": asked.form}, status=422)
    choice = _choice(request, asked)
    level = _level(request, choice)
    if level is None:
        return ask_for_kept_purpose(request.get_full_path())
    found = results_of(choice, asked.department, level)
    first = first_page(found.report)
    shown = _frame(found, asked) | {
        "form": asked.form,
        "first": first,
        "weakest": layout.weakest(found) if first.is_scored or first.to_work_on else None,
        "trend_table": trend_table(found) if first.chart else None,
        "sections": _sections(found, first, asked),
        "to_be_closed": found.to_be_closed(timezone.localdate()) if not choice.is_full else [],
    }
    return render(request, "audits/reports/results/results.html", shown)


def _sections(found: Results, first: FirstPage, asked: Asked) -> list[layout.Section]:
    main = found.report.headline.main
    if main is None or not main.audits:
        return [section for section in [layout.coverage(found)] if section]
    sections = [
        layout.map_of_units(found, asked.may_see),
        layout.standards(found),
        layout.breaches(found),
        layout.coverage(found),
    ]
    return [section for section in sections if section]


def _frame(found: Results, asked: Asked) -> dict[str, Any]:
    """What all pages of results say: of what, and how to see it otherwise."""
    choice, report = found.choice, found.report
    closed = [(each.period, each.closed_on) for row in report.methods for each in row.closings]
    return {
        "choice": choice,
        "name": report.department_name,
        "period": bound(names.period_name(choice.period)),
        "level": words.level_in_short(report.level.purpose, report.level.issued_at),
        "closings": words.closings(closed) if closed else "",
        "trail": _trail(found, asked),
        "may_see_all": asked.is_hr,
        "otherwise": choice.at(ReportLevel.GENERAL if choice.is_full else ReportLevel.FULL).address,
    }


def _trail(found: Results, asked: Asked) -> list[tuple[str, str]]:
    """Departments above it of which the reader may have results, from the top: name and address."""
    above: list[tuple[str, str]] = []
    at = found.source.parents.get(found.choice.unit)
    while at is not None:
        if at in asked.may_see and at in found.assembly.names:
            above.insert(0, (found.assembly.names[at].name, found.choice.of(at).address))
        at = found.source.parents.get(at)
    return above


def _looked_at(request: SignedInRequest) -> tuple[Asked, Results] | HttpResponseRedirect:
    """For the pages further down, to which addresses of the first lead: what they leave out is as there."""
    asked = _asked(request)
    if not asked.form.is_valid():
        raise Http404
    choice = _choice(request, asked)
    level = _level(request, choice)
    if level is None:
        return ask_for_kept_purpose(request.get_full_path())
    return asked, results_of(choice, asked.department, level)


@require_safe
def standard(request: SignedInRequest, number: str) -> HttpResponse:
    """One standard: its recommendations, and the units side by side."""
    found = _looked_at(request)
    if isinstance(found, HttpResponse):
        return found
    asked, looked = found
    row = looked.standard(number)
    if row is None:
        raise Http404
    sections = [layout.recommendations(looked, row), layout.standard_by_unit(looked, row, asked.may_see)]
    shown = _frame(looked, asked) | {
        "standard": row,
        "title": as_title(row.title),
        "cell": layout.total_of_standard(looked, row),
        "sections": [section for section in sections if section],
    }
    return render(request, "audits/reports/results/standard.html", shown)


@require_safe
def recommendation(request: SignedInRequest, label: str) -> HttpResponse:
    """One recommendation: what it says, how often it was met, and where."""
    found = _looked_at(request)
    if isinstance(found, HttpResponse):
        return found
    asked, looked = found
    known = looked.recommendation(label)
    if known is None:
        raise Http404
    standard_row, row = known
    figure = row.of(looked.choice.method.value)
    by_unit = layout.recommendation_by_unit(looked, row, asked.may_see)
    shown = _frame(looked, asked) | {
        "standard": standard_row,
        "title": as_title(standard_row.title),
        "row": row,
        "figure": figure,
        "verdicts": layout.verdicts(figure),
        "sections": [by_unit] if by_unit else [],
        "standard_address": looked.choice.standard(standard_row.number),
        "audits_address": looked.choice.audits_behind(label) if asked.is_hr and figure.rated else "",
    }
    return render(request, "audits/reports/results/recommendation.html", shown)


@require_safe
def audits_behind(request: SignedInRequest, label: str) -> HttpResponse:
    """The audits in which a recommendation was rated: single results, so for HR over the department, for a purpose,
    and logged."""
    asked = _asked(request)
    if not asked.is_hr or not asked.form.is_valid():
        raise Http404
    given = purposes.in_force(request)
    if given is None:
        return ask_for_kept_purpose(request.get_full_path())
    looked = results_of(_choice(request, asked), asked.department, Level())
    known = looked.recommendation(label)
    if known is None:
        raise Http404
    standard_row, row = known
    answers = answers_behind(looked.choice, asked.department, looked.rows_of(row), by=request.user)
    page = _page_number(request)
    begin = (page - 1) * ANSWERS_ON_A_PAGE
    # One more than is shown says whether there is a next page; all of them are not counted.
    listed = list(answers[begin : begin + ANSWERS_ON_A_PAGE + 1])
    shown_answers = listed[:ANSWERS_ON_A_PAGE]
    # Each says what was judged of somebody, though not of whom.
    log_readings(request, AccessKind.LIST, [answer.audit for answer in shown_answers], given, each=True)
    shown = _frame(looked, asked) | {
        "standard": standard_row,
        "title": as_title(standard_row.title),
        "row": row,
        # Single audits are of no level: neither sums nor closings.
        "level": "",
        "closings": "",
        "may_see_all": False,
        "given": given,
        "answers": shown_answers,
        "page": page,
        "has_next": len(listed) > ANSWERS_ON_A_PAGE,
        "standard_address": looked.choice.standard(standard_row.number),
        "recommendation_address": looked.choice.recommendation(label),
        "here": looked.choice.audits_behind(label),
    }
    return render(request, "audits/reports/results/audits.html", shown)


def _page_number(request: SignedInRequest) -> int:
    text = request.GET.get("strona", "")
    return max(int(text), 1) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
