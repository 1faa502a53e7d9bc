"""Who may do what: appointments, on their own page and on the account's."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.admin.fields import DAYS, NAMED_AUTOCOMPLETE, DatedForm, HeldFilter, holds_today, search_folded
from audits.models import Appointment


class AppointmentForm(DatedForm):
    """`appointer`, set by the page, is whoever fills it in."""

    appointer: Any = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.appointer is not None and cleaned.get("user") == self.appointer:
            self.add_error("user", ValidationError(_("Nobody appoints themselves: ask another administrator.")))
        return cleaned


@admin.register(Appointment)
class AppointmentAdmin(admin.ModelAdmin):
    list_display = ["user", "role", "department", "since", "until", "now", "granted_by"]
    list_display_links = ["user"]
    list_filter = [HeldFilter, "role"]
    list_select_related = ["user", "department", "granted_by"]
    search_fields = ["pk"]
    search_help_text = _("Name, user name or department")
    ordering = [F("user__employee__sort_key").asc(nulls_last=True), "user__last_name", "user__first_name", "role"]
    autocomplete_fields = ["user", "department"]
    fields = ["user", "role", "department", "since", "until"]
    form = AppointmentForm
    formfield_overrides = DAYS
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    @admin.display(description=_("holds today"), boolean=True)
    def now(self, appointment: Appointment) -> bool:
        return holds_today(appointment)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        def searched(row: Appointment) -> str:
            return f"{row.user.get_full_name()} {row.user.username} {row.department.code} {row.department.name}"

        return search_folded(queryset.select_related("user", "department"), search_term, searched), False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"since": timezone.localdate()} | super().get_changeform_initial_data(request)

    def get_form(
        self, request: HttpRequest, obj: Appointment | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.appointer = request.user
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Appointment | None = None) -> list[str]:
        """What was granted stays as it was; it can be ended, and another one granted."""
        return [] if obj is None else ["user", "role", "department", "since"]

    def has_change_permission(self, request: HttpRequest, obj: Appointment | None = None) -> bool:
        own = obj is not None and obj.user_id == request.user.pk
        return not own and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Appointment | None = None) -> bool:
        """Only what has not begun: what was held is remembered."""
        begun = obj is None or obj.since <= timezone.localdate() or obj.user_id == request.user.pk
        return not begun and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Appointment, form: Any, change: bool) -> None:
        if not change:
            obj.granted_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)


class AppointmentsOfAccount(admin.StackedInline):
    """On the account's page: new ones can be granted there, those that exist are read and lead to their own page."""

    model = Appointment
    fk_name = "user"
    form = DatedForm
    fields = ["role", "department", "since", "until"]
    autocomplete_fields = ["department"]
    formfield_overrides = DAYS
    extra = 0
    show_change_link = True
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (obj is None or obj.pk != request.user.pk) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
