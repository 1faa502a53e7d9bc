"""An amendment as the law makes one: 3.4 repealed, 5a added, 7.3 reworded, 12.4 moved; from the draft to the report."""

import datetime
import uuid

import pytest
from django.test import Client

from audits.choices import Role
from audits.models import Audit
from audits.models.periods import quarter
from audits.reports.department.report import department_report
from standards.checklist import checklist, judged_rows
from standards.choices import Method
from standards.editing.editing import add_recommendation
from standards.editing.restructuring import move_to_standard, repeal_recommendation
from standards.editing.typed import Typed, fingerprint
from standards.importing.importing import import_edition
from standards.interchange import export_edition
from standards.models import Assessability, Edition, Recommendation, Standard
from standards.publishing import soundness
from standards.publishing.publishing import draft_from, publish
from standards.refusals import Refused
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL
from tests.standards.factories import recommendation_of

pytestmark = pytest.mark.django_db

QUARTER = quarter(2026, 3)


def seen(row: Recommendation) -> str:
    return fingerprint(Typed.of(row, list(row.points.order_by("position"))))


@pytest.fixture
def office() -> makers.Office:
    return makers.office((6,))


@pytest.fixture
def draft(office: makers.Office) -> Edition:
    """Edited as its pages do."""
    editor = UserFactory()
    draft = draft_from(edition=office.edition, code="9-2026", title="Standardy po zmianie", by=editor)
    repealed = recommendation_of(draft, "3.4")
    repeal_recommendation(recommendation=repealed, by=editor, seen=seen(repealed))
    reworded = recommendation_of(draft, "7.3")
    reworded.text, reworded.emphasis, reworded.same_meaning = (
        "Powitaj klienta słowami, które wybierze urząd.",
        [],
        False,
    )
    reworded._history_user = editor
    reworded.save()
    moved = recommendation_of(draft, "12.4")
    move_to_standard(recommendation=moved, to=draft.standards.get(number="11"), by=editor, seen=seen(moved))
    fifth = draft.standards.get(number="5")
    added = Standard.objects.create(
        edition=draft, area=fifth.area, number="5a", position=fifth.position, title="Dbaj o dostępność", rationale=""
    )
    ordered = [one for one in draft.standards.order_by("position") if one.pk != added.pk]
    ordered.insert([one.number for one in ordered].index("5") + 1, added)
    for place, standard in enumerate(ordered, start=1):
        Standard.objects.filter(pk=standard.pk).update(position=place)
    row = add_recommendation(
        standard=added,
        by=editor,
        lineage=uuid.uuid4(),
        typed=Typed("1", "Zapytaj, czy klient potrzebuje wsparcia.", ""),
    )
    like = Assessability.objects.get(recommendation=recommendation_of(draft, "7.3"))
    like.pk, like.recommendation, like.same_matter, like.excludes = None, row, "", None
    like.question, like.short_name = "Czy pracownik zapytał o potrzebę wsparcia?", "pytanie o wsparcie"
    like.parts, like.channel_questions = [], []
    like.save()
    return draft


def published(draft: Edition) -> Edition:
    odd = soundness.fingerprint(soundness.warnings(draft))
    basis = {"legal_basis": "Zarządzenie", "effective_from": datetime.date(2026, 8, 1)}
    publish(edition=draft, by=UserFactory(), odd_is_meant=odd, **basis)
    return draft


def test_a_gap_that_the_amendment_makes_is_confirmed(draft: Edition) -> None:
    assert soundness.faults(draft) == []
    assert [one.place for one in soundness.warnings(draft)] == ["12.5"]
    basis = {"legal_basis": "Zarządzenie", "effective_from": datetime.date(2026, 8, 1)}
    for said in ("", "what another page showed"):
        with pytest.raises(Refused, match="Potwierdź, że numery"):
            publish(edition=draft, by=UserFactory(), odd_is_meant=said, **basis)
    assert published(draft).is_published


def test_a_repealed_one_keeps_its_number_and_is_on_no_checklist(draft: Edition, client: Client) -> None:
    edition = published(draft)
    row = recommendation_of(edition, "3.4")
    assert (row.text, row.repealed, row.wording_changed) == ("(uchylony)", True, True)
    labels = {each.label for each in judged_rows(edition)}
    assert "3.4" not in labels
    assert {"3.5", "5a.1", "11.4"} <= labels
    client.force_login(UserFactory())
    page = client.get(edition.standards.get(number="3").get_absolute_url()).text
    assert "(uchylony)" in page
    assert "3.5" in page
    assert "zostało uchylone" in client.get(row.get_absolute_url()).text
    # One repealed, one added.
    assert "155 zaleceń" in client.get(edition.get_absolute_url()).text


def test_it_goes_into_a_file_and_back(draft: Edition) -> None:
    written = export_edition(draft.code)
    import_edition(document=written, code="kopia")
    assert recommendation_of(Edition.objects.get(code="kopia"), "3.4").repealed
    assert export_edition("kopia")["areas"] == written["areas"]


def test_the_report_counts_what_is_in_force(office: makers.Office, draft: Edition) -> None:
    old = office.edition
    for _audit in range(5):
        makers.submit(office, office.units[0], method=Method.MYSTERY, verdict="met")
    office.edition, office.checklists = published(draft), {}
    after = [
        makers.submit(
            office,
            office.units[0],
            method=Method.MYSTERY,
            verdict="met",
            took_place_at=makers.SUMMER + datetime.timedelta(days=40),
        )
        for _ in range(6)
    ]
    assert {audit.edition_id for audit in Audit.objects.all()} == {old.pk, office.edition.pk}
    assert not any(answer.recommendation.repealed for audit in after for answer in audit.answers.all())
    report = department_report(office.district, QUARTER, level=FULL)
    shown = str(report)
    assert "5a.1" in shown
    assert "11.4" in shown
    assert "(uchylony)" not in shown
    assert {edition.code for edition in report.editions} == {"75-2016", "9-2026"}
    assert len(checklist(office.edition, Method.MYSTERY, "counter")) == len(
        checklist(old, Method.MYSTERY, "counter")
    ) + 1 - any(row.label == "3.4" for row in checklist(old, Method.MYSTERY, "counter"))


def test_it_is_repealed_and_published_by_its_pages(office: makers.Office, client: Client) -> None:
    editor = appointed(Role.STANDARDS_EDITOR, DepartmentFactory())
    draft = draft_from(edition=office.edition, code="9-2026", title="Po zmianie", by=editor)
    client.force_login(editor)
    row = recommendation_of(draft, "3.4")
    address = f"/administracja/standards/standard/{row.standard_id}/remove/{row.pk}/"
    assert "z zachowaniem numeru" in client.get(address).text
    assert client.post(address, {"seen": seen(row), "repeal": "1"}).status_code == 302
    row.refresh_from_db()
    assert row.repealed
    gone = recommendation_of(draft, "12.4")
    client.post(f"/administracja/standards/standard/{gone.standard_id}/remove/{gone.pk}/", {"seen": seen(gone)})
    client.force_login(appointed(Role.STANDARDS_EDITOR, DepartmentFactory()))
    at = f"/administracja/standards/edition/{draft.pk}/publish/"
    page = client.get(at)
    assert "12.5" in page.text
    sent = {"title": "Po zmianie", "legal_basis": "Zarządzenie", "effective_from": "2026-08-01"}
    odd = {"odd_seen": page.context["state"].odd_seen}
    assert client.post(at, sent | odd).status_code == 422
    assert client.post(at, sent | odd | {"odd_is_meant": "on"}).status_code == 302
    draft.refresh_from_db()
    assert draft.is_published
