"""The journal of a draft: how what a device holds enters it, in the order in which it was given.

A device numbers its changes to a draft. It sends the next ones in one request, and the very same request until a reply
came; the server keeps how far it has come (DraftDevice). So a lost reply, two tabs, a late duplicate and browser Back
neither lose nor double anything, and whoever submits can be told that their device still holds something.
"""

import datetime
import uuid as uuids
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, FilteredRelation, Q
from django.utils import timezone

from audits import access
from audits.fieldwork.answering import Sheet
from audits.fieldwork.header import check_wait
from audits.models import Answer, Audit, DraftDevice, Gate, User
from standards.refusals import Refused, Stale


class Gap(Exception):
    """These changes do not follow what is kept of their device: it sends what comes after `seq`."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"kept up to {seq}")
        self.seq = seq


class Late(Exception):
    """The audit was finished before these changes came: they are written nowhere."""

    def __init__(self, audit: Audit) -> None:
        super().__init__(f"finished as {audit.receipt}")
        self.audit = audit


class Became(StrEnum):
    TAKEN = "taken"
    REFUSED = "refused"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Change:
    """One question answered, or an act on several, and the version that the device knew of it.

    `key`: "answer:<recommendation>", "gate:<occasion>", "waiting", the acts "others" and "none" (of one block:
    "none:<block>"), or "nothing": a number that its device gave out and had no use for.
    """

    key: str
    version: int = 0
    value: Any = None
    note: str = ""
    # As it was sent, to be shown again, and why it cannot be read, if it cannot.
    sent: str = ""
    fault: str = ""

    @property
    def kind(self) -> str:
        return self.key.partition(":")[0]

    @property
    def about(self) -> str:
        return self.key.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a change. `current`: of a clash, the row, gate or audit as it stands."""

    change: Change
    became: Became = Became.TAKEN
    reason: str = ""
    current: Answer | Gate | Audit | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    seq: int
    # The draft's before it was taken, and now: a device knows by that whether anybody else wrote in between.
    before: int
    revision: int
    decided: Sequence[Decided]
    # By key, what stands otherwise than its device knew: the version known before, the version and value of now.
    moved: dict[str, tuple[int, int, Any]]


# What is answered to a device is kept, since the reply may be lost; so it is put together before all is written.
Reply = Callable[[Taken], dict[str, Any]]


class _Raced(Exception):
    """Another request of the same device was written since its number was read."""


def take_changes(**request: Any) -> dict[str, Any]:
    """As `_take_changes`, and once more where two requests of one device came at the same moment."""
    try:
        return _take_changes(**request)
    except _Raced:
        return _take_changes(**request)


@transaction.atomic
def _take_changes(
    *,
    audit: uuids.UUID,
    by: User,
    device: uuids.UUID,
    first: int,
    changes: Sequence[Change],
    digest: str,
    reply: Reply,
    now: datetime.datetime | None = None,
) -> dict[str, Any]:
    """Take a device's changes, numbered from `first` on; returns what is answered, to a repeated request as before.

    A change that cannot be is refused and takes its number; one over something that moved meanwhile is a clash, changes
    nothing, takes its number too, and stays with the device until somebody decides. Raises Gap, Late, or
    Audit.DoesNotExist where it is not the account's.
    """
    last = first + len(changes) - 1
    drafts = access.drafts_of(by).filter(uuid=audit).select_for_update(of=("self",))
    # The device with its audit, in one query. PostgreSQL waits for the audit alone: the device may be older than that.
    drafts = drafts.alias(own=FilteredRelation("devices", condition=Q(devices__device=device)))
    columns = {f"own_{name}": F(f"own__{name}") for name in ("id", "seq", "digest", "refused")}
    draft = drafts.annotate(**columns).first()
    if draft is None:
        return _after_the_end(access.finished_by(by).get(uuid=audit), device, last)
    kept = DraftDevice(
        pk=draft.own_id,
        audit=draft,
        device=device,
        seq=draft.own_seq or 0,
        digest=draft.own_digest or "",
        refused=draft.own_refused or {},
        seen_at=now or timezone.now(),
    )
    if last == kept.seq and digest == kept.digest:
        kept.save(update_fields=["seen_at"])
        return dict(DraftDevice.objects.values_list("reply", flat=True).get(pk=kept.pk))
    if first != kept.seq + 1:
        raise Gap(kept.seq)
    taken = _Taking(draft).take(changes, last)
    for one in taken.decided:
        kept.refused.pop(one.change.key, None)
        if one.became == Became.REFUSED:
            kept.refused[one.change.key] = {"sent": one.change.sent, "note": one.change.note, "reason": one.reason}
    before, kept.seq, kept.digest, kept.reply = kept.seq, last, digest, reply(taken)
    _keep(kept, before, is_new=draft.own_id is None)
    return dict(kept.reply)


def _keep(kept: DraftDevice, before: int, *, is_new: bool) -> None:
    """Raises _Raced, and nothing of the request is written, where the device has come further than that."""
    if is_new:
        try:
            with transaction.atomic(savepoint=False):
                kept.save(force_insert=True)
        except IntegrityError:
            raise _Raced from None
        return
    values = {name: getattr(kept, name) for name in ("seq", "seen_at", "digest", "reply", "refused")}
    if not DraftDevice.objects.filter(pk=kept.pk, seq=before).update(**values):
        raise _Raced


def _after_the_end(audit: Audit, device: uuids.UUID, last: int) -> dict[str, Any]:
    """What was there before the audit was finished is answered, that it is there; anything else is late."""
    kept = audit.devices.filter(device=device, seq__gte=last).first()
    if kept is None:
        raise Late(audit)
    return {"seq": kept.seq}


class _Taking:
    """A request's changes, one after the other, on the draft's rows in memory."""

    def __init__(self, draft: Audit) -> None:
        self.draft = draft
        self.sheet = Sheet(draft)
        # A change is meant to come after those before it in its request, whatever these moved.
        self.versions = {f"answer:{pk}": one.version for pk, one in self.sheet.answers.items()}
        self.versions |= {f"gate:{one.occasion_id}": one.version for one in self.sheet.gates.values()}
        self.versions["waiting"] = draft.version
        self.waited = False

    def take(self, changes: Sequence[Change], last: int) -> Taken:
        before = self.draft.revision
        decided = [self._decide(change) for change in changes]
        self.sheet.write()
        if self.waited:
            self.draft.version += 1
        refused = any(one.became == Became.REFUSED for one in decided)
        if self.waited or refused or self.sheet.has_changed:
            self.draft.revision += 1
            self.draft.save(update_fields=["revision", "version", "waiting_minutes"])
        return Taken(last, before, self.draft.revision, decided, self._moved(decided))

    def _decide(self, change: Change) -> Decided:
        if change.fault:
            return Decided(change, Became.REFUSED, change.fault)
        try:
            getattr(self, f"_{change.kind}")(change)
        except Stale as stale:
            return Decided(change, Became.CLASH, current=stale.current)
        except Refused as refused:
            return Decided(change, Became.REFUSED, str(refused.message))
        return Decided(change)

    def _answer(self, change: Change) -> None:
        answer = self.sheet.answer(int(change.about))
        if (answer.verdict, answer.note) == (change.value, change.note):
            # The very same is no conflict; judged again, it may still bring others along.
            self.sheet.judge(answer, change.value, change.note)
            return
        if self.versions[change.key] != change.version:
            raise Stale(answer)
        self.sheet.judge(answer, change.value, change.note)

    def _gate(self, change: Change) -> None:
        gate = self.sheet.gate(int(change.about))
        if gate.arose is change.value:
            return
        if self.versions[change.key] != change.version:
            raise Stale(gate)
        self.sheet.turn(gate, change.value)

    def _waiting(self, change: Change) -> None:
        check_wait(change.value)
        if self.draft.waiting_minutes == change.value:
            return
        if self.versions[change.key] != change.version:
            raise Stale(self.draft)
        self.draft.waiting_minutes = change.value
        self.waited = True

    def _others(self, change: Change) -> None:
        """ "Nothing else happened": every gate question still unanswered becomes a no."""
        for gate in list(self.sheet.gates.values()):
            if gate.arose is None and not self.sheet.keeps(gate):
                self.sheet.turn(gate, False)

    def _none(self, change: Change) -> None:
        self.sheet.none_of_these(change.about)

    def _nothing(self, change: Change) -> None:
        pass

    def _moved(self, decided: Sequence[Decided]) -> dict[str, tuple[int, int, Any]]:
        sheet = self.sheet
        rows: dict[str, Answer | Gate | Audit] = {
            f"answer:{one.recommendation_id}": one for one in sheet.changed.values()
        }
        rows |= {f"gate:{one.occasion_id}": one for one in sheet.changed_gates.values()}
        if self.waited:
            rows["waiting"] = self.draft
        moved = {key: (self.versions[key], row.version, value_of(row)) for key, row in rows.items()}
        # What was asked for and stood so already; its device may have known an older version.
        for one in decided:
            if one.became == Became.TAKEN and one.change.key in self.versions and one.change.key not in moved:
                row = self._row(one.change)
                moved[one.change.key] = (one.change.version, row.version, value_of(row))
        return moved

    def _row(self, change: Change) -> Answer | Gate | Audit:
        if change.kind == "answer":
            return self.sheet.answer(int(change.about))
        return self.sheet.gate(int(change.about)) if change.kind == "gate" else self.draft


def value_of(row: Answer | Gate | Audit) -> Any:
    if isinstance(row, Answer):
        return row.verdict
    return row.arose if isinstance(row, Gate) else row.waiting_minutes
