"""What a department's report says in its tables: which figure stands where, what is folded, what is left out."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from audits.figures import statistics
from audits.reports.department.contents import (
    ActionOnRow,
    BreachRow,
    Cell,
    ChannelRow,
    DepartmentReport,
    EditionRow,
    Interval,
    Level,
    RecommendationRow,
    RowFigure,
    StandardRow,
    UnitRow,
    Waiting,
)
from audits.reports.department.layout import Laid, Part, laid
from audits.reports.department.layout.tables import score_text, shade
from audits.reports.headline import Comparison, Row, RowToWorkOn, Scored, Yard
from standards.wording.emphasis import PointText
from tests.audits.reports import drawn_reports

YARD = Yard()
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def _in_polish() -> Iterator[None]:
    with translation.override("pl"):
        yield


def scored(value: str, low: str = "0", high: str = "100", band: str = statistics.UNDECIDED) -> Scored:
    return Scored(Decimal(value), Decimal(low), Decimal(high), band)  # type: ignore[arg-type]


def with_rows(*rows: RecommendationRow, cells: tuple[Cell, ...] = (Cell("mystery", 5, 9, 10),)) -> DepartmentReport:
    """The district's quarter with one standard, and in it these recommendations."""
    standard = StandardRow("7", "Uprzejmie witaj klienta", "II", cells, rows)
    unrated = StandardRow("8", "Bądź skoncentrowany", "II", (), (RecommendationRow("8.1", "skupienie", "Skup się."),))
    return replace(drawn_reports.year_of_district(), standards=(standard, unrated))


def row(label: str, *figures: RowFigure, **more: object) -> RecommendationRow:
    return RecommendationRow(label, "powitanie klienta", "Przywitaj klienta.", figures=figures, **more)  # type: ignore[arg-type]


def part(report: DepartmentReport, key: str) -> Part:
    return next(each for each in laid(report).parts if each.key == key)


def keys(shown: Laid) -> list[str]:
    return [each.key for each in shown.parts]


def lines(found: Part) -> list[list[str]]:
    """The cells of each row, with plain spaces."""
    assert found.table is not None
    return [[cell.text.replace(NBSP, " ") for cell in each.cells] for body in found.table.bodies for each in body]


def heads(found: Part) -> list[str]:
    assert found.table is not None
    return [cell.text for cell in found.table.heads[-1].cells]


def legend(found: Part) -> str:
    return " ".join(found.legend).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("value", "level"),
    [("100", ""), ("90.0", ""), ("89.9", "shade-1"), ("85.0", "shade-1"), ("84.9", "shade-2"), ("74.9", "shade-3")],
)
def test_a_background_says_how_far_the_printed_score_is_below_the_target(value: str, level: str) -> None:
    assert shade(scored(value), YARD) == level


@pytest.mark.parametrize(
    ("band", "text"),
    [(statistics.MEETS, "● 94,1"), (statistics.FAILS, "▼ 94,1"), (statistics.UNDECIDED, "94,1")],
)
def test_a_sign_stands_before_a_score_whose_interval_is_on_one_side(band: str, text: str) -> None:
    assert score_text(scored("94.1", band=band)).replace(NBSP, " ") == text


def test_areas_have_score_and_interval_by_method_and_the_total_last() -> None:
    report = drawn_reports.year_of_district()
    first, *_others, total = lines(part(report, "obszary"))
    assert first[0] == "I. Standardy podstawowe"
    assert total[0] == "Razem"
    main = report.headline.main
    assert main is not None
    assert main.scored is not None
    assert total[1].endswith(f"{main.scored.value}".replace(".", ","))
    # Nobody calls or writes while a supervisor looks on.
    fourth = lines(part(report, "obszary"))[3]
    assert "nie oceniano" in fourth


def test_changes_have_a_column_only_where_something_compares() -> None:
    report = drawn_reports.year_of_district()
    assert "Zmiana, pkt proc." in heads(part(report, "obszary"))
    nothing = Comparison("no_audits_before")
    apart = replace(
        report,
        headline=replace(report.headline, comparison=nothing),
        areas=tuple(replace(area, change=nothing) for area in report.areas),
    )
    assert "Zmiana, pkt proc." not in heads(part(apart, "obszary"))


def test_a_change_has_a_sign_only_if_it_is_certain() -> None:
    rose = Comparison("rose", Decimal("4.6"), Decimal("0.9"), Decimal("9.5"), 20)
    fell = Comparison("fell", Decimal("-4.6"), Decimal("-9.5"), Decimal("-0.9"), 20)
    maybe = Comparison("undecided", Decimal("-1.1"), Decimal("-5.0"), Decimal("2.8"), 20)
    report = drawn_reports.year_of_district()
    changes = (rose, fell, maybe)
    areas = tuple(replace(area, change=change) for area, change in zip(report.areas[:3], changes, strict=True))
    found = [cells[-1] for cells in lines(part(replace(report, areas=areas), "obszary"))]
    assert found[:3] == ["▲ +4,6 (+0,9; +9,5)", "▼ −4,6 (−9,5; −0,9)", "−1,1 (−5,0; +2,8)"]


def test_units_stand_side_by_side_from_two_on() -> None:
    report = drawn_reports.year_of_district()
    assert "jednostki" in keys(laid(report))
    assert "jednostki" not in keys(laid(replace(report, units=report.units[:1])))


def test_units_are_in_the_order_of_the_structure_without_the_offices_own_words() -> None:
    rows = lines(part(drawn_reports.year_of_office(), "jednostki"))
    assert rows[0][0] == "Biuro Administracji i Spraw Obywatelskich"
    assert rows[12][0] == "Urząd Dzielnicy Bemowo"


def test_units_that_are_not_in_the_table_are_named_with_the_cause() -> None:
    report = drawn_reports.year_of_district()
    more = (
        UnitRow(("UD-BEM-WKU",), ("Wydział Kultury",), few_people=True),
        UnitRow(("UD-BEM-WIN",), ("Wydział Infrastruktury",)),
    )
    said = legend(part(replace(report, units=(*report.units, *more)), "jednostki"))
    assert "Mniej niż 5 osób: Wydział Kultury." in said
    assert "Bez audytów tą metodą: Wydział Infrastruktury." in said


def test_small_units_in_one_block_are_one_row() -> None:
    report = drawn_reports.year_of_district()
    first, second, *others = report.units
    merged = UnitRow((*first.codes, *second.codes), (*first.names, *second.names), first.cells, first.areas)
    names = [cells[0] for cells in lines(part(replace(report, units=(merged, *others)), "jednostki"))]
    assert names[0] == f"{first.names[0]}, {second.names[0]} (razem)"


def test_a_column_that_is_nearly_empty_is_said_in_words() -> None:
    report = drawn_reports.year_of_district()
    bare = tuple(
        replace(unit, areas=tuple(each for each in unit.areas if each[0] != "V" or place == 0))
        for place, unit in enumerate(report.units)
    )
    found = part(replace(report, units=bare), "jednostki")
    assert "V" not in heads(found)
    assert f"V: {report.units[0].names[0]} " in legend(found)


def test_standards_that_nobody_rated_are_named_once() -> None:
    found = part(with_rows(row("7.1", RowFigure("mystery", {"met": 3}))), "standardy")
    assert [cells[0].partition(".")[0] for cells in lines(found)] == ["7"]
    assert "Nie oceniano: 8." in legend(found)


def test_a_standard_with_few_audits_shows_counts_and_no_score() -> None:
    cells = (Cell("mystery", 3, 10, 12),)
    (found,) = lines(part(with_rows(row("7.1", RowFigure("mystery", {"met": 3})), cells=cells), "standardy"))
    assert found[1] == "10 z 12"


def test_a_recommendation_shows_how_often_it_was_met_by_each_method() -> None:
    interval = Interval(Decimal("24.7"), Decimal("84.2"), 25, 84)
    weak = row(
        "7.1",
        RowFigure(
            "mystery",
            {"met": 4, "partly": 1, "not_met": 2, "not_applicable": 3, "not_observed": 1},
            interval=interval,
            below=True,
        ),
        RowFigure("observation", {"met": 2, "not_met": 1, "not_applicable": 1}),
    )
    group, found, *_others = lines(part(with_rows(weak), "zalecenia"))
    assert group == ["7. Uprzejmie witaj klienta"]
    assert found[0] == "7.1"
    assert found[1].startswith("Przywitaj klienta. ")
    said = "częściowo 1, nie wystąpiło 3, nie zaobserwowano 1; obserwacja: nie wystąpiło 1"
    assert said in found[1]
    assert found[2:] == ["▼ 4 z 7", "25–84", "2 z 3"]


def test_a_method_that_rated_little_has_no_column_but_a_few_words() -> None:
    rows = [row(f"7.{number}", RowFigure("mystery", {"met": 3})) for number in range(1, 4)]
    rows.append(row("7.4", RowFigure("mystery", {"met": 3}), RowFigure("documents", {"met": 1, "not_met": 1})))
    found = part(with_rows(*rows), "zalecenia")
    assert "Dokumenty" not in heads(found)
    assert "dokumenty: 1 z 2" in lines(found)[4][1]


def test_what_nobody_rated_is_folded_into_a_line() -> None:
    did_not_occur = RowFigure("mystery", {"not_applicable": 3})
    rows = (row("7.1", RowFigure("mystery", {"met": 3})), row("7.2", did_not_occur), row("7.3"))
    found = lines(part(with_rows(*rows), "zalecenia"))
    assert found[-2:] == [["Nie oceniano: 7.2, 7.3."], ["Bez ani jednej oceny: standard 8."]]


def test_the_legal_text_keeps_its_points_and_emphasis_and_is_escaped() -> None:
    each = row(
        "7.1", RowFigure("mystery", {"met": 3}), emphasis=((0, 9),), points=(PointText("imię <b>i</b> nazwisko,", ()),)
    )
    text = lines(part(with_rows(each), "zalecenia"))[1][1]
    assert text == "<em>Przywitaj</em> klienta.<br>– imię &lt;b&gt;i&lt;/b&gt; nazwisko,"


def test_a_row_says_what_it_is_called_in_another_edition() -> None:
    moved = row("7.1", RowFigure("mystery", {"met": 3}), elsewhere=(("75-2016", "4.4"),))
    old = row("7.2", RowFigure("mystery", {"met": 3}), edition="75-2016")
    texts = [cells[1] for cells in lines(part(with_rows(moved, old), "zalecenia"))[1:3]]
    assert "w wydaniu 75-2016: 4.4" in texts[0]
    assert "tylko w wydaniu 75-2016" in texts[1]


def test_editions_that_share_too_little_stand_beside_the_areas() -> None:
    parts = (Cell("mystery", 40, 90, 100, scored("91.2", "88.0", "94.1")),)
    old = EditionRow("75-2016", "Standardy", "Zarządzenie nr 75/2016", None, 155, 40, parts)
    report = replace(drawn_reports.year_of_district(), editions=(drawn_reports.year_of_district().editions[0], old))
    assert "Wydanie 75-2016 (40 audytów): tajemniczy klient 91,2 (88,0–94,1)." in legend(part(report, "obszary"))


def test_waiting_is_told_by_median_and_quartiles_where_it_was_noted_often_enough() -> None:
    often = ChannelRow(
        "counter", 20, Cell("mystery", 20, 9, 10), Waiting(5, Decimal("10.0"), Decimal("5.5"), Decimal("14.0"))
    )
    seldom = ChannelRow("phone", 3, Cell("mystery", 3, 9, 10), Waiting(3))
    report = replace(drawn_reports.year_of_district(), channels=(often, seldom))
    found = lines(part(report, "kanaly"))
    assert [cells[-1] for cells in found] == ["10 (5,5–14); n = 5", "za mało audytów; n = 3"]


def test_breaches_are_listed_by_recommendation_and_unit_or_said_to_be_none() -> None:
    report = drawn_reports.year_of_district()
    listed = replace(report, breaches=(BreachRow("13.4", "dane klienta", "Wydział Kultury", 2),))
    assert lines(part(listed, "naruszenia-krytyczne")) == [["13.4", "Dane klienta", "Wydział Kultury", "2"]]
    none = part(replace(report, breaches=()), "naruszenia-krytyczne")
    assert (none.table, none.says) == (None, "Nie stwierdzono.")


def test_page_one_leaves_room_for_a_pen_until_something_is_agreed() -> None:
    weak = Row("7.1", "powitanie klienta", "7", "mystery", 4, 7, rated_by_channel=(("counter", 7),))
    report = drawn_reports.year_of_district()
    report = replace(report, headline=replace(report.headline, to_work_on=(RowToWorkOn(weak),)))

    def fields(of: DepartmentReport) -> list[str]:
        table = laid(of).first.to_work_on
        assert table is not None
        return [cell.text for cell in table.bodies[0][0].cells if cell.classes == "field"]

    assert fields(report) == ["", ""]
    agreed = replace(report, actions=(ActionOnRow("7.1", "Anna Przykładowa", datetime.date(2026, 3, 2)),))
    assert fields(agreed) == ["Anna Przykładowa", "2.03.2026"]


def test_the_level_is_in_the_head_of_every_page_and_in_the_method_part() -> None:
    report = drawn_reports.year_of_district()
    assert laid(report).running.replace(NBSP, " ") == "UD-BEM · rok 2025 · poziom ogólny"
    issued = datetime.datetime(2026, 1, 15, 10, 0, tzinfo=datetime.UTC)
    full = replace(report, level=Level("full", "szkolenia", issued))
    assert laid(full).is_full
    assert "POZIOM PEŁNY – cel: szkolenia – wydano 15.01.2026, 11:00" in laid(full).running.replace(NBSP, " ")
    assert ["Poziom", "pełny, cel: szkolenia; wydano 15.01.2026, 11:00"] in lines(part(full, "metoda"))


def test_the_method_part_says_what_each_method_rests_on() -> None:
    report = drawn_reports.year_of_district()
    facts = dict(lines(part(report, "metoda")))
    assert facts["Tajemniczy klient"].startswith("180 audytów, 42 audytorów; ")
    assert "stanowisko obsługi 80, telefon 80, e-mail 20." in facts["Tajemniczy klient"]
    assert "pokrycie 9" in facts["Tajemniczy klient"]
    assert "Zamknięto: rok 2025 – 14.01.2026." in facts["Tajemniczy klient"]
    assert facts["Odcisk danych"] == report.fingerprint
    assert "wyniki.csv" in facts["Dane"]


@pytest.mark.parametrize(
    ("basis", "printed"),
    [("Zarządzenie z dnia 26 stycznia 2016 r.", "26 stycznia 2016 r.; "), ("Zarządzenie nr 1.", "Zarządzenie nr 1; ")],
)
def test_a_legal_basis_keeps_the_stop_of_its_abbreviation_alone(basis: str, printed: str) -> None:
    report = drawn_reports.year_of_district()
    (edition,) = report.editions
    of_that = replace(report, editions=(replace(edition, legal_basis=basis),))
    assert printed in dict(lines(part(of_that, "metoda")))["Wydanie standardów"]


def test_without_audits_there_is_page_one_alone() -> None:
    shown = laid(drawn_reports.without_audits())
    assert shown.parts == ()
    assert shown.first.to_work_on is None
    assert shown.facts is not None
    assert "Odcisk danych" in [cells[0] for cells in lines(shown.facts)]
