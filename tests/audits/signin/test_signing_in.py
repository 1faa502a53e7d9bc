"""The login page, what it counts, and where it leads."""

import datetime
import time

import pytest
import time_machine
from allauth.mfa.totp.internal import auth
from django.core import mail
from django.test import Client
from django.utils import timezone

from audits.choices import Role
from audits.letters.sending import send_due
from audits.models import Letter, User
from audits.signin import invitations
from tests.audits.factories import PASSWORD, TOTP_SECRET, DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db

NEW = "zielone krzesła nad Wisłą"


def sign_in(client: Client, login: str, password: str = PASSWORD, **extra: str):
    return client.post("/logowanie/", {"login": login, "password": password}, **extra)


def code_now() -> str:
    return auth.format_hotp_value(auth.hotp_value(TOTP_SECRET, int(time.time()) // 30))


@pytest.mark.parametrize("login", ["j.nowak", "J.NOWAK", "j.nowak@example.org"])
def test_by_user_name_or_address(client: Client, login: str):
    UserFactory(username="j.nowak")
    assert sign_in(client, login).headers["Location"] == "/"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "http:evil"])
def test_it_leads_to_no_other_place(client: Client, there: str):
    UserFactory(username="j.nowak")
    answer = client.post("/logowanie/", {"login": "j.nowak", "password": PASSWORD, "next": there})
    assert answer.headers["Location"] == "/"


def test_unknown_wrong_and_inactive_are_told_the_same(client: Client):
    UserFactory(username="jest")
    UserFactory(username="nieaktywne", is_active=False)
    told = {
        str(sign_in(Client(), name, password).context["form"].non_field_errors())
        for name, password in (("nie-ma", PASSWORD), ("jest", "nie to haslo"), ("nieaktywne", PASSWORD))
    }
    assert len(told) == 1
    assert "nieprawidłowe" in told.pop()


def test_forty_wrong_passwords_lock_that_account_from_that_address_alone(client: Client):
    UserFactory(username="cel")
    UserFactory(username="obok")
    for _ in range(40):
        answer = sign_in(client, "cel", "nie to haslo")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert "Spróbuj ponownie po godzinie" in answer.content.decode()
    assert sign_in(client, "CEL@example.org").status_code == 429
    assert sign_in(Client(), "cel", REMOTE_ADDR="10.0.0.9").status_code == 302
    assert sign_in(Client(), "obok").status_code == 302


def test_success_starts_the_count_anew(client: Client):
    UserFactory(username="cel")
    for _ in range(3):
        for _ in range(6):
            sign_in(Client(), "cel", "nie to haslo")
        assert sign_in(Client(), "cel").status_code == 302


def test_the_second_step_lets_in_by_a_code_once(client: Client):
    appointed(Role.HR, DepartmentFactory(), username="kadry")
    assert sign_in(client, "kadry").headers["Location"] == "/logowanie/kod/"
    assert client.get("/").status_code == 302
    code = code_now()
    assert client.post("/logowanie/kod/", {"code": code}).headers["Location"] == "/"
    assert client.get("/").status_code == 200
    again = Client()
    sign_in(again, "kadry")
    assert again.post("/logowanie/kod/", {"code": code}).status_code == 422


@time_machine.travel(datetime.datetime(2026, 9, 14, 9, 0, 10, tzinfo=datetime.UTC), tick=False)
def test_a_code_that_set_up_the_application_lets_nobody_in(client: Client):
    client.force_login(UserFactory(username="kadry"))
    client.get("/weryfikacja-dwuetapowa/aplikacja/")
    secret = client.session[auth.SECRET_SESSION_KEY]
    counter = int(time.time()) // 30
    code, following = (auth.format_hotp_value(auth.hotp_value(secret, counter + later)) for later in (0, 1))
    assert client.post("/weryfikacja-dwuetapowa/aplikacja/", {"code": code}).status_code == 302
    other = Client()
    assert sign_in(other, "kadry").headers["Location"] == "/logowanie/kod/"
    assert other.post("/logowanie/kod/", {"code": code}).status_code == 422
    assert other.post("/logowanie/kod/", {"code": following}).headers["Location"] == "/"


def test_wrong_codes_are_counted_as_wrong_passwords_are(client: Client):
    appointed(Role.HR, DepartmentFactory(), username="kadry")
    sign_in(client, "kadry")
    statuses = [client.post("/logowanie/kod/", {"code": "12345x"}).status_code for _ in range(10)]
    assert statuses[-1] == 429
    assert sign_in(Client(), "kadry").status_code == 429


def test_a_card_downloaded_later_asks_again_who_is_there(client: Client):
    user = appointed(Role.DPO, DepartmentFactory())
    client.force_login(user)
    assert client.get("/dziennik-dostepu/plik/").status_code == 200
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    asked = client.get("/dziennik-dostepu/plik/")
    assert asked.headers["Location"].startswith("/potwierdzenie/?next=%2Fdziennik-dostepu%2F")
    confirmed = client.post(asked.headers["Location"], {"password": PASSWORD})
    assert confirmed.headers["Location"].startswith("/dziennik-dostepu/")
    assert client.get("/dziennik-dostepu/plik/").status_code == 200


def test_an_invitation_sets_the_password_once(client: Client):
    invited = UserFactory(username="nowa")
    invited.set_unusable_password()
    invited.save()
    address = invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/").get_absolute_url()
    assert client.post(address, {"password1": "krotkie", "password2": "krotkie"}).status_code == 422
    assert client.post(address, {"password1": NEW, "password2": NEW}).headers["Location"] == "/logowanie/"
    assert sign_in(Client(), "nowa", NEW).status_code == 302
    gone = client.get(address)
    assert gone.status_code == 410
    assert "nowa" not in gone.content.decode()
    assert client.get("/zaproszenie/cos-innego/").status_code == 404


def test_an_invitation_expired_says_so_and_sets_no_password(client: Client):
    invited = UserFactory(username="nowa")
    invited.set_unusable_password()
    invited.save()
    invitation = invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/")
    address = invitation.get_absolute_url()
    invitation.expires_at = timezone.now() - datetime.timedelta(seconds=1)
    invitation.save()
    for answer in (client.get(address), client.post(address, {"password1": NEW, "password2": NEW})):
        assert answer.status_code == 410
        assert "Poproś administratora portalu o nowe" in answer.content.decode()
        assert "nowa" not in answer.content.decode()
    invited.refresh_from_db()
    assert not invited.has_usable_password()
    newer = invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/")
    assert client.get(newer.get_absolute_url()).status_code == 200


def test_a_newer_invitation_ends_the_earlier():
    invited = UserFactory(username="nowa")
    invited.set_unusable_password()
    invited.save()
    first, second = (invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/") for _ in "ab")
    first.refresh_from_db()
    assert (first.state, second.state) == ("revoked", "open")


def test_a_link_for_a_new_password_goes_to_known_addresses_and_the_page_tells_nothing(client: Client):
    user = UserFactory(username="j.nowak")
    answers = {
        client.post("/haslo/nowe/", {"email": email}).headers["Location"] for email in ("nikt@example.org", user.email)
    }
    assert answers == {"/haslo/nowe/wyslano/"}
    assert Letter.objects.count() == 2
    send_due()
    assert [message.to for message in mail.outbox] == [[user.email]]
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    page = client.get(link, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert User.objects.get(pk=user.pk).check_password(NEW)
    assert "straci" in client.get(link).content.decode()


def test_a_password_set_by_a_link_lifts_the_lock_of_that_account_alone(client: Client):
    user = UserFactory(username="cel")
    UserFactory(username="obok")
    for name in ("cel", "obok"):
        for _ in range(10):
            sign_in(client, name, "nie to haslo")
        assert sign_in(client, name).status_code == 429
    client.post("/haslo/nowe/", {"email": user.email})
    send_due()
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    page = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(page, {"password1": NEW, "password2": NEW})
    assert sign_in(Client(), "cel", NEW).status_code == 302
    assert sign_in(Client(), "obok").status_code == 429


def test_without_a_mail_server_no_link_is_promised(client: Client, settings):
    assert "<form" in client.get("/haslo/nowe/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = client.get("/haslo/nowe/").content.decode()
    assert "Portal nie ma serwera poczty" in page
    assert "<form" not in page


def test_sessions_are_listed_and_ended(client: Client):
    UserFactory(username="j.nowak")
    sign_in(client, "j.nowak", HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0")
    other = Client()
    sign_in(other, "j.nowak", HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Version/18 Safari/600")
    shown = client.get("/sesje/").content.decode()
    assert "Firefox, Windows" in shown
    assert "Safari, iPhone" in shown
    client.post("/sesje/zakonczenie/")
    assert other.get("/").status_code == 302
    assert client.get("/").status_code == 200
