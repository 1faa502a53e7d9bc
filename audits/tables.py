"""Lists of audits."""

from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits.choices import AuditStatus
from audits.models import Audit

_TONES = {AuditStatus.DRAFT: "tag--partly", AuditStatus.SUBMITTED: "tag--met", AuditStatus.ANNULLED: "tag--not-met"}


def _labelled(label: Any, css: str = "") -> dict[str, dict[str, Any]]:
    """On a phone a row is a card, and each cell carries its heading."""
    return {"td": {"data-label": label, "class": css}}


class AuditTable(tables.Table):
    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: record.get_absolute_url(),
        # A draft has no receipt yet, but it does have a page.
        empty_values=(),
        order_by=("receipt", "pk"),
        attrs=_labelled(_("Audit"), "row-title"),
    )
    took_place_at = tables.DateTimeColumn(
        verbose_name=_("Took place"), format="j.m.Y, H:i", attrs=_labelled(_("Took place"), "nowrap")
    )
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=_labelled(_("Department"))
    )
    method = tables.Column(verbose_name=_("Method"), attrs=_labelled(_("Method")))
    channel = tables.Column(verbose_name=_("Channel"), attrs=_labelled(_("Channel")))
    employee = tables.Column(
        verbose_name=_("Employee"), order_by="employee__sort_key", default="–", attrs=_labelled(_("Employee"))
    )
    auditor = tables.Column(verbose_name=_("Auditor"), order_by="auditor__last_name", attrs=_labelled(_("Auditor")))
    status = tables.Column(verbose_name=_("Status"), attrs=_labelled(_("Status")))

    class Meta:
        model = Audit
        fields = ("receipt", "took_place_at", "department", "method", "channel", "employee", "auditor", "status")
        empty_text = _("No audit fits.")
        attrs = {"class": "table table--cards"}
        order_by = "-took_place_at"

    def render_receipt(self, record: Audit) -> str:
        return record.receipt or _("continue filling")

    def render_status(self, record: Audit) -> str:
        tone = _TONES.get(AuditStatus(record.status), "")
        return format_html('<span class="tag {}">{}</span>', tone, record.get_status_display())
