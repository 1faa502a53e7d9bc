"""The letters of the last month, for administrators: what was sent, what waits, what did not arrive and why."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from audits.fields import search_folded
from audits.models import Letter, User


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    list_display = ["written_at", "kind", "user", "state", "fault", "attempts", "next_try_at", "finished_at"]
    fields = ["kind", "user", "invitation", "state", "fault", "attempts", "written_at", "next_try_at", "finished_at"]
    list_filter = ["state", "kind", "fault"]
    list_select_related = ["user"]
    date_hierarchy = "written_at"
    search_fields = ["pk"]
    search_help_text = _("Name, user name or e-mail address")
    actions = None

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """By the account: there are fewer accounts than letters."""
        if not search_term.strip():
            return queryset, False
        accounts = search_folded(
            User.objects.all(), search_term, lambda row: f"{row.get_full_name()} {row.username} {row.email}"
        )
        return queryset.filter(user__in=accounts.order_by().values("pk")), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
