"""Whether the target is reached, as page one says it: the box with the score, the first sentence and its reason."""

from dataclasses import dataclass
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.figures.statistics import FAILS, MEETS, UNDECIDED
from audits.models.periods import HALF_YEAR, YEAR, Period
from audits.reports.headline import FEW_PEOPLE, NOT_CLOSED, Found, Headline, LeftOut, Scored
from audits.reports.sentences import names
from audits.reports.sentences.causes import few_people
from audits.reports.sentences.typography import bound, count, percent

# Where the whole interval lies, in signs that the text font has.
SIGNS: Final = {MEETS: "●", UNDECIDED: "○", FAILS: "▼"}


@dataclass(frozen=True, slots=True)
class Box:
    """Left on page one, in lines: the score or the number of audits in large, what it rests on, what it means."""

    figure: str
    basis: str
    sign: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Standing:
    """`lead` in larger type; `reason` may be empty."""

    box: Box
    lead: str
    reason: str


def standing(headline: Headline) -> Standing:
    main = headline.main
    if main is None:
        box, lead, reason = Box(names.audits(0), "", "", ""), *_no_audits(headline)
    elif main.scored:
        box, lead, reason = _scored_box(main, main.scored, headline), *_scored(main, main.scored, headline)
    elif main.audits:
        box = Box(names.audits(main.audits), names.method_name(main.method), "", _("too few audits for a score"))
        lead, reason = _("Too few audits to give a score."), _too_few(main, headline)
    else:
        box, lead, reason = _absent(main, headline)
    return Standing(Box(bound(box.figure), bound(box.basis), box.sign, bound(box.verdict)), bound(lead), bound(reason))


def _scored_box(main: Found, scored: Scored, headline: Headline) -> Box:
    verdict = {
        MEETS: _("target %(target)s: reached"),
        FAILS: _("target %(target)s: not reached"),
        UNDECIDED: _("target %(target)s: undecided"),
    }[scored.band]
    return Box(
        percent(scored.value),
        _("%(method)s, %(audits)s") % {"method": names.method_name(main.method), "audits": names.audits(main.audits)},
        SIGNS[scored.band],
        verdict % {"target": percent(headline.yard.target)},
    )


def _scored(main: Found, scored: Scored, headline: Headline) -> tuple[str, str]:
    lead = {
        MEETS: _("The target of %(target)s is reached."),
        FAILS: _("The target of %(target)s is not reached."),
        UNDECIDED: _("It cannot be decided whether the target of %(target)s is reached."),
    }[scored.band]
    reason = {
        MEETS: _(
            "According to %(by_method)s the score is %(score)s; the whole interval of uncertainty, from %(low)s to "
            "%(high)s, lies at the target or above."
        ),
        FAILS: _(
            "According to %(by_method)s the score is %(score)s; the whole interval of uncertainty, from %(low)s to "
            "%(high)s, lies below the target."
        ),
        UNDECIDED: ngettext(
            "According to %(by_method)s the score is %(score)s, but with %(n)s audit it may really be anything from "
            "%(low)s to %(high)s.",
            "According to %(by_method)s the score is %(score)s, but with %(n)s audits it may really be anything from "
            "%(low)s to %(high)s.",
            main.audits,
        ),
    }[scored.band]
    return lead % {"target": percent(headline.yard.target)}, reason % {
        "by_method": names.by_method(main.method),
        "score": percent(scored.value),
        "low": percent(scored.low),
        "high": percent(scored.high),
        "n": count(main.audits),
    }


def _too_few(main: Found, headline: Headline) -> str:
    if not main.rated:
        message = _("%(Method)s: %(audits)s, while at least %(fewest)s are needed. Nothing was rated in them.")
    else:
        message = ngettext(
            "%(Method)s: %(audits)s, while at least %(fewest)s are needed. Met: %(met)s of %(rated)s rated item.",
            "%(Method)s: %(audits)s, while at least %(fewest)s are needed. Met: %(met)s of %(rated)s rated items.",
            main.rated,
        )
    return message % {
        "Method": names.method_heading(main.method),
        "audits": names.audits(main.audits),
        "fewest": count(headline.yard.smallest_sample),
        "met": count(main.met),
        "rated": count(main.rated),
    }


def _no_audits(headline: Headline) -> tuple[str, str]:
    lead = _("%(In_period)s there were no audits in this department.")
    reason = _("So the report holds no results.")
    return lead % {"In_period": capfirst(names.in_period(headline.period))}, f"{reason} {_advice(headline)}".strip()


def _absent(main: Found, headline: Headline) -> tuple[Box, str, str]:
    if main.absence == FEW_PEOPLE:
        few = few_people(headline.yard.smallest_crowd)
        lead = _("%(In_period)s results are not shown: %(few_people)s.") % {
            "In_period": capfirst(names.in_period(headline.period)),
            "few_people": few,
        }
        return Box("", "", "", few), lead, _advice(headline)
    if main.absence == NOT_CLOSED:
        lead = _("Not closed yet: %(period)s.") % {"period": names.period_name(headline.period)}
        return Box("", "", "", _("not closed yet")), lead, _("There will be results once HR has closed it.")
    lead = _("There are no results for this period alone.")
    return Box("", "", "", longer_granule(main.granule)), lead, _closed_by(main)


def longer_granule(granule: str) -> str:
    """ "wyniki tylko za cały rok"."""
    return {
        YEAR: _("results for whole years only"),
        HALF_YEAR: _("results for half-years only"),
    }.get(granule, _("results for whole quarters only"))


def _closed_by(main: Found) -> str:
    message = {
        YEAR: _("Results of %(by_method)s are given for whole years only. Choose a year."),
        HALF_YEAR: _("Results of %(by_method)s are given for half-years only. Choose a half-year or a year."),
    }.get(main.granule, _("Results of %(by_method)s are given for whole quarters only. Choose a quarter or longer."))
    return message % {"by_method": names.by_method(main.method)}


def _advice(headline: Headline) -> str:
    """What else to order. The office has nothing above it."""
    if headline.has_parent:
        return _("Choose a longer period or the department above.")
    return _("Choose a longer period.")


def left_out(parts: tuple[LeftOut, ...], smallest_crowd: int) -> str:
    """ "Wyniki nie obejmują (mniej niż 5 osób): telefon w II kwartale 2026." """
    if not parts:
        return ""
    return bound(
        _("The results leave out (%(few_people)s): %(parts)s.")
        % {"few_people": few_people(smallest_crowd), "parts": names.first_few([part_name(part) for part in parts])}
    )


def not_closed(periods: tuple[Period, ...]) -> str:
    if not periods:
        return ""
    return bound(
        _("The results leave out (not closed yet): %(periods)s.")
        % {"periods": ", ".join(map(names.period_name, periods))}
    )


def part_name(part: LeftOut) -> str:
    """ "telefon w II kwartale 2026", "Wydział Kultury (telefon)"."""
    channel = names.channel_name(part.channel) if part.channel else ""
    if part.period is None:
        if part.unit and channel:
            return _("%(unit)s (%(channel)s)") % {"unit": part.unit, "channel": channel}
        return part.unit or channel
    when = {"unit": part.unit, "channel": channel, "in_period": names.in_period(part.period)}
    if part.unit and channel:
        return _("%(unit)s (%(channel)s) %(in_period)s") % when
    if part.unit:
        return _("%(unit)s %(in_period)s") % when
    if channel:
        return _("%(channel)s %(in_period)s") % when
    return names.period_name(part.period)
