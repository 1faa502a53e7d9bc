"""What the rows say about one person's employments, against what the portal holds. Pure but for the reasons' words.

The day on which a recorded employment began is never changed: many personnel systems write the day of hire into every
row, also after a transfer. So a first day no later than what is recorded already means a transfer on the import's day.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.office.imports.rows import PersonRow
from audits.office.structure import earlier

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Post:
    """An employment: department by code, first day, first day after the last one."""

    department: str
    position: str
    since: datetime.date
    until: datetime.date | None
    serves_clients: bool = True

    def lasts_after(self, day: datetime.date) -> bool:
        return self.until is None or self.until > day

    def overlaps(self, since: datetime.date | None, until: datetime.date | None) -> bool:
        return (until is None or self.since < until) and (since is None or self.lasts_after(since))


@dataclass(frozen=True, slots=True)
class PostChange:
    """One employment added (`before` is None) or changed; `row` is None for one that the file no longer has."""

    employment: int | None
    before: Post | None
    after: Post
    row: int | None


class Contradiction(Exception):
    """The row cannot be what the person's employments are; says why."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row
        self.reason = reason


def plan_posts(
    *,
    recorded: dict[int, Post],
    stated: Sequence[PersonRow],
    on: datetime.date,
    closed_on: Callable[[str], datetime.date | None] = lambda code: None,
) -> tuple[PostChange, ...]:
    """Changes that make the recorded employments (by key) those of the rows on that day. Raises Contradiction."""
    _check_apart(stated)
    matched = _match(recorded, stated, on)
    after = dict(recorded)
    changes: list[PostChange] = []
    # Who serves clients no longer, or now, has another employment from that day on.
    going_on: list[tuple[PersonRow, Post]] = []
    for key, row in matched.items():
        after[key] = _as_stated(recorded[key], row, on)
        if recorded[key].since < on < (after[key].until or datetime.date.max) and _changes_service(after[key], row):
            going_on.append((row, replace(after[key], since=on, serves_clients=not after[key].serves_clients)))
            after[key] = replace(after[key], until=on)
        elif recorded[key].since >= on and _changes_service(after[key], row):
            after[key] = replace(after[key], serves_clients=not after[key].serves_clients)
    arriving = [_new_post(row, list(after.values()), on) for row in stated if row not in matched.values()]
    current = [(row, post) for row, post in arriving if post.lasts_after(on)]
    for key, post in recorded.items():
        if key in matched or post.since > on or not post.lasts_after(on):
            continue
        later = [new.since for row, new in current if new.since > post.since]
        later += [after[other].since for other in matched if recorded[other].since > on]
        same_day = [(row, new) for row, new in current if new.since <= post.since]
        if not later and same_day:
            # Recorded today already: the department was mistaken, nobody worked there.
            row, new = same_day[0]
            after[key] = replace(new, since=post.since)
            matched[key] = row
            current.remove((row, new))
            arriving.remove((row, new))
        else:
            end = min(later) if later else max(on, post.since + DAY)
            after[key] = replace(post, until=earlier(post.until, end))
    changes.extend(
        PostChange(key, recorded[key], post, matched[key].row if key in matched else None)
        for key, post in after.items()
        if post != recorded[key]
    )
    changes.extend(PostChange(None, None, post, row.row) for row, post in (*going_on, *arriving))
    for change in changes:
        _check(change, [post for key, post in after.items() if key != change.employment], closed_on)
    return tuple(changes)


def _check_apart(stated: Sequence[PersonRow]) -> None:
    for at, row in enumerate(stated):
        for other in stated[:at]:
            if row.department == other.department and (
                (row.until is None or other.since is None or other.since < row.until)
                and (other.until is None or row.since is None or row.since < other.until)
            ):
                raise Contradiction(
                    row.row, _("Row %(row)d has the same person in the same department.") % {"row": other.row}
                )


def _match(recorded: dict[int, Post], stated: Sequence[PersonRow], on: datetime.date) -> dict[int, PersonRow]:
    """Which row speaks of which recorded employment."""
    last = max((post.since for post in recorded.values()), default=None)

    def exactly(post: Post, row: PersonRow) -> bool:
        return post.since == row.since and (not _is_current(row, on) or post.lasts_after(on) or post.since == last)

    def still_there(post: Post, row: PersonRow) -> bool:
        return _is_current(row, on) and post.lasts_after(on) and post.overlaps(row.since, row.until)

    def there_again(post: Post, row: PersonRow) -> bool:
        return _is_current(row, on) and post.since == last and bool(row.since) and post.overlaps(row.since, row.until)

    def over(post: Post, row: PersonRow) -> bool:
        return not _is_current(row, on) and post.overlaps(row.since, row.until)

    matched: dict[int, PersonRow] = {}
    for fits in (exactly, still_there, there_again, over):
        for row in stated:
            if row in matched.values():
                continue
            for key in sorted(recorded, key=lambda key: recorded[key].since, reverse=True):
                post = recorded[key]
                if key not in matched and post.department == row.department and fits(post, row):
                    matched[key] = row
                    break
    return matched


def _is_current(row: PersonRow, on: datetime.date) -> bool:
    return row.until is None or row.until > on


def _as_stated(post: Post, row: PersonRow, on: datetime.date) -> Post:
    # No end in the file leaves an end that is planned for later.
    planned = post.until if post.lasts_after(on) else None
    return replace(post, position=row.position or post.position, until=row.until or planned)


def _changes_service(post: Post, row: PersonRow) -> bool:
    return row.serves_clients is not None and row.serves_clients != post.serves_clients


def _new_post(row: PersonRow, recorded: Sequence[Post], on: datetime.date) -> tuple[PersonRow, Post]:
    if not _is_current(row, on):
        if row.since is None:
            raise Contradiction(row.row, _("An employment that has ended needs its first day too."))
        return row, Post(row.department, row.position, row.since, row.until, row.serves_clients is not False)
    since = row.since or on
    for post in recorded:
        if post.since <= on:
            known = post.since + DAY if post.until is None or post.until > on else post.until
            if since < known:
                since = on
    return row, Post(row.department, row.position, since, row.until, row.serves_clients is not False)


def _check(change: PostChange, others: Sequence[Post], closed_on: Callable[[str], datetime.date | None]) -> None:
    if change.row is None:
        return
    post = change.after
    closed = closed_on(post.department)
    if closed is not None and post.lasts_after(closed):
        closed_department = {"department": post.department, "day": date_format(closed)}
        raise Contradiction(change.row, _("%(department)s is closed since %(day)s.") % closed_department)
    for other in others:
        if other.department == post.department and other.overlaps(post.since, post.until):
            raise Contradiction(
                change.row,
                _("The portal has another employment there since %(day)s; correct one of them by hand.")
                % {"day": date_format(other.since)},
            )
