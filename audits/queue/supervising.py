"""The parent of the lanes: starts each as a process of its own, and again when it ended though nobody asked for it."""

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType

logger = logging.getLogger(__name__)

# Seconds until a process that ended is started again; twice as long each time that it ends at once.
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 20.0
# Who lived so long is started again at once.
LIVED_WELL = 60.0
LOOK_EVERY = 0.2
# How long those who were asked to end may finish what they are at.
LAST_JOB = 150.0


@dataclass(slots=True)
class _Child:
    command: Sequence[str]
    process: subprocess.Popen[bytes]
    started_at: float
    pause: float = SHORTEST_PAUSE
    due_at: float | None = None


class Supervisor:
    """Keeps `commands` (words after `manage.py`) running until SIGTERM or SIGINT. `hourly` is run once an hour."""

    def __init__(self, commands: Sequence[Sequence[str]], *, hourly: Sequence[str]) -> None:
        self._children = [_start(command) for command in commands]
        self._hourly = hourly
        self._hourly_at = time.monotonic() + LIVED_WELL
        self._is_open = True

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self._close)
        signal.signal(signal.SIGINT, self._close)
        extra: list[subprocess.Popen[bytes]] = []
        while self._is_open:
            now = time.monotonic()
            for child in self._children:
                _look_after(child, now)
            extra = [each for each in extra if each.poll() is None]
            if now >= self._hourly_at and not extra:
                extra.append(_process(self._hourly))
                self._hourly_at = now + 3600
            time.sleep(LOOK_EVERY)
        _end([child.process for child in self._children] + extra)

    def _close(self, number: int, frame: FrameType | None) -> None:
        self._is_open = False


def _start(command: Sequence[str]) -> _Child:
    return _Child(command, _process(command), time.monotonic())


def _process(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # A group of its own: Ctrl+C reaches the parent, which lets each finish what it is at.
    return subprocess.Popen([sys.executable, sys.argv[0], *command], start_new_session=True)  # noqa: S603 - our own words


def _look_after(child: _Child, now: float) -> None:
    if child.due_at is not None:
        if now >= child.due_at:
            child.process, child.started_at, child.due_at = _process(child.command), now, None
        return
    status = child.process.poll()
    if status is None:
        return
    child.pause = SHORTEST_PAUSE if now - child.started_at > LIVED_WELL else min(child.pause * 2, LONGEST_PAUSE)
    child.due_at = now + child.pause
    logger.error("%s ended with %s and is started again in %.1f s", " ".join(child.command), status, child.pause)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + LAST_JOB
    for process in processes:
        try:
            process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
