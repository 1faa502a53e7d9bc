"""Lists of audits."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits.choices import AuditStatus
from audits.models import AccessRecord, Audit, User

_TONES = {
    AuditStatus.DRAFT: "tag--partly",
    AuditStatus.SUBMITTED: "tag--met",
    AuditStatus.ANNULLED: "tag--not-met",
    AuditStatus.PROPOSED: "tag--partly",
}


def labelled(label: Any, css: str = "") -> dict[str, dict[str, Any]]:
    """On a phone a row is a card, and each cell carries its heading."""
    return {"td": {"data-label": label, "class": css}}


class AuditTable(tables.Table):
    """`names_of`: the account whose own audits alone show the employee's name; None where all do."""

    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: record.get_absolute_url(),
        # A draft has no receipt yet, but it does have a page.
        empty_values=(),
        order_by=("receipt", "pk"),
        attrs=labelled(_("Audit"), "row-title"),
    )
    took_place_at = tables.DateTimeColumn(
        verbose_name=_("Took place"), format="j.m.Y, H:i", attrs=labelled(_("Took place"), "nowrap")
    )
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"))
    )
    method = tables.Column(verbose_name=_("Method"), attrs=labelled(_("Method")))
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))
    employee = tables.Column(
        verbose_name=_("Employee"), order_by="employee__sort_key", default="–", attrs=labelled(_("Employee"))
    )
    auditor = tables.Column(verbose_name=_("Auditor"), order_by="auditor__last_name", attrs=labelled(_("Auditor")))
    status = tables.Column(verbose_name=_("Status"), attrs=labelled(_("Status")))

    class Meta:
        model = Audit
        fields = ("receipt", "took_place_at", "department", "method", "channel", "employee", "auditor", "status")
        empty_text = _("No audit fits.")
        attrs = {"class": "table table--cards"}
        order_by = "-took_place_at"

    def __init__(self, *args: Any, names_of: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_of = names_of
        if names_of is not None:
            # In the order of their names, hidden names would tell of themselves.
            self.columns["employee"].column.orderable = False

    def render_employee(self, record: Audit) -> str:
        if self.names_of is not None and record.auditor_id != self.names_of.pk:
            return _("after the purpose is given")
        return str(record.employee)

    def render_receipt(self, record: Audit) -> str:
        return record.receipt or _("continue filling")

    def render_status(self, record: Audit) -> str:
        if hasattr(record, "superseded_by"):
            return format_html('<span class="tag">{}</span>', _("Replaced by a correction"))
        tone = _TONES.get(AuditStatus(record.status), "")
        return format_html('<span class="tag {}">{}</span>', tone, record.get_status_display())


class OwnReadersTable(tables.Table):
    """Who read the results of the person who looks at it."""

    caption = _("Who read my audits")

    at = tables.DateTimeColumn(
        verbose_name=_("When"), format="j.m.Y, H:i", attrs=labelled(_("When"), "row-title nowrap")
    )
    reader = tables.Column(
        verbose_name=_("Who"), order_by=("reader__last_name", "reader__first_name"), attrs=labelled(_("Who"))
    )
    roles = tables.Column(verbose_name=_("Roles"), orderable=False, default="–", attrs=labelled(_("Roles")))
    kind = tables.Column(verbose_name=_("What"), attrs=labelled(_("What")))
    audit = tables.Column(verbose_name=_("Audit"), orderable=False, default="–", attrs=labelled(_("Audit"), "nowrap"))
    purpose = tables.Column(
        verbose_name=_("Purpose"), accessor="purpose_shown", orderable=False, attrs=labelled(_("Purpose"))
    )

    class Meta:
        model = AccessRecord
        fields = ("at", "reader", "roles", "kind", "audit", "purpose")
        order_by = "-at"
        empty_text = _("Nobody has read them.")
        attrs = {"class": "table table--cards"}

    def render_roles(self, record: AccessRecord) -> str:
        return record.roles_shown

    def render_audit(self, record: AccessRecord) -> str:
        """Rows say `is_shown`: whether the audit was released to the person who looks at them."""
        audit = record.audit
        if audit is None or not record.is_shown:  # type: ignore[attr-defined]
            return _("not released")
        return format_html('<a href="{}">{}</a>', reverse("audits:own_result", args=[audit.uuid]), audit.receipt)


class AccessLogTable(OwnReadersTable):
    """The whole log, for the data protection officer."""

    caption = _("Access log")

    number = tables.Column(verbose_name=_("No."), attrs=labelled(_("No.")))
    at = tables.DateTimeColumn(
        verbose_name=_("When"),
        format="j.m.Y, H:i:s",
        order_by="number",
        attrs=labelled(_("When"), "row-title nowrap"),
    )
    employee = tables.Column(
        verbose_name=_("Whose"), order_by="employee__sort_key", default="–", attrs=labelled(_("Whose"))
    )
    audit = tables.Column(
        verbose_name=_("Audit"), order_by="audit__receipt", default="–", attrs=labelled(_("Audit"), "nowrap")
    )
    justification = tables.Column(
        verbose_name=_("Justification"), orderable=False, default="–", attrs=labelled(_("Justification"))
    )
    address = tables.Column(verbose_name=_("From where"), default="–", attrs=labelled(_("From where")))

    def render_audit(self, record: AccessRecord) -> str:
        return str(record.audit)

    class Meta(OwnReadersTable.Meta):
        fields = ("number", "at", "reader", "roles", "kind", "employee", "audit", "purpose", "justification", "address")
        order_by = "-number"
        empty_text = _("No reading fits.")
