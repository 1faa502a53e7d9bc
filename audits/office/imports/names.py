"""Names as tables of staff have them: both in one column, with titles. Pure but for the reasons' words."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from standards.wording.folding import fold
from standards.wording.intake import comparable

_TITLES = frozenset(
    {
        "mgr",
        "inz",
        "dr",
        "hab",
        "prof",
        "lic",
        "lek",
        "med",
        "adw",
        "apl",
        "arch",
        "st",
        "mjr",
        "kpt",
        "ks",
        "pan",
        "pani",
    }
)
_AROUND_HYPHEN = re.compile(r"\s*-\s+|\s+-\s*")
# "Nowak Jan Maria" can be read, four words cannot be told apart.
_MOST_WORDS = 3


class Unclear(ValueError):
    """Which word is which cannot be told; `str` is the reason for the sender."""


@dataclass(frozen=True, slots=True)
class Name:
    last: str
    first: str


def without_titles(text: str) -> str:
    """The same without "mgr inż." before and ", dr" after it; a name that is nothing but one stays."""
    words = text.replace(",", ", ").split()
    while len(words) > 1 and _is_title(words[0]):
        words.pop(0)
    while len(words) > 1 and _is_title(words[-1]):
        words.pop()
    kept = " ".join(words).strip(" ,")
    return kept if kept != " ".join(text.replace(",", ", ").split()) else text


def _is_title(word: str) -> bool:
    return word[0].islower() and fold(word).strip(".,") in _TITLES


def split(text: str, *, last_first: bool) -> Name:
    """Both names of one cell. Raises Unclear."""
    text = _AROUND_HYPHEN.sub("-", text)
    before, comma, after = text.partition(",")
    if comma and before.strip() and after.strip() and "," not in after:
        return Name(before.strip(), after.strip())
    words = text.replace(",", " ").split()
    if len(words) < 2:
        raise Unclear(_("The last name or the first name is missing."))
    # "van der Berg", "de Souza": what is written small belongs to the name that follows.
    if last_first:
        end = 1
        while end < len(words) - 1 and words[end - 1][0].islower():
            end += 1
        last, first = words[:end], words[end:]
    else:
        begin = len(words) - 1
        while begin > 1 and words[begin - 1][0].islower():
            begin -= 1
        last, first = words[begin:], words[:begin]
    if len([word for word in words if not word[0].islower()]) > _MOST_WORDS:
        raise Unclear(_("So many words cannot be told apart: give the last and the first name a column each."))
    return Name(" ".join(last), " ".join(first))


def alike(one: Name, other: Name) -> bool:
    """Whether they differ in kinds of dashes and apostrophes at most."""
    return comparable(f"{one.last}\n{one.first}") == comparable(f"{other.last}\n{other.first}")
