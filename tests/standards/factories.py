"""Makers of editions for tests, small invented ones and the real one of 2016."""

import datetime
import functools
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import factory
from django.conf import settings
from django.db import connection

from standards.choices import Block, Channel
from standards.models import (
    Area,
    Assessability,
    Edition,
    Occasion,
    Point,
    Publication,
    Recommendation,
    Standard,
    Withdrawal,
)


def _in_letters(number: int) -> str:
    """A short name holds no figures."""
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


class EditionFactory(factory.django.DjangoModelFactory):
    """A draft; publish it with PublicationFactory(edition=...) once its text is there."""

    class Meta:
        model = Edition

    code = factory.Sequence(lambda n: f"wydanie-{n}")
    title = "Standardy obsługi w urzędzie próbnym"


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area

    edition = factory.SubFactory(EditionFactory)
    number = factory.Sequence(lambda n: f"A{n}")
    position = factory.Sequence(lambda n: n + 1)
    title = "Obsługa przy stanowisku"


class StandardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Standard

    edition = factory.SelfAttribute("area.edition")
    area = factory.SubFactory(AreaFactory)
    number = factory.Sequence(lambda n: f"II.{n}")
    position = factory.Sequence(lambda n: n + 1)
    title = "Dbaj o porządek na biurku"
    rationale = "Porządek na biurku świadczy o porządku w sprawach."


class RecommendationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Recommendation

    standard = factory.SubFactory(StandardFactory)
    number = factory.Sequence(lambda n: f"{n + 1}a")
    position = factory.Sequence(lambda n: n + 1)
    text = "Kubek postaw tak, aby klient go nie strącił."


class PointFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Point

    recommendation = factory.SubFactory(RecommendationFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = "z dala od krawędzi"


class OccasionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Occasion

    edition = factory.SubFactory(EditionFactory)
    code = factory.Sequence(lambda n: f"okazja-{n}")
    label = "formularz"
    question = "Czy potrzebny był formularz?"
    position = factory.Sequence(lambda n: n + 1)


class AssessabilityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assessability

    recommendation = factory.SubFactory(RecommendationFactory)
    mystery = factory.LazyFunction(lambda: [Channel.COUNTER.value])
    block = Block.APPEARANCE
    question = "Czy kubek stał z dala od krawędzi biurka?"
    short_name = factory.Sequence(lambda n: f"kubek {_in_letters(n)}")


class PublicationFactory(factory.django.DjangoModelFactory):
    """Its edition's text can't be changed any more."""

    class Meta:
        model = Publication

    edition = factory.SubFactory(EditionFactory)
    legal_basis = "Zarządzenie nr 1/2020 Burmistrza Próbnego z dnia 2 stycznia 2020 r."
    effective_from = datetime.date(2020, 2, 1)
    published_at = datetime.datetime(2020, 1, 2, 9, 0, tzinfo=datetime.UTC)


class WithdrawalFactory(factory.django.DjangoModelFactory):
    """Its edition, published, is not in force from a day on."""

    class Meta:
        model = Withdrawal

    edition = factory.SelfAttribute("publication.edition")
    since = datetime.date(2024, 3, 1)
    reason = "Zastąpiono zarządzeniem nr 2/2024."
    withdrawn_at = datetime.datetime(2024, 2, 20, 9, 0, tzinfo=datetime.UTC)

    class Params:
        publication = factory.SubFactory(PublicationFactory)


def sound_draft(code: str = "2-2026", **fields: Any) -> Edition:
    """A draft that could be published: 2 areas, 3 standards, 5 recommendations ("1.1" … "3.1"), one with two points."""
    edition = EditionFactory(code=code, **fields)
    occasion = OccasionFactory(edition=edition, code="formularz", position=1)
    texts = {
        ("I", "1"): ("Wstań, gdy klient podchodzi.", "Powiedz „Dzień dobry”."),
        ("I", "2"): ("Nie przerywaj klientowi.", "Podaj klientowi:"),
        ("II", "3"): ("Odprowadź klienta wzrokiem.",),
    }
    areas = {
        number: AreaFactory(edition=edition, number=number, position=position)
        for position, number in enumerate(("I", "II"), start=1)
    }
    for (area, number), passages in texts.items():
        standard = StandardFactory(area=areas[area], number=number, position=int(number))
        for position, text in enumerate(passages, start=1):
            recommendation = RecommendationFactory(
                standard=standard, number=str(position), position=position, text=text
            )
            AssessabilityFactory(recommendation=recommendation, occasion=occasion if position == 2 else None)
    for position, text in enumerate(("numer pokoju", "termin"), start=1):
        PointFactory(recommendation=recommendation_of(edition, "2.2"), position=position, text=text)
    return edition


def recommendation_of(edition: Edition, label: str) -> Recommendation:
    """By its label as cited, as "17.10"; the standard's own number may hold dots."""
    standard, _, number = label.rpartition(".")
    return Recommendation.objects.select_related("standard").get(
        standard__edition=edition, standard__number=standard, number=number
    )


@functools.cache
def _fixture_2016() -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in json.loads(Path(settings.BASE_DIR, "fixtures/standards/zarzadzenie-75-2016.json").read_text("utf-8")):
        rows[each["model"].removeprefix("standards.")].append(each["fields"])
    return rows


# The statements that made the edition for the first time in this process, by database.
_statements_2016: dict[str, list[tuple[str, Any]]] = {}
# Far from those that a database gives.
FIRST_KEY = 1_000_001


def load_edition_2016() -> Edition:
    """The real standards of 2016, loaded once into the test's database.

    By ten statements instead of the thousand of `loaddata`: a test holds both equal. Django composes them once, and
    the same ones are sent to every further test: that takes a tenth of the time.
    """
    existing = Edition.objects.filter(code="75-2016").first()
    if existing:
        return existing
    if connection.vendor not in _statements_2016:
        sent: list[tuple[str, Any]] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith("INSERT"):
                sent.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            edition = _make_edition_2016(_fixture_2016())
        _statements_2016[connection.vendor] = sent
        return edition
    with connection.cursor() as cursor:
        for sql, params in _statements_2016[connection.vendor]:
            cursor.execute(sql, params)
    return Edition.objects.get(pk=FIRST_KEY)


# Every block, matters that are asked once and matters that exclude one another, gates, parts, and both long numbers.
PART_OF_2016 = ("3", "10", "17", "23")


def load_part_of_2016() -> Edition:
    """Four of its 25 standards, for tests that send thousands of requests and ask nothing of the rest of the text."""
    cut: dict[str, list[dict[str, Any]]] = {}
    for model, rows in _fixture_2016().items():
        cut[model] = [row for row in rows if _standard_of(model, row) in (None, *PART_OF_2016)]
    for row in cut["assessability"]:
        assert row["excludes"] is None or row["excludes"][1] in PART_OF_2016
    return _make_edition_2016(cut)


def _standard_of(model: str, row: dict[str, Any]) -> str | None:
    """The number of the standard that a row of the fixture belongs to; None for what belongs to the whole edition."""
    if model == "standard":
        return str(row["number"])
    key = {"recommendation": "standard", "point": "recommendation", "assessability": "recommendation"}.get(model)
    return str(row[key][1]) if key else None


def _make_edition_2016(rows: dict[str, list[dict[str, Any]]]) -> Edition:
    edition = Edition.objects.create(pk=FIRST_KEY, **rows["edition"][0])

    def made(model: Any, fixture: str, key: Any, **found: Any) -> dict[Any, Any]:
        """Rows of one model by their natural key; `found` maps a foreign key's field to what was made before."""
        objects = model.objects.bulk_create(
            model(
                pk=FIRST_KEY + number,
                **{
                    name: found[name].get(tuple(value)) if name in found and value else value
                    for name, value in fields.items()
                    if name != "edition"
                },
                **({"edition": edition} if "edition" in fields else {}),
            )
            for number, fields in enumerate(rows[fixture])
        )
        return {key(fields): one for fields, one in zip(rows[fixture], objects, strict=True)}

    code = edition.code
    areas = made(Area, "area", lambda f: (code, f["number"]))
    standards = made(Standard, "standard", lambda f: (code, f["number"]), area=areas)
    recommendations = made(
        Recommendation, "recommendation", lambda f: (*f["standard"], f["number"]), standard=standards
    )
    made(Point, "point", lambda f: (*f["recommendation"], f["position"]), recommendation=recommendations)
    occasions = made(Occasion, "occasion", lambda f: (code, f["code"]))
    made(
        Assessability,
        "assessability",
        lambda f: tuple(f["recommendation"]),
        recommendation=recommendations,
        occasion=occasions,
        excludes=recommendations,
    )
    made(Publication, "publication", lambda f: code)
    return edition
