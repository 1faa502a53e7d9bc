"""Wyniki: made of closings for whoever may have reports, live for HR with a purpose, and from figure to figure on."""

import datetime
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import AccessKind, Role
from audits.models import AccessRecord, Audit
from audits.models.periods import quarter
from audits.reports.department.report import department_report
from audits.reports.sentences.page_one import page_one
from standards.choices import Method
from tests.audits.factories import DepartmentFactory, appointed, with_purpose
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close
from tests.audits.reports.department.test_cost import OF_AUDITS, tables_of

pytestmark = pytest.mark.django_db

ADDRESS = "/wyniki/"
SUMMER = quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
MOST_QUERIES = 20
MOST_BYTES = 100_000
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


@pytest.fixture
def shopped() -> makers.Office:
    """Six visits to each of two units in summer, in the second of which nobody greets; one audit is too few in a third.

    Six people work in each of the first two, two in the third.
    """
    found = makers.office((6, 6, 2))
    for _ in range(6):
        makers.submit(found, found.units[0], method=Method.MYSTERY)
        makers.submit(found, found.units[1], method=Method.MYSTERY, verdict={"7.1": "not_met", "13.3": "not_met"})
    makers.submit(found, found.units[2], method=Method.MYSTERY)
    return found


@pytest.fixture
def hr(shopped: makers.Office) -> Any:
    return appointed(Role.HR, shopped.district)


@pytest.fixture
def closed(shopped: makers.Office, hr: Any) -> None:
    close(shopped, SUMMER, Method.MYSTERY, by=hr)


def words(page: Any) -> str:
    return " ".join(page.content.decode().replace(NBSP, " ").split())


def of(department: Any, **said: str) -> dict[str, Any]:
    return {"metoda": "mystery", "okres": "2026Q3", "komorka": department.pk} | said


def links(page: Any, within: str) -> list[str]:
    """Where links lead whose text or row holds these words."""
    rows = re.findall(r"<tr.*?</tr>|<li.*?</li>|<p.*?</p>", page.content.decode(), flags=re.DOTALL)
    return [href.replace("&amp;", "&") for row in rows if within in row for href in re.findall(r'href="([^"]+)"', row)]


@pytest.mark.usefixtures("closed")
class TestWhatIsClosed:
    def test_it_says_the_sentences_of_page_one(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        page = words(signed_in(hr).get(ADDRESS, of(shopped.district)))
        said = page_one(department_report(shopped.district, SUMMER).headline)
        told = (said.box.figure, said.lead, said.reason, said.weakest, said.units_below, said.breaches, said.certainty)
        for sentence in filter(None, told):
            assert sentence.replace(NBSP, " ") in page
        assert "poziom ogólny" in page
        assert "Zamknięto: III kwartał 2026 – 1.10.2026." in page

    def test_without_a_choice_it_shows_the_top_and_the_last_that_was_closed(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        client = signed_in(hr)
        assert client.get(ADDRESS).context["choice"] == client.get(ADDRESS, of(shopped.district)).context["choice"]

    def test_it_asks_of_no_audit(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        client = signed_in(hr)
        for address in (ADDRESS, f"{ADDRESS}standard/7/", f"{ADDRESS}zalecenie/7.1/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address, of(shopped.district)).status_code == 200
            # The account itself is read with whether somebody at work holds it.
            assert tables_of(queries) & OF_AUDITS <= {"audits_employee"}

    def test_units_stand_in_the_order_of_the_structure_and_groups_are_told_in_words(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        page = signed_in(hr).get(ADDRESS, of(shopped.district))
        [units] = [section for section in page.context["sections"] if section.key == "jednostki"]
        names = [row.cells[0].text for row in units.table.bodies[0]]
        assert names == ["Wydział Próbny 1", "Wydział Próbny 2", "Razem"]
        assert units.words.startswith("Przedział całości:")

    def test_every_figure_leads_on_down_to_the_audits(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        client = with_purpose(signed_in(hr))
        page = client.get(ADDRESS, of(shopped.district))
        to_unit = links(page, "Wydział Próbny 2")[0]
        assert parse_qs(urlsplit(to_unit).query)["komorka"] == [str(shopped.units[1].pk)]
        unit = client.get(to_unit)
        to_standard = next(link for link in links(unit, "Uprzejmie witaj") if "/standard/" in link)
        standard = client.get(to_standard)
        to_row = next(link for link in links(standard, ">7.1<") if "/zalecenie/" in link)
        row = client.get(to_row)
        assert "<dt>Niespełnione</dt> <dd> 6 </dd>" in words(row)
        behind = client.get(next(link for link in links(row, "Audyty, z których to wynika")))
        audits = Audit.objects.filter(department=shopped.units[1])
        assert {answer.audit for answer in behind.context["answers"]} == set(audits)
        card = client.get(links(behind, "Niespełnione")[0].partition("#")[0])
        assert 'id="zalecenie-7.1"' in card.content.decode()

    def test_the_audits_behind_a_figure_are_read_for_a_purpose_and_logged(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        client, address = signed_in(hr), f"{ADDRESS}zalecenie/7.1/z-czego-wynika/"
        asked = client.get(address, of(shopped.units[1]))
        assert asked["Location"].startswith(reverse("audits:purpose"))
        assert not AccessRecord.objects.exists()
        assert with_purpose(client).get(address, of(shopped.units[1])).status_code == 200
        assert AccessRecord.objects.get().kind == AccessKind.LIST

    def test_whoever_such_an_audit_names_has_a_row_of_the_log(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        people = shopped.people[shopped.units[0].pk]
        for person in people:
            makers.submit(shopped, shopped.units[0], employee=person)
        address = f"{ADDRESS}zalecenie/7.1/z-czego-wynika/"
        client = with_purpose(signed_in(hr))
        assert client.get(address, of(shopped.units[0], metoda="observation", okres="2026")).status_code == 200
        assert set(AccessRecord.objects.values_list("employee", flat=True)) == {person.pk for person in people}

    def test_a_head_sees_their_own_department_with_its_units_and_no_other(
        self, shopped: Any, signed_in: Callable[..., Client]
    ) -> None:
        client = signed_in(appointed(Role.HEAD, shopped.district))
        page = client.get(ADDRESS)
        assert page.context["name"] == shopped.district.name
        # A unit's own results are not the head's, so its row leads to the area on this page alone.
        [units] = [section for section in page.context["sections"] if section.key == "jednostki"]
        leads = [cell.href for row in units.table.bodies[0] for cell in row.cells if cell.href]
        assert leads
        assert all(link.startswith("#") for link in leads)
        assert "Na bieżąco" not in words(page)
        for other in (shopped.units[0], DepartmentFactory.create()):
            assert client.get(ADDRESS, of(other)).status_code == 404
        assert client.get(ADDRESS, of(shopped.district, poziom="pelny")).status_code == 404
        assert client.get(f"{ADDRESS}zalecenie/7.1/z-czego-wynika/", of(shopped.district)).status_code == 404

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.SHOPPER, Role.ADMINISTRATOR, Role.DPO])
    def test_for_everybody_else_it_does_not_exist(
        self, shopped: Any, signed_in: Callable[..., Client], role: Role
    ) -> None:
        client = signed_in(appointed(role, shopped.district))
        for address in (
            ADDRESS,
            f"{ADDRESS}standard/7/",
            f"{ADDRESS}zalecenie/7.1/",
            f"{ADDRESS}zalecenie/7.1/z-czego-wynika/",
        ):
            answer = client.get(address, of(shopped.district))
            # Whose role needs a second factor gets no further than to its set-up.
            assert answer.status_code == 404 or answer["Location"].startswith("/konto/")

    def test_breaches_and_weakest_lead_to_the_recommendation(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        page = signed_in(hr).get(ADDRESS, of(shopped.district))
        [found] = [section for section in page.context["sections"] if section.key == "naruszenia-krytyczne"]
        [row] = found.table.bodies[0]
        assert ([cell.text for cell in row.cells][1:], row.cells[0].href) == (
            ["Wydział Próbny 2", "6"],
            page.context["choice"].recommendation("13.3"),
        )
        assert page.context["weakest"].table.bodies[0][0].cells[0].href.startswith("/wyniki/zalecenie/")

    def test_a_unit_of_few_people_is_in_no_row(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        client = signed_in(hr)
        assert "mniej niż 5 osób" in words(client.get(ADDRESS, of(shopped.units[2])))
        page = client.get(ADDRESS, of(shopped.district))
        [units] = [section for section in page.context["sections"] if section.key == "jednostki"]
        assert [row.cells[0].text for row in units.table.bodies[0]][2:] == ["Razem"]
        assert any("Mniej niż 5 osób: Wydział Próbny 3." in line.replace(NBSP, " ") for line in units.legend)

    @pytest.mark.parametrize(
        ("field", "value"), [("metoda", "pytanie"), ("okres", "2026Q7"), ("okres", "2026-07-01..2026-07-09")]
    )
    def test_a_choice_that_is_none_is_told_and_nothing_is_lost(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client], field: str, value: str
    ) -> None:
        page = signed_in(hr).get(ADDRESS, of(shopped.units[1], **{field: value}))
        assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
        assert f'value="{shopped.units[1].pk}" selected' in page.content.decode()


class TestWhatIsNotClosed:
    def test_it_says_so_and_leads_hr_of_the_office_to_close_it(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        page = signed_in(hr).get(ADDRESS, of(shopped.district))
        assert "Jeszcze nie zamknięto: III kwartał 2026." in words(page)
        assert reverse("audits:closing", args=["mystery", "2026Q3"]) in links(page, "Jeszcze nie zamknięto")

    def test_a_head_is_told_and_led_nowhere(self, shopped: Any, signed_in: Callable[..., Client]) -> None:
        page = signed_in(appointed(Role.HEAD, shopped.district)).get(ADDRESS, of(shopped.district))
        assert "Jeszcze nie zamknięto: III kwartał 2026." in words(page)
        assert links(page, "Jeszcze nie zamknięto") == []


class TestLive:
    def test_hr_sees_live_figures_for_a_purpose_marked_and_logged(
        self, shopped: Any, hr: Any, signed_in: Callable[..., Client]
    ) -> None:
        client = signed_in(hr)
        assert client.get(ADDRESS, of(shopped.district, poziom="pelny"))["Location"].startswith(
            reverse("audits:purpose")
        )
        page = words(with_purpose(client).get(ADDRESS, of(shopped.district, poziom="pelny")))
        assert "POZIOM PEŁNY – cel: nadzór nad jakością obsługi" in page
        assert "tajemniczy klient, 13 audytów" in page
        assert [record.kind for record in AccessRecord.objects.all()] == [AccessKind.FULL_PAGE]

    def test_links_stay_at_the_level(self, shopped: Any, hr: Any, signed_in: Callable[..., Client]) -> None:
        page = with_purpose(signed_in(hr)).get(ADDRESS, of(shopped.district, poziom="pelny"))
        assert all("poziom=pelny" in link for link in links(page, "Wydział Próbny 2"))


@pytest.mark.both_databases
def test_few_and_many_audits_take_equally_many_queries_and_a_page_is_small(signed_in: Callable[..., Client]) -> None:
    office = makers.office((6, 6, 6))
    hr = appointed(Role.HR, office.district)
    client = signed_in(hr)
    for number in range(6):
        makers.submit(office, office.units[number % 3], method=Method.MYSTERY)
    close(office, SUMMER, Method.MYSTERY, by=hr)
    few = cost(client, office)
    makers.fill_by_chance(office, 120, 5, datetime.date(2025, 10, 1), 270)
    for year, number in ((2025, 4), (2026, 1), (2026, 2)):
        close(office, quarter(year, number), Method.MYSTERY, by=hr)
    many = cost(client, office)
    # Checklists are read once more where there is something to compare with, and totals of the trend.
    assert few <= many <= few + 2 <= MOST_QUERIES
    assert cost(client, office) <= many
    assert len(client.get(ADDRESS, of(office.district)).content) < MOST_BYTES


def cost(client: Client, office: makers.Office) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(ADDRESS, of(office.district)).status_code == 200
    return len(queries)


@pytest.mark.both_databases
def test_what_is_remembered_gives_the_figures_that_were_read(shopped: Any, hr: Any, closed: None) -> None:
    first = department_report(shopped.district, SUMMER)
    assert department_report(shopped.district, SUMMER) == first
