"""What is sent to every page to break it, and what no answer may be.

Values are drawn for every field of every form and query: what no database takes (NUL, halves of surrogate pairs),
numbers beyond every column, dates that are none, text from right to left, a megabyte of it, fields sent twice.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote_from_bytes

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.environment import THOROUGH, TRIES_ALL
from tests.matrix.asking import undone
from tests.matrix.places import NOWHERE
from tests.matrix.world import World

MARKER = "<x-probe>"
# What one database refuses and the other takes is among the worst, below, which each field gets on both.
EXAMPLES = 12
bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)

HOSTILE: list[bytes] = [
    b"",
    b"\x00",
    b"a\x00b",
    b"\xed\xa0\x80",  # half of a surrogate pair
    b"\xff\xfe\xfd",
    "\u202eodwrotnie\u2066".encode(),
    ("e" + "\u0301" * 50).encode(),
    f'">{MARKER}</textarea></script>'.encode(),
    f"'{MARKER}".encode(),
    MARKER.encode(),
    b"{{ 7 }}{% debug %}%(a)s{0}",
    b"-1",
    b"0",
    b"007",
    b"9" * 30,
    b"9" * 5000,
    b"1e308",
    b"NaN",
    b"Infinity",
    "١٢٣".encode(),
    "²".encode(),
    b"2147483648",
    b"9223372036854775808",
    b"0001-01-01",
    b"9999-12-31",
    b"9999-12-31T23:59",
    b"0001-01-01T00:00",
    b"2026-02-30",
    b"2026-03-29T02:30",
    b"2026-10-25T02:30",
    b"1969-07-20",
    b"10000-01-01",
    b"2026-13-45T99:99",
    b"not-a-uuid",
    str(NOWHERE).encode(),
    b"{%s}" % str(NOWHERE).encode(),
    b"mystery",
    b"mystery:counter",
    b"a:b:c",
    b"free",
    b"2026-Q3",
    b"2026-H9",
    b"yes",
    b"on",
    b"met",
    b"partly",
    b"approve",
    b"../../etc/passwd",
    b"javascript:alert(1)",
    b"//elsewhere.example/",
    b"\r\nSet-Cookie: a=b",
    b" \t\r\n",
    b"' OR 1=1 --",
    b"%%%_\\",
    b"=cmd|' /C calc'!A0",
    b"a" * 3000,
]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(HOSTILE),
    st.binary(max_size=40),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.integers(-(10**20), 10**20).map(lambda number: str(number).encode()),
    st.dates(datetime.date(1, 1, 1)).map(lambda day: day.isoformat().encode()),
    st.uuids().map(lambda uuid: str(uuid).encode()),
)
NAMES = st.one_of(
    st.text(max_size=12), st.sampled_from(["", "a-", "version-", "page", "sort", "per_page", "\x00", "next"])
)


# Each of these reaches each field, the others being as they should; on the second database, what databases differ in.
DIFFERING = (b"\x00", b"\xed\xa0\x80", b"9" * 5000, b"9999-12-31T23:59")
MEGABYTE = b"a" * 1_000_000
OF_EVERY = (*DIFFERING, MARKER.encode(), b"0001-01-01T00:00", b"-1", MEGABYTE)
WORST = OF_EVERY if TRIES_ALL else DIFFERING
# So many of them reach each field with all others good.
ALONE = 2
# No server takes an address of a megabyte.
IN_QUERIES = [value for value in WORST if value is not MEGABYTE]


def sent(fields: Sequence[str], good: Mapping[str, Any]) -> Any:
    """A form or a query as it goes over the wire: what it should hold, with some fields drawn, twice or unknown."""
    drawn = st.lists(st.tuples(st.sampled_from(fields), VALUES), min_size=1, max_size=len(fields) + 2)
    strays = st.lists(st.tuples(NAMES, VALUES), max_size=1)
    return st.builds(lambda some, stray: _over(good, [*some, *stray]), drawn, strays)


def worst(fields: Sequence[str], good: Mapping[str, Any], values: Sequence[bytes] = WORST) -> list[str]:
    """Each value in each field. Where there is time, one at a time, the other fields being as they should.

    Else a field gets two of them so, other ones than the field before it, and all of them in requests in which every
    field has one: a form cleans its fields one by one, and what only a form that is otherwise good comes to is rare.
    """
    if THOROUGH or len(values) <= ALONE:
        return [_over(good, [(name, value)]) for name in fields for value in values]
    turns = range(len(values))
    alone = [
        _over(good, [(name, values[(ALONE * at + turn) % len(values)])])
        for at, name in enumerate(fields)
        for turn in range(ALONE)
    ]
    return alone + [_over(good, [(name, _next(values, at + turn)) for at, name in enumerate(fields)]) for turn in turns]


def _next(values: Sequence[bytes], turn: int) -> bytes:
    """The value of this turn; of two megabytes in one form none would be read."""
    value = values[turn % len(values)]
    return b"" if value is MEGABYTE else value


def _over(good: Mapping[str, Any], pairs: list[tuple[str, bytes]]) -> str:
    named = {name for name, _value in pairs}
    return encoded([*((name, str(value).encode()) for name, value in good.items() if name not in named), *pairs])


def encoded(pairs: list[tuple[str, bytes]]) -> str:
    return "&".join(
        f"{quote_from_bytes(name.encode('utf-8', 'surrogatepass'), safe='')}={quote_from_bytes(value, safe='')}"
        for name, value in pairs
    )


def check(world: World, actor: str, address: str, body: str | None = None) -> None:
    """One request; it must be understood or refused, and nothing of it may come back as markup."""
    client = world.browsers[actor].ready()
    with undone():
        if body is None:
            response = client.get(address)
        else:
            response = client.post(address, body, content_type="application/x-www-form-urlencoded")
        page = b"".join(response.streaming_content) if response.streaming else response.content
        failure = getattr(response, "exc_info", None)
    assert response.status_code < 500, f"{actor} {address[:200]} {(body or '')[:300]}: {failure and failure[1]!r}"
    assert response.status_code != 403
    if response.headers.get("Content-Type", "").startswith("text/html"):
        assert MARKER.encode() not in page, f"{address[:200]} {(body or '')[:300]} is shown as it was typed"
    assert "\n" not in str(response.headers.get("Location", ""))


def drive(
    fields: Sequence[str], good: Mapping[str, Any], send: Callable[[str], None], values: Sequence[bytes] = WORST
) -> None:
    @bounded
    @given(text=sent(fields, good))
    def drawn(text: str) -> None:
        send(text)

    if TRIES_ALL:
        drawn()
    for text in worst(fields, good, values):
        send(text)
