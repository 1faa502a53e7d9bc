"""What is kept, mended and taken out: corrections, redactions, patterns and retention, for everybody to read."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.fieldwork import propose_correction, submit_audit
from audits.figures.patterns import FEWEST_AUDITS
from audits.letters import write_letter
from audits.models import Audit, Department, LegalHold, RetentionProtocol, RetentionRule, User
from tests.audits.devices import record_answer
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit, with_purpose
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def department() -> Department:
    load_edition_2016()
    return DepartmentFactory(code="UD-PRO-WOM", name="Wydział Obsługi Próbnej")


@pytest.fixture
def auditor(department: Department) -> User:
    return appointed(Role.AUDITOR, department, first_name="Barbara", last_name="Cichocka")


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


def answer(audit: Audit, by: User, verdict: str, note: str) -> None:
    row = audit.answers.get(recommendation__standard__number=7, recommendation__number=3)
    record_answer(
        audit=audit,
        by=by,
        recommendation_id=row.recommendation_id,
        version=row.version,
        verdict=verdict,
        note=note,
    )


@pytest.fixture
def audit(department: Department, auditor: User) -> Audit:
    draft = opened_audit(auditor, department, selection="everything")
    answer(draft, auditor, "not_met", "Klientka Nowak pytała o dowód.")
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_on_the_pages_of_hr(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    audit: Audit,
    auditor: User,
    hr: User,
    client: Client,
    width: int,
) -> None:
    version = propose_correction(audit=audit, by=auditor, reason="Pomylone pytanie.")
    answer(version, auditor, "met", "powitał")
    submit_audit(audit=version, by=auditor, leave_unanswered=False)
    page = browser_page(width)
    log_in(page, hr)
    with_purpose(client)
    for address in (
        audit.get_absolute_url(),
        version.get_absolute_url(),
        reverse("audits:redact", args=[audit.uuid]),
        reverse("audits:patterns"),
    ):
        page.goto(address)
        assert page.url.endswith(address), "the page was not shown"
        axe_clean(page)
        assert fits(page), address
    # With figures: fewer audits are too few here.
    for _ in range(FEWEST_AUDITS - 1):
        submit_audit(audit=opened_audit(auditor, audit.department), by=auditor, leave_unanswered=True)
    page.goto(reverse("audits:patterns"))
    assert page.get_by_text(str(auditor)).count()
    axe_clean(page)
    page.goto("/")
    links = page.locator(".site-nav__list > li")
    tops = {links.nth(number).bounding_box()["y"] for number in range(links.count())}
    assert len(tops) == 1, "the menu of HR wraps"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_where_the_auditor_corrects(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    audit: Audit,
    auditor: User,
    width: int,
) -> None:
    page = browser_page(width)
    log_in(page, auditor)
    page.goto(audit.get_absolute_url())
    page.get_by_text("Zaproponuj korektę tego audytu").click()
    page.get_by_role("button", name="Przygotuj korektę").click()
    # Refused without a reason, the form stays open and says so.
    expect(page.get_by_label("Uzasadnienie")).to_be_visible()
    axe_clean(page)
    page.get_by_label("Uzasadnienie").fill("Pomylone pytanie.")
    page.get_by_role("button", name="Przygotuj korektę").click()
    expect(page.get_by_text(f"To korekta audytu {audit.receipt}")).to_be_visible()
    axe_clean(page)
    assert fits(page)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_where_retention_is_ruled(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    department: Department,
    width: int,
) -> None:
    administrator = appointed(Role.ADMINISTRATOR, department)
    rule, _made = RetentionRule.objects.get_or_create(data_class="audits", defaults={"years": 5, "needs_consent": True})
    now = timezone.now()
    hold = LegalHold.objects.create(
        department=department, reason="Postępowanie.", placed_by=administrator, placed_at=now
    )
    page = browser_page(width)
    log_in(page, administrator)
    protocol = RetentionProtocol.objects.create(
        data_class="audits",
        years=5,
        before=now.date(),
        counts={"audit": 3},
        held=1,
        waiting=0,
        by=administrator,
        at=now,
    )
    letter = write_letter(kind="totp_activated", user=administrator)
    for address in (
        reverse("admin:audits_retentionrule_changelist"),
        reverse("admin:audits_retentionrule_change", args=[rule.pk]),
        reverse("admin:audits_legalhold_changelist"),
        reverse("admin:audits_legalhold_add"),
        reverse("admin:audits_legalhold_change", args=[hold.pk]),
        reverse("admin:audits_retentionprotocol_changelist"),
        reverse("admin:audits_retentionprotocol_change", args=[protocol.pk]),
        reverse("admin:audits_letter_changelist"),
        reverse("admin:audits_letter_change", args=[letter.pk]),
    ):
        page.goto(address)
        axe_clean(page)
        assert fits(page), address
