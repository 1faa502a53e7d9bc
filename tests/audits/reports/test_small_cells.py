"""Counts of too few people are in no report, nor can any be had by taking one shown figure from another."""

import datetime
import itertools
import json
from typing import Any

import pytest

from audits.models import Answer
from audits.reports import periods
from audits.reports.contents import MethodSection
from audits.reports.department import department_report
from audits.reports.tabulation import to_csv, to_json
from audits.scoring import RATED
from tests.audits.reports import makers
from tests.audits.reports.makers import Office, submit
from tests.audits.reports.test_two_editions import only_section, rows_of

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)


def some_by_phone(by_phone: int, staff: int = 8) -> Office:
    """Everybody seen at the counter, some heard by phone too."""
    office = makers.office((staff,))
    people = office.people[office.units[0].pk]
    for person in people:
        submit(office, office.units[0], employee=person)
    for person in people[:by_phone]:
        submit(office, office.units[0], employee=person, channel="phone", verdict="not_met")
    return office


def phone_only(office: Office) -> set[str]:
    counter = {row.label for row in office.rows("observation", "counter")}
    return {row.label for row in office.rows("observation", "phone")} - counter


def test_rows_seen_only_at_a_channel_of_two_people_show_no_counts_anywhere() -> None:
    office = some_by_phone(2)
    report = department_report(office.district, QUARTER)
    section = only_section(report)
    small = phone_only(office)
    assert len(small) > 5
    rows = rows_of(section)
    assert all(rows[label].counts is None and rows[label].share is None for label in small)
    assert {part.figure.band for part in section.parts} == {"withheld"}
    assert not small & {row.label for row in (*section.strengths, *section.weakest)}
    for line in (line.split(";") for line in to_csv(report).splitlines()):
        if line[2] == "recommendation" and line[3] in small:
            assert (line[7:21], line[21]) == ([""] * 14, "withheld")
    as_json = json.loads(json.dumps(to_json(report)))["methods"][0]
    of_json = [
        row
        for area in as_json["areas"]
        for standard in area["standards"]
        for row in standard["recommendations"]
        if row["label"] in small
    ]
    assert len(of_json) == len(small)
    assert all(row["counts"] is row["share"] is None for row in of_json)
    assert "rows_withheld" in {limitation.key for limitation in report.limitations}


def test_rows_of_five_people_are_shown() -> None:
    office = some_by_phone(5)
    section = only_section(department_report(office.district, QUARTER))
    assert section.withheld_rows == 0
    assert all(rows_of(section)[label].share.rated == 5 for label in phone_only(office))
    assert {part.figure.band for part in section.parts} != {"withheld"}


def test_the_page_and_the_file_say_too_little_data_in_place_of_counts() -> None:
    from django.template.loader import render_to_string

    office = some_by_phone(2)
    report = department_report(office.district, QUARTER)
    markup = render_to_string("audits/reports/department_report_pdf.html", {"report": report})
    label = min(phone_only(office))
    row = markup.split(f'<th scope="row">{label}</th>', 1)[1].split("</tr>", 1)[0]
    assert "za mało danych" in row
    assert "0 z 2" not in markup


def test_a_row_rated_for_few_of_many_shows_no_counts() -> None:
    office = makers.office((8,))
    (label, *_) = [row.label for row in office.rows("observation", "counter") if row.occasion]
    for number, person in enumerate(office.people[office.units[0].pk]):
        verdict = {label: "met" if number < 4 else "not_applicable"}
        submit(office, office.units[0], employee=person, verdict=verdict)
    row = rows_of(only_section(department_report(office.district, QUARTER)))[label]
    assert (row.audits, row.counts, row.share) == (8, None, None)


def test_a_row_that_nobody_was_rated_on_says_that_it_did_not_occur() -> None:
    office = makers.office((8,))
    (label, *_) = [row.label for row in office.rows("observation", "counter") if row.occasion]
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, verdict={label: "not_applicable"})
    section = only_section(department_report(office.district, QUARTER))
    assert rows_of(section)[label].counts.not_applicable == 8
    assert section.withheld_rows == 0


def test_a_waiting_time_of_few_people_is_not_shown() -> None:
    office = makers.office((8,))
    for number, person in enumerate(office.people[office.units[0].pk]):
        submit(office, office.units[0], employee=person, waiting_minutes=7 if number < 4 else None)
    assert only_section(department_report(office.district, QUARTER)).waiting.mean is None


def test_a_breach_of_a_row_of_few_people_is_told_without_details() -> None:
    office = some_by_phone(0)
    rows = office.rows("observation", "phone")
    critical = next(row.label for row in rows if row.assessability.critical and row.label in phone_only(office))
    person = office.people[office.units[0].pk][0]
    submit(office, office.units[0], employee=person, channel="phone", verdict={critical: "not_met"}, desk="pokój 3")
    breaches = only_section(department_report(office.district, QUARTER)).breaches
    assert [(each.desk, each.day, each.details_withheld) for each in breaches] == [("", None, True)]


@pytest.mark.parametrize("seed", range(4))
def test_no_figure_less_another_is_of_too_few_people(seed: int) -> None:
    office = makers.office((6, 5, 7))
    makers.fill_by_chance(office, 45, seed, datetime.date(2026, 7, 1), 92)
    report = department_report(office.district, QUARTER)
    staff = 18
    hidden = 0
    for section in report.methods:
        shown = dict(_shown(section))
        hidden += section.withheld_rows
        for one, first in shown.items():
            assert not first or _people(first, staff) >= 5, one
        for (one, first), (other, second) in itertools.permutations(shown.items(), 2):
            if second < first:
                assert _people(first - second, staff) >= 5, f"{one} less {other}"
    assert hidden


def _shown(section: MethodSection) -> Any:
    """Each figure whose counts are shown, and the rated answers counted in it, as (answer, audit, person or None)."""
    answers = Answer.objects.filter(audit__method=section.method, verdict__in=RATED).select_related(
        "audit__department", "recommendation__standard__area"
    )
    known = [(each, (each.pk, each.audit_id, each.audit.employee_id)) for each in answers]

    def taken(test: Any) -> frozenset[Any]:
        return frozenset(key for each, key in known if test(each))

    standards = [standard for area in section.areas for standard in area.standards]
    figures = [
        ("total", section.figure, lambda each: True),
        *((part.channel, part.figure, lambda each, part=part: each.audit.channel == part.channel)
          for part in section.parts),
        *((unit.label, unit.figure, lambda each, unit=unit: each.audit.department.code in unit.codes)
          for unit in section.units),
        *((area.number, area.figure, lambda each, area=area: each.recommendation.standard.area.number == area.number)
          for area in section.areas),
        *((found.number, found.figure, lambda each, found=found: each.recommendation.standard.number == found.number)
          for found in standards),
        *((row.label, row, lambda each, row=row: each.recommendation.label == row.label) for row in section.rows),
    ]  # fmt: skip
    return [(name, taken(test)) for name, figure, test in figures if figure.counts]


def _people(answers: frozenset[Any], staff: int) -> int:
    """As docs/privacy.md counts them: an audit that names nobody may be about one more of the staff."""
    named = {person for _, _, person in answers if person}
    unnamed = {audit for _, audit, person in answers if not person}
    return max(len(named), min(len(named) + len(unnamed), staff))
