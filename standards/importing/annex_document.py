"""An annex as an edition's document (`edition.schema.json`), of which nobody has said yet how it is judged."""

import uuid
from collections.abc import Iterator
from typing import Any

from standards.importing.annex import Annex, Passage
from standards.importing.edition_fixture import LINEAGE
from standards.interchange import UNJUDGED
from standards.models.text import says_repealed
from standards.wording.numbering import has_own_mark


def annex_document(annex: Annex, code: str) -> dict[str, Any]:
    """For `importing.import_edition`; each recommendation begins a lineage of its own, the same for the same code."""
    return {
        "code": code,
        "title": annex.title,
        "based_on": None,
        "publication": None,
        "occasions": [],
        "areas": [
            {
                "number": area.number,
                "title": area.title,
                "standards": [
                    {
                        "number": standard.number,
                        "title": standard.title,
                        "rationale": "\n\n".join(paragraph.text for paragraph in standard.rationale),
                        "recommendations": [
                            {
                                "number": recommendation.number,
                                "text": recommendation.passage.text,
                                "emphasis": _ranges(recommendation.passage),
                                "lineage": str(
                                    uuid.uuid5(LINEAGE, f"{code}/{standard.number}.{recommendation.number}")
                                ),
                                "wording_changed": False,
                                "same_meaning": None,
                                "repealed": says_repealed(recommendation.passage.text),
                                "points": [point.text for point in recommendation.points],
                                "points_emphasis": [_ranges(point) for point in recommendation.points],
                                "judged": False,
                                **UNJUDGED,
                            }
                            for recommendation in standard.recommendations
                        ],
                    }
                    for standard in area.standards
                ],
            }
            for area in annex.areas
        ],
    }


def _ranges(passage: Passage) -> list[list[int]]:
    return [list(span) for span in passage.emphasis]


def outline(annex: Annex) -> Iterator[str]:
    """What was understood, one line a part, indented by its level: to be looked at before it is imported."""
    yield annex.title
    for area in annex.areas:
        yield f"{area.number}. {area.title}"
        for standard in area.standards:
            yield f"  {standard.number}. {standard.title}"
            for paragraph in standard.rationale:
                yield f"    ({paragraph.text})"
            for recommendation in standard.recommendations:
                yield f"    {standard.number}.{recommendation.number}. {recommendation.passage.text}"
                for point in recommendation.points:
                    yield f"      {point.text}" if has_own_mark(point.text) else f"      – {point.text}"
