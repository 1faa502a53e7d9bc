"""What a checklist's page sends, value by value, and how two values that clash are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from audits.choices import Verdict
from audits.fieldwork.header import LONGEST_WAIT_MINUTES
from audits.models import Answer, Audit, Gate
from standards.choices import Channel
from standards.fields import Text, WholeNumber

YES, NO, UNKNOWN = "yes", "no", ""
_AROSE = {YES: True, NO: False, UNKNOWN: None}
_AS_TEXT = {arose: text for text, arose in _AROSE.items()}
_AROSE_WORDS = {YES: _("yes"), NO: _("no"), UNKNOWN: _("no answer")}

_ANSWERS: dict[str, Any] = {
    Verdict.MET: pgettext_lazy("answer", "Yes"),
    Verdict.PARTLY: pgettext_lazy("answer", "Partly"),
    Verdict.NOT_MET: pgettext_lazy("answer", "No"),
    Verdict.NOT_APPLICABLE: pgettext_lazy("answer", "Did not occur"),
    Verdict.NOT_OBSERVED: pgettext_lazy("answer", "I did not see it"),
}
# On the phone nothing is seen, and papers do not tell everything.
_NOT_OBSERVED: dict[str, Any] = {
    Channel.PHONE: pgettext_lazy("answer", "I did not hear it"),
    Channel.EMAIL: pgettext_lazy("answer", "It is not known"),
    Channel.LETTER: pgettext_lazy("answer", "It is not known"),
    Channel.RECORDS: pgettext_lazy("answer", "It is not known"),
}
_AS_A_BREACH: dict[str, str] = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}
# Of a breach of two degrees: in which words, and which of its parts.
_DEGREES: dict[str, tuple[Any, int]] = {
    Verdict.PARTLY: (_("Yes, only: %(degree)s"), 0),
    Verdict.NOT_MET: (_("Yes: %(degree)s"), 1),
}

_note = Text(label=_("Note"), required=False, max_length=2000)
_version = WholeNumber(min_value=0, max_value=2_000_000_000)
_minutes = WholeNumber(
    required=False,
    min_value=0,
    max_value=LONGEST_WAIT_MINUTES,
    error_messages=dict.fromkeys(("min_value", "max_value"), _("Give the waiting time in minutes, from 0 to 600.")),
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
    """Kept as typed, cleaned of what browsers and word processors put in between, so that equal notes are equal."""
    note: str = _note.clean(text)
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
    """The verdict as an answer to its row's question; what it is called in law stands in cards and reports."""
    if verdict not in Verdict.values:
        return _("no answer")
    if not answer.refrain:
        return answer_words(verdict, answer.audit.channel)
    if len(answer.parts) == 2 and (degree := _DEGREES.get(verdict)):
        said, number = degree
        return said % {"degree": answer.parts[number]}
    # Whether it was noticed is asked: the breach is the "yes".
    return answer_words(_AS_A_BREACH.get(verdict, verdict), answer.audit.channel)


def answer_words(verdict: str, channel: str) -> Any:
    """As it answers a question that no breach is looked for by."""
    return _NOT_OBSERVED.get(channel, _ANSWERS[verdict]) if verdict == Verdict.NOT_OBSERVED else _ANSWERS[verdict]


def arose_words(arose: bool | str | None) -> Any:
    """Of what is saved, or of what a page sent."""
    return _AROSE_WORDS.get(arose if isinstance(arose, str) else arose_as_text(arose), _AROSE_WORDS[UNKNOWN])


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
            saved_words=arose_words(value),
            own_words=arose_words(arose),
        )

    @classmethod
    def over_waiting(cls, saved: Audit, minutes: str) -> "Clash":
        return cls(
            version=saved.version,
            saved_value=minutes_as_text(saved.waiting_minutes),
            saved_words=minutes_words(saved.waiting_minutes),
            own_words=minutes_words(read_minutes(minutes)),
        )
