"""Taking later changes into a closing, where these are enough in themselves; all others are in the full level alone."""

import datetime
import logging
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.figures import disclosure
from audits.models import Block, BlockVersion, Closing, DepartmentName, Departure, Supplement, User, read_names
from audits.reports.closings.closing import add_blocks, add_left_out, add_sums
from audits.reports.closings.confirmation import Changed
from audits.reports.closings.granules import lock_closings
from audits.reports.closings.office import office_in, order_of
from audits.reports.closings.versions import told_elsewhere, versions_in, versions_of
from standards.choices import Channel
from standards.digests import digest_of
from standards.models import Edition
from standards.refusals import Refused

logger = logging.getLogger(__name__)


@transaction.atomic
def supplement_closing(
    *, closing: Closing, by: User, shown: str | None = None, now: datetime.datetime | None = None
) -> Supplement | None:
    """Take in what came, was corrected, annulled or identified since, where it is enough; None where nothing is.

    `shown`: the fingerprint of `later_changes` that were shown before; raises Changed where these are no longer so.
    Raises Refused: to anybody but HR of the whole office, and once one of its audits is no longer kept, since nobody
    can tell then whom its blocks tell of.
    """
    now = now or timezone.now()
    lock_closings(by)
    before = _as_kept(closing)
    after, audits = _supplemented(before, closing, timezone.localdate(now))
    if shown is not None and shown != (changes := _later_changes(before, after, audits)).fingerprint:
        raise Changed(changes)
    logger.info(
        "Closing %s was asked to be supplemented by account %s: %s",
        closing.uuid,
        by.pk,
        "nothing to take in" if after is before.pure else "supplemented",
    )
    if after is before.pure:
        return None
    supplement = Supplement.objects.create(closing=closing, number=before.number + 1, made_by=by, made_at=now)
    _keep(before, after, supplement)
    return supplement


@dataclass(frozen=True)
class BlockChange:
    """A block that a supplement would change, or make where it has been in no figure: `before` is 0 then."""

    units: tuple[DepartmentName, ...]
    channel: Channel
    edition: str
    before: int
    came: int
    went: int

    @property
    def after(self) -> int:
        return self.before + self.came - self.went


@dataclass(frozen=True)
class LaterChanges:
    """What a supplement would take in, and how many audits it would not: these stay in the full level alone.

    `not_taken`: audits that came since and are in no figure, or that are in one though they count no more.
    """

    blocks: tuple[BlockChange, ...]
    not_taken: int
    fingerprint: str


def later_changes(closing: Closing, *, today: datetime.date | None = None) -> LaterChanges:
    """As things stand now. Writes nothing. Raises Refused as `supplement_closing` does, but to nobody in particular."""
    before = _as_kept(closing)
    return _later_changes(before, *_supplemented(before, closing, today or timezone.localdate()))


def _supplemented(
    before: "_Kept", closing: Closing, on: datetime.date
) -> tuple[disclosure.Closing, list[disclosure.Audit]]:
    """The closing with what would be taken in, and all audits that count now."""
    granule = before.pure.granule
    told = told_elsewhere(closing.method, granule, closing)
    # What was recorded of units that the office did not have then stands in no tree: in the full level only.
    audits = [audit for audit in versions_in(closing.method, granule) if audit.unit in before.pure.tree]
    after = disclosure.supplement(office_in(granule), before.pure, audits, on=on, told=told)
    return after, [audit for audit in audits if audit.id not in told]


def _later_changes(before: "_Kept", after: disclosure.Closing, audits: list[disclosure.Audit]) -> LaterChanges:
    units = read_names().on(before.pure.granule.last)
    codes = dict(Edition.objects.order_by().values_list("pk", "code"))
    by_code = order_of(units)
    new = ((None, block) for block in after.blocks[len(before.rows) :])
    changes = []
    for old, block in (*zip(before.pure.blocks, after.blocks, strict=False), *new):
        was = {audit.id for audit in old.audits} if old else set()
        now = {audit.id for audit in block.audits}
        if was == now:
            continue
        changes.append(
            BlockChange(
                tuple(units[unit] for unit in sorted(block.units, key=by_code)),
                Channel(block.key.channel),
                codes[block.key.edition],
                len(was),
                len(now - was),
                len(was - now),
            )
        )
    changes.sort(key=lambda change: [by_code(unit.department_id) for unit in change.units])
    shown = {audit.id for block in after.blocks for audit in block.audits}
    counted = {audit.id for audit in audits}
    known_left = {audit.id for left in before.pure.left_out for audit in left.audits}
    not_taken = len(counted - shown - known_left) + len(shown - counted)
    facts = [([unit.department_id for unit in each.units], each.channel.value, each.edition) for each in changes]
    numbers = [(each.before, each.came, each.went) for each in changes]
    return LaterChanges(tuple(changes), not_taken, digest_of("supplement", before.number, facts, numbers, not_taken))


@dataclass
class _Kept:
    """A closing as the rule of disclosure takes it, and the rows that it was read from, in the same order."""

    pure: disclosure.Closing
    number: int
    rows: list[Block]
    # By version that is in a block now.
    versions: dict[int, BlockVersion]


def _as_kept(closing: Closing) -> _Kept:
    granule = disclosure.Granule(closing.first_day, closing.last_day)
    rows = list(closing.blocks.order_by("pk"))
    versions = list(BlockVersion.objects.filter(block__closing=closing).select_related("departure"))
    there = {version.audit: version for version in versions if not hasattr(version, "departure")}
    last = closing.supplements.order_by("-number").first()
    number = last.number if last else 0
    left_out = list(closing.left_out.filter(number=number).order_by("pk"))
    wanted = {*there, *(pk for left in left_out for pk in left.audits)}
    audits = {audit.id: audit for audit in versions_of(wanted, granule)}
    if len(audits) < len(wanted):
        raise Refused(_("Some of its audits are no longer kept, so that nothing can be added to it."))
    heaps: dict[int, dict[int, list[disclosure.Audit]]] = defaultdict(lambda: defaultdict(list))
    gone: dict[int, set[int]] = defaultdict(set)
    for version in versions:
        if version.audit in there:
            heaps[version.block_id][version.heap].append(audits[version.audit])
        else:
            gone[version.block_id].add(version.audit)
    blocks = tuple(
        disclosure.Block(
            disclosure.Key(closing.method, row.channel, row.edition_id, granule),
            frozenset(row.units),
            tuple(tuple(heap) for _number, heap in sorted(heaps[row.pk].items())),
            frozenset(gone[row.pk]),
        )
        for row in rows
    )
    left = tuple(
        disclosure.LeftOut(
            disclosure.Key(closing.method, each.channel, each.edition_id, granule),
            frozenset(each.units),
            tuple(audits[pk] for pk in each.audits),
        )
        for each in left_out
    )
    on = timezone.localdate(last.made_at) if last else closing.closed_on
    tree = dict(closing.tree)
    return _Kept(disclosure.Closing(closing.method, granule, on, tree, blocks, left), number, rows, there)


def _keep(before: _Kept, after: disclosure.Closing, supplement: Supplement) -> None:
    """New rows for what changed: blocks keep their order, those made late come after them."""
    changed = []
    for row, old, new in zip(before.rows, before.pure.blocks, after.blocks, strict=False):
        if new == old:
            continue
        old_ids, new_ids = ({audit.id for audit in block.audits} for block in (old, new))
        Departure.objects.bulk_create(
            Departure(version=before.versions[pk], supplement=supplement) for pk in sorted(old_ids - new_ids)
        )
        heap = (row.versions.aggregate(last=Max("heap"))["last"] or 0) + 1
        BlockVersion.objects.bulk_create(
            BlockVersion(block=row, heap=heap, audit=pk) for pk in sorted(new_ids - old_ids)
        )
        changed.append((row, new))
    add_sums(changed, number=supplement.number)
    add_blocks(supplement.closing, after.blocks[len(before.rows) :], number=supplement.number)
    add_left_out(supplement.closing, after.left_out, number=supplement.number)
