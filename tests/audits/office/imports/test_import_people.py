"""One person's employments in the file against those recorded."""

import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audits.office.imports.people import Contradiction, Post, PostChange, plan_posts
from audits.office.imports.rows import PersonRow

ON = datetime.date(2026, 3, 1)
DAY = datetime.timedelta(days=1)
LONG_AGO = datetime.date(2010, 1, 1)


def row(department: str, since: datetime.date | None = LONG_AGO, until: datetime.date | None = None, number: int = 2):
    return PersonRow(number, "1", "Łącka", "Bożena", department, "inspektor", since, until)


def post(department: str, since: datetime.date = LONG_AGO, until: datetime.date | None = None) -> Post:
    return Post(department, "inspektor", since, until)


def applied(recorded: dict[int, Post], changes: tuple[PostChange, ...]) -> dict[int, Post]:
    after = dict(recorded)
    for number, change in enumerate(changes):
        after[change.employment if change.employment is not None else 1000 + len(recorded) + number] = change.after
    return after


def planned(recorded: list[Post], stated: list[PersonRow], on: datetime.date = ON) -> list[Post]:
    before = dict(enumerate(recorded))
    after = applied(before, plan_posts(recorded=before, stated=stated, on=on))
    return sorted(after.values(), key=lambda post: (post.since, post.department))


def test_somebody_new_begins_on_the_day_in_the_file_or_on_that_of_the_import():
    assert planned([], [row("A")]) == [post("A")]
    assert planned([], [row("A", None)]) == [post("A", ON)]


def test_the_day_of_hire_repeated_after_a_transfer_means_a_transfer_on_the_day_of_the_import():
    assert planned([post("A")], [row("B")]) == [post("A", until=ON), post("B", ON)]


def test_a_later_first_day_is_the_day_of_the_transfer():
    earlier = ON - 10 * DAY
    assert planned([post("A")], [row("B", earlier)]) == [post("A", until=earlier), post("B", earlier)]
    later = ON + 10 * DAY
    assert planned([post("A")], [row("B", later)]) == [post("A", until=later), post("B", later)]


def test_the_first_day_once_recorded_stays():
    assert planned([post("A", ON - 40 * DAY)], [row("A")]) == [post("A", ON - 40 * DAY)]


def test_who_comes_back_to_an_old_department_works_there_anew():
    history = [post("B", until=LONG_AGO + 90 * DAY), post("A", LONG_AGO + 90 * DAY)]
    assert planned(history, [row("B")]) == [history[0], post("A", LONG_AGO + 90 * DAY, ON), post("B", ON)]


def test_who_was_missing_once_is_taken_up_again_where_the_file_says_they_never_left():
    assert planned([post("A", until=ON - 5 * DAY)], [row("A")]) == [post("A")]
    assert planned([post("A", until=ON - 5 * DAY)], [row("A", ON)]) == [post("A", until=ON - 5 * DAY), post("A", ON)]


def test_missing_ends_on_the_day_and_never_before_it_began():
    assert planned([post("A")], []) == [post("A", until=ON)]
    assert planned([post("A", ON)], []) == [post("A", ON, ON + DAY)]
    assert planned([post("A", until=ON - DAY)], []) == [post("A", until=ON - DAY)]
    assert planned([post("A", ON + DAY)], []) == [post("A", ON + DAY)]


def test_a_department_mistaken_this_morning_is_put_right():
    assert planned([post("A", until=ON), post("B", ON)], [row("C")]) == [post("A", until=ON), post("C", ON)]


def test_two_posts_at_once_are_two_employments():
    both = [row("A"), row("B", number=3)]
    assert planned([], both) == [post("A"), post("B")]
    assert planned([post("A"), post("B")], both) == [post("A"), post("B")]
    assert planned([post("A"), post("B")], both[:1]) == [post("A"), post("B", until=ON)]


def test_a_planned_end_is_kept_and_a_stated_end_is_taken():
    assert planned([post("A", until=ON + 30 * DAY)], [row("A")]) == [post("A", until=ON + 30 * DAY)]
    assert planned([post("A")], [row("A", until=ON + 9 * DAY)]) == [post("A", until=ON + 9 * DAY)]
    assert planned([post("A")], [row("A", until=ON - 9 * DAY)]) == [post("A", until=ON - 9 * DAY)]


def test_history_in_the_file_is_recorded_once():
    stated = [row("A", until=ON - 90 * DAY), row("B", ON - 90 * DAY, number=3)]
    assert planned([], stated) == [post("A", until=ON - 90 * DAY), post("B", ON - 90 * DAY)]
    assert planned([post("A")], stated) == planned([], stated)


@pytest.mark.parametrize(
    ("recorded", "stated", "at"),
    [
        ([], [row("A"), row("A", number=3)], 3),
        ([], [row("A", None, ON - DAY)], 2),
        ([post("A", LONG_AGO + DAY)], [row("A", until=LONG_AGO + 9 * DAY), row("A", ON, number=3)], 2),
    ],
    ids=["twice", "ended without a first day", "over what is recorded"],
)
def test_what_cannot_be_is_refused_with_its_row(recorded, stated, at):
    with pytest.raises(Contradiction) as refused:
        planned(recorded, stated)
    assert refused.value.row == at


def test_nobody_works_in_a_closed_department():
    with pytest.raises(Contradiction):
        plan_posts(recorded={}, stated=[row("A")], on=ON, closed_on=lambda code: ON - DAY)
    past = row("A", until=ON - DAY)
    assert plan_posts(recorded={}, stated=[past], on=ON, closed_on=lambda code: ON - DAY)


departments = st.sampled_from("ABC")
days = st.integers(-6, 6).map(lambda number: ON + number * DAY)


@st.composite
def dated(draw):
    since = draw(days)
    return since, draw(st.none() | st.integers(1, 8).map(lambda length: since + length * DAY))


@st.composite
def histories(draw):
    posts = [Post(draw(departments), "", *dates) for dates in draw(st.lists(dated(), max_size=4))]
    kept: list[Post] = []
    for one in posts:
        if not any(o.department == one.department and o.overlaps(one.since, one.until) for o in kept):
            kept.append(one)
    return dict(enumerate(kept))


@st.composite
def files(draw):
    rows = []
    for number in range(draw(st.integers(0, 3))):
        since, until = draw(dated())
        rows.append(row(draw(departments), draw(st.sampled_from([since, None])), until, number + 2))
    return rows


@given(recorded=histories(), stated=files())
@settings(max_examples=300)
def test_the_same_file_again_changes_nothing(recorded, stated):
    try:
        changes = plan_posts(recorded=recorded, stated=stated, on=ON)
    except Contradiction:
        assume(False)
    after = applied(recorded, changes)
    assert plan_posts(recorded=after, stated=stated, on=ON) == ()
    posts = list(after.values())
    for number, one in enumerate(posts):
        assert one.until is None or one.since < one.until
        for other in posts[:number]:
            assert one.department != other.department or not one.overlaps(other.since, other.until)
    # Nothing that held before the day of the import is lost: an employment is ended, changed, never removed.
    assert recorded.keys() <= after.keys()
