"""Letters and mail servers of every temper: each letter is sent once, or shown as not delivered."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from audits.choices import LetterFault, LetterKind, LetterState, Role
from audits.letters import sending, write_letter
from audits.models import Letter, User
from audits.signin import invitations
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed
from tests.audits.letters.servers import Server, serving

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture
def user() -> User:
    return UserFactory(email="ewa@example.org")


@pytest.fixture
def letter(user: User) -> Letter:
    written = write_letter(
        kind=LetterKind.PASSWORD_CHANGED, user=user, details={"device": "Firefox, Windows", "address": "10.1.2.3"}
    )
    Letter.objects.update(written_at=NOW)
    return written


@pytest.fixture
def served_by(settings: Any) -> Iterator[Callable[[str], Server]]:
    open_ones = []

    def serve(behaviour: str) -> Server:
        context = serving(behaviour)
        server = context.__enter__()
        open_ones.append(context)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 1
        return server

    yield serve
    for context in open_ones:
        context.__exit__(None, None, None)


@pytest.mark.parametrize("behaviour", ["takes", "slow"])
def test_a_letter_is_sent_once_and_then_holds_nothing(
    served_by: Callable[[str], Server], letter: Letter, behaviour: str
) -> None:
    server = served_by(behaviour)

    assert [sending.send_due(now=NOW), sending.send_due(now=NOW)] == [1, 0]

    letter.refresh_from_db()
    assert (letter.state, letter.fault, letter.attempts, letter.details) == (LetterState.SENT, "", 1, {})
    (message,) = server.taken
    assert "To: ewa@example.org" in message
    assert f"Message-ID: <{letter.uuid}@localhost>" in message


@pytest.mark.parametrize(
    ("behaviour", "fault"),
    [
        ("silent", LetterFault.SILENT),
        ("breaks off", LetterFault.BROKEN_OFF),
        ("puts off", LetterFault.PUT_OFF),
    ],
)
def test_what_may_pass_is_tried_again_after_1_5_15_and_60_minutes_then_hourly_until_a_day_is_over(
    served_by: Callable[[str], Server], letter: Letter, behaviour: str, fault: str
) -> None:
    server = served_by(behaviour)
    at, waits = NOW, []
    for _attempt in range(6):
        assert sending.send_due(now=at) == 1
        letter.refresh_from_db()
        assert (letter.state, letter.fault) == (LetterState.WAITING, fault)
        assert letter.next_try_at is not None
        # Before its turn nobody is asked.
        assert sending.send_due(now=letter.next_try_at - datetime.timedelta(seconds=1)) == 0
        waits.append(round((letter.next_try_at - at).total_seconds() / 60))
        at = letter.next_try_at

    assert waits == [1, 5, 15, 60, 60, 60]
    assert letter.attempts == server.connections == 6
    sending.send_due(now=NOW + datetime.timedelta(hours=24, minutes=1))
    letter.refresh_from_db()
    assert (letter.state, letter.fault, letter.details) == (LetterState.FAILED, fault, {})
    assert server.taken == []


def test_a_server_that_is_not_there_is_waited_for(
    served_by: Callable[[str], Server], letter: Letter, settings: Any
) -> None:
    served_by("takes")
    nobody = Server("takes")
    settings.EMAIL_PORT = nobody.port
    nobody.close()

    sending.send_due(now=NOW)

    letter.refresh_from_db()
    assert (letter.state, letter.fault) == (LetterState.WAITING, LetterFault.UNREACHABLE)


def test_a_refused_address_is_not_tried_again(served_by: Callable[[str], Server], letter: Letter) -> None:
    server = served_by("refuses")

    sending.send_due(now=NOW)
    sending.send_due(now=NOW + datetime.timedelta(hours=2))

    letter.refresh_from_db()
    assert (letter.state, letter.fault, letter.attempts) == (LetterState.FAILED, LetterFault.REFUSED, 1)
    assert server.connections == 1


def test_a_server_that_greylists_has_it_at_the_second_attempt(
    served_by: Callable[[str], Server], letter: Letter
) -> None:
    server = served_by("greylists")

    sending.send_due(now=NOW)
    sending.send_due(now=NOW + datetime.timedelta(minutes=1))

    letter.refresh_from_db()
    assert (letter.state, letter.fault, letter.attempts) == (LetterState.SENT, "", 2)
    assert len(server.taken) == 1


def test_one_refused_letter_holds_up_no_other(served_by: Callable[[str], Server], letter: Letter) -> None:
    served_by("refuses")
    other = write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())

    assert sending.send_due(now=NOW) == 2

    other.refresh_from_db()
    assert other.state == LetterState.FAILED


def test_one_that_cannot_be_put_together_holds_up_no_other(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    other = write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())
    made = sending.text_of

    def broken(one: Letter) -> object:
        if one.pk == letter.pk:
            raise ValueError("no such template")
        return made(one)

    monkeypatch.setattr(sending, "text_of", broken)
    assert sending.send_due(now=NOW) == 2

    letter.refresh_from_db()
    other.refresh_from_db()
    assert (letter.state, letter.fault, other.state) == (LetterState.WAITING, LetterFault.OTHER, LetterState.SENT)


def test_while_the_server_is_silent_the_rest_waits_for_the_next_turn(
    served_by: Callable[[str], Server], letter: Letter
) -> None:
    server = served_by("silent")
    write_letter(kind=LetterKind.TOTP_ACTIVATED, user=UserFactory())

    assert sending.send_due(now=NOW) == 1
    assert server.connections == 1


def test_a_letter_of_a_machine_whose_clock_is_ahead_goes_at_once(user: User) -> None:
    write_letter(kind=LetterKind.TOTP_ACTIVATED, user=user)
    Letter.objects.update(written_at=timezone.now() + datetime.timedelta(minutes=10))

    assert sending.send_due() == 1
    assert len(mail.outbox) == 1


def test_an_invitation_revoked_meanwhile_is_not_sent(user: User) -> None:
    user.set_unusable_password()
    user.save()
    invitations.invite(user=user, by=UserFactory(), portal="https://p.example/")
    invitations.revoke(user=user)

    sending.send_due()

    assert mail.outbox == []
    assert Letter.objects.get().state == LetterState.NEEDLESS


def test_no_letter_keeps_a_link_or_the_text(user: User) -> None:
    write_letter(kind=LetterKind.RESET_LINK, user=user, portal="https://p.example/")

    sending.send_due()

    link = re.findall(r"https://\S+", mail.outbox[0].body)[0]
    kept = str(Letter.objects.values().get())
    assert link.removeprefix("https://p.example/haslo/nowe/")
    assert link.rsplit("/", 2)[1] not in kept
    assert user.email not in kept


def test_without_a_mail_server_a_letter_has_failed_at_once_and_holds_nothing(settings: Any, user: User) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    letter = write_letter(kind=LetterKind.PASSWORD_CHANGED, user=user, details={"device": "Firefox", "address": "::1"})

    assert (letter.state, letter.fault, letter.details) == (LetterState.FAILED, LetterFault.NOT_SET_UP, {})
    assert sending.send_due() == 0


def test_a_changed_password_answers_as_changed_whatever_the_mail_server_does(
    served_by: Callable[[str], Server], client: Client
) -> None:
    server = served_by("silent")
    user = appointed(Role.HEAD, DepartmentFactory())
    client.force_login(user)
    new = "zielone krzesła nad Wisłą"

    answer = client.post("/haslo/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    user.refresh_from_db()
    assert user.check_password(new)
    assert server.connections == 0
    assert Letter.objects.get().kind == LetterKind.PASSWORD_CHANGED


def test_administrators_see_what_did_not_arrive_and_others_find_no_such_page(client: Client, letter: Letter) -> None:
    Letter.objects.update(state=LetterState.FAILED, fault=LetterFault.REFUSED, details={}, finished_at=NOW)
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))

    page = client.get("/administracja/audits/letter/")
    assert "odrzuca adres" in page.content.decode()

    other = Client()
    other.force_login(appointed(Role.HR, DepartmentFactory()))
    assert other.get("/administracja/audits/letter/").status_code == 404
