"""What the page of results says besides the sentences of page one."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.figures.statistics import FELL, ROSE
from audits.reports.headline import FEW_PEOPLE, NOT_CLOSED, Absence, Comparison, Found, Scored, Yard
from audits.reports.sentences import names
from audits.reports.sentences.causes import few_people
from audits.reports.sentences.typography import binding, count, ends, number, signed


@binding
def areas(titles: Mapping[str, str]) -> str:
    """ "I – Wizerunek; II – …": what stands over narrow columns."""
    return "; ".join(f"{number} – {title}" for number, title in titles.items()) + "." if titles else ""


@binding
def groups(whole: Scored | None, units: Sequence[tuple[str, Scored]]) -> str:
    """Which units' intervals are apart from that of the whole. No order among those that overlap with it."""
    if whole is None or len(units) < 2:
        return ""
    below = [name for name, scored in units if scored.high < whole.low]
    above = [name for name, scored in units if scored.low > whole.high]
    rest = len(units) - len(below) - len(above)
    said = [_("Interval of the whole: %(ends)s.") % {"ends": ends(whole.low, whole.high)}]
    if below:
        said.append(_("Wholly below it: %(names)s.") % {"names": ", ".join(below)})
    if above:
        said.append(_("Wholly above it: %(names)s.") % {"names": ", ".join(above)})
    if rest and not (below or above):
        said.append(_("The intervals of all units overlap with it: none can be told from the others."))
    elif rest:
        message = ngettext(
            "The interval of %(n)s other unit overlaps with it: it cannot be told from the whole.",
            "The intervals of %(n)s other units overlap with it: they cannot be told from the whole, nor from each "
            "other.",
            rest,
        )
        said.append(message % {"n": count(rest)})
    return " ".join(said)


@binding
def no_audits_of(method: str, absence: Absence, yard: Yard) -> str:
    """Why a method has no column in the table of what was covered."""
    why = {
        "": _("no audits in this period"),
        FEW_PEOPLE: few_people(yard.smallest_crowd),
        NOT_CLOSED: _("not closed yet"),
    }.get(absence, _("closed for a longer time only"))
    return _("%(Method)s: %(why)s.") % {"Method": names.method_heading(method), "why": why}


@binding
def without_audits(unit_names: Sequence[str]) -> str:
    return _("Without any audit shown: %(names)s.") % {"names": ", ".join(unit_names)}


@binding
def order() -> str:
    return _("In the order of the structure, which is no ranking. Each figure leads on to what it is made of.")


@binding
def difference(found: Comparison, first: str, second: str) -> str:
    """Of two selections, called by their names: the first against the second."""
    if found.points is None or found.low is None or found.high is None:
        return _("What both share was rated too seldom to compare them.")
    words = {"first": first, "second": second, "points": number(abs(found.points)), "signed": signed(found.points)}
    words |= {"low": signed(found.low), "high": signed(found.high)}
    return {
        ROSE: _(
            "%(first)s is better than %(second)s by %(points)s percentage points (interval from %(low)s to %(high)s)."
        ),
        FELL: _(
            "%(first)s is worse than %(second)s by %(points)s percentage points (interval from %(low)s to %(high)s)."
        ),
    }.get(
        found.outcome,
        _(
            "%(first)s and %(second)s cannot be told apart (%(signed)s percentage points, interval from %(low)s to "
            "%(high)s)."
        ),
    ) % words


@binding
def shared_rows(shared: int) -> str:
    return ngettext(
        "Compared over the %(n)s recommendation that was rated on both sides, so a score may differ from that of all.",
        "Compared over the %(n)s recommendations that were rated on both sides, so scores may differ from those of "
        "all.",
        shared,
    ) % {"n": count(shared)}


@binding
def nothing_to_compare(name: str, found: Found, yard: Yard) -> str:
    """Why a selection has no figures."""
    return f"{name}: {no_audits_of(found.method, found.absence, yard)}"


def same_audits() -> str:
    return _("One selection holds audits of the other: a difference between the two would say nothing. Choose others.")


def nothing_shared() -> str:
    return _("Nothing was rated on both sides.")
