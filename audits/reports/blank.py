"""The blank card of a checklist, to be printed and filled by hand."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from audits.choices import Selection, offered_verdicts, verdict_label
from standards.checklist import Row, checklist, estimated_minutes, questions_asked, select
from standards.choices import Block, Channel, Method
from standards.models import Edition, Point
from standards.models.text import points_of
from standards.wording.emphasis import PointText

FIRST = "first"


@dataclass(frozen=True, slots=True)
class BlankRow:
    """`verdicts` are the boxes to tick: (verdict, label) in the order of the form."""

    label: str
    question: str
    text: str
    emphasis: tuple[tuple[int, int], ...]
    points: tuple[PointText, ...]
    parts: tuple[str, ...]
    refrain: bool
    verdicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlankGroup:
    """Rows behind one gate question; `question` is "" for rows that always apply."""

    question: str
    rows: tuple[BlankRow, ...]


@dataclass(frozen=True, slots=True)
class BlankBlock:
    """`key` is a standards.choices.Block value, or "first" for what is soonest forgotten."""

    key: str
    title: str
    groups: tuple[BlankGroup, ...]
    refrain: tuple[BlankRow, ...]


@dataclass(frozen=True, slots=True)
class BlankCard:
    office: str
    edition_code: str
    edition_title: str
    method: str
    method_label: str
    channel: str
    channel_label: str
    selection_label: str
    rows: int
    minutes: int
    blocks: tuple[BlankBlock, ...]
    as_of: datetime.datetime


def blank_card(
    edition: Edition,
    *,
    method: str,
    channel: str,
    selection: str,
    standards: Collection[str] = (),
    occasions: Collection[str] = (),
) -> BlankCard | None:
    """The card of the rows that these arguments choose (as `standards.checklist` does); None where there are none."""
    rows = select(checklist(edition, method, channel), selection, standards=standards, occasions=occasions)
    if not rows:
        return None
    prefetch_related_objects(
        [row.recommendation for row in rows], Prefetch("points", Point.objects.order_by("position"))
    )
    publication = getattr(edition, "publication", None)
    return BlankCard(
        office=settings.OFFICE_NAME,
        edition_code=edition.code,
        edition_title=edition.title,
        method=str(method),
        method_label=str(Method(method).label),
        channel=str(channel),
        channel_label=str(Channel(channel).label),
        selection_label=str(Selection(selection).label),
        rows=len(rows),
        minutes=estimated_minutes(rows),
        blocks=tuple(_blocks(questions_asked(rows), {row.recommendation_id for row in rows})),
        # A card has no data of a day: it is as old as what is printed on it.
        as_of=publication.published_at if publication else datetime.datetime(2016, 1, 26, tzinfo=datetime.UTC),
    )


def _blocks(asked: list[Row], judged: Collection[int]) -> Iterable[BlankBlock]:
    first = [row for row in asked if row.assessability.ask_first]
    if first:
        yield BlankBlock(FIRST, _("Right after the visit"), tuple(_groups(first, judged)), ())
    for block in Block:
        rows = [row for row in asked if row.block == block and not row.assessability.ask_first]
        if rows:
            yield BlankBlock(
                key=str(block),
                title=str(block.label),
                groups=tuple(_groups((row for row in rows if not row.assessability.refrain), judged)),
                refrain=tuple(_row(row, judged) for row in rows if row.assessability.refrain),
            )


def _groups(rows: Iterable[Row], judged: Collection[int]) -> Iterable[BlankGroup]:
    groups: dict[str, list[BlankRow]] = {}
    for row in rows:
        # What the scenario makes happen is not asked.
        question = row.occasion.question if row.occasion and not row.is_by_scenario else ""
        groups.setdefault(question, []).append(_row(row, judged))
    for question, found in groups.items():
        yield BlankGroup(question, tuple(found))


def _row(row: Row, judged: Collection[int]) -> BlankRow:
    """`judged` are the recommendations on the card: a row can give way to one of them that excludes it."""
    refrain = row.assessability.refrain
    can_give_way = bool(row.occasion) or row.assessability.excludes_id in judged
    verdicts = offered_verdicts(parts=bool(row.parts), may_not_occur=can_give_way and not refrain)
    return BlankRow(
        label=row.label,
        question=row.question,
        text=row.recommendation.text,
        emphasis=tuple((start, end) for start, end in row.recommendation.emphasis),
        points=points_of(row.recommendation),
        # The degrees of a breach stand in its verdicts.
        parts=() if refrain else tuple(row.parts),
        refrain=refrain,
        verdicts=tuple(
            (str(verdict), verdict_label(verdict, refrain=refrain, parts=row.parts)) for verdict in verdicts
        ),
    )
