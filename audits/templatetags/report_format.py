"""How reports write their figures: the same on screen and on paper. Nothing is computed or rounded here."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from audits.reports.figures import Change, Figure, Share

register = template.Library()

NOTHING = "–"


@register.filter
def percent(value: Decimal | None) -> str:
    """91.3 as "91,3%"."""
    return NOTHING if value is None else f"{number_format(value)}%"


@register.filter
def points(value: Decimal | None) -> str:
    """A difference in percentage points, with its sign: "+2,5", "−1,0", "0,0"."""
    if value is None:
        return NOTHING
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_format(abs(value))}"


@register.filter
def interval(figure: Figure | Share) -> str:
    """The ends of a figure's interval: "84,1–97,0%"."""
    if figure.low is None or figure.high is None:
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
    """ "19 z 20"; a dash where nothing was rated or nothing may be shown."""
    if share is None or not share.rated:
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
        "withheld": _("not shown: fewer than 5 people"),
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
