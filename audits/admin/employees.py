"""The people of the office, with where they worked and since when. Who has left is made inactive, never deleted."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.admin.departments import BranchFilter
from audits.admin.fields import DAYS, NAMED_AUTOCOMPLETE, DatedForm, LooksUp
from audits.admin.leaving import LeavingPages
from audits.admin.organisation_import import ImportPages
from audits.admin.traces import appointments, employments
from audits.models import Department, Employee, Employment, on_day
from standards.admin.rows import FewRows


class EmploymentsOfEmployee(LooksUp, FewRows, admin.StackedInline):
    """What was entered wrongly is corrected; an employment is on record, so none is deleted."""

    model = Employment
    verbose_name_plural = _("employments to add, end or correct")
    can_delete = False
    form = DatedForm
    fields = ["department", "position", "since", "until"]
    autocomplete_fields = ["department"]
    formfield_overrides = DAYS
    extra = 0


class EmployedInFilter(BranchFilter):
    def inside(self, queryset: Any, branch: Department) -> Any:
        return queryset.employed_under(branch, timezone.localdate())


@admin.register(Employee)
class EmployeeAdmin(LooksUp, LeavingPages, ImportPages):
    list_display = ["last_name", "first_name", "number", "works_in", "is_active", "user"]
    list_display_links = ["last_name", "first_name"]
    list_filter = ["is_active", EmployedInFilter]
    list_select_related = ["user"]
    search_fields = ["pk"]
    search_help_text = _("Name or personnel number")
    ordering = ["sort_key", "number"]
    autocomplete_fields = ["user"]
    inlines = [EmploymentsOfEmployee]
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_queryset(self, request: HttpRequest) -> Any:
        held = Employment.objects.filter(on_day(timezone.localdate())).select_related("department")
        return super().get_queryset(request).prefetch_related(Prefetch("employments", held, to_attr="held_today"))

    @admin.display(description=_("works in"))
    def works_in(self, employee: Employee) -> str:
        return ", ".join(one.department.code for one in employee.held_today) or "–"  # type: ignore[attr-defined]

    @admin.display(description=_("employments"))
    def worked_in(self, employee: Employee) -> str:
        return employments(employee)

    @admin.display(description=_("appointments of the account"))
    def appointments(self, employee: Employee) -> str:
        return appointments(employee.user)

    def get_fields(self, request: HttpRequest, obj: Employee | None = None) -> list[str]:
        fields = ["number", "first_name", "last_name", "user"]
        return fields if obj is None else [*fields, "is_active", "worked_in", "appointments"]

    def get_readonly_fields(self, request: HttpRequest, obj: Employee | None = None) -> list[str]:
        """Whether somebody is active is said by the pages on which they leave and come back."""
        return [] if obj is None else ["is_active", "worked_in", "appointments"]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        named = Employee.objects.named_like(term).order_by().values("pk")
        return queryset.filter(Q(pk__in=named) | Q(number__istartswith=term)), False
