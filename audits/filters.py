"""What a list of audits can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AccessKind, AuditStatus, Role
from audits.models import AccessRecord, Audit, Department, Employee, Purpose, User
from standards.choices import Channel, Method

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _departments(request: Any) -> QuerySet[Department]:
    found: QuerySet[Department] = access.departments_of(request.user, Role.AUDITOR, Role.HR).order_by("code")
    return found


class AuditFilter(django_filters.FilterSet):
    """`names_of`: the account whose own audits alone are found by the employee's name; None where all are."""

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

    def __init__(self, *args: Any, names_of: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_of = names_of

    def filter_text(self, queryset: QuerySet[Audit], name: str, value: str) -> QuerySet[Audit]:
        named = Q(employee__in=Employee.objects.named_like(value).values("pk"))
        if self.names_of is not None:
            named &= Q(auditor=self.names_of)
        return queryset.filter(Q(receipt__icontains=value) | named)

    def filter_department(self, queryset: QuerySet[Audit], name: str, value: Department) -> QuerySet[Audit]:
        """In today's structure: where a department was when it was audited does not matter to whoever looks it up."""
        return queryset.filter(department__in=Department.objects.under(value, timezone.localdate()).values("pk"))


def _readers(request: Any) -> QuerySet[User]:
    """Whoever has read something that the account sees in the log."""
    seen = access.access_log_visible_to(request.user).filter(reader=OuterRef("pk"))
    return User.objects.filter(Exists(seen)).order_by("last_name", "first_name", "username")


class AccessLogFilter(django_filters.FilterSet):
    reader = django_filters.ModelChoiceFilter(label=_("Who read"), queryset=_readers, empty_label=_("all"))
    whose = django_filters.CharFilter(
        label=_("Whose: employee or receipt number"), method="filter_whose", max_length=100
    )
    kind = django_filters.ChoiceFilter(label=_("What was read"), choices=AccessKind.choices, empty_label=_("all"))
    purpose = django_filters.ModelChoiceFilter(label=_("Purpose"), queryset=Purpose.objects.all(), empty_label=_("all"))
    since = django_filters.DateFilter(label=_("From"), field_name="at", lookup_expr="date__gte", widget=_DAY)
    until = django_filters.DateFilter(label=_("To"), field_name="at", lookup_expr="date__lte", widget=_DAY)

    class Meta:
        model = AccessRecord
        fields: list[str] = []

    def filter_whose(self, queryset: QuerySet[AccessRecord], name: str, value: str) -> QuerySet[AccessRecord]:
        people = Employee.objects.named_like(value).values("pk")
        return queryset.filter(Q(audit__receipt__icontains=value) | Q(employee__in=people))
