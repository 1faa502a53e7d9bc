"""Which audits a report at the full level is made of, and what it says of its data."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import AuditStatus
from audits.models import Annulment, Audit, Release, Statement
from audits.models.periods import quarter
from audits.office.reorganisation import move_department
from audits.reports.department.contents import DepartmentReport
from audits.reports.department.report import department_report
from standards.choices import Method
from standards.judging.signoff import confirm_assessability, unconfirmed, version_of
from tests.audits.factories import DepartmentFactory, UserFactory
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL, close
from tests.audits.reports.makers import Office, submit
from tests.standards.factories import recommendation_of

pytestmark = pytest.mark.django_db

QUARTER = quarter(2026, 3)
UTC = datetime.UTC


@pytest.fixture
def office() -> Office:
    return makers.office((2, 2, 2))


def audits(report: DepartmentReport) -> int:
    return sum(each.audits for each in report.headline.found)


def reported(office: Office, **options: object) -> DepartmentReport:
    return department_report(office.district, QUARTER, level=FULL, **options)  # type: ignore[arg-type]


def test_drafts_discarded_annulled_and_corrected_audits_are_out(office: Office) -> None:
    unit = office.units[0]
    submit(office, unit)
    submit(office, unit, status=AuditStatus.DRAFT, submitted_at=None, receipt=None)
    submit(office, unit, status=AuditStatus.DISCARDED, submitted_at=None, receipt=None)
    submit(office, unit, status=AuditStatus.ANNULLED)
    wrong = submit(office, unit)
    submit(office, unit, corrects=wrong, supersedes=wrong)

    assert audits(reported(office)) == 2


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

    assert audits(reported(office)) == int(counts)


def test_other_departments_audits_are_out_and_those_below_are_in(office: Office) -> None:
    submit(office, office.district)
    submit(office, office.units[0])
    submit(office, DepartmentFactory(code="UD-PRO-1-R", parent=office.units[0]))
    submit(office, DepartmentFactory(code="UD-INN"))

    assert audits(reported(office)) == 3
    assert audits(department_report(office.units[0], QUARTER, level=FULL)) == 2


def test_a_unit_stands_where_it_does_on_its_granules_last_day(office: Office) -> None:
    """Shopping is closed by the quarter: moved in August, all of the summer counts in the new place, all spring not."""
    elsewhere = DepartmentFactory(code="UD-INNY")
    for day in ((2026, 5, 5), (2026, 7, 5), (2026, 9, 5)):
        submit(office, office.units[0], method=Method.MYSTERY, took_place_at=datetime.datetime(*day, 9, tzinfo=UTC))
    move_department(department=office.units[0], parent=elsewhere, since=datetime.date(2026, 8, 10))

    def counted(department: object, number: int) -> int:
        return audits(department_report(department, quarter(2026, number), level=FULL))  # type: ignore[arg-type]

    assert [counted(office.district, each) for each in (2, 3)] == [1, 0]
    assert [counted(elsewhere, each) for each in (2, 3)] == [0, 2]


def test_a_closed_quarter_keeps_its_structure_and_fingerprint(office: Office) -> None:
    elsewhere = DepartmentFactory(code="UD-INNY", parent=office.district)
    for unit in office.units:
        submit(office, unit, method=Method.MYSTERY)
    close(office, QUARTER, Method.MYSTERY)
    before = department_report(office.district, QUARTER)
    assert audits(before) == 3
    move_department(department=office.units[0], parent=elsewhere, since=datetime.date(2026, 10, 1))
    after = department_report(office.district, QUARTER)
    assert after.fingerprint == before.fingerprint
    assert audits(department_report(elsewhere, QUARTER)) == 0


def test_what_was_submitted_after_the_instant_asked_for_is_out(office: Office) -> None:
    first = submit(office, office.units[0])
    submit(office, office.units[0], submitted_at=makers.SUMMER + datetime.timedelta(days=3))

    assert audits(reported(office, as_of=first.submitted_at)) == 1
    assert audits(reported(office)) == 2


def test_the_report_states_when_its_data_last_changed(office: Office) -> None:
    submit(office, office.units[0])
    last = submit(office, office.units[0], took_place_at=makers.SUMMER + datetime.timedelta(days=1))
    assert reported(office).as_of == last.submitted_at

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
    assert reported(office).as_of == decided_at


def test_the_fingerprint_is_of_what_is_shown(office: Office) -> None:
    submit(office, office.units[0])
    before = reported(office).fingerprint
    assert reported(office).fingerprint == before
    assert department_report(office.district, quarter(2026, 2), level=FULL).fingerprint != before
    assert department_report(office.district, QUARTER).fingerprint != before
    submit(office, office.units[0], took_place_at=datetime.datetime(2026, 5, 4, 9, tzinfo=UTC))
    assert reported(office).fingerprint != before


def test_statements_are_counted_by_audit_at_the_full_level_only(office: Office) -> None:
    said = "Obsługiwałam dwa stanowiska."
    person = office.people[office.units[0].pk][0]
    first, second = (submit(office, office.units[0], employee=person) for _ in range(2))
    before = reported(office)
    assert before.facts.with_statements == 0
    for audit in (first, first, second):
        by, at = UserFactory(), makers.SUMMER + datetime.timedelta(days=20)
        Release.objects.get_or_create(audit=audit, employee=person, defaults={"released_by": by, "released_at": at})
        Statement.objects.create(audit=audit, text=said, made_by=by, made_at=at)
    after = reported(office)
    assert after.facts.with_statements == 2
    assert after.as_of == makers.SUMMER + datetime.timedelta(days=20)
    assert after.fingerprint != before.fingerprint
    assert said not in str(after)
    assert reported(office, as_of=Audit.objects.latest("pk").submitted_at).facts.with_statements == 0
    assert department_report(office.district, QUARTER).facts.with_statements == 0


def test_what_the_office_has_not_confirmed_is_counted_as_the_sign_off_counts_it(office: Office) -> None:
    submit(office, office.units[0])
    judged = recommendation_of(office.edition, "1.1").assessability
    confirm_assessability(assessability=judged, by=UserFactory(), seen=version_of(judged))

    (open_work,) = reported(office).facts.unconfirmed

    left = unconfirmed(office.edition)
    assert (open_work.rows, open_work.questions, open_work.gates) == (
        len(left.rows),
        len(left.questions),
        len(left.gates),
    )
    assert (open_work.edition, open_work.of_rows) == ("75-2016", 155)
