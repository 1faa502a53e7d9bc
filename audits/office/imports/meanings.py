"""What an office's headings stand for: told once, kept, and the form in which it is told with the file's letters."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audits.models import HeadingMeaning
from audits.office.imports.columns import COMBINED, HEADINGS, Column, column_of, heading_of
from audits.office.imports.files import Heading, Table, UnknownColumns, Unusable, read_table
from standards.wording.encodings import NAMES

_LEFT_OUT = "-"


def meanings_kept() -> dict[str, Column | None]:
    """By the heading's key: None is left out. What an earlier version knew and this one does not is forgotten."""
    return {
        row.key: Column(row.column) if row.column else None
        for row in HeadingMeaning.objects.order_by("pk")
        if row.column in {"", *map(str, Column)}
    }


@transaction.atomic
def keep_meanings(meanings: Mapping[str, Column | None]) -> None:
    """What is said otherwise than it is understood anyway; the rest needs no memory."""
    HeadingMeaning.objects.filter(key__in=meanings).delete()
    HeadingMeaning.objects.bulk_create(
        HeadingMeaning(key=key, column=column or "") for key, column in meanings.items() if column_of(key) != column
    )


class ReadingForm(forms.Form):
    """One choice a column, and one of letters where these are in doubt. Valid once the file can be read so."""

    def __init__(self, data: Any, content: bytes, encoding: str) -> None:
        super().__init__(data)
        self.content = content
        kept = meanings_kept()
        self.doubts, self.headings = _seen(content, encoding, kept)
        if self.doubts:
            self.fields["encoding"] = forms.ChoiceField(
                label=_("Which names are right?"),
                choices=[(name, f"{', '.join(words)} ({NAMES[name]})") for name, words in self.doubts],
                widget=forms.RadioSelect,
            )
        choices = [
            (_LEFT_OUT, _("is left out")),
            *((str(column), heading_of(column)) for column in (*HEADINGS, *COMBINED)),
        ]
        for at, heading in enumerate(self.headings):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=heading.text,
                choices=choices,
                initial=heading.column or _LEFT_OUT,
                help_text=_("For example: %(examples)s") % {"examples": " · ".join(heading.examples)}
                if heading.examples
                else "",
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        self.meanings: dict[str, Column | None] = {}
        for at, heading in enumerate(self.headings):
            said = cleaned[f"column_{at}"]
            self.meanings[heading.key] = None if said == _LEFT_OUT else Column(said)
        try:
            read_table(self.content, encoding=cleaned.get("encoding", ""), meanings=meanings_kept() | self.meanings)
        except Unusable as fault:
            raise ValidationError(str(fault)) from fault
        return cleaned

    def keep(self) -> None:
        keep_meanings(self.meanings)


def _seen(
    content: bytes, encoding: str, kept: Mapping[str, Column | None]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[Heading, ...]]:
    """What is in doubt of the letters, and the columns, named as far as they are understood; either may be empty.

    Where the letters are in doubt, they alone are asked for.
    """
    try:
        table: Table = read_table(content, meanings=kept)
    except UnknownColumns as unknown:
        return (), unknown.found
    except Unusable:
        return (), ()
    return table.doubts, () if table.doubts else table.headings
