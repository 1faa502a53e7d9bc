"""The list of assignments, and what it can be narrowed to."""

from typing import Any

import django_filters
import django_tables2 as tables
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AssignmentState
from audits.models import Assignment, Audit, Department, User
from audits.reports.periods import free
from audits.tables import labelled
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

_TONES = {
    AssignmentState.IN_PROGRESS: "tag--partly",
    AssignmentState.DONE: "tag--met",
    AssignmentState.EXPIRED: "tag--not-met",
}


class AssignmentTable(tables.Table):
    caption = _("Assignments")

    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"), "row-title")
    )
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))
    period = tables.Column(
        verbose_name=_("Period"),
        accessor="first_day",
        order_by=("last_day", "first_day", "pk"),
        attrs=labelled(_("Period")),
    )
    shopper = tables.Column(
        verbose_name=_("Mystery shopper"),
        order_by=("shopper__last_name", "shopper__first_name"),
        attrs=labelled(_("Mystery shopper")),
    )
    state = tables.Column(verbose_name=_("State"), attrs=labelled(_("State")))
    receipt = tables.Column(verbose_name=_("Audit"), default="–", attrs=labelled(_("Audit"), "nowrap"))

    class Meta:
        model = Assignment
        fields = ("department", "channel", "period", "shopper", "state", "receipt")
        order_by = "-period"
        empty_text = _("No assignment fits.")
        attrs = {"class": "table table--cards"}

    def render_department(self, record: Assignment) -> str:
        # Links read one after another, without their rows, must differ.
        return format_html(
            '<a href="{}">{}<span class="visually-hidden">, {}, {}</span></a>',
            record.get_absolute_url(),
            f"{record.department.code} {record.department.name}",
            record.get_channel_display(),
            _period(record),
        )

    def render_period(self, record: Assignment) -> str:
        return _period(record)

    def render_state(self, value: str) -> str:
        state = AssignmentState(value)
        return format_html('<span class="tag {}">{}</span>', _TONES.get(state, ""), state.label)


class UnidentifiedTable(tables.Table):
    """Audits of mystery shoppers that wait for HR to say whom they are about. What was typed is not shown here."""

    caption = _("Audits whose person is to be identified")

    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: reverse("audits:identify", args=[record.uuid]),
        attrs=labelled(_("Audit"), "row-title"),
    )
    took_place_at = tables.DateTimeColumn(
        verbose_name=_("Took place"), format="j.m.Y, H:i", attrs=labelled(_("Took place"), "nowrap")
    )
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"))
    )
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))

    class Meta:
        model = Audit
        fields = ("receipt", "took_place_at", "department", "channel")
        order_by = "took_place_at"
        empty_text = _("Nothing waits.")
        attrs = {"class": "table table--cards"}


def _period(record: Assignment) -> str:
    return free(record.first_day, record.last_day).label


def _departments(request: Any) -> QuerySet[Department]:
    found: QuerySet[Department] = access.departments_to_assign(request.user).order_by("code")
    return found


def _shoppers(request: Any) -> QuerySet[User]:
    """Whoever was ever sent to where the account may look."""
    sent = access.assignments_visible_to(request.user).filter(shopper=OuterRef("pk"))
    return User.objects.filter(Exists(sent))


class AssignmentFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=AssignmentState.choices, empty_label=_("all"))
    department = django_filters.ModelChoiceFilter(
        label=_("Department, with those below it"),
        queryset=_departments,
        method="filter_department",
        empty_label=_("all"),
    )
    shopper = django_filters.ModelChoiceFilter(label=_("Mystery shopper"), queryset=_shoppers, empty_label=_("all"))
    channel = django_filters.ChoiceFilter(
        label=_("Channel"),
        choices=[(channel, Channel(channel).label) for channel in CHANNELS_OF_METHOD[Method.MYSTERY]],
        empty_label=_("all"),
    )

    class Meta:
        model = Assignment
        fields: list[str] = []

    def filter_department(self, queryset: QuerySet[Assignment], name: str, value: Department) -> QuerySet[Assignment]:
        return queryset.filter(department__in=Department.objects.under(value, timezone.localdate()).values("pk"))
