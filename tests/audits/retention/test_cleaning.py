"""What a worker cleans up once an hour, and what it leaves."""

import datetime
import io
import os
from pathlib import Path
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from audits.choices import LetterKind, LetterState, Role
from audits.letters import write_letter
from audits.models import Letter, RetentionProtocol, RetentionRule
from audits.office.imports import uploads
from audits.queue import locks
from audits.retention.applying import apply_rule
from audits.retention.cleaning import clean_up
from audits.retention.plans import plan
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": files}
    return tmp_path


def test_ended_sessions_go_with_their_traces() -> None:
    user = UserFactory()
    for _ in range(2):
        Client().post("/logowanie/", {"login": user.username, "password": PASSWORD})
    ended = Session.objects.first()
    assert ended is not None
    Session.objects.filter(pk=ended.pk).update(expire_date=timezone.now() - DAY)

    done = clean_up()

    assert (done["sessions"], done["traces of sessions"]) == (1, 1)
    assert [one.session_key for one in UserSession.objects.all()] == [one.pk for one in Session.objects.all()]


@pytest.mark.parametrize(
    ("status", "age", "kept"),
    [
        (TaskResultStatus.SUCCESSFUL, 15, 0),
        (TaskResultStatus.FAILED, 15, 0),
        (TaskResultStatus.SUCCESSFUL, 13, 1),
        (TaskResultStatus.READY, 15, 1),
        (TaskResultStatus.RUNNING, 15, 1),
    ],
)
def test_done_jobs_go_after_two_weeks(status: str, age: int, kept: int) -> None:
    at = timezone.now() - age * DAY
    is_done = status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="audits.reports.jobs.make_report",
        backend_name="default",
        run_after=at,
        finished_at=at if is_done else None,
    )

    clean_up()

    assert DBTaskResult.objects.count() == kept


@pytest.mark.parametrize(("state", "age", "kept"), [("sent", 31, 0), ("failed", 31, 0), ("sent", 29, 1)])
def test_letters_go_a_month_after_their_end(state: str, age: int, kept: int) -> None:
    write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())
    Letter.objects.update(state=LetterState(state), finished_at=timezone.now() - age * DAY)

    clean_up()

    assert Letter.objects.count() == kept


def test_a_letter_that_waits_stays() -> None:
    write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())
    Letter.objects.update(written_at=timezone.now() - 40 * DAY)

    clean_up()

    assert Letter.objects.waiting().exists()


def test_an_uploaded_file_goes_after_a_day_whoever_closed_the_browser(store: Path) -> None:
    old, young = uploads.keep(b"old"), uploads.keep(b"young")
    # An hour before the day is over: the next hourly run comes too late.
    yesterday = (timezone.now() - DAY + datetime.timedelta(hours=1)).timestamp() - 60
    os.utime(store / old, (yesterday, yesterday))

    assert clean_up()["uploaded files"] == 1

    assert [path.name for path in (store / "imports").iterdir()] == [Path(young).name]


class TestUploadsAreAClassOfRetention:
    NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)

    @pytest.fixture
    def old(self, store: Path) -> str:
        name = uploads.keep(b"old")
        uploaded = (self.NOW - DAY).timestamp()
        os.utime(store / name, (uploaded, uploaded))
        return name

    @pytest.fixture(autouse=True)
    def rule(self) -> RetentionRule:
        # Made anew where a test emptied the database before.
        values = {"years": None, "days": 1, "needs_consent": False, "is_proposal": False}
        return RetentionRule.objects.update_or_create(data_class="uploads", defaults=values)[0]

    def test_what_goes_leaves_a_protocol_by_nobody(self, old: str) -> None:
        clean_up(now=self.NOW)
        clean_up(now=self.NOW)

        (protocol,) = RetentionProtocol.objects.all()
        assert (protocol.data_class, protocol.years, protocol.days, protocol.by) == ("uploads", None, 1, None)
        assert protocol.counts == {"uploaded file": 1}
        assert protocol.first_day == protocol.last_day == datetime.date(2026, 11, 24)
        assert protocol.at == self.NOW

    def test_the_dry_run_shows_them_and_changes_nothing(self, old: str, rule: RetentionRule, store: Path) -> None:
        made = plan(rule, now=self.NOW)
        assert [(item.shown, item.why) for item in made.items] == [(old, "uploaded 2026-11-24")]
        assert (store / old).exists()

    def test_an_administrator_may_apply_it_sooner_than_the_hour(self, old: str, rule: RetentionRule) -> None:
        by = appointed(Role.ADMINISTRATOR, DepartmentFactory())
        apply_rule(rule=rule, by=by, now=self.NOW)
        assert RetentionProtocol.objects.get().by == by

    @pytest.mark.parametrize("values", [{"days": 2}, {"days": None}, {"years": 1}, {"days": None, "years": 1}])
    def test_the_database_keeps_it_at_a_day(self, rule: RetentionRule, values: dict[str, Any]) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            RetentionRule.objects.filter(pk=rule.pk).update(**values)

    def test_its_page_asks_for_symbol_and_category_alone(self, client: Client, rule: RetentionRule) -> None:
        client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
        address = reverse("admin:audits_retentionrule_change", args=[rule.pk])
        assert "1 dzień" in client.get(address).text
        sent = {"symbol": "0132", "category": "Bc", "years": "7", "is_proposal": "on", "days": "9"}
        assert client.post(address, sent).status_code == 302
        rule.refresh_from_db()
        assert (rule.symbol, rule.category) == ("0132", "Bc")
        assert (rule.years, rule.days, rule.is_proposal) == (None, 1, False)

    def test_the_protocol_says_that_the_clean_up_did_it(self, client: Client, old: str) -> None:
        clean_up(now=self.NOW)
        client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
        protocol = RetentionProtocol.objects.get()
        for address in (
            reverse("admin:audits_retentionprotocol_changelist"),
            reverse("admin:audits_retentionprotocol_change", args=[protocol.pk]),
        ):
            page = client.get(address).text
            assert "wczytane pliki kadrowe" in page
            assert "wczytany plik: 1" in page
            assert "cogodzinne porządki" in page


def test_the_command_says_what_it_took_away_and_does_nothing_while_another_is_at_it() -> None:
    uploads.keep(b"old")
    said = io.StringIO()
    Letter.objects.all().delete()
    user = UserFactory()
    Client().post("/logowanie/", {"login": user.username, "password": PASSWORD})
    Session.objects.update(expire_date=timezone.now() - DAY)
    with locks.held("clean-up"):
        call_command("clean_up", stdout=said)
    assert (said.getvalue(), Session.objects.count()) == ("", 1)

    call_command("clean_up", stdout=said)

    assert said.getvalue() == "Cleaned up: sessions 1, traces of sessions 1\n"


def test_what_goes_by_itself_is_told_beside_the_classes(client: Client) -> None:
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    page = client.get(reverse("admin:audits_retentionrule_changelist")).text
    assert "wykonane zadania: po 14 dniach" in page
    rows = " ".join(page.split())
    assert "wczytane pliki kadrowe" in rows
    assert ">1 dzień<" in rows
