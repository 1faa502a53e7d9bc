"""On the page an audit is set aside with a day, and afterwards only what comes later is asked."""

import datetime

import pytest
from django.utils import timezone

from audits.models import Audit
from standards.choices import Channel
from tests.audits.devices import record_gate
from tests.audits.factories import opened_audit
from tests.audits.fieldwork.pages.sending import held_by

DAY = datetime.timedelta(days=1)


@pytest.fixture
def draft(auditor, department) -> Audit:
    draft = opened_audit(auditor, department, channel=Channel.PHONE, selection="everything")
    gate = draft.gates.get(label="obietnica oddzwonienia")
    record_gate(audit=draft, by=auditor, occasion_id=gate.occasion_id, version=gate.version, arose=True)
    return draft


@pytest.fixture
def aside(draft) -> str:
    return f"/audyty/{draft.uuid}/zlozenie/odlozenie/"


def in_a_week() -> str:
    return (timezone.localdate() + 7 * DAY).isoformat()


def test_it_is_offered_only_where_something_comes_later(web, draft, auditor, department):
    assert 'name="until"' in web.get(f"/audyty/{draft.uuid}/zlozenie/").content.decode()
    counter = opened_audit(auditor, department)
    assert 'name="until"' not in web.get(f"/audyty/{counter.uuid}/zlozenie/").content.decode()


def test_it_is_not_offered_once_no_day_is_left_to_wait_for(web, auditor, department):
    long_ago = opened_audit(
        auditor,
        department,
        channel=Channel.PHONE,
        selection="everything",
        took_place_at=timezone.now() - 100 * DAY,
    )
    assert 'name="until"' not in web.get(f"/audyty/{long_ago.uuid}/zlozenie/").content.decode()


def test_afterwards_the_checklist_asks_only_what_comes_later(web, draft, aside):
    response = web.post(aside, held_by(draft) | {"until": in_a_week(), "leave_unanswered": "on"}, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert "czeka do" in response.content.decode()
    page = web.get(f"/audyty/{draft.uuid}/karta/").content.decode()
    asked = {
        answer.recommendation.label for answer in draft.answers.all() if f'id="row-{answer.recommendation_id}"' in page
    }
    assert {"15.12", "16.2", "16.3", "16.4", "17.8"} <= asked
    assert not asked & {"15.4", "14.7", "7.2"}
    assert 'name="waiting_minutes"' not in page
    assert "Odłożono" in page


def test_without_the_explicit_act_open_questions_stop_it_and_the_day_typed_stays(web, draft, aside):
    response = web.post(aside, held_by(draft) | {"until": in_a_week()})
    assert response.status_code == 422
    assert f'value="{in_a_week()}"' in response.content.decode()
    draft.refresh_from_db()
    assert draft.set_aside_at is None


@pytest.mark.parametrize("until", ["", "jutro", "2020-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_is_refused_at_its_field(web, draft, aside, until):
    response = web.post(aside, held_by(draft) | {"until": until, "leave_unanswered": "on"})
    assert response.status_code == 422
    assert 'id="id_until_error"' in response.content.decode()


def test_once_its_day_has_passed_the_start_page_asks_to_submit_it(web, draft, aside):
    web.post(aside, held_by(draft) | {"until": in_a_week(), "leave_unanswered": "on"})
    Audit.objects.filter(pk=draft.pk).update(awaited_until=timezone.localdate() - DAY)
    assert "proszę złożyć" in web.get("/").content.decode()


def test_the_card_says_that_it_was_awaited(web, draft, aside):
    web.post(aside, held_by(draft) | {"until": in_a_week(), "leave_unanswered": "on"})
    web.post(f"/audyty/{draft.uuid}/zlozenie/", held_by(draft) | {"leave_unanswered": "yes"})
    assert "Dalszy ciąg" in web.get(f"/audyty/{draft.uuid}/").content.decode()
