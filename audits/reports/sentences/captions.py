"""The words beside the chart of page one, and its alternative text."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.models.periods import HALF_YEAR, QUARTER, YEAR, Period
from audits.reports.headline import FEW_PEOPLE, LONGER_GRANULE, NOT_CLOSED, Found, Trend, Yard
from audits.reports.sentences import names
from audits.reports.sentences.causes import few_people, too_few_audits
from audits.reports.sentences.standing import longer_granule
from audits.reports.sentences.typography import binding, bound, count, ends, percent


def chart_heading(period: Period) -> str:
    return bound(
        {
            QUARTER: _("The last four quarters, by method"),
            HALF_YEAR: _("The last four quarters and the half-year, by method"),
            YEAR: _("The quarters and the whole year, by method"),
        }.get(period.kind, _("The last four quarters and the whole period, by method"))
    )


@binding
def chart_caption(trend: Trend, drawn: Iterable[str], *, cut: bool = False) -> str:
    """`drawn`: the methods that have a panel; of the others it says why. `cut`: bars that end below the axis."""
    drawn = names.in_order(list(drawn))
    said = []
    if drawn:
        target = {"target": percent(trend.yard.target)}
        said.append(
            _(
                "Bar: 95%% interval. ● all of it at the target or above, ▼ all below, ○ undecided. Dashed line: target "
                "%(target)s."
            )
            % target
        )
        if cut:
            said.append(_("A triangle at the end of a bar: it goes on below."))
        said.append(
            _("Without a sign: %(too_few_audits)s (fewer than %(n)s).")
            % {"too_few_audits": too_few_audits(), "n": count(trend.yard.smallest_sample)}
        )
        said += _columns_without_figures(trend, drawn)
    said += [method_note(trend.columns[-1].of(method), trend.yard) for method in trend.methods if method not in drawn]
    return " ".join(said)


@binding
def method_note(found: Found, yard: Yard) -> str:
    """Why a method has no score in the report's own period: "Przegląd dokumentów: za mało audytów (2)." """
    if found.absence:
        why = _absence(found, yard)
        return _("%(Method)s: %(why)s.") % {"Method": names.method_heading(found.method), "why": why}
    if not found.audits:
        return _("%(Method)s: no audits in this period.") % {"Method": names.method_heading(found.method)}
    return _("%(Method)s: %(too_few_audits)s (%(n)s).") % {
        "Method": names.method_heading(found.method),
        "too_few_audits": too_few_audits(),
        "n": count(found.audits),
    }


def _columns_without_figures(trend: Trend, drawn: Iterable[str]) -> Iterable[str]:
    """Of methods that are drawn, the columns of which nothing may be shown or is known, cause by cause."""
    for cause in (FEW_PEOPLE, NOT_CLOSED, LONGER_GRANULE):
        for method in drawn:
            found = [(column.period, column.of(method)) for column in trend.columns]
            columns = [(period, each) for period, each in found if each.absence == cause]
            if columns:
                if cause == LONGER_GRANULE:
                    yield method_note(columns[0][1], trend.yard)
                    continue
                yield _("%(Method)s: %(why)s (%(columns)s).") % {
                    "Method": names.method_heading(method),
                    "why": _absence(columns[0][1], trend.yard),
                    "columns": ", ".join(names.period_name(period) for period, each in columns),
                }


def _absence(found: Found, yard: Yard) -> str:
    if found.absence == FEW_PEOPLE:
        return few_people(yard.smallest_crowd)
    return _("not closed yet") if found.absence == NOT_CLOSED else longer_granule(found.granule)


@binding
def chart_in_words(trend: Trend, drawn: Iterable[str]) -> str:
    """Every figure of the chart: the only text that a reader of the PDF who can't see it is given."""
    drawn = names.in_order(list(drawn))
    if not drawn:
        return ""
    said = [
        _("Score with its 95%% interval by method and period; target %(target)s.")
        % {"target": percent(trend.yard.target)}
    ]
    for method in drawn:
        columns = [_column_in_words(column.period, column.of(method), trend.yard) for column in trend.columns]
        said.append(
            _("%(Method)s: %(columns)s.") % {"Method": names.method_heading(method), "columns": "; ".join(columns)}
        )
    return " ".join(said)


def _column_in_words(period: Period, found: Found, yard: Yard) -> str:
    column = {"period": names.period_name(period), "n": count(found.audits)}
    if found.absence:
        return _("%(period)s: %(why)s") % (column | {"why": _absence(found, yard)})
    if found.scored:
        return _("%(period)s: %(score)s (%(ends)s), n = %(n)s") % (
            column | {"score": percent(found.scored.value), "ends": ends(found.scored.low, found.scored.high)}
        )
    if not found.audits:
        return _("%(period)s: no audits") % column
    return _("%(period)s: %(too_few_audits)s, n = %(n)s") % (column | {"too_few_audits": too_few_audits()})


def column_label(period: Period, *, with_year: bool) -> str:
    """Below a column: "IV 2025" or, where the year is clear from the left, "IV"; the longer period in full."""
    if period.kind == QUARTER:
        number = names.quarter_number(period)
        return f"{number} {period.first_day.year}" if with_year else number
    if period.kind == HALF_YEAR:
        return bound(pgettext("column", "half-year"))
    if period.kind == YEAR:
        return bound(pgettext("column", "year %(year)s") % {"year": str(period.first_day.year)})
    return bound(pgettext("column", "the period"))


def sample(audits: int) -> str:
    """ "n = 12" below a column."""
    return f"n = {count(audits)}"
