"""How reports write their figures: the same on screen and on paper. Nothing is computed or rounded here."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from audits.reports.figures import Change, Counts, Figure, Share

register = template.Library()

NOTHING = "–"


@register.filter
def percent(value: Decimal | str | None) -> str:
    """91.3 as "91,3%"; a dash for none, which is "" where a template asked a share that is not shown."""
    return NOTHING if value in (None, "") else f"{number_format(value)}%"


@register.filter
def verdicts(counts: Counts | None, verdict: str) -> str:
    """How many answers got a verdict; a dash where it may not be shown."""
    return NOTHING if counts is None else number_format(getattr(counts, verdict))


@register.filter
def points(value: Decimal | None) -> str:
    """A difference in percentage points, with its sign: "+2,5", "−1,0", "0,0"."""
    if value is None:
        return NOTHING
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_format(abs(value))}"


@register.filter
def interval(figure: Figure | Share | None) -> str:
    """The ends of a figure's interval: "84,1–97,0%"."""
    if figure is None or figure.low is None or figure.high is None:
        return NOTHING
    return f"{number_format(figure.low)}–{number_format(figure.high)}%"


@register.filter
def change_interval(change: Change) -> str:
    """The ends of a difference's interval: "−1,2 do +4,0"."""
    if change.low is None or change.high is None:
        return NOTHING
    return _("%(low)s to %(high)s") % {"low": points(change.low), "high": points(change.high)}


@register.filter
def k_of_n(share: Share | None) -> str:
    """ "19 z 20"; a dash where nothing was rated, and it is said where nothing may be shown."""
    if share is None:
        return _("too few data")
    if not share.rated:
        return NOTHING
    return _("%(k)s of %(n)s") % {"k": number_format(share.met), "n": number_format(share.rated)}


@register.filter
def band(figure: Figure) -> str:
    """What a figure says about the target."""
    return {
        "meets": _("meets the target"),
        "fails": _("misses the target"),
        "undecided": _("undecided"),
        "too_few": _("too few data"),
        "withheld": _("not shown: protects people"),
    }[figure.band]


@register.filter
def direction(change: Change) -> str:
    """What a change against the period before says."""
    return {
        "rose": _("better"),
        "fell": _("worse"),
        "undecided": _("undecided"),
        "too_few": _("too few data"),
    }[change.verdict]
