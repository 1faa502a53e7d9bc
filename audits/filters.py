"""What a list of audits can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AuditStatus, Role
from audits.models import Audit, Department, Employee
from standards.choices import Channel, Method

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _departments(request: Any) -> QuerySet[Department]:
    found: QuerySet[Department] = access.departments_of(request.user, Role.AUDITOR, Role.HR).order_by("code")
    return found


class AuditFilter(django_filters.FilterSet):
    text = django_filters.CharFilter(label=_("Receipt number or employee"), method="filter_text", max_length=100)
    department = django_filters.ModelChoiceFilter(
        label=_("Department, with those below it"),
        queryset=_departments,
        method="filter_department",
        empty_label=_("all"),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[choice for choice in AuditStatus.choices if choice[0] != AuditStatus.DISCARDED],
        empty_label=_("all"),
    )
    method = django_filters.ChoiceFilter(label=_("Method"), choices=Method.choices, empty_label=_("all"))
    channel = django_filters.ChoiceFilter(label=_("Channel"), choices=Channel.choices, empty_label=_("all"))
    since = django_filters.DateFilter(label=_("From"), field_name="took_place_at", lookup_expr="date__gte", widget=_DAY)
    until = django_filters.DateFilter(label=_("To"), field_name="took_place_at", lookup_expr="date__lte", widget=_DAY)

    class Meta:
        model = Audit
        fields: list[str] = []

    def filter_text(self, queryset: QuerySet[Audit], name: str, value: str) -> QuerySet[Audit]:
        people = Employee.objects.named_like(value).values("pk")
        return queryset.filter(Q(receipt__icontains=value) | Q(employee__in=people))

    def filter_department(self, queryset: QuerySet[Audit], name: str, value: Department) -> QuerySet[Audit]:
        """In today's structure: where a department was when it was audited does not matter to whoever looks it up."""
        return queryset.filter(department__in=Department.objects.under(value, timezone.localdate()).values("pk"))
