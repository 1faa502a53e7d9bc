"""Questions of access that are put together once and asked many times.

A query says what is asked, never what was answered. Putting one of these together takes Django longer than asking it,
and nearly every request does so several times.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any

from django.utils import timezone

from audits.models import WRITE_UP_FOR


@dataclass(frozen=True, slots=True)
class Account:
    """All that such a query may depend on, besides the day."""

    pk: int | None


def kept_for_the_day(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """For a queryset that depends on the account's key and on dates alone, and is made of filters and EXISTS.

    Of these each use is compiled from a copy, so that threads may share it. It is handed out as a copy too: nobody
    can evaluate, for the others, the one that is kept.
    """

    @lru_cache(maxsize=256)
    def put_together(account: Account, today: datetime.date, earliest: datetime.date) -> Any:
        return build(account)

    @wraps(build)
    def copy(user: Any) -> Any:
        now = timezone.now()
        # The two dates by which something can begin or end: today's, and the one after which a visit is not written up.
        return put_together(Account(user.pk), timezone.localdate(now), timezone.localdate(now - WRITE_UP_FOR)).all()

    copy.forget = put_together.cache_clear  # type: ignore[attr-defined]
    return copy
