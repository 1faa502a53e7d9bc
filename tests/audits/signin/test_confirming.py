"""Factors are set up, removed and shown only to whoever has just shown who they are."""

import time
from types import SimpleNamespace

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from django.urls import reverse

from audits.models import User
from tests.audits.factories import UserFactory, passkey, second_factor

pytestmark = pytest.mark.django_db

PAGES = [
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
]
READ_ALONE = {"mfa_view_recovery_codes", "mfa_download_recovery_codes"}


def address(name: str, user: User) -> str:
    key = user.authenticator_set.filter(type="webauthn").values_list("pk", flat=True).first()
    return reverse(name, args=[key or 1] if name == "mfa_remove_webauthn" else [])


def signed_in_long_ago(user: User, method: str) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = []
    record_authentication(SimpleNamespace(session=session), user, method)
    if method == "password":
        session[AUTHENTICATION_METHODS_SESSION_KEY][0]["at"] = (
            time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT - 1
        )
    session.save()
    return client


ASKED = [(name, "get") for name in PAGES] + [(name, "post") for name in PAGES if name not in READ_ALONE]


@pytest.mark.parametrize(("name", "method"), ASKED)
@pytest.mark.parametrize("by", ["password", "socialaccount"])
def test_an_old_sign_in_and_one_by_the_providers_session_are_asked_first(by: str, name: str, method: str) -> None:
    user = UserFactory()
    second_factor(user)
    passkey(user)
    before = list(Authenticator.objects.values_list("pk", "data"))
    answer = getattr(signed_in_long_ago(user, by), method)(address(name, user))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/potwierdzenie/")
    assert list(Authenticator.objects.values_list("pk", "data")) == before


@pytest.mark.parametrize("name", PAGES)
def test_who_has_nothing_to_confirm_by_is_signed_out_and_told(name: str) -> None:
    """Of an account that the office's provider alone let in, once that is turned off."""
    user = UserFactory()
    user.set_unusable_password()
    user.save()
    client = signed_in_long_ago(user, "socialaccount")
    answer = client.get(address(name, user), follow=True)
    assert [code for _url, code in answer.redirect_chain] == [302]
    assert answer.request["PATH_INFO"] == "/logowanie/"
    assert "Nie masz czym potwierdzić" in answer.content.decode()
    assert not client.session.get("_auth_user_id")
