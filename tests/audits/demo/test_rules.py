"""The demo breaks no rule that the portal holds its auditors to."""

import datetime
import uuid
from itertools import groupby

import pytest
import time_machine
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from audits import access
from audits.choices import Act, AuditStatus, Role, Verdict
from audits.demo.seeding import Seeded
from audits.fieldwork import open_audit, receipt_number, save_checklist, submit_audit
from audits.models import Ancestry, Annulment, Answer, Appointment, Audit, Department, Employee, Employment, Gate, User
from tests.audits.demo.conftest import UNTIL

pytestmark = pytest.mark.usefixtures("demo")

RATED = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET)
FINISHED = Q(audit__status__in=(AuditStatus.SUBMITTED, AuditStatus.ANNULLED))


def test_the_office_is_whole(demo: Seeded) -> None:
    top = Department.objects.get(parent=None)
    assert (top.code, top.name) == ("UMSTW", "Urząd m.st. Warszawy")
    assert top.children.filter(code__startswith="UD-").count() == 18
    assert top.children.filter(code__startswith="B-").count() >= 12
    assert all(3 <= one.children.count() <= 5 for one in top.children.filter(code__startswith="UD-"))
    assert Employee.objects.count() == demo.employees == 2500
    assert Department.objects.count() == demo.departments
    assert Audit.objects.count() == demo.audits
    # Each department is at the root's foot, as deep as its chain of parents.
    assert (
        Ancestry.objects.filter(ancestor=top, depth=2).count() == Department.objects.filter(parent__parent=top).count()
    )


def test_roles_are_held_by_enough_people() -> None:
    held = {role: Appointment.objects.filter(role=role).values("user").distinct().count() for role in Role.values}
    assert held == {
        "auditor": 78,
        "head": 31,
        "hr": 3,
        "administrator": 2,
        "data_protection_officer": 1,
        "standards_editor": 1,
        "mystery_shopper": 1,
    }
    assert not Appointment.objects.filter(user__email__regex=r"^(?!.*@demo\.example\.org$)").exists()


def test_the_shopper_has_open_assignments_and_hr_somebody_to_identify() -> None:
    shopper = User.objects.get(username="klient")
    noon = timezone.make_aware(datetime.datetime.combine(UNTIL, datetime.time(12)))
    with time_machine.travel(noon, tick=False):
        open_now = access.assignments_to_fill(shopper)
        assert {one.department.code for one in open_now} == {"UD-BEM-WOM", "UD-BEM-WDG", "UD-BEM-WZL", "UD-BEM-WAB"}
        assert not access.is_employed_under(shopper, Department.objects.get(code="UD-BEM"), UNTIL, UNTIL)
        audit = access.audits_to_identify(User.objects.get(username="kadry")).get()
    assert audit.assignment.first_day <= timezone.localdate(audit.took_place_at) <= audit.assignment.last_day
    name = audit.as_named.split(",")[0]
    assert Employee.objects.filter(first_name=name, employments__department=audit.department).exists()


def test_what_does_not_apply_had_its_occasion_denied() -> None:
    not_applicable = Answer.objects.filter(verdict=Verdict.NOT_APPLICABLE)
    by_gate = Q(act=Act.GATE, gate__arose=False)
    by_other = Q(act=Act.EXCLUDED) & (Q(gate__isnull=True, excludes__isnull=False) | Q(gate__arose=True))
    assert not_applicable.filter(by_gate).exists()
    assert not not_applicable.exclude(by_gate | by_other).exists()
    # Whoever explains a wait is judged in 6.4 alone.
    waits = not_applicable.filter(recommendation__standard__number="6", recommendation__number="3")
    assert waits.filter(by_other).exists()
    assert not Answer.objects.filter(gate__arose=False).exclude(verdict=Verdict.NOT_APPLICABLE).exists()


def test_partly_only_where_there_are_parts() -> None:
    partly = Answer.objects.filter(verdict=Verdict.PARTLY)
    assert partly.exists()
    assert all(answer.parts for answer in partly)


def test_rows_of_one_matter_share_their_verdict() -> None:
    rows = (
        Answer.objects.exclude(same_matter="")
        .filter(Q(gate__isnull=True) | Q(gate__arose=True))
        .order_by("audit", "same_matter")
    )
    groups = [list(group) for _, group in groupby(rows, lambda row: (row.audit_id, row.same_matter))]
    assert any(len(group) > 1 for group in groups)
    assert all(len({(row.verdict, row.act) for row in group}) == 1 for group in groups)


def test_of_rows_that_exclude_each_other_one_is_rated() -> None:
    other = Answer.objects.filter(audit=OuterRef("audit"), recommendation=OuterRef("excludes"), verdict__in=RATED)
    rated = Answer.objects.filter(verdict__in=RATED, excludes__isnull=False)
    assert rated.exists()
    assert not rated.filter(Exists(other)).exists()


def test_one_act_covers_breaches_only() -> None:
    by_one_act = Answer.objects.filter(act=Act.NONE_OF_THESE)
    assert by_one_act.exists()
    assert not by_one_act.exclude(verdict=Verdict.MET).exists()
    # A row of the same matter as a breach follows it.
    assert not by_one_act.filter(refrain=False, same_matter="").exists()


def test_every_verdict_has_its_act() -> None:
    assert not Answer.objects.filter(Q(verdict="") ^ Q(act="")).exists()
    assert not Answer.objects.filter(act=Act.LEFT).exclude(verdict=Verdict.NOT_OBSERVED).exists()


def test_nothing_is_left_open_in_what_was_submitted() -> None:
    assert not Answer.objects.filter(FINISHED, verdict="").exists()
    assert not Gate.objects.filter(FINISHED, arose=None).exists()
    for audit in Audit.objects.filter(submitted_at__isnull=False):
        assert audit.receipt == receipt_number(audit.pk, audit.submitted_at)


def test_times_are_in_order_and_past() -> None:
    midnight = timezone.make_aware(datetime.datetime.combine(UNTIL, datetime.time.min))
    assert not Audit.objects.filter(took_place_at__gte=F("opened_at")).exists()
    assert not Audit.objects.filter(opened_at__gte=F("submitted_at")).exists()
    assert not Audit.objects.filter(Q(opened_at__gte=midnight) | Q(submitted_at__gte=midnight)).exists()
    opened = list(Audit.objects.exclude(receipt=None).order_by("pk").values_list("opened_at", flat=True))
    assert opened == sorted(opened)


def test_people_were_where_they_were_audited() -> None:
    for audit in Audit.objects.select_related("department", "auditor", "employee", "assignment"):
        day = timezone.localdate(audit.took_place_at)
        assert Department.objects.open_on(day).under(audit.department, day).contains(audit.department)
        over = Ancestry.objects.filter(descendant=audit.department, ancestor=OuterRef("department"))
        role = Role.AUDITOR if audit.assignment is None else Role.SHOPPER
        assert Appointment.objects.filter(Exists(over), user=audit.auditor, role=role, since__lte=day).exists()
        if audit.employee is not None:
            assert audit.employee.user_id != audit.auditor_id
            assert Employment.objects.filter(
                Q(until__isnull=True) | Q(until__gt=day),
                employee=audit.employee,
                department=audit.department,
                since__lte=day,
            ).exists()


def test_two_people_of_hr_stand_behind_an_annulment() -> None:
    annulled = Audit.objects.filter(status=AuditStatus.ANNULLED)
    assert annulled.exists()
    for audit in annulled:
        annulment = Annulment.objects.get(audit=audit, approved=True)
        assert annulment.proposed_by != annulment.decided_by
        assert audit.auditor not in (annulment.proposed_by, annulment.decided_by)
        assert audit.submitted_at < annulment.proposed_at < annulment.decided_at
    assert Annulment.objects.filter(approved=None, audit__status=AuditStatus.SUBMITTED).exists()
    assert Annulment.objects.filter(approved=False, audit__status=AuditStatus.SUBMITTED).exists()


def test_auditors_have_work_in_progress() -> None:
    drafts = Audit.objects.drafts()
    assert drafts.count() == 15
    mine = drafts.filter(auditor__username="audytor")
    judged = sorted(audit.answers.exclude(verdict="").count() / audit.answers.count() for audit in mine)
    assert judged[0] == 0
    assert 0.3 < judged[1] < 0.7


def test_the_portal_itself_would_have_recorded_the_same() -> None:
    """Audits of the demo, opened, filled and submitted again by the portal's own actions."""
    sample = (
        Audit.objects.filter(status=AuditStatus.SUBMITTED, assignment=None)
        .exclude(selection="standards")
        .filter(Q(employee__isnull=True) | Q(employee__is_active=True))
        .select_related("auditor", "department", "employee")
        .order_by("uuid")[:30]
    )
    verdicts = set()
    for audit in sample:
        again = open_audit(
            auditor=audit.auditor,
            uuid=uuid.uuid4(),
            method=audit.method,
            channel=audit.channel,
            department=audit.department,
            employee=audit.employee,
            desk=audit.desk,
            took_place_at=audit.took_place_at,
            waiting_minutes=audit.waiting_minutes,
            scenario=audit.scenario,
            no_conflict=True,
            selection=audit.selection,
            occasions=[gate.occasion.code for gate in audit.gates.select_related("occasion")],
            now=audit.opened_at,
        )
        answers = list(audit.answers.select_related("gate"))
        save_checklist(
            audit=again,
            by=audit.auditor,
            answers={
                answer.recommendation_id: (0, answer.verdict, answer.note)
                for answer in answers
                if answer.act == Act.JUDGED
            },
            gates={gate.occasion_id: (0, gate.arose) for gate in audit.gates.all()},
            none_of_these={answer.block for answer in answers if answer.act == Act.NONE_OF_THESE and answer.refrain},
        )
        submit_audit(audit=again, by=audit.auditor, leave_unanswered=True, now=audit.submitted_at)
        columns = ("recommendation_id", "position", "verdict", "act", "note", "question", "weight")
        assert list(again.answers.values_list(*columns)) == list(audit.answers.values_list(*columns))
        verdicts |= {(answer.verdict, answer.act) for answer in answers}
    assert len(verdicts) >= 7


def test_nobody_is_named_in_an_audit_before_they_were_told(demo) -> None:
    for audit in Audit.objects.filter(employee__isnull=False):
        day = timezone.localdate(audit.took_place_at)
        assert audit.employee.told.filter(counts_from__lte=day).exists()


def test_only_final_audits_of_one_district_are_released(demo) -> None:
    released = Audit.objects.filter(releases__isnull=False)
    assert released.exists()
    for audit in released.select_related("department"):
        assert audit.department.code.startswith("UD-BEM-")
        assert audit.status == "submitted"
        assert audit.employee is not None
        assert not audit.annulments.filter(approved=None).exists()
        assert audit.releases.get().released_at > audit.submitted_at
