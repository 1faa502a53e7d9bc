"""The office's register of purposes for which other people's results are read."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from audits.fields import search_folded
from audits.models import Purpose
from standards.fields import EXACT


@admin.register(Purpose)
class PurposeAdmin(admin.ModelAdmin):
    """What somebody once read for stays: a purpose is taken out of use, never deleted."""

    list_display = ["label", "code", "is_active", "position"]
    list_filter = ["is_active"]
    fields = ["label", "code", "is_active", "position"]
    search_fields = ["pk"]
    formfield_overrides = EXACT
    actions = None

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return search_folded(queryset, search_term, lambda purpose: f"{purpose.label} {purpose.code}"), False

    def get_readonly_fields(self, request: HttpRequest, obj: Purpose | None = None) -> list[str]:
        return ["code"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Purpose | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"code": ["label"]}
