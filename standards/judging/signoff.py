"""Who confirmed how recommendations are judged. Until then it is a proposal, and reports say so."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from standards.digests import digest_of
from standards.fields import too_long
from standards.judging.naming import name_matter, require_own_name
from standards.models import Assessability, Edition, Occasion, Recommendation
from standards.models.history import save_as
from standards.models.judging import ASKED, GATE, JUDGED
from standards.refusals import Refused

LONGEST_REASON = 300


@dataclass(frozen=True)
class Unconfirmed:
    """What is still a proposal: labels of rows ("17.10") that some method sees, of their questions; gate questions."""

    rows: list[str]
    questions: list[str]
    gates: list[str]

    def __bool__(self) -> bool:
        return bool(self.rows or self.questions or self.gates)


def unconfirmed(edition: Edition) -> Unconfirmed:
    """In the order of the text; two queries. That a row is not assessable is to be confirmed like any other."""
    judged = list(
        Assessability.objects.filter(recommendation__standard__edition=edition)
        .select_related("recommendation__standard")
        .order_by("recommendation__standard__position", "recommendation__position")
    )
    return unconfirmed_among(judged, edition.occasions.order_by("position"))


def unconfirmed_among(judged: Iterable[Assessability], gates: Iterable[Occasion]) -> Unconfirmed:
    """The same of rows and gates that were read already, in the order given."""
    rows = list(judged)
    return Unconfirmed(
        [row.recommendation.label for row in rows if not row.confirmed_at],
        [row.recommendation.label for row in rows if row.is_assessable and not row.question_confirmed_at],
        [gate.label for gate in gates if not gate.confirmed_at],
    )


def version_of(row: Assessability | Occasion) -> str:
    """What a page shows of the row, in 16 letters: to confirm that, and not what somebody has made of it since."""
    columns = GATE if isinstance(row, Occasion) else (*JUDGED, *ASKED)
    return digest_of([getattr(row, column) for column in columns])[:16]


@transaction.atomic
def confirm_assessability(
    *,
    assessability: Assessability,
    by: AbstractBaseUser,
    seen: str,
    row: bool = True,
    question: bool = True,
    now: datetime.datetime | None = None,
) -> Assessability:
    """Confirm how the row is judged, its factual question, or both. `seen` is the `version_of` what was shown.

    Raises Refused when it has changed meanwhile or has faults.
    """
    kept = (
        Assessability.objects.select_for_update(of=("self",))
        .select_related("recommendation__standard")
        .get(pk=assessability.pk)
    )
    _require_version(kept, seen)
    if kept.faults():
        raise Refused(_("This row has faults: mend them first."))
    if question and not kept.is_assessable:
        question = False
    if row:
        kept.confirmed_by_id, kept.confirmed_at = by.pk, now or timezone.now()
    if question:
        kept.question_confirmed_by_id, kept.question_confirmed_at = by.pk, now or timezone.now()
    save_as(kept, by, "confirmed")
    return kept


@transaction.atomic
def confirm_gate(
    *, occasion: Occasion, by: AbstractBaseUser, seen: str, now: datetime.datetime | None = None
) -> Occasion:
    """Confirm an occasion's gate question. Raises Refused when it has changed meanwhile."""
    kept = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion.pk)
    _require_version(kept, seen)
    kept.confirmed_by_id, kept.confirmed_at = by.pk, now or timezone.now()
    save_as(kept, by, "confirmed")
    return kept


@dataclass(frozen=True)
class Confirming:
    """What is confirmed of a row, and the `version_of` what was shown."""

    row: Assessability | Occasion
    seen: str
    judging: bool = True
    question: bool = True


class NotConfirmed(Refused):
    """Nothing was confirmed; `problems` says of each row why."""

    def __init__(self, problems: list[tuple[Assessability | Occasion, Any]]) -> None:
        super().__init__(_("Nothing was confirmed: look at these rows first."))
        self.problems = problems


@transaction.atomic
def confirm_many(*, by: AbstractBaseUser, wanted: Sequence[Confirming], now: datetime.datetime | None = None) -> int:
    """Confirm all of these rows and gate questions or none; how many. Raises NotConfirmed."""
    now = now or timezone.now()
    problems: list[tuple[Assessability | Occasion, Any]] = []
    for each in wanted:
        try:
            if isinstance(each.row, Occasion):
                confirm_gate(occasion=each.row, by=by, seen=each.seen, now=now)
            else:
                confirm_assessability(
                    assessability=each.row,
                    by=by,
                    seen=each.seen,
                    row=each.judging,
                    question=each.question,
                    now=now,
                )
        except Refused as refused:
            problems.append((each.row, refused.message))
    if problems:
        raise NotConfirmed(problems)
    return len(wanted)


@transaction.atomic
def begin_judging(
    *, recommendation: Recommendation, by: AbstractBaseUser, reason: str, changes: dict[str, Any]
) -> Assessability:
    """Say for the first time how a recommendation is judged. Raises Refused, ValidationError by field."""
    if Assessability.objects.filter(recommendation=recommendation).exists():
        raise Refused(_("This row has changed meanwhile: look at it again."))
    made = Assessability(recommendation=recommendation, **changes)
    made.reason = reason.strip()
    made.full_clean()
    require_own_name(made)
    save_as(made, by, made.reason)
    name_matter(made, by, made.reason)
    return made


@transaction.atomic
def change_judging(
    *, assessability: Assessability, by: AbstractBaseUser, seen: str, reason: str, changes: dict[str, Any]
) -> Assessability:
    """Judge a recommendation otherwise. Audits already opened keep what they were opened with; sign-off lapses.

    `changes` are fields of the row; `reason` goes into its history, and stays on a row that was not assessable
    before. Other rows of its matter take its short name. Raises Refused when the row has changed meanwhile or a
    published edition is given no reason, ValidationError by field for what cannot be.
    """
    kept = (
        Assessability.objects.select_for_update(of=("self",))
        .select_related("recommendation__standard__edition__publication", "occasion", "excludes__standard")
        .get(pk=assessability.pk)
    )
    _require_version(kept, seen)
    reason = reason.strip()
    if not reason and kept.recommendation.standard.edition.is_published:
        raise Refused(_("Say why it is judged otherwise now."), "reason")
    was_assessable = kept.is_assessable
    unknown = set(changes) - {field.removesuffix("_id") for field in (*JUDGED, *ASKED)}
    if unknown:
        raise ValueError(f"not fields of judging: {sorted(unknown)}")
    for field, value in changes.items():
        setattr(kept, field, value)
    if kept.is_assessable and not was_assessable:
        kept.reason = reason
    if told := too_long(reason, LONGEST_REASON):
        raise ValidationError({"reason": told})
    kept.full_clean()
    if {"short_name", "same_matter"} & set(changes):
        require_own_name(kept)
    save_as(kept, by, reason)
    name_matter(kept, by, reason)
    return kept


def _require_version(row: Assessability | Occasion, seen: str) -> None:
    if version_of(row) != seen:
        raise Refused(_("This row has changed meanwhile: look at it again."))
