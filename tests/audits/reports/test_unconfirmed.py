"""What the office has not confirmed of how recommendations are judged is a limitation, and the annex names it."""

import pytest

from audits.reports import periods
from audits.reports.department import department_report, in_short
from standards.signoff import confirm_assessability, unconfirmed, version_of
from tests.audits.factories import UserFactory
from tests.audits.reports import makers
from tests.standards.factories import recommendation_of

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)


def test_names_what_the_sign_off_has_open_and_no_more() -> None:
    office = makers.office((6,))
    for person in office.people[office.units[0].pk]:
        makers.submit(office, office.units[0], employee=person)
    before = department_report(office.district, QUARTER)
    row = recommendation_of(office.edition, "1.1").assessability
    confirm_assessability(assessability=row, by=UserFactory(), seen=version_of(row))

    report = department_report(office.district, QUARTER)

    (facts,) = report.editions
    left = unconfirmed(office.edition)
    assert (list(facts.proposed.rows), list(facts.proposed.questions)) == (left.rows, left.questions)
    assert "1.1" not in facts.proposed.rows
    assert facts.proposed.rows_in_short == "1.2–25.3"
    (limitation,) = [each for each in report.limitations if each.key == "unconfirmed"]
    assert f"{len(left.rows)} z 155" in limitation.text
    assert report.fingerprint != before.fingerprint


@pytest.mark.parametrize(
    ("labels", "short"),
    [([], ""), (["1.1"], "1.1"), (["1.1", "1.2", "2.1"], "1.1–2.1"), (["1.1", "2.1", "2.2"], "1.1, 2.1–2.2")],
)
def test_labels_in_short(labels: list[str], short: str) -> None:
    assert in_short(labels, ["1.1", "1.2", "2.1", "2.2"]) == short
