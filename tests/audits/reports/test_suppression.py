"""Nothing in a department's report is of fewer than five people, or can be reckoned back to fewer."""

import json
from typing import Any

import pytest

from audits.reports import periods
from audits.reports.contents import DepartmentReport, MethodSection
from audits.reports.department import department_report
from audits.reports.tabulation import to_csv, to_json
from tests.audits.factories import employed
from tests.audits.reports import makers
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)


def audit_everybody(office: Office, **fields: Any) -> None:
    for unit in office.units:
        for person in office.people[unit.pk]:
            submit(office, unit, employee=person, **fields)


def only_section(report: DepartmentReport) -> MethodSection:
    (section,) = report.methods
    return section


def test_units_with_five_people_are_shown_and_add_up_to_the_department() -> None:
    office = makers.office((5, 6, 7))
    audit_everybody(office)

    section = only_section(department_report(office.district, QUARTER))

    assert [(unit.codes, unit.people, unit.audits, unit.merged) for unit in section.units] == [
        (("UD-PRO-1",), 5, 5, False),
        (("UD-PRO-2",), 6, 6, False),
        (("UD-PRO-3",), 7, 7, False),
    ]


def test_a_small_unit_takes_the_next_smallest_with_it() -> None:
    office = makers.office((7, 2, 5, 6))
    audit_everybody(office)

    section = only_section(department_report(office.district, QUARTER))

    assert [(unit.codes, unit.people, unit.merged) for unit in section.units] == [
        (("UD-PRO-1",), 7, False),
        (("UD-PRO-4",), 6, False),
        (("UD-PRO-2", "UD-PRO-3"), 7, True),
    ]
    assert "units_merged" in {limitation.key for limitation in department_report(office.district, QUARTER).limitations}


def test_somebody_audited_in_two_units_makes_neither_of_them_larger() -> None:
    office = makers.office((4, 6, 6))
    audit_everybody(office)
    lent = office.people[office.units[1].pk][0]
    submit(office, office.units[0], employee=lent)

    section = only_section(department_report(office.district, QUARTER))

    shown = {code for unit in section.units if not unit.merged for code in unit.codes}
    assert "UD-PRO-1" not in shown


def test_audits_that_name_nobody_make_no_unit_larger() -> None:
    office = makers.office((6, 4, 6))
    audit_everybody(office)
    for _ in range(9):
        submit(office, office.units[1])

    section = only_section(department_report(office.district, QUARTER))

    assert [unit.codes for unit in section.units] == [("UD-PRO-3",), ("UD-PRO-1", "UD-PRO-2")]


def test_units_are_not_shown_at_all_when_they_cannot_be_told_apart_safely() -> None:
    office = makers.office((2, 4))
    audit_everybody(office)

    assert only_section(department_report(office.district, QUARTER)).units == ()


def test_a_department_of_four_people_has_counts_of_audits_and_nothing_else() -> None:
    office = makers.office((4,))
    audit_everybody(office, verdict="not_met")
    audit_everybody(office, verdict="not_met")

    report = department_report(office.district, QUARTER)

    section = only_section(report)
    assert section.is_withheld
    assert (section.audits, section.figure.counts, section.figure.share, section.figure.score) == (8, None, None, None)
    assert (section.areas, section.strengths, section.weakest, section.units) == ((), (), (), ())
    assert section.waiting.mean is None
    assert all(part.figure.band == "withheld" for part in section.parts)
    assert report.limitations[0].key == "withheld"


def test_shoppers_who_name_nobody_show_a_department_whose_staff_is_large_enough() -> None:
    office = makers.office((5,))
    for _ in range(6):
        submit(office, office.units[0], method="mystery")

    assert not only_section(department_report(office.district, QUARTER)).is_withheld


def test_shoppers_who_name_nobody_do_not_show_a_department_of_one_clerk() -> None:
    office = makers.office((1,))
    for _ in range(6):
        submit(office, office.units[0], method="mystery")

    assert only_section(department_report(office.district, QUARTER)).is_withheld


def test_one_small_channel_hides_another_so_that_the_total_gives_it_not_away() -> None:
    office = makers.office((7,))
    people = office.people[office.units[0].pk]
    for person in people:
        submit(office, office.units[0], employee=person, channel="counter")
    submit(office, office.units[0], employee=people[0], channel="phone")

    section = only_section(department_report(office.district, QUARTER))

    assert not section.is_withheld
    assert [(part.channel, part.figure.band) for part in section.parts] == [
        ("counter", "withheld"),
        ("phone", "withheld"),
    ]


def test_a_change_against_a_period_of_few_people_is_not_shown() -> None:
    office = makers.office((6,))
    people = office.people[office.units[0].pk]
    for person in people:
        submit(office, office.units[0], employee=person)
    for _ in range(6):
        submit(
            office,
            office.units[0],
            employee=people[0],
            took_place_at=makers.SUMMER.replace(month=5),
        )

    section = only_section(department_report(office.district, QUARTER))

    assert section.change is None
    assert all(area.change is None for area in section.areas)


def critical_label(office: Office) -> str:
    return next(row.label for row in office.rows("observation", "counter") if row.assessability.critical)


def test_a_critical_breach_in_a_large_unit_is_told_with_day_desk_and_note() -> None:
    office = makers.office((5, 5))
    audit_everybody(office)
    label = critical_label(office)
    submit(
        office,
        office.units[0],
        employee=office.people[office.units[0].pk][0],
        verdict={label: "not_met"},
        desk="stanowisko 9",
        note="akta na ladzie",
    )

    (breach,) = only_section(department_report(office.district, QUARTER)).breaches

    assert (breach.label, breach.day, breach.desk, breach.note) == (
        label,
        makers.SUMMER.date(),
        "stanowisko 9",
        "akta na ladzie",
    )
    assert breach.unit == office.units[0].name


def test_a_critical_breach_in_a_small_unit_is_told_without_day_desk_note_or_unit() -> None:
    office = makers.office((2, 8, 9))
    audit_everybody(office)
    label = critical_label(office)
    submit(
        office,
        office.units[0],
        employee=office.people[office.units[0].pk][0],
        verdict={label: "not_met"},
        desk="stanowisko 9",
        note="akta na ladzie",
    )

    (breach,) = only_section(department_report(office.district, QUARTER)).breaches

    assert breach.details_withheld
    assert (breach.label, breach.day, breach.desk, breach.note, breach.unit) == (label, None, "", "", "")


@pytest.mark.parametrize("note", ["Pani Wąsikowa zostawiła akta", "akta zostawił J. WĄSIKOWSKI", "u Wasikowskiego"])
def test_a_note_that_names_the_audited_person_is_left_out(note: str) -> None:
    office = makers.office((6,))
    audit_everybody(office)
    person = employed(office.units[0], last_name="Wąsikowski", first_name="Janusz")
    submit(office, office.units[0], employee=person, verdict={critical_label(office): "not_met"}, note=note)

    (breach,) = only_section(department_report(office.district, QUARTER)).breaches

    assert (breach.note, breach.details_withheld) == ("", False)


def test_json_and_csv_hold_what_the_report_holds_and_no_name() -> None:
    office = makers.office((7, 2, 6))
    audit_everybody(office, note="notatka o rozmowie")
    report = department_report(office.district, QUARTER)

    as_json = json.dumps(to_json(report), ensure_ascii=False)
    as_csv = to_csv(report)

    assert to_json(report)["methods"][0]["figure"]["score"] == 100.0
    for text in (as_json, as_csv):
        assert "notatka" not in text
        assert office.auditor.username not in text
        assert office.auditor.last_name not in text
        for people in office.people.values():
            assert not any(person.last_name in text or person.number in text for person in people)
    units = [line.split(";") for line in as_csv.splitlines() if line.split(";")[2:3] == ["unit"]]
    assert [line[3] for line in units] == [", ".join(unit.codes) for unit in report.methods[0].units]
