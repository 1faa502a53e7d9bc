import csv
import io

import pytest

from audits.models import Department
from audits.reports import periods
from audits.reports.department import department_report
from audits.reports.tabulation import neutralised, to_csv
from tests.audits.reports import makers
from tests.audits.reports.makers import submit


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_neutralised(start: str) -> None:
    assert neutralised(f'{start}HYPERLINK("x")') == f'\'{start}HYPERLINK("x")'


@pytest.mark.parametrize("text", ["", "Wydział", "a=b", "17.10", "1-2"])
def test_other_text_stays(text: str) -> None:
    assert neutralised(text) == text


@pytest.mark.django_db
def test_a_hostile_name_is_text_when_the_file_is_read_back() -> None:
    office = makers.office((5,))
    hostile = '=HYPERLINK("http://example.org";"kliknij")'
    Department.objects.filter(pk=office.units[0].pk).update(name=hostile)
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person)

    rows = list(
        csv.reader(io.StringIO(to_csv(department_report(office.district, periods.quarter(2026, 3)))), delimiter=";")
    )

    assert [row[4] for row in rows if row[2] == "unit"] == [f"'{hostile}"]
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "-")) for row in rows for cell in row)


@pytest.mark.django_db
def test_the_file_opens_in_a_polish_spreadsheet() -> None:
    office = makers.office((6,))
    label = office.rows("observation", "counter")[4].label
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, verdict={label: "not_met"})
    report = department_report(office.district, periods.quarter(2026, 3))

    text = to_csv(report)

    assert text.startswith("\ufeffedition;method;")
    assert "\r\n" in text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    (total,) = [row for row in rows if row["level"] == "total"]
    assert total["score_percent"] == str(report.methods[0].figure.score).replace(".", ",")
    (row,) = [row for row in rows if (row["level"], row["number"]) == ("recommendation", label)]
    assert (row["met"], row["not_met"], row["rated"], row["share_met_percent"]) == ("0", "6", "6", "0,0")
    assert len([row for row in rows if row["level"] == "recommendation"]) == 105
