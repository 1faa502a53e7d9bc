"""What has changed since the period before, as page one says it."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.figures.statistics import FELL, ROSE, UNDECIDED
from audits.reports.headline import (
    FEW_BEFORE,
    FEW_NOW,
    FEW_PEOPLE_BEFORE,
    NO_AUDITS_BEFORE,
    NOT_CLOSED_BEFORE,
    OTHER_CHANNELS,
    OTHER_ROWS,
    Comparison,
    Headline,
)
from audits.reports.sentences import names
from audits.reports.sentences.causes import few_people
from audits.reports.sentences.typography import binding, count, number, signed


@binding
def change(headline: Headline) -> str:
    """Empty where the period itself has no score: there is nothing to compare then."""
    found, main = headline.comparison, headline.main
    if found is None or main is None or main.scored is None:
        return ""
    before = headline.period.previous()
    return _message(found) % {
        "In_period": capfirst(names.in_period(before)),
        "with_period": names.with_period(before),
        "With_period": capfirst(names.with_period(before)),
        "n": count(found.audits_before),
        "few_people": few_people(headline.yard.smallest_crowd),
        **_points(found),
    }


def _message(found: Comparison) -> str:
    if found.outcome == FEW_BEFORE:
        return ngettext(
            "%(In_period)s there was %(n)s audit; that is too few to compare with.",
            "%(In_period)s there were %(n)s audits; that is too few to compare with.",
            found.audits_before,
        )
    return {
        ROSE: _(
            "Compared %(with_period)s it is better by %(points)s percentage points (interval from %(low)s to %(high)s)."
        ),
        FELL: _(
            "Compared %(with_period)s it is worse by %(points)s percentage points (interval from %(low)s to %(high)s)."
        ),
        UNDECIDED: _(
            "Compared %(with_period)s no change can be told from chance (%(signed)s percentage points, interval from "
            "%(low)s to %(high)s)."
        ),
        NO_AUDITS_BEFORE: _("%(In_period)s there were no audits by this method, so there is nothing to compare with."),
        FEW_NOW: _("What both periods share was rated too seldom to compare %(with_period)s."),
        OTHER_CHANNELS: _("%(With_period)s nothing can be compared, for other channels were audited then."),
        OTHER_ROWS: _("%(With_period)s nothing can be compared, for other recommendations were rated then."),
        FEW_PEOPLE_BEFORE: _(
            "%(In_period)s results are not shown: %(few_people)s. So there is nothing to compare with."
        ),
        NOT_CLOSED_BEFORE: _("%(With_period)s nothing can be compared, for it is not closed yet."),
    }[found.outcome]


def _points(found: Comparison) -> dict[str, str]:
    if found.points is None or found.low is None or found.high is None:
        return {}
    return {
        "points": number(abs(found.points)),
        "signed": signed(found.points),
        "low": signed(found.low),
        "high": signed(found.high),
    }
