"""Polish text made comparable: for search without diacritics, and for sorting as Poles sort.

Databases fold neither ł nor sort Polish by default, so both keys are computed here and stored.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from standards.wording.intake import alike, comparable

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "Ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"}
)

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_ALPHABET, start=40)}


def fold(text: str) -> str:
    """Lower case without diacritics, runs of white space as one space: "  Dzień  DOBRY" → "dzien dobry".

    Dashes, quotes and apostrophes of every kind are alike, and what is invisible is not there.
    """
    if not text.isascii():
        text = comparable(text)
    # Signs that stand for letters ("🄐") have capitals only once they are taken apart.
    folded = alike(unicodedata.normalize("NFKD", text.casefold())).casefold()
    decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def words_of(text: str) -> list[str]:
    """Its words, folded, those with a hyphen in their parts: "Nowak–Łącka" is "nowak" and "lacka"."""
    return fold(text).replace("-", " ").split()


def sort_key(text: str) -> str:
    """Digits and spaces only, so that every database sorts it alike: ą after a, ł after l, words before letters."""
    key = []
    for character in " ".join(unicodedata.normalize("NFC", text).casefold().split()):
        if character in _RANK:
            key.append(_RANK[character])
        elif character.isalpha():
            bare = fold(character)
            key.append(_RANK.get(bare[:1], "99"))
        elif character.isdigit():
            key.append(f"{20 + unicodedata.digit(character, 0):02d}")
        elif character == " ":
            key.append("00")
        else:
            key.append("10")
    return "".join(key)


# With the hyphens inside it, of every kind: "e-mail" is one word, and two.
_WORD = re.compile(
    r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+"
    r"(?:[-\u2010-\u2013\u2212][\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+)*"
)
# Every reading of a word that was looked for: its parts, which must all be there, or all of it without the hyphen.
Term = tuple[tuple[str, ...], ...]


def holds(query: str, texts: Sequence[str]) -> bool:
    """Whether the texts together hold every word of the query: "email" is in "e-mail", and "e-mail" in "email"."""
    return all_found(terms_of(query), texts)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, ...]:
    """A word of a text as it may be looked for: as a whole without its hyphens, and by its parts."""
    parts = [part for part in fold(word).split("-") if part]
    return tuple(dict.fromkeys(["".join(parts), *parts]))


def terms_of(query: str) -> list[Term]:
    terms: dict[Term, None] = {}
    for word in _WORD.findall(query):
        whole, *parts = _forms(word) or ("",)
        if whole:
            terms[((whole,), tuple(parts)) if parts else ((whole,),)] = None
    return list(terms)


def _matches(term: str, word: str) -> bool:
    return word == term if term.isdigit() else word.startswith(term)


def all_found(terms: Sequence[Term], texts: Sequence[str]) -> bool:
    words = {form for text in texts for word in _WORD.findall(text) for form in _forms(word)}
    return all(
        any(all(any(_matches(part, word) for word in words) for part in reading) for reading in term) for term in terms
    )


def ranges_found(terms: Sequence[Term], text: str) -> list[tuple[int, int]]:
    """Where the words of the text that the terms find begin and end."""
    looked_for = {part for term in terms for reading in term for part in reading}
    return [
        match.span()
        for match in _WORD.finditer(text)
        if any(_matches(part, form) for part in looked_for for form in _forms(match.group()))
    ]
