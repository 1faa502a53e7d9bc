"""An edition as one JSON document, so that it can be read, compared and carried elsewhere."""

from typing import Any

from standards.models import Assessability, Edition, Point, Recommendation, Standard

# Columns of Assessability that are written as they are, beside what its recommendation says.
JUDGING = (
    "mystery",
    "observation",
    "documents",
    "block",
    "refrain",
    "attribution",
    "delayed",
    "critical",
    "weight",
    "same_matter",
    "ask_first",
    "question",
    "parts",
    "channel_questions",
    "short_name",
    "note",
    "reason",
)


# What is written of a recommendation of which nobody has said how it is judged.
UNJUDGED: dict[str, Any] = {
    **{column: getattr(Assessability(weight=0), column) for column in JUDGING},
    "occasion": None,
    "excludes": None,
}


def export_edition(code: str) -> dict[str, Any]:
    """The edition with all its text and how each recommendation is judged, in seven queries.

    Raises Edition.DoesNotExist. The shape, every list in the edition's order:

        {code, title, based_on: null | code of the edition before,
         publication: null | {legal_basis, effective_from, published_at},
         occasions: [{code, label, question, by_scenario}],
         areas: [{number, title,
            standards: [{number, title, rationale,
               recommendations: [{number, text, emphasis, lineage, wording_changed, same_meaning: null | bool, repealed,
                  points: [text], points_emphasis: [emphasis of each point],
                  judged: whether anybody has said how,
                  mystery: [channel], observation: [channel], documents: [channel],
                  block, occasion: null | code, refrain, attribution, delayed, critical, weight, same_matter,
                  excludes: null | [standard's number, recommendation's number],
                  ask_first, question, parts: [text], channel_questions: [{channel, question, parts: [text]}],
                  short_name, note, reason}]}]}]}

    Text is plain; emphasis is a list of [start, end) ranges of its characters. Numbers are labels, hence strings.
    Who confirmed what is this office's own and stays here.
    """
    edition = Edition.objects.select_related("publication", "based_on").get(code=code)
    areas: dict[int, dict[str, Any]] = {}
    standards: dict[int, dict[str, Any]] = {}
    recommendations: dict[int, dict[str, Any]] = {}

    judged = {
        one.recommendation_id: one
        for one in Assessability.objects.filter(recommendation__standard__edition=edition).select_related(
            "occasion", "excludes__standard"
        )
    }
    for area in edition.areas.order_by("position", "pk"):
        areas[area.pk] = {"number": area.number, "title": area.title, "standards": []}
    for standard in edition.standards.order_by("position", "pk"):
        standards[standard.pk] = _standard(standard)
        areas[standard.area_id]["standards"].append(standards[standard.pk])
    for recommendation in Recommendation.objects.filter(standard__edition=edition).order_by("position", "pk"):
        recommendations[recommendation.pk] = _recommendation(recommendation, judged.get(recommendation.pk))
        standards[recommendation.standard_id]["recommendations"].append(recommendations[recommendation.pk])
    for point in Point.objects.filter(recommendation__standard__edition=edition).order_by("position", "pk"):
        recommendations[point.recommendation_id]["points"].append(point.text)
        recommendations[point.recommendation_id]["points_emphasis"].append(point.emphasis)
    return {
        "code": edition.code,
        "title": edition.title,
        "based_on": edition.based_on.code if edition.based_on else None,
        "publication": _publication(edition),
        "occasions": [
            {
                "code": occasion.code,
                "label": occasion.label,
                "question": occasion.question,
                "by_scenario": occasion.by_scenario,
            }
            for occasion in edition.occasions.order_by("position", "pk")
        ],
        "areas": list(areas.values()),
    }


def _publication(edition: Edition) -> dict[str, Any] | None:
    if not edition.is_published:
        return None
    publication = edition.publication
    return {
        "legal_basis": publication.legal_basis,
        "effective_from": publication.effective_from.isoformat(),
        "published_at": publication.published_at.isoformat(),
    }


def _standard(standard: Standard) -> dict[str, Any]:
    return {
        "number": standard.number,
        "title": standard.title,
        "rationale": standard.rationale,
        "recommendations": [],
    }


def _recommendation(recommendation: Recommendation, row: Assessability | None) -> dict[str, Any]:
    judged = row or Assessability(weight=0)
    return {
        "number": recommendation.number,
        "text": recommendation.text,
        "emphasis": recommendation.emphasis,
        "lineage": str(recommendation.lineage),
        "wording_changed": recommendation.wording_changed,
        "same_meaning": recommendation.same_meaning,
        "repealed": recommendation.repealed,
        "points": [],
        "points_emphasis": [],
        "judged": row is not None,
        **{column: getattr(judged, column) for column in JUDGING},
        "occasion": judged.occasion.code if judged.occasion else None,
        "excludes": [judged.excludes.standard.number, judged.excludes.number] if judged.excludes else None,
    }
