"""What the operating system must bring, how to see that it is there, and the command that installs it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)
VENV_PACKAGE = f"python3.{sys.version_info.minor}-venv"


class CannotGoOnError(Exception):
    """One sentence for the person at the keyboard: what is wrong, and what to do about it."""


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_modules(*names: str) -> bool:
    return all(importlib.util.find_spec(name) for name in names)


def postgres_programs() -> Path | None:
    """The folder of `initdb` and `postgres`, which Debian keeps out of the search path."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), key=lambda path: float(path.parent.name), default=None)


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return ""


def is_ubuntu() -> bool:
    return _distribution() == "ubuntu"


def has_chromium() -> bool:
    named = ("chromium-headless-shell", "chromium", "google-chrome")
    return bool(os.environ.get("CHROMIUM") or any(map(shutil.which, named)))


@dataclass(frozen=True)
class Need:
    """Something the system must have. The package's name is for apt; `elsewhere` for other package managers."""

    what: str
    is_there: Callable[[], bool]
    apt: str
    elsewhere: str


PORTAL = (
    Need("Python's venv module", lambda: has_modules("venv", "ensurepip"), VENV_PACKAGE, "python3"),
    Need("Pango", lambda: has_library("libpango-1.0.so.0"), "libpango-1.0-0", "pango"),
    Need("Pango for FreeType", lambda: has_library("libpangoft2-1.0.so.0"), "libpangoft2-1.0-0", "pango"),
    Need("HarfBuzz subsetting", lambda: has_library("libharfbuzz-subset.so.0"), "libharfbuzz-subset0", "harfbuzz"),
    Need("gettext", lambda: bool(shutil.which("msgfmt") and shutil.which("xgettext")), "gettext", "gettext"),
)
# What drives the browser is a program of Node.js, which wants libatomic on every system.
DRIVER = (Need("libatomic", lambda: has_library("libatomic.so.1"), "libatomic1", "libatomic"),)
# Debian has a browser without windows as well, which takes a third less of the processor in the tests.
CHROMIUM_PACKAGE = "chromium-headless-shell" if _distribution() == "debian" else "chromium"
BROWSER = (Need("Chromium", has_chromium, CHROMIUM_PACKAGE, "chromium"),)
POSTGRES = (Need("PostgreSQL", lambda: postgres_programs() is not None, "postgresql", "postgresql-server"),)

_OTHER_MANAGERS = {
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S",
    "apk": "apk add",
    "brew": "brew install",
}


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def require(needs: Sequence[Need]) -> None:
    """Installs what is missing where that needs no password; else names it with the command that installs it."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotGoOnError(
            f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed, this is {sys.version.split()[0]}; "
            "name another one: make PYTHON=/path/to/python3"
        )
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    names = _joined([need.what for need in missing])
    if not shutil.which("apt-get"):
        packages = " ".join(dict.fromkeys(need.elsewhere for need in missing))
        manager = next((start for name, start in _OTHER_MANAGERS.items() if shutil.which(name)), None)
        advice = f"install it with: {manager} {packages}" if manager else f"install {packages}"
        raise CannotGoOnError(f"This system lacks {names}; {advice}")
    wanted = [need.apt for need in missing]
    if os.geteuid() == 0:
        become_root: list[str] = []
    elif (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        become_root = ["sudo", "-n"]
    else:
        raise CannotGoOnError(f"This system lacks {names}; install it with: sudo apt-get install {' '.join(wanted)}")
    print(f"· system packages: {' '.join(wanted)}", flush=True)
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # An old list of packages is good enough where it still works.
    install = [*apt, "install", "--yes", "--no-install-recommends", *wanted]
    if _quietly(install).returncode:
        _quietly([*apt, "update"])
        done = _quietly(install)
        if done.returncode:
            reason = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1]
            raise CannotGoOnError(f"apt-get could not install {' '.join(wanted)}: {reason}")
    if still_missing := [need.what for need in missing if not need.is_there()]:
        raise CannotGoOnError(f"{_joined(still_missing)} cannot be found although {' '.join(wanted)} is installed")


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
