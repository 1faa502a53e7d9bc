"""What a checklist's page sends, value by value, and how two values that clash are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.choices import Verdict
from audits.fieldwork.opening import LONGEST_WAIT_MINUTES
from audits.models import Answer, Audit, Gate

YES, NO, UNKNOWN = "yes", "no", ""
_AROSE = {YES: True, NO: False, UNKNOWN: None}
_AS_TEXT = {arose: text for text, arose in _AROSE.items()}
_AROSE_WORDS = {YES: _("yes"), NO: _("no"), UNKNOWN: _("no answer")}

# A breach that one looks for is judged in words that cannot be misread.
WORDS_OF_BREACH = {
    Verdict.MET: _("No breach noticed"),
    Verdict.PARTLY: Verdict.PARTLY.label,
    Verdict.NOT_MET: _("Breach noticed"),
    Verdict.NOT_APPLICABLE: Verdict.NOT_APPLICABLE.label,
    Verdict.NOT_OBSERVED: _("Could not be judged"),
}

_note = forms.CharField(
    required=False, max_length=2000, error_messages={"max_length": _("A note has 2000 characters at most.")}
)
_version = forms.IntegerField(min_value=0, max_value=2_000_000_000)
_minutes = forms.IntegerField(
    required=False,
    min_value=0,
    max_value=LONGEST_WAIT_MINUTES,
    error_messages=dict.fromkeys(
        ("invalid", "min_value", "max_value"), _("Give the waiting time in minutes, from 0 to 600.")
    ),
)


def token(version: int, *values: str) -> str:
    """What a page showed: the version, and the values' digest, by which a row that nobody touched is known."""
    return f"{version}:{sha256(chr(0).join(values).encode()).hexdigest()[:12]}"


def is_untouched(data: Mapping[str, Any], name: str, *values: str) -> bool:
    """Whether these values are those that the page showed. A page with a script sends the bare version."""
    sent = str(data.get(name, ""))
    return ":" in sent and sent == token(read_version(data, name), *values)


def read_version(data: Mapping[str, Any], name: str) -> int:
    """Raises ValidationError where the page sent none that can be read."""
    try:
        version: int = _version.clean(str(data.get(name, "")).partition(":")[0])
    except ValidationError:
        raise ValidationError(_("The page is out of date. Reload it.")) from None
    return version


def read_note(text: str) -> str:
    """Browsers send line ends as CRLF whatever was typed; kept as typed, so that equal notes are equal."""
    note: str = _note.clean(text.replace("\r\n", "\n"))
    return note


def read_minutes(text: str) -> int | None:
    minutes: int | None = _minutes.clean(text)
    return minutes


def read_arose(text: str) -> bool | None:
    if text not in _AROSE:
        raise ValidationError(_("Answer yes or no."))
    return _AROSE[text]


def arose_as_text(arose: bool | None) -> str:
    return _AS_TEXT[arose]


def verdict_words(answer: Answer, verdict: str) -> Any:
    """The verdict in the words of its row."""
    if verdict not in Verdict.values:
        return _("no answer")
    return WORDS_OF_BREACH[Verdict(verdict)] if answer.refrain else Verdict(verdict).label


def minutes_as_text(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)


def minutes_words(minutes: int | None) -> Any:
    if minutes is None:
        return _("no answer")
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


@dataclass(frozen=True, slots=True)
class Clash:
    """A value that was typed here over one that was saved elsewhere: both, and the version of the saved one."""

    version: int
    saved_value: str
    saved_words: Any
    own_words: Any
    saved_note: str = ""
    own_note: str = ""

    @classmethod
    def over_answer(cls, saved: Answer, verdict: str, note: str) -> "Clash":
        return cls(
            version=saved.version,
            saved_value=saved.verdict,
            saved_words=verdict_words(saved, saved.verdict),
            own_words=verdict_words(saved, verdict),
            saved_note=saved.note,
            own_note=note,
        )

    @classmethod
    def over_gate(cls, saved: Gate, arose: str) -> "Clash":
        value = arose_as_text(saved.arose)
        return cls(
            version=saved.version,
            saved_value=value,
            saved_words=_AROSE_WORDS[value],
            own_words=_AROSE_WORDS.get(arose, _AROSE_WORDS[UNKNOWN]),
        )

    @classmethod
    def over_waiting(cls, saved: Audit, minutes: str) -> "Clash":
        return cls(
            version=saved.version,
            saved_value=minutes_as_text(saved.waiting_minutes),
            saved_words=minutes_words(saved.waiting_minutes),
            own_words=minutes_words(read_minutes(minutes)),
        )
