"""The first edition's fixture: its text is the source's to the character.

What is compared with the source is read from it here anew, without the parser that built the fixture.
"""

import json
import re
import uuid
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from standards.importing.edition_fixture import FixtureError, build_fixture, corrected, read_errata

FOLDER = Path(__file__).resolve().parents[3] / "fixtures" / "standards"
NAME = "zarzadzenie-75-2016"
CODE = "75-2016"


def read(suffix: str) -> str:
    return (FOLDER / f"{NAME}.{suffix}").read_bytes().decode("utf-8")


OBJECTS = json.loads(read("json"))
FIELDS: dict[str, list[dict[str, Any]]] = defaultdict(list)
for entry in OBJECTS:
    FIELDS[entry["model"]].append(entry["fields"])
ERRATA = read_errata(read("errata.csv"))


def label(key: list[Any]) -> str:
    """The natural key of a recommendation as people cite it."""
    return f"{key[1]}.{key[2]}"


TEXTS = {f"{row['standard'][1]}.{row['number']}": row for row in FIELDS["standards.recommendation"]}
POINTS: dict[str, list[dict[str, Any]]] = defaultdict(list)
for point in FIELDS["standards.point"]:
    POINTS[label(point["recommendation"])].append(point)


def test_fixture_is_what_its_sources_give() -> None:
    assert build_fixture(FOLDER, NAME) == read("json")


def test_parts_of_the_edition_come_in_loading_order() -> None:
    assert [(model, len(FIELDS[model])) for model in dict.fromkeys(entry["model"] for entry in OBJECTS)] == [
        ("standards.edition", 1),
        ("standards.area", 5),
        ("standards.standard", 25),
        ("standards.recommendation", 155),
        ("standards.point", 18),
        ("standards.occasion", 33),
        ("standards.assessability", 155),
        ("standards.publication", 1),
    ]
    assert [entry["model"] for entry in OBJECTS] == [model for model, rows in FIELDS.items() for _ in rows]
    assert all(set(entry) == {"model", "fields"} for entry in OBJECTS)


def test_each_standard_has_its_number_of_recommendations() -> None:
    counts = Counter(row["standard"][1] for row in FIELDS["standards.recommendation"])
    by_area = {
        area["number"]: [
            counts[row["number"]] for row in FIELDS["standards.standard"] if row["area"][1] == area["number"]
        ]
        for area in FIELDS["standards.area"]
    }

    assert by_area == {
        "I": [4, 5, 6, 5, 4],
        "II": [4, 7, 5, 7, 7, 3, 5, 4, 7],
        "III": [13, 4, 11, 5],
        "IV": [9],
        "V": [6, 9, 9, 3, 10, 3],
    }


def test_numbers_are_labels_and_positions_give_the_order() -> None:
    assert [row["number"] for row in FIELDS["standards.standard"]] == [str(n) for n in range(1, 26)]
    assert [row["position"] for row in FIELDS["standards.standard"]] == list(range(1, 26))
    assert [row["position"] for row in FIELDS["standards.area"]] == [1, 2, 3, 4, 5]
    assert all(row["number"] == str(row["position"]) for row in TEXTS.values())


def test_points_stand_under_six_recommendations() -> None:
    assert {where: [point["position"] for point in points] for where, points in POINTS.items()} == {
        "18.4": [1, 2],
        "19.5": [1, 2, 3],
        "19.6": [1, 2],
        "19.8": [1, 2],
        "19.9": [1, 2, 3, 4, 5, 6],
        "24.9": [1, 2, 3],
    }


def test_area_titles_keep_their_case() -> None:
    assert [row["title"] for row in FIELDS["standards.area"]] == [
        "STANDARDY PODSTAWOWE",
        "PROCES OBSŁUGI",
        "ROZMOWY TELEFONICZNE",
        "Korespondencja e-mail",
        "TRUDNE SYTUACJE",
    ]


FURNITURE = re.compile(
    r"STANDAR[DZ]Y OBSŁUGI KLIENTA W URZĘDZIE M\.ST\. WARSZAWY|STANDARD \d+|Uzasadnienie wprowadzenia:?|Zalecenia:?"
)


def content_of_source(source: str) -> list[str]:
    """The source's lines of content, in order, freed of page headers, headings, numbers, bullets and asterisks."""
    front, body = source.split("STANDARDY OBSŁUGI", 1)
    origin = "Załącznik do zarządzenia nr 75/2016 Prezydenta Miasta Stołecznego Warszawy z dnia 26.01.2016 r."
    assert " ".join(front.split()) == origin
    content: list[str] = []
    areas: list[str] = []
    for line in ("STANDARDY OBSŁUGI" + body).split("\n"):
        if not line or FURNITURE.fullmatch(line):
            continue
        if area := re.fullmatch(r"[IV]+\. (.*)", line):
            if line not in areas:
                areas.append(line)
                content.append(area[1])
            continue
        content.append(re.sub(r"^(\d+\. | - )", "", line).replace("*", ""))
    return content


def content_of_fixture() -> list[str]:
    content = []
    for area in FIELDS["standards.area"]:
        content.append(area["title"])
        for standard in FIELDS["standards.standard"]:
            if standard["area"][1] != area["number"]:
                continue
            content += [standard["title"], *standard["rationale"].split("\n\n")]
            for where, recommendation in TEXTS.items():
                if recommendation["standard"][1] == standard["number"]:
                    content += [recommendation["text"], *(point["text"] for point in POINTS[where])]
    return content


def test_text_is_the_source_with_its_errata_to_the_character() -> None:
    source = read("source.txt")
    for erratum in ERRATA:
        assert source.count(erratum.as_scanned) == 1
        source = source.replace(erratum.as_scanned, erratum.as_corrected)

    assert content_of_fixture() == content_of_source(source)
    assert FIELDS["standards.edition"] == [{"code": CODE, "title": source.split("\n")[7]}]


def test_without_errata_only_their_lines_differ() -> None:
    scanned = content_of_source(read("source.txt"))
    differing = [new for old, new in zip(scanned, content_of_fixture(), strict=True) if old != new]

    assert len(differing) == 4
    assert "Używaj kosmetyków o stonowanych, subtelnych zapachach." in differing
    assert "Dotrzymuj słowa. Jeśli powiedziałeś klientowi, że oddzwonisz – oddzwoń." in differing


def test_errata_are_the_five_certain_errors() -> None:
    assert [(row.where, row.as_scanned, row.as_corrected) for row in ERRATA] == [
        ("3.4", "subtelnym zapachach", "subtelnych zapachach"),
        ("13 uzasadnienie", "dołoż wszelkich", "dołóż wszelkich"),
        ("13 uzasadnienie", "jakiegokolwiek informacje", "jakiekolwiek informacje"),
        ("15.12", "oddzwon.", "oddzwoń."),
        ("24 uzasadnienie", "sprawnym obsłudze", "sprawnej obsłudze"),
    ]


@pytest.mark.parametrize("without", range(5))
def test_each_erratum_is_necessary(without: int) -> None:
    source, left_out = read("source.txt"), ERRATA[without]
    text = corrected(source, ERRATA[:without] + ERRATA[without + 1 :])

    assert left_out.as_corrected not in text
    assert corrected(source, ERRATA) == text.replace(left_out.as_scanned, left_out.as_corrected)


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("3.6", "Decydując się na makijaż i ozdoby pamiętaj, aby były dyskretne i nie rzucające się w oczy."),
        ("19.4", ("Każda wysyłana wiadomość powinna zawierać tytuł/temat – pozwoli to odbiorcy na szybką identyfikację"
                 " wiadomości i nie zakwalifikowanie jej do SPAM-u.")),
        ("22.3", "Przepraszaj za zaistniałą sytuację."),
        ("23.3", ("Bądź wyczulony, ale delikatny – po niektórych osobach nie widać niepełnosprawności inne z kolei"
                 " nie lubią być traktowane w sposób szczególny.")),
    ],
)  # fmt: skip
def test_doubtful_places_stay_verbatim(where: str, text: str) -> None:
    assert TEXTS[where]["text"] == text


def test_doubtful_points_and_titles_stay_verbatim() -> None:
    assert POINTS["19.5"][1]["text"].endswith("zwrotu powitalnego. np. Szanowny Panie – Z wyrazami szacunku")
    assert POINTS["24.9"][1]["text"] == (
        "spytaj, czy będzie zadowolony z takiego rozwiązania jeśli nie, spytaj, czego oczekuje ze strony Urzędu"
    )
    assert FIELDS["standards.standard"][22]["title"].endswith("trudności, wynikających z ich wieku/ niepełnosprawności")


def test_emphasis_is_exactly_what_stands_between_asterisks() -> None:
    passages = [passage for where, row in TEXTS.items() for passage in (row, *POINTS[where])]
    emphasised = [passage["text"][start:end] for passage in passages for start, end in passage["emphasis"]]

    assert emphasised == re.findall(r"\*([^*]+)\*", read("source.txt"))
    assert len(emphasised) == 4
    assert "*" not in read("json")


def test_lineage_is_its_own_for_each_recommendation_and_stable() -> None:
    lineages = [row["lineage"] for row in TEXTS.values()]

    assert len(set(lineages)) == 155
    assert TEXTS["17.10"]["lineage"] == str(
        uuid.uuid5(uuid.UUID("5b8f5d0e-6c1f-4f43-9a53-2f0f1c7e7a16"), "75-2016/17.10")
    )
    assert not any(row["wording_changed"] for row in TEXTS.values())


def test_publication_is_last_and_names_the_act() -> None:
    assert OBJECTS[-1] == {
        "model": "standards.publication",
        "fields": {
            "edition": [CODE],
            "legal_basis": "Zarządzenie nr 75/2016 Prezydenta m.st. Warszawy z dnia 26 stycznia 2016 r.",
            "effective_from": "2016-01-26",
            "published_at": "2016-01-26T00:00:00Z",
        },
    }


# --- the builder and its command


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the edition's files, to be damaged."""
    folder = tmp_path / "fixtures" / "standards"
    folder.mkdir(parents=True)
    for suffix in ("source.txt", "errata.csv", "judging.csv", "occasions.csv", "edition.toml", "json"):
        (folder / f"{NAME}.{suffix}").write_bytes((FOLDER / f"{NAME}.{suffix}").read_bytes())
    return folder


def replace(folder: Path, suffix: str, old: str, new: str) -> None:
    path = folder / f"{NAME}.{suffix}"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("suffix", "old", "new", "problem"),
    [
        ("judging.csv", "standard,recommendation,", "recommendation,standard,", "the columns are standard, "),
        ("judging.csv", "\n1,2,", "\n1,9,", "each recommendation has one row"),
        ("judging.csv", "client unsure", "client lost", "one gate question"),
        ("occasions.csv", "\nfee,", "\nfees,", "one gate question"),
        ("occasions.csv", ",opłata,", ",", "5 columns are expected"),
        ("occasions.csv", "komórki?,0,17", "komórki?,maybe,17", "transfer: by_scenario"),
        (
            "judging.csv",
            "\n8,5,counter,counter,,behaviour,,1,",
            "\n8,5,counter,counter,,behaviour,,yes,",
            "8.5: refrain",
        ),
    ],
)
def test_files_that_do_not_fit_together_are_refused(
    copied: Path, suffix: str, old: str, new: str, problem: str
) -> None:
    replace(copied, suffix, old, new)

    with pytest.raises(FixtureError, match=problem):
        build_fixture(copied, NAME)


def test_check_passes_for_an_equal_fixture_and_fails_for_another(copied: Path, settings: Any) -> None:
    settings.BASE_DIR = copied.parents[1]
    call_command("build_edition_fixture", NAME, "--check", verbosity=0)
    replace(copied, "json", '"text": "Przepraszaj za', '"text": "Przeproś za')

    with pytest.raises(CommandError, match="differs from what its sources give"):
        call_command("build_edition_fixture", NAME, "--check")


def test_command_writes_the_fixture_anew(copied: Path, settings: Any) -> None:
    settings.BASE_DIR = copied.parents[1]
    (copied / f"{NAME}.json").unlink()

    call_command("build_edition_fixture", NAME)

    assert (copied / f"{NAME}.json").read_bytes() == (FOLDER / f"{NAME}.json").read_bytes()


def test_command_names_the_line_of_a_fault(copied: Path, settings: Any) -> None:
    settings.BASE_DIR = copied.parents[1]
    replace(copied, "source.txt", "STANDARD 17\n", "STANDARD 71\n")

    with pytest.raises(CommandError, match="wiersz 346: oczekiwano numeru 17 albo 16a, a jest 71"):
        call_command("build_edition_fixture", NAME)
