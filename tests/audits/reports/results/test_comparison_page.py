"""Any two selections side by side, over the rows that both rated; made of closings, for whoever may have both."""

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from audits.choices import Role
from audits.models.periods import quarter
from audits.reports.department.contents import Cell
from audits.reports.department.layout.tables import cell_text
from audits.reports.department.report import department_report
from audits.reports.results.comparing import Selection, compare
from audits.reports.results.comparison_layout import sections
from standards.choices import Channel, Method
from tests.audits.factories import DepartmentFactory, appointed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close
from tests.audits.reports.department.test_cost import OF_AUDITS, tables_of

pytestmark = pytest.mark.django_db

ADDRESS = "/wyniki/porownanie/"
SPRING, SUMMER = quarter(2026, 2), quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
IN_SPRING = datetime.datetime(2026, 5, 4, 8, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


@pytest.fixture
def shopped() -> makers.Office:
    """All is met in the first unit; in the second, all of area II is missed. In spring one row in four was rated."""
    found = makers.office((6, 6))
    rows = found.rows(Method.MYSTERY, Channel.COUNTER)
    for _ in range(8):
        makers.submit(found, found.units[0], method=Method.MYSTERY)
        makers.submit(found, found.units[0], method=Method.MYSTERY, took_place_at=IN_SPRING, rows=rows[::4])
        makers.submit(found, found.units[1], method=Method.MYSTERY, verdict=_missed_in_second_area)
    return found


def _missed_in_second_area(row: Any) -> str:
    return "not_met" if 6 <= int(row.label.split(".")[0]) <= 14 else "met"


@pytest.fixture
def hr(shopped: makers.Office) -> Any:
    found = appointed(Role.HR, shopped.district)
    for period in (SPRING, SUMMER):
        close(shopped, period, Method.MYSTERY, by=found)
    return found


def of(first: Any, second: Any, **said: str) -> dict[str, Any]:
    usual = {"a-metoda": "mystery", "a-okres": "2026Q3", "b-metoda": "mystery", "b-okres": "2026Q3"}
    return usual | {"a-komorka": first.pk, "b-komorka": second.pk} | said


def words(page: Any) -> str:
    return " ".join(page.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def selection(department: Any, period: Any = SUMMER, channel: Channel | None = None) -> Selection:
    return Selection(Method.MYSTERY, period, department, channel)


@pytest.mark.usefixtures("hr")
class TestFigures:
    def test_two_units_differ_by_newcombe_in_the_total_and_where_it_lies(self, shopped: Any) -> None:
        found = compare(selection(shopped.units[0]), selection(shopped.units[1]))
        assert found.total is not None
        assert found.total.first.scored is not None
        assert (found.total.first.scored.value, found.total.difference.outcome) == (100, "rose")
        outcomes = {line.number: line.difference.outcome for line in found.areas}
        assert (outcomes["I"], outcomes["II"]) == ("undecided", "rose")

    def test_the_other_way_round_is_the_opposite(self, shopped: Any) -> None:
        one = compare(selection(shopped.units[0]), selection(shopped.units[1])).total
        other = compare(selection(shopped.units[1]), selection(shopped.units[0])).total
        assert one is not None
        assert other is not None
        assert one.difference.points == -other.difference.points  # type: ignore[operator]
        assert (one.difference.low, one.difference.high) == (-other.difference.high, -other.difference.low)  # type: ignore[operator]

    def test_of_two_periods_it_is_the_change_that_the_report_says(self, shopped: Any) -> None:
        found = compare(selection(shopped.units[0]), selection(shopped.units[0], SPRING))
        report = department_report(shopped.units[0], SUMMER)
        assert found.total is not None
        assert found.total.difference == report.headline.comparison
        rows = shopped.rows(Method.MYSTERY, Channel.COUNTER)
        assert found.shared == len(rows[::4])

    def test_what_nobody_rated_on_one_side_says_so_instead_of_counts(self, shopped: Any) -> None:
        found = compare(selection(shopped.units[0]), selection(shopped.units[1]))
        line = replace(found.standards[0], first=Cell("mystery"))
        cells = sections(replace(found, standards=(line,)))[1].table.bodies[0][0].cells  # type: ignore[union-attr]
        assert (cells[1].text, cells[2].text) == ("nie oceniano", cell_text(line.second))

    def test_a_whole_and_its_part_are_not_compared(self, shopped: Any) -> None:
        for one, other in (
            (selection(shopped.district), selection(shopped.units[0])),
            (selection(shopped.units[0]), selection(shopped.units[0], channel=Channel.COUNTER)),
        ):
            assert compare(one, other).overlaps
            assert compare(one, other).total is None

    def test_other_channels_are_other_audits(self, shopped: Any) -> None:
        counter, phone = (selection(shopped.units[0], channel=each) for each in (Channel.COUNTER, Channel.PHONE))
        found = compare(counter, phone)
        assert (found.overlaps, found.first.found.audits, found.second.found.audits) == (False, 8, 0)


class TestPage:
    def test_it_says_in_words_which_is_better(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        page = words(signed_in(hr).get(ADDRESS, of(shopped.units[0], shopped.units[1])))
        assert "Lepiej wypada Wydział Próbny 1: o " in page
        assert "po obu stronach, więc wyniki mogą się różnić" in page

    def test_why_nothing_is_compared_is_told(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        client = signed_in(hr)
        whole = words(client.get(ADDRESS, of(shopped.district, shopped.units[0])))
        assert "Jeden wybór obejmuje audyty z drugiego" in whole
        missing = words(client.get(ADDRESS, of(shopped.units[0], shopped.units[1], **{"b-okres": "2026Q2"})))
        assert "Wydział Próbny 2: Tajemniczy klient: brak audytów w tym okresie." in missing

    def test_the_file_holds_the_figures(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        answer = signed_in(hr).get(f"{ADDRESS}plik/", of(shopped.units[0], shopped.units[1]))
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
        rows = list(book["Porównanie"].values)
        assert (rows[1][1], rows[1][2]) == ("Razem", 100)
        assert [row[0] for row in rows[2:4]] == ["I", "II"]

    def test_it_asks_of_no_audit_and_takes_a_fixed_number_of_queries(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        client, counts = signed_in(hr), []
        for second in (shopped.units[1], shopped.units[0]):
            with CaptureQueriesContext(connection) as queries:
                client.get(ADDRESS, of(shopped.units[0], second, **{"b-okres": "2026Q3"}))
            assert tables_of(queries) & OF_AUDITS <= {"audits_employee"}
            counts.append(len(queries))
        assert max(counts) <= 32

    def test_a_department_of_others_does_not_exist(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        head = signed_in(appointed(Role.HEAD, shopped.units[0]))
        own = shopped.units[0]
        assert head.get(ADDRESS).status_code == 200
        for other in (shopped.units[1], shopped.district, DepartmentFactory.create()):
            for address in (ADDRESS, f"{ADDRESS}plik/"):
                assert head.get(address, of(own, other)).status_code == 404
                assert head.get(address, of(other, own)).status_code == 404

    def test_a_channel_that_a_method_does_not_see_is_told(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        chosen = of(shopped.units[0], shopped.units[1], **{"a-kanal": "records"})
        page = signed_in(hr).get(ADDRESS, chosen)
        assert (page.status_code, list(page.context["forms"][0].errors)) == (422, ["kanal"])
        assert signed_in(hr).get(f"{ADDRESS}plik/", chosen).status_code == 404
