"""What was, said in the administration: where a department stood, where a person worked, what an account held."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from audits.models import Department, Employee

NOTHING = "–"


def span(since: datetime.date, until: datetime.date | None) -> str:
    """Both days are said as readers count them: the last day is the last one on which it held."""
    begin = date_format(since)
    if until is None:
        return _("since %(day)s") % {"day": begin}
    if until <= since:
        return _("never, it was to begin on %(day)s") % {"day": begin}
    return _("%(first)s to %(last)s") % {"first": begin, "last": date_format(until - datetime.timedelta(days=1))}


def listed(items: Iterable[Any]) -> Any:
    items = list(items)
    if not items:
        return NOTHING
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((item,) for item in items)))


def link_to(department: Department) -> SafeString:
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:audits_department_change", args=[department.pk]), department
    )


def places(department: Department) -> Any:
    """Each stay below a parent, the latest first; between them, and before, it stood at the top."""
    return listed(
        format_html(
            "{}: {} {}",
            span(since, until),
            _("below") if parent else _("at the top of the office"),
            link_to(parent) if parent else "",
        )
        for parent, since, until in reversed(list(_stays(department)))
    )


def _stays(department: Department) -> Iterator[tuple[Department | None, datetime.date, datetime.date | None]]:
    begins = department.ancestors.filter(ancestor=F("descendant")).values_list("since", flat=True).first()
    day = begins
    for place in department.ancestors.filter(depth=1).select_related("ancestor").order_by("since"):
        if day is not None and day < place.since:
            yield None, day, place.since
        yield place.ancestor, place.since, place.until
        day = place.until
    if day is not None:
        yield None, day, None


def merged_from(department: Department) -> Any:
    return listed(
        format_html("{}: {}", date_format(source.closed_on), link_to(source))
        for source in department.merged_from.order_by("closed_on", "code")
    )


def merged_into(department: Department) -> Any:
    target = department.merged_into
    return link_to(target) if target is not None else NOTHING


def employments(employee: Employee) -> Any:
    """Where the person works, is to work and worked, the latest first."""
    today = timezone.localdate()
    rows = employee.employments.select_related("department").order_by("-since", "-pk")
    return listed(
        format_html(
            "{}: {}{}{}",
            span(one.since, one.until),
            link_to(one.department),
            f", {one.position}" if one.position else "",
            f" ({_('to come')})" if one.since > today else "",
        )
        for one in rows
    )


def appointments(user: Any) -> Any:
    """What the account holds, is to hold and held, with the page that says more."""
    if user is None:
        return NOTHING
    rows = user.appointments.select_related("department").order_by("-since", "-pk")
    return listed(
        format_html(
            '{}: <a href="{}">{}</a>, {}',
            span(one.since, one.until),
            reverse("audits:rights_of_account", args=[user.uuid]),
            one.get_role_display(),
            one.department,
        )
        for one in rows
    )
