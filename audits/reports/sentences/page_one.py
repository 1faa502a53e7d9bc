"""All sentences of page one, in their places."""

from dataclasses import dataclass

from audits.reports.headline import Headline
from audits.reports.sentences.change import change
from audits.reports.sentences.rows import strong, weakest
from audits.reports.sentences.standing import Box, left_out, not_closed, standing
from audits.reports.sentences.warnings import breaches, certainty, units_below


@dataclass(frozen=True, slots=True)
class PageOne:
    """What is empty is not printed. `strong` and `certainty` follow words of their own, in bold."""

    box: Box
    lead: str
    reason: str
    change: str
    weakest: str
    units_below: str
    breaches: str
    left_out: str
    not_closed: str
    strong: str
    certainty: str


def page_one(headline: Headline) -> PageOne:
    where = standing(headline)
    main = headline.main
    # Without a single audit that may be shown there is nothing to say of recommendations.
    has_figures = main is not None and main.audits > 0
    return PageOne(
        box=where.box,
        lead=where.lead,
        reason=where.reason,
        change=change(headline),
        weakest=weakest(headline) if has_figures else "",
        units_below=units_below(headline),
        breaches=breaches(headline.breaches),
        left_out=left_out(headline.left_out, headline.yard.smallest_crowd) if has_figures else "",
        not_closed=not_closed(headline.not_closed) if has_figures else "",
        strong=strong(headline) if has_figures else "",
        certainty=certainty(headline),
    )
