"""Lists of what assessed people are owed."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits.choices import AuditStatus
from audits.models import Audit, DataRequest
from audits.tables import labelled


class OwnResultsTable(tables.Table):
    """The person's own released audits. No score: it stands beside its coverage, on the audit's page."""

    caption = _("My results")

    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: reverse("audits:own_result", args=[record.uuid]),
        attrs=labelled(_("Audit"), "row-title"),
    )
    # A shopper's visit is told by its day: the hour would tell who came.
    took_place_at = tables.DateColumn(
        verbose_name=_("Took place"), format="j.m.Y", attrs=labelled(_("Took place"), "nowrap")
    )
    department = tables.Column(verbose_name=_("Department"), orderable=False, attrs=labelled(_("Department")))
    method = tables.Column(verbose_name=_("Method"), attrs=labelled(_("Method")))
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))
    released = tables.DateColumn(
        verbose_name=_("Released"),
        format="j.m.Y",
        attrs=labelled(_("Released"), "nowrap"),
    )
    status = tables.Column(verbose_name=_("Status"), attrs=labelled(_("Status")))

    class Meta:
        model = Audit
        fields = ("receipt", "took_place_at", "department", "method", "channel", "released", "status")
        order_by = "-took_place_at"
        empty_text = _("No audit has been released to you.")
        attrs = {"class": "table table--cards"}

    def render_status(self, record: Audit) -> str:
        if record.status == AuditStatus.ANNULLED:
            return format_html('<span class="tag tag--not-met">{}</span>', record.get_status_display())
        if hasattr(record, "superseded_by"):
            return format_html('<span class="tag tag--partly">{}</span>', _("Replaced by a correction"))
        if record.has_statement:  # type: ignore[attr-defined]
            return format_html('<span class="tag">{}</span>', _("with my statement"))
        return "–"


class StatementsTable(tables.Table):
    """Audits to which the person replied, for HR. Whom they are about is told on the audit's page, for a purpose."""

    caption = _("Statements of people assessed")

    receipt = tables.Column(
        verbose_name=_("Audit"),
        orderable=False,
        linkify=lambda record: record.get_absolute_url(),
        attrs=labelled(_("Audit"), "row-title"),
    )
    department = tables.Column(
        verbose_name=_("Department"), accessor="department__code", orderable=False, attrs=labelled(_("Department"))
    )
    took_place_at = tables.DateColumn(
        verbose_name=_("Took place"), format="j.m.Y", orderable=False, attrs=labelled(_("Took place"), "nowrap")
    )
    said_at = tables.DateTimeColumn(
        verbose_name=_("Statement made"),
        format="j.m.Y, H:i",
        orderable=False,
        attrs=labelled(_("Statement made"), "nowrap"),
    )
    is_unread = tables.Column(verbose_name=_("State"), orderable=False, attrs=labelled(_("State")))

    class Meta:
        model = Audit
        fields = ("receipt", "department", "took_place_at", "said_at", "is_unread")
        attrs = {"class": "table table--cards"}

    def __init__(self, *args: Any, every: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_text = _("Nobody has made a statement yet.") if every else _("No statement waits to be read.")

    def render_is_unread(self, value: bool) -> str:
        if value:
            return format_html('<span class="tag tag--partly">{}</span>', _("unread"))
        return str(_("read"))


class RequestsTable(tables.Table):
    """Requests under RODO, for HR."""

    caption = _("Requests under RODO")

    kind = tables.Column(
        verbose_name=_("What is asked for"),
        orderable=False,
        linkify=lambda record: record.get_absolute_url(),
        attrs=labelled(_("What is asked for"), "row-title"),
    )
    employee = tables.Column(verbose_name=_("Who asks"), orderable=False, attrs=labelled(_("Who asks")))
    department = tables.Column(
        verbose_name=_("Department"), accessor="department__code", orderable=False, attrs=labelled(_("Department"))
    )
    received_on = tables.DateColumn(
        verbose_name=_("Received on"), format="j.m.Y", orderable=False, attrs=labelled(_("Received on"), "nowrap")
    )
    deadline = tables.DateColumn(
        verbose_name=_("To be answered by"), orderable=False, attrs=labelled(_("To be answered by"), "nowrap")
    )
    outcome = tables.Column(verbose_name=_("Outcome"), orderable=False, attrs=labelled(_("Outcome")))

    class Meta:
        model = DataRequest
        fields = ("kind", "employee", "department", "received_on", "deadline", "outcome")
        attrs = {"class": "table table--cards"}

    def __init__(self, *args: Any, answered: bool, **kwargs: Any) -> None:
        super().__init__(*args, exclude=("deadline",) if answered else ("outcome",), **kwargs)
        self.empty_text = _("No request has been answered yet.") if answered else _("No request waits for an answer.")

    def render_deadline(self, record: DataRequest) -> str:
        day = date_format(record.deadline, "j.m.Y")
        if record.deadline < timezone.localdate():
            return format_html('{} <span class="tag tag--not-met">{}</span>', day, _("overdue"))
        return day
