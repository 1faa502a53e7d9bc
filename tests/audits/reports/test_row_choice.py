"""Which recommendations page one names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures import statistics
from audits.reports.headline import Row, RowToWorkOn, Yard
from audits.reports.row_choice import often_rated, rows_to_work_on, strong_rows

YARD = Yard()


def row(label: str, met: int, rated: int, **more: object) -> Row:
    interval = statistics.wilson(met, rated) if rated >= 5 else None
    ends = (
        [None, None] if interval is None else [statistics.percent(interval.lower), statistics.percent(interval.upper)]
    )
    facts: dict[str, object] = {
        "name": f"name of {label}",
        "standard": label.split(".", maxsplit=1)[0],
        "method": "mystery",
        "low": ends[0],
        "high": ends[1],
    }
    return Row(label=label, met=met, rated=rated, **(facts | more))  # type: ignore[arg-type]


def named(chosen: tuple[RowToWorkOn, ...]) -> list[tuple[str, bool]]:
    return [(each.row.label, each.few) for each in chosen]


def test_the_surest_below_the_target_come_first_by_the_upper_limit():
    # 3 of 5 is the lower share, but 60 of 90 says more surely that it is below.
    rows = [row("1.1", 3, 5), row("1.2", 60, 90), row("1.3", 20, 20), row("1.4", 5, 6)]
    assert named(rows_to_work_on(rows, YARD)) == [("1.2", False), ("1.1", False), ("1.4", False)]


def test_what_is_at_the_target_is_not_to_be_worked_on():
    assert rows_to_work_on([row("1.1", 9, 10)], YARD) == ()


def test_equal_rows_stay_in_the_order_of_the_text():
    rows = [row(label, 3, 5) for label in ("2.1", "10.1", "1.9", "1.10")]
    assert [label for label, _ in named(rows_to_work_on(rows, YARD))] == ["2.1", "10.1", "1.9"]


def test_an_act_is_named_once_over_recommendations_and_methods():
    rows = [
        row("7.1", 1, 5, matter="greeting"),
        row("14.2", 2, 5, matter="greeting"),
        row("9.2", 3, 5),
        row("9.2", 2, 6, method="observation"),
        row("8.1", 3, 5, name="name of 9.2"),
    ]
    assert [label for label, _ in named(rows_to_work_on(rows, YARD))] == ["7.1", "9.2"]


@pytest.mark.parametrize(
    ("label", "met", "rated", "is_named"),
    [
        ("14.6", 1, 3, True),
        ("14.6", 2, 4, True),
        ("14.6", 2, 3, False),  # missed once
        ("14.6", 0, 1, False),
        ("3.4", 0, 4, False),  # one person's body and clothes
        ("4.5", 0, 4, False),
        ("14.6", 0, 0, False),
    ],
)
def test_few_ratings_name_a_row_only_where_it_was_often_missed(label, met, rated, is_named):
    assert named(rows_to_work_on([row(label, met, rated)], YARD)) == ([(label, True)] if is_named else [])


def test_few_ratings_never_stand_before_sure_ones_and_fill_up_to_three():
    rows = [row("14.6", 0, 4), row("14.7", 0, 3), row("9.1", 3, 5), row("9.2", 3, 5)]
    assert named(rows_to_work_on(rows, YARD)) == [("9.1", False), ("9.2", False), ("14.6", True)]


def test_of_few_ratings_those_count_more_that_are_more():
    rows = [row("14.6", 0, 2), row("14.7", 1, 4), row("14.8", 0, 4)]
    assert [label for label, _ in named(rows_to_work_on(rows, YARD))] == ["14.8", "14.6", "14.7"]


def test_standards_about_a_person_are_named_where_they_were_rated_often():
    assert named(rows_to_work_on([row("4.5", 3, 5)], YARD)) == [("4.5", False)]


def test_strong_are_the_surest_at_the_target_without_rows_to_refrain_from():
    rows = [
        row("1.1", 5, 5),
        row("1.2", 90, 100),
        row("1.3", 200, 200, refrain=True),
        row("1.4", 4, 4),
        row("1.5", 50, 50),
        row("1.6", 8, 10),
    ]
    assert [each.label for each in strong_rows(rows, YARD)] == ["1.5", "1.2", "1.1"]


def test_what_is_to_be_worked_on_by_one_method_is_not_praised_by_another():
    rows = [row("9.2", 1, 6), row("9.2", 9, 9, method="observation"), row("9.3", 9, 9)]
    to_work_on = rows_to_work_on(rows, YARD)
    assert [each.label for each in strong_rows(rows, YARD, to_work_on)] == ["9.3"]


def test_rows_that_could_be_named_are_counted():
    assert often_rated([row("1.1", 5, 5), row("1.2", 4, 4), row("1.3", 0, 9)], YARD) == 2


counts = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))
drawn_rows = st.lists(
    st.builds(
        lambda n, k, matter, refrain, method: row(
            f"{n % 25 + 1}.{n // 25 + 1}", *k, matter=matter, refrain=refrain, method=method
        ),
        st.integers(0, 154),
        counts,
        st.sampled_from(["", "", "greeting", "farewell"]),
        st.booleans(),
        st.sampled_from(["mystery", "observation", "documents"]),
    ),
    max_size=40,
)


@given(drawn_rows)
def test_whatever_was_found_three_acts_at_most_are_named_and_none_is_both_weak_and_strong(rows):
    to_work_on = rows_to_work_on(rows, YARD)
    strong = strong_rows(rows, YARD, to_work_on)
    acts = [each.row.act for each in to_work_on] + [each.act for each in strong]
    assert len(acts) == len(set(acts))
    assert len(to_work_on) <= 3
    assert len(strong) <= 3
    assert all(10 * each.met >= 9 * each.rated for each in strong)
    assert all(10 * each.row.met < 9 * each.row.rated for each in to_work_on)
    # Sure ones first, and among them never one left out that is surer than one named.
    assert [each.few for each in to_work_on] == sorted(each.few for each in to_work_on)
    sure = [each.row.high for each in to_work_on if not each.few]
    assert sure == sorted(sure, key=lambda high: high or Decimal(0))
