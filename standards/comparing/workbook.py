"""A comparison of two editions as a workbook: what the page shows, for whoever sorts, filters and answers to it."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from standards.comparing.comparison import AreaChange, Comparison, RecommendationChange, StandardChange
from standards.exports import Column, Kind, Sheet, Value
from standards.models import Edition
from standards.wording.differences import Kind as Change
from standards.wording.differences import Piece, differs


def comparison_sheets(compared: dict[str, Any]) -> list[Sheet]:
    """`compared`: what the page is given. A sheet a table; those that have no row are left out."""
    comparison: Comparison = compared["comparison"]
    standards = [(area, standard) for area in comparison.areas for standard in area.standards]
    tables = [
        Sheet(_("Recommendations"), _recommendation_columns(), list(_recommendations(standards))),
        Sheet(_("Standards"), _standard_columns(), [_standard(area, standard) for area, standard in standards]),
        Sheet(_("Areas"), _area_columns(), [_area(area) for area in comparison.areas]),
    ]
    about = (Column(_("What"), 28), Column(_("What it says"), 100, wraps=True))
    return [Sheet(_("About the file"), about, list(_about(compared))), *(sheet for sheet in tables if sheet.rows)]


def _about(compared: dict[str, Any]) -> Iterator[tuple[Value, Value]]:
    yield _("Office"), settings.OFFICE_NAME
    yield _("Text before"), _edition(compared["old"])
    yield _("Text after"), _edition(compared["edition"])
    counts = compared["counts"]
    yield _("Recommendations reworded"), counts["changed"]
    yield _("Recommendations added"), counts["added"]
    yield _("Recommendations removed"), counts["removed"]
    yield _("Recommendations moved"), counts["moved"]
    yield _("Recommendations renumbered"), counts["renumbered"]
    yield _("Recommendations with the same wording"), counts["same"]
    if compared["is_same"]:
        yield "", _("The two texts do not differ.")
    elif compared["only_changed"]:
        yield "", _("Only what differs is shown.")


def _edition(edition: Edition) -> str:
    said = [f"{edition.code} – {edition.title}"]
    if edition.is_published:
        said.append(edition.publication.legal_basis)
    return "; ".join(part for part in said if part)


def _recommendation_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
        Column(pgettext("heading of a file", "Standard"), 10, Kind.LABEL),
        Column(_("Number before"), 12, Kind.LABEL),
        Column(_("Number after"), 12, Kind.LABEL),
        Column(_("What became of it"), 30, wraps=True),
        Column(_("Text before"), 60, wraps=True),
        Column(_("Text after"), 60, wraps=True),
        Column(_("Changes: [− removed −], [+ added +]"), 60, wraps=True),
    )


def _recommendations(standards: Iterable[tuple[AreaChange, StandardChange]]) -> Iterator[tuple[Value, ...]]:
    for area, standard in standards:
        for row in standard.recommendations:
            texts = (row.text, *row.points)
            yield (
                area.new_number or area.old_number,
                standard.new_number or standard.old_number,
                row.old_label,
                row.new_label,
                _said_of(row),
                _joined(texts, Change.ADDED),
                _joined(texts, Change.REMOVED),
                "\n".join(map(_marked, texts)) if any(map(differs, texts)) else "",
            )


def _standard_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
        Column(_("Number before"), 12, Kind.LABEL),
        Column(_("Number after"), 12, Kind.LABEL),
        Column(_("What became of it"), 30, wraps=True),
        Column(_("Title before"), 40, wraps=True),
        Column(_("Title after"), 40, wraps=True),
        Column(_("Rationale before"), 60, wraps=True),
        Column(_("Rationale after"), 60, wraps=True),
    )


def _standard(area: AreaChange, standard: StandardChange) -> tuple[Value, ...]:
    return (
        area.new_number or area.old_number,
        standard.old_number,
        standard.new_number,
        _said_of(standard),
        *_both(standard.title),
        *_both(standard.rationale),
    )


def _area_columns() -> tuple[Column, ...]:
    return (
        Column(_("Number before"), 12, Kind.LABEL),
        Column(_("Number after"), 12, Kind.LABEL),
        Column(_("Title before"), 60, wraps=True),
        Column(_("Title after"), 60, wraps=True),
    )


def _area(area: AreaChange) -> tuple[Value, ...]:
    return (area.old_number, area.new_number, *_both(area.title))


def _both(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    return _joined((pieces,), Change.ADDED), _joined((pieces,), Change.REMOVED)


def _joined(texts: Iterable[tuple[Piece, ...]], without: Change) -> str:
    """A text and its points, a line each, without what is not in that edition."""
    lines = ("".join(piece.text for piece in pieces if piece.kind != without) for pieces in texts)
    return "\n".join(line for line in lines if line)


def _marked(pieces: tuple[Piece, ...]) -> str:
    signs = {Change.REMOVED: "[−{}−]", Change.ADDED: "[+{}+]"}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in pieces)


def _said_of(change: RecommendationChange | StandardChange) -> str:
    """The very words of the page."""
    is_standard = isinstance(change, StandardChange)
    name, as_what = ("_standard_change", "standard") if is_standard else ("_recommendation_change", "row")
    said = render_to_string(f"standards/comparing/{name}.html", {as_what: change})
    return " ".join(unescape(strip_tags(said)).split())
