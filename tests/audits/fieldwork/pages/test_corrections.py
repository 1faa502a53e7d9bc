"""A correction on its pages: proposed from the audit's page, filled on the checklist, decided by a second person."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from audits.choices import AuditStatus, Role
from audits.fieldwork import decide_correction, propose_correction, submit_audit
from audits.models import AccessRecord, Audit
from tests.audits.devices import record_answer
from tests.audits.factories import DepartmentFactory, appointed, employed, with_purpose
from tests.audits.fieldwork.pages.sending import fields, seen


@pytest.fixture
def hr(department):
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def second(department):
    return appointed(Role.HR, department, first_name="Olga", last_name="Druga")


@pytest.fixture
def audit(draft, auditor, row):
    record_answer(
        audit=draft,
        by=auditor,
        recommendation_id=row("7.3").recommendation_id,
        version=0,
        verdict="not_met",
        note="",
    )
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def proposed(audit, auditor, row):
    version = propose_correction(audit=audit, by=auditor, reason="Pomylone pytanie.")
    pk = row("7.3").recommendation_id
    record_answer(audit=version, by=auditor, recommendation_id=pk, version=0, verdict="met", note="powitał")
    return submit_audit(audit=version, by=auditor, leave_unanswered=False)


def address(name, audit):
    return reverse(f"audits:{name}", args=[audit.uuid])


def page(client, audit):
    return client.get(audit.get_absolute_url()).content.decode()


def test_the_auditor_proposes_mends_and_submits(web, audit, row):
    answer = web.post(address("correct", audit), {"reason": "Pomylone pytanie."})
    version = Audit.objects.get(corrects=audit)
    assert answer["Location"] == address("fill", version)
    checklist = web.get(answer["Location"])
    assert f"To korekta audytu {audit.receipt}" in checklist.content.decode()
    sent = fields(checklist) | {f"verdict-{row('7.3').recommendation_id}": "met", "submit": "yes"}
    assert web.post(address("fill", version), sent)["Location"] == address("submit", version)
    assert "druga osoba z kadr" in web.get(address("submit", version)).content.decode()
    answer = web.post(address("submit", version), seen(version), follow=True)
    assert "Korekta została złożona" in answer.content.decode()
    assert f"Wersja 2, koryguje {audit.receipt}." in answer.content.decode()
    assert list(Audit.objects.counted()) == [audit]


def test_nothing_mended_the_checklist_says_so(web, audit):
    web.post(address("correct", audit), {"reason": "Pomylone pytanie."})
    version = Audit.objects.get(corrects=audit)
    answer = web.post(address("submit", version), seen(version), follow=True)
    assert answer.redirect_chain == [(address("fill", version), 302)]
    assert "jeszcze niczego nie zmienia" in answer.content.decode()


def test_the_second_person_sees_what_changes_and_approves(signed_in, hr, audit, proposed):
    client = with_purpose(signed_in(hr))
    start = client.get("/").content.decode()
    assert proposed.receipt in start
    response = client.get(proposed.get_absolute_url())
    assert [(one.what[:3], one.before, one.after) for one in response.context["changes"]] == [
        ("7.3", "Niespełnione", "Spełnione\npowitał")
    ]
    client.post(address("decide_correction", proposed), {"decision": "approve"})
    assert list(Audit.objects.counted()) == [proposed]
    original = page(client, audit)
    assert f"zastąpiono korektą {proposed.receipt}" in " ".join(original.split())
    assert "Propozycja unieważnienia" not in original
    assert "Irena Kadrowa" in page(client, proposed)
    listed = client.get("/audyty/").content.decode()
    assert "Zastąpiony korektą" in listed


def test_rejected_it_is_shown_with_the_audit(signed_in, hr, second, audit, proposed):
    signed_in(hr).post(address("decide_correction", proposed), {"decision": "reject"})
    proposed.refresh_from_db()
    assert proposed.status == AuditStatus.REJECTED
    text = page(with_purpose(signed_in(second)), audit)
    assert proposed.receipt in text
    assert "Pomylone pytanie." in text
    assert "odrzucono" in text


def test_who_proposed_and_the_auditor_are_offered_no_decision(web, signed_in, hr, second, audit, row):
    version = propose_correction(audit=audit, by=hr, reason="x")
    pk = row("7.3").recommendation_id
    record_answer(audit=version, by=hr, recommendation_id=pk, version=0, verdict="met", note="")
    submit_audit(audit=version, by=hr, leave_unanswered=False)
    for client in (web, with_purpose(signed_in(hr))):
        assert 'name="decision"' not in page(client, version)
        assert client.post(address("decide_correction", version), {"decision": "approve"}).status_code == 404
    assert 'name="decision"' in page(with_purpose(signed_in(second)), version)


def test_others_neither_propose_nor_decide(stranger, signed_in, department, audit, proposed):
    outsiders = [stranger, *(signed_in(appointed(role, department)) for role in (Role.HEAD, Role.AUDITOR, Role.DPO))]
    for client in (*outsiders, signed_in(appointed(Role.HR, DepartmentFactory()))):
        assert client.post(address("correct", audit), {"reason": "x"}).status_code == 404
        assert client.post(address("decide_correction", proposed), {"decision": "approve"}).status_code == 404


def test_a_decision_that_is_none_changes_nothing(signed_in, hr, proposed):
    client = signed_in(hr)
    assert client.post(address("decide_correction", proposed), {"decision": "może"}).status_code == 404
    proposed.refresh_from_db()
    assert proposed.status == AuditStatus.PROPOSED


@pytest.mark.parametrize("reason", ["", " ", "x" * 2001])
def test_a_proposal_without_a_fit_reason_is_told_at_its_field(web, audit, reason):
    response = web.post(address("correct", audit), {"reason": reason})
    assert response.status_code == 422
    assert list(response.context["correction_form"].errors) == ["reason"]
    assert not response.context["form"].errors
    assert not Audit.objects.exclude(corrects=None).exists()


def test_what_cannot_be_is_said_on_the_audits_page(web, signed_in, hr, audit, proposed):
    assert "Zaproponuj korektę" not in page(web, audit)
    answer = with_purpose(signed_in(hr)).post(address("correct", audit), {"reason": "x"}, follow=True)
    assert "już czeka na decyzję" in answer.content.decode()


class TestHrAsProposer:
    def test_without_a_purpose_nothing_is_opened(self, signed_in, hr, audit):
        answer = signed_in(hr).post(address("correct", audit), {"reason": "x"})
        assert answer["Location"].startswith(address("purpose_of_audit", audit))
        assert not Audit.objects.exclude(corrects=None).exists()

    def test_each_look_at_the_draft_is_logged_and_asks_for_a_purpose(self, signed_in, hr, audit, auditor):
        version = propose_correction(audit=audit, by=hr, reason="x")
        client = signed_in(hr)
        for name in ("header", "discard", "fill", "submit"):
            answer = client.get(address(name, version))
            assert answer["Location"].startswith(address("purpose_of_audit", version))
        assert client.get(answer["Location"]).status_code == 200
        with_purpose(client)
        for name in ("header", "discard", "fill", "submit"):
            assert client.get(address(name, version)).status_code == 200
        assert [row.audit for row in AccessRecord.objects.all()] == [version] * 4

    def test_so_is_a_draft_shown_again_because_something_is_open(self, signed_in, hr, audit):
        version = propose_correction(audit=audit, by=hr, reason="x")
        version.answers.filter(gate=None).update(verdict="")
        client = signed_in(hr)
        for name in ("submit", "set_aside"):
            answer = client.post(address(name, version))
            assert answer["Location"].startswith(address("purpose_of_audit", version))
            assert answer["Location"].endswith(quote(address("submit", version), safe=""))
        assert not AccessRecord.objects.exists()
        assert with_purpose(client).post(address("submit", version), seen(version)).status_code == 422
        assert AccessRecord.objects.get().audit == version

    def test_they_mend_whom_it_is_about(self, signed_in, hr, audit, department):
        employed(department, first_name="Zenon", last_name="Wąsik")
        version = propose_correction(audit=audit, by=hr, reason="x")
        client = with_purpose(signed_in(hr))
        form = client.get(address("header", version)).context["form"]
        sent = {name: "" if form[name].value() is None else form[name].value() for name in form.fields} | {
            "employee_name": "Wąsik",
            "took_place_at": version.took_place_at.astimezone().strftime("%Y-%m-%dT%H:%M"),
        }
        assert client.post(address("header", version), sent)["Location"] == address("fill", version)
        version.refresh_from_db()
        assert version.employee.last_name == "Wąsik"

    def test_their_draft_is_on_their_start_page_without_the_name(self, signed_in, hr, audit, department, web):
        version = propose_correction(audit=audit, by=hr, reason="x")
        Audit.objects.filter(pk=version.pk).update(employee=employed(department, last_name="Wąsik"))
        start = signed_in(hr).get("/").content.decode()
        assert address("fill", version) in start
        assert "Wąsik" not in start
        assert address("fill", version) not in web.get("/").content.decode()
        assert web.get(address("fill", version)).status_code == 404
        assert web.get(version.get_absolute_url()).status_code == 404


def test_an_approved_correction_reads_as_any_audit(web, hr, proposed):
    decide_correction(version=proposed, by=hr, approved=True)
    text = page(web, proposed)
    assert "Złożony" in text
    assert "Zatwierdzono" in text
