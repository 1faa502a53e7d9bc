"""The rules of the words in which recommendations are judged: short names, and questions of single channels."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from standards.choices import Channel

LONGEST_SHORT_NAME = 40
LONGEST_QUESTION = 300

QUESTION_KEYS = {"channel", "question", "parts"}


def validate_texts(value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValidationError(_("This is a list of texts, none of them empty."))


def validate_channel_questions(value: Any) -> None:
    """A list of {channel, question, parts}, a channel once, in the channels' order."""
    if not isinstance(value, list) or not all(_is_channel_question(item) for item in value):
        raise ValidationError(_("This is a list of questions with their channels and parts."))
    channels = [item["channel"] for item in value]
    if channels != [channel for channel in Channel.values if channel in channels]:
        raise ValidationError(_("A channel has one question of its own at most, in the order of the channels."))


def _is_channel_question(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and set(item) == QUESTION_KEYS
        and isinstance(item["question"], str)
        and len(item["question"].strip()) > 0
        and len(item["question"]) <= LONGEST_QUESTION
        and isinstance(item["parts"], list)
        and all(isinstance(part, str) and part.strip() for part in item["parts"])
    )


def fault_of_short_name(name: str) -> Any:
    """What keeps it from standing in a sentence's list as well as at the start of a row; "" for nothing."""
    if len(name) > LONGEST_SHORT_NAME:
        return _("At most %(longest)s characters.") % {"longest": LONGEST_SHORT_NAME}
    if "," in name:
        return _("A short name has no comma: it stands in lists.")
    if re.search(r"\d", name):
        return _("A short name has no number: figures stand beside it.")
    if name != " ".join(name.split()) or re.search(r"[.;:!?]$", name):
        return _("A short name is one phrase of one line, without a full stop.")
    return ""


def fault_of_parts(parts: list[str], *, refrain: bool) -> Any:
    """ "" for nothing. Of a breach the parts are its degrees: the milder is a breach in part, the graver the breach."""
    if len(parts) == 1:
        return _("An act has two parts at least, or none.")
    if refrain and len(parts) > 2:
        return _("A breach has two degrees at most: the milder, then the graver.")
    return ""


def faults_of_channel_questions(value: Any, *, refrain: bool, seen_at: set[str]) -> Iterator[Any]:
    try:
        validate_channel_questions(value)
    except ValidationError as error:
        yield error.messages[0]
        return
    for item in value:
        if item["channel"] not in seen_at:
            yield _("No method sees it at this channel: %(channel)s.") % {"channel": Channel(item["channel"]).label}
        if fault := fault_of_parts(item["parts"], refrain=refrain):
            yield fault
