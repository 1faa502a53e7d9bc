"""The end of a draft that comes to nothing. What was published is withdrawn instead (`publishing`)."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from standards.models import Assessability, Edition, Point, Recommendation
from standards.publishing import Refused


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
