"""An account's page of signing in, in the administration: invitations, and the second factor of who has lost it."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client
from django.urls import reverse

from audits.choices import LetterFault, LetterState, Role
from audits.letters.sending import send_due
from audits.models import Invitation, Letter, User
from audits.signin import invitations
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed, passkey, second_factor

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    return appointed(Role.ADMINISTRATOR, DepartmentFactory())


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def invited() -> User:
    user = UserFactory(username="nowa", email="nowa@example.org")
    user.set_unusable_password()
    user.save()
    return user


def page(user: User) -> str:
    return reverse("admin:audits_user_signing_in", args=[user.pk])


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def told(client: Client) -> str:
    return " ".join(str(message) for message in client.get("/").context["messages"])


def test_an_invitation_sent_again_reaches_the_owner_and_ends_the_earlier(
    admin: Client, administrator: User, invited: User
):
    earlier = invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/")
    assert "Wyślij nowe zaproszenie" in admin.get(page(invited)).content.decode()
    admin.post(page(invited), {"act": "invite"})
    send_due()
    sent = invited.invitations.open().get()
    earlier.refresh_from_db()
    assert (earlier.state, sent.state, sent.sent_by) == ("revoked", "open", administrator)
    assert [message.to for message in mail.outbox] == [["nowa@example.org"]]
    # Signed together with the second at which it was written.
    link = re.search(r"/zaproszenie/([^/\s]+)/", mail.outbox[0].body)
    assert link
    assert Invitation.objects.of_link(link[1]) == sent
    assert LogEntry.objects.get(object_id=str(invited.pk)).user == administrator


def test_the_page_says_what_became_of_the_letter(admin: Client, invited: User):
    admin.post(page(invited), {"act": "invite"})
    assert "wiadomość: czeka" in words(admin.get(page(invited)))
    send_due()
    assert "wiadomość: wysłana" in words(admin.get(page(invited)))
    Letter.objects.update(state=LetterState.FAILED, fault=LetterFault.REFUSED)
    assert "wiadomość: nie doszła (serwer poczty odrzuca adres albo wiadomość)" in words(admin.get(page(invited)))


def test_without_a_mail_server_whoever_invited_sees_the_link_and_nobody_else(
    admin: Client, invited: User, settings: Any, caplog: pytest.LogCaptureFixture
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    answer = admin.post(page(invited), {"act": "invite"}, follow=True)
    link = "http://testserver" + invited.invitations.get().get_absolute_url()
    assert "przekaż zaproszonej osobie odnośnik" in words(answer)
    assert link in words(answer)
    assert Client().get(link).status_code == 200
    other = Client()
    other.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    assert link not in words(other.get(page(invited)))
    session = admin.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    assert link not in words(admin.get(page(invited)))
    assert link not in caplog.text


def test_an_invitation_revoked_opens_nothing(admin: Client, invited: User):
    invitation = invitations.invite(user=invited, by=UserFactory(), portal="https://p.example/")
    admin.post(page(invited), {"act": "revoke"})
    assert not invited.invitations.open().exists()
    answer = Client().post(invitation.get_absolute_url(), {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 410
    invited.refresh_from_db()
    assert not invited.has_usable_password()


@pytest.mark.parametrize("account", [{}, {"is_active": False}])
def test_nobody_is_invited_to_an_account_that_has_a_password_or_is_inactive(admin: Client, account: dict[str, bool]):
    user = UserFactory(**account)
    if account:
        user.set_unusable_password()
        user.save()
    assert 'value="invite"' not in admin.get(page(user)).content.decode()
    admin.post(page(user), {"act": "invite"})
    assert not user.invitations.exists()
    assert "ma już hasło albo jest nieaktywne" in told(admin)


def test_a_lost_factor_is_removed_with_every_session_and_its_owner_is_told(admin: Client, administrator: User):
    owner = UserFactory(email="zgubiony.telefon@example.org")
    elsewhere = Client()
    elsewhere.post("/logowanie/", {"login": owner.username, "password": PASSWORD})
    second_factor(owner)
    passkey(owner)
    assert elsewhere.get("/").status_code == 200
    admin.post(page(owner), {"act": "remove_factors"})
    send_due()
    assert not Authenticator.objects.filter(user=owner).exists()
    assert elsewhere.get("/").status_code == 302
    assert admin.get("/").status_code == 200
    assert [message.to for message in mail.outbox] == [["zgubiony.telefon@example.org"]]
    assert LogEntry.objects.get(object_id=str(owner.pk)).user == administrator


@pytest.mark.parametrize("changed", [{"email": "nowy@example.org"}, {"first_name": "Ewa"}])
def test_a_moved_address_is_told_to_the_former_one(admin: Client, changed: dict[str, str]):
    owner = UserFactory(email="dawny@example.org")
    kept = {name: getattr(owner, name) for name in ("username", "first_name", "last_name", "email")}
    inline = {"appointments-TOTAL_FORMS": "0", "appointments-INITIAL_FORMS": "0"}
    answer = admin.post(
        reverse("admin:audits_user_change", args=[owner.pk]), kept | {"is_active": "on"} | inline | changed
    )
    send_due()
    assert answer.status_code == 302
    owner.refresh_from_db()
    assert owner.email == (kept | changed)["email"]
    if "email" not in changed:
        assert not mail.outbox
        return
    assert [message.to for message in mail.outbox] == [["dawny@example.org"]]
    assert "nie będą już przychodzić na ten adres" in mail.outbox[0].body
    assert "http" not in mail.outbox[0].body
    history = admin.get(reverse("admin:audits_user_history", args=[owner.pk])).content.decode()
    stands = LogEntry.objects.get(object_id=str(owner.pk)).get_change_message()
    assert "adres e-mail" in stands.lower()
    assert stands in history


def test_nobody_removes_their_own_here(admin: Client, administrator: User):
    assert "remove_factors" not in admin.get(page(administrator)).content.decode()
    admin.post(page(administrator), {"act": "remove_factors"})
    assert Authenticator.objects.filter(user=administrator, type=Authenticator.Type.TOTP).exists()
    assert "na stronie weryfikacji dwuetapowej" in told(admin)


def test_whoever_signed_in_long_ago_confirms_first_and_changes_nothing_before(admin: Client, invited: User):
    session = admin.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    answer = admin.post(page(invited), {"act": "invite"})
    assert answer.headers["Location"].startswith("/potwierdzenie/")
    assert not invited.invitations.exists()


def test_an_act_that_there_is_not_is_not_found(admin: Client, invited: User):
    assert admin.post(page(invited), {"act": "reset"}).status_code == 404
    assert admin.post(page(invited)).status_code == 404


@pytest.mark.parametrize("role", [Role.HR, Role.DPO, Role.STANDARDS_EDITOR])
def test_for_other_roles_there_is_no_such_page(client: Client, role: str, invited: User):
    client.force_login(appointed(role, DepartmentFactory()))
    for answer in (client.get(page(invited)), client.post(page(invited), {"act": "invite"})):
        assert answer.status_code == 404
    assert not invited.invitations.exists()
