"""What was, said in the administration: where a department stood, where a person worked, what an account held."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from audits.models import Department

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


def appointments(user: Any) -> Any:
    """What the account holds, is to hold and held, with the page that says more."""
    if user is None:
        return NOTHING
    rows = user.appointments.select_related("department").order_by("-since", "-pk")
    return listed(
        format_html(
            '{}: <a href="{}">{}</a>, {}',
            _("waits to be confirmed") if one.is_waiting else span(one.since, one.until),
            reverse("audits:rights_of_account", args=[user.uuid]),
            one.get_role_display(),
            one.department,
        )
        for one in rows
    )
