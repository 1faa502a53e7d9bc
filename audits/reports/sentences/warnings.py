"""What page one must not keep silent about: units below the target, critical breaches, how sure the score is."""

from decimal import ROUND_CEILING
from typing import Final

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.reports.headline import Found, Headline
from audits.reports.sentences import names
from audits.reports.sentences.typography import binding, bound, count

# In percentage points, by the larger half of the interval.
_VERY_EXACT: Final = 2
_RATHER_EXACT: Final = 5


@binding
def units_below(headline: Headline) -> str:
    """Empty for a department without units, and where none lies wholly below."""
    below = headline.units_below
    if below is None or not below.names:
        return ""
    return ngettext(
        "The target is not reached in %(k)s of %(n)s unit with a score: %(names)s.",
        "The target is not reached in %(k)s of %(n)s units with a score: %(names)s.",
        below.scored,
    ) % {"k": count(len(below.names)), "n": count(below.scored), "names": names.first_few(below.names)}


@binding
def breaches(number: int) -> str:
    if not number:
        return ""
    message = ngettext("%(n)s critical breach was found.", "%(n)s critical breaches were found.", number)
    return message % {"n": count(number)}


def breaches_on_page(number: int, href: str) -> str:
    """The same in print: with a link whose text is the word "strona", after which the stylesheet puts the number."""
    if not number:
        return ""
    message = ngettext(
        "%(n)s critical breach was found (%(page)s).", "%(n)s critical breaches were found (%(page)s).", number
    )
    link = format_html('<a class="page-link" href="{}">{}</a>', href, pgettext("of a document", "page"))
    return format_html(bound(message % {"n": count(number), "page": "{page}"}), page=link)


@binding
def certainty(headline: Headline) -> str:
    """After the words "Jak pewne to jest:"; empty where there is nothing to be sure of."""
    main = headline.main
    if main is None or not main.audits:
        return ""
    rests_on = {"audits": names.audits(main.audits), "auditors": names.auditors(main.auditors), "rows": _rows(main)}
    if main.scored is None:
        return _(
            "too few audits: %(audits)s, %(auditors)s, %(rows)s. The figures of this report hold of these audits only."
        ) % (rests_on)
    half = main.scored.half_width
    points = max(int(half.to_integral_value(ROUND_CEILING)), 1)
    if half <= _VERY_EXACT:
        sure = _("the score is very exact: %(audits)s, %(auditors)s, %(rows)s. %(other_audits)s")
    elif half <= _RATHER_EXACT:
        sure = _("the score is rather exact: %(audits)s, %(auditors)s, %(rows)s. %(other_audits)s")
    else:
        sure = _("the score is a rough one: %(audits)s, %(auditors)s, %(rows)s. %(other_audits)s")
    other_audits = ngettext(
        "Another choice of audits could move it by as much as %(n)s percentage point; nothing follows from smaller "
        "differences.",
        "Another choice of audits could move it by as much as %(n)s percentage points; nothing follows from smaller "
        "differences.",
        points,
    ) % {"n": count(points)}
    return sure % (rests_on | {"other_audits": other_audits})


def _rows(main: Found) -> str:
    return ngettext(
        "%(k)s of the %(n)s recommendation rated that this method can rate",
        "%(k)s of the %(n)s recommendations rated that this method can rate",
        main.visible,
    ) % {"k": count(main.judged), "n": count(main.visible)}
