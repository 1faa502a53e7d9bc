"""The Polish catalogue: `catalogue.py update` collects the messages, `catalogue.py check` fails when one has no Polish.

Runs in the virtual environment.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/pl/LC_MESSAGES/django.po")
# Names no line numbers: they would change the catalogue with every edit of the code.
COLLECT = (
    *("makemessages", "--locale=pl", "--extension=html,txt,py,svg", "--no-obsolete", "--add-location=file"),
    *("--ignore=.venv", "--ignore=node_modules", "--ignore=staticfiles", "--ignore=tests"),
)


def collect(tree: Path) -> None:
    command = [sys.executable, "-m", "django", *COLLECT]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The messages cannot be collected: {done.stderr.strip()}")


def copy_sources(target: Path) -> None:
    """What git knows or would take in, so that the check leaves the tree as it is."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file() and source.suffix in {".html", ".txt", ".py", ".svg", ".po"}:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / name)


def messages(catalogue: Path, kind: str) -> list[str]:
    """The entries of one kind (an option of msgattrib), without the header."""
    found = subprocess.run(
        ["msgattrib", kind, "--no-obsolete", "--no-wrap", catalogue], capture_output=True, text=True, check=True
    ).stdout
    entries = [entry for entry in found.split("\n\n") if 'msgid "' in entry]
    return [entry for entry in entries if 'msgid ""\nmsgstr' not in entry]


def check() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copy_sources(tree)
        collect(tree)
        fresh = tree / CATALOGUE
        subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", fresh], check=True)
        known = len(messages(fresh, "--translated"))
        wanting = {
            "without Polish": messages(fresh, "--untranslated"),
            "whose Polish is a guess (fuzzy)": messages(fresh, "--only-fuzzy"),
        }
    for what, entries in wanting.items():
        if entries:
            print(f"{len(entries)} messages {what}:\n\n" + "\n\n".join(entries) + "\n")
    if any(wanting.values()) or not known:
        sys.exit(f"{CATALOGUE} is not complete; `make messages` collects, a person translates.")
    print(f"All {known} messages are in Polish.")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check"]:
            check()
        case ["update"]:
            collect(ROOT)
        case _:
            sys.exit("usage: catalogue.py check | update")
