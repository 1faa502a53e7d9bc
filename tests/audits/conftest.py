"""What the tests of all features share."""

from collections.abc import Callable

import pytest
from django.test import Client

from audits.models import User


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """Somebody's signed-in browser."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
