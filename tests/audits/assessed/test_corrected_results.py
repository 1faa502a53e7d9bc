"""A result that was released and then corrected: nobody is left with the old figure unknowingly."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.access.assessed import NEWS_FOR
from audits.choices import Role
from audits.fieldwork import decide_correction, propose_correction, submit_audit
from audits.models import Audit, Correction, Employee, Release, User
from tests.audits.devices import record_answer
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, with_purpose


def address(name: str, audit: Audit) -> str:
    return reverse(f"audits:{name}", args=[audit.uuid])


def proposed(audit: Audit, by: User) -> Audit:
    version = propose_correction(audit=audit, by=by, reason="Pomylone pytanie.")
    row = version.answers.filter(gate=None, refrain=False).order_by("position")[0]
    record_answer(
        audit=version,
        by=by,
        recommendation_id=row.recommendation_id,
        version=0,
        verdict="not_met" if row.verdict == "met" else "met",
        note="",
    )
    return submit_audit(audit=version, by=by, leave_unanswered=True)


@pytest.fixture
def known(submitted, released) -> Audit:
    return released(submitted())


@pytest.fixture
def second(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def correction(known, auditor, hr) -> Audit:
    return decide_correction(version=proposed(known, auditor), by=hr, approved=True)


def test_whoever_approves_is_led_to_release_it(signed_in, known, auditor, hr):
    client = with_purpose(signed_in(hr))
    version = proposed(known, auditor)
    answer = client.post(address("decide_correction", version), {"decision": "approve"})
    assert answer["Location"] == address("release", version)
    page = client.get(answer["Location"]).content.decode()
    assert "Udostępnij jej także korektę" in page
    assert "widzi ona stary wynik" in page


def test_a_correction_of_what_nobody_was_shown_leads_to_its_page(signed_in, submitted, auditor, hr):
    version = proposed(submitted(), auditor)
    answer = with_purpose(signed_in(hr)).post(address("decide_correction", version), {"decision": "approve"})
    assert answer["Location"] == version.get_absolute_url()


def test_it_waits_on_hrs_start_page_and_first_of_all_until_it_is_released(signed_in, submitted, correction, hr):
    # Both of the same visit's day, the other one earlier.
    other = submitted()
    Audit.objects.filter(pk=other.pk).update(took_place_at=correction.took_place_at - NEWS_FOR)
    client = with_purpose(signed_in(hr))
    assert address("release", correction) in client.get("/").content.decode()
    listed = [one.audit for one in client.get("/udostepnianie/").context["shown"]]
    assert listed == [correction, other]
    client.post(address("release", correction), {"audit": correction.uuid, "notes_checked": "on"})
    assert Release.objects.filter(audit=correction).exists()
    assert "Korekty do udostępnienia" not in client.get("/").content.decode()


def test_the_person_is_told_on_the_start_page_the_list_and_the_old_result(signed_in, known, correction, assessed):
    own = signed_in(assessed.user)
    for page in ("/", "/moje-wyniki/", address("own_result", known)):
        assert "orekt" in own.get(page).content.decode()
    shown = own.get(address("own_result", known)).content.decode()
    assert "Kadry jeszcze nie udostępniły Ci korekty" in shown
    assert "Pomylone pytanie." not in shown
    assert own.get(address("own_result", correction)).status_code == 404


def test_released_the_correction_is_there_and_the_start_page_forgets_it_in_time(
    signed_in, known, correction, assessed, released
):
    released(correction)
    own = signed_in(assessed.user)
    shown = own.get(address("own_result", known)).content.decode()
    assert "jeszcze nie udostępniły" not in shown
    assert own.get(address("own_result", correction)).status_code == 200
    later = timezone.now() + NEWS_FOR * 2
    assert known in access.own_corrected_audits(assessed.user)
    assert known not in access.own_corrected_audits(assessed.user, later)


def test_not_released_it_is_never_forgotten(known, correction, assessed):
    assert known in access.own_corrected_audits(assessed.user, timezone.now() + NEWS_FOR * 20)


def test_found_to_be_about_somebody_else_it_is_told_for_a_while(known, correction, assessed, department):
    Audit.objects.filter(pk=correction.pk).update(employee=employed(department))
    assert known in access.own_corrected_audits(assessed.user)
    assert known not in access.own_corrected_audits(assessed.user, timezone.now() + NEWS_FOR * 2)


def test_corrected_twice_the_latest_is_to_be_released(known, correction, auditor, hr, second):
    latest = decide_correction(version=proposed(correction, auditor), by=second, approved=True)
    assert list(access.corrections_to_release(hr)) == [latest]


def test_others_are_told_nothing(signed_in, known, correction, department, auditor):
    strangers = [
        appointed(Role.HR, DepartmentFactory()),
        appointed(Role.HEAD, department),
        appointed(Role.ADMINISTRATOR, department),
        employed(department, user=UserFactory()).user,
    ]
    for user in strangers:
        assert not access.corrections_to_release(user)
        assert not access.own_corrected_audits(user)
        page = signed_in(user).get("/").content.decode()
        assert known.receipt not in page
        assert "Korekty do udostępnienia" not in page
    assert not access.corrections_to_release(auditor)


def test_hr_is_not_offered_the_correction_about_themselves(known, correction, hr, assessed):
    Employee.objects.filter(pk=assessed.pk).update(user=hr)
    assert not access.corrections_to_release(hr)
    assert Correction.objects.get().approved
