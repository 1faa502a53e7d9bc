"""Two editions in one period: each has its own figures, and neither is compared with the other."""

import datetime

import pytest

from audits.reports import periods
from audits.reports.department import department_report
from audits.reports.tabulation import to_csv
from standards.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.audits.reports import makers
from tests.audits.reports.makers import submit

pytestmark = pytest.mark.django_db


def test_each_edition_has_a_section_of_its_own_and_nothing_is_pooled() -> None:
    office = makers.office((6,))
    people = office.people[office.units[0].pk]
    first = office.edition
    second = draft_from(edition=first, code="9-2026", title="Nowe standardy", by=UserFactory())
    for person in people:
        submit(office, office.units[0], employee=person)
        submit(
            office,
            office.units[0],
            employee=person,
            took_place_at=makers.SUMMER - datetime.timedelta(days=90),
        )
    office.edition, office.checklists = second, {}
    for person in people:
        submit(office, office.units[0], employee=person, verdict="not_met")

    report = department_report(office.district, periods.quarter(2026, 3))

    assert {(s.edition_code, s.audits, str(s.figure.score)) for s in report.methods} == {
        ("75-2016", 6, "100.0"),
        ("9-2026", 6, "0.0"),
    }
    assert len({section.key for section in report.methods}) == 2
    assert {section.edition_code: section.change is not None for section in report.methods} == {
        "75-2016": True,
        "9-2026": False,
    }
    assert {(facts.code, facts.recommendations) for facts in report.editions} == {("75-2016", 155), ("9-2026", 155)}
    assert "editions" in {limitation.key for limitation in report.limitations}
    assert [line.split(";")[0] for line in to_csv(report).splitlines() if ";total;" in line] == [
        section.edition_code for section in report.methods
    ]
