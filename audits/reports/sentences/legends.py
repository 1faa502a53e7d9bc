"""The lines above and below the tables of page two and on."""

from collections.abc import Callable, Sequence

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.reports.headline import Yard
from audits.reports.sentences.causes import not_rated, too_few_audits
from audits.reports.sentences.typography import binding, bound, count

# Below the target by so many percentage points a cell is tinted, tinted more, tinted most.
TINTED_MORE, TINTED_MOST = 5, 15


@binding
def areas(yard: Yard, *, changes: bool) -> str:
    said = [
        _(
            "Score in per cent and its 95%% interval. ● target reached, ▼ not reached, no sign: undecided; “k of n” "
            "without a score: %(too_few_audits)s (fewer than %(n)s). Methods are not added up."
        )
        % {"too_few_audits": too_few_audits(), "n": count(yard.smallest_sample)}
    ]
    if changes:
        said.append(_("Change in percentage points: ▲ better, ▼ worse, no sign: undecided."))
    return " ".join(said)


def units(yard: Yard, *, tinted: Callable[[int, str], str] = lambda level, text: text) -> str:
    """`tinted` may put the sample of a tint (1 to 3) around its bounds, as safe markup."""
    target = yard.target
    more, most = target - TINTED_MORE, target - TINTED_MOST
    message = _(
        "In the order of the structure, which is no ranking; a difference may be chance. Background: %(light)s; "
        "%(middle)s; %(dark)s; none: %(target)s and more."
    ) % {"light": "{light}", "middle": "{middle}", "dark": "{dark}", "target": "{target}"}
    return format_html(
        bound(message),
        light=tinted(1, _range(more, target)),
        middle=tinted(2, _range(most, more)),
        dark=tinted(3, bound(_("below %(n)s") % {"n": count(most)})),
        target=count(target),
    )


def _range(low: int, below: int) -> str:
    """All scores of one decimal from `low` to just below `below`: "85–89,9"."""
    return f"{low}–{below - 1},9"


@binding
def units_without_audits(unit_names: Sequence[str]) -> str:
    return _("Without audits by this method: %(names)s.") % {"names": ", ".join(unit_names)} if unit_names else ""


@binding
def not_rated_rows(labels: Sequence[str]) -> str:
    """Of standards above their table, of recommendations after those of their standard."""
    return _("Not rated: %(labels)s.") % {"labels": ", ".join(labels)} if labels else ""


@binding
def standards_without_ratings(numbers: Sequence[str]) -> str:
    """The detail table's last row."""
    return (
        ngettext(
            "Without a single rating: standard %(numbers)s.",
            "Without a single rating: standards %(numbers)s.",
            len(numbers),
        )
        % {"numbers": ", ".join(numbers)}
        if numbers
        else ""
    )


@binding
def waiting(yard: Yard) -> str:
    return _(
        "Waiting in minutes: median (quartiles); n: audits in which it was noted. Fewer than %(n)s: %(too_few_audits)s."
    ) % {"n": count(yard.smallest_sample), "too_few_audits": too_few_audits()}


@binding
def detail(yard: Yard) -> str:
    return _(
        "“4 of 5”: the recommendation was met in full in 4 of the 5 audits in which it was rated. Interval: 95%%, in "
        "per cent, from %(n)s audits on. ▼ all of it below the target. No figure: %(not_rated)s."
    ) % {"n": count(yard.smallest_sample), "not_rated": not_rated()}


def no_breaches() -> str:
    return _("None were found.")
