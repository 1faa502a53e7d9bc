"""The list of kept reports."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits.choices import ReportState
from audits.models import Report
from audits.reports.periods import free
from audits.tables import labelled

_TONES = {ReportState.DONE: "tag--met", ReportState.FAILED: "tag--not-met", ReportState.WITHDRAWN: ""}


class ReportTable(tables.Table):
    caption = _("Reports")

    kind = tables.Column(verbose_name=_("Report"), orderable=False, attrs=labelled(_("Report"), "row-title"))
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"))
    )
    period = tables.Column(
        verbose_name=_("Period"),
        accessor="period_start",
        order_by=("period_start", "period_end"),
        attrs=labelled(_("Period")),
    )
    state = tables.Column(verbose_name=_("State"), attrs=labelled(_("State")))
    requested_at = tables.DateTimeColumn(
        verbose_name=_("Asked for"), format="j.m.Y, H:i", attrs=labelled(_("Asked for"), "nowrap")
    )
    requested_by = tables.Column(verbose_name=_("By"), orderable=False, attrs=labelled(_("By")))

    class Meta:
        model = Report
        fields = ("kind", "department", "period", "state", "requested_at", "requested_by")
        order_by = "-requested_at"
        empty_text = _("No reports yet.")
        attrs = {"class": "table table--cards"}

    def render_kind(self, record: Report) -> str:
        # Links read one after another, without their rows, must differ.
        about = record.audit.receipt if record.audit else f"{record.department.code}, {_period(record)}"
        return format_html(
            '<a href="{}">{}<span class="visually-hidden">: {}</span></a>',
            record.get_absolute_url(),
            record.get_kind_display(),
            about,
        )

    def render_state(self, record: Report) -> str:
        tone = _TONES.get(ReportState(record.state), "tag--partly")
        return format_html('<span class="tag {}">{}</span>', tone, record.get_state_display())

    def render_department(self, record: Report) -> str:
        return f"{record.department.code} {record.department.name}"

    def render_period(self, record: Report) -> str:
        return _period(record)


def _period(record: Report) -> str:
    return free(record.period_start, record.period_end).label
