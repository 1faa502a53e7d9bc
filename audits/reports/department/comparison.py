"""The headline's score against the period before, over the rows that were rated in both with the same meaning."""

from collections.abc import Iterable

from audits.figures.sums import NOTHING, Sums, rated_of, sums_together
from audits.reports.department import scores
from audits.reports.department.assembly import Assembly
from audits.reports.department.texts import Frame
from audits.reports.headline import (
    FEW_PEOPLE,
    FEW_PEOPLE_BEFORE,
    NO_AUDITS_BEFORE,
    NOT_CLOSED,
    NOT_CLOSED_BEFORE,
    OTHER_CHANNELS,
    OTHER_ROWS,
    Comparison,
)
from audits.reports.pieces import Piece, sums_over
from standards.lineage import Meaning

# By channel: what was rated there.
Rated = dict[str, set[Meaning]]


def comparisons(assembly: Assembly) -> tuple[Comparison | None, dict[int, Comparison]]:
    """Of the total, and of each area in which something compares."""
    main, before = assembly.main, assembly.period.previous()
    if not main or not assembly.findings(main).pieces:
        return None, {}
    pieces_now = assembly.choice(main).pieces
    found_before = assembly.findings(main, before)
    if found_before.absence == FEW_PEOPLE:
        return Comparison(FEW_PEOPLE_BEFORE), {}
    if found_before.absence == NOT_CLOSED:
        return Comparison(NOT_CLOSED_BEFORE), {}
    if found_before.absence:
        # Its granule is longer there: the office has changed for how long the method is closed.
        return None, {}
    if not found_before.pieces:
        return Comparison(NO_AUDITS_BEFORE), {}
    # A channel more or less would change the score by itself.
    if {piece.channel for piece in pieces_now} != found_before.channels:
        return Comparison(OTHER_CHANNELS), {}
    rated_now = _rated(assembly, pieces_now, within_choice=True)
    rated_before = _rated(assembly, found_before.pieces, within_choice=False)
    common = {channel: found & rated_before.get(channel, set()) for channel, found in rated_now.items()}
    if not any(common.values()):
        return Comparison(OTHER_ROWS), {}
    now = _sums(assembly, pieces_now, rated_now, common)
    then = _sums(assembly, found_before.pieces, rated_before, common)
    audits_before = found_before.audits
    total = scores.compared(now.total, then.total, assembly.yard, audits_before=audits_before)
    of_areas = {
        area: scores.compared(
            now.areas.get(area, NOTHING), then.areas.get(area, NOTHING), assembly.yard, audits_before=audits_before
        )
        for area in assembly.areas
    }
    return total, {area: found for area, found in of_areas.items() if found.points is not None}


def _rated(assembly: Assembly, pieces: Iterable[Piece], *, within_choice: bool) -> Rated:
    choice = assembly.choice(assembly.main)
    found: dict[str, set[int]] = {}
    for piece in pieces:
        rows = choice.rows(piece, assembly.texts) if within_choice else assembly.texts.recommendations.keys()
        known = found.setdefault(piece.channel, set())
        known.update(
            pk for pk, numbers in piece.sums.rows.items() if pk not in known and pk in rows and rated_of(numbers)
        )
    return {channel: {assembly.texts.meanings[pk] for pk in rows} for channel, rows in found.items()}


def _sums(assembly: Assembly, pieces: Iterable[Piece], rated: Rated, common: Rated) -> Sums:
    """Without the rows that only one period rated; where there is none, what was added up before."""
    texts, frame = assembly.texts, assembly.frame
    dropped = {channel: found - common[channel] for channel, found in rated.items() if channel in common}
    whole: list[Sums] = []
    cut: list[Piece] = []
    # Meanings are slow to look up, and pieces have the same rows over and over.
    dropped_rows = {
        channel: {pk for pk in texts.recommendations if texts.meanings[pk] in found}
        for channel, found in dropped.items()
    }
    for piece in pieces:
        has_dropped = not dropped_rows[piece.channel].isdisjoint(piece.sums.rows)
        if has_dropped or piece.edition != frame.edition or piece.edition in assembly.choice(assembly.main).only:
            cut.append(piece)
        else:
            whole.append(piece.sums)
    if cut:

        def kept(piece: Piece) -> set[int]:
            in_total = assembly.choice(assembly.main).rows(piece, texts)
            return {
                pk
                for pk in texts.of_edition[piece.edition].values()
                if texts.meanings[pk] not in dropped[piece.channel] and pk in in_total
            }

        whole.append(sums_over(cut, frame.places, kept))
    return sums_together(whole)


def sums_over_shared(
    assembly: Assembly, method: str, pieces: Iterable[Piece], shared: set[Meaning], frame: Frame
) -> Sums:
    """Of any selection, the sums over rows of these meanings alone, placed by `frame`."""
    texts, choice = assembly.texts, assembly.choice(method)
    kept_rows = {pk for pk, meaning in texts.meanings.items() if meaning in shared}
    whole: list[Sums] = []
    cut: list[Piece] = []
    for piece in pieces:
        is_whole = piece.edition == frame.edition and piece.edition not in choice.only
        rated = {pk for pk, numbers in piece.sums.rows.items() if rated_of(numbers)}
        if is_whole and rated <= kept_rows:
            whole.append(piece.sums)
        else:
            cut.append(piece)
    if cut:

        def kept(piece: Piece) -> set[int]:
            in_total = choice.rows(piece, texts)
            return {pk for pk in texts.of_edition[piece.edition].values() if pk in kept_rows and pk in in_total}

        whole.append(sums_over(cut, frame.places, kept))
    return sums_together(whole)
