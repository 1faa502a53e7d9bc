"""A Django fixture of one edition, made from what people write and review: the annex, its errata, how it is judged.

For an edition named NAME the folder holds
    NAME.source.txt     the annex as it was scanned
    NAME.errata.csv     where, as_scanned, as_corrected, why
    NAME.judging.csv    one row a recommendation: by which method, at which channel, in which words it is judged
    NAME.occasions.csv  the gate questions: code, label, question, whether a shopper's scenario decides, position
    NAME.edition.toml   what the annex does not say: code, legal basis, dates
and NAME.json is the fixture. Natural keys only, so that it can be loaded beside other editions.
"""

import csv
import io
import json
import tomllib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standards.importing.annex import Annex, Passage, parse_annex

COLUMNS = ["where", "as_scanned", "as_corrected", "why"]


class ErrataError(ValueError):
    """A row that does not fit the text."""


@dataclass(frozen=True)
class Erratum:
    """`where` is a place as `Annex.places` names it; `as_scanned` stands there exactly once."""

    where: str
    as_scanned: str
    as_corrected: str
    why: str


def read_errata(text: str) -> list[Erratum]:
    """The rows of the CSV, in its order."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if rows.fieldnames != COLUMNS:
        raise ErrataError(f"the columns of the errata are {', '.join(COLUMNS)}")
    errata = []
    for row in rows:
        values = [row[column] for column in COLUMNS]
        if None in row or not all(values) or row["as_scanned"] == row["as_corrected"]:
            raise ErrataError(f"errata, line {rows.line_num}: each row says where, what, its correction and why")
        errata.append(Erratum(*values))
    return errata


def corrected(source: str, errata: Sequence[Erratum]) -> str:
    """The source with every erratum applied once, at its place and nowhere else."""
    places = parse_annex(source).places()
    lines = source.split("\n")
    for erratum in errata:
        if erratum.where not in places:
            raise ErrataError(f"{erratum.where}: no such place")
        numbers = places[erratum.where]
        found = [number for number in numbers for _ in range(lines[number - 1].count(erratum.as_scanned))]
        if len(found) != 1:
            raise ErrataError(f"{erratum.where}: “{erratum.as_scanned}” stands there {len(found)} times, not once")
        lines[found[0] - 1] = lines[found[0] - 1].replace(erratum.as_scanned, erratum.as_corrected)
    return "\n".join(lines)


# Recommendations keep their lineage through editions: it is derived from where they first stood, and never changes.
LINEAGE = uuid.UUID("5b8f5d0e-6c1f-4f43-9a53-2f0f1c7e7a16")

JUDGING_COLUMNS = [
    "standard",
    "recommendation",
    "mystery",
    "observation",
    "documents",
    "block",
    "occasion",
    "refrain",
    "attribution",
    "delayed",
    "critical",
    "weight",
    "same_matter",
    "excludes",
    "note",
    "note_pl",
    "question",
    "parts",
    "channel_questions",
    "short_name",
    "ask_first",
]
OCCASION_COLUMNS = ["code", "label", "question", "by_scenario", "position"]

Object = dict[str, Any]
Row = Mapping[str, str]


class FixtureError(ValueError):
    """The files of an edition do not fit together."""


def build_fixture(folder: Path, name: str) -> str:
    """The fixture of edition `name` as JSON text. Raises ParseError, ErrataError, FixtureError or OSError."""

    def read(suffix: str) -> str:
        return (folder / f"{name}.{suffix}").read_text(encoding="utf-8")

    annex = parse_annex(corrected(read("source.txt"), read_errata(read("errata.csv"))))
    edition = tomllib.loads(read("edition.toml"))
    judging = _table(read("judging.csv"), JUDGING_COLUMNS)
    occasions = _table(read("occasions.csv"), OCCASION_COLUMNS)
    code = edition["code"]
    objects = [
        *_text(annex, code),
        *_occasions(occasions, code),
        *_judging(annex, judging, occasions, code),
        # Last: from then on the text is closed.
        _object(
            "publication",
            edition=[code],
            legal_basis=edition["legal_basis"],
            effective_from=edition["effective_from"],
            published_at=edition["published_at"],
        ),
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def occasion_code(occasion: str) -> str:
    """ "asked about a client's data" as a slug."""
    return occasion.replace("'", "").replace(" ", "-")


def _object(model: str, **fields: Any) -> Object:
    return {"model": f"standards.{model}", "fields": fields}


def _table(text: str, columns: list[str]) -> list[Row]:
    rows = csv.DictReader(text.splitlines(), strict=True)
    if rows.fieldnames != columns:
        raise FixtureError(f"the columns are {', '.join(columns)}")
    table: list[Row] = []
    for row in rows:
        if None in row or None in row.values():
            raise FixtureError(f"line {rows.line_num}: {len(columns)} columns are expected")
        table.append(row)
    return table


def _text(annex: Annex, code: str) -> Iterator[Object]:
    """Edition, areas, standards, recommendations and points, each kind together."""
    yield _object("edition", code=code, title=annex.title)
    areas: list[Object] = []
    standards: list[Object] = []
    recommendations: list[Object] = []
    points: list[Object] = []
    for area_position, area in enumerate(annex.areas, start=1):
        areas.append(_object("area", edition=[code], number=area.number, position=area_position, title=area.title))
        for standard in area.standards:
            standards.append(
                _object(
                    "standard",
                    edition=[code],
                    area=[code, area.number],
                    number=standard.number,
                    position=len(standards) + 1,
                    title=standard.title,
                    rationale="\n\n".join(paragraph.text for paragraph in standard.rationale),
                )
            )
            for position, recommendation in enumerate(standard.recommendations, start=1):
                label = f"{standard.number}.{recommendation.number}"
                recommendations.append(
                    _object(
                        "recommendation",
                        standard=[code, standard.number],
                        number=recommendation.number,
                        position=position,
                        **_passage(recommendation.passage),
                        lineage=str(uuid.uuid5(LINEAGE, f"{code}/{label}")),
                        wording_changed=False,
                    )
                )
                points += [
                    _object(
                        "point",
                        recommendation=[code, standard.number, recommendation.number],
                        position=point_position,
                        **_passage(point),
                    )
                    for point_position, point in enumerate(recommendation.points, start=1)
                ]
    yield from (*areas, *standards, *recommendations, *points)


def _passage(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, "emphasis": [list(span) for span in passage.emphasis]}


def _occasions(occasions: list[Row], code: str) -> Iterator[Object]:
    for row in occasions:
        yield _object(
            "occasion",
            edition=[code],
            code=row["code"],
            label=row["label"],
            question=row["question"],
            by_scenario=_flag(row, "by_scenario", row["code"]),
            position=int(row["position"]),
        )


def _judging(annex: Annex, judging: list[Row], occasions: list[Row], code: str) -> Iterator[Object]:
    labels = [
        (standard.number, recommendation.number)
        for area in annex.areas
        for standard in area.standards
        for recommendation in standard.recommendations
    ]
    if [(row["standard"], row["recommendation"]) for row in judging] != labels:
        raise FixtureError("each recommendation has one row on how it is judged, in the order of the annex")
    used = {occasion_code(row["occasion"]) for row in judging if row["occasion"]}
    if used != {row["code"] for row in occasions} or len(used) != len(occasions):
        raise FixtureError("each occasion that a row names has one gate question, and no other has")
    for row in judging:
        yield _assessability(row, code)


def _assessability(row: Row, code: str) -> Object:
    place = f"{row['standard']}.{row['recommendation']}"
    return _object(
        "assessability",
        recommendation=[code, row["standard"], row["recommendation"]],
        mystery=row["mystery"].split(),
        observation=row["observation"].split(),
        documents=row["documents"].split(),
        block=row["block"],
        occasion=[code, occasion_code(row["occasion"])] if row["occasion"] else None,
        refrain=_flag(row, "refrain", place),
        attribution=row["attribution"],
        delayed=_flag(row, "delayed", place),
        critical=_flag(row, "critical", place),
        weight=int(row["weight"]),
        same_matter=row["same_matter"],
        excludes=[code, *row["excludes"].split(".")] if row["excludes"] else None,
        ask_first=_flag(row, "ask_first", place),
        question=row["question"],
        parts=row["parts"].split("|") if row["parts"] else [],
        channel_questions=[_channel_question(text) for text in row["channel_questions"].split("||") if text],
        short_name=row["short_name"],
        note=row["note_pl"],
    )


def _channel_question(text: str) -> Object:
    """ "phone: Czy …?|one part|another"; several are parted by "||"."""
    channel, _colon, rest = text.partition(": ")
    question, *parts = rest.split("|")
    return {"channel": channel.strip(), "question": question.strip(), "parts": parts}


def _flag(row: Row, column: str, place: str) -> bool:
    if row[column] not in {"0", "1"}:
        raise FixtureError(f"{place}: {column} is 0 or 1")
    return row[column] == "1"
