"""Audits drawn over the standards of 2016: no database, no clock; the same seed gives the same audits.

What is drawn is plausible, and no office's: most recommendations are met nearly always, some two times of three, a few
less; what an occasion asks for often doesn't occur.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from audits.figures import statistics
from audits.reports.department.contents import Cell
from audits.reports.headline import METHODS, Scored
from standards.wording.emphasis import PointText

FIXTURE = Path(__file__).resolve().parents[3] / "fixtures/standards/zarzadzenie-75-2016.json"


@dataclass(frozen=True)
class Text:
    """A recommendation of the fixture and how it can be judged."""

    label: str
    standard: str
    area: str
    text: str
    name: str
    emphasis: tuple[tuple[int, int], ...]
    points: tuple[PointText, ...]
    channels: dict[str, tuple[str, ...]]
    occasion: str
    refrain: bool
    critical: bool
    matter: str
    chance: float


@dataclass
class Drawn:
    """One audit: verdicts by label."""

    unit: str
    method: str
    channel: str
    verdicts: dict[str, str]
    waiting: int | None


@dataclass
class Sums:
    """What figures are made of, for one cell: (weight, points, weight²) of each audit, and strict counts."""

    audits: list[tuple[int, int, int]] = field(default_factory=list)
    met: int = 0
    rated: int = 0

    def add(self, verdicts: Sequence[str]) -> None:
        rated = sum(verdict in ("met", "partly", "not_met") for verdict in verdicts)
        if not rated:
            return
        met, partly = verdicts.count("met"), verdicts.count("partly")
        self.audits.append((rated, 2 * met + partly, rated))
        self.met += met
        self.rated += rated

    @property
    def estimate(self) -> statistics.Estimate | None:
        return statistics.estimate(self.audits)

    @property
    def scored(self) -> Scored | None:
        found = self.estimate
        band = statistics.band(found)
        if band == statistics.TOO_FEW or found is None or found.interval is None:
            return None
        return Scored(percent(found.score), percent(found.interval.lower), percent(found.interval.upper), band)  # type: ignore[arg-type]

    def cell(self, method: str) -> Cell:
        return Cell(method, len(self.audits), self.met, self.rated, self.scored)


def percent(ratio: Fraction | float) -> Decimal:
    found = statistics.percent(ratio)
    assert found is not None
    return found


@cache
def texts() -> tuple[Text, ...]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in json.loads(FIXTURE.read_text("utf-8")):
        rows[each["model"].removeprefix("standards.")].append(each["fields"])
    area_of = {each["number"]: each["area"][1] for each in rows["standard"]}
    points: dict[tuple[str, str], list[PointText]] = defaultdict(list)
    for each in rows["point"]:
        _code, standard, number = each["recommendation"]
        points[standard, number].append(PointText(each["text"], tuple(map(tuple, each["emphasis"]))))
    judging = {tuple(each["recommendation"][1:]): each for each in rows["assessability"]}
    chances = random.Random("chances")
    found = []
    for each in rows["recommendation"]:
        standard, number = each["standard"][1], each["number"]
        judged = judging[standard, number]
        channels = {method: tuple(judged[method]) for method in METHODS if judged[method]}
        found.append(
            Text(
                label=f"{standard}.{number}",
                standard=standard,
                area=area_of[standard],
                text=each["text"],
                name=judged.get("short_name") or _first_words(each["text"]),
                emphasis=tuple(map(tuple, each["emphasis"])),
                points=tuple(points[standard, number]),
                channels=channels,
                occasion=judged["occasion"][1] if judged["occasion"] else "",
                refrain=judged["refrain"],
                critical=judged["critical"],
                matter=judged["same_matter"],
                chance=chances.choices((0.985, 0.95, 0.86, 0.62), (50, 30, 15, 5))[0],
            )
        )
    return tuple(found)


def _first_words(text: str) -> str:
    """At most 40 characters, without a comma: as short names are."""
    words = text.partition(",")[0].rstrip(".").split()
    while len(" ".join(words)) > 40:
        words.pop()
    return " ".join(words).lower()


@cache
def titles() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str, str], ...]]:
    """Areas (number, title) and standards (number, title, area)."""
    fixture = [(each["model"], each["fields"]) for each in json.loads(FIXTURE.read_text("utf-8"))]
    areas = tuple((fields["number"], fields["title"]) for model, fields in fixture if model == "standards.area")
    standards = tuple(
        (fields["number"], fields["title"], fields["area"][1])
        for model, fields in fixture
        if model == "standards.standard"
    )
    return areas, standards


def drawn_audits(
    numbers: dict[tuple[str, str], int], units: Sequence[str], seed: str, *, better: float = 0.0
) -> list[Drawn]:
    draw = random.Random(seed)
    standing = {unit: draw.uniform(-0.04, 0.015) for unit in units}
    made = []
    for (method, channel), number in numbers.items():
        rows = [text for text in texts() if channel in text.channels.get(method, ())]
        for place in range(number):
            unit = units[place % len(units)]
            of_the_day = draw.gauss(0, 0.02) + standing[unit] + better
            verdicts = {text.label: _verdict(draw, text, of_the_day) for text in _selected(draw, rows, method)}
            waiting = draw.choice((2, 3, 4, 5, 5, 6, 8, 10, 14, 22)) if channel in ("counter", "phone") else None
            made.append(Drawn(unit, method, channel, verdicts, waiting if method != "documents" else None))
    return made


def _selected(draw: random.Random, rows: Sequence[Text], method: str) -> list[Text]:
    """A shopper judges the core and what the scenario makes happen; others have everything on their card."""
    if method != "mystery":
        return list(rows)
    occasions = sorted({text.occasion for text in rows} - {""})
    chosen = {"", *draw.sample(occasions, min(4, len(occasions)))}
    return [text for text in rows if text.occasion in chosen]


def _verdict(draw: random.Random, text: Text, better: float) -> str:
    if text.occasion and draw.random() < 0.3:
        return "not_applicable"
    if draw.random() < 0.04:
        return "not_observed"
    if text.critical:
        return "met" if draw.random() < 0.997 else "not_met"
    if draw.random() < text.chance + better:
        return "met"
    return "partly" if draw.random() < 0.1 else "not_met"


def cell(audits: Iterable[Drawn], method: str, labels: frozenset[str] | None = None) -> Cell:
    return sums(audits, method, labels).cell(method)


def sums(audits: Iterable[Drawn], method: str, labels: frozenset[str] | None = None) -> Sums:
    found = Sums()
    for audit in audits:
        if audit.method == method:
            found.add([verdict for label, verdict in audit.verdicts.items() if labels is None or label in labels])
    return found
