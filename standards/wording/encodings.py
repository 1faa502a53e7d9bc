"""Bytes of a text made letters again: how Polish they come out shows which encoding wrote them. Pure."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

# By the names that Python has for them; the commoner first.
EIGHT_BIT = ("cp1250", "iso8859-2", "cp852")
NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1250": "Windows-1250",
    "iso8859-2": "ISO-8859-2",
    "cp852": "CP852 (DOS)",
}
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_NEUTRAL = frozenset("„”“’‘–—…«»§°\u00a0\u00ad•€")
# Of names that come from elsewhere.
_FOREIGN = frozenset("áäâăčďéëěíîľĺňôöőřŕšťúůüűýžçđßÁÄČÉËÍÖŘŠÚÜÝŽÇß")
_POLISH_IN_UTF_8 = re.compile("|".join(sorted(_POLISH)).encode())
_MOST_SHOWN = 8


class NotText(ValueError):
    """`line` (from 1) is the first that is not in UTF-8 where others are, 0 where the bytes are no text at all."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    # Other encodings that might be meant, each with words as they would read, this one's own first; empty when certain.
    doubts: tuple[tuple[str, tuple[str, ...]], ...] = ()


def decode(content: bytes, *, encoding: str = "") -> Decoded:
    """The text, in `encoding` where somebody has said so. Raises NotText."""
    if encoding in EIGHT_BIT:
        return Decoded(_in_bytes(content, encoding), encoding)
    if sixteen := _sixteen_bits(content):
        try:
            return Decoded(content.decode(sixteen), sixteen)
        except UnicodeDecodeError:
            raise NotText from None
    try:
        return Decoded(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as fault:
        if _POLISH_IN_UTF_8.search(content):
            # In another encoding "Łącka" would silently become "ĹÄ…cka".
            raise NotText(content[: fault.start].count(b"\n") + 1) from None
    return _likeliest(content)


def _sixteen_bits(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:4096]
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or max(low, high) * 5 < len(sample):
        return ""
    if high > 8 * low:
        return "utf-16-le"
    return "utf-16-be" if low > 8 * high else ""


def _in_bytes(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise NotText from None


def _likeliest(content: bytes) -> Decoded:
    found: dict[str, tuple[str, int, int]] = {}
    for encoding in EIGHT_BIT:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text not in (each for each, _points, _odd in found.values()):
            found[encoding] = (text, *_points(text))
    if not found:
        raise NotText
    ranked = sorted(found, key=lambda encoding: (-found[encoding][1], EIGHT_BIT.index(encoding)))
    best = ranked[0]
    text, points, odd = found[best]
    if len(ranked) == 1 or (not odd and all(found[other][2] for other in ranked[1:])):
        return Decoded(text, best)
    # What is not nearly as good is not worth asking about.
    likely = [other for other in ranked if points - found[other][1] <= max(2, abs(points) // 4)]
    if len(likely) == 1 and odd * 20 < points:
        return Decoded(text, best)
    doubts = tuple((other, _words(found[other][0])) for other in (likely if len(likely) > 1 else ranked))
    return Decoded(text, best, doubts)


def _points(text: str) -> tuple[int, int]:
    """How Polish it reads, and how many of its signs no Polish text has."""
    points = odd = 0
    before = " "
    for sign in text:
        if sign > "\x7f" and sign not in _NEUTRAL:
            if sign in _POLISH:
                # A capital in the middle of a word is another letter misread.
                misread = sign.isupper() and before.islower()
                points += -1 if misread else 2
                odd += misread
            elif sign in _FOREIGN:
                odd += 1
            else:
                points -= 1 if unicodedata.category(sign).startswith("L") else 3
                odd += 1
        before = sign
    return points, odd


def _words(text: str) -> tuple[str, ...]:
    """Words that tell the encodings apart."""
    words = (word for word in re.findall(r"[^\s;,\"]+", text) if not word.isascii())
    return tuple(list(dict.fromkeys(words))[:_MOST_SHOWN])
