"""People who left get a pseudonym: nobody is named any more, and every figure stays as it was."""

import datetime

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import authenticate
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from audits.choices import DataClass, DataRequestKind, Outcome, Role
from audits.fieldwork.card import audit_card
from audits.models import (
    Annulment,
    Audit,
    Correction,
    DataRequest,
    Employee,
    Employment,
    Identification,
    Invitation,
    LegalHold,
    RetentionProtocol,
    Statement,
    User,
    periods,
)
from audits.reports.department.report import department_report
from audits.reports.department.tabulation import to_csv
from audits.retention.applying import apply_rule
from audits.retention.plans import plan
from tests.audits.factories import PASSWORD, AppointmentFactory, UserFactory, appointed
from tests.audits.reports.makers import fill_by_chance
from tests.audits.retention.conftest import NOW


@pytest.fixture
def gone(person):
    """Left in the middle of 2020, with an account."""
    account = UserFactory(username="lucja", first_name="Łucja", last_name="Wąsik")
    Employee.objects.filter(pk=person.pk).update(user=account)
    person.employments.update(until="2020-07-01", position="inspektor")
    return Employee.objects.get(pk=person.pk)


@pytest.fixture
def apply(rule, administrator):
    def act(data_class, **fields):
        return apply_rule(rule=rule(data_class, **fields), by=administrator, now=NOW)

    return act


def test_name_and_number_are_gone_from_person_notes_and_log_and_the_account_is_let_go(apply, submit, gone):
    name = gone.last_name
    audit = submit("2024-05-05", employee=gone, note=f"{name[:-1]}iego nie było", scenario=f"Pytanie do: {name}")
    kind = ContentType.objects.get_for_model(Employee)
    account = gone.user
    LogEntry.objects.create(
        user=UserFactory(),
        content_type=kind,
        object_id=str(gone.pk),
        object_repr=str(gone),
        action_flag=CHANGE,
        change_message=str(gone),
    )
    number = gone.number
    made = apply(DataClass.EMPLOYEES)
    assert [item.shown for item in made.items] == [f"employee {number}"]
    gone.refresh_from_db()
    assert gone.last_name.startswith("[osoba ")
    assert (gone.first_name, gone.user, gone.is_active, gone.pseudonymised_at) == ("", None, False, NOW)
    assert gone.number != number
    assert not Employee.objects.named_like(name).filter(pk=gone.pk).exists()
    account.refresh_from_db()
    assert not account.is_active
    text = (
        repr(audit_card(audit)) + repr(LogEntry.objects.values()) + repr(Employee.objects.filter(pk=gone.pk).values())
    )
    assert name[:-3] not in text
    assert "[usunięto] nie było" in text
    assert set(Employment.objects.filter(employee=gone).values_list("position", flat=True)) == {""}


def test_no_other_words_about_the_person_keep_the_name(apply, submit, gone, administrator):
    """Reasons, statements, requests and their answers; what was asked for, when and how it ended stays."""
    name = f"{gone.last_name[:-1]}iej"
    audit = submit("2020-05-05", employee=gone)
    version = submit("2020-05-06", employee=gone, corrects=audit, supersedes=audit)
    who = {"proposed_by": administrator, "proposed_at": NOW}
    Correction.objects.filter(version=version).update(reason=f"Ocena {name} była inna")
    Annulment.objects.create(audit=version, reason=f"Skarga {name}", **who)
    Identification.objects.create(audit=version, employee=gone, by=administrator, at=NOW, reason=f"To nie {name}")
    Statement.objects.create(audit=version, text=f"Z poważaniem {gone}", made_by=administrator, made_at=NOW)
    LegalHold.objects.create(
        employee=gone,
        reason=f"sprawa {name}",
        placed_by=administrator,
        placed_at=NOW,
        released_by=administrator,
        released_at=NOW,
    )
    asked = DataRequest.objects.create(
        kind=DataRequestKind.RECTIFICATION,
        employee=gone,
        department=audit.department,
        text="Mieszkam przy ulicy Próbnej 7.",
        received_on="2020-06-01",
        deadline="2020-07-01",
        filed_by=administrator,
        filed_at=NOW,
        answer="Pani telefon: 123.",
        outcome=Outcome.REFUSED,
        answered_by=administrator,
        answered_at=NOW,
    )
    apply(DataClass.EMPLOYEES)
    left = {
        model: list(model.objects.values())
        for model in (Correction, Annulment, Identification, Statement, LegalHold, DataRequest)
    }
    assert gone.last_name[:-3] not in repr(left)
    assert [one["reason"] for one in left[Correction]] == ["Ocena [usunięto] była inna"]
    assert [one["reason"] for one in left[Identification]] == ["To nie [usunięto]"]
    kept = DataRequest.objects.get(pk=asked.pk)
    assert (kept.text, kept.answer, kept.extended_because) == ("[usunięto]", "[usunięto]", "")
    assert (kept.kind, kept.outcome, kept.received_on) == ("rectification", "refused", datetime.date(2020, 6, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Identification.objects.update(reason="")


def test_the_departments_figures_are_equal_before_and_after(apply, office, gone):
    fill_by_chance(office, audits=25, seed=3, start=datetime.date(2020, 4, 1), days=60)
    some = list(Audit.objects.values_list("pk", flat=True))[:12]
    Audit.objects.filter(pk__in=some).update(employee=gone)
    quarter = periods.quarter(2020, 2)
    before = to_csv(department_report(office.district, quarter))
    assert apply(DataClass.EMPLOYEES).pks == [gone.pk]
    assert to_csv(department_report(office.district, quarter)) == before


def test_an_account_loses_its_names_and_nobody_signs_in_with_it(apply, gone, office, client):
    account = gone.user
    by = UserFactory()
    Invitation.objects.create(user=account, sent_by=by, sent_at=NOW, expires_at=NOW + datetime.timedelta(days=7))
    AppointmentFactory(user=account, role=Role.HEAD, department=office.district, since=datetime.date(2019, 1, 1))
    assert authenticate(RequestFactory().post("/logowanie/"), username="lucja", password=PASSWORD) == account
    client.force_login(account)
    apply(DataClass.ACCOUNTS, years=1)
    account.refresh_from_db()
    assert "lucja" not in repr(User.objects.filter(pk=account.pk).values())
    assert "Łucja" not in str(account)
    assert not account.is_active
    assert not account.has_usable_password()
    assert account.pseudonymised_at == NOW
    gone.refresh_from_db()
    assert gone.user is None
    assert client.get("/").status_code == 302
    assert RetentionProtocol.objects.get().counts == {"user": 1}
    assert Invitation.objects.get().revoked_at == NOW


def test_who_works_here_or_left_lately_stays(rule, gone, office):
    def planned(data_class):
        return [item.pk for item in plan(rule(data_class)).items]

    assert planned(DataClass.EMPLOYEES) == [gone.pk]
    gone.employments.update(until=datetime.date(datetime.date.today().year - 5, 1, 1))  # noqa: DTZ011
    assert planned(DataClass.EMPLOYEES) == []
    gone.employments.update(until="2020-07-01")
    Employment.objects.create(employee=gone, department=office.district, since="2023-01-01")
    assert planned(DataClass.EMPLOYEES) == []
    assert planned(DataClass.ACCOUNTS) == []


def test_of_others_an_inactive_account_counts_since_it_was_last_used(rule):
    old = UserFactory(is_active=False, last_login="2020-01-01T12:00Z")
    UserFactory(is_active=False, last_login=NOW)
    UserFactory(last_login="2020-01-01T12:00Z")
    assert [item.pk for item in plan(rule(DataClass.ACCOUNTS, years=1)).items] == [old.pk]


@pytest.mark.parametrize("what", ["person", "audit", "department"])
def test_a_legal_hold_keeps_person_and_account(rule, submit, gone, office, administrator, what):
    submit("2020-05-05", employee=gone)
    fields = {
        "person": {"employee": gone},
        "audit": {"first_day": "2020-05-01", "last_day": "2020-05-31"},
        "department": {"department": office.district},
    }[what]
    LegalHold.objects.create(reason="x", placed_by=administrator, placed_at=NOW, **fields)
    for data_class, pk in ((DataClass.EMPLOYEES, gone.pk), (DataClass.ACCOUNTS, gone.user_id)):
        made = plan(rule(data_class))
        assert (made.items, [item.pk for item in made.held]) == ([], [pk])


def test_it_happens_once(apply, gone):
    apply(DataClass.EMPLOYEES)
    assert apply(DataClass.EMPLOYEES).items == []


def test_hr_of_today_is_no_subject_of_it(rule, office):
    appointed(Role.HR, office.district)
    assert plan(rule(DataClass.ACCOUNTS, years=1)).items == []
