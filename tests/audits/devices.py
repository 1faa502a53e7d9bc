"""A device that fills drafts: it numbers its changes, as the page's script does."""

import uuid
from typing import Any

from audits.fieldwork import Became, Change, Refused, Stale, Taken, take_changes
from audits.models import Audit, User

# One a test run: that two browsers fill one draft is said where it matters.
DEVICE = uuid.UUID("7f5ec1a4-5f0c-4d53-8b58-3f0b3f6f3c11")


def take(audit: Audit, by: User, *changes: Change, device: uuid.UUID = DEVICE, first: int | None = None) -> Taken:
    """What became of the device's next changes."""
    kept: list[Taken] = []

    def reply(taken: Taken) -> dict[str, Any]:
        kept.append(taken)
        return {"seq": taken.seq}

    if first is None:
        first = sum(audit.devices.filter(device=device).values_list("seq", flat=True)) + 1
    digest = uuid.uuid4().hex
    take_changes(audit=audit.uuid, by=by, device=device, first=first, changes=changes, digest=digest, reply=reply)
    return kept[0]


def change(audit: Audit, by: User, one: Change) -> Taken:
    """One change; raises Stale or Refused where it is not taken."""
    taken = take(audit, by, one)
    [decided] = taken.decided
    if decided.became == Became.CLASH:
        raise Stale(decided.current)
    if decided.became == Became.REFUSED:
        raise Refused(decided.reason)
    return taken


def record_answer(
    *, audit: Audit, by: User, recommendation_id: int, version: int, verdict: str, note: str = ""
) -> Taken:
    return change(audit, by, Change(f"answer:{recommendation_id}", version, verdict, note))


def record_gate(*, audit: Audit, by: User, occasion_id: int, version: int, arose: bool | None) -> Taken:
    return change(audit, by, Change(f"gate:{occasion_id}", version, arose))


def record_other_gates(*, audit: Audit, by: User) -> Taken:
    return change(audit, by, Change("others"))


def record_none_of_these(*, audit: Audit, by: User, block: str) -> Taken:
    return change(audit, by, Change(f"none:{block}"))
