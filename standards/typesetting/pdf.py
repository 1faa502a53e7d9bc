"""HTML to one PDF that is PDF/UA-1 and PDF/A-3a at once.

The typesetting happens in a process of its own (`typesetter.py`), with limits on time and memory and without the
portal's environment: a report that hangs or grows costs its own process only, and the web worker that asks for it
never loads the typesetting library. Who makes many documents keeps one process that has loaded it (`keep_warm`) and
forks another for each.
"""

import atexit
import base64
import contextlib
import json
import logging
import os
import re
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)


STATIC_ROOT = Path(__file__).resolve().parents[2] / "static"


STYLESHEETS = ("css/print-fonts.css", "css/print.css", "css/print-report.css")

_TYPESETTER = Path(__file__).with_name("typesetter.py")
_OUT_OF_MEMORY = 3  # typesetter.OUT_OF_MEMORY; importing it here would be the only import between the two
_GLIB_OUT_OF_MEMORY = ("failed to allocate", "Error creating thread: Resource temporarily unavailable")
_STDERR_KEPT = 2000
_ATTACHMENT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")
# The dynamic linker's paths are all that a child needs of its parent's environment: no password travels along.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")


class RenderFailed(Exception):
    """No PDF came of this document; the message says why. Other documents are not affected."""


class RenderTimeout(RenderFailed):
    """The document was not ready in the seconds that it was given."""


class RenderOutOfMemory(RenderFailed):
    """The document needed more memory than it was given."""


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF, as the data behind its figures.

    `name` is a plain ASCII file name ("figures.csv"), `media_type` such as "text/csv".
    """

    name: str
    media_type: str
    description: str
    content: bytes

    def __post_init__(self) -> None:
        if not _ATTACHMENT_NAME.fullmatch(self.name):
            raise ValueError(f"Not a plain file name: {self.name!r}")
        if not _MEDIA_TYPE.fullmatch(self.media_type):
            raise ValueError(f"Not a media type: {self.media_type!r}")


def render_pdf(
    html: str,
    *,
    title: str,
    as_of: datetime,
    attachments: Sequence[Attachment] = (),
    author: str = "",
    subject: str = "",
    lang: str = "pl",
    stylesheets: Sequence[str] = STYLESHEETS,
    static_root: Path = STATIC_ROOT,
    seconds: float = 120,
    memory_mb: int = 2048,
) -> bytes:
    """The PDF of a whole HTML document; the same arguments give the same bytes.

    `as_of` (aware) becomes the date of the document and of its attachments. `stylesheets` are paths under
    `static_root`, the only folder that the document may read from; whatever else it refers to is refused.
    Raises RenderTimeout after `seconds`, RenderOutOfMemory beyond `memory_mb`, RenderFailed for any other cause.
    """
    if as_of.tzinfo is None:
        raise ValueError("as_of must be an aware datetime")
    if len({attachment.name for attachment in attachments}) != len(attachments):
        raise ValueError("Two attachments have the same name")
    job = {
        "html": html,
        "title": title,
        "author": author,
        "subject": subject,
        "lang": lang,
        "as_of": as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "stylesheets": list(stylesheets),
        "static_root": str(static_root),
        "seconds": seconds,
        "memory_mb": memory_mb,
        # A PDF's name tree is sorted.
        "attachments": [
            {
                "name": attachment.name,
                "media_type": attachment.media_type,
                "description": attachment.description,
                "content": base64.b64encode(attachment.content).decode("ascii"),
            }
            for attachment in sorted(attachments, key=lambda attachment: attachment.name)
        ],
    }
    with tempfile.TemporaryDirectory(prefix="report-") as name:
        folder = Path(name)
        warm = _warm if _warm and _warm.belongs_here else None
        process = warm.run(job, folder, seconds) if warm else _run_typesetter(job, folder, seconds)
    complaints = process.stderr.decode("utf-8", "replace")[-_STDERR_KEPT:].strip()
    if process.returncode == _OUT_OF_MEMORY or _glib_ran_out(process.returncode, complaints):
        raise RenderOutOfMemory(f"“{title}” needs more than {memory_mb} MB")
    if process.returncode or not process.stdout.startswith(b"%PDF-"):
        raise RenderFailed(f"“{title}” could not be rendered (exit status {process.returncode}): {complaints}")
    if complaints:
        logger.warning("Rendering “%s”: %s", title, complaints)
    return process.stdout


def _glib_ran_out(returncode: int, complaints: str) -> bool:
    """Pango's base library raises nothing when the limit is reached: it says so and traps."""
    return returncode == -signal.SIGTRAP and any(words in complaints for words in _GLIB_OUT_OF_MEMORY)


def keep_warm() -> None:
    """From now on, until this process ends, one process that has loaded the library forks another for each document."""
    global _warm
    if _warm is None or not _warm.belongs_here:
        _warm = _Warm()
        atexit.register(_warm.stop)


class _Warm:
    """A typesetter that stays. It is started when it is first needed, and again after it was stopped or died."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def belongs_here(self) -> bool:
        """A child of the process that keeps it must not speak to it."""
        return self._owner == os.getpid()

    def run(self, job: dict[str, Any], folder: Path, seconds: float) -> subprocess.CompletedProcess[bytes]:
        with self._one_at_a_time:
            returncode = self._ask(job | {"folder": str(folder)}, seconds)
        if returncode is None:
            # Whatever it died of, one that is started for this job alone says it.
            return _run_typesetter(job, folder, seconds)
        document, complaints = folder / "document.pdf", folder / "complaints"
        return subprocess.CompletedProcess(
            args=(),
            returncode=returncode,
            stdout=document.read_bytes() if document.exists() else b"",
            stderr=complaints.read_bytes() if complaints.exists() else b"",
        )

    def _ask(self, job: dict[str, Any], seconds: float) -> int | None:
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        answer = b""
        try:
            process.stdin.write(json.dumps(job).encode() + b"\n")
            process.stdin.flush()
            with selectors.DefaultSelector() as selector:
                selector.register(process.stdout, selectors.EVENT_READ)
                if not selector.select(seconds):
                    self.stop()
                    raise RenderTimeout(f"“{job['title']}” was not ready after {seconds:g} s")
            answer = process.stdout.readline()
        except BrokenPipeError:
            pass
        if not answer:
            self.stop()
            return None
        return int(answer)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._folder = tempfile.TemporaryDirectory(prefix="typesetter-")
            folder = Path(self._folder.name)
            self._process = subprocess.Popen(  # noqa: S603 - our own script, and no argument from outside
                [sys.executable, "-s", "-P", str(_TYPESETTER), "--serve", str(STATIC_ROOT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env=_environment(folder),
                # Its child ends with it.
                start_new_session=True,
            )
        return self._process

    def stop(self) -> None:
        if self._process is not None and self.belongs_here:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(BrokenPipeError):
                    pipe and pipe.close()
            self._process = None
        if self._folder is not None and self.belongs_here:
            self._folder.cleanup()
            self._folder = None


_warm: _Warm | None = None


def _run_typesetter(job: dict[str, Any], folder: Path, seconds: float) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - our own script, and no argument from outside
            [sys.executable, "-s", "-P", str(_TYPESETTER)],
            input=json.dumps(job).encode(),
            capture_output=True,
            cwd=folder,
            env=_environment(folder),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RenderTimeout(f"“{job['title']}” was not ready after {seconds:g} s") from error


def _environment(folder: Path) -> dict[str, str]:
    # Only the project's own fonts: a system's fonts would make the bytes depend on the machine.
    fonts_conf = folder / "fonts.conf"
    fonts_conf.write_text(f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>", encoding="utf-8")
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return environment | {
        "FONTCONFIG_FILE": str(fonts_conf),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TMPDIR": str(folder),
    }
