"""`.env.example` is what an administrator reads: it names every setting, with the default that holds."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = dict(re.findall(r"^# ([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), flags=re.MULTILINE))
READ_BY_SETTINGS = set(
    re.findall(r'\benv\.[a-z_]+\(\s*"([A-Z_]+)"', (ROOT / "standards_portal/settings.py").read_text())
)
READ_BY_PROCFILE = dict(re.findall(r"\$\{([A-Z_]+):-([^}]*)\}", (ROOT / "Procfile").read_text()))

SHOW_SETTINGS = """
import json, os
import environ
environ.Env.read_env = lambda *_, **__: None  # the checkout's own .env is not the matter
from standards_portal import settings
shown = {name: value for name, value in vars(settings).items() if name.isupper()}
print(json.dumps(shown, default=lambda value: type(value).__name__))
"""


def settings_with(**environment: str) -> dict[str, object]:
    """The settings as a process with this environment alone sees them."""
    process = subprocess.run(
        [sys.executable, "-c", SHOW_SETTINGS],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return json.loads(process.stdout)


def test_the_example_names_every_setting_and_no_other():
    assert len(READ_BY_SETTINGS) > 10
    assert set(EXAMPLE) == READ_BY_SETTINGS | set(READ_BY_PROCFILE)


def test_the_example_tells_the_defaults_of_the_web_process():
    assert {name: EXAMPLE[name] for name in READ_BY_PROCFILE} == READ_BY_PROCFILE


def test_the_example_tells_the_defaults_that_hold():
    key = {"SECRET_KEY": "k" * 50}
    # Relative to the checkout in the example, which cannot know where that is.
    places = {
        "DATABASE_URL": f"sqlite:///{ROOT / EXAMPLE['DATABASE_URL'].removeprefix('sqlite:///')}",
        "PRIVATE_MEDIA_ROOT": str(ROOT / EXAMPLE["PRIVATE_MEDIA_ROOT"]),
    }
    stated = {name: value for name, value in EXAMPLE.items() if name in READ_BY_SETTINGS}
    assert settings_with(**{**stated, **places, **key}) == settings_with(**key)


def test_without_a_secret_key_the_portal_starts_only_for_programming():
    with pytest.raises(AssertionError, match="ImproperlyConfigured: SECRET_KEY is not set"):
        settings_with()
    assert settings_with(DEBUG="on")["SECRET_KEY"]


def test_an_address_of_no_known_database_is_refused_in_words():
    with pytest.raises(AssertionError, match="ImproperlyConfigured: DATABASE_URL must start with"):
        settings_with(SECRET_KEY="k" * 50, DATABASE_URL="nonsense")
