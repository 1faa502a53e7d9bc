"""What `make setup` and `make run` do before there is a portal: one sentence for each obstacle, no step twice."""

import importlib.util
import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings
from django.db import connection as tests_own

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _programs_of_make(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / ".make")


def program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".make" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def run(name: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / ".make" / f"{name}.py", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a program that could not go on said: one line, nothing else."""
    assert done.returncode == 1, done.stdout
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


def migrate(database: Path, request: pytest.FixtureRequest) -> None:
    """As `manage.py migrate` leaves it: a copy of the tests' own where that is of SQLite, for it takes long to make."""
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        migrated = subprocess.run(
            [sys.executable, ROOT / "manage.py", "migrate", "--verbosity=0"],
            env={**os.environ, "DATABASE_URL": f"sqlite:///{database}"},
            check=False,
        )
        assert migrated.returncode == 0
        return
    # Asked for here, not as an argument: with it the test would be taken for one of the database that is tried.
    request.getfixturevalue("django_db_setup")
    with (
        request.getfixturevalue("django_db_blocker").unblock(),
        closing(sqlite3.connect(database)) as copy,
        tests_own.cursor() as own,
    ):
        own.connection.backup(copy)


class TestPort:
    def test_a_taken_one_is_named_with_the_way_to_another(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            said = sentence(run("serve", "--check", PORT=str(port)))
        assert said == f"Port {port} on 127.0.0.1 is taken; choose another one: make run PORT={port + 1}"

    def test_a_free_one_lets_the_start_go_on(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        done = run("serve", "--check", PORT=str(port))
        assert (done.returncode, done.stderr) == (0, "")

    @pytest.mark.parametrize("text", ["http", "0", "65536", "80x", "²"])
    def test_what_is_no_port_is_refused(self, text):
        assert sentence(run("serve", "--check", PORT=text)) == f"PORT must be a number from 1 to 65535, not {text!r}."


class TestDatabase:
    def test_a_file_that_is_none_is_told_with_its_name(self, tmp_path):
        broken = tmp_path / "broken.sqlite3"
        broken.write_text("This is not a database, however long it may be read.")
        said = sentence(run("fill", tmp_path / "accounts", DATABASE_URL=f"sqlite:///{broken}"))
        assert said == (
            f"The database {broken} cannot be used (file is not a database); "
            "DATABASE_URL in .env or the environment names it."
        )

    def test_a_server_that_does_not_answer_is_told_with_its_name(self, tmp_path):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        said = sentence(
            run("fill", tmp_path / "accounts", DATABASE_URL=f"postgres://portal@127.0.0.1:{port}/standards")
        )
        assert said.startswith("The database standards on 127.0.0.1 cannot be used (")

    def test_settings_that_are_not_complete_are_told(self, tmp_path):
        said = sentence(run("fill", tmp_path / "accounts", DATABASE_URL="nonsense"))
        assert said == "The settings are not complete: DATABASE_URL must start with sqlite:/// or postgres://."

    def test_one_of_before_the_first_version_is_told_apart(self, tmp_path):
        old = tmp_path / "old.sqlite3"
        with sqlite3.connect(old) as connection:
            connection.execute("CREATE TABLE django_migrations (id integer, app text, name text, applied datetime)")
            row = (1, "audits", "0001_squashed_0013_retention", "2026-11-01 12:00:00")
            connection.execute("INSERT INTO django_migrations VALUES (?, ?, ?, ?)", row)
        said = sentence(run("fill", tmp_path / "accounts", DATABASE_URL=f"sqlite:///{old}"))
        assert said == f"The database {old} is older than 0.2.0, when none was in use: remove it and start again."

    def test_what_is_there_stays_as_it_is_and_no_demo_is_mixed_into_it(self, request, tmp_path):
        database = tmp_path / "office.sqlite3"
        address = {"DATABASE_URL": f"sqlite:///{database}"}
        migrate(database, request)
        with sqlite3.connect(database) as connection:
            columns = (
                "uuid, username, password, first_name, last_name, email, is_superuser, is_staff, is_active, date_joined"
            )
            values = (uuid.uuid4().hex, "anna", "!", "Anna", "Nowak", "a@example.org", True, True, True, "2026-01-01")
            connection.execute(f"INSERT INTO audits_user ({columns}) VALUES ({', '.join('?' * 10)})", values)  # noqa: S608

        first = run("fill", tmp_path / "accounts", **address)
        assert (first.returncode, first.stdout) == (0, "· the standards of 75-2016\n"), first.stderr
        with sqlite3.connect(database) as connection:
            assert connection.execute("SELECT count(*) FROM standards_recommendation").fetchone() == (155,)
            connection.execute("UPDATE standards_assessability SET note = 'as this office sees it'")

        again = run("fill", tmp_path / "accounts", **address)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        assert (tmp_path / "accounts").read_text() == ""
        with sqlite3.connect(database) as connection:
            assert connection.execute("SELECT DISTINCT note FROM standards_assessability").fetchall() == [
                ("as this office sees it",)
            ]
            assert connection.execute("SELECT count(*) FROM audits_department").fetchone() == (0,)
            assert connection.execute("SELECT username FROM audits_user").fetchall() == [("anna",)]


class TestSystemLibraries:
    @pytest.fixture
    def system(self, monkeypatch):
        system = program("system")
        monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
        return system

    def needs(self, system):
        return (
            system.Need("Pango", lambda: False, "libpango-1.0-0", "pango"),
            system.Need("gettext", lambda: False, "gettext", "gettext"),
            system.Need("Python", lambda: True, "python3", "python"),
        )

    def test_what_is_missing_is_named_with_the_command_where_a_password_is_asked_for(self, system, monkeypatch):
        monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
        with pytest.raises(system.CannotGoOnError) as obstacle:
            system.require(self.needs(system))
        assert str(obstacle.value) == (
            "This system lacks Pango and gettext; install it with: sudo apt-get install libpango-1.0-0 gettext"
        )

    def test_another_systems_own_command_is_named(self, system, monkeypatch):
        monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "dnf" else None)
        with pytest.raises(system.CannotGoOnError, match="; install it with: dnf install pango gettext"):
            system.require(self.needs(system))

    def test_a_system_that_has_all_is_left_alone(self, system, monkeypatch):
        monkeypatch.setattr(system.subprocess, "run", lambda *_, **__: pytest.fail("a program was started"))
        system.require([need for need in self.needs(system) if need.is_there()])


class TestLocks:
    def test_each_package_is_hashed_and_no_index_is_named(self):
        prepare = program("prepare")
        for lock in ("requirements.txt", "requirements-dev.txt"):
            entries = prepare.locked(lock)
            assert {"django", "weasyprint"} <= set(entries)
            for name, entry in entries.items():
                releases = re.findall(rf"^{re.escape(name)}==", entry, flags=re.MULTILINE)
                assert releases, entry
                assert entry.count("--hash=sha256:") >= len(releases)
            assert not re.search(r"://|--(extra-)?index|--find-links", (ROOT / lock).read_text())
        packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
        installed = [package for path, package in packages.items() if path]
        assert installed
        assert all("integrity" in package and "resolved" not in package for package in installed)

    def test_the_tests_run_with_the_very_packages_of_the_portal(self):
        prepare = program("prepare")
        everything = prepare.locked("requirements-dev.txt")
        for name, entry in prepare.locked("requirements.txt").items():
            # Markers may differ: a test may want on every system what the portal wants on one.
            for facts in (rf"(?m)^{re.escape(name)}==[^ ]+", r"sha256:\w+"):
                assert set(re.findall(facts, everything[name], re.MULTILINE)) == set(
                    re.findall(facts, entry, re.MULTILINE)
                )
        assert {"uv", prepare.NODE} <= set(everything)
