"""What an editor does to a draft's text: saved whole or not at all, never over what somebody else has saved."""

import uuid
from typing import Any

import pytest

from standards.editing.editing import (
    Edit,
    NotSaved,
    add_recommendation,
    move_recommendation,
    order_of,
    renumber_standard,
    rows_of,
    save_standard,
)
from standards.editing.restructuring import (
    merge_recommendations,
    move_to_standard,
    remove_recommendation,
    split_recommendation,
)
from standards.editing.typed import Heading, Typed, fingerprint, points_from_typed, typed_points
from standards.models import Assessability, Edition, Point, Recommendation, Standard
from standards.publishing.publishing import draft_from, editors
from standards.publishing.soundness import faults
from standards.refusals import Refused
from tests.audits.factories import UserFactory
from tests.standards.factories import PublicationFactory, recommendation_of, sound_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Any:
    return UserFactory()


@pytest.fixture
def draft() -> Edition:
    return sound_draft()


def shown(edition: Edition, label: str) -> Typed:
    row = recommendation_of(edition, label)
    return Typed.of(*rows_of(row.standard)[row.pk])


def seen(edition: Edition, label: str) -> str:
    return fingerprint(shown(edition, label))


def changed(typed: Typed, **fields: str) -> Typed:
    return Typed(**{name: fields.get(name, getattr(typed, name)) for name in Typed.__slots__})


def save(edition: Edition, by: Any, **texts: dict[str, str]) -> int:
    """`r1_1={"text": …}` is typed over what 1.1 says now."""
    rows = {}
    for key, fields in texts.items():
        label = key[1:].replace("_", ".")
        row = recommendation_of(edition, label)
        now = shown(edition, label)
        rows[row.pk] = Edit(changed(now, **fields), fingerprint(now))
    return save_standard(standard=row.standard, by=by, rows=rows)


def labels(standard: Standard) -> list[str]:
    return [row.number for row, _points in rows_of(Standard.objects.get(pk=standard.pk)).values()]


class TestSaving:
    def test_text_points_and_number_are_written_with_their_author(self, draft: Edition, ada: Any) -> None:
        typed = {"text": "Podaj *zawsze*:", "points": "numer *pokoju*\ndatę\nadres", "number": "2a"}
        assert save(draft, ada, r2_2=typed) == 1
        row = recommendation_of(draft, "2.2a")
        assert (row.text, row.emphasis) == ("Podaj zawsze:", [[6, 12]])
        assert [(point.text, point.emphasis) for point in row.points.order_by("position")] == [
            ("numer pokoju", [[6, 12]]),
            ("datę", []),
            ("adres", []),
        ]
        assert editors(draft) == {ada.pk}

    def test_fewer_points_are_fewer(self, draft: Edition, ada: Any) -> None:
        save(draft, ada, r2_2={"points": "termin"})
        assert Point.objects.get().text == "termin"

    def test_what_is_unchanged_leaves_no_trace(self, draft: Edition, ada: Any) -> None:
        count = Recommendation.history.count()
        assert save(draft, ada, r2_1={}, r2_2={}) == 0
        assert Recommendation.history.count() == count
        assert editors(draft) == set()

    def test_numbers_change_places(self, draft: Edition, ada: Any) -> None:
        save(draft, ada, r1_1={"number": "2"}, r1_2={"number": "1"})
        assert labels(recommendation_of(draft, "1.1").standard) == ["2", "1"]

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"number": "2"}, "number"),
            ({"number": "a/b"}, "number"),
            ({"number": "1" * 21}, "number"),
            ({"text": " "}, "text"),
            ({"text": "Wstań *szybko."}, "text"),
            ({"points": "numer *pokoju"}, "points"),
            ({"meaning": "maybe"}, "meaning"),
        ],
    )
    def test_fault_is_named_at_its_field_and_nothing_is_written(
        self, draft: Edition, ada: Any, fields: dict[str, str], field: str
    ) -> None:
        row = recommendation_of(draft, "1.1")
        with pytest.raises(NotSaved) as caught:
            save(draft, ada, r1_1=fields, r1_2={"text": "Inaczej."})
        assert {pk: list(found) for pk, found in caught.value.faults.items()} == {row.pk: [field]}
        assert recommendation_of(draft, "1.2").text == "Powiedz „Dzień dobry”."

    def test_somebodys_edit_is_not_overwritten(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.1")
        mine = Edit(changed(shown(draft, "1.1"), text="Moje."), seen(draft, "1.1"))
        save(draft, UserFactory(), r1_1={"text": "Ich."})
        with pytest.raises(NotSaved) as caught:
            save_standard(standard=row.standard, by=ada, rows={row.pk: mine})
        assert caught.value.stale == {row.pk: shown(draft, "1.1")}
        assert recommendation_of(draft, "1.1").text == "Ich."
        assert ada.pk not in editors(draft)

    def test_other_rows_of_a_page_may_have_changed(self, draft: Edition, ada: Any) -> None:
        """Whoever changes one row of a page does not take back what others did to the rest."""
        row, other = recommendation_of(draft, "1.1"), recommendation_of(draft, "1.2")
        page = {each.pk: Edit(shown(draft, each.label), seen(draft, each.label)) for each in (row, other)}
        save(draft, UserFactory(), r1_2={"text": "Ich."})
        page[row.pk] = Edit(changed(shown(draft, "1.1"), text="Moje."), page[row.pk].seen)
        assert save_standard(standard=row.standard, by=ada, rows=page) == 1
        assert (recommendation_of(draft, "1.1").text, recommendation_of(draft, "1.2").text) == ("Moje.", "Ich.")

    def test_row_taken_away_meanwhile_is_handed_back(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.1")
        mine = Edit(changed(shown(draft, "1.1"), text="Moje."), seen(draft, "1.1"))
        remove_recommendation(recommendation=row, by=ada, seen=seen(draft, "1.1"))
        with pytest.raises(NotSaved) as caught:
            save_standard(standard=row.standard, by=ada, rows={row.pk: mine})
        assert caught.value.stale == {row.pk: None}

    def test_heading_is_written_and_kept_from_a_stale_page(self, draft: Edition, ada: Any) -> None:
        standard = draft.standards.get(number="1")
        was = Heading.of(standard)
        new = Heading("1a", was.area, was.position, "Wstawaj", "Bo *tak*.")
        save_standard(standard=standard, by=ada, heading=new, heading_seen=fingerprint(was))
        standard.refresh_from_db()
        assert (standard.number, standard.title, standard.rationale) == ("1a", "Wstawaj", "Bo *tak*.")
        other = Heading("1a", was.area, was.position, "Inny", "")
        with pytest.raises(NotSaved) as caught:
            save_standard(standard=standard, by=ada, heading=other, heading_seen=fingerprint(was))
        assert caught.value.stale == {0: new}

    @pytest.mark.parametrize(
        ("field", "value"),
        [("number", "2"), ("number", "1/2"), ("title", ""), ("area", "0"), ("area", "x"), ("position", "pierwszy")],
    )
    def test_heading_that_cannot_be_is_refused_at_its_field(
        self, draft: Edition, ada: Any, field: str, value: str
    ) -> None:
        standard = draft.standards.get(number="1")
        was = Heading.of(standard)
        values = {name: getattr(was, name) for name in Heading.__slots__} | {field: value}
        with pytest.raises(NotSaved) as caught:
            save_standard(standard=standard, by=ada, heading=Heading(**values), heading_seen=fingerprint(was))
        assert list(caught.value.faults[0]) == [field]

    def test_published_text_has_no_editor(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.1")
        PublicationFactory(edition=draft)
        with pytest.raises(Refused):
            save(draft, ada, r1_1={"text": "Inaczej."})
        with pytest.raises(Refused):
            remove_recommendation(recommendation=row, by=ada, seen=seen(draft, "1.1"))

    def test_what_was_said_of_the_meaning_lapses_with_the_next_wording(self, draft: Edition, ada: Any) -> None:
        later = draft_from(edition=draft, code="3-2026", title="Nowe", by=ada)
        save(later, ada, r1_1={"text": "Wstań od razu.", "meaning": "same"})
        assert recommendation_of(later, "1.1").same_meaning is True
        save(later, ada, r1_1={"text": "Siedź."})
        assert recommendation_of(later, "1.1").same_meaning is None
        assert [fault.place for fault in faults(later)] == ["1.1"]
        save(later, ada, r1_1={"meaning": "other"})
        assert faults(later) == []


class TestTyped:
    @pytest.mark.parametrize(
        "points",
        [
            [],
            [("numer pokoju", []), ("termin", [[0, 6]])],
            [("pierwszy\ndrugi wiersz", []), ("dalej", [])],
            [("gwiazdka *", [[0, 3]])],
        ],
    )
    def test_points_come_back_as_they_were(self, points: list[Any]) -> None:
        assert points_from_typed(typed_points(points)) == points


class TestAdding:
    def add(self, draft: Edition, ada: Any, **fields: Any) -> Recommendation:
        values: dict[str, Any] = {"lineage": uuid.uuid4(), "after": None} | fields
        typed = Typed(values.pop("number", ""), values.pop("text", "Uśmiechnij się."), values.pop("points", ""))
        return add_recommendation(standard=draft.standards.get(number="1"), by=ada, typed=typed, **values)

    def test_it_comes_last_with_the_next_number(self, draft: Edition, ada: Any) -> None:
        added = self.add(draft, ada, points="ustami\noczami")
        assert labels(added.standard) == ["1", "2", "3"]
        assert [point.text for point in added.points.all()] == ["ustami", "oczami"]

    def test_it_comes_after_another(self, draft: Edition, ada: Any) -> None:
        added = self.add(draft, ada, number="1a", after=recommendation_of(draft, "1.1"))
        assert labels(added.standard) == ["1", "1a", "2"]

    def test_sent_twice_it_is_added_once(self, draft: Edition, ada: Any) -> None:
        lineage = uuid.uuid4()
        first, second = (self.add(draft, ada, lineage=lineage) for _ in range(2))
        assert first == second
        assert labels(first.standard) == ["1", "2", "3"]

    def test_number_that_is_taken_is_refused(self, draft: Edition, ada: Any) -> None:
        with pytest.raises(NotSaved):
            self.add(draft, ada, number="2")


class TestOrder:
    def test_it_moves_up_and_only_once_by_the_same_page(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.2")
        order = order_of(row.standard)
        assert move_recommendation(recommendation=row, by=ada, step=-1, order_seen=order)
        assert not move_recommendation(recommendation=row, by=ada, step=-1, order_seen=order)
        assert labels(row.standard) == ["2", "1"]
        assert editors(draft) == {ada.pk}

    def test_nothing_moves_beyond_the_ends(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.1")
        assert not move_recommendation(recommendation=row, by=ada, step=-1, order_seen=order_of(row.standard))

    @pytest.mark.parametrize(
        ("first", "expected"), [("", ["1", "2"]), ("7a", ["7a", "7b"]), ("II.3", ["II.3", "II.4"]), ("I", ["I", "II"])]
    )
    def test_numbers_follow_one_another(self, draft: Edition, ada: Any, first: str, expected: list[str]) -> None:
        standard = draft.standards.get(number="1")
        renumber_standard(standard=standard, by=ada, first=first, seen=["1", "2"])
        assert labels(standard) == expected

    def test_numbering_is_not_done_over_anothers(self, draft: Edition, ada: Any) -> None:
        standard = draft.standards.get(number="1")
        with pytest.raises(Refused):
            renumber_standard(standard=standard, by=ada, first="5", seen=["1", "3"])

    def test_it_goes_to_another_standard_with_lineage_and_judging(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "1.2")
        to = draft.standards.get(number="3")
        moved = move_to_standard(recommendation=row, to=to, by=ada, seen=seen(draft, "1.2"))
        assert (moved.label, moved.lineage) == ("3.2", row.lineage)
        assert Assessability.objects.get(recommendation=moved).question
        assert labels(row.standard) == ["1"]
        assert faults(draft) == []


class TestSplitting:
    def split(self, draft: Edition, ada: Any, **fields: Any) -> Recommendation:
        now = shown(draft, "2.2")
        values: dict[str, Any] = {
            "first": changed(now, points="numer pokoju"),
            "second": Typed("", "Podaj też:", "termin"),
            "keeps_first": True,
            "lineage": uuid.uuid4(),
            "seen": fingerprint(now),
        }
        return split_recommendation(recommendation=recommendation_of(draft, "2.2"), by=ada, **(values | fields))

    def test_second_part_follows_with_a_lineage_of_its_own(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "2.2")
        part = self.split(draft, ada)
        assert labels(row.standard) == ["1", "2", "2a"]
        assert recommendation_of(draft, "2.2").lineage == row.lineage != part.lineage
        assert [point.text for point in part.points.all()] == ["termin"]

    def test_new_part_is_judged_alike_but_for_its_question(self, draft: Edition, ada: Any) -> None:
        part = self.split(draft, ada)
        judged, like = part.assessability, recommendation_of(draft, "2.2").assessability
        assert (judged.mystery, judged.occasion, judged.block) == (like.mystery, like.occasion, like.block)
        assert (judged.question, judged.short_name, judged.confirmed_at) == ("", "", None)
        assert {fault.place for fault in faults(draft)} == {"2.2a"}

    def test_second_part_may_keep_the_lineage(self, draft: Edition, ada: Any) -> None:
        row = recommendation_of(draft, "2.2")
        part = self.split(draft, ada, keeps_first=False)
        assert labels(row.standard) == ["1", "2", "2a"]
        assert recommendation_of(draft, "2.2a").lineage == row.lineage
        assert part.label == "2.2"

    def test_sent_twice_it_is_split_once(self, draft: Edition, ada: Any) -> None:
        values = {"lineage": uuid.uuid4(), "seen": seen(draft, "2.2")}
        first, second = (self.split(draft, ada, **values) for _ in range(2))
        assert first == second

    def test_stale_page_splits_nothing(self, draft: Edition, ada: Any) -> None:
        was = seen(draft, "2.2")
        save(draft, UserFactory(), r2_2={"text": "Ich."})
        with pytest.raises(Refused):
            self.split(draft, ada, seen=was)
        assert labels(draft.standards.get(number="2")) == ["1", "2"]

    def test_faults_of_both_parts_are_named(self, draft: Edition, ada: Any) -> None:
        with pytest.raises(NotSaved) as caught:
            self.split(draft, ada, first=Typed("1", "", ""), second=Typed("1", "*", ""))
        assert {key: set(found) for key, found in caught.value.faults.items()} == {
            1: {"text", "number"},
            2: {"text", "number"},
        }


class TestMerging:
    def merge(self, draft: Edition, ada: Any, **fields: Any) -> Recommendation:
        values: dict[str, Any] = {
            "seen": seen(draft, "2.1"),
            "other_seen": seen(draft, "2.2"),
            "typed": Typed("1", "Nie przerywaj, podaj:", "numer"),
        }
        return merge_recommendations(
            recommendation=recommendation_of(draft, "2.1"),
            other=recommendation_of(draft, "2.2"),
            by=ada,
            **(values | fields),
        )

    @pytest.mark.parametrize(("keeps_other", "label"), [(False, "2.1"), (True, "2.2")])
    def test_one_keeps_its_lineage_and_judging(self, draft: Edition, ada: Any, keeps_other: bool, label: str) -> None:
        lineage = recommendation_of(draft, label).lineage
        kept = self.merge(draft, ada, keeps_other=keeps_other)
        assert labels(kept.standard) == ["1"]
        assert (kept.lineage, kept.text) == (lineage, "Nie przerywaj, podaj:")
        assert [point.text for point in kept.points.all()] == ["numer"]
        assert Assessability.objects.filter(recommendation__standard=kept.standard).count() == 1
        assert faults(draft) == []

    def test_stale_page_merges_nothing(self, draft: Edition, ada: Any) -> None:
        was = seen(draft, "2.2")
        save(draft, UserFactory(), r2_2={"text": "Ich."})
        with pytest.raises(Refused):
            self.merge(draft, ada, other_seen=was)
        assert labels(draft.standards.get(number="2")) == ["1", "2"]


class TestRemoving:
    def test_it_goes_with_points_and_judging_and_its_twin_stands_alone(self, draft: Edition, ada: Any) -> None:
        row, twin = recommendation_of(draft, "2.2"), recommendation_of(draft, "2.1")
        for one, other in ((row, twin), (twin, row)):
            Assessability.objects.filter(recommendation=one).update(excludes=other)
        remove_recommendation(recommendation=row, by=ada, seen=seen(draft, "2.2"))
        assert labels(twin.standard) == ["1"]
        assert not Point.objects.exists()
        assert Assessability.objects.get(recommendation=twin).excludes is None
        assert Recommendation.history.filter(id=row.pk, history_type="-").get().history_user == ada
        assert faults(draft) == []
