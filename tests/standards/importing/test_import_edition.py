"""An edition goes into one JSON file and back; a bad file is refused whole, each fault with its place."""

import copy
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from standards.importing.importing import SCHEMA, InvalidDocument, document_faults, import_edition, read_document
from standards.interchange import UNJUDGED, export_edition
from standards.models import Assessability, Edition
from standards.publishing.publishing import publish
from standards.refusals import Refused
from standards.wording.intake import faults_of_kept
from tests.standards.factories import recommendation_of, sound_draft


def document() -> dict[str, Any]:
    """A sound edition's document, free of a database."""
    row = {
        "text": "Wstań.",
        "emphasis": [],
        "wording_changed": False,
        "same_meaning": None,
        "points": [],
        "points_emphasis": [],
        "judged": False,
        **UNJUDGED,
    }
    judged = {"judged": True, "mystery": ["counter"], "block": "behaviour", "weight": 1, "question": "Czy wstał?"}
    judged |= {"short_name": "wstanie na powitanie"}
    rows = [
        copy.deepcopy(row | judged | {"number": "1", "lineage": "11111111-1111-4111-8111-111111111111"}),
        copy.deepcopy(row | {"number": "1a", "lineage": "22222222-2222-4222-8222-222222222222"}),
    ]
    return {
        "code": "gmina-1",
        "title": "Standardy w gminie",
        "based_on": None,
        "publication": None,
        "occasions": [{"code": "oplata", "label": "opłata", "question": "Czy była opłata?", "by_scenario": False}],
        "areas": [
            {
                "number": "A",
                "title": "Obszar",
                "standards": [{"number": "II.3", "title": "Witaj", "rationale": "", "recommendations": rows}],
            }
        ],
    }


def rows_of(written: dict[str, Any]) -> list[dict[str, Any]]:
    return written["areas"][0]["standards"][0]["recommendations"]


class TestRoundTrip:
    def test_of_2016_is_identical_but_for_its_publication(self, edition_2016: Edition) -> None:
        written = export_edition("75-2016")
        imported = import_edition(document=json.loads(json.dumps(written)), code="kopia")
        again = export_edition("kopia")
        assert again == written | {"code": "kopia", "publication": None}
        assert len(imported.notes) == 1
        assert not imported.edition.is_published

    @pytest.mark.django_db
    def test_of_a_draft_is_identical(self) -> None:
        edition = sound_draft()
        Assessability.objects.filter(recommendation=recommendation_of(edition, "1.1")).delete()
        written = export_edition(edition.code)
        import_edition(document=written, code="kopia")
        assert export_edition("kopia") == written | {"code": "kopia"}

    @pytest.mark.django_db
    def test_keeps_what_it_is_based_on_where_that_is_here(self) -> None:
        first = sound_draft("1-2025")
        imported = import_edition(document=document() | {"based_on": "1-2025"})
        assert (imported.edition.based_on, imported.notes) == (first, [])
        other = import_edition(document=document() | {"based_on": "9-1999"}, code="inna")
        assert (other.edition.based_on, len(other.notes)) == (None, 1)


# What the schema's file may hold: nothing invisible, for good.
_signs = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])
lines = st.text(_signs, max_size=12).filter(lambda text: not list(faults_of_kept(text)))
passages = st.text(_signs | st.just("\n"), max_size=12).filter(lambda text: not list(faults_of_kept(text)))
numbers = st.from_regex(r"[0-9A-Zż§][0-9a-zé.()-]{0,4}", fullmatch=True)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[list[int]]]:
    text = draw(passages)
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    return text, [list(pair) for pair in zip(*[iter(borders)] * 2, strict=False)]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    occasions = [
        {"code": code, "label": draw(lines), "question": draw(lines), "by_scenario": draw(st.booleans())}
        for code in draw(st.lists(st.sampled_from(["oplata", "formularz", "skarga"]), unique=True))
    ]
    codes = [occasion["code"] for occasion in occasions]
    areas: list[dict[str, Any]] = []
    labels: list[list[str]] = []
    rows: list[dict[str, Any]] = []
    standard_numbers = iter(draw(st.lists(numbers, unique=True, min_size=4, max_size=4)))
    for area in draw(st.lists(numbers, unique=True, max_size=2)):
        standards = []
        for _ in range(draw(st.integers(0, 2))):
            number = next(standard_numbers)
            own = []
            for label in draw(st.lists(numbers, unique=True, max_size=3)):
                row = draw(recommendations(label, codes))
                labels.append([number, label])
                own.append(row)
            rows += own
            standards.append(
                {"number": number, "title": draw(lines), "rationale": draw(passages), "recommendations": own}
            )
        areas.append({"number": area, "title": draw(lines), "standards": standards})
    for (number, label), row in zip(labels, rows, strict=True):
        others = [other for other in labels if other != [number, label]]
        if row["judged"] and others and draw(st.booleans()):
            row["excludes"] = draw(st.sampled_from(others))
    return {
        "code": "z-pliku",
        "title": draw(lines),
        "based_on": None,
        "publication": None,
        "occasions": occasions,
        "areas": areas,
    }


@st.composite
def recommendations(draw: st.DrawFn, number: str, occasions: list[str]) -> dict[str, Any]:
    text, emphasis = draw(marked())
    points = draw(st.lists(marked(), max_size=2))
    judged = draw(st.booleans())
    judging = dict(UNJUDGED)
    if judged:
        judging |= {
            "mystery": draw(st.lists(st.sampled_from(["counter", "phone", "email"]), unique=True)),
            "observation": draw(st.lists(st.sampled_from(["counter", "phone", "office"]), unique=True)),
            "documents": draw(st.lists(st.sampled_from(["email", "letter", "records"]), unique=True)),
            "block": draw(st.sampled_from(["", "surroundings", "resolution"])),
            "occasion": draw(st.sampled_from([None, *occasions])),
            "attribution": draw(st.sampled_from(["employee", "unit"])),
            "weight": draw(st.integers(0, 32767)),
            "parts": draw(st.lists(lines.filter(str.strip), max_size=2)),
            "channel_questions": [
                {
                    "channel": channel,
                    "question": draw(lines.filter(str.strip)),
                    "parts": draw(st.lists(lines.filter(str.strip), max_size=2)),
                }
                for channel in ("counter", "phone", "records")
                if draw(st.booleans())
            ],
            "short_name": draw(lines)[:40],
            **{key: draw(st.booleans()) for key in ("refrain", "delayed", "critical", "ask_first")},
            **{key: draw(lines) for key in ("same_matter", "question", "note", "reason")},
        }
    return {
        "number": number,
        "text": text,
        "emphasis": emphasis,
        "lineage": str(draw(st.uuids())),
        "wording_changed": draw(st.booleans()),
        "same_meaning": draw(st.sampled_from([None, True, False])),
        "repealed": not judged and draw(st.booleans()),
        "points": [point for point, _ in points],
        "points_emphasis": [ranges for _, ranges in points],
        "judged": judged,
        **judging,
    }


class TestAnyDocument(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(documents())
    def test_comes_back_identical(self, written: dict[str, Any]) -> None:
        before = copy.deepcopy(written)
        import_edition(document=written)
        assert export_edition("z-pliku") == before


class TestFaults:
    @pytest.mark.parametrize(
        ("spoil", "expected"),
        [
            (lambda d: d.pop("areas"), "$: Missing here: areas."),
            (lambda d: d.update(extra=1), "$: Not known here: extra."),
            (lambda d: d.update(code="a b"), "$.code: This is not of the form that is expected here."),
            (lambda d: d.update(title=7), "$.title: Another kind of value is expected here: string."),
            (lambda d: d.update(title="a\nb"), "$.title: It cannot be kept as it is: a line break."),
            (
                lambda d: d["occasions"][0].update(label="\ud800"),
                "$.occasions[0].label: It cannot be kept as it is: character U+D800 at the beginning.",
            ),
            (lambda d: d["areas"][0].update(title="x" * 301), "$.areas[0].title: At most 300 characters."),
            (
                lambda d: d["areas"].append(copy.deepcopy(d["areas"][0]) | {"standards": []}),
                "$.areas[1].number: This was there before.",
            ),
            (
                lambda d: d["areas"].append(
                    {"number": "B", "title": "", "standards": [d["areas"][0]["standards"][0] | {"recommendations": []}]}
                ),
                "$.areas[1].standards[0].number: This was there before.",
            ),
            (lambda d: rows_of(d)[1].update(number="1"), "{row}[1].number: This was there before."),
            (
                lambda d: rows_of(d)[1].update(number=2),
                "{row}[1].number: Another kind of value is expected here: string.",
            ),
            (
                lambda d: rows_of(d)[1].update(number="a/b"),
                "{row}[1].number: A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
            ),
            (
                lambda d: rows_of(d)[1].update(lineage=rows_of(d)[0]["lineage"]),
                "{row}[1].lineage: This was there before.",
            ),
            (
                lambda d: rows_of(d)[0].update(lineage="nie"),
                "{row}[0].lineage: This is not of the form that is expected here.",
            ),
            (
                lambda d: rows_of(d)[0].update(emphasis=[[0, 7]]),
                "{row}[0].emphasis: Its emphasis reaches beyond the text.",
            ),
            (
                lambda d: rows_of(d)[0].update(emphasis=[[3, 1]]),
                "{row}[0].emphasis: Emphasis is a list of [start, end) ranges in rising order.",
            ),
            (
                lambda d: rows_of(d)[0].update(points=["tak"]),
                "{row}[0].points_emphasis: As many as points are expected.",
            ),
            (
                lambda d: rows_of(d)[0].update(mystery=["letter"]),
                "{row}[0].mystery[0]: One of these is expected here: counter, phone, email.",
            ),
            (lambda d: rows_of(d)[0].update(mystery=["phone"] * 2), "{row}[0].mystery: Nothing may be here twice."),
            (
                lambda d: rows_of(d)[0].update(weight=1.0),
                "{row}[0].weight: Another kind of value is expected here: integer.",
            ),
            (lambda d: rows_of(d)[0].update(weight=-1), "{row}[0].weight: At least 0."),
            (
                lambda d: rows_of(d)[0].update(occasion="nie"),
                "{row}[0].occasion: There is no such occasion in the file.",
            ),
            (
                lambda d: rows_of(d)[0].update(excludes=["II.3", "9"]),
                "{row}[0].excludes: There is no such recommendation in the file.",
            ),
            (lambda d: rows_of(d)[0].update(excludes=["II.3", "1"]), "{row}[0].excludes: It excludes itself."),
            (lambda d: rows_of(d)[0].update(parts=["tak", " "]), "{row}[0].parts[1]: This is empty."),
            (
                lambda d: rows_of(d)[1].update(weight=1),
                "{row}[1].weight: Nobody has said how it is judged, yet this says something.",
            ),
            (
                lambda d: d.update(publication={"legal_basis": "", "effective_from": "31.01.2026", "published_at": ""}),
                "$.publication: This is not of the form that is expected here.",
            ),
        ],
    )
    def test_are_named_with_their_place(self, spoil: Callable[[dict[str, Any]], Any], expected: str) -> None:
        written = document()
        assert document_faults(written) == []
        spoil(written)
        with translation.override("en"):
            named = [str(fault) for fault in document_faults(written)]
        assert named == [expected.replace("{row}", "$.areas[0].standards[0].recommendations")]

    def test_are_all_named_at_once(self) -> None:
        written = document()
        rows_of(written)[0]["weight"] = "dużo"
        rows_of(written)[1]["block"] = "piwnica"
        del written["title"]
        assert len(document_faults(written)) == 3

    @pytest.mark.parametrize("value", [None, [], "tekst", 7, {}, {"areas": {}}])
    def test_of_anything_else_are_named(self, value: Any) -> None:
        assert document_faults(value)

    @pytest.mark.django_db
    def test_leave_nothing_behind(self) -> None:
        written = document()
        rows_of(written)[0]["occasion"] = "nie"
        with pytest.raises(InvalidDocument):
            import_edition(document=written)
        sound_draft("gmina-1")
        with pytest.raises(InvalidDocument) as refusal:
            import_edition(document=document())
        assert [fault.path for fault in refusal.value.faults] == ["$.code"]
        assert Edition.objects.count() == 1

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (b"{", "This is not JSON: line 1, column 2."),
            (b'{\n"a": 1,\n"a": 2}', "The key “a” is there twice in one object."),
            ("ą".encode("iso-8859-2"), "The file is not text in UTF-8."),
            (b"[" * 100_000, "This is not JSON of an edition."),
            (b'{"a": ' + b"9" * 5000 + b"}", "This is not JSON of an edition."),
        ],
        ids=["broken", "twice", "encoding", "deep", "long number"],
    )
    def test_of_a_file_that_is_no_json(self, content: bytes, problem: str) -> None:
        with translation.override("en"):
            with pytest.raises(InvalidDocument) as refusal:
                read_document(content)
            assert [str(fault.problem) for fault in refusal.value.faults] == [problem]


def test_the_schema_is_one_and_describes_every_key(edition_2016: Edition) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    row = export_edition("75-2016")["areas"][0]["standards"][0]["recommendations"][0]
    described = schema["$defs"]["recommendation"]
    # A file of before 0.3.0 knows of no repeal.
    assert set(row) == set(described["properties"]) == {*described["required"], "repealed"}


@pytest.mark.django_db
def test_whoever_imported_wrote_the_text() -> None:
    ada = get_user_model().objects.create_user("ada", "ada@urzad.example")
    sound_draft("1-2025")
    written = export_edition("1-2025") | {"based_on": "1-2025"}
    edition = import_edition(document=written, by=ada, code="2-2026").edition
    with pytest.raises(Refused):
        publish(edition=edition, legal_basis="Zarządzenie", effective_from="2026-01-01", by=ada)


@pytest.mark.django_db
class TestCommand:
    def run(self, path: Path, *arguments: str) -> str:
        output = StringIO()
        call_command("import_edition", str(path), *arguments, stdout=output)
        return output.getvalue()

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "edycja.json"
        path.write_text(json.dumps(document(), ensure_ascii=False), "utf-8")
        return path

    def test_imports_and_says_what_is_left_to_do(self, file: Path) -> None:
        with translation.override("en"):
            output = self.run(file)
        assert Edition.objects.get().code == "gmina-1"
        assert "was imported as a draft" in output
        assert "II.3.1a: Nobody has said how it is judged." in output

    def test_dry_run_imports_nothing(self, file: Path) -> None:
        assert "would be imported" in self.run(file, "--dry-run")
        assert not Edition.objects.exists()

    def test_names_its_author(self, file: Path) -> None:
        ada = get_user_model().objects.create_user("ada", "ada@urzad.example")
        self.run(file, "--by", "ada", "--code", "inna")
        assert Edition.objects.get(code="inna").history.first().history_user == ada
        with pytest.raises(CommandError, match="no account 'ewa'"):
            self.run(file, "--by", "ewa")

    def test_faults_are_listed_and_nothing_is_imported(self, file: Path) -> None:
        file.write_text(json.dumps(document() | {"title": 7}), "utf-8")
        with pytest.raises(CommandError, match=r"(?s)Nothing was imported\. Faults: 1\..*\$\.title: "):
            self.run(file)
        assert not Edition.objects.exists()

    def test_a_file_that_is_not_there_is_one_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="cannot be read"):
            self.run(tmp_path / "nie.json")
