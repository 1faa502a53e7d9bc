"""Which rows one method sees at one channel, in which order, and how long they take."""

import pytest

from standards.checklist import checklist, estimated_minutes, occasions_of, questions_asked, select
from standards.choices import Block
from standards.models import Edition
from tests.audits.factories import load_edition_2016

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return load_edition_2016()


def test_a_shopper_at_the_counter_sees_73_rows_and_a_supervisor_104(edition):
    shopper = checklist(edition, "mystery", "counter")
    assert len(shopper) == 73
    assert len([row for row in shopper if row.is_core and not row.assessability.refrain]) == 22
    assert len([row for row in shopper if row.is_core and row.assessability.refrain]) == 15
    assert len([row for row in shopper if not row.is_core]) == 36
    assert len(checklist(edition, "observation", "counter")) == 104


def test_a_channel_that_the_method_never_sees_has_no_rows(edition):
    assert checklist(edition, "mystery", "records") == []
    assert checklist(edition, "documents", "counter") == []


@pytest.mark.parametrize(
    ("method", "channel"), [("mystery", "counter"), ("observation", "phone"), ("documents", "email")]
)
def test_rows_follow_the_visit_with_what_is_soonest_forgotten_first_and_breaches_last_in_a_block(
    edition, method, channel
):
    rows = checklist(edition, method, channel)
    assert [row.assessability.ask_first for row in rows] == sorted(
        (row.assessability.ask_first for row in rows), reverse=True
    )
    rest = [row for row in rows if not row.assessability.ask_first]
    blocks = [Block.values.index(row.block) for row in rest]
    assert blocks == sorted(blocks)
    for block in Block.values:
        refrain = [row.assessability.refrain for row in rest if row.block == block]
        assert refrain == sorted(refrain)


def test_the_name_badge_is_asked_first_at_the_counter_and_the_rings_on_the_phone(edition):
    assert checklist(edition, "mystery", "counter")[0].label == "4.5"
    assert checklist(edition, "mystery", "phone")[0].label == "15.1"


def test_the_core_is_what_needs_no_occasion(edition):
    rows = checklist(edition, "mystery", "counter")
    core = select(rows, "core")
    assert len(core) == 37
    assert occasions_of(core) == []


def test_occasions_that_the_scenario_makes_happen_join_the_core(edition):
    rows = checklist(edition, "mystery", "counter")
    with_fee = select(rows, "core", occasions=["fee"])
    assert {row.label for row in with_fee} - {row.label for row in select(rows, "core")} == {"10.6"}
    assert [occasion.code for occasion in occasions_of(with_fee)] == ["fee"]


def test_chosen_standards_bring_all_their_rows_and_no_others(edition):
    rows = checklist(edition, "mystery", "counter")
    assert {row.standard_number for row in select(rows, "standards", standards=["7", "10"])} == {"7", "10"}
    assert len(select(rows, "standards", standards=["7"])) == 7


def test_everything_is_everything_in_the_same_order(edition):
    rows = checklist(edition, "observation", "counter")
    assert select(rows, "everything") == rows


@pytest.mark.parametrize(
    ("channel", "selection", "standards"),
    [("counter", "core", []), ("counter", "standards", ["9"]), ("counter", "everything", [])],
)
def test_a_shopper_judges_what_a_scenario_decides_only_where_it_says_so(edition, channel, selection, standards):
    rows = checklist(edition, "mystery", channel)
    without = {row.label for row in select(rows, selection, standards=standards)}
    with_card = {row.label for row in select(rows, selection, standards=standards, occasions=["typical-matter"])}
    assert with_card - without == {"9.7"}
    assert without < with_card


def test_nobody_asks_for_another_clients_data_without_a_scenario(edition):
    rows = checklist(edition, "mystery", "phone")
    assert "15.6" not in {row.label for row in select(rows, "everything")}
    assert "15.6" in {row.label for row in select(rows, "everything", occasions=["asked-about-a-clients-data"])}


def test_a_supervisor_waits_for_no_scenario(edition):
    assert "9.7" in {row.label for row in select(checklist(edition, "observation", "counter"), "everything")}


def test_a_letter_has_no_core(edition):
    assert select(checklist(edition, "documents", "letter"), "core") == []


def test_a_row_is_asked_in_the_words_of_its_channel(edition):
    counter, phone = (
        next(row for row in checklist(edition, "observation", channel) if row.label == "15.2")
        for channel in ("counter", "phone")
    )
    assert counter.question == "Czy pracownik przeprosił klienta przy stanowisku i odebrał telefon?"
    assert counter.parts == ["przeproszenie klienta", "odebranie telefonu"]
    assert phone.question.startswith("Czy pracownik powiedział, że obsługuje klienta")
    assert phone.parts == ["informacja o trwającej obsłudze", "prośba o numer lub propozycja innej pory"]


def test_an_unknown_selection_is_refused(edition):
    with pytest.raises(ValueError, match="no such selection"):
        select(checklist(edition, "mystery", "counter"), "some")


def test_rows_of_the_same_matter_are_asked_once_in_the_place_of_the_first(edition):
    rows = checklist(edition, "mystery", "counter")
    asked = questions_asked(rows)
    matters = [row.assessability.same_matter for row in asked if row.assessability.same_matter]
    assert len(matters) == len(set(matters))
    assert len(asked) == 69
    assert [row for row in rows if row in asked] == asked


def test_the_core_takes_minutes_and_everything_takes_longer(edition):
    rows = checklist(edition, "mystery", "counter")
    assert 1 <= estimated_minutes(select(rows, "core")) < estimated_minutes(rows)


def test_a_checklist_is_read_in_one_query(edition, django_assert_num_queries):
    with django_assert_num_queries(1):
        [row.label for row in checklist(edition, "mystery", "counter")]
