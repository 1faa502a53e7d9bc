"""The people of the office, with where they worked and since when. Who has left is made inactive, never deleted."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.admin.departments import BranchFilter
from audits.admin.fields import DAYS, NAMED_AUTOCOMPLETE, DatedForm
from audits.admin.organisation_import import ImportPages
from audits.models import Department, Employee, Employment, on_day


class EmploymentsOfEmployee(admin.StackedInline):
    model = Employment
    form = DatedForm
    fields = ["department", "position", "since", "until"]
    autocomplete_fields = ["department"]
    formfield_overrides = DAYS
    extra = 0


class EmployedInFilter(BranchFilter):
    def inside(self, queryset: Any, branch: Department) -> Any:
        return queryset.employed_under(branch, timezone.localdate())


@admin.register(Employee)
class EmployeeAdmin(ImportPages):
    list_display = ["last_name", "first_name", "number", "works_in", "is_active", "user"]
    list_display_links = ["last_name", "first_name"]
    list_filter = ["is_active", EmployedInFilter]
    list_select_related = ["user"]
    search_fields = ["pk"]
    search_help_text = _("Name or personnel number")
    ordering = ["sort_key", "number"]
    autocomplete_fields = ["user"]
    fields = ["number", "first_name", "last_name", "user", "is_active"]
    inlines = [EmploymentsOfEmployee]
    actions = ["deactivate", "activate"]

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_queryset(self, request: HttpRequest) -> Any:
        held = Employment.objects.filter(on_day(timezone.localdate())).select_related("department")
        return super().get_queryset(request).prefetch_related(Prefetch("employments", held, to_attr="held_today"))

    @admin.display(description=_("works in"))
    def works_in(self, employee: Employee) -> str:
        return ", ".join(one.department.code for one in employee.held_today) or "–"  # type: ignore[attr-defined]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        named = Employee.objects.named_like(term).order_by().values("pk")
        return queryset.filter(Q(pk__in=named) | Q(number__istartswith=term)), False

    @admin.action(description=_("Make the selected people inactive"), permissions=["change"])
    def deactivate(self, request: HttpRequest, queryset: Any) -> None:
        self._set_active(request, queryset, False)

    @admin.action(description=_("Make the selected people active"), permissions=["change"])
    def activate(self, request: HttpRequest, queryset: Any) -> None:
        self._set_active(request, queryset, True)

    def _set_active(self, request: HttpRequest, queryset: Any, active: bool) -> None:
        changed = list(queryset.exclude(is_active=active))
        for employee in changed:
            employee.is_active = active
            employee.save(update_fields=["is_active"])
            self.log_change(request, employee, [{"changed": {"fields": [str(_("active"))]}}])
        self.message_user(
            request,
            ngettext("%(count)d person changed.", "%(count)d people changed.", len(changed)) % {"count": len(changed)},
        )
