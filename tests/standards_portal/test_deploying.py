"""`check --deploy` tells of settings with which the portal runs, but not as whoever runs it would want."""

import os

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings

from tests.standards_portal.test_settings import settings_with


@pytest.fixture(autouse=True)
def as_it_should_be(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHIND_TLS_PROXY", "on")
    settings.DOTENV_FAULT = ""
    settings.HTTPS_ONLY = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


def told() -> set[str]:
    return {message.id for message in run_checks(include_deployment_checks=True) if message.id.startswith("portal.")}


def test_nothing_is_told_of_a_portal_as_it_should_be():
    assert told() == set()


def test_an_env_file_that_cannot_be_read_is_named(settings: Settings):
    settings.DOTENV_FAULT = "Permission denied"
    assert told() == {"portal.W001"}


def test_a_proxy_that_nobody_said_anything_of_is_asked_for(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("BEHIND_TLS_PROXY")
    assert told() == {"portal.W002"}
    monkeypatch.setenv("BEHIND_TLS_PROXY", "off")
    assert told() == set()
    monkeypatch.delenv("BEHIND_TLS_PROXY")
    settings.HTTPS_ONLY = False
    assert told() == set()


@pytest.mark.parametrize("backend", ["console", "filebased"])
def test_letters_that_go_to_the_log_or_a_folder_are_told(settings: Settings, backend: str):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    assert told() == {"portal.W003"}


def test_what_binds_other_servers_of_the_domain_is_promised_only_where_it_is_asked_for():
    key = {"SECRET_KEY": "k" * 50}
    found = settings_with(**key)
    assert found["SECURE_HSTS_SECONDS"] > 0
    assert not found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert not found["SECURE_HSTS_PRELOAD"]
    found = settings_with(**key, HSTS_SUBDOMAINS="on", HSTS_PRELOAD="on")
    assert found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert found["SECURE_HSTS_PRELOAD"]


def test_without_a_key_an_env_file_that_cannot_be_read_is_the_reason_told(tmp_path):
    unreadable = tmp_path / ".env"
    unreadable.write_bytes("SECRET_KEY=zażółć".encode("utf-16"))
    with pytest.raises(AssertionError, match=r"\.env cannot be read .*SECRET_KEY is not set"):
        settings_with(ENV_FILE=os.fspath(unreadable))
