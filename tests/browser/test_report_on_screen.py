"""A department's report as a page: the longest there is, on a desk and on a phone."""

import datetime
from typing import Any

import pytest
from django.urls import reverse

from audits.choices import Role
from audits.models import Report, periods
from audits.reports import views
from tests.audits.factories import DepartmentFactory, appointed
from tests.audits.reports import drawn_reports
from tests.audits.reports.drawn_figures import FINGERPRINT
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Report:
    """A report whose figures are those of the drawn office, thirty units in a year."""
    monkeypatch.setattr(views, "department_report", lambda *_args, **_more: drawn_reports.year_of_office())
    year = periods.whole_year(2025)
    return Report.objects.create(
        kind="department",
        department=DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy"),
        period_start=year.first_day,
        period_end=year.last_day,
        requested_by=appointed(Role.HR, DepartmentFactory(), username="kadry.proba"),
        requested_at=datetime.datetime(2026, 1, 15, 10, 0, tzinfo=datetime.UTC),
        fingerprint=FINGERPRINT,
        code_version="1",
    )


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_is_accessible_and_never_moves_sideways(
    width: int, kept: Report, browser_page: Any, log_in: Any, axe_clean: Any
) -> None:
    page = browser_page(width)
    log_in(page, appointed(Role.HR, kept.department, username="kadry.druga"))
    page.goto(reverse("audits:report_screen", args=[kept.uuid]))
    assert page.locator(".trend-chart").count() == 1
    assert fits(page)
    axe_clean(page)


def test_a_figure_on_a_phone_says_which_it_is(kept: Report, browser_page: Any, log_in: Any) -> None:
    page = browser_page(PHONE)
    log_in(page, appointed(Role.HR, kept.department, username="kadry.druga"))
    page.goto(reverse("audits:report_screen", args=[kept.uuid]))
    named = page.locator(".detail td.num").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Tajemniczy klient" in named


def test_what_is_printed_has_neither_menu_nor_frames(kept: Report, browser_page: Any, log_in: Any) -> None:
    page = browser_page(DESKTOP)
    log_in(page, appointed(Role.HR, kept.department, username="kadry.druga"))
    page.goto(reverse("audits:report_screen", args=[kept.uuid]))
    page.emulate_media(media="print")
    assert not page.locator(".site-header").is_visible()
    assert not page.locator(".report-parts").is_visible()
    assert page.locator(".table-frame").first.evaluate("frame => getComputedStyle(frame).overflowX") == "visible"
