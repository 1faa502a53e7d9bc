"""Lists of the administration of the office: what is looked for is found, filters speak Polish, counts have nouns."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import LetterKind, Role
from audits.letters import write_letter
from audits.models import LegalHold, RetentionProtocol, RetentionRule
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)


@pytest.fixture
def client(client: Client) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    return client


def listed(client: Client, name: str, **chosen: Any) -> Any:
    return client.get(reverse(f"admin:audits_{name}_changelist"), chosen)


def found(client: Client, name: str, **chosen: Any) -> list[str]:
    return [str(row) for row in listed(client, name, **chosen).context["cl"].result_list]


@pytest.fixture
def holds(db: None) -> list[LegalHold]:
    by = UserFactory()
    ended = {"released_by": by, "released_at": NOW}
    return [
        LegalHold.objects.create(
            reason=reason, department=DepartmentFactory(code=code), placed_by=by, placed_at=NOW, **values
        )
        for reason, code, values in (("Kontrola NIK", "UD-BEM", {}), ("Sąd pracy", "UD-WOL", ended))
    ]


def test_a_hold_is_found_by_reason_and_department(client: Client, holds: list[LegalHold]) -> None:
    assert found(client, "legalhold", q="sad") == ["Sąd pracy"]
    assert found(client, "legalhold", q="UD-BEM") == ["Kontrola NIK"]
    assert "2 wstrzymania" in listed(client, "legalhold").text


def test_holds_are_filtered_by_whether_they_are_in_force(client: Client, holds: list[LegalHold]) -> None:
    assert found(client, "legalhold", in_force="yes") == ["Kontrola NIK"]
    assert found(client, "legalhold", in_force="no") == ["Sąd pracy"]
    assert len(found(client, "legalhold", in_force="x")) == 2
    assert "Według pola obowiązuje" in " ".join(listed(client, "legalhold").text.split())


def test_a_letter_is_found_by_whom_it_went_to(client: Client) -> None:
    for last_name in ("Żółkiewski", "Nowak"):
        write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory(last_name=last_name))
    assert listed(client, "letter", q="zolkiewski").context["cl"].result_count == 1
    assert listed(client, "letter", q="nikt").context["cl"].result_count == 0
    assert "2 wiadomości" in listed(client, "letter").text


def test_a_protocol_is_found_by_the_archives_consent(client: Client) -> None:
    for consent in ("zgoda AP nr 12", ""):
        RetentionProtocol.objects.create(
            data_class="audits",
            years=5,
            before=NOW.date(),
            held=0,
            waiting=0,
            consent=consent,
            by=UserFactory(),
            at=NOW,
        )
    assert listed(client, "retentionprotocol", q="ap 12").context["cl"].result_count == 1
    assert "2 protokoły" in listed(client, "retentionprotocol").text


def test_appointments_have_a_hierarchy_of_their_first_days(client: Client) -> None:
    for year in (2023, 2024):
        AppointmentFactory(role=Role.HEAD, since=datetime.date(year, 3, 1), until=None)
    assert "since__year=2023" in listed(client, "appointment").text
    assert listed(client, "appointment", since__year="2023").context["cl"].result_count == 1


@pytest.mark.parametrize(
    ("name", "counted"), [("retentionrule", "okres"), ("purpose", "cel"), ("user", "kont"), ("appointment", "uprawnie")]
)
def test_a_count_goes_with_its_noun(client: Client, name: str, counted: str) -> None:
    page = " ".join(listed(client, name).text.split())
    assert f"{listed(client, name).context['cl'].result_count} {counted}" in page
    assert "Razem:" not in page


def test_rules_are_there_for_all_classes(client: Client) -> None:
    assert len(found(client, "retentionrule")) == RetentionRule.objects.count() > 0
