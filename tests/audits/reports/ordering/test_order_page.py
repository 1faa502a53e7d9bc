"""The page that orders reports: it says what an order would give, and takes only orders that contradict nothing."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import ReportLevel, Role
from audits.models import AccessRecord, Report
from audits.reports import jobs
from audits.reports.closings import close_granule
from audits.reports.ordering.forms import ReportRequestForm
from standards.choices import Method
from tests.audits.factories import AppointmentFactory, DepartmentFactory, appointed, purpose, with_purpose
from tests.audits.reports import makers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once", "quick_pdf")]

ADDRESS = "/raporty/"
PROSPECTS = "/raporty/co-da/"
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
SUMMER = (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))


@pytest.fixture(autouse=True)
def autumn() -> object:
    with time_machine.travel(AUTUMN, tick=False):
        yield


@pytest.fixture
def shopped() -> makers.Office:
    """Six visits to the first unit in summer, two to the second; six people in each."""
    found = makers.office((6, 6))
    for unit, visits in zip(found.units, (6, 2), strict=True):
        for _ in range(visits):
            makers.submit(found, unit, method=Method.MYSTERY)
    return found


@pytest.fixture
def hr(shopped):
    return appointed(Role.HR, shopped.district)


def close(hr):
    close_granule(method=Method.MYSTERY, first_day=SUMMER[0], last_day=SUMMER[1], by=hr)


def order(department, **fields):
    return {"department": department.pk, "period": "2026Q3", "level": "general"} | fields


def words(page) -> str:
    return " ".join(page.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


# What is taken


def test_what_is_closed_is_ordered_at_once(shopped, hr, signed_in):
    close(hr)
    answer = signed_in(hr).post(ADDRESS, order(shopped.units[0]))
    report = Report.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, report.get_absolute_url())
    assert (report.department, report.level, report.period_start) == (shopped.units[0], "general", SUMMER[0])
    assert not AccessRecord.objects.exists()


def test_what_other_sources_made_is_made_anew_and_the_page_says_so(
    shopped, hr, signed_in, monkeypatch, django_capture_on_commit_callbacks
):
    close(hr)
    client = signed_in(hr)

    def ordered() -> str:
        with django_capture_on_commit_callbacks(execute=True):
            return words(client.post(ADDRESS, order(shopped.units[0]), follow=True))

    said = [ordered(), ordered()]
    assert ["dane się nie zmieniły, więc oto on" in page for page in said] == [False, True]
    monkeypatch.setattr(jobs, "code_version", lambda: "other sources")
    anew = ordered()
    assert "Portal zmieniono po utworzeniu tego raportu, dlatego powstaje od nowa z tych samych danych." in anew
    assert "dane się nie zmieniły" not in anew
    assert list(Report.objects.order_by("pk").values_list("code_version", flat=True))[1:] == ["other sources"]
    assert "dane się nie zmieniły, więc oto on" in ordered()


def test_at_the_full_level_nobody_learns_whether_others_asked(
    shopped, hr, signed_in, monkeypatch, django_capture_on_commit_callbacks
):
    for number, reader in enumerate((hr, appointed(Role.HR, shopped.district))):
        monkeypatch.setattr(jobs, "code_version", lambda number=number: f"sources {number}")
        client = with_purpose(signed_in(reader))
        with django_capture_on_commit_callbacks(execute=True):
            page = words(client.post(ADDRESS, order(shopped.units[0], level="full"), follow=True))
        assert "powstaje od nowa" not in page
    assert Report.objects.filter(level=ReportLevel.FULL).count() == 2


def test_a_head_orders_their_own_department_and_no_other(shopped, hr, signed_in):
    close(hr)
    client = signed_in(appointed(Role.HEAD, shopped.units[0]))
    for other in (shopped.units[1], shopped.district, DepartmentFactory()):
        assert client.post(ADDRESS, order(other)).status_code == 422
    assert not Report.objects.exists()
    assert client.post(ADDRESS, order(shopped.units[0])).status_code == 302


def test_a_head_is_offered_one_level_and_gets_no_other(shopped, hr, signed_in):
    close(hr)
    client = signed_in(appointed(Role.HEAD, shopped.units[0]))
    assert 'name="level"' not in client.get(ADDRESS).content.decode()
    refused = client.post(ADDRESS, order(shopped.units[0], level="full"))
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["level"])
    assert not Report.objects.exists()
    assert client.post(ADDRESS, {"department": shopped.units[0].pk, "period": "2026Q3"}).status_code == 302
    assert Report.objects.get().level == ReportLevel.GENERAL


def test_hr_of_one_unit_who_heads_another_has_the_full_level_where_they_are_hr(shopped, hr, signed_in):
    close(hr)
    both = appointed(Role.HR, shopped.units[0])
    AppointmentFactory(user=both, role=Role.HEAD, department=shopped.units[1])
    client = with_purpose(signed_in(both))
    refused = client.post(ADDRESS, order(shopped.units[1], level="full"))
    assert refused.status_code == 422
    assert "level" in refused.context["form"].errors
    assert client.post(ADDRESS, order(shopped.units[0], level="full")).status_code == 302


def test_days_left_over_do_not_count_where_a_quarter_was_chosen(shopped, hr, signed_in):
    close(hr)
    sent = order(shopped.units[0], first_day="2026-01-01", last_day="2026-02-01")
    assert signed_in(hr).post(ADDRESS, sent).status_code == 302
    assert (Report.objects.get().period_start, Report.objects.get().period_end) == SUMMER


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({}, "first_day"),
        ({"first_day": "2026-08-01"}, "last_day"),
        ({"last_day": "2026-08-01"}, "first_day"),
        ({"first_day": "2026-08-20", "last_day": "2026-08-01"}, "last_day"),
        ({"first_day": "jutro", "last_day": "2026-08-01"}, "first_day"),
        ({"first_day": "0206-08-01", "last_day": "2026-08-01"}, "last_day"),
    ],
)
def test_other_days_are_given_both_and_in_order(shopped, hr, signed_in, days, field):
    answer = with_purpose(signed_in(hr)).post(ADDRESS, order(shopped.units[0], period="free", level="full", **days))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Report.objects.exists()


def test_other_days_are_for_the_full_level_alone(shopped, hr, signed_in):
    sent = order(shopped.units[0], period="free", first_day="2026-08-01", last_day="2026-08-20")
    client = with_purpose(signed_in(hr))
    answer = client.post(ADDRESS, sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["level"])
    assert client.post(ADDRESS, sent | {"level": "full"}).status_code == 302
    report = Report.objects.get()
    assert (report.level, report.period_end) == ("full", datetime.date(2026, 8, 20))


@pytest.mark.parametrize("sent", [{"period": "2026Q4"}, {"period": "2026"}])
def test_a_head_orders_only_what_is_over(shopped, signed_in, sent):
    client = signed_in(appointed(Role.HEAD, shopped.district))
    answer = client.post(ADDRESS, order(shopped.district, **sent))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["period"])


def test_an_order_that_would_give_nothing_is_asked_about_first(shopped, hr, signed_in):
    client = signed_in(hr)
    asked = client.post(ADDRESS, order(shopped.units[0]))
    assert asked.status_code == 200
    assert "Na tym poziomie raport nie zawierałby żadnej liczby" in words(asked)
    assert not Report.objects.exists()
    assert client.post(ADDRESS, order(shopped.units[0], all_the_same="yes")).status_code == 302
    assert Report.objects.count() == 1


def test_whoever_may_have_no_report_has_no_form_and_orders_nothing(shopped, signed_in):
    client = signed_in(shopped.auditor)
    assert "<form" not in words(client.get(ADDRESS)).split("Zachowane raporty")[0].split("</header>")[1]
    assert client.post(ADDRESS, order(shopped.units[0])).status_code == 404
    assert client.get(PROSPECTS, order(shopped.units[0])).status_code == 404


# The full level


def test_the_full_level_asks_for_the_purpose_and_then_stands_there_as_it_was_chosen(shopped, hr, signed_in):
    nadzor = purpose()
    client = signed_in(hr)
    sent = order(shopped.units[0], period="free", level="full", first_day="2026-08-01", last_day="2026-08-20")
    asked = client.post(ADDRESS, sent)
    assert asked["Location"].startswith(reverse("audits:purpose"))
    assert not Report.objects.exists()
    then = parse_qs(urlsplit(asked["Location"]).query)["next"][0]
    back = client.post(asked["Location"], {"purpose": nadzor.pk, "justification": "", "next": then})
    assert back["Location"] == then
    page = client.get(then)
    form = page.context["form"]
    assert {name: str(form[name].value()) for name in sent} == {name: str(value) for name, value in sent.items()}
    assert f"W tym celu, do godz. 10:30: {nadzor.label}." in words(page)
    assert client.post(ADDRESS, sent).status_code == 302
    report = Report.objects.get()
    assert (report.level, report.purpose, report.requested_by) == ("full", nadzor, hr)
    assert [row.kind for row in AccessRecord.objects.all()] == ["full_report"]


def test_the_full_level_is_marked_and_handed_to_nobody_else(shopped, hr, signed_in):
    with_purpose(signed_in(hr)).post(ADDRESS, order(shopped.units[0], level="full"))
    report = Report.objects.get()
    own = signed_in(hr)
    assert "Poziom pełny." in words(own.get(report.get_absolute_url()))
    assert "poziom pełny</span>" in words(own.get(ADDRESS))
    others = [appointed(Role.HR, shopped.district), appointed(Role.HEAD, shopped.units[0])]
    for other in others:
        client = with_purpose(signed_in(other)) if other == others[0] else signed_in(other)
        assert client.get(report.get_absolute_url()).status_code == 404
        assert client.get(reverse("audits:report_download", args=[report.uuid])).status_code == 404
        assert "poziom pełny</span>" not in words(client.get(ADDRESS))


# What it would give


def test_it_says_what_a_choice_gives_at_each_level(shopped, hr, signed_in):
    close(hr)
    client = signed_in(hr)
    said = words(client.get(PROSPECTS, order(shopped.units[0])))
    assert "Co da UD-PRO-1, III kwartał 2026" in said
    assert said.count("Tajemniczy klient: 6 audytów, będzie wynik.") == 2
    assert "Obserwacja przełożonego: wyniki tylko za cały rok." in said
    few = words(client.get(PROSPECTS, order(shopped.units[1])))
    assert few.count("Tajemniczy klient: za mało audytów (2).") == 2
    assert "będzie wynik" not in few


def test_where_there_is_no_score_it_offers_the_nearest_that_has_one(shopped, hr, signed_in):
    close(hr)
    client = signed_in(hr)
    page = client.get(PROSPECTS, order(shopped.units[1]))
    offers = {each.level: each.better for each in page.context["prospects"].levels}
    assert {level: (offer.department.code, offer.period.code) for level, offer in offers.items()} == {
        "general": ("UD-PRO", "2026Q3"),
        "full": ("UD-PRO", "2026Q3"),
    }
    followed = client.get(offers["general"].address)
    assert followed.context["prospects"].order == offers["general"]
    assert "Tajemniczy klient: 8 audytów, będzie wynik." in words(followed)
    assert f'<option value="{shopped.district.pk}" selected>' in followed.content.decode()


def test_a_head_is_told_of_nothing_that_they_may_not_have(shopped, hr, signed_in):
    close(hr)
    client = signed_in(appointed(Role.HEAD, shopped.units[1]))
    page = client.get(ADDRESS)
    # Their one department is chosen already.
    said = words(page)
    assert "Tajemniczy klient: za mało audytów (2)." in said
    assert "Na poziomie pełnym" not in said
    assert [each.better for each in page.context["prospects"].levels] == [None]
    assert client.get(PROSPECTS, order(shopped.units[0])).context["prospects"] is None


def test_what_is_not_closed_says_so_and_leads_hr_of_the_office_to_closing(shopped, hr, signed_in):
    said = words(signed_in(hr).get(PROSPECTS, order(shopped.units[0])))
    assert "Tajemniczy klient: jeszcze nie zamknięto." in said
    assert 'href="/zamkniecia/mystery/2026Q3/"' in said
    assert "Tajemniczy klient: 6 audytów, będzie wynik." in said
    head = words(signed_in(appointed(Role.HEAD, shopped.units[0])).get(ADDRESS))
    assert "Jeszcze nie zamknięto: Tajemniczy klient, III kwartał 2026 (zamykają kadry całego urzędu)." in head
    assert "/zamkniecia/" not in head
    close(hr)
    assert "Jeszcze nie zamknięto" not in words(signed_in(hr).get(PROSPECTS, order(shopped.units[0])))


def test_what_lasts_still_says_from_when_it_can_be_closed(shopped, hr, signed_in):
    makers.submit(shopped, shopped.units[0], employee=shopped.people[shopped.units[0].pk][0])
    said = words(signed_in(hr).get(PROSPECTS, order(shopped.units[0], period="2026")))
    assert "Zamknąć można później: Obserwacja przełożonego, rok 2026 (od 1 stycznia 2027)" in said


def test_without_a_script_the_form_is_sent_to_see_what_it_would_give(shopped, hr, signed_in):
    close(hr)
    page = signed_in(hr).post(ADDRESS, order(shopped.units[0], check="yes"))
    assert page.status_code == 200
    assert "Tajemniczy klient: 6 audytów, będzie wynik." in words(page)
    assert not Report.objects.exists()
    assert page.context["form"]["department"].value() == str(shopped.units[0].pk)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"department": "", "period": "2026Q3"},
        {"department": "9" * 40, "period": "2026Q3"},
        {"department": "x", "period": "2026Q9", "level": "secret"},
        {"period": "free", "first_day": "2026-02-30", "last_day": "x", "level": "full"},
    ],
)
def test_a_choice_that_is_none_gives_nothing_and_breaks_nothing(shopped, hr, signed_in, sent):
    client = signed_in(hr)
    page = client.get(PROSPECTS, sent)
    assert (page.status_code, page.context["prospects"]) == (200, None)
    said = {"komorka": sent.get("department", ""), "okres": sent.get("period", ""), "poziom": sent.get("level", "")}
    assert client.get(ADDRESS, said).status_code == 200
    assert client.post(ADDRESS, sent).status_code == 422


def test_an_address_that_names_days_fills_the_days_in(shopped, hr, signed_in):
    said = {"komorka": shopped.units[0].pk, "okres": "2026-08-01..2026-08-20", "poziom": "full"}
    form = signed_in(hr).get(ADDRESS, said).context["form"]
    assert [form[name].value() for name in ("period", "first_day", "last_day")] == ["free", "2026-08-01", "2026-08-20"]
    assert not form.is_bound


def test_what_it_would_give_costs_the_same_with_more_audits_and_units(shopped, hr, signed_in):
    close(hr)
    client = signed_in(hr)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PROSPECTS, order(shopped.district)).status_code == 200
        return len(captured)

    before = queries()
    for _ in range(3):
        unit = DepartmentFactory(parent=shopped.district)
        for month in (2, 5, 8):
            at = datetime.datetime(2026, month, 4, 8, tzinfo=datetime.UTC)
            makers.submit(shopped, unit, method=Method.MYSTERY, took_place_at=at)
    assert queries() == before <= 40


def test_the_form_offers_departments_in_the_order_of_codes_and_none_that_is_foreign(shopped, hr):
    DepartmentFactory(code="A-OBCA")
    offered = [department.code for department in ReportRequestForm(user=hr).fields["department"].queryset]
    assert offered == ["UD-PRO", "UD-PRO-1", "UD-PRO-2"]


def test_an_order_costs_the_same_whatever_the_number_of_audits(shopped, hr, signed_in):
    client = signed_in(hr)
    close(hr)

    def queries(unit) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.post(ADDRESS, order(unit)).status_code == 302
        return len(found)

    queries(shopped.units[0])
    Report.objects.all().delete()
    before = queries(shopped.units[0])
    for _ in range(20):
        makers.submit(shopped, shopped.units[0], method=Method.MYSTERY)
    Report.objects.all().delete()
    assert queries(shopped.units[0]) == before <= 160
