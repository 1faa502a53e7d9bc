"""Drawn files and texts through every door of the intake: read or refused in a sentence, and the same again.

250 in a run; THOROUGH=1 draws 10,000, before a release.
"""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.models import Department, Employee, Employment
from audits.office.imports.applying import apply_import
from audits.office.imports.columns import HEADINGS
from audits.office.imports.files import Unusable, read_table
from audits.office.imports.planning import plan_import
from audits.office.imports.rows import read_rows
from standards.importing.annex import read_annex
from standards.importing.importing import InvalidDocument, document_faults, read_document
from standards.importing.shapes import shaped
from standards.wording.intake import Unreadable, clean, faults_of_kept, read
from tests.audits.factories import DepartmentFactory, EmploymentFactory
from tests.audits.office.imports.drawn_files import CONTENTS
from tests.drawing import examples
from tests.standards.importing.test_shapes import LINES

ON = datetime.date(2026, 3, 1)
# What word processors, spreadsheets and phones put between letters.
PASTED = st.text(
    st.one_of(
        st.sampled_from("abcąłżABC 0123.,;-–—„”'’\"*()§\n"),
        st.sampled_from(
            "\u00a0\u00ad\u200b\u200d\u2028\u202e\u202f\ufeff\t\r\x0b\uf0b7\ue000\uff21\ufb01\u0328\ufffd😀"
        ),
        st.characters(),
    ),
    max_size=120,
)
CELLS = st.one_of(
    st.sampled_from(
        ["1", "0001", "1–1", "1-1", "'7", "UD-BEM", "UD–BEM", "1.02.2024 r.", "45323", "80010112340", "tak"]
    ),
    st.sampled_from(["Nowak", "mgr Nowak", "No\u00adwak", "Nowak–Kot", "Ewa", "ewa", "Ｅwa", "Nowak Ewa", ""]),
    PASTED.map(lambda text: text[:20].replace(";", " ").replace("\n", " ").replace('"', " ")),
)


def told(fault: Any) -> bool:
    return 0 < len(str(fault)) < 400


def answer(reading: Callable[[], Any], refusal: type[Exception]) -> tuple[Any, Exception | None]:
    """What was read, or why not; whatever else is raised fails the test."""
    try:
        return reading(), None
    except refusal as fault:
        return None, fault


@examples(100)
@given(PASTED)
def test_any_text_is_cleaned_told_and_cleaned_once(text: str) -> None:
    for forgiving in (False, True):
        once = clean(text, forgiving=forgiving)
        assert bool(once.changes) == (once.text != text)
        assert clean(once.text, forgiving=forgiving).text == once.text
    cleaned, fault = answer(lambda: read(text), Unreadable)
    if isinstance(fault, Unreadable):
        assert f"U+{ord(fault.character):04X}" in str(fault)
    else:
        assert list(faults_of_kept(cleaned.text)) == []


@examples(50)
@given(st.lists(st.one_of(st.sampled_from(LINES), PASTED), max_size=20).map("\n".join))
def test_any_annex_is_read_or_refused_and_the_same_again(text: str) -> None:
    annex, faults = read_annex(text)
    assert (annex is None) == bool(faults)
    shape = shaped(text)
    assert (shape.annex is None) == bool(shape.faults)
    assert all(told(fault) for fault in (*faults, *shape.faults))
    again = shaped(text)
    assert (again.annex, again.lines, again.odd) == (shape.annex, shape.lines, shape.odd)


@examples(50)
@given(st.one_of(CONTENTS, PASTED.map(str.encode), st.dictionaries(PASTED, PASTED).map(str).map(str.encode)))
def test_any_bytes_are_an_editions_document_or_refused(content: bytes) -> None:
    document, refused = answer(lambda: read_document(content), InvalidDocument)
    faults = refused.faults if isinstance(refused, InvalidDocument) else document_faults(document)
    assert all(told(fault) for fault in faults)
    if refused is None:
        assert faults == document_faults(document)


@examples(25)
@given(CONTENTS)
def test_any_file_of_staff_is_a_table_or_refused_and_the_same_again(content: bytes) -> None:
    table, fault = answer(lambda: read_table(content), Unusable)
    if fault is not None:
        assert told(fault)
        return
    assert read_table(content) == table
    rows = read_rows(table)
    assert rows == read_rows(table)
    assert all(told(refusal.reason) for refusal in rows.refused)


@pytest.mark.django_db
def test_what_was_imported_once_changes_nothing_again() -> None:
    office = DepartmentFactory(code="UMSTW")
    EmploymentFactory(department=DepartmentFactory(code="UD-BEM", parent=office), employee__number="1-1")

    @examples(25)
    @given(st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=6))
    def drawn(lines: list[list[str]]) -> None:
        headings = list(HEADINGS.values())[:9]
        content = "\n".join(";".join(line) for line in [headings, *lines]).encode("utf-8", "replace")
        table, fault = answer(lambda: read_table(content), Unusable)
        if fault is not None:
            assert told(fault)
            return
        plan = plan_import(table, on=ON)
        before = _held()
        assert before == _held()
        apply_import(table, on=ON, fingerprint=plan.fingerprint)
        after = _held()
        again = plan_import(table, on=ON)
        # Namesakes and ends were asked about when first looked at; what was done is not done twice.
        assert not again.changes_anything, again
        apply_import(table, on=ON, fingerprint=again.fingerprint)
        assert _held() == after

    drawn()


def _held() -> tuple[object, ...]:
    return tuple(tuple(model.objects.order_by("pk").values_list()) for model in (Department, Employee, Employment))
