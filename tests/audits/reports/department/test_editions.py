"""Audits by several editions in one period: what means the same is counted together; none takes a figure away."""

import datetime
import random
from fractions import Fraction
from typing import Any

import pytest

from audits.exports import plain
from audits.figures.scoring import Mark, total_score
from audits.figures.statistics import estimate, percent
from audits.models import Answer, Audit, Block, Closing
from audits.models.periods import quarter, whole_year
from audits.reports import roll_up
from audits.reports.department.contents import DepartmentReport, Level
from audits.reports.department.report import department_report
from audits.reports.sentences.limitations import limitations
from standards.choices import Method
from standards.models import Edition, Recommendation
from standards.publishing.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.audits.reports import makers
from tests.audits.reports.department.amending import amended
from tests.audits.reports.department.closed import FULL, close, found, row
from tests.audits.reports.makers import Office, chance_verdict, submit
from tests.standards.factories import PublicationFactory

pytestmark = pytest.mark.django_db

QUARTER = quarter(2026, 3)
SPRING = makers.SUMMER - datetime.timedelta(days=90)
CODE = "9-2026"
LEVELS = [pytest.param(Level(), id="general"), pytest.param(FULL, id="full")]
REWORDED = {"text": "Nowe brzmienie.", "same_meaning": False}


@pytest.fixture
def office() -> Office:
    return makers.office((6,))


def under(office: Office, edition: Edition) -> Office:
    office.edition, office.checklists = edition, {}
    return office


def visits(office: Office, number: int, verdict: Any = "met", **fields: Any) -> list[Audit]:
    return [submit(office, office.units[0], method=Method.MYSTERY, verdict=verdict, **fields) for _ in range(number)]


def reported(office: Office, level: Level) -> DepartmentReport:
    if not Closing.objects.filter(last_day=QUARTER.last_day).exists():
        close(office, QUARTER, Method.MYSTERY)
    return department_report(office.district, QUARTER, level=level)


def score_of(audits: list[Audit], without: set[str]) -> str:
    """As the definition has it, from the answers themselves."""
    scores = []
    for audit in audits:
        answers = audit.answers.select_related("recommendation__standard")
        marks = [
            Mark(each.verdict, each.weight, each.same_matter)
            for each in answers
            if each.recommendation.label not in without
        ]
        score = total_score(marks)
        scores.append((score.weight, score.points, score.weight_sq))
    made = estimate(scores)
    assert made is not None
    return str(percent(made.score))


@pytest.mark.parametrize("level", LEVELS)
def test_one_audit_by_a_new_edition_takes_nothing_away(office: Office, level: Level) -> None:
    """1 of 147, three rows reworded: all 147 are in the score, over the rows that both have."""
    changed = {"7.3", "9.6", "14.6"}
    second = amended(office.edition, r7_3=REWORDED, r9_6=REWORDED, r14_6=REWORDED)
    chance = random.Random(7)
    audits = [*visits(office, 146, chance_verdict(chance)), *visits(under(office, second), 1, "not_met")]

    report = reported(office, level)

    assert found(report).audits == 147
    assert found(report).scored is not None
    assert str(found(report).scored.value) == score_of(audits, changed)
    assert [(edition.code, edition.audits, edition.parts) for edition in report.editions] == [
        (CODE, 1, ()),
        ("75-2016", 146, ()),
    ]
    assert "editions" in {each.key for each in limitations(report.facts)}


@pytest.mark.parametrize("level", LEVELS)
def test_three_rows_reworded_of_155_pool_and_stand_in_two_rows_each(office: Office, level: Level) -> None:
    second = amended(office.edition, r7_3=REWORDED, r9_6=REWORDED, r14_6=REWORDED)
    audits = [*visits(office, 6, {"7.4": "not_met"}), *visits(under(office, second), 6)]

    report = reported(office, level)

    assert found(report).audits == 12
    assert str(found(report).scored.value) == score_of(audits, {"7.3", "9.6", "14.6"})
    assert (row(report, "7.4").of(Method.MYSTERY).met, row(report, "7.4").of(Method.MYSTERY).rated) == (6, 12)
    of_both = [
        (each.text == "Nowe brzmienie.", each.edition, each.of(Method.MYSTERY).rated)
        for standard in report.standards
        for each in standard.recommendations
        if each.label == "7.3"
    ]
    assert of_both == [(True, "", 6), (False, "75-2016", 6)]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("old", "new", "headline"), [(7, 5, "75-2016"), (5, 7, CODE), (6, 6, CODE)])
def test_of_wholly_other_editions_the_one_with_most_audits_speaks(
    office: Office, level: Level, old: int, new: int, headline: str
) -> None:
    second = amended(office.edition, only=0)
    by_old = visits(office, old)
    by_new = visits(under(office, second), new, "not_met")

    report = reported(office, level)

    assert (found(report).audits, str(found(report).scored.value)) == (
        (old, "100.0") if headline == "75-2016" else (new, "0.0")
    )
    parts = {
        edition.code: [(cell.audits, str(cell.scored.value)) for cell in edition.parts] for edition in report.editions
    }
    assert parts == {"75-2016": [(len(by_old), "100.0")], CODE: [(len(by_new), "0.0")]}
    assert report.facts.editions.headline == headline
    # Areas and standards are those of the score.
    assert {cell.audits for area in report.areas for cell in area.cells} == {found(report).audits}
    assert "editions_apart" in {each.key for each in limitations(report.facts)}


@pytest.mark.parametrize("level", LEVELS)
def test_one_audit_by_a_wholly_other_edition_takes_nothing_away(office: Office, level: Level) -> None:
    visits(office, 6)
    alone = department_report(office.district, QUARTER, level=FULL)
    visits(under(office, amended(office.edition, only=0)), 1, "not_met")

    report = reported(office, level)

    assert found(report) == found(alone)
    assert report.areas == alone.areas
    assert report.trend.columns[-1].found[0] == alone.trend.columns[-1].found[0]


@pytest.mark.parametrize("level", LEVELS)
def test_just_under_nine_tenths_is_too_little_and_nine_tenths_are_enough(office: Office, level: Level) -> None:
    rows = [row.recommendation.label for row in office.rows(Method.MYSTERY, "counter")]
    tenth = Fraction(len(rows), 10)
    few, many = rows[: int(tenth)], rows[: int(tenth) + 1]
    assert Fraction(len(rows) - len(few), len(rows)) >= Fraction(9, 10) > Fraction(len(rows) - len(many), len(rows))

    def shared(reworded: list[str]) -> int:
        second = amended(office.edition, **{"r" + label.replace(".", "_"): REWORDED for label in reworded})
        visits(office, 5)
        visits(under(office, second), 5)
        return found(reported(office, level)).audits

    assert shared(few if level.kind == "general" else many) == (10 if level.kind == "general" else 5)


@pytest.mark.parametrize("level", LEVELS)
def test_a_change_of_edition_in_mid_quarter_loses_no_audit(office: Office, level: Level) -> None:
    """From 1 August on; the last visit by the old text is of the evening before."""
    second = amended(office.edition, r7_3=REWORDED)
    evening = datetime.datetime(2026, 7, 31, 21, 59, tzinfo=datetime.UTC)
    visits(office, 5, took_place_at=evening)
    visits(under(office, second), 5, took_place_at=evening + datetime.timedelta(minutes=1))

    report = reported(office, level)

    assert found(report).audits == 10
    assert [edition.code for edition in report.editions] == [CODE, "75-2016"]
    assert [column.of(Method.MYSTERY).audits for column in report.trend.columns] == [0, 0, 0, 10]


@pytest.mark.parametrize("level", LEVELS)
def test_a_change_is_reckoned_over_rows_of_the_same_meaning(office: Office, level: Level) -> None:
    second = amended(office.edition, r7_3=REWORDED)
    visits(office, 6, {"7.3": "not_met"}, took_place_at=SPRING)
    visits(under(office, second), 6, {"7.3": "not_met"})
    if level.kind == "general":
        close(office, quarter(2026, 2), Method.MYSTERY)

    change = reported(office, level).headline.comparison

    assert change is not None
    assert (str(change.points), change.outcome, change.audits_before) == ("0.0", "undecided", 6)


def test_a_renumbered_row_says_its_other_number(office: Office) -> None:
    second = amended(office.edition, r7_3={"number": "3a"})
    visits(office, 5)
    visits(under(office, second), 5)

    shown = row(reported(office, Level()), "7.3a")

    assert (shown.of(Method.MYSTERY).rated, shown.elsewhere, shown.edition) == (10, (("75-2016", "7.3"),), "")


@pytest.mark.parametrize("level", LEVELS)
def test_renumbering_alone_changes_no_figure(level: Level) -> None:
    """Half of the audits by an edition that renumbers everything: the figures are those of one edition."""
    office = makers.office((8, 8))
    audits = makers.fill_by_chance(office, 40, 3, datetime.date(2026, 7, 1), 92)
    audits += makers.fill_by_chance(office, 20, 8, datetime.date(2026, 4, 1), 91)
    year = whole_year(2026)
    alone = department_report(office.district, year, level=FULL)

    draft = draft_from(edition=office.edition, code=CODE, title="Nowe standardy", by=UserFactory())
    twins = _renumbered(draft, office.edition)
    for audit in random.Random(3).sample(audits, 30):
        answers = list(audit.answers.all())
        for answer in answers:
            answer.recommendation_id = twins[answer.recommendation_id]
            answer.excludes_id = twins.get(answer.excludes_id)
        Answer.objects.bulk_update(answers, ["recommendation_id", "excludes_id"])
        Audit.objects.filter(pk=audit.pk).update(edition=draft)
    PublicationFactory(edition=draft, effective_from=datetime.date(2026, 8, 1))
    roll_up.rebuild()

    report = department_report(office.district, year, level=FULL)
    assert {edition.code for edition in report.editions} == {"75-2016", CODE}
    assert _without_numbers(report) == _without_numbers(alone)
    if level.kind == "general":
        close(office, year)
        assert {block.edition.code for block in Block.objects.all()} == {"75-2016", CODE}


def _renumbered(draft: Edition, old: Edition) -> dict[int, int]:
    """Numbers get a letter; what each old recommendation is called now."""
    rows = Recommendation.objects.filter(standard__edition=draft)
    for each in rows:
        each.number = f"{each.number}x"
    Recommendation.objects.bulk_update(rows, ["number"])
    standards = list(draft.standards.all())
    for standard in standards:
        standard.number = f"{standard.number}y"
    type(standards[0]).objects.bulk_update(standards, ["number"])
    now = {each.lineage: each.pk for each in rows}
    return {each.pk: now[each.lineage] for each in Recommendation.objects.filter(standard__edition=old)}


def _without_numbers(report: DepartmentReport) -> Any:
    dropped = {"label", "number", "name", "standard", "elsewhere", "edition", "editions", "unconfirmed", "fingerprint"}

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(each) for key, each in value.items() if key not in dropped}
        return [stripped(each) for each in value] if isinstance(value, list) else value

    return stripped(plain(report))
