"""Runs a command with DATABASE_URL naming a PostgreSQL: `postgres.py pytest …`, in the virtual environment.

That is the one DATABASE_URL names already, or the one that lets `postgres` in at 127.0.0.1:5432 without a password, or
one of its own: in a temporary folder, at a free port, gone when the command has ended.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import system

LOCAL = "postgres://postgres@127.0.0.1:{port}/postgres"


def answers(url: str) -> bool:
    try:
        psycopg2.connect(url, connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def own_cluster() -> Iterator[str]:
    """The address of a cluster made for this run. PostgreSQL refuses to run as root, so root lends it its own user."""
    system.require(system.POSTGRES)
    programs = system.postgres_programs()
    as_user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="standards-portal-postgres-"))
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
    options = {"cwd": folder, "stdin": subprocess.DEVNULL, **as_user}
    port = free_port()
    url = LOCAL.format(port=port)
    log = (folder / "log").open("w")
    server = None
    try:
        initdb = [programs / "initdb", "-D", folder / "data", "-U", "postgres", "--auth=trust", "--no-sync"]
        subprocess.run([*initdb, "--encoding=UTF8", "--locale=C.UTF-8"], stdout=log, stderr=log, check=True, **options)
        # What is lost with the power goes away anyway.
        careless = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        place = ["-D", folder / "data", "-p", str(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"]
        server = subprocess.Popen([programs / "postgres", *place, *careless], stdout=log, stderr=log, **options)
        deadline = time.monotonic() + 60
        while not answers(url):
            if server.poll() is not None or time.monotonic() > deadline:
                raise system.CannotGoOnError(f"PostgreSQL does not start: {(folder / 'log').read_text().strip()}")
            time.sleep(0.1)
        yield url
    except subprocess.CalledProcessError:
        raise system.CannotGoOnError(f"PostgreSQL's initdb fails: {(folder / 'log').read_text().strip()}") from None
    finally:
        if server:
            # Fast shutdown: does not wait for connections left open.
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], url: str) -> int:
    print(f"· on PostgreSQL at {url.rpartition('@')[2]}", flush=True)
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def main() -> None:
    command = sys.argv[1:]
    named = os.environ.get("DATABASE_URL", "")
    try:
        if named.startswith(("postgres:", "postgresql:")):
            sys.exit(run(command, named))
        if answers(LOCAL.format(port=5432)):
            sys.exit(run(command, LOCAL.format(port=5432)))
        with own_cluster() as url:
            code = run(command, url)
        sys.exit(code)
    except system.CannotGoOnError as obstacle:
        sys.exit(str(obstacle))


if __name__ == "__main__":
    main()
