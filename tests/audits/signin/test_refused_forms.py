"""What the pages of signing in answer to a form that is not accepted, and what they say before a factor goes."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.test import Client

from audits.choices import Role
from audits.letters.sending import send_due
from audits.models import User
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed, employed, passkey, second_factor

pytestmark = pytest.mark.django_db

FACTORS = "/weryfikacja-dwuetapowa/"
NEW = "zielone krzesła nad Wisłą"


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def hr() -> User:
    user = appointed(Role.HR, DepartmentFactory(), username="kadry")
    user.authenticator_set.all().delete()
    return user


def second_step(user: User) -> Client:
    client = Client()
    client.post("/logowanie/", {"login": user.username, "password": PASSWORD})
    return client


@pytest.mark.parametrize("given", [{"code": "1"}, {"credential": "{}"}, {}], ids=str)
@pytest.mark.parametrize("as_script", [{}, {"HTTP_ACCEPT": "application/json"}], ids=["page", "script"])
def test_the_second_step_refuses_as_every_other_form(hr: User, given: dict[str, str], as_script: dict[str, str]):
    second_factor(hr)
    passkey(hr)
    answer = second_step(hr).post("/logowanie/kod/", given, **as_script)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("code", "said"),
    [("12345678", "Wpisz inny ze swoich kodów"), ("1234 5678", "Wpisz inny ze swoich kodów"), ("123456", "Poczekaj")],
)
def test_of_a_refused_recovery_code_no_next_one_is_awaited(hr: User, code: str, said: str):
    second_factor(hr)
    page = text(second_step(hr).post("/logowanie/kod/", {"code": code}))
    assert said in page
    assert ("Poczekaj na następny" in page) == (said == "Poczekaj")


def test_without_an_application_every_code_is_one_for_recovery(hr: User):
    passkey(hr)
    RecoveryCodes.activate(hr)
    page = text(second_step(hr).post("/logowanie/kod/", {"code": "123456"}))
    assert "Ten kod zapasowy jest nieprawidłowy" in page
    assert "Poczekaj" not in page


def test_a_link_for_a_new_password_refuses_a_short_one_and_tells_of_the_change(client: Client, hr: User):
    elsewhere = second_step(hr)
    client.post("/haslo/nowe/", {"email": hr.email})
    send_due()
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    page = client.get(link, follow=True).redirect_chain[-1][0]
    assert client.post(page, {"password1": "krótkie", "password2": "krótkie"}).status_code == 422
    assert client.post(page, {"password1": NEW, "password2": NEW}).headers["Location"] == "/logowanie/"
    assert elsewhere.get(FACTORS).headers["Location"].startswith("/logowanie/")
    send_due()
    told = mail.outbox[-1]
    assert told.to == [hr.email]
    assert "Wszystkie sesje zostały zakończone" in told.body
    assert "http" not in told.body


def test_forms_asked_for_as_data_come_as_pages(client: Client):
    for address in ("/logowanie/", "/haslo/nowe/"):
        answer = client.get(address, HTTP_ACCEPT="application/json")
        assert answer.headers["Content-Type"].startswith("text/html")
    assert client.get("/logowanie/klucz/", HTTP_ACCEPT="application/json").json()["request_options"]


def test_with_a_passkey_alone_nothing_is_said_of_an_application(hr: User):
    passkey(hr)
    shown = text(second_step(hr).get("/logowanie/kod/"))
    assert "Kod zapasowy" in shown
    assert "aplikacji" not in shown
    second_factor(hr)
    assert "Sześć cyfr z aplikacji" in text(second_step(hr).get("/logowanie/kod/"))


def test_who_removes_the_last_factor_is_told_what_follows(client: Client, hr: User):
    second_factor(hr)
    client.force_login(hr)
    shown = text(client.get(FACTORS + "aplikacja/usuniecie/"))
    assert "kody zapasowe przestaną działać" in shown
    assert "od razu trzeba będzie ustawić nowy" in shown
    key = passkey(hr, "laptop służbowy")
    shown = text(client.get(FACTORS + "aplikacja/usuniecie/"))
    assert "Pozostaje: klucz dostępu „laptop służbowy”" in shown
    assert "przestaną działać" not in shown
    assert "Pozostaje: aplikacja w telefonie" in text(client.get(f"{FACTORS}klucze/{key.pk}/usuniecie/"))


def test_who_need_not_have_one_is_told_that_the_password_is_left(client: Client):
    user = UserFactory()
    key = passkey(user)
    client.force_login(user)
    assert "wystarczy samo hasło" in text(client.get(f"{FACTORS}klucze/{key.pk}/usuniecie/"))


def test_while_a_factor_is_demanded_the_menu_leads_nowhere_else(client: Client, hr: User):
    client.force_login(hr)
    page = client.get(FACTORS)
    header = page.content.decode().partition("<header")[2].partition("</header>")[0]
    assert set(re.findall(r'(?:href|action)="(/[^"#]*)"', header)) - {"/static/img/icons.svg"} == {
        FACTORS,
        "/wylogowanie/",
    }
    assert "Reszta portalu otworzy się" in text(page)
    second_factor(hr)
    assert 'href="/wyniki/"' in client.get(FACTORS).content.decode()


def test_an_employee_finds_the_own_results_in_the_main_menu(client: Client):
    user = UserFactory()
    client.force_login(user)

    def main_menu() -> str:
        return client.get("/dostepnosc/").content.decode().partition("site-nav__list")[2].partition("</nav>")[0]

    assert "/moje-wyniki/" not in main_menu()
    person = employed(DepartmentFactory())
    person.user = user
    person.save()
    assert 'href="/moje-wyniki/"' in main_menu()
