"""Runs rows of make's goals side by side: `side_by_side.py make "first second" "third"`.

In a row one goal follows the other, whatever became of it; what it says is printed whole when it ends. At the end a
line for each says how long it took and whether it failed; the exit code says whether any did.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Done:
    goal: str
    code: int
    seconds: float

    def __str__(self) -> str:
        minutes, seconds = divmod(round(self.seconds), 60)
        return f"{self.goal:<14} {minutes:>3}:{seconds:02}  {'FAILED' if self.code else 'ok'}"


class Stopped(BaseException):
    """By Ctrl+C, or by whoever started this."""

    def __init__(self, number: int) -> None:
        self.signal = number


class SideBySide:
    def __init__(self, program: str) -> None:
        self.program = program
        self._printing = threading.Lock()
        # Held while a goal starts and while all are stopped: none starts unseen in between.
        self._starting = threading.Lock()
        self._running: set[subprocess.Popen[str]] = set()
        self._is_stopped = False

    def run(self, rows: list[list[str]]) -> list[Done]:
        with ThreadPoolExecutor(max_workers=len(rows)) as side_by_side:
            try:
                return [done for row in side_by_side.map(self._row, rows) for done in row]
            except Stopped as stopped:
                with self._starting:
                    self._is_stopped = True
                    running = [*self._running]
                for process in running:
                    with suppress(ProcessLookupError):
                        os.killpg(process.pid, stopped.signal)
                raise

    def say(self, text: str) -> None:
        with self._printing:
            print(text, flush=True)

    def _row(self, goals: list[str]) -> list[Done]:
        row = []
        for goal in goals:
            begun = time.monotonic()
            process = self._start(goal)
            if process is None:
                break
            output, _ = process.communicate()
            self._running.discard(process)
            done = Done(goal, process.returncode, time.monotonic() - begun)
            self.say(f"\n── {done}\n{output}")
            row.append(done)
        return row

    def _start(self, goal: str) -> subprocess.Popen[str] | None:
        """None after all was stopped."""
        with self._starting:
            if self._is_stopped:
                return None
            self.say(f"· {goal}")
            # A goal that is made of others tries them all too. In a group, whatever it starts can be stopped with it.
            process = subprocess.Popen(
                [self.program, "--no-print-directory", "--keep-going", goal],
                process_group=0,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            )
            self._running.add(process)
            return process


def stop(number: int, _frame: Any) -> None:
    raise Stopped(number)


def main(program: str, *rows: str) -> int:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    side_by_side = SideBySide(program)
    try:
        results = side_by_side.run([row.split() for row in rows])
    except Stopped as stopped:
        return 128 + stopped.signal
    side_by_side.say("\n".join(map(str, results)))
    return int(any(done.code for done in results))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
