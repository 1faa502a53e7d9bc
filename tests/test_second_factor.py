"""Whoever must have a second factor and has none reaches its set-up and nothing else, by any address."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings
from django.urls import resolve, reverse

from audits import access
from audits.access import ROLES_WITH_SECOND_FACTOR
from audits.choices import Role
from audits.signin.middleware import SETTING_UP
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.matrix import table
from tests.matrix.asking import ask
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROWS = table.rows()
ROUTES = routes()
WITHOUT = ("hr", "officer", "shopper", "editor", "administrator", "superuser")


@pytest.fixture
def without_factors(world: World) -> Iterator[World]:
    users = [world.browsers[name].user for name in WITHOUT]
    held = list(Authenticator.objects.filter(user__in=users))
    Authenticator.objects.filter(user__in=users).delete()
    yield world
    Authenticator.objects.bulk_create(held)


def _reached(world: World) -> list[str]:
    found = []
    for row in ROWS:
        route = ROUTES[row.key]
        target = world.place(row.kind).own
        view = resolve(target.address(route).partition("?")[0]).func
        # Who is asked for it is asked before any view, so of an address once.
        if not row.is_first or row.key in SETTING_UP or not getattr(view, "login_required", True):
            continue
        # The guard asks for roles, which the next test tries one by one: two of them stand for all here.
        for actor in ("hr", "administrator"):
            for method in ("GET", "POST"):
                answer = ask(world, actor, method, route, target)
                if (answer.status, answer.headers.get("Location")) != (302, reverse("mfa_index")) or answer.writes:
                    found.append(f"{method} {row} as {actor}: {answer.status}")
    return found


def test_without_it_nothing_is_open_but_its_set_up(without_factors: World):
    assert not _reached(without_factors)


def test_without_the_guard_everything_would_be(without_factors: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(access, "lacks_required_factor", lambda user: False)
    answer = ask(without_factors, "administrator", "GET", ROUTES["home"], without_factors.place("-").own)
    assert answer.status == 200


@pytest.mark.parametrize("role", Role.values)
def test_it_is_demanded_of_these_roles_alone(client: Client, role: str):
    user = appointed(role, DepartmentFactory())
    Authenticator.objects.filter(user=user).delete()
    client.force_login(user)
    assert client.get("/").status_code == (302 if role in ROLES_WITH_SECOND_FACTOR else 200)
    with override_settings(MFA_REQUIRED=False):
        assert client.get("/").status_code == 200


def test_recovery_codes_alone_are_no_factor(client: Client):
    user = appointed(Role.HR, DepartmentFactory())
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    client.force_login(user)
    assert client.get("/")["Location"] == reverse("mfa_index")


def test_an_appointment_granted_meanwhile_demands_it_with_the_next_request(client: Client):
    user = UserFactory()
    client.force_login(user)
    assert client.get("/").status_code == 200
    user.is_superuser = True
    user.save()
    assert client.get("/").status_code == 302
