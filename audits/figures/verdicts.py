"""The verdicts that an answer can have: the one table that scores, sums, files, forms and cards are read off.

Words are in `audits.choices`, which takes its codes from here. A new verdict comes last in VERDICTS, so that sums that
are kept already are read as having none of it.
"""

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """`letter`: in a sheet; `digit`: on the keyboard; `points`: None leaves the score; `tone`: of its tag on a page.

    `occurred`: where it did not occur, it could not be rated, and lowers no coverage.
    """

    code: str
    letter: str
    digit: int
    points: int | None = None
    occurred: bool = True
    tone: str = ""


MET: Final = "met"
PARTLY: Final = "partly"
NOT_MET: Final = "not_met"
NOT_APPLICABLE: Final = "not_applicable"
NOT_OBSERVED: Final = "not_observed"
UNANSWERED: Final = ""

VERDICTS: Final = (
    Kind(MET, "m", 1, points=2, tone="met"),
    Kind(PARTLY, "p", 2, points=1, tone="partly"),
    Kind(NOT_MET, "n", 3, points=0, tone="not-met"),
    Kind(NOT_APPLICABLE, "a", 4, occurred=False),
    Kind(NOT_OBSERVED, "o", 5),
)

# Rows of one matter share a verdict, save that a gate may have made some of them not applicable.
# The first of these that occurs among the rows is the verdict of the matter. Two different rated
# verdicts cannot be recorded; should they come from elsewhere, the worse one stands, so that a
# breach is never hidden by its twin. A query does the same with the least index.
PRECEDENCE: Final = (NOT_MET, PARTLY, MET, NOT_OBSERVED, UNANSWERED, NOT_APPLICABLE)

BY_CODE: Final = {kind.code: kind for kind in VERDICTS}
POINTS: Final = {kind.code: kind.points for kind in VERDICTS if kind.points is not None}
MOST_POINTS: Final = max(POINTS.values())
RATED: Final = tuple(POINTS)
# In the order in which answers are counted.
COUNTED: Final = (*BY_CODE, UNANSWERED)
LETTERS: Final = {kind.code: kind.letter for kind in VERDICTS} | {UNANSWERED: "u"}
# What counts are called in files.
NAMES: Final = {code: code or "unanswered" for code in COUNTED}
