"""Answers of several audits, drawn at random or told, as `statistics` takes them."""

from hypothesis import strategies as st


@st.composite
def audit_of_some_answers(draw):
    """(Σw, Σ w·points, Σw²) of one audit, as scoring makes it."""
    answers = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0, 1, 2])), max_size=12))
    return (sum(w for w, _ in answers), sum(w * points for w, points in answers), sum(w * w for w, _ in answers))


several_audits = st.lists(audit_of_some_answers(), max_size=12)
counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def of_equal_weights(*points, answers=20):
    """Audits of so many answers of weight 1, with these points."""
    return [(answers, each, answers) for each in points]
