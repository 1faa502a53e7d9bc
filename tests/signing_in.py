"""Signing in without the login page, leaving behind what that page leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest import mock

from django.test import Client


@contextmanager
def as_by_the_login_page() -> Iterator[None]:
    """Django's `force_login` leaves out what the login page notes: when it was, for what asks who is there anew."""
    from allauth.account.internal.flows.login import record_authentication

    from audits.signin.middleware import LastSeenMiddleware

    force_login = Client.force_login

    def sign_in(client: Client, user: Any, backend: str | None = None) -> None:
        force_login(client, user, backend)
        session = client.session
        record_authentication(SimpleNamespace(session=session), user, "password")
        session.save()
        LastSeenMiddleware.remember(session.session_key)

    with mock.patch.object(Client, "force_login", sign_in):
        yield
