"""Encodings are told apart by how Polish the letters come out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.wording.encodings import EIGHT_BIT, NotText, decode

NAMES = "Numer osobowy;Nazwisko;Imię\r\n1;Żółć-Łącka;Józefa\r\n2;Świątek;Żaneta\r\n3;Źrebiec;Ćwirko\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *EIGHT_BIT])
def test_polish_is_read_whatever_wrote_it(encoding: str) -> None:
    decoded = decode(NAMES.encode(encoding))
    assert decoded.text.removeprefix("\ufeff") == NAMES
    assert decoded.doubts == ()


@given(
    st.lists(
        st.sampled_from(["Wiśniewska", "Dąbrowski", "Zieliński", "Wójcik", "Żak", "Łuczak", "Ździebło", "Kępa", "Ćma"]),
        min_size=6,
        max_size=40,
        unique_by=lambda name: name[:2],
    ),
    st.sampled_from(EIGHT_BIT),
)
def test_names_come_out_right_or_are_asked_about(names: list[str], encoding: str) -> None:
    text = "\n".join(names)
    decoded = decode(text.encode(encoding))
    assert decoded.text == text or encoding in dict(decoded.doubts)


def test_what_is_not_certain_is_shown_with_its_names() -> None:
    decoded = decode("Nazwisko\nMüller\n".encode("cp1250"))
    assert dict(decoded.doubts)["cp1250"] == ("Müller",)
    assert len(decoded.doubts) > 1


def test_what_somebody_chose_is_taken() -> None:
    assert decode("Müller".encode("cp852"), encoding="cp852").text == "Müller"


def test_two_encodings_in_one_file_are_told_with_the_line() -> None:
    with pytest.raises(NotText) as refused:
        decode("Łącka\n".encode() + "Łącka".encode("cp1250"))
    assert refused.value.line == 2


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_none(content: bytes) -> None:
    with contextlib.suppress(NotText):
        assert isinstance(decode(content).text, str)
