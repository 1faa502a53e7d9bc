"""Text of the standards in templates: everything is escaped, the only tags are these filters' own."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from standards.choices import Channel, channel_labels
from standards.wording.emphasis import Range, Segment, segments
from standards.wording.numbering import has_own_mark

register = template.Library()
register.filter(channel_labels)
register.filter("is_marked", has_own_mark)


class Passage(Protocol):
    """A recommendation, a point, or whatever else carries text with its emphasis."""

    text: str
    emphasis: Iterable[Range]


@register.filter
def emphasised(passage: Passage, found: Iterable[Range] = ()) -> SafeString:
    """The passage's text with <em> where it is emphasised, and <mark> around the ranges that a search found."""
    return format_html_join(
        "", "{}", ((_shown(segment),) for segment in segments(passage.text, passage.emphasis, found))
    )


@register.filter
def highlighted(text: str, found: Iterable[Range]) -> SafeString:
    """Text without emphasis of its own, such as a title, with <mark> around the ranges that a search found."""
    return format_html_join("", "{}", ((_shown(segment),) for segment in segments(text, (), found)))


def _shown(segment: Segment) -> SafeString | str:
    shown: SafeString | str = segment.text
    if segment.found:
        shown = format_html("<mark>{}</mark>", shown)
    if segment.emphasised:
        shown = format_html("<em>{}</em>", shown)
    return shown


@register.filter
def channel_label(channel: str) -> str:
    return str(Channel(channel).label)
