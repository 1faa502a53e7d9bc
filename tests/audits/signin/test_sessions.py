"""Where somebody is signed in: one session ended, and all others when the password changes."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from audits.letters.sending import send_due
from audits.models import Letter, User
from tests.audits.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

NEW = "zielone krzesła nad Wisłą"


@pytest.fixture
def user() -> User:
    return UserFactory(username="j.nowak")


def signed_in(user: User, password: str = PASSWORD) -> Client:
    client = Client()
    client.post("/logowanie/", {"login": user.username, "password": password})
    assert is_in(client)
    return client


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def number_of(client: Client) -> int:
    return UserSession.objects.get(session_key=client.session.session_key).pk


def test_one_session_is_ended_and_the_others_go_on(user: User):
    here, lost, third = (signed_in(user) for _ in range(3))
    answer = here.post("/sesje/zakonczenie/", {"session": number_of(lost)})
    assert answer.headers["Location"] == "/sesje/"
    assert [is_in(client) for client in (here, lost, third)] == [True, False, True]


@pytest.mark.parametrize("given", ["0", "-1", "1e3", "x", "9" * 30, "٣"])
def test_what_names_no_session_is_not_found_and_ends_none(user: User, given: str):
    here, other = signed_in(user), signed_in(user)
    assert here.post("/sesje/zakonczenie/", {"session": given}).status_code == 404
    assert is_in(here)
    assert is_in(other)


def test_a_session_of_somebody_else_is_not_found_and_goes_on(user: User):
    here, theirs = signed_in(user), signed_in(UserFactory(username="obca"))
    assert here.post("/sesje/zakonczenie/", {"session": number_of(theirs)}).status_code == 404
    assert is_in(theirs)


def test_the_list_shows_ones_own_sessions_alone(user: User):
    here = signed_in(user)
    signed_in(UserFactory(username="obca"))
    assert [row["is_this"] for row in here.get("/sesje/").context["sessions"]] == [True]


def test_changing_the_password_ends_all_other_sessions_and_tells_the_owner(user: User):
    here, elsewhere = signed_in(user), signed_in(user)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post("/haslo/", given).headers["Location"] == "/"
    assert is_in(here)
    assert not is_in(elsewhere)
    assert [row["is_this"] for row in here.get("/sesje/").context["sessions"]] == [True]
    send_due()
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert signed_in(user, NEW)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"oldpassword": "nie to hasło"}, "oldpassword"),
        ({"password1": "krótkie", "password2": "krótkie"}, "password1"),
        ({"password2": NEW + "!"}, "password2"),
    ],
)
def test_a_password_refused_changes_nothing_and_says_at_which_field(user: User, changed: dict[str, str], field: str):
    here, elsewhere = signed_in(user), signed_in(user)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW} | changed
    answer = here.post("/haslo/", given)
    assert list(answer.context["form"].errors) == [field]
    assert is_in(elsewhere)
    assert not Letter.objects.exists()


def test_signing_in_costs_the_same_with_one_live_session_and_with_many(user: User):
    def cost() -> int:
        client = Client()
        with CaptureQueriesContext(connection) as queries:
            client.post("/logowanie/", {"login": user.username, "password": PASSWORD})
        assert is_in(client)
        return len(queries)

    cost()
    with_one = cost()
    for _ in range(8):
        signed_in(user)
    assert cost() == with_one


def test_signing_in_forgets_sessions_whose_time_is_over(user: User):
    gone, here = signed_in(user), signed_in(user)
    Session.objects.get(session_key=gone.session.session_key).delete()
    now = signed_in(user)
    kept = {here.session.session_key, now.session.session_key}
    assert set(UserSession.objects.values_list("session_key", flat=True)) == kept
