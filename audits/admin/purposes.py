"""The office's register of purposes for which other people's results are read."""

from django.contrib import admin
from django.http import HttpRequest

from audits.models import Purpose


@admin.register(Purpose)
class PurposeAdmin(admin.ModelAdmin):
    """What somebody once read for stays: a purpose is taken out of use, never deleted."""

    list_display = ["label", "code", "is_active", "position"]
    list_filter = ["is_active"]
    fields = ["label", "code", "is_active", "position"]
    actions = None

    def get_readonly_fields(self, request: HttpRequest, obj: Purpose | None = None) -> list[str]:
        return ["code"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Purpose | None = None) -> dict[str, list[str]]:
        return {} if obj else {"code": ["label"]}
