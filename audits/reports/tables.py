"""The list of kept reports."""

import django_tables2 as tables
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits.choices import ReportLevel, ReportState
from audits.models import DepartmentName, Report, read_names
from audits.models.office import Names
from audits.models.periods import free
from audits.tables import labelled

_TONES = {
    ReportState.DONE: "tag--met",
    ReportState.FAILED: "tag--not-met",
    ReportState.CANCELLED: "",
    ReportState.WITHDRAWN: "",
}


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
        about = record.audit.receipt if record.audit else f"{self._department(record).code}, {_period(record)}"
        return format_html(
            '<span><a href="{}">{}<span class="visually-hidden">: {}</span></a>{}</span>',
            record.get_absolute_url(),
            record.get_kind_display(),
            about,
            self._level(record),
        )

    @staticmethod
    def _level(record: Report) -> str:
        """The full level is said on every page; of an audit's card it goes without saying."""
        if record.audit or record.level != ReportLevel.FULL:
            return ""
        return format_html(' <span class="tag tag--not-met">{}</span>', record.get_level_display())

    def render_state(self, record: Report) -> str:
        tone = _TONES.get(ReportState(record.state), "tag--partly")
        return format_html('<span class="tag {}">{}</span>', tone, record.get_state_display())

    def render_department(self, record: Report) -> str:
        return str(self._department(record))

    def _department(self, record: Report) -> DepartmentName:
        """As it was called on the last day of what the report is about."""
        return self._names.of(record.department_id, record.period_end)

    @cached_property
    def _names(self) -> Names:
        return read_names({row.record.department_id for row in self.page or self.rows})

    def render_period(self, record: Report) -> str:
        return _period(record)


def _period(record: Report) -> str:
    return free(record.period_start, record.period_end).label
