"""Differences of texts in templates: marked by signs and words as well as by looks, everything escaped."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from standards.lineage import Span
from standards.wording.differences import Kind, Piece, after, before

register = template.Library()

_DAY = "j E Y"


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Both texts in one: what was removed and what was added stands between signs, which are also said in words."""
    return format_html_join("", "{}", ((_shown(piece),) for piece in pieces))


@register.filter
def old_text(pieces: Sequence[Piece]) -> SafeString:
    """The older text with what was removed marked."""
    return marked(before(pieces))


@register.filter
def new_text(pieces: Sequence[Piece]) -> SafeString:
    """The newer text with what was added marked."""
    return marked(after(pieces))


def _shown(piece: Piece) -> SafeString | str:
    text: SafeString | str = piece.text
    if piece.emphasised:
        text = format_html("<em>{}</em>", text)
    if piece.kind == Kind.REMOVED:
        return format_html(
            '<del><span class="told">{}</span><span class="sign" aria-hidden="true">[−</span>{}'
            '<span class="sign" aria-hidden="true">−]</span><span class="told">{}</span></del>',
            _("removed: "),
            text,
            _(" (end of what was removed) "),
        )
    if piece.kind == Kind.ADDED:
        return format_html(
            '<ins><span class="told">{}</span><span class="sign" aria-hidden="true">[+</span>{}'
            '<span class="sign" aria-hidden="true">+]</span><span class="told">{}</span></ins>',
            _("added: "),
            text,
            _(" (end of what was added) "),
        )
    return text


@register.filter
def days_in_force(spans: Sequence[Span] | None) -> str:
    """Since when and until when an edition is in force; None is a draft's."""
    if spans is None:
        return pgettext("edition", "draft")
    told = []
    for span in spans:
        since = date_format(span.since, _DAY)
        if span.until:
            days = {"since": since, "until": date_format(span.until, _DAY)}
            told.append(_("in force from %(since)s until %(until)s") % days)
        else:
            told.append(_("in force since %(day)s") % {"day": since})
    return "; ".join(told) or _("never in force")
