"""Polish text made comparable: for search without diacritics, and for sorting as Poles sort.

Databases fold neither ł nor sort Polish by default, so both keys are computed here and stored.
"""

import unicodedata

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "Ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"}
)

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_ALPHABET, start=40)}


def fold(text: str) -> str:
    """Lower case without diacritics, runs of white space as one space: "  Dzień  DOBRY" → "dzien dobry"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


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
