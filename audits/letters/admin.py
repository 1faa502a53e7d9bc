"""The letters of the last month, for administrators: what was sent, what waits, what did not arrive and why."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from audits.models import Letter


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    list_display = ["written_at", "kind", "user", "state", "fault", "attempts", "next_try_at", "finished_at"]
    fields = ["kind", "user", "invitation", "state", "fault", "attempts", "written_at", "next_try_at", "finished_at"]
    list_filter = ["state", "kind", "fault"]
    list_select_related = ["user"]
    date_hierarchy = "written_at"
    search_fields = ["user__username", "user__last_name", "user__first_name"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
