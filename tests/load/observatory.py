"""What MDN's HTTP observatory says of each role's landing page, on a portal with production's settings behind TLS.

    sudo .venv/bin/python tests/load/observatory.py

Fetches the npm package into a temporary folder, and serves a portal of its own there, with an empty database, at the
ports 80 and 443 of 127.0.0.1: the observatory looks nowhere else, so it needs the right to listen there, and npm and
openssl. Ends with 1 unless every page is graded A+ and is the landing page itself.
"""

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "@mdn/mdn-http-observatory"
VERSION = "1.4.8"
HOST = "localhost"


def environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "standards_portal.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DEBUG": "off",
        "HTTPS_ONLY": "on",
        "ALLOWED_HOSTS": HOST,
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "LOG_LEVEL": "ERROR",
        "PRIVATE_MEDIA_ROOT": str(folder / "private"),
        # The landing page, not the page that asks for a second factor first.
        "MFA_REQUIRED": "off",
    }


def install(folder: Path) -> Path:
    """Its installation would fetch lists of the day from their makers; the empty ones below do for a local name."""
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder]
    subprocess.run([*command, f"{PACKAGE}@{VERSION}"], check=True, capture_output=True)
    package = folder / "node_modules" / PACKAGE
    (package / "conf" / "hsts-preload.json").write_text("{}")
    (package / "conf" / "tld-list.json").write_text('["localhost"]')
    return package


def certificate(folder: Path) -> tuple[Path, Path]:
    key, made = folder / "key.pem", folder / "certificate.pem"
    subject = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", made]
    subprocess.run([*command, *subject], check=True, capture_output=True)
    return key, made


def sessions() -> dict[str, str]:
    """A session's cookie for one account of each role; nobody's is empty."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from audits.choices import Role
    from tests.audits.factories import DepartmentFactory, UserFactory, appointed

    # Pages name their files as they are collected.
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("loaddata", "standards/zarzadzenie-75-2016", verbosity=0)
    office = DepartmentFactory()
    users = {str(role): appointed(role, office) for role in Role} | {"nobody's employee": UserFactory()}
    found = {"not signed in": ""}
    for name, user in users.items():
        client = Client()
        client.force_login(user)
        found[name] = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return found


@contextmanager
def served(variables: dict[str, str], key: Path, made: Path) -> Iterator[None]:
    gunicorn = [sys.executable, "-m", "gunicorn", "standards_portal.wsgi", "--threads", "2", "--log-level", "error"]
    gunicorn.append("--no-control-socket")
    commands = (
        [*gunicorn, "--bind", "127.0.0.1:80"],
        [*gunicorn, "--bind", "127.0.0.1:443", "--keyfile", str(key), "--certfile", str(made)],
    )
    running = [subprocess.Popen(command, cwd=ROOT, env=variables) for command in commands]
    try:
        for port in (80, 443):
            wait_for(port)
        yield
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit(f"Nothing listens at the port {port} of 127.0.0.1: this needs the right to (sudo) and the port free.")


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        variables = environment(folder)
        os.environ.update(variables)
        sys.path.insert(0, str(ROOT))
        package = install(folder)
        key, made = certificate(folder)
        cookies = sessions()
        worst = 0
        with served(variables, key, made):
            for role, cookie in cookies.items():
                command = ["node", str(ROOT / "tests/load/observatory.mjs"), str(package), HOST, cookie]
                trusted = {"PATH": os.environ["PATH"], "NODE_EXTRA_CA_CERTS": str(made)}
                done = subprocess.run(command, env=trusted, capture_output=True, text=True, check=False)
                if done.returncode:
                    sys.exit(done.stderr)
                found = json.loads(done.stdout)
                told = f"{role:26} {found['grade']:3} {found['score']:4}  {found['landed']} {found['failed'] or ''}"
                sys.stdout.write(f"{told.rstrip()}\n")
                worst |= found["grade"] != "A+" or found["status"] != 200 or (found["landed"] != "/") == bool(cookie)
        return worst


if __name__ == "__main__":
    sys.exit(main())
