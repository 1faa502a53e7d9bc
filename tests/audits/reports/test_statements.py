"""A department's report says to how many audits statements were made, and nothing else of them."""

import datetime

import pytest

from audits.models import Audit, Release, Statement
from audits.reports import periods
from audits.reports.department import department_report, gather
from audits.reports.tabulation import to_json
from tests.audits.factories import UserFactory
from tests.audits.reports import makers

pytestmark = pytest.mark.django_db

SAID = "Obsługiwałam dwa stanowiska."


def replied(audit: Audit, at: datetime.datetime) -> None:
    by = UserFactory()
    Release.objects.get_or_create(audit=audit, employee=audit.employee, defaults={"released_by": by, "released_at": at})
    Statement.objects.create(audit=audit, text=SAID, made_by=by, made_at=at)


@pytest.fixture
def office() -> makers.Office:
    office = makers.office((8, 8, 8))
    for person in office.people[office.units[0].pk][:5]:
        makers.submit(office, office.units[0], employee=person)
    return office


def of(office: makers.Office) -> dict[str, str]:
    report = department_report(office.district, periods.quarter(2026, 3))
    return {one.key: one.text for one in report.limitations}


def test_it_counts_the_audits_not_the_versions(office) -> None:
    first, second = Audit.objects.order_by("pk")[:2]
    later = makers.SUMMER + datetime.timedelta(days=20)
    assert "statements" not in of(office)
    before = gather(office.district, periods.quarter(2026, 3)).fingerprint
    for audit in (first, first, second):
        replied(audit, later)
    report = department_report(office.district, periods.quarter(2026, 3))
    assert "2 audyt" in of(office)["statements"]
    assert report.as_of == later
    assert report.fingerprint != before
    assert SAID not in str(to_json(report))


def test_a_report_as_of_an_earlier_instant_does_not_know_it(office) -> None:
    submitted = Audit.objects.order_by("-submitted_at").values_list("submitted_at", flat=True)[0]
    replied(Audit.objects.order_by("pk")[0], submitted + datetime.timedelta(days=3))
    report = department_report(office.district, periods.quarter(2026, 3), as_of=submitted)
    assert "statements" not in {one.key for one in report.limitations}


def test_of_figures_that_are_withheld_nothing_is_said(office) -> None:
    replied(Audit.objects.order_by("pk")[0], makers.SUMMER + datetime.timedelta(days=20))
    # All audits of one person: too few to be shown.
    Audit.objects.update(employee=Audit.objects.order_by("pk").values("employee")[:1])
    assert "statements" not in of(office)
