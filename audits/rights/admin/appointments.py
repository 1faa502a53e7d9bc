"""Who may do what: appointments, on their own page and on the account's."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from audits.fields import (
    DAYS,
    NAMED_AUTOCOMPLETE,
    DatedForm,
    HeldFilter,
    LooksUp,
    add_faults,
    holds_today,
    search_folded,
)
from audits.models import Appointment
from audits.rights import appointing
from standards.pages import FewRows


class GrantForm(DatedForm):
    """`appointer`, set by the page, is whoever fills it in."""

    appointer: Any = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and {"user", "role", "department", "since"} <= cleaned.keys():
            said = {name: cleaned[name] for name in ("user", "role", "department", "since", "until")}
            try:
                appointing.check_grant(**said, by=self.appointer)
            except ValidationError as fault:
                add_faults(self, fault)
        return cleaned


class EndForm(DatedForm):
    appointer: Any = None

    def clean_until(self) -> Any:
        day = self.cleaned_data["until"]
        if "until" not in self.changed_data:
            return day
        if day is None:
            raise ValidationError(_("An end once set stays. To prolong it, grant another one."))
        try:
            # The form has not touched its instance yet: this is the appointment as it is stored.
            appointing.check_end(appointment=self.instance, on=day, by=self.appointer)
        except ValidationError as fault:
            raise ValidationError(fault.message_dict["until"]) from fault
        return day


class NewOnAccountForm(DatedForm):
    """On the account's page; the account itself may be only about to be made."""

    appointer: Any = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors or not {"role", "department", "since"} <= cleaned.keys():
            return cleaned
        said = {name: cleaned[name] for name in ("role", "department", "since", "until")}
        try:
            if self.instance.user_id:
                appointing.check_grant(user=self.instance.user, **said, by=self.appointer)
            else:
                appointing.check_dates(since=said["since"], until=said["until"])
        except ValidationError as fault:
            add_faults(self, fault)
        return cleaned


@admin.register(Appointment)
class AppointmentAdmin(LooksUp, admin.ModelAdmin):
    list_display = ["user", "role", "department", "since", "last", "now", "granted_by", "confirmed"]
    list_display_links = ["user"]
    list_filter = [HeldFilter, "role"]
    list_select_related = ["user", "department", "granted_by", "confirmed_by"]
    search_fields = ["pk"]
    search_help_text = _("Name, user name or department")
    date_hierarchy = "since"
    ordering = [F("user__employee__sort_key").asc(nulls_last=True), "user__last_name", "user__first_name", "role"]
    autocomplete_fields = ["user", "department"]
    formfield_overrides = DAYS
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    @admin.display(description=_("last day"), ordering="until")
    def last(self, appointment: Appointment) -> str:
        return date_format(appointment.last_day) if appointment.last_day else "–"

    @admin.display(description=_("holds today"), boolean=True)
    def now(self, appointment: Appointment) -> bool:
        return appointment.confirmed_at is not None and holds_today(appointment)

    @admin.display(description=_("confirmed"))
    def confirmed(self, appointment: Appointment) -> str:
        if appointment.is_waiting:
            return str(_("waits to be confirmed"))
        if appointment.confirmed_at is None:
            return str(
                _("not confirmed in time") if appointment.has_expired else pgettext_lazy("appointment", "refused")
            )
        return str(appointment.confirmed_by or appointment.get_confirmation_display())

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        def searched(row: Appointment) -> str:
            return f"{row.user.get_full_name()} {row.user.username} {row.department.code} {row.department.name}"

        return search_folded(queryset.select_related("user", "department"), search_term, searched), False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"since": timezone.localdate()} | super().get_changeform_initial_data(request)

    def get_form(
        self, request: HttpRequest, obj: Appointment | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, form=EndForm if obj else GrantForm, **kwargs)
        form.appointer = request.user
        return form

    def get_fields(self, request: HttpRequest, obj: Appointment | None = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return ["user", "role", "department", "since", "last"]
        return ["user", "role", "department", "since", "until"]

    def get_readonly_fields(self, request: HttpRequest, obj: Appointment | None = None) -> list[str]:
        """What was granted stays as it was; it can be ended, and another one granted."""
        return [] if obj is None else ["user", "role", "department", "since", "last"]

    def has_change_permission(self, request: HttpRequest, obj: Appointment | None = None) -> bool:
        own = obj is not None and obj.user_id == request.user.pk
        return not own and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Appointment, form: Any, change: bool) -> None:
        if not change:
            made = appointing.grant_appointment(
                user=obj.user,
                role=obj.role,
                department=obj.department,
                since=obj.since,
                until=obj.until,
                by=request.user,
            )
            obj.pk = made.pk
            obj._state.adding = False
            messages.info(request, _("It holds once it is confirmed, which is done under Rights in the portal."))
        elif "until" in form.changed_data and obj.until is not None:
            appointing.end_appointment(appointment=obj, on=obj.until, by=request.user)


class NewOnAccountFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.forms:
            said = (form.cleaned_data.get("role"), form.cleaned_data.get("department"))
            if all(said) and said in seen:
                form.add_error("role", _("The account holds this role over this department already in that time."))
            seen.add(said)


class AppointmentsOfAccount(LooksUp, FewRows, admin.StackedInline):
    """On the account's page: new ones can be granted there."""

    model = Appointment
    fk_name = "user"
    form = NewOnAccountForm
    formset = NewOnAccountFormSet
    verbose_name_plural = _("appointments to grant")
    fields = ["role", "department", "since", "until"]
    autocomplete_fields = ["department"]
    formfield_overrides = DAYS
    extra = 0
    can_delete = False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "since":
            kwargs["initial"] = timezone.localdate
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Those that exist are read above, and have pages of their own."""
        return super().get_queryset(request).none()

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.appointer = request.user
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (obj is None or obj.pk != request.user.pk) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
