"""The library asks for each of its own libraries by several names; one list of the linker's answers all of them."""

import ctypes.util
import subprocess
from typing import Any

import pytest

from standards.typesetting import typesetter

NAMES = ("gobject-2.0", "pango-1.0", "harfbuzz", "fontconfig", "pangoft2-1.0", "c", "gobject-2.0-0", "no-such-library")


@pytest.fixture(autouse=True)
def _put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", ctypes.util.find_library)


def test_the_answers_are_those_of_python_itself() -> None:
    asked = {name: ctypes.util.find_library(name) for name in NAMES}
    typesetter.look_libraries_up_once()
    assert {name: ctypes.util.find_library(name) for name in NAMES} == asked
    assert asked["pango-1.0"] is not None
    assert asked["no-such-library"] is None


def test_nothing_is_started_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    typesetter.look_libraries_up_once()
    started: list[Any] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **_: started.append(args))
    assert ctypes.util.find_library("no-such-library") is None
    assert started == []


@pytest.mark.parametrize("answer", [b"", b"\xff", FileNotFoundError("ldconfig")])
def test_without_a_list_python_goes_on_asking(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    def run(*_args: Any, **_options: Any) -> subprocess.CompletedProcess[bytes]:
        if isinstance(answer, OSError):
            raise answer
        return subprocess.CompletedProcess((), 0, stdout=answer)

    before = ctypes.util.find_library
    monkeypatch.setattr(typesetter.subprocess, "run", run)
    typesetter.look_libraries_up_once()
    assert ctypes.util.find_library is before
