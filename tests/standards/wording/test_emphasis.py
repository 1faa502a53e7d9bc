"""Emphasis survives being shown, typed and stored."""

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from standards.choices import channel_labels
from standards.models import Recommendation, validate_emphasis
from standards.templatetags.standards_text import emphasised, highlighted
from standards.wording.emphasis import UnpairedAsteriskError, from_typed, segments, typed

texts = st.text(alphabet="ab *\\ł<>&\n", max_size=12)


@st.composite
def emphasised_texts(draw: st.DrawFn) -> tuple[str, list[list[int]]]:
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, [[start, end] for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@given(emphasised_texts())
def test_typed_text_reads_back_as_it_was_stored(passage: tuple[str, list[list[int]]]) -> None:
    assert from_typed(typed(*passage)) == passage
    validate_emphasis(passage[1])


@given(st.text(alphabet="ab*\\", max_size=10))
def test_whatever_is_typed_gives_valid_ranges_or_is_refused(written: str) -> None:
    try:
        text, emphasis = from_typed(written)
    except UnpairedAsteriskError:
        return
    validate_emphasis(emphasis)
    assert all(end <= len(text) for _, end in emphasis)
    assert from_typed(typed(text, emphasis)) == (text, emphasis)


@given(emphasised_texts(), emphasised_texts())
def test_segments_join_to_the_text(passage: tuple[str, list[list[int]]], found: tuple[str, list[list[int]]]) -> None:
    assert "".join(segment.text for segment in segments(*passage, found[1])) == passage[0]


@pytest.mark.parametrize("written", ["*", "a*b", "**", "*a**", "a * b * c *"])
def test_unpaired_asterisk_is_refused(written: str) -> None:
    with pytest.raises(UnpairedAsteriskError):
        from_typed(written)


def test_typed_emphasis_is_between_asterisks() -> None:
    assert typed("Pozdrawiam serdecznie, 2*2", [[0, 10]]) == r"*Pozdrawiam* serdecznie, 2\*2"


def test_emphasised_escapes_the_text_and_marks_it_up() -> None:
    passage = Recommendation(text="<b>Dzień</b> & „dobry”", emphasis=[[3, 8]])
    assert emphasised(passage) == "&lt;b&gt;<em>Dzień</em>&lt;/b&gt; &amp; „dobry”"
    assert Template("{% load standards_text %}{{ passage|emphasised }}").render(Context({"passage": passage})) == (
        "&lt;b&gt;<em>Dzień</em>&lt;/b&gt; &amp; „dobry”"
    )


def test_emphasis_and_finding_overlap_without_breaking_the_tags() -> None:
    passage = Recommendation(text="abcdef", emphasis=[[0, 4]])
    assert emphasised(passage, [[2, 6]]) == "<em>ab</em><em><mark>cd</mark></em><mark>ef</mark>"


def test_emphasis_beyond_the_text_is_cut_off() -> None:
    assert emphasised(Recommendation(text="abc", emphasis=[[1, 90]])) == "a<em>bc</em>"


def test_highlighted_escapes_the_text() -> None:
    assert highlighted("<i>", [[1, 2]]) == "&lt;<mark>i</mark>&gt;"


def test_channels_are_named_in_the_offices_order(settings: object) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert channel_labels(["phone", "counter"]) == "Counter, Phone"
