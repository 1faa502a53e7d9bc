"""Heads of a workbook that span columns, made into one row of headings.

Personnel systems and offices write them in two ways: a head over two rows ("Komórka organizacyjna" over "Kod" and
"Nazwa", "Zatrudnienie" over "od" and "do", beside heads that are merged downwards), and "Nazwisko i imię" over a column
of last names and one of first names. Anything else that spans columns is a title or wide on the page alone.
"""

from collections.abc import Iterable, Iterator, Sequence

from audits.office.imports.columns import COMBINED, Column, Meanings, column_of, heading_of, key_of
from audits.office.imports.workbooks import ROWS_OF_HEADS, Spanned

Row = tuple[int, list[str]]
_IN_ORDER = {
    Column.LAST_FIRST: (Column.LAST_NAME, Column.FIRST_NAME),
    Column.FIRST_LAST: (Column.FIRST_NAME, Column.LAST_NAME),
}


def in_one_row(rows: Iterable[Row], meanings: Meanings) -> Iterator[Row]:
    """The same rows; a head of two is one, with the number of its second."""
    source = iter(rows)
    waiting = next(source, None)
    while waiting is not None:
        (number, cells), waiting = waiting, next(source, None)
        if waiting is None or number > ROWS_OF_HEADS or not any(isinstance(cell, Spanned) for cell in cells):
            yield number, cells
        elif (joined := _joined(cells, waiting[1], meanings)) is not None:
            yield waiting[0], joined
            waiting = next(source, None)
        else:
            yield number, _with_both_names(cells, waiting[1], meanings)


def _joined(head: Sequence[str], below: Sequence[str], meanings: Meanings) -> list[str] | None:
    """None unless the lower row says what the columns of the upper are."""
    over = _over(head)
    joined, merged_down, said = [], 0, 0
    for at in range(max(len(head), len(below))):
        upper = head[at].strip() if at < len(head) else ""
        lower = below[at].strip() if at < len(below) else ""
        if at in over:
            said += bool(lower)
            own = column_of(lower, meanings) is not None or key_of(lower) in meanings
            joined.append(lower if own or not lower else f"{over[at]} {lower}")
        elif upper and lower and upper != lower:
            return None
        else:
            merged_down += bool(upper)
            joined.append(upper or lower)
    # A title over the whole table stands alone.
    is_head = said and (merged_down or len(set(over.values())) > 1)
    return joined if is_head else None


def _over(head: Sequence[str]) -> dict[int, str]:
    """By column, the head that spans it, of those that span several."""
    over: dict[int, str] = {}
    for at, cell in enumerate(head):
        if isinstance(cell, Spanned) and at:
            over.setdefault(at - 1, head[at - 1].strip())
            over[at] = over[at - 1]
    return {at: text for at, text in over.items() if text}


def _with_both_names(head: list[str], first: Sequence[str], meanings: Meanings) -> list[str]:
    """Where a head of both names spans two columns and the first row fills both, each gets its own."""
    for at, cell in enumerate(head[:-1]):
        column = column_of(cell, meanings)
        spans_two = isinstance(head[at + 1], Spanned) and not isinstance(([*head, ""])[at + 2], Spanned)
        if column in COMBINED and spans_two and at + 1 < len(first) and first[at + 1].strip():
            return [*head[:at], *map(heading_of, _IN_ORDER[column]), *head[at + 2 :]]
    return head
