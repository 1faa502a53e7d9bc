"""Nothing depends on 25, 155 or roman numerals: an invented office's own annex goes the whole way.

Three areas by letter, twelve standards without rationale ("I.1" … "III.3", with "II.4a"), recommendations "7a" and
"7b", lettered points: pasted, judged, published, read, audited, reported.
"""

import datetime
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from audits.choices import Role, Selection
from audits.fieldwork import Refused, edit_header, open_audit
from audits.models import Answer, Audit, periods
from audits.reports.department.report import department_report
from standards.checklist import checklist
from standards.importing.annex import parse_annex
from standards.importing.annex_document import annex_document, outline
from standards.importing.importing import import_edition
from standards.interchange import export_edition
from standards.models import Assessability, Edition, Occasion, Recommendation
from standards.publishing.publishing import draft_from, publish, withdraw
from standards.publishing.soundness import faults
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL
from tests.standards.factories import recommendation_of

ANNEX = Path(__file__).parents[2] / "standards" / "importing" / "annexes" / "gmina-probna.txt"
CODE = "gmina-7-2026"
STANDARDS = ["I.1", "I.2", "I.3", "I.4", "II.1", "II.2", "II.3", "II.4", "II.4a", "III.1", "III.2", "III.3"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Edition:
    return import_edition(document=annex_document(parse_annex(ANNEX.read_text("utf-8")), CODE)).edition


@pytest.fixture
def edition(draft: Edition) -> Edition:
    """Judged (all but the identifier by observation; "II.3.7b" where there was a form) and published."""
    occasion = Occasion.objects.create(
        edition=draft, code="formularz", label="formularz", question="Czy był formularz?", position=1
    )
    Assessability.objects.bulk_create(
        Assessability(
            recommendation=recommendation,
            observation=["counter"],
            mystery=["counter"] if recommendation.number != "2a" else ["phone"],
            block="handling",
            occasion=occasion if recommendation.number in ("7a", "7b") else None,
            question=f"Czy spełniono {recommendation.label}?",
            short_name="czynność " + "a" * number,
        )
        for number, recommendation in enumerate(
            Recommendation.objects.filter(standard__edition=draft).select_related("standard"), 1
        )
    )
    publish(
        edition=draft,
        legal_basis="Zarządzenie nr 7/2026 Wójta Gminy Próbnej",
        effective_from=datetime.date(2026, 6, 1),
        by=UserFactory(),
    )
    return draft


def test_the_text_is_taken_over_whole(draft: Edition) -> None:
    assert [area.number for area in draft.areas.all()] == ["A", "B", "C"]
    assert [standard.number for standard in draft.standards.all()] == STANDARDS
    assert not any(standard.rationale for standard in draft.standards.all())
    assert Recommendation.objects.filter(standard__edition=draft).count() == 29
    seven = recommendation_of(draft, "II.3.7b")
    assert [point.text for point in seven.points.all()] == ["a) podpis,", "b) datę,", "c) załączniki."]
    greeting = recommendation_of(draft, "I.2.2")
    assert [greeting.text[start:end] for start, end in greeting.emphasis] == ["Dzień dobry"]


def test_only_its_judging_is_missing(draft: Edition) -> None:
    with translation.override("en"):
        assert {str(fault.problem) for fault in faults(draft)} == {"Nobody has said how it is judged."}
    assert len(faults(draft)) == 29


def test_its_preview_shows_every_line(draft: Edition) -> None:
    lines = list(outline(parse_annex(ANNEX.read_text("utf-8"))))
    assert "  II.4a. Chroń dane" in lines
    assert "      b) datę," in lines
    assert len(lines) == 1 + 3 + 12 + 29 + 6


def test_its_checklist_has_its_labels_in_order(edition: Edition) -> None:
    labels = [row.label for row in checklist(edition, "observation", "counter")]
    assert len(labels) == 29
    assert labels[:5] == ["I.1.1", "I.1.2", "I.2.1", "I.2.2", "I.2.2a"]
    assert labels[-2:] == ["II.3.7a", "II.3.7b"]
    assert [row.label for row in checklist(edition, "mystery", "phone")] == ["I.2.2a"]


def test_it_goes_into_a_file_and_back(edition: Edition) -> None:
    written = json.loads(json.dumps(export_edition(CODE)))
    import_edition(document=written, code="kopia")
    assert export_edition("kopia") == written | {"code": "kopia", "publication": None}


def test_the_next_edition_is_drafted_from_it(edition: Edition) -> None:
    draft = draft_from(edition=edition, code="gmina-9-2027", title="Zasady", by=UserFactory())
    assert export_edition("gmina-9-2027")["areas"] == export_edition(CODE)["areas"]
    assert faults(draft) == []


def test_its_pages_are_read(edition: Edition, client: Client) -> None:
    client.force_login(UserFactory())
    addresses = [
        reverse("standards:editions"),
        edition.get_absolute_url(),
        reverse("standards:whole_text", args=[CODE]),
        *(standard.get_absolute_url() for standard in edition.standards.all()),
        recommendation_of(edition, "II.3.7b").get_absolute_url(),
    ]
    pages = {address: client.get(address) for address in addresses}
    assert {response.status_code for response in pages.values()} == {200}
    standard = pages[reverse("standards:standard", args=[CODE, "II.3"])].content.decode()
    assert "Zaznacz w formularzu pola obowiązkowe." in standard
    assert "b) datę," in standard
    assert "II.3.7a" in standard


def test_it_is_amended_by_pages(edition: Edition, client: Client) -> None:
    """Its labels stay labels: "II.3" and "7a" are edited, moved and numbered like any others."""
    client.force_login(appointed(Role.STANDARDS_EDITOR, DepartmentFactory()))
    draft = draft_from(edition=edition, code="gmina-9-2027", title="Zasady", by=UserFactory())
    standard, row = draft.standards.get(number="II.3"), recommendation_of(draft, "II.3.7a")
    at = reverse("admin:standards_standard_change", args=[standard.pk])
    page = client.get(at)
    shown = next(each for each in page.context["rows"] if each.key == row.pk)
    assert (shown.typed.number, page.context["heading"].number) == ("7a", "II.3")
    sent = {
        "row": row.pk,
        f"r{row.pk}-seen": shown.seen,
        f"r{row.pk}-number": "7a",
        f"r{row.pk}-text": "Zaznacz *pola*.",
        f"r{row.pk}-points": shown.typed.points,
        f"r{row.pk}-meaning": "same",
        "act": "save",
    }
    assert client.post(at, sent).status_code == 302
    assert recommendation_of(draft, "II.3.7a").text == "Zaznacz pola."
    numbering = client.get(reverse("admin:standards_standard_renumber", args=[standard.pk]), {"first": "1"})
    assert [then for _now, then in numbering.context["plan"]] == [str(place) for place in range(1, 10)]
    for name in ("change", "judging", "signoff", "history"):
        assert client.get(reverse(f"admin:standards_edition_{name}", args=[draft.pk])).status_code == 200
    assert faults(draft) == []


def test_it_is_audited(edition: Edition) -> None:
    department = DepartmentFactory()
    auditor = appointed(Role.AUDITOR, department)
    values: dict[str, Any] = {"method": "observation", "channel": "counter", "desk": "", "scenario": ""}
    audit = open_audit(
        **values,
        auditor=auditor,
        uuid="0b5c1c1e-3f0a-4c1e-9d59-6e0a9a3f4c11",
        department=department,
        employee=employed(department),
        took_place_at=timezone.now() - datetime.timedelta(hours=1),
        waiting_minutes=None,
        no_conflict=True,
        selection=Selection.STANDARDS,
        standards=["II.3", "II.4a"],
        now=timezone.now(),
    )
    labels = [answer.recommendation.label for answer in audit.answers.order_by("position")]
    assert labels == [*(f"II.3.{number}" for number in range(1, 8)), "II.4a.1", "II.3.7a", "II.3.7b"]
    assert audit.edition == edition


def test_an_audit_under_way_goes_on_when_its_edition_is_judged_otherwise(edition: Edition) -> None:
    test_it_is_audited(edition)
    before = list(Answer.objects.order_by("pk").values())
    Assessability.objects.update(weight=7, question="Inne pytanie?")
    assert list(Answer.objects.order_by("pk").values()) == before


def test_an_audit_under_way_goes_on_when_its_edition_is_withdrawn(edition: Edition) -> None:
    test_it_is_audited(edition)
    audit = Audit.objects.get()
    day = timezone.localdate(audit.took_place_at)
    withdraw(edition=edition, on=day, by=UserFactory(), reason="Uchylono.")
    header = {"employee": audit.employee, "desk": "stanowisko 1", "waiting_minutes": 2, "scenario": ""}

    moved = edit_header(audit=audit, by=audit.auditor, version=0, took_place_at=audit.took_place_at, **header)

    assert (moved.desk, moved.edition) == ("stanowisko 1", edition)
    with pytest.raises(Refused):
        edit_header(
            audit=audit,
            by=audit.auditor,
            version=moved.version,
            took_place_at=datetime.datetime(2026, 5, 31, 12, tzinfo=datetime.UTC),
            **header,
        )
    with pytest.raises(Refused):
        test_it_is_audited(edition)


def test_its_departments_report_counts_its_standards(edition: Edition) -> None:
    office = makers.office((6,))
    office.edition, unit = edition, office.units[0]
    for person in office.people[unit.pk]:
        makers.submit(office, unit, employee=person, verdict={"II.3.7b": "not_met"})
    report = department_report(office.district, periods.quarter(2026, 3), level=FULL)
    (facts,) = report.editions
    assert (facts.code, facts.recommendations, facts.audits) == (CODE, 29, 6)
    assert len(report.areas) == 3
    assert [standard.number for standard in report.standards] == STANDARDS
    rows = {row.label: row.of("observation") for standard in report.standards for row in standard.recommendations}
    assert len(rows) == 29
    assert (rows["II.3.7b"].met, rows["II.3.7b"].counts["not_met"]) == (0, 6)
    assert (rows["II.4a.1"].met, rows["II.4a.1"].counts["not_met"]) == (6, 0)


class TestCommand:
    def run(self, *arguments: str, file: Path = ANNEX) -> str:
        output = StringIO()
        call_command("import_annex", str(file), "--code", CODE, *arguments, stdout=output)
        return output.getvalue()

    def test_shows_what_it_understood_and_imports(self) -> None:
        output = self.run()
        assert "  II.3. Podaj komplet informacji\n" in output
        assert "was imported as a draft" in output
        assert not Edition.objects.get(code=CODE).is_published

    def test_dry_run_only_shows(self) -> None:
        assert "  II.3. Podaj komplet informacji\n" in self.run("--dry-run")
        assert not Edition.objects.exists()

    def test_names_the_line_that_does_not_fit(self, tmp_path: Path) -> None:
        broken = tmp_path / "annex.txt"
        broken.write_text(ANNEX.read_text("utf-8").replace("\nb) datę,\n", "\n"), "utf-8")
        with pytest.raises(CommandError, match=r"84: .*b\).*c\)"):
            self.run(file=broken)
        assert not Edition.objects.exists()
