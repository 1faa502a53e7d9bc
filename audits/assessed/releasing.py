"""Showing people the audits about them."""

import datetime
import uuid as uuids
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.fieldwork.faults import Refused
from audits.models import Release, User, was_released

# As many notes as somebody can check with care in one go; also what one form can carry.
RELEASED_AT_ONCE = 25


@transaction.atomic
def release_audits(
    *, uuids: Collection[uuids.UUID], by: User, notes_checked: bool, now: datetime.datetime | None = None
) -> list[Release]:
    """Release these audits to the people they are about; all of them or, when one may not be, none.

    Raises Refused. What was released before stays as it was then.
    """
    if not notes_checked:
        raise Refused(_("Check the notes first, and say that you have."), "notes_checked")
    wanted = access.audits_visible_to(by).filter(uuid__in=uuids).select_for_update(of=("self",)).order_by("pk")
    known = list(wanted)
    before = set(access.audits_visible_to(by).filter(was_released(), uuid__in=uuids).values_list("pk", flat=True))
    left = [audit.pk for audit in known if audit.pk not in before]
    may = list(access.audits_to_release(by).filter(pk__in=left).order_by("pk"))
    if len(may) != len(left) or len(known) != len(set(uuids)):
        raise Refused(_("One of these audits cannot be released any more. The list below is as it stands now."))
    at = now or timezone.now()
    return Release.objects.bulk_create(
        Release(audit=audit, employee=audit.employee, released_by=by, released_at=at) for audit in may
    )
