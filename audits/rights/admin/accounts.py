"""Accounts: name, address, password. What an account may do are its appointments, no flags."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UsernameField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import AccountChangeKind, Making, Role
from audits.fields import NAMED_AUTOCOMPLETE, search_folded
from audits.four_eyes.changes import opens_results, propose_change
from audits.four_eyes.hands import note_making
from audits.models import Appointment, User
from audits.rights import appointing
from audits.rights.admin.appointments import AppointmentsOfAccount
from audits.rights.admin.traces import appointments
from audits.signin import factors, invitations
from audits.signin.admin import SigningInPages
from standards.fields import EXACT


class AccountCreationForm(forms.ModelForm):
    """Without a password: whoever the account is for sets it, by the invitation that follows."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")
        field_classes = {"username": UsernameField}

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        user: User = super().save(commit=commit)
        return user


class AccountForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "is_active")
        field_classes = {"username": UsernameField}

    # Set by the page: whoever fills it in.
    by: Any = None

    def clean_is_active(self) -> bool:
        active: bool = self.cleaned_data["is_active"]
        if not active and "is_active" in self.changed_data:
            try:
                appointing.check_locking(user=self.instance, by=self.by, field="is_active")
            except ValidationError as fault:
                raise ValidationError(fault.message_dict["is_active"]) from fault
        return active


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Role.choices)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in Role.values:
            return queryset
        held = Appointment.objects.held_on(timezone.localdate()).filter(role=self.value())
        return queryset.filter(pk__in=held.order_by().values("user"))


@admin.register(User)
class AccountAdmin(SigningInPages, UserAdmin):
    form = AccountForm
    add_form = AccountCreationForm
    add_form_template = "admin/audits/user/add_form.html"
    fieldsets = [
        (None, {"fields": ["username", "is_active"]}),
        (_("Person"), {"fields": ["first_name", "last_name", "email"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email"]}),
    ]
    readonly_fields = ["last_login", "date_joined", "rights"]
    list_display = ["username", "person", "roles_today", "is_active", "last_login"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["pk"]
    search_help_text = _("Name, user name or e-mail address")
    # As Poles sort, where the account is an employee's.
    ordering = [F("employee__sort_key").asc(nulls_last=True), "last_name", "first_name", "username"]
    filter_horizontal = []
    # Addresses are checked as addresses.
    formfield_overrides = EXACT | {models.EmailField: {}}
    inlines = [AppointmentsOfAccount]
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_queryset(self, request: HttpRequest) -> Any:
        held = Appointment.objects.held_on(timezone.localdate()).select_related("department")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", held, to_attr="held_today"))

    @admin.display(description=_("person"), ordering="employee__sort_key")
    def person(self, user: User) -> str:
        return f"{user.last_name} {user.first_name}".strip() or "–"

    @admin.display(description=_("roles held today"))
    def roles_today(self, user: User) -> str:
        roles = [f"{one.get_role_display()} ({one.department.code})" for one in user.held_today]  # type: ignore[attr-defined]
        return ", ".join(roles) or "–"

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        def searched(row: User) -> str:
            return f"{row.get_full_name()} {row.username} {row.email}"

        return search_folded(queryset, search_term, searched), False

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user
        return form

    @admin.display(description=_("appointments"))
    def rights(self, user: User) -> str:
        return appointments(user)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj is None else [*fieldsets, (_("Rights"), {"fields": ["rights"]})]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        has_nobody = settings.ONE_ADMINISTRATOR and obj == request.user
        if change and "email" in form.changed_data and opens_results(obj) and not has_nobody:
            propose_change(account=obj, kind=AccountChangeKind.ADDRESS, value=obj.email, by=request.user)
            obj.email = form.initial["email"]
            # So that the history does not tell that it was changed.
            form.changed_data.remove("email")
            said = _("The new address waits: this account opens results, so another administrator confirms it.")
            messages.warning(request, said)
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            factors.tell_of_moved_address(user=obj, before=form.initial["email"], by=request.user)
        if not change:
            note_making(account=obj, by=request.user, how=Making.MADE)
            invitations.invite(user=obj, by=request.user, portal=request.build_absolute_uri("/"))
            messages.info(request, _("An invitation is on its way to %(address)s.") % {"address": obj.email})
        if change and "is_active" in form.changed_data and not obj.is_active:
            appointing.lock_account(user=obj, by=request.user)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for appointment in formset.save(commit=False):
            appointing.grant_appointment(
                user=form.instance,
                role=appointment.role,
                department=appointment.department,
                since=appointment.since,
                until=appointment.until,
                by=request.user,
            )
        formset.save_m2m()
