"""The content security policy lets a style sheet fetch what this portal serves, and refuses pictures in addresses."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders

# Ours, those that npm brings, the administration's and the packages': whatever can be served.
SHEETS = {
    name: Path(storage.path(name))
    for finder in get_finders()
    for name, storage in finder.list(ignore_patterns=None)
    if name.endswith(".css")
}


def test_all_kinds_are_looked_at():
    assert {"css/portal.css", "vendor/bootstrap/bootstrap.min.css", "admin/css/base.css"} <= SHEETS.keys()


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_no_picture_is_in_an_address(name):
    assert "data:" not in SHEETS[name].read_text()


@pytest.mark.parametrize("kind", ["select", "check", "radio"])
def test_bootstraps_marks_are_files(kind):
    sheet = SHEETS["vendor/bootstrap/bootstrap.min.css"]
    rule = {
        "select": ".form-select{--bs-form-select-bg-img:url(",
        "check": ".form-check-input:checked[type=checkbox]{--bs-form-check-bg-image:url(",
        "radio": ".form-check-input:checked[type=radio]{--bs-form-check-bg-image:url(",
    }[kind]
    address = sheet.read_text().partition(rule)[2].partition(")")[0].strip('"')
    assert (sheet.parent / address).read_text().startswith("<svg")
