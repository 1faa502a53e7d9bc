"""Style sheets that npm brings are laid down with their pictures in files."""

import base64
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

MAKE = Path(__file__).resolve().parents[2] / ".make"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><path stroke='#fff' d='m6 10 3 3'/></svg>"
ENCODED = b"%3csvg xmlns='http://www.w3.org/2000/svg'%3e%3cpath stroke='%23fff' d='m6 10 3 3'/%3e%3c/svg%3e"


@pytest.fixture
def pictures(monkeypatch) -> ModuleType:
    monkeypatch.syspath_prepend(MAKE)
    spec = importlib.util.spec_from_file_location("pictures", MAKE / "pictures.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


def test_a_picture_is_a_file_and_its_address_names_it(pictures):
    sheet = b'a{--mark:url("data:image/svg+xml,' + ENCODED + b'")}b{background:url(more.png)}'
    changed, files = pictures.as_files(sheet, "marks")
    (name,) = files
    assert changed == f'a{{--mark:url("marks/{name}")}}b{{background:url(more.png)}}'.encode()
    assert name.endswith(".svg")
    assert files[name] == SVG


def test_the_same_picture_is_one_file_however_it_was_written(pictures):
    plain, packed = (
        b"data:image/svg+xml;charset=utf-8," + ENCODED,
        b"data:image/svg+xml;base64," + base64.b64encode(SVG),
    )
    changed, files = pictures.as_files(b'a{b:url("' + plain + b'")}c{b:url(' + packed + b")}", "marks")
    assert list(files.values()) == [SVG]
    assert changed.count(b"marks/") == 2


def test_a_sheet_without_pictures_stays_as_it_is(pictures):
    assert pictures.as_files(b"a{b:url(../c.svg)}", "marks") == (b"a{b:url(../c.svg)}", {})


def test_what_cannot_be_taken_out_stops_the_set_up(pictures):
    with pytest.raises(sys.modules["system"].CannotGoOnError):
        pictures.as_files(b'a{b:image-set("data:image/png;base64,AAAA" 1x)}', "marks")
