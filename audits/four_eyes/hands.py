"""Whose hand an account is of, and who therefore is no second pair of eyes.

Whoever makes an account, or could have let themselves in by it (the link of its invitation, its address, its second
factor taken away), has had it in hand; so has whoever had the maker's own in hand, and so on. Only an account whose
founding appointment came to hold by its owner's second factor stands for itself, and one that the only administrator of
an office appointed as the next, by leave of whoever runs the portal: as long as nobody could let themselves in by it
since.
"""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.access_log.log import record_of_account
from audits.choices import AccessKind, Confirmation, Making, Role
from audits.models import AccountMaking, Appointment


@transaction.atomic
def note_making(*, account: Any, by: Any, how: Making) -> None:
    AccountMaking.objects.create(account=account, by=by, how=how, at=timezone.now())
    record_of_account(kind=AccessKind.ACCOUNT_IN_HAND, account=account, by=by, detail=how)


# The link of the next administrator's invitation is theirs to use, also after the only one confirmed them.
_TAKEN_OVER = (Making.ADDRESS, Making.FACTORS)


class Hands:
    """As they are now, for as many questions as a page has: two queries."""

    def __init__(self) -> None:
        next_one = Q(confirmation=Confirmation.ALONE, role=Role.ADMINISTRATOR)
        founding = Appointment.objects.confirmed().filter(Q(confirmation=Confirmation.FOUNDING) | next_one)
        stands_since = dict(founding.order_by("confirmed_at").values_list("user", "confirmed_at"))
        self._makers: dict[int, set[int]] = defaultdict(set)
        for account, by, how, at in AccountMaking.objects.order_by().values_list("account", "by", "how", "at"):
            since = stands_since.get(account)
            if since is None or (how in _TAKEN_OVER and at >= since):
                self._makers[account].add(by)

    def of(self, account: int) -> frozenset[int]:
        """The account itself and all that had it in hand, directly or in chain."""
        found: set[int] = set()
        ahead = {account}
        while ahead:
            found |= ahead
            makers = (self._makers[one] for one in ahead if one in self._makers)
            ahead = set().union(*makers) - found
        return frozenset(found)

    def why_not(self, *, by: Any, proposed_by: int | None, account: int) -> str:
        """Why `by` cannot confirm what somebody proposed for that account; empty where they can."""
        if by.pk == account:
            return _("It is for yourself: another administrator confirms it.")
        if settings.ONE_ADMINISTRATOR or proposed_by is None:
            return ""
        if by.pk == proposed_by:
            return _("You proposed it yourself: another administrator confirms it.")
        of_confirmer = self.of(by.pk)
        if account in of_confirmer:
            return _("Your account was made by the one whom it is for: another administrator confirms it.")
        if of_confirmer & self.of(proposed_by):
            return _("Your account and that of whoever proposed it are of one hand: another administrator confirms it.")
        return ""

    def is_alone(self, *, by: Any, proposed_by: int | None) -> bool:
        """Whether only the setting for offices with one administrator lets them confirm it."""
        return proposed_by is not None and bool(self.of(by.pk) & self.of(proposed_by))


@register(Tags.security, deploy=True)
def check_one_administrator(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not settings.ONE_ADMINISTRATOR:
        return []
    return [
        checks.Warning(
            "ONE_ADMINISTRATOR is on: one administrator alone confirms the power over results that they grant.",
            hint="Delete ONE_ADMINISTRATOR=on from the environment or .env as soon as there is a second administrator.",
            id="audits.W103",
        )
    ]
