"""What the columns and values of a file of answers mean: its last sheets."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import VERDICT_WORDS, Act, Verdict
from audits.exports import Column, Kind, Sheet, Value
from audits.figures.verdicts import MOST_POINTS, POINTS
from standards.choices import Attribution, Block
from standards.models import Recommendation


def points(verdict: str) -> float | None:
    """As scores count it: 1, a half or nothing; None where it leaves the count."""
    return POINTS[verdict] / MOST_POINTS if verdict in POINTS else None


def verdict_name(verdict: str) -> str:
    return str(Verdict(verdict).label) if verdict else _("not answered")


def recommendations_sheet(editions: Iterable[int]) -> Sheet:
    """All of these editions, in the order of their texts, as they are judged today."""
    return Sheet(
        pgettext("sheet", "Recommendations"),
        (
            Column(_("Edition"), 14, Kind.LABEL),
            Column(_("Recommendation"), 14, Kind.LABEL),
            Column(_("Short name"), 34),
            Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
            Column(_("Title of the area"), 34, wraps=True),
            Column(pgettext("heading of a file", "Standard"), 10, Kind.LABEL),
            Column(_("Title of the standard"), 44, wraps=True),
            Column(_("Text of the standards"), 70, wraps=True),
            Column(_("Question to the auditor"), 50, wraps=True),
            Column(_("Block"), 24),
            Column(_("Occasion"), 24),
            Column(_("A breach is looked for"), 14),
            Column(_("Critical"), 11),
        ),
        _recommendations(editions),
    )


def _recommendations(editions: Iterable[int]) -> Iterator[tuple[Value, ...]]:
    found = (
        Recommendation.objects.filter(standard__edition__in=list(editions))
        .select_related("standard__area", "standard__edition", "assessability__occasion")
        .order_by("standard__edition", "standard__area__position", "standard__position", "position")
    )
    for each in found:
        judged = getattr(each, "assessability", None)
        standard = each.standard
        yield (
            standard.edition.code,
            each.label,
            capfirst(judged.short_name) if judged else "",
            standard.area.number,
            standard.area.title,
            standard.number,
            standard.title,
            each.text,
            judged.question if judged else "",
            str(Block(judged.block).label) if judged and judged.block else "",
            judged.occasion.label if judged and judged.occasion else "",
            judged.refrain if judged else None,
            judged.critical if judged else None,
        )


def explanations_sheet(rows: Iterable[tuple[str, str, str]]) -> Sheet:
    """`rows`: (column, value, what that means)."""
    columns = (
        Column(_("Column"), 26),
        Column(pgettext("heading of a file", "Value"), 30, Kind.LABEL),
        Column(_("What it means"), 100, wraps=True),
    )
    return Sheet(pgettext("sheet", "Codebook"), columns, rows)


def verdicts_explained(column: str) -> Iterator[tuple[str, str, str]]:
    for verdict, words in VERDICT_WORDS.items():
        yield column, verdict_name(verdict), str(words.meaning)


def acts_explained(column: str) -> Iterator[tuple[str, str, str]]:
    meanings = {
        Act.JUDGED: _("The auditor judged this very row."),
        Act.GATE: _("The auditor said that the occasion did not arise."),
        Act.NONE_OF_THESE: _("The auditor said of a whole list of breaches that none was noticed."),
        Act.EXCLUDED: _("The other of two rows, of which only one can apply, was judged."),
        Act.LEFT: _("The auditor handed the audit in with this row open."),
    }
    for act, meaning in meanings.items():
        yield column, str(act.label), meaning


def attributions_explained(column: str) -> Iterator[tuple[str, str, str]]:
    yield column, str(Attribution.EMPLOYEE.label), _("It is about the person, and counts for the unit.")
    yield column, str(Attribution.UNIT.label), _("It is about the unit, and never counts for a person.")
