"""Who gets into the administration."""

import pytest
from django.test import Client

from audits.choices import Role
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed

ADDRESSES = ("/administracja/", "/administracja/standards/edition/", "/administracja/login/", "/administracja/x/")


@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_signed_out_is_sent_to_the_portals_login_and_back(client: Client, db: None, address: str) -> None:
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1] == (f"/logowanie/?next={address}", 302)
    assert response.status_code == 200


def test_login_of_the_portal_sends_no_administrator_elsewhere(client: Client, db: None) -> None:
    user = appointed(Role.ADMINISTRATOR, DepartmentFactory())
    address = client.get("/administracja/login/", {"next": "https://example.org/"})["Location"]
    response = client.post(address, {"login": user.username, "password": PASSWORD})
    assert response.status_code == 302
    assert "example.org" not in response["Location"]


def test_administration_has_no_login_of_its_own(client: Client, db: None) -> None:
    for response in (client.get("/administracja/login/"), client.post("/administracja/login/", {"username": "a"})):
        assert response.status_code == 302
        assert response["Location"].startswith("/logowanie/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.HR])
def test_it_does_not_exist_for_other_roles(client: Client, db: None, role: str, address: str) -> None:
    client.force_login(appointed(role, DepartmentFactory()))
    assert client.get(address).status_code == 404


def test_staff_flag_opens_nothing(client: Client, db: None) -> None:
    client.force_login(UserFactory(is_staff=True))
    assert client.get("/administracja/").status_code == 404


def test_administrator_is_let_in(administrator: Client) -> None:
    assert administrator.get("/administracja/").status_code == 200
    assert administrator.get("/administracja/login/")["Location"] == "/administracja/"
