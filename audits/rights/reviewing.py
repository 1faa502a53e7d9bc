"""The review of rights: one person looks through what is held and confirms or ends each; it is kept as it was made."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from audits.choices import ReviewDecision
from audits.models import Department, ReviewedAppointment, RightsReview
from audits.rights.appointing import end_appointment
from audits.rights.holdings import Right, fingerprint, rights_on
from standards.refusals import Refused, Stale


class Changed(Stale):
    """Since the page was shown, what is held has changed."""


class CannotEnd(Refused):
    """One of the appointments that were to end cannot; `right` says which. Nothing was written."""

    def __init__(self, right: Right, reason: str) -> None:
        super().__init__(reason)
        self.right = right


@transaction.atomic
def review_rights(
    *, by: Any, department: Department | None, decisions: Mapping[str, str], shown: str, note: str = ""
) -> RightsReview:
    """`decisions` by the appointment's UUID, for every one that is not left to others; `shown`: the fingerprint of what
    they were made about. Raises Changed and CannotEnd.
    """
    today = timezone.localdate()
    rights = rights_on(today, department)
    others = {str(one.appointment.uuid) for one in rights if not is_left(one, by)}
    if fingerprint(rights) != shown or decisions.keys() != others:
        raise Changed(rights)
    review = RightsReview.objects.create(department=department, day=today, by=by, at=timezone.now(), note=note)
    reviewed = []
    for right in rights:
        one = right.appointment
        decision = decisions.get(str(one.uuid), ReviewDecision.LEFT)
        reviewed.append(
            ReviewedAppointment(
                review=review,
                appointment=one,
                decision=decision,
                until=one.until,
                remarks="; ".join(right.remarks)[:300],
            )
        )
        if decision == ReviewDecision.ENDED:
            try:
                end_appointment(appointment=one, on=today, by=by)
            except ValidationError as fault:
                raise CannotEnd(right, " ".join(fault.messages)) from fault
    ReviewedAppointment.objects.bulk_create(reviewed)
    return review


def is_left(right: Right, user: Any) -> bool:
    """Nobody decides about what they hold themselves; what waits to be confirmed has a page of its own."""
    return right.is_waiting or right.appointment.user_id == user.pk
