"""Two editions in a period: what means the same is counted together, what does not stands apart."""

import datetime
import json
import random
from typing import Any

import pytest

from audits.models import Answer
from audits.reports import periods
from audits.reports.contents import DepartmentReport, MethodSection
from audits.reports.department import department_report
from audits.reports.tabulation import to_csv, to_json
from standards.models import Edition, Recommendation
from standards.publishing import draft_from, publish
from tests.audits.factories import UserFactory
from tests.audits.reports import makers
from tests.audits.reports.makers import Office, submit
from tests.standards.factories import PublicationFactory, recommendation_of

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)
SPRING = makers.SUMMER - datetime.timedelta(days=90)
BASIS = "Zarządzenie nr 9/2026 z dnia 1 sierpnia 2026 r."


def amended(old: Edition, **changes: dict[str, Any]) -> Edition:
    """An edition drafted from another and published, with fields of recommendations changed by label ("r17_1")."""
    editor = UserFactory()
    draft = draft_from(edition=old, code="9-2026", title="Nowe standardy", by=editor)
    for name, fields in changes.items():
        row = recommendation_of(draft, name.removeprefix("r").replace("_", "."))
        for field, value in fields.items():
            setattr(row, field, value)
        row._history_user = editor
        row.save()
    publish(edition=draft, legal_basis=BASIS, effective_from=datetime.date(2026, 8, 1), by=UserFactory())
    return draft


def under(office: Office, edition: Edition) -> Office:
    office.edition, office.checklists = edition, {}
    return office


def only_section(report: DepartmentReport) -> MethodSection:
    (section,) = report.methods
    return section


def rows_of(section: MethodSection) -> dict[str, Any]:
    return {row.label: row for area in section.areas for std in area.standards for row in std.recommendations}


REWORDED = {"text": "Witając klienta, zawsze powiedz „Dzień dobry”.", "same_meaning": False}


@pytest.fixture
def office() -> Office:
    return makers.office((6,))


def audit_everybody(office: Office, **fields: Any) -> None:
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, **fields)


def test_rows_of_one_wording_are_pooled_and_the_others_stand_apart(office: Office) -> None:
    first = office.edition
    second = amended(first, r7_3=REWORDED)
    audit_everybody(office)
    audit_everybody(under(office, second), verdict="not_met")

    report = department_report(office.district, QUARTER)

    section = only_section(report)
    assert (section.editions, section.audits) == (("75-2016", "9-2026"), 12)
    rows = rows_of(section)
    assert "7.3" not in rows
    assert all((row.share.met, row.share.rated) == (6, 12) for row in rows.values())
    assert [(group.editions, [(row.label, row.share.met, row.share.rated) for row in group.recommendations])
            for group in section.apart] == [
        (("75-2016",), [("7.3", 6, 6)]),
        (("9-2026",), [("7.3", 0, 6)]),
    ]  # fmt: skip
    assert section.figure.counts.rated == sum(row.counts.rated for row in rows.values()) - _doubled(section)
    assert [(part.code, part.audits, str(part.figure.score)) for part in section.edition_parts] == [
        ("75-2016", 6, "100.0"),
        ("9-2026", 6, "0.0"),
    ]
    assert "editions" in {limitation.key for limitation in report.limitations}


def _doubled(section: MethodSection) -> int:
    """Answers to rows of a matter that counts once in the total."""
    answers = Answer.objects.exclude(same_matter="").exclude(recommendation__standard__number="7")
    of_seven = Answer.objects.exclude(same_matter="").filter(recommendation__standard__number="7")
    pooled = [*answers, *of_seven.exclude(recommendation__number="3")]
    return len(pooled) - len({(each.audit_id, each.same_matter) for each in pooled})


def test_a_wording_of_the_same_meaning_is_pooled(office: Office) -> None:
    second = amended(office.edition, r7_3=REWORDED | {"same_meaning": True})
    audit_everybody(office)
    audit_everybody(under(office, second), verdict="not_met")

    section = only_section(department_report(office.district, QUARTER))

    assert (section.apart, section.edition_parts) == ((), ())
    row = rows_of(section)["7.3"]
    assert (row.share.met, row.share.rated, row.text, row.editions) == (
        6,
        12,
        REWORDED["text"],
        ("75-2016", "9-2026"),
    )


def test_a_change_is_reckoned_over_rows_of_the_same_meaning_only(office: Office) -> None:
    second = amended(office.edition, r7_3=REWORDED)
    audit_everybody(office, took_place_at=SPRING, verdict={"7.3": "not_met"})
    audit_everybody(under(office, second))

    section = only_section(department_report(office.district, QUARTER))

    assert section.change is not None
    assert section.change.rows == len(office.rows("observation", "counter")) - 1
    assert (str(section.change.before), str(section.change.now)) == ("100.0", "100.0")
    assert section.apart == ()


def test_a_renumbered_row_says_its_other_number(office: Office) -> None:
    second = amended(office.edition, r7_3={"number": "3a"})
    audit_everybody(office)
    audit_everybody(under(office, second))

    row = rows_of(only_section(department_report(office.district, QUARTER)))["7.3a"]

    assert (row.share.rated, row.other_labels) == (12, (("75-2016", "7.3"),))


def test_the_file_of_figures_names_the_editions_of_every_line(office: Office) -> None:
    second = amended(office.edition, r7_3=REWORDED)
    audit_everybody(office)
    audit_everybody(under(office, second))

    lines = [line.split(";") for line in to_csv(department_report(office.district, QUARTER)).splitlines()]

    assert [line[0] for line in lines if line[2] == "edition_total"] == ["75-2016", "9-2026"]
    assert [line[0] for line in lines if line[2] == "total"] == ["75-2016, 9-2026"]
    assert [line[0] for line in lines if line[3] == "7.3"] == ["75-2016", "9-2026"]
    assert {line[0] for line in lines if line[3] == "7.4"} == {"75-2016, 9-2026"}


@pytest.mark.parametrize("seed", [1, 2])
def test_renumbering_alone_changes_nothing(seed: int) -> None:
    """Half of the audits by an edition that renumbers and moves: the figures are those of one edition."""
    office = makers.office((8, 8))
    audits = makers.fill_by_chance(office, 40, seed, datetime.date(2026, 7, 1), 92)
    before = makers.fill_by_chance(office, 20, seed + 5, datetime.date(2026, 4, 1), 91)
    alone = _without_names(department_report(office.district, QUARTER))

    draft = draft_from(edition=office.edition, code="9-2026", title="Nowe standardy", by=UserFactory())
    twins = _renumbered(draft, office.edition)
    chance = random.Random(seed)
    for audit in [*chance.sample(audits, 20), *chance.sample(before, 5)]:
        answers = list(audit.answers.all())
        for answer in answers:
            answer.recommendation_id = twins[answer.recommendation_id]
            answer.excludes_id = twins.get(answer.excludes_id)
        Answer.objects.bulk_update(answers, ["recommendation_id", "excludes_id"])
        type(audit).objects.filter(pk=audit.pk).update(edition=draft)
    PublicationFactory(edition=draft, effective_from=datetime.date(2026, 8, 1))

    report = department_report(office.district, QUARTER)

    assert all(section.editions == ("75-2016", "9-2026") for section in report.methods)
    assert _without_names(report) == alone


def _renumbered(draft: Edition, old: Edition) -> dict[int, int]:
    """Numbers get a letter; what each old recommendation is called now."""
    rows = Recommendation.objects.filter(standard__edition=draft)
    for row in rows:
        row.number = f"{row.number}x"
    Recommendation.objects.bulk_update(rows, ["number"])
    standards = list(draft.standards.all())
    for standard in standards:
        standard.number = f"{standard.number}y"
    type(standards[0]).objects.bulk_update(standards, ["number"])
    now = {row.lineage: row.pk for row in rows}
    return {row.pk: now[row.lineage] for row in Recommendation.objects.filter(standard__edition=old)}


def _without_names(report: DepartmentReport) -> Any:
    """The figures: without numbers of recommendations and standards, editions and what follows from them."""
    dropped = {"label", "number", "other_labels", "editions", "occasion"}

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(each) for key, each in value.items() if key not in dropped}
        return [stripped(each) for each in value] if isinstance(value, list) else value

    methods = json.loads(json.dumps(to_json(report)["methods"]))
    return stripped(methods)
