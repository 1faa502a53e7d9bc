"""`make test` runs its goals in two rows side by side and tells of each what became of it."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / ".make" / "side_by_side.py"
MAKEFILE = """
.PHONY: here there fails parts broken whole named slow
here:
	@echo one of here; until [ -e there ]; do sleep 0.05; done; echo two of here
there:
	@touch there; echo there
fails:
	@echo what is wrong >&2; exit 3
parts: broken whole
broken:
	@exit 1
whole:
	@echo the other part
named:
	@echo "WORD is $(WORD)"
slow:
	@touch begun; sleep 60; touch ended
row:
	@$(PYTHON) $(PROGRAM) "$(MAKE)" "named fails" "named"
"""


@pytest.fixture
def started(tmp_path):
    (tmp_path / "Makefile").write_text(MAKEFILE)
    environment = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL"}}

    def start(*command: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*map(str, command)],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.fixture
def run(started):
    def run_to_its_end(*rows: str) -> tuple[int, str]:
        process = started(sys.executable, PROGRAM, "make", *rows)
        output, complaints = process.communicate(timeout=60)
        assert complaints == ""
        return process.returncode, output

    return run_to_its_end


def summary(output: str) -> dict[str, str]:
    """What the last lines say, one a goal."""
    found = re.findall(r"^(\w+) +\d+:\d\d  (\w+)$", output, flags=re.MULTILINE)
    return dict(found)


def test_two_rows_run_at_once_and_what_each_says_stays_together(run):
    """The goal of the first row waits for that of the second."""
    code, output = run("here", "there")
    assert code == 0
    assert "one of here\ntwo of here\n" in output
    assert summary(output) == {"here": "ok", "there": "ok"}


def test_after_a_failure_the_row_goes_on_and_the_end_names_it(run):
    code, output = run("fails there", "here")
    assert code == 1
    assert "what is wrong" in output
    assert "two of here" in output
    assert summary(output) == {"fails": "FAILED", "there": "ok", "here": "ok"}


def test_of_a_goal_with_parts_all_are_tried(run):
    code, output = run("parts")
    assert code == 1
    assert "the other part" in output
    assert summary(output) == {"parts": "FAILED"}


@pytest.mark.parametrize("flags", [[], ["--keep-going"]], ids=["alone", "kept going"])
def test_make_hands_its_words_on_and_gets_the_failure(started, flags):
    process = started("make", *flags, "row", "WORD=Łódź", f"PYTHON={sys.executable}", f"PROGRAM={PROGRAM}")
    output, complaints = process.communicate(timeout=60)
    assert process.returncode == 2
    assert output.count("WORD is Łódź") == 2
    assert summary(output) == {"named": "ok", "fails": "FAILED"}
    assert "row" in complaints


STOPPED_WHILE_THE_SECOND_STARTS = """
import os, signal, subprocess, sys, time
sys.path.insert(0, sys.argv[1])
import side_by_side

class SlowToStart(subprocess.Popen):
    started = 0
    def __init__(self, *words, **options):
        super().__init__(*words, **options)
        SlowToStart.started += 1
        if SlowToStart.started == 2:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.3)  # in which whoever stops all may look for what runs

subprocess.Popen = SlowToStart
sys.exit(side_by_side.main("make", "slow", "slow there"))
"""


def test_what_was_just_starting_when_it_was_stopped_is_stopped_too(started, tmp_path):
    process = started(sys.executable, "-c", STOPPED_WHILE_THE_SECOND_STARTS, PROGRAM.parent)
    process.communicate(timeout=50)
    assert process.returncode == 128 + signal.SIGTERM
    assert not (tmp_path / "there").exists()
    assert not (tmp_path / "ended").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_stops_what_it_started(started, tmp_path, number):
    process = started(sys.executable, PROGRAM, "make", "slow there", "slow")
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert not (tmp_path / "there").exists()
    assert not (tmp_path / "ended").exists()
