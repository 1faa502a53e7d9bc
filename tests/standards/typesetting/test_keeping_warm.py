"""A process that typesets many documents keeps one that has loaded the library; the documents are the same ones."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from standards.typesetting import pdf
from standards.typesetting.pdf import RenderFailed, RenderOutOfMemory, RenderTimeout, render_pdf

AS_OF = datetime(2026, 9, 30, 21, 15, tzinfo=UTC)
HUGE = "<table>" + "<tr><td>x</td><td>y</td></tr>" * 100_000 + "</table>"


def render(body: str = "<h1>Raport</h1><p>Zażółć gęślą jaźń.</p>", **options: float) -> bytes:
    html = f'<!DOCTYPE html><html lang="pl"><head><title>t</title></head><body>{body}</body></html>'
    return render_pdf(html, title="Raport", as_of=AS_OF, **options)  # type: ignore[arg-type]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[pdf._Warm]:
    warm = pdf._Warm()
    cold = render()
    monkeypatch.setattr(pdf, "_warm", warm)
    assert render() == cold
    yield warm
    warm.stop()


def process_of(warm: pdf._Warm) -> int:
    assert warm._process is not None
    return warm._process.pid


def test_one_process_makes_the_same_documents_one_after_the_other(kept: pdf._Warm) -> None:
    process = process_of(kept)
    first, other, again = render(), render("<h1>Inny</h1>"), render()
    assert first == again != other
    assert process_of(kept) == process


def test_a_document_that_fails_is_told_and_the_next_one_comes_out(kept: pdf._Warm) -> None:
    process = process_of(kept)
    with pytest.raises(RenderFailed, match="refused to fetch"):
        render('<img src="file:///etc/hostname" alt="x">')
    with pytest.raises(RenderOutOfMemory):
        render(HUGE, memory_mb=200, seconds=100)
    assert render().startswith(b"%PDF-")
    assert process_of(kept) == process


def test_a_document_that_takes_too_long_is_stopped_with_all_it_left(kept: pdf._Warm) -> None:
    assert kept._folder is not None
    process, folder = process_of(kept), Path(kept._folder.name)
    with pytest.raises(RenderTimeout, match="1 s"):
        render(HUGE, seconds=1)
    assert not folder.exists()
    assert render().startswith(b"%PDF-")
    assert process_of(kept) != process


def test_one_that_died_is_started_again(kept: pdf._Warm) -> None:
    process = process_of(kept)
    os.kill(process, signal.SIGKILL)
    # Whether that was noticed before or while it was asked, both documents come out.
    assert render() == render()
    assert process_of(kept) != process


def test_one_that_cannot_start_leaves_it_to_a_process_for_one_document(
    kept: pdf._Warm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.stop()
    broken = tmp_path / "broken.py"
    broken.write_text("import sys; sys.exit('no library here')")
    monkeypatch.setattr(pdf, "_TYPESETTER", broken)
    with pytest.raises(RenderFailed, match="no library here"):
        render()


def test_a_child_of_the_process_that_keeps_it_does_not_use_it(kept: pdf._Warm) -> None:
    child = os.fork()
    if child == 0:
        os._exit(kept.belongs_here)
    assert os.waitpid(child, 0)[1] == 0
    assert kept.belongs_here


def test_it_ends_with_the_process_that_keeps_it() -> None:
    script = """
from datetime import UTC, datetime
from standards.typesetting import pdf
pdf.keep_warm()
pdf.keep_warm()
pdf.render_pdf("<title>t</title><h1>A</h1>", title="t", as_of=datetime(2026, 1, 1, tzinfo=UTC))
print(pdf._warm._process.pid, pdf._warm._folder.name)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=pdf.STATIC_ROOT.parent
    )
    process, folder = done.stdout.split()
    assert not Path(folder).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)
