"""What every test shares: cheap passwords, and a database that fits the tests that were chosen."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client


def pytest_configure() -> None:
    # Argon2 costs 50 ms a password by design; the tests that are about passwords name their own hasher.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _signed_in_as_by_the_login_page() -> Iterator[None]:
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

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", sign_in)
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        # What touches no database has nothing to show on a second one: it runs with SQLite alone.
        kept = [item for item in items if _touches_a_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _touches_a_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_database"):
        return False
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in fixtures or "django_db_setup" in fixtures


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Browser tests answer several requests at once, which one shared SQLite connection in memory cannot."""
    database = settings.DATABASES["default"]
    has_browser_tests = any(item.get_closest_marker("browser") for item in request.session.items)
    if has_browser_tests and database["ENGINE"] == "django.db.backends.sqlite3":
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The office in which every address is tried by everybody: tests/matrix/building.py."""
    from tests.matrix.building import built

    with django_db_blocker.unblock(), built() as made:
        yield made
