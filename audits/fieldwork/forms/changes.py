"""What a device sends of a draft: its changes in their order, read one by one."""

import json
import re
import uuid as uuids
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from audits.fieldwork import Change, Seen
from audits.fieldwork.forms.values import Clash, read_arose, read_minutes, read_note
from audits.fieldwork.journal import Decided
from audits.models import Answer, Gate
from standards.choices import Block
from standards.fields import WholeNumber

# A checklist of everything has some hundred rows; more than this is no page of ours.
MOST_AT_ONCE = 1000
LARGEST = 2_000_000_000
LONGEST_KEPT = 10_000
_KEY = re.compile(rf"(answer|gate):\d{{1,18}}|waiting|others|nothing|none(:({'|'.join(Block.values)}))?", re.ASCII)
_number = WholeNumber(min_value=0, max_value=LARGEST)
UNREADABLE = _("The page is out of date. Reload it.")


@dataclass(frozen=True, slots=True)
class Sent:
    device: uuids.UUID
    first: int
    changes: list[Change]
    # By which the very same request is known.
    digest: str


def read_changes(data: Mapping[str, Any]) -> Sent:
    """Raises ValidationError where it is no request of the page's at all; a faulty value is its change's `fault`."""
    text = str(data.get("changes", ""))
    device, first = read_device(data), _number.clean(str(data.get("first", "")))
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        listed = None
    if device is None or not first or not isinstance(listed, list) or not 0 < len(listed) <= MOST_AT_ONCE:
        raise ValidationError(UNREADABLE)
    return Sent(device, first, [_read(one) for one in listed], sha256(f"{first} {text}".encode()).hexdigest())


def read_device(data: Mapping[str, Any]) -> uuids.UUID | None:
    try:
        return uuids.UUID(str(data.get("device", "")))
    except ValueError:
        return None


def read_seen(data: Mapping[str, Any]) -> Seen:
    """What a page that ends filling says of itself; where it cannot be read, it has seen nothing."""
    device = read_device(data)
    return Seen(
        revision=read_revision(data),
        device=device,
        # A device that cannot say how much it gave has not said that all is here.
        last=LARGEST if (last := _whole(data.get("last"))) is None and device else last or 0,
        holds_nothing="holds_nothing" in data,
    )


def read_revision(data: Mapping[str, Any]) -> int | None:
    return _whole(data.get("revision"))


def _whole(text: Any) -> int | None:
    try:
        number: int = _number.clean(str(text))
    except ValidationError:
        return None
    return number


def _read(one: Any) -> Change:
    """Raises ValidationError for what no page sends."""
    if not isinstance(one, dict):
        raise ValidationError(UNREADABLE)
    key, sent, note = (one.get(name, "") for name in ("key", "value", "note"))
    version = one.get("version", 0)
    if not all(isinstance(text, str) for text in (key, sent, note)) or not _KEY.fullmatch(key):
        raise ValidationError(UNREADABLE)
    if type(version) is not int or not 0 <= version <= LARGEST:
        raise ValidationError(UNREADABLE)
    if any("\ud800" <= letter <= "\udfff" for letter in sent + note):
        # Half a letter, which no browser types and no database takes.
        raise ValidationError(UNREADABLE)
    try:
        value, clean_note = _value(key, sent), read_note(note)
    except ValidationError as fault:
        return Change(key, version, sent=_kept(sent), note=_kept(note), fault=" ".join(fault.messages))
    return Change(key, version, value, clean_note, _kept(sent))


def _kept(text: str) -> str:
    """To be shown again."""
    return text.replace("\0", "")[:LONGEST_KEPT]


def _value(key: str, sent: str) -> Any:
    if key == "waiting":
        return read_minutes(sent)
    return read_arose(sent) if key.startswith("gate:") else sent


def clash_of(decided: Decided) -> Clash:
    change, current = decided.change, decided.current
    if isinstance(current, Answer):
        return Clash.over_answer(current, str(change.value), change.note)
    if isinstance(current, Gate):
        return Clash.over_gate(current, change.sent)
    assert current is not None  # noqa: S101 - a clash is with something
    return Clash.over_waiting(current, change.sent)
