"""Lists of what assessed people are owed."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from audits.models import Employee, Told
from audits.tables import labelled


class ToldTable(tables.Table):
    """Who was told of a notice, and from when they may be audited by name."""

    caption = _("People told")

    employee = tables.Column(
        verbose_name=_("Employee"), order_by="employee__sort_key", attrs=labelled(_("Employee"), "row-title")
    )
    number = tables.Column(
        verbose_name=_("Personnel number"), accessor="employee__number", attrs=labelled(_("Personnel number"))
    )
    told_on = tables.DateColumn(verbose_name=_("Told on"), format="j.m.Y", attrs=labelled(_("Told on")))
    counts_from = tables.DateColumn(
        verbose_name=_("May be audited from"), format="j.m.Y", attrs=labelled(_("May be audited from"))
    )
    how = tables.Column(verbose_name=_("How"), orderable=False, attrs=labelled(_("How")))
    withdraw = tables.TemplateColumn(
        template_name="audits/notices/_withdraw_told.html",
        verbose_name=_("Mistake?"),
        orderable=False,
        attrs=labelled(_("Mistake?")),
    )

    class Meta:
        model = Told
        fields = ("employee", "number", "told_on", "counts_from", "how", "withdraw")
        order_by = "employee"
        empty_text = _("Nobody has been marked as told yet.")
        attrs = {"class": "table table--cards"}


class MissingTable(tables.Table):
    """Who has not been told: no audit may name them."""

    caption = _("People not told yet")

    employee = tables.Column(
        verbose_name=_("Employee"),
        accessor="sort_key",
        order_by="sort_key",
        attrs=labelled(_("Employee"), "row-title"),
    )
    number = tables.Column(verbose_name=_("Personnel number"), attrs=labelled(_("Personnel number")))

    class Meta:
        model = Employee
        fields = ("employee", "number")
        order_by = "employee"
        empty_text = _("Everybody has been told.")
        attrs = {"class": "table table--cards"}

    def render_employee(self, record: Employee) -> str:
        return str(record)
