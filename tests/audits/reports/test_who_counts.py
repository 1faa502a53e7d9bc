"""Which audits a report is made of."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import AuditStatus, Role
from audits.fieldwork import identify_employee
from audits.models import Ancestry, Annulment, Assignment, Audit
from audits.reports import periods
from audits.reports.department import department_report, gather
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.audits.reports import makers
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)
UTC = datetime.UTC


@pytest.fixture
def office() -> Office:
    return makers.office((2, 2, 2))


def test_drafts_discarded_annulled_and_corrected_audits_are_out(office: Office) -> None:
    unit = office.units[0]
    submit(office, unit)
    submit(office, unit, status=AuditStatus.DRAFT, submitted_at=None, receipt=None)
    submit(office, unit, status=AuditStatus.DISCARDED, submitted_at=None, receipt=None)
    submit(office, unit, status=AuditStatus.ANNULLED)
    wrong = submit(office, unit)
    submit(office, unit, corrects=wrong, supersedes=wrong)

    assert department_report(office.district, QUARTER).audits == 2


@pytest.mark.parametrize(
    ("took_place_at", "counts"),
    [
        (datetime.datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC), False),
        (datetime.datetime(2026, 6, 30, 22, 0, tzinfo=UTC), True),
        (datetime.datetime(2026, 9, 30, 21, 59, 59, tzinfo=UTC), True),
        (datetime.datetime(2026, 9, 30, 22, 0, tzinfo=UTC), False),
    ],
)
def test_the_quarter_has_warsaws_edges(office: Office, took_place_at: datetime.datetime, counts: bool) -> None:
    submit(office, office.units[0], took_place_at=took_place_at)

    assert department_report(office.district, QUARTER).audits == int(counts)


def test_other_departments_audits_are_out_and_those_below_are_in(office: Office) -> None:
    submit(office, office.district)
    submit(office, office.units[0])
    submit(office, DepartmentFactory(code="UD-PRO-1-R", parent=office.units[0]))
    submit(office, DepartmentFactory(code="UD-INN"))

    assert department_report(office.district, QUARTER).audits == 3
    assert department_report(office.units[0], QUARTER).audits == 2


def test_a_unit_that_moved_away_counts_until_the_day_it_moved(office: Office) -> None:
    moved_on = datetime.date(2026, 8, 10)
    unit = office.units[0]
    Ancestry.objects.filter(ancestor=office.district, descendant=unit).update(until=moved_on)
    noon = datetime.datetime(2026, 8, 9, 10, tzinfo=UTC)
    submit(office, unit, took_place_at=noon)
    submit(office, unit, took_place_at=datetime.datetime(2026, 8, 9, 21, 59, tzinfo=UTC))
    submit(office, unit, took_place_at=datetime.datetime(2026, 8, 9, 22, 0, tzinfo=UTC))

    assert department_report(office.district, QUARTER).audits == 2
    assert department_report(unit, QUARTER).audits == 3


def test_what_was_submitted_after_the_instant_asked_for_is_out(office: Office) -> None:
    first = submit(office, office.units[0])
    submit(office, office.units[0], submitted_at=makers.SUMMER + datetime.timedelta(days=3))

    assert department_report(office.district, QUARTER, as_of=first.submitted_at).audits == 1
    assert department_report(office.district, QUARTER).audits == 2


def test_the_report_states_when_its_data_last_changed(office: Office) -> None:
    submit(office, office.units[0])
    last = submit(office, office.units[0], took_place_at=makers.SUMMER + datetime.timedelta(days=1))
    assert department_report(office.district, QUARTER).as_of == last.submitted_at

    decided_at = timezone.now()
    Annulment.objects.create(
        audit=last,
        reason="pomyłka",
        proposed_by=UserFactory(),
        proposed_at=decided_at,
        decided_by=UserFactory(),
        decided_at=decided_at,
        approved=True,
    )
    last.status = AuditStatus.ANNULLED
    last.save()
    assert department_report(office.district, QUARTER).as_of == decided_at


def test_the_fingerprint_is_of_the_data_alone(office: Office) -> None:
    audit = submit(office, office.units[0])
    before = gather(office.district, QUARTER).fingerprint

    assert gather(office.district, QUARTER).fingerprint == before
    assert gather(office.district, periods.quarter(2026, 2)).fingerprint != before

    answer = audit.answers.first()
    answer.verdict = "not_met"
    answer.save()
    assert gather(office.district, QUARTER).fingerprint != before
    answer.verdict = "met"
    answer.save()
    assert gather(office.district, QUARTER).fingerprint == before


def test_an_audit_of_the_period_before_changes_the_fingerprint(office: Office) -> None:
    submit(office, office.units[0])
    before = gather(office.district, QUARTER).fingerprint
    submit(office, office.units[0], took_place_at=datetime.datetime(2026, 5, 4, 9, tzinfo=UTC))

    assert gather(office.district, QUARTER).fingerprint != before


@pytest.fixture
def unnamed(office: Office) -> Audit:
    """A mystery shopper's submitted audit that waits for HR to say whom it is about."""
    shopper = appointed(Role.SHOPPER, office.district)
    assignment = Assignment.objects.create(
        shopper=shopper,
        department=office.units[0],
        channel="counter",
        first_day=makers.SUMMER.date(),
        last_day=makers.SUMMER.date(),
        selection="everything",
        scenario="dowód",
        assigned_by=shopper,
        assigned_at=makers.SUMMER,
    )
    return submit(
        office, office.units[0], method="mystery", auditor=shopper, assignment=assignment, as_named="pani Anna"
    )


class TestAShoppersAuditNamedLater:
    """It counts for the department from the start, for a person from the instant on at which HR said who it was."""

    def people(self, office: Office, as_of: datetime.datetime | None = None) -> tuple[int, int]:
        (section,) = department_report(office.district, QUARTER, as_of=as_of).methods
        return section.people, section.unattributed

    def test_it_counts_for_the_department_before_and_after(self, office: Office, unnamed: Audit) -> None:
        hr = appointed(Role.HR, office.district)
        assert self.people(office) == (0, 1)
        identify_employee(audit=unnamed, by=hr, employee=office.people[office.units[0].pk][0])
        assert self.people(office) == (1, 0)
        assert department_report(office.district, QUARTER).audits == 1

    def test_not_identified_it_stays_the_departments(self, office: Office, unnamed: Audit) -> None:
        identify_employee(audit=unnamed, by=appointed(Role.HR, office.district), employee=None)
        assert self.people(office) == (0, 1)

    def test_a_report_as_of_an_earlier_instant_stays_as_it_was(self, office: Office, unnamed: Audit) -> None:
        before = makers.SUMMER + datetime.timedelta(days=2)
        then = gather(office.district, QUARTER, as_of=before).fingerprint
        now = gather(office.district, QUARTER).fingerprint
        one, other = (appointed(Role.HR, office.district) for _ in range(2))
        ann, eve = office.people[office.units[0].pk]
        day = datetime.timedelta(days=1)
        said = identify_employee(audit=unnamed, by=one, employee=ann, now=before + day)
        between = gather(office.district, QUARTER, as_of=before + day).fingerprint
        identify_employee(
            audit=unnamed, by=other, employee=eve, replaces=said.pk, reason="inna zmiana", now=before + 2 * day
        )

        assert gather(office.district, QUARTER, as_of=before).fingerprint == then
        assert self.people(office, before) == (0, 1)
        assert gather(office.district, QUARTER, as_of=before + day).fingerprint == between
        assert self.people(office, before + day) == (1, 0)
        assert len({now, then, between, gather(office.district, QUARTER).fingerprint}) == 4

    def test_the_report_states_it_as_a_change_of_its_data(self, office: Office, unnamed: Audit) -> None:
        assert department_report(office.district, QUARTER).as_of == unnamed.submitted_at
        said = identify_employee(audit=unnamed, by=appointed(Role.HR, office.district), employee=None)
        assert department_report(office.district, QUARTER).as_of == said.at
