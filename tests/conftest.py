"""What every test shares: cheap passwords, and a database that fits the tests that were chosen."""

import gc
import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings

from tests import both_databases
from tests.environment import THOROUGH, TRIES_ALL
from tests.signing_in import as_by_the_login_page


def pytest_configure() -> None:
    # How long an example takes, or its drawing, tells of the machine's other work; what is drawn is the same in every
    # run, so that what passed once passes again, unless many new ones are asked for.
    hypothesis.settings.register_profile(
        "portal",
        deadline=None,
        derandomize=not THOROUGH,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("portal")
    # Argon2 costs 50 ms a password by design; the tests that are about passwords name their own hasher.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _signed_in_as_by_the_login_page() -> Iterator[None]:
    with as_by_the_login_page():
        yield


# Looking for rubbish again and again took a quarter of the time: modules and tests stay until the end, and what a test
# leaves behind is small.
BETWEEN_COLLECTIONS = 50


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.disable()


_torn_down = itertools.count(1)


def pytest_runtest_teardown() -> None:
    if next(_torn_down) % BETWEEN_COLLECTIONS == 0:
        gc.collect()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Whoever wants the tests of both databases alone need not wait for the other modules to be read."""
    if config.option.markexpr != both_databases.MARKER or not collection_path.match("test_*.py"):
        return None
    if collection_path.relative_to(config.rootpath).as_posix() in both_databases.listed_modules():
        return None
    return both_databases.MARKER not in collection_path.read_text() or None


# Before pytest's own, which leaves out what has not the marker that was asked for.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
        if both_databases.is_listed(item.nodeid):
            item.add_marker(pytest.mark.both_databases)
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        kept = [item for item in items if _belongs_to_a_second_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _belongs_to_a_second_database(item: pytest.Item) -> bool:
    """What touches no database has nothing to show there, not even where all is tried."""
    if item.get_closest_marker("one_database") and not TRIES_ALL:
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


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
    django_db_keepdb: bool,
) -> Iterator[None]:
    """In place of pytest-django's, by which every worker migrates a database of its own: tests/databases.py."""
    from tests import databases

    is_worker = hasattr(request.config, "workerinput")
    shared = tmp_path_factory.getbasetemp().parent
    with ExitStack() as until_the_end:
        with django_db_blocker.unblock():
            if is_worker and not django_db_keepdb:
                until_the_end.enter_context(databases.copied(shared))
            else:
                until_the_end.enter_context(databases.made(keep=django_db_keepdb))
        yield
        with django_db_blocker.unblock():
            until_the_end.close()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The office in which every address is tried by everybody: tests/matrix/building.py."""
    from tests.matrix.building import built

    with django_db_blocker.unblock(), built() as made:
        yield made
