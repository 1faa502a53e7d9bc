"""What keeps a draft from being published is named with its place; the edition of 2016 has no such fault."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation

from standards.models import Assessability, Edition, Occasion, Point, Recommendation, Standard
from standards.publishing.soundness import faults, warnings
from tests.standards.factories import (
    AreaFactory,
    EditionFactory,
    OccasionFactory,
    RecommendationFactory,
    StandardFactory,
    recommendation_of,
    sound_draft,
)

pytestmark = pytest.mark.django_db


def named(edition: Edition) -> list[str]:
    return [str(fault) for fault in faults(edition)]


def test_2016_is_sound(edition_2016: Edition) -> None:
    assert named(edition_2016) == []


def test_a_sound_draft_has_no_fault() -> None:
    assert named(sound_draft()) == []


def set_text(label: str, **fields: Any) -> Callable[[Edition], None]:
    return lambda edition: (
        bool(Recommendation.objects.filter(pk=recommendation_of(edition, label).pk).update(**fields)) and None
    )


def set_judging(label: str, **fields: Any) -> Callable[[Edition], None]:
    return lambda edition: (
        bool(Assessability.objects.filter(recommendation=recommendation_of(edition, label)).update(**fields)) and None
    )


def exclude(label: str, other: str) -> Callable[[Edition], None]:
    def act(edition: Edition) -> None:
        set_judging(label, excludes=recommendation_of(edition, other))(edition)

    return act


def take_away_occasion_question(edition: Edition) -> None:
    Occasion.objects.filter(edition=edition).update(question=" ")


def foreign_occasion(edition: Edition) -> None:
    set_judging("1.1", occasion=OccasionFactory())(edition)


def one_matter(edition: Edition) -> None:
    set_judging("1.1", same_matter="powitanie", parts=["wstał", "skinął"], weight=2)(edition)
    set_judging("2.1", same_matter="powitanie")(edition)


def called_alike(edition: Edition) -> None:
    set_judging("1.1", short_name="powitanie klienta")(edition)
    set_judging("2.1", short_name="Powitanie klienta")(edition)


def without_judging(edition: Edition) -> None:
    recommendation_of(edition, "3.1").assessability.delete()


def one_lineage(edition: Edition) -> None:
    set_text("3.1", lineage=recommendation_of(edition, "1.1").lineage)(edition)


def later_area_first(edition: Edition) -> None:
    Standard.objects.filter(edition=edition, number="3").update(position=0)


def empty_area(edition: Edition) -> None:
    AreaFactory(edition=edition, number="III", position=3)


def empty_standard(edition: Edition) -> None:
    StandardFactory(area=edition.areas.get(number="II"), number="4", position=4)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (set_text("1.2", number="3"), ["1.3: The numbering does not go on from 1."]),
        (set_text("1.2", number="1.5"), ["1.1.5: The numbering does not go on from 1."]),
        (later_area_first, ["Standard 3: The numbering does not begin with 1.",
                            "Standard 1: The numbering does not go on from 3.",
                            "Standard 1: It stands after standards of a later area.",
                            "Standard 2: It stands after standards of a later area."]),
    ],
)  # fmt: skip
def test_odd_numbers_are_warnings_and_no_faults(change: Callable[[Edition], Any], expected: list[str]) -> None:
    edition = sound_draft()
    change(edition)
    with translation.override("en"):
        assert named(edition) == []
        assert [str(one) for one in warnings(edition)] == expected


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda edition: Edition.objects.update(title=" "), ["2-2026: The edition has no title."]),
        (set_text("1.2", text="  "), ["1.2: It has no text."]),
        (set_text("1.2", text="Nie\u200b."), ["1.2: It cannot be published as it is: character U+200B after “Nie”."]),
        (set_text("1.2", text="Po\u00a0co"), ["1.2: It cannot be published as it is: character U+00A0 after “Po”."]),
        (set_text("1.2", emphasis=[[0, 90]]), ["1.2: Its emphasis reaches beyond the text."]),
        (
            set_text("1.2", emphasis=[[5, 2]]),
            ["1.2: Emphasis is a list of [start, end) ranges in rising order."],
        ),
        (set_text("1.2", position=1), ["1.1: Another one has the same position.",
                                        "1.2: Another one has the same position."]),
        (
            set_text("1.2", number="a b"),
            ["1.a b: A number is made of letters, digits, dots, hyphens and brackets, without spaces."],
        ),
        (lambda edition: Point.objects.filter(position=2).update(text=""), ["2.2, point 2: It has no text."]),
        (one_lineage, ["1.1: Another recommendation has the same lineage.",
                       "3.1: Another recommendation has the same lineage."]),
        (empty_area, ["Area III: It has no standard."]),
        (empty_standard, ["Standard 4: It has no recommendation."]),
        (without_judging, ["3.1: Nobody has said how it is judged."]),
        (set_judging("2.1", question=""), ["2.1: A row that can be judged needs a factual question."]),
        (set_judging("2.1", block=""), ["2.1: A row that can be judged needs a block."]),
        (set_judging("2.1", block="cellar"), ["2.1: There is no such block."]),
        (set_judging("2.1", attribution="nobody"), ["2.1: There is no such attribution."]),
        (set_judging("2.1", mystery=["letter"]), ["2.1: Mystery shopper sees only: Counter, Phone, E-mail."]),
        (set_judging("2.1", mystery=[]), ["2.1: A row that no method sees has the weight 0."]),
        (set_judging("2.1", parts=["wstał", ""]), ["2.1: This is a list of texts, none of them empty."]),
        (foreign_occasion, ["1.1: This occasion belongs to another edition."]),
        (exclude("1.1", "2.1"), ["1.1: It excludes 2.1, which does not exclude it."]),
        (exclude("1.1", "1.1"), ["1.1: It excludes itself."]),
        (one_matter, ["2.1: It is the same matter as 1.1, yet they differ in: parts, short name, weight."]),
        (set_judging("2.1", short_name=""), ["2.1: A row that can be judged needs a short name."]),
        (set_judging("2.1", short_name="kubek 1"), ["2.1: A short name has no number: figures stand beside it."]),
        (called_alike, ["2.1: It has the same short name as 1.1."]),
        (
            set_judging("2.1", channel_questions=[{"channel": "phone", "question": "Czy słychać?", "parts": []}]),
            ["2.1: No method sees it at this channel: Phone."],
        ),
        (
            set_judging("2.1", channel_questions=[{"channel": "counter", "question": "Czy?", "parts": ["jedna"]}]),
            ["2.1: An act has two parts at least, or none."],
        ),
        (
            set_judging("2.1", refrain=True, parts=["a", "b", "c"]),
            ["2.1: A breach has two degrees at most: the milder, then the graver."],
        ),
        (take_away_occasion_question, ["Occasion “formularz”: It has no label or no gate question."]),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(spoil: Callable[[Edition], Any], expected: list[str]) -> None:
    edition = sound_draft()
    spoil(edition)
    edition.refresh_from_db()
    with translation.override("en"):
        assert named(edition) == expected


def test_twins_that_exclude_each_other_are_sound() -> None:
    edition = sound_draft()
    exclude("1.1", "2.1")(edition)
    exclude("2.1", "1.1")(edition)
    assert named(edition) == []


def test_an_empty_draft_says_so_once() -> None:
    edition = EditionFactory()
    assert len(named(edition)) == 1


def test_it_costs_the_same_for_any_number_of_rows(django_assert_max_num_queries: Any) -> None:
    edition = sound_draft()
    standard = edition.standards.get(number="3")
    for number in range(2, 12):
        RecommendationFactory(standard=standard, number=str(number), position=number)
    with django_assert_max_num_queries(6):
        assert len(faults(edition)) == 10


def test_a_fault_leads_to_its_row() -> None:
    edition = sound_draft()
    set_text("1.2", text="")(edition)
    assert [fault.row for fault in faults(edition)] == [recommendation_of(edition, "1.2")]
