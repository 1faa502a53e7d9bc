"""Reports as PDF files, typeset in earnest."""

import csv
import io
import re
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from django.core.management import call_command
from django.utils import translation

from audits.choices import Act
from audits.fieldwork.card import audit_card
from audits.models import Audit, periods
from audits.reports.blank import blank_card
from audits.reports.department.contents import FIGURES_NAME
from audits.reports.department.report import department_report
from audits.reports.documents import audit_card_pdf, blank_card_pdf, department_pdf
from tests.audits.reports.department.closed import FULL
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)


def text_of(document: bytes) -> str:
    with pdfplumber.open(io.BytesIO(document)) as pdf:
        return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


def test_a_departments_pdf_holds_its_figures_and_nobodys_name(office: Office) -> None:
    label = office.rows("observation", "counter")[4].label
    for unit in office.units:
        submit(office, unit, employee=office.people[unit.pk][0], verdict={label: "not_met"})
    report = department_report(office.district, QUARTER, level=FULL)

    document = department_pdf(report)

    text = text_of(document)
    main = report.headline.main
    assert main is not None
    assert main.scored is not None
    assert office.district.name in text
    assert f"{main.scored.value}%".replace(".", ",") in text
    assert report.fingerprint in text.replace(" ", "")
    assert FULL.purpose in text
    for person in (person for people in office.people.values() for person in people):
        assert person.last_name not in text
        assert person.number not in text
    assert office.auditor.last_name not in text
    assert "rozmowa przy ladzie" not in text
    # The figures travel inside.
    with pikepdf.open(io.BytesIO(document)) as pdf:
        attached = pdf.attachments[FIGURES_NAME].get_file()
        assert attached.mime_type == "text/csv"
        rows = list(csv.DictReader(io.StringIO(attached.read_bytes().decode("utf-8-sig")), delimiter=";"))
    (total,) = [row for row in rows if row["Co"] == "całość" and row["Audyty"]]
    assert total["Audyty"] == str(main.audits) == "14"


@pytest.mark.one_database
def test_a_department_without_audits_has_a_pdf_that_says_so(office: Office) -> None:
    report = department_report(office.district, periods.quarter(2025, 1))

    assert report.methods == ()
    assert department_pdf(report).startswith(b"%PDF-")


@pytest.mark.one_database
def test_an_audits_card_holds_every_answer_and_note(office: Office) -> None:
    person = office.people[office.units[0].pk][0]
    audit = submit(
        office,
        office.units[0],
        employee=person,
        note="przy ladzie <b>kolejka</b> & hałas",
        desk="stanowisko 4",
        waiting_minutes=7,
    )

    text = text_of(audit_card_pdf(audit_card(audit)))

    assert audit.receipt
    for expected in (audit.receipt, person.last_name, "stanowisko 4", "<b>kolejka</b> & hałas"):
        assert expected in text
    labels = [answer.recommendation.label for answer in audit.answers.select_related("recommendation__standard")]
    assert len(labels) == 104
    assert all(label in text for label in labels)


@pytest.mark.one_database
def test_a_card_breaks_no_heading_and_says_once_that_something_did_not_occur(office: Office) -> None:
    audit = submit(office, office.units[0])
    assert audit.answers.exclude(gate=None).update(verdict="not_applicable", act="gate")

    text = text_of(audit_card_pdf(audit_card(audit)))

    # Of the table of scores alone: no answer has this verdict.
    assert "zaobserwowano" in text
    assert "Nie wystąpiło" in text
    assert str(Act.GATE.label) not in text


@pytest.mark.one_database
@pytest.mark.parametrize(("method", "channel", "most"), [("observation", "counter", 4), ("mystery", "phone", 2)])
def test_a_blank_card_of_the_core_is_short_and_leaves_no_page_with_a_single_row(
    office: Office, method: str, channel: str, most: int
) -> None:
    card = blank_card(office.edition, method=method, channel=channel, selection="core")
    assert card is not None
    with pdfplumber.open(io.BytesIO(blank_card_pdf(card))) as pdf:
        boxes = [page.extract_text().count("☐") for page in pdf.pages]
    assert len(boxes) <= most
    assert min(boxes) > 4


@pytest.mark.one_database
def test_an_annulled_audits_card_says_so(office: Office) -> None:
    audit = submit(office, office.units[0], status="annulled")

    card = audit_card(Audit.objects.get(pk=audit.pk))

    assert card.status == "annulled"
    assert card.fingerprint != audit_card(Audit.objects.exclude(pk=audit.pk)[0]).fingerprint


@pytest.mark.one_database
def test_a_blank_card_asks_each_matter_once_and_offers_only_what_may_be_answered(office: Office) -> None:
    card = blank_card(office.edition, method="mystery", channel="counter", selection="everything")

    assert card is not None
    assert card.rows == 72
    rows = [row for block in card.blocks for group in block.groups for row in group.rows]
    refrains = [row for block in card.blocks for row in block.refrain]
    labels = [row.label for row in [*rows, *refrains]]
    assert len(labels) == len(set(labels))
    of_degrees = {row.label for row in refrains if "partly" in dict(row.verdicts)}
    assert of_degrees == {"14.4"}
    assert all(
        {verdict for verdict, _ in row.verdicts} - {"partly"} == {"met", "not_met", "not_observed"} for row in refrains
    )
    for row in rows:
        assert ("partly" in dict(row.verdicts)) == bool(row.parts)
    assert text_of(blank_card_pdf(card)).count("☐") > 200


def test_a_method_that_sees_nothing_there_has_no_blank_card(office: Office) -> None:
    assert blank_card(office.edition, method="mystery", channel="letter", selection="everything") is None


@pytest.mark.one_database
def test_the_command_writes_the_pdf_and_the_same_data_give_the_same_bytes(office: Office, tmp_path: Path) -> None:
    output = tmp_path / "raport.pdf"

    call_command("department_report", "UD-PRO", "--period", "2026Q3", "--output", str(output))

    written = output.read_bytes()
    assert written.startswith(b"%PDF-")
    with translation.override("pl"):
        assert written == department_pdf(department_report(office.district, QUARTER))
