"""Foreign text comes in by this door: files, pastes, forms, searches. Pure.

`clean` takes away what nobody sees and nobody means, and says what it changed; what is typed to be seen (quotes,
dashes, capitals) stays as typed, and `comparable` alone makes one of its kinds. `read` also refuses, by name and place,
what cannot be read. Cleaning what is clean changes nothing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Change(StrEnum):
    LINE_ENDS = "line_ends"
    SPACES = "spaces"
    HYPHENS = "hyphens"
    BULLETS = "bullets"
    WIDE = "wide"
    COMBINED = "combined"
    INVISIBLE = "invisible"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`taken`: the signs that somebody might miss, each with what stands in its place, as often as they were there."""

    text: str
    changes: frozenset[Change]
    taken: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> list[str]:
        """What of it matters, in sentences. Of spaces, line ends and soft hyphens nobody wants to hear."""
        counted = Counter(self.taken)
        gone = [f"{_code(sign)}{_times(count)}" for (sign, by), count in counted.items() if not by]
        made = [
            _("%(sign)s into “%(by)s”") % {"sign": _code(sign), "by": by} + _times(count)
            for (sign, by), count in counted.items()
            if by
        ]
        sentences = []
        if gone:
            sentences.append(_("Characters that nobody sees were taken out: %(signs)s.") % {"signs": ", ".join(gone)})
        if made:
            sentences.append(
                _("Characters that not every font has were changed: %(signs)s.") % {"signs": ", ".join(made)}
            )
        return sentences


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _times(count: int) -> str:
    return f" (×{count})" if count > 1 else ""


class Unreadable(ValueError):
    """A character that cannot be kept; `str` names it and its place as the end of a sentence."""

    def __init__(self, character: str, before: str) -> None:
        named = {"character": _code(character), "before": before}
        super().__init__(
            _("character %(character)s after “%(before)s”") % named
            if before
            else _("character %(character)s at the beginning") % named
        )
        self.character = character


_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_OTHER_SPACE = re.compile("[^\\S \n]|[\u3164\u2800]")
_SOFT_HYPHENS = re.compile("\u00ad+")
# As Word writes the bullets of its fonts Symbol and Wingdings, and as they are meant.
_WORD_SIGNS = {
    "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf06e": "•", "\uf0a8": "•", "\uf071": "•",
    "\uf0fc": "•", "\uf02d": "–", "\uf0e0": "→", "\uf0de": "→",
}  # fmt: skip
_WORD_SIGN = re.compile(f"[{''.join(_WORD_SIGNS)}]")
# Full-width Latin letters, figures and signs, and the ligatures of a page that was set.
_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\ufb00-\ufb06]")
_MOST_SHOWN = 20
# Most texts are of these alone, in which there is nothing to clean.
_CLEAN = re.compile("[\n -~\xa1-\xac\xae-\u0148\u014a-\u017e\u2010-\u2027\u2030-\u205e]*")


def clean(text: str, *, forgiving: bool = False) -> Cleaned:
    """Ends of lines as "\\n", every space as " ", Word's bullets as bullets, letters of one piece, no soft hyphens.

    `forgiving` takes away the invisible ones too, which `read` refuses: for words that somebody says, not for names,
    numbers and texts of law.
    """
    if _CLEAN.fullmatch(text):
        return Cleaned(text, frozenset())
    changes: set[Change] = set()
    taken: list[tuple[str, str]] = []

    def replace(kind: Change, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> None:
        nonlocal text
        replaced = pattern.sub(by, text)
        if replaced != text:
            changes.add(kind)
            if callable(by):
                taken.extend((found[0], by(found)) for found in pattern.finditer(text))
            text = replaced

    replace(Change.LINE_ENDS, _LINE_END, "\n")
    replace(Change.SPACES, _OTHER_SPACE, " ")
    replace(Change.HYPHENS, _SOFT_HYPHENS, "")
    replace(Change.BULLETS, _WORD_SIGN, lambda found: _WORD_SIGNS[found[0]])
    replace(Change.WIDE, _WIDE, lambda found: unicodedata.normalize("NFKC", found[0]))
    if forgiving:
        whole = text
        kept = _BEYOND_TYPEWRITER.sub(lambda one: "" if _is_invisible(whole, one.start()) else one[0], whole)
        if kept != text:
            changes.add(Change.INVISIBLE)
            taken.extend((sign, "") for at, sign in enumerate(text) if _is_invisible(text, at))
            text = kept
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        changes.add(Change.COMBINED)
    return Cleaned(composed, frozenset(changes), tuple(taken))


def read(text: str) -> Cleaned:
    """The same; raises Unreadable for what cannot be shown. One mark of byte order at the beginning is of the file."""
    cleaned = clean(text.removeprefix("\ufeff"))
    for fault in unreadable(cleaned.text):
        raise fault
    return cleaned


def one_line(text: str) -> str:
    """The same as `read`, without its line ends, spaces once: a name, a number. Raises Unreadable."""
    return " ".join(read(text).text.split())


def lines_of(text: str) -> list[str]:
    """What somebody typed one a line, cleaned; empty lines are dropped."""
    return [line.strip() for line in clean(text, forgiving=True).text.split("\n") if line.strip()]


def unreadable(text: str) -> Iterator[Unreadable]:
    """Everything invisible, of private use, or no character at all, in its order."""
    for found in _BEYOND_TYPEWRITER.finditer(text):
        at, sign = found.start(), found[0]
        if _is_invisible(text, at) or unicodedata.category(sign) in ("Cs", "Co", "Cn") or sign in "\0\ufffd":
            words = text[:at].rpartition("\n")[2].split()
            yield Unreadable(sign, "".join(words[-1:])[-_MOST_SHOWN:])


def named(text: str) -> str:
    """To be shown, of a text that was not read yet: what is invisible, or would turn the page around, by its name."""
    text = clean(text).text
    hidden = {fault.character for fault in unreadable(text)}
    return "".join(f"[{_code(sign)}]" if sign in hidden else sign for sign in text) if hidden else text


def faults_of_kept(text: str) -> Iterator[str]:
    """What may not stand in a text that never changes: all that `clean` would change, and all that `read` refuses."""
    yield from map(str, unreadable(text))
    cleaned = clean(text).text
    if cleaned == text:
        return
    at = next((at for at, (was, now) in enumerate(zip(text, cleaned, strict=False)) if was != now), len(cleaned))
    at = min(at, len(text) - 1)
    words = text[:at].split("\n")[-1].split()
    yield str(Unreadable(text[at], "".join(words[-1:])[-_MOST_SHOWN:]))


# Signs that are worth a look of Python's own at each: not so a letter that any typewriter has, in a text of a megabyte.
_BEYOND_TYPEWRITER = re.compile(r"[^ -~\n]")


def _is_invisible(text: str, at: int) -> bool:
    sign = text[at]
    if " " <= sign <= "~" or sign == "\n":
        return False
    kind = unicodedata.category(sign)
    if sign == "\u200d" and 0 < at < len(text) - 1:
        # Joins pictures into one; a letter that it joins only looks like itself.
        return not (_is_picture(text[at - 1]) and _is_picture(text[at + 1]))
    # NUL is refused, not taken away: nobody types it.
    return kind == "Cf" or (kind == "Cc" and sign != "\0")


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Sk", "Mn") and sign > "\u2000"


_DASHES = "".join(chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Pd") + "\u2212\u2043"
_APOSTROPHES = "'’‘‛ʼʹ′`´＇"
_QUOTES = '"„”“‟«»‹›″＂‚'
_ALIKE = str.maketrans(
    dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | {"…": "..."}
)


def comparable(text: str) -> str:
    """For comparing, never to be shown: quotes, apostrophes and dashes of every kind alike, nothing invisible."""
    return alike(clean(text, forgiving=True).text)


def alike(text: str) -> str:
    """The same with one kind of dash, quote and apostrophe."""
    return text.translate(_ALIKE)


_WHOLE = re.compile(r"([0-9]+)[.,]0+")
_AROUND_HYPHEN = re.compile(r"\s*-\s*")


def identity(number: str) -> str:
    """Of a number or a code, the same for whatever a spreadsheet makes of it: "0017", "17,0", "'0017", "17 "."""
    text = _AROUND_HYPHEN.sub("-", " ".join(comparable(number).casefold().split())).lstrip("'")
    if whole := _WHOLE.fullmatch(text):
        text = whole[1]
    return text.lstrip("0") or "0" if text.isascii() and text.isdigit() else text
