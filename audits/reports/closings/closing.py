"""Closing a granule: each audit is put into a block of at least five people, once and for good."""

import datetime
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.figures import disclosure
from audits.models import Block, BlockSums, BlockVersion, Closing, LeftOut, User
from audits.models.periods import free
from audits.reports.closings.confirmation import Changed, fingerprint_of_closing
from audits.reports.closings.findings import findings_of
from audits.reports.closings.granules import Lengths, lengths_of, lock_closings
from audits.reports.closings.office import office_in
from audits.reports.closings.open_work import open_before_closing
from audits.reports.closings.outlook import outlook_of
from audits.reports.closings.versions import told_elsewhere, versions_in
from standards.choices import Method
from standards.refusals import Refused

CLOSED_ALREADY = _("It has been closed already; that is done once.")


def close_granule(
    *,
    method: str,
    first_day: datetime.date,
    last_day: datetime.date,
    by: User,
    shown: str | None = None,
    now: datetime.datetime | None = None,
) -> Closing:
    """Close these days for the method and the whole office: what of them is shown from now on to others than HR.

    `shown`: the fingerprint of what was shown before; raises Changed where that is no longer so. Raises Refused, and
    then nothing is closed: to anybody but HR of the whole office, before the last day is over, for days that are no
    granule of the method, and the second time.
    """
    try:
        return _close(method, first_day, last_day, by, shown, now or timezone.now())
    except IntegrityError:
        # On a database that cannot lock, two at the same moment.
        if Closing.objects.filter(method=method, first_day=first_day, last_day=last_day).exists():
            raise Refused(CLOSED_ALREADY) from None
        raise


@transaction.atomic
def _close(
    method: str,
    first_day: datetime.date,
    last_day: datetime.date,
    by: User,
    shown: str | None,
    now: datetime.datetime,
) -> Closing:
    lock_closings(by)
    granule = granule_to_close(lengths_of(), method, first_day, last_day, today=timezone.localdate(now))
    office = office_in(granule)
    made = disclosure.close(
        office,
        versions_in(method, granule),
        method=method,
        on=timezone.localdate(now),
        told=told_elsewhere(method, granule),
    )
    if shown is not None:
        # Of the very audits that go into its blocks.
        open_work = open_before_closing(method=method, period=free(first_day, last_day), by=by)
        outlook = outlook_of(made, order=office.order)
        if shown != fingerprint_of_closing(outlook, open_work):
            raise Changed(outlook)
    closing = Closing.objects.create(
        method=method,
        first_day=first_day,
        last_day=last_day,
        closed_by=by,
        closed_at=now,
        tree=sorted(map(list, made.tree.items())),
    )
    add_blocks(closing, made.blocks, number=0)
    add_left_out(closing, made.left_out, number=0)
    return closing


def granule_to_close(
    lengths: Lengths, method: str, first_day: datetime.date, last_day: datetime.date, *, today: datetime.date
) -> disclosure.Granule:
    """Raises Refused."""
    if method not in Method.values:
        raise Refused(_("There is no such method."))
    granule = lengths.granule_of(method, first_day)
    if granule != disclosure.Granule(first_day, last_day):
        raise Refused(_("These days are not closed at once: the length set for this method is another."))
    if today <= last_day:
        raise Refused(_("It can be closed on the day after its last day."))
    if Closing.objects.filter(method=method, first_day__lte=last_day, last_day__gte=first_day).exists():
        raise Refused(CLOSED_ALREADY)
    return granule


def add_blocks(closing: Closing, blocks: Iterable[disclosure.Block], *, number: int) -> None:
    """Keep new blocks with their versions and sums."""
    made = list(blocks)
    rows = Block.objects.bulk_create(
        Block(closing=closing, edition_id=block.key.edition, channel=block.key.channel, units=sorted(block.units))
        for block in made
    )
    BlockVersion.objects.bulk_create(
        (
            BlockVersion(block=row, heap=heap, audit=audit.id)
            for row, block in zip(rows, made, strict=True)
            for heap, audits in enumerate(block.heaps)
            for audit in audits
        ),
        batch_size=1000,
    )
    add_sums(list(zip(rows, made, strict=True)), number=number)


def add_sums(blocks: Iterable[tuple[Block, disclosure.Block]], *, number: int) -> None:
    """Keep what the blocks' versions add up to now."""
    blocks = list(blocks)
    findings = findings_of({audit.id for _row, block in blocks for audit in block.audits})
    sums = []
    for row, block in blocks:
        heap = findings.together(audit.id for audit in block.audits)
        kept = {**heap.sums.to_json(), "facts": heap.facts.to_json()}
        sums.append(
            BlockSums(block=row, number=number, audits=len(block.audits), sums=kept, sheets=heap.sheets.to_json())
        )
    BlockSums.objects.bulk_create(sums, batch_size=200)


def add_left_out(closing: Closing, left_out: Iterable[disclosure.LeftOut], *, number: int) -> None:
    LeftOut.objects.bulk_create(
        LeftOut(
            closing=closing,
            number=number,
            edition_id=left.key.edition,
            channel=left.key.channel,
            units=sorted(left.units),
            audits=sorted(audit.id for audit in left.audits),
        )
        for left in left_out
    )
