"""What an audit says of the visit itself: the fields of its header, one row each, and what is done with them.

What a field is called, how long it is and what helps to fill it is the model's to say. The table has the rest, and
forms, corrections, cards, own results, checks before a release, redaction and pseudonymising walk it.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.models import Audit
from standards.choices import Method
from standards.refusals import Refused

LONGEST_WAIT_MINUTES = 600


class Asked(Enum):
    """Of whom: an auditor who opens an audit, or a shopper who opens the one of an assignment."""

    OPENING = "opening"
    ASSIGNED = "assigned"


def _moment(value: datetime.datetime) -> str:
    return date_format(timezone.localtime(value), "j E Y, H:i")


def _minutes(value: int) -> str:
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", value) % {"minutes": value}


def _not_in_the_future(value: datetime.datetime, now: datetime.datetime) -> None:
    if value > now:
        raise Refused(_("This is in the future: an audit records what has taken place."), "took_place_at")


def check_wait(value: int | None, now: datetime.datetime | None = None) -> None:
    """Raises Refused."""
    if value is not None and not 0 <= value <= LONGEST_WAIT_MINUTES:
        raise Refused(_("Give the waiting time in minutes, from 0 to 600."), "waiting_minutes")


class HeaderField(NamedTuple):
    name: str
    asked: frozenset[Asked]
    # Whose visits have it; None: all.
    methods: frozenset[str] | None = None
    # How it is called beside its value, where the model's label is meant for a form.
    title: Any = None
    words: Callable[[Any], str] = str
    # A correction may change it; else it keeps what the original says.
    corrected: bool = True
    # The person whom the audit is about reads it, as it stands.
    told: bool = True
    # May name somebody: checked before a release, redacted, and cleaned when the person gets a pseudonym.
    free_text: bool = False
    # Raises Refused.
    check: Callable[[Any, datetime.datetime], None] | None = None

    @property
    def column(self) -> "models.Field[Any, Any]":
        return Audit._meta.get_field(self.name)  # type: ignore[return-value]

    def asked_of(self, asked: Asked, method: str) -> bool:
        return asked in self.asked and (self.methods is None or method in self.methods)

    @property
    def label(self) -> str:
        return str(self.title or capfirst(self.column.verbose_name))


_AUDITOR, _SHOPPER = frozenset({Asked.OPENING}), frozenset({Asked.ASSIGNED})

# In the order in which they are asked and shown.
HEADER = (
    # Own results say the day or the hour, by the method.
    HeaderField(
        "took_place_at", _AUDITOR | _SHOPPER, title=_("Took place"), words=_moment, told=False, check=_not_in_the_future
    ),
    HeaderField("employee", _AUDITOR, told=False),
    HeaderField("desk", _AUDITOR, free_text=True),
    # The shopper's own words for whom they met, which HR reads when it says who that was.
    HeaderField("as_named", _SHOPPER, title=_("Desk or name, as seen"), corrected=False, told=False, free_text=True),
    HeaderField("waiting_minutes", _AUDITOR | _SHOPPER, title=_("Waiting time"), words=_minutes, check=check_wait),
    HeaderField("scenario", _AUDITOR, methods=frozenset({Method.MYSTERY}), free_text=True),
)
FREE_TEXT = tuple(field for field in HEADER if field.free_text)
# What a correction takes over from its original, and what counts as a change in it.
COLUMNS = tuple(field.column.attname for field in HEADER)
CORRECTED = tuple(field.column.attname for field in HEADER if field.corrected)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one field says. Fingerprints leave out what ends in `_label`."""

    name: str
    title_label: str
    value: Any
    words_label: str


def facts(audit: Audit, *, told_only: bool = False) -> tuple[Fact, ...]:
    """What the header says, without the fields that say nothing."""
    return tuple(
        fact for field in HEADER if (field.told or not told_only) and (fact := fact_of(audit, field)).words_label
    )


def fact_of(audit: Audit, field: HeaderField) -> Fact:
    value = getattr(audit, field.name)
    said = value not in (None, "")
    return Fact(
        name=field.name,
        title_label=field.label,
        value=str(value) if isinstance(value, models.Model) else value,
        words_label=field.words(value) if said else "",
    )


def free_text_of(audit: Audit) -> tuple[Fact, ...]:
    """The free words of the visit itself."""
    return tuple(fact for field in FREE_TEXT if (fact := fact_of(audit, field)).words_label)


def said_of_the_visit(asked: Asked, method: str, header: Mapping[str, Any], now: datetime.datetime) -> dict[str, Any]:
    """These values, checked one by one; without those that make no sense by this method.

    What may be empty may be left out: then it is, or stays as it was. Raises Refused, and TypeError like a call whose
    arguments are not all there, or not known.
    """
    known = [field for field in HEADER if asked in field.asked]
    needed = {field.name for field in known if not field.column.blank}
    if not needed <= header.keys() <= {field.name for field in known}:
        raise TypeError(f"of the header: {sorted(field.name for field in known)}, not {sorted(header)}")
    said = {}
    for field in known:
        if field.name not in header or not field.asked_of(asked, method):
            continue
        value = header[field.name]
        if field.check:
            field.check(value, now)
        said[field.name] = value.strip() if isinstance(value, str) else value
    return said
