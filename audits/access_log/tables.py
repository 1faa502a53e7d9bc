"""What a list of audits can be narrowed to."""

from typing import Any

import django_filters
import django_tables2 as tables
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AccessKind
from audits.fields import DayInput, SpanForm
from audits.models import AccessRecord, Employee, Purpose, User
from audits.tables import TextFilter, labelled


def _readers(request: Any) -> QuerySet[User]:
    """Whoever has read something that the account sees in the log."""
    seen = access.access_log_visible_to(request.user).filter(reader=OuterRef("pk"))
    return User.objects.filter(Exists(seen)).order_by("last_name", "first_name", "username")


class AccessLogFilter(django_filters.FilterSet):
    reader = django_filters.ModelChoiceFilter(label=_("Who read"), queryset=_readers, empty_label=_("all"))
    whose = TextFilter(label=_("Whose: employee or receipt number"), method="filter_whose", max_length=100)
    kind = django_filters.ChoiceFilter(label=_("What"), choices=AccessKind.choices, empty_label=_("all"))
    purpose = django_filters.ModelChoiceFilter(label=_("Purpose"), queryset=Purpose.objects.all(), empty_label=_("all"))
    since = django_filters.DateFilter(label=_("From"), field_name="at", lookup_expr="date__gte", widget=DayInput())
    until = django_filters.DateFilter(label=_("To"), field_name="at", lookup_expr="date__lte", widget=DayInput())

    class Meta:
        model = AccessRecord
        form = SpanForm
        fields: list[str] = []

    def filter_whose(self, queryset: QuerySet[AccessRecord], name: str, value: str) -> QuerySet[AccessRecord]:
        people = Employee.objects.named_like(value).values("pk")
        return queryset.filter(Q(audit__receipt__icontains=value) | Q(employee__in=people))


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
        fields: tuple[str, ...] = ("at", "reader", "roles", "kind", "audit", "purpose")
        order_by = "-at"
        empty_text = _("Nobody has read them.")
        attrs = {"class": "table table--cards"}

    def render_roles(self, record: AccessRecord) -> str:
        return record.roles_shown

    def render_audit(self, record: AccessRecord) -> str:
        """Rows say `is_shown`: whether the audit was released to the person who looks at them."""
        audit = record.audit
        if audit is None or not record.is_shown:  # type: ignore[attr-defined]
            return str(_("not released"))
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
        verbose_name=_("Whose"), order_by="employee__sort_key", empty_values=(), attrs=labelled(_("Whose"))
    )
    audit = tables.Column(
        verbose_name=_("Audit"), order_by="audit__receipt", default="–", attrs=labelled(_("Audit"), "nowrap")
    )
    justification = tables.Column(
        verbose_name=_("Justification"), orderable=False, empty_values=(), attrs=labelled(_("Justification"))
    )
    address = tables.Column(verbose_name=_("From where"), default="–", attrs=labelled(_("From where")))

    def render_audit(self, record: AccessRecord) -> str:
        return str(record.audit)

    def render_employee(self, record: AccessRecord) -> str:
        return str(record.employee or record.account or "–")

    def render_justification(self, record: AccessRecord) -> str:
        return record.justification or record.detail_shown or "–"

    class Meta(OwnReadersTable.Meta):
        fields = (
            "number",
            "at",
            "reader",
            "roles",
            "kind",
            "employee",
            "audit",
            "purpose",
            "justification",
            "address",
        )
        order_by = "-number"
        empty_text = _("No reading fits.")
