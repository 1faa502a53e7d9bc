"""What the reports say in Polish, word for word. `cases` says how the files are written anew."""

import re

import pytest
from django.utils import translation

from tests.audits.reports.sentences.cases import FILES, GOLDEN, text_of


@pytest.fixture(autouse=True)
def _polish():
    with translation.override("pl"):
        yield


@pytest.mark.parametrize("name", FILES)
def test_the_sentences_are_those_that_were_read(name):
    assert text_of(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_file_has_its_cases():
    assert {path.stem for path in GOLDEN.iterdir()} == set(FILES)


@pytest.fixture(scope="module")
def sentences():
    """All that is said, without what names the case."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in GOLDEN.iterdir())
    said = re.sub(r"<[^>]+>", "", text)
    return [line.split("→", 1)[-1].strip() for line in said.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    "broken",
    [
        r"(?<!\w)[aiouwz] ",  # a word of one letter parts from the next
        r"(?<![\d.,])\d+ (?:audyt|wizyt|rozmów|raz|osób|osoby|punkt|naruszen|dni|godzin|jednostek)",
        r"\b[IV]+ (?:kwarta|półrocz)",
        r"\d\.\d%",  # a decimal point
        r"(?<=[(\s])-\d",  # a hyphen for a minus
        r"%\(|\{|None",  # an argument that was not filled in
        r" {2}|(?<!proc)[,;:.]{2}| [.,;:]",
        r"za mało danych|nie pokazano(?!: mniej niż)",  # other words for a cause
    ],
)
def test_nothing_printed_is_broken(sentences, broken):
    assert [line for line in sentences if re.search(broken, line)] == []


def test_no_english_is_left(sentences):
    english = r"\b(?:the|and|audits|score|with|quarter|year|results)\b"
    assert [line for line in sentences if re.search(english, line)] == []
