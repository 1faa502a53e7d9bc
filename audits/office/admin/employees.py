"""The people of the office, with where they worked and since when. Who has left is made inactive, never deleted."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Prefetch, Q, Value
from django.db.models.functions import LPad
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audits.choices import AccountChangeKind
from audits.fields import DAYS, NAMED_AUTOCOMPLETE, DatedForm, LooksUp
from audits.four_eyes.changes import opens_results_of, propose_change, said_of
from audits.models import Department, Employee, Employment, User, on_day
from audits.office.admin.departments import BranchFilter
from audits.office.admin.leaving import LeavingPages
from audits.office.imports.admin import ImportPages
from audits.rights.admin.traces import appointments, link_to, listed, span
from standards.fields import EXACT
from standards.pages import FewRows


def employments(employee: Employee) -> Any:
    """Where the person works, is to work and worked, the latest first."""
    today = timezone.localdate()
    rows = employee.employments.select_related("department").order_by("-since", "-pk")
    return listed(
        format_html(
            "{}: {}{}{}{}",
            span(one.since, one.until),
            link_to(one.department),
            f", {one.position}" if one.position else "",
            "" if one.serves_clients else f", {gettext('serves no clients')}",
            f" ({gettext('to come')})" if one.since > today else "",
        )
        for one in rows
    )


_SAID = {
    AccountChangeKind.EMPLOYEE: _(
        "The account waits: there are audits about this person, so another administrator confirms it, under Rights."
    ),
    AccountChangeKind.NO_EMPLOYEE: _(
        "The account stays for now: it holds appointments, so another administrator confirms, under Rights, that it is "
        "no longer this person's. Only then can another one be given."
    ),
}


def _proposal(employee: Employee, before: User | None, by: Any) -> tuple[AccountChangeKind, User] | None:
    """What another administrator has to confirm first, if anything.

    Whoever is tied to a person is shown their results; whoever decides about results and is tied to nobody may decide
    about their own. From one account to another it takes both, one after the other.
    """
    if settings.ONE_ADMINISTRATOR and by in (before, employee.user):
        return None
    if before is not None and before.appointments.left_on(timezone.localdate()).exists():
        return AccountChangeKind.NO_EMPLOYEE, before
    if employee.user is not None and opens_results_of(employee):
        return AccountChangeKind.EMPLOYEE, employee.user
    return None


class EmploymentsOfEmployee(LooksUp, FewRows, admin.StackedInline):
    """What was entered wrongly is corrected; an employment is on record, so none is deleted."""

    model = Employment
    verbose_name_plural = _("employments to add, end or correct")
    can_delete = False
    form = DatedForm
    fields = ["department", "position", "since", "until", "serves_clients"]
    autocomplete_fields = ["department"]
    formfield_overrides = DAYS | EXACT
    extra = 0

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "since":
            kwargs["initial"] = timezone.localdate
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class EmployedInFilter(BranchFilter):
    def inside(self, queryset: Any, branch: Department) -> Any:
        return queryset.employed_under(branch, timezone.localdate())


@admin.register(Employee)
class EmployeeAdmin(LooksUp, LeavingPages, ImportPages):
    list_display = ["last_name", "first_name", "numbered", "works_in", "is_active", "user"]
    list_display_links = ["last_name", "first_name"]
    list_filter = ["is_active", EmployedInFilter]
    list_select_related = ["user"]
    search_fields = ["pk"]
    search_help_text = _("Name or personnel number")
    ordering = ["sort_key", "number"]
    formfield_overrides = EXACT
    autocomplete_fields = ["user"]
    inlines = [EmploymentsOfEmployee]
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_queryset(self, request: HttpRequest) -> Any:
        held = Employment.objects.filter(on_day(timezone.localdate())).select_related("department")
        return super().get_queryset(request).prefetch_related(Prefetch("employments", held, to_attr="held_today"))

    @admin.display(description=_("personnel number"), ordering=LPad("number", 30, Value("0")))
    def numbered(self, employee: Employee) -> str:
        """Sorted as a number: 9 before 10."""
        return employee.number

    def save_model(self, request: HttpRequest, obj: Employee, form: Any, change: bool) -> None:
        if change and "user" in form.changed_data:
            before = User.objects.filter(pk=form.initial["user"]).first()
            proposal = _proposal(obj, before, request.user)
            if proposal is not None:
                kind, account = proposal
                propose_change(account=account, kind=kind, value=said_of(obj), by=request.user)
                obj.user = before if kind == AccountChangeKind.NO_EMPLOYEE else None
                if obj.user == before:
                    # So that the history does not tell that it was changed.
                    form.changed_data.remove("user")
                messages.warning(request, _SAID[kind])
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not form.instance.employments.exists():
            messages.warning(
                request,
                _("%(person)s works nowhere, so they are in no department and no audit: add an employment.")
                % {"person": form.instance},
            )

    @admin.display(description=_("works in"))
    def works_in(self, employee: Employee) -> str:
        return ", ".join(one.department.code for one in employee.held_today) or "–"  # type: ignore[attr-defined]

    @admin.display(description=_("employments"))
    def worked_in(self, employee: Employee) -> str:
        return employments(employee)

    @admin.display(description=_("appointments of the account"))
    def appointments(self, employee: Employee) -> str:
        return appointments(employee.user)

    def get_fields(self, request: HttpRequest, obj: Employee | None = None) -> Any:
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
