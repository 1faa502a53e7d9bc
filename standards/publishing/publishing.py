"""An edition's life: drafted, published, withdrawn. The only writers of its state."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from standards.models import Area, Assessability, Edition, Point, Publication, Recommendation, Standard, Withdrawal
from standards.models.history import save_as
from standards.publishing.soundness import Fault, findings, fingerprint, rows_by_lineage
from standards.refusals import Refused
from standards.wording.differences import wording


class Unsound(Refused):
    """The draft has faults; `faults` names them."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__(_("The draft cannot be published while it has faults."))
        self.faults = list(found)


@transaction.atomic
def draft_from(*, edition: Edition, code: str, title: str, by: AbstractBaseUser) -> Edition:
    """A draft with the text of `edition` and how it is judged, in a fixed number of queries.

    Recommendations keep their lineage, judging its sign-off. Raises Refused for a code or title that cannot be.
    """
    draft = Edition(code=code, title=title, based_on=edition)
    save_new(draft, by, f"draft of {edition.code}")
    areas = _copied(edition.areas.all(), edition=draft)
    standards = _copied(edition.standards.all(), edition=draft, area=areas)
    recommendations = _copied(
        Recommendation.objects.filter(standard__edition=edition),
        standard=standards,
        wording_changed=False,
        same_meaning=None,
    )
    _copied(Point.objects.filter(recommendation__standard__edition=edition), recommendation=recommendations)
    occasions = _copied(edition.occasions.all(), edition=draft)
    _copied(
        Assessability.objects.filter(recommendation__standard__edition=edition),
        recommendation=recommendations,
        occasion=occasions,
        excludes=recommendations,
    )
    return draft


def save_new(edition: Edition, by: AbstractBaseUser, reason: str) -> None:
    """Raise Refused for a code or title that cannot be, also where somebody else's came in at the same moment."""
    check_edition(edition)
    try:
        with transaction.atomic():
            save_as(edition, by, reason)
    except IntegrityError:
        edition.pk = None
        # What it met is there now, and is told as ever.
        check_edition(edition)
        raise


def check_edition(edition: Edition) -> None:
    """Raise Refused unless the edition's own fields are as they should be and its code is free."""
    try:
        edition.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refused(messages[0], field) from None


def _copied(rows: Any, **changes: Any) -> dict[int, Any]:
    """Copies of the rows by the key of what they copy; a change that maps keys says where a foreign key leads now."""
    originals = list(rows.order_by("pk"))
    copies = []
    for original in originals:
        values = {field.attname: getattr(original, field.attname) for field in original._meta.concrete_fields}
        del values["id"]
        for name, change in changes.items():
            if isinstance(change, dict):
                old = values.pop(f"{name}_id")
                values[name] = change[old] if old is not None else None
            else:
                values.pop(f"{name}_id", None)
                values[name] = change
        copies.append(type(original)(**values))
    made = rows.model.objects.bulk_create(copies)
    return {original.pk: copy for original, copy in zip(originals, made, strict=True)}


def editors(edition: Edition) -> set[int]:
    """Keys of the accounts that wrote any of its text, what is deleted by now included.

    Whoever merely drew the draft up from another edition wrote none of it. How it is judged is no text.
    """
    wrote = Edition.history.filter(id=edition.pk)
    if edition.based_on_id:
        wrote = wrote.exclude(history_type="+")
    # What was copied with the draft has no history of its own, what was deleted has nothing else.
    standards = Q(standard_id__in=Standard.objects.filter(edition=edition).values("pk")) | Q(
        standard_id__in=Standard.history.filter(edition_id=edition.pk).values("id")
    )
    recommendations = Q(recommendation_id__in=Recommendation.objects.filter(standards).values("pk")) | Q(
        recommendation_id__in=Recommendation.history.filter(standards).values("id")
    )
    found: set[int] = set()
    for changes in (
        wrote,
        Area.history.filter(edition_id=edition.pk),
        Standard.history.filter(edition_id=edition.pk),
        Recommendation.history.filter(standards),
        Point.history.filter(recommendations),
    ):
        found.update(changes.exclude(history_user=None).values_list("history_user_id", flat=True))
    return found


@transaction.atomic
def publish(
    *,
    edition: Edition,
    legal_basis: str,
    effective_from: datetime.date,
    by: AbstractBaseUser,
    title: str | None = None,
    odd_is_meant: str = "",
    now: datetime.datetime | None = None,
) -> Publication:
    """From now on its text never changes; it is in force from `effective_from`, which an ordinance may set in the past.

    Says of each recommendation whether figures pool with the edition before. Raises Refused when `by` wrote any of
    the text, Unsound while there are faults. Gaps and odd orders of numbers are published where `odd_is_meant` is the
    fingerprint of these warnings.
    """
    draft = Edition.objects.select_for_update(of=("self",)).select_related("based_on").get(pk=edition.pk)
    if draft.is_published:
        raise Refused(_("This edition is published already."))
    if by.pk in editors(draft):
        raise Refused(_("Whoever edited the draft does not publish it: ask a second person."))
    _require(legal_basis, "legal_basis", Publication, _("Give the legal basis."))
    if title is not None and title != draft.title:
        draft.title = title
        check_edition(draft)
        save_as(draft, by)
    found = findings(draft)
    if wrong := [one for one in found if not one.is_warning]:
        raise Unsound(wrong)
    if found and odd_is_meant != fingerprint(found):
        raise Refused(_("Say that the numbers are as they are meant to be."), "odd_is_meant")
    _mark_changed_wording(draft)
    publication = Publication.objects.create(
        edition=draft,
        legal_basis=legal_basis.strip(),
        effective_from=effective_from,
        published_at=now or timezone.now(),
        published_by_id=by.pk,
    )
    edition.refresh_from_db()
    return publication


def _mark_changed_wording(draft: Edition) -> None:
    """Another meaning is not pooled with the one before, and what was confirmed of that is not confirmed of this."""
    if draft.based_on is None:
        return
    before, now = rows_by_lineage(draft.based_on), rows_by_lineage(draft)
    changed, said = set(), set()
    for recommendation in Recommendation.objects.filter(standard__edition=draft):
        lineage = str(recommendation.lineage)
        if lineage in before and wording(before[lineage]) != wording(now[lineage]):
            said.add(recommendation.pk)
            if not recommendation.same_meaning:
                changed.add(recommendation.pk)
    own = Recommendation.objects.filter(standard__edition=draft)
    own.exclude(pk__in=said).update(same_meaning=None)
    own.exclude(pk__in=changed).update(wording_changed=False)
    own.filter(pk__in=changed).update(wording_changed=True)
    Assessability.objects.filter(recommendation__in=changed).update(
        confirmed_by=None, confirmed_at=None, question_confirmed_by=None, question_confirmed_at=None
    )


@transaction.atomic
def withdraw(
    *,
    edition: Edition,
    on: datetime.date,
    by: AbstractBaseUser,
    reason: str,
    now: datetime.datetime | None = None,
) -> Withdrawal:
    """Not in force from that day: visits of that day and later are not audited by it. Audits under way go on under it.

    Raises Refused. A day before it came into force cannot be; one in the past can, as an ordinance may say so.
    """
    kept = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if not kept.is_published:
        raise Refused(_("A draft is deleted, not withdrawn."))
    if kept.is_withdrawn:
        raise Refused(_("This edition is withdrawn already."))
    if on < kept.publication.effective_from:
        raise Refused(_("It came into force later than that."), "on")
    _require(reason, "reason", Withdrawal, _("Give the reason."))
    withdrawal = Withdrawal.objects.create(
        edition=kept, since=on, reason=reason.strip(), withdrawn_at=now or timezone.now(), withdrawn_by_id=by.pk
    )
    edition.refresh_from_db()
    return withdrawal


def _require(text: str, field: str, model: Any, problem: Any) -> None:
    if not text.strip():
        raise Refused(problem, field)
    longest = model._meta.get_field(field).max_length
    if len(text.strip()) > longest:
        raise Refused(_("At most %(longest)s characters.") % {"longest": longest}, field)


@transaction.atomic
def discard_draft(*, edition: Edition, by: AbstractBaseUser, seen: str) -> None:
    """Delete a draft with all its text; its history stays. `seen` is its code, as a confirmation page showed it.

    Raises Refused for a published edition and for one that another draft is based on.
    """
    draft = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if draft.is_published:
        raise Refused(_("A published edition is withdrawn, never deleted."))
    if draft.code != seen:
        raise Refused(_("This draft has changed meanwhile: look at it again."))
    if draft.drafts.exists():
        raise Refused(_("Another edition is based on this draft."))
    try:
        with transaction.atomic():
            Assessability.objects.filter(recommendation__standard__edition=draft).delete()
            Point.objects.filter(recommendation__standard__edition=draft).delete()
            Recommendation.objects.filter(standard__edition=draft).delete()
            draft.occasions.all().delete()
            draft.standards.all().delete()
            draft.areas.all().delete()
            draft._history_user = by
            draft._change_reason = "discarded"
            draft.delete()
    except ProtectedError:
        raise Refused(_("This draft is in use elsewhere in the portal.")) from None
