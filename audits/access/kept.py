"""Questions of access that are put together once and asked many times.

A query says what is asked, never what was answered. Putting one of these together takes Django longer than asking it,
and nearly every request does so several times. What every single request asks is kept as the statement that is sent.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any

from django.db import connection
from django.utils import timezone

from audits.models import WRITE_UP_FOR

# Stands for the account's key where a statement is put together: no key, no number that a statement holds besides.
ANY_ACCOUNT = -40_962


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


@dataclass(frozen=True, slots=True)
class Statement:
    """What the database is sent for a queryset, and where in it stands what it is asked about."""

    sql: str
    params: tuple[Any, ...]
    mark: Any

    @classmethod
    def of(cls, queryset: Any, mark: Any) -> "Statement":
        sql, params = queryset.query.sql_with_params()
        if mark not in params:
            raise ValueError(f"{mark!r} is nowhere in {sql}")
        return cls(sql, tuple(params), mark)

    def about(self, value: Any) -> list[Any]:
        """The parameters, for one whom it is asked about."""
        return [value if one == self.mark else one for one in self.params]

    def rows(self, value: Any) -> list[tuple[Any, ...]]:
        """As the database has them: a truth is a number on SQLite."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.about(value))
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found
