"""`manage.py department_report`: what it writes, for whom, and what it says of what is wrong."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from audits.choices import Role
from audits.models import AccessRecord, periods
from audits.reports.department.report import department_report
from tests.audits.factories import appointed, purpose
from tests.audits.reports.department.closed import close
from tests.audits.reports.makers import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_command_pdf")]

YEAR = periods.whole_year(2026)
FULL = ("--level", "full", "--by")
ASKED = ("UD-PRO", "--period", "2026Q3", "--format", "json")


@pytest.fixture
def quick_command_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "audits.management.commands.department_report.department_pdf",
        lambda report: b"%PDF-1.7 " + report.fingerprint.encode(),
    )


@pytest.fixture
def closed(office: Office) -> Office:
    close(office, YEAR)
    return office


def run(*arguments: str) -> None:
    call_command("department_report", *arguments)


def test_the_usual_level_is_general(closed: Office, capsys: pytest.CaptureFixture[str]) -> None:
    run("UD-PRO", "--period", "2026", "--format", "json")
    printed = json.loads(capsys.readouterr().out)
    report = department_report(closed.district, YEAR)
    assert (printed["fingerprint"], printed["level"]["kind"]) == (report.fingerprint, "general")
    assert not AccessRecord.objects.exists()


def test_csv_is_printed_too(closed: Office, capsys: pytest.CaptureFixture[str]) -> None:
    run("UD-PRO", "--period", "2026", "--format", "csv")
    assert capsys.readouterr().out.startswith("\ufeffCo;Numer;Nazwa;")


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")]
)
def test_each_form_is_written_to_its_file(closed: Office, tmp_path: Path, form: str, start: bytes) -> None:
    output = tmp_path / f"raport.{form}"
    run("UD-PRO", "--period", "2026", "--format", form, "--output", str(output))
    assert output.read_bytes().startswith(start)


def test_all_departments_with_audits_have_a_file_each(
    closed: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--all", "--period", "2026", "--format", "xlsx", "--output", str(tmp_path))
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        f"{code}-2026.xlsx" for code in ("UD-PRO-1", "UD-PRO-2", "UD-PRO")
    ]
    assert "3 reports" in capsys.readouterr().err
    book = load_workbook(io.BytesIO((tmp_path / "UD-PRO-1-2026.xlsx").read_bytes()))
    assert "UD-PRO-1" in dict(book["O raporcie"].iter_rows(values_only=True))["Komórka organizacyjna"]
    run("--all", "--period", "2025", "--output", str(tmp_path))
    assert "0 reports; 3 departments without audits" in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "times"), [(("--all",), 1), (("UD-PRO",), 0), (("--all", "--format", "csv"), 0)])
def test_many_documents_are_set_by_a_process_that_stays(
    closed: Office,
    tmp_path: Path,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, ...],
    times: int,
) -> None:
    settings.REPORT_KEEP_WARM = True
    kept: list[bool] = []
    monkeypatch.setattr("audits.management.commands.department_report.keep_warm", lambda: kept.append(True))
    output = tmp_path if "--all" in asked else tmp_path / "raport.pdf"
    run(*asked, "--period", "2026", "--output", str(output))
    assert len(kept) == times


def test_the_full_level_is_live_for_a_purpose_and_logged(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    hr = appointed(Role.HR, office.district, username="kadry")
    said = purpose()
    run(
        "UD-PRO",
        "--period",
        "2026-08-01..2026-08-20",
        "--level",
        "full",
        "--by",
        "kadry",
        "--purpose",
        said.code,
        "--format",
        "json",
    )
    printed = json.loads(capsys.readouterr().out)
    assert (printed["level"]["kind"], printed["level"]["purpose"]) == ("full", said.label)
    assert [found["audits"] for found in printed["headline"]["found"] if found["method"] == "observation"] == [12]
    row = AccessRecord.objects.get()
    assert (row.reader, row.kind, row.purpose, row.ground) == (hr, "full_report", said, "purpose")


def test_all_at_the_full_level_are_those_of_the_account(office: Office, tmp_path: Path) -> None:
    hr = appointed(Role.HR, office.units[0], username="kadry")
    run(
        "--all",
        "--period",
        "2026",
        "--level",
        "full",
        "--by",
        "kadry",
        "--purpose",
        purpose().code,
        "--format",
        "csv",
        "--output",
        str(tmp_path),
    )
    assert [file.name for file in tmp_path.iterdir()] == ["UD-PRO-1-2026.csv"]
    assert AccessRecord.objects.get().reader == hr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["UD-BRAK", "--period", "2026Q3", "--format", "json"], "UD-BRAK"),
        (["UD-PRO", "--period", "2026Q7", "--format", "json"], "2026Q7"),
        (["UD-PRO", "--period", "2026Q3"], "--output"),
        (["UD-PRO", "--period", "2026Q3", "--format", "xlsx"], "--output FILE.xlsx"),
        (["--period", "2026Q3", "--format", "json"], "--all"),
        (["UD-PRO", "--all", "--period", "2026Q3", "--format", "json"], "--all"),
        (["--all", "--period", "2026Q3", "--format", "json"], "--output FOLDER"),
        (["--all", "--period", "2026Q3", "--output", "/nowhere"], "no folder"),
        (["UD-PRO", "--period", "2026-08-01..2026-08-20", "--format", "json"], "full level only"),
        ([*ASKED, "--level", "full"], "--by"),
        ([*ASKED, "--by", "kadry"], "--level full"),
        ([*ASKED, *FULL, "nikt", "--purpose", "nadzor"], "nikt"),
        ([*ASKED, *FULL, "kadry", "--purpose", "x"], "no purpose x"),
        ([*ASKED, *FULL, "kierownik", "--purpose", "nadzor"], "not HR"),
        (["UD-PRO", "--period", "2026Q3", "--output", "/nowhere/raport.pdf"], "could not be written"),
    ],
)
def test_it_says_in_a_sentence_what_is_wrong(office: Office, arguments: list[str], told: str) -> None:
    purpose("nadzor")
    appointed(Role.HR, office.district, username="kadry")
    appointed(Role.HEAD, office.district, username="kierownik")
    with pytest.raises(CommandError, match=told):
        run(*arguments)
    assert not AccessRecord.objects.exists()


def test_nobody_is_named_in_any_file(office: Office, tmp_path: Path) -> None:
    close(office, YEAR)
    names: list[Any] = [person.last_name for people in office.people.values() for person in people]
    for form in ("csv", "json"):
        run("UD-PRO", "--period", "2026", "--format", form, "--output", str(tmp_path / form))
        text = (tmp_path / form).read_text("utf-8")
        assert not [name for name in [*names, office.auditor.last_name, "rozmowa przy ladzie"] if name in text]


class TestAsABook:
    def test_all_reports_are_one_pdf_with_a_list_before_them(
        self, closed: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / "ksiazka.pdf"
        run("--all", "--book", "--period", "2026", "--output", str(target))
        with pikepdf.open(target) as book, book.open_outline() as outline:
            titles = [item.title for item in outline.root]
            assert titles == [
                "Spis raportów",
                *(f"{each.code} – {each.name}" for each in (closed.district, *closed.units)),
            ]
            begins = [book.pages.index(pikepdf.Page(item.to_dictionary_object(book).Dest[0])) for item in outline.root]
            assert set(book.attachments) == {f"{each.code}-wyniki.csv" for each in (closed.district, *closed.units)}
        with pdfplumber.open(target) as book:
            listed = book.pages[0].extract_text()
            # The list says where in the file each begins.
            for department, page in zip((closed.district, *closed.units), begins[1:], strict=True):
                assert re.search(rf"{department.code}\s.*\s{page + 1}$", listed, re.MULTILINE)
                assert department.name in book.pages[page].extract_text()
        assert "3 reports" in capsys.readouterr().err
        assert list(tmp_path.iterdir()) == [target]

    def test_each_report_at_the_full_level_is_logged(
        self, closed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "audits.management.commands.department_report.department_book", lambda reports, file: list(reports) or None
        )
        hr = appointed(Role.HR, closed.district)
        target = str(tmp_path / "pelny.pdf")
        run(
            "--all", "--book", "--period", "2026Q3", *FULL, hr.username, "--purpose", purpose().code, "--output", target
        )
        assert list(AccessRecord.objects.values_list("reader", "kind")) == [(hr.pk, "full_report")] * 3

    @pytest.mark.parametrize(
        "asked",
        [
            ("UD-PRO", "--book", "--period", "2026", "--output", "x.pdf"),
            ("--all", "--book", "--period", "2026", "--format", "xlsx", "--output", "x.xlsx"),
        ],
    )
    def test_it_is_of_all_and_a_pdf(self, closed: Office, asked: tuple[str, ...]) -> None:
        with pytest.raises(CommandError, match="--book is one PDF of --all"):
            run(*asked)

    def test_without_audits_there_is_none_and_what_was_there_stays(self, closed: Office, tmp_path: Path) -> None:
        target = tmp_path / "ksiazka.pdf"
        target.write_bytes(b"before")
        with pytest.raises(CommandError, match="No department has audits"):
            run("--all", "--book", "--period", "2025", "--output", str(target))
        assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"before", [target])
