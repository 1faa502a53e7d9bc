"""The office's structure. Nothing is deleted; a department that is gone is closed from a day on."""

import datetime
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Case, Count, F, Max, Q, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audits.fields import NAMED_AUTOCOMPLETE, DayInput, LastDayField, LooksUp, is_autocomplete, search_folded
from audits.models import Department, last_day, on_day
from audits.office import departments as organisation
from audits.office.admin.reorganisation import ReorganisationPages
from audits.office.forms import INDENT
from audits.office.naming import check_name
from audits.rights.admin.traces import NOTHING, link_to, listed, span
from standards.fields import EXACT


def places(department: Department) -> Any:
    """Each stay below a parent, the latest first; between them, and before, it stood at the top."""
    return listed(
        format_html(
            "{}: {} {}",
            span(since, until),
            gettext("below") if parent else gettext("at the top of the office"),
            link_to(parent) if parent else "",
        )
        for parent, since, until in reversed(list(_stays(department)))
    )


def _stays(department: Department) -> Iterator[tuple[Department | None, datetime.date, datetime.date | None]]:
    begins = department.ancestors.filter(ancestor=F("descendant")).values_list("since", flat=True).first()
    day = begins
    for place in department.ancestors.filter(depth=1).select_related("ancestor").order_by("since"):
        if day is not None and day < place.since:
            yield None, day, place.since
        yield place.ancestor, place.since, place.until
        day = place.until
    if day is not None:
        yield None, day, None


def merged_from(department: Department) -> Any:
    return listed(
        format_html("{}: {}", date_format(source.closed_on) if source.closed_on else "–", link_to(source))
        for source in department.merged_from.order_by("closed_on", "code")
    )


def merged_into(department: Department) -> Any:
    target = department.merged_into
    return link_to(target) if target is not None else NOTHING


def names(department: Department) -> Any:
    """What it was called, the newest first."""
    called = list(department.names.order_by("-since"))
    ends = [None, *(name.since for name in called[:-1])]
    return listed(format_html("{}: {}", span(name.since, end), name) for name, end in zip(called, ends, strict=True))


class NewDepartmentForm(forms.ModelForm):
    since = forms.DateField(label=_("since"), widget=DayInput, initial=timezone.localdate)

    class Meta:
        model = Department
        fields = ["code", "name", "parent"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("since") and "parent" in cleaned:
            organisation.check_place(parent=cleaned["parent"], since=cleaned["since"])
        return cleaned


class DepartmentForm(forms.ModelForm):
    since = forms.DateField(
        label=_("Another code or name: since"),
        widget=DayInput,
        required=False,
        help_text=_(
            "Empty: since today. What is told of a day before keeps the name of that day. To put a mistake right, "
            "give the first day of the name that has it."
        ),
    )
    closed_on = LastDayField(
        label=_("Last day of the department, inclusive"),
        required=False,
        help_text=_("Empty while it works. Its audits and records stay."),
    )

    class Meta:
        model = Department
        fields = ["code", "name", "closed_on"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_renamed and "since" in cleaned:
            check_name(department=self.instance, since=self.named_since)
        return cleaned

    @property
    def is_renamed(self) -> bool:
        return not {"code", "name"}.isdisjoint(self.changed_data)

    @property
    def named_since(self) -> datetime.date:
        """At the earliest the department's first day, where it is to begin later."""
        first = self.instance.names.order_by("since").values_list("since", flat=True)[0]
        return self.cleaned_data["since"] or max(timezone.localdate(), first)

    def clean_closed_on(self) -> Any:
        day = self.cleaned_data["closed_on"]
        try:
            if "closed_on" not in self.changed_data:
                return day
            # The form has not touched its instance yet: this is the department as it is stored.
            if day:
                organisation.check_closing(department=self.instance, on=day)
            else:
                organisation.check_reopening(department=self.instance)
        except ValidationError as fault:
            raise ValidationError(fault.message_dict["closed_on"]) from fault
        return day


class ClosedFilter(admin.SimpleListFilter):
    title = _("closed")
    parameter_name = "closed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", _("No")), ("yes", _("Yes"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        today = timezone.localdate()
        match self.value():
            case "no":
                return queryset.open_on(today)
            case "yes":
                return queryset.filter(closed_on__lte=today)
        return queryset


class BranchFilter(admin.SimpleListFilter):
    """Everything below one of the departments that stand directly below the top."""

    title = _("district or bureau")
    parameter_name = "branch"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(branches().values_list("code", "name"))

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        branch = branches().filter(code=self.value()).first() if self.value() else None
        return queryset if branch is None else self.inside(queryset, branch)

    def inside(self, queryset: Any, branch: Department) -> Any:
        return queryset.under(branch, timezone.localdate())


def branches() -> Any:
    return Department.objects.filter(parent__isnull=False, parent__parent=None).order_by("sort_key")


@admin.register(Department)
class DepartmentAdmin(LooksUp, ReorganisationPages):
    list_display = ["place", "name", "people", "last"]
    list_display_links = ["place", "name"]
    list_filter = [ClosedFilter, BranchFilter]
    list_per_page = 300
    search_fields = ["pk"]
    search_help_text = _("Code or name")
    formfield_overrides = EXACT
    autocomplete_fields = ["parent"]
    sortable_by = ["name", "people", "last"]
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_queryset(self, request: HttpRequest) -> Any:
        today = timezone.localdate()
        return (
            super()
            .get_queryset(request)
            .annotate(
                depth=Max("ancestors__depth", filter=on_day(today, "ancestors__")),
                employed=Count("employments__employee", filter=on_day(today, "employments__"), distinct=True),
            )
        )

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        # The top of the office first, whatever its code.
        return [Case(When(Q(parent=None), Value(0)), default=Value(1)), "code"]

    @admin.display(description=_("code"))
    def place(self, department: Department) -> str:
        return INDENT * (department.depth or 0) + department.code  # type: ignore[attr-defined]

    @admin.display(description=_("people employed today"), ordering="employed")
    def people(self, department: Department) -> int:
        return department.employed  # type: ignore[attr-defined]

    @admin.display(description=_("last day"), ordering="closed_on")
    def last(self, department: Department) -> Any:
        return last_day(department.closed_on)

    @admin.display(description=_("where it stood"))
    def places(self, department: Department) -> str:
        return places(department)

    @admin.display(description=_("what it was called"))
    def names(self, department: Department) -> str:
        return names(department)

    @admin.display(description=_("merged into it"))
    def merged_from(self, department: Department) -> str:
        return merged_from(department)

    @admin.display(description=_("merged into"))
    def merged_into_which(self, department: Department) -> str:
        return merged_into(department)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if is_autocomplete(request):
            queryset = queryset.open_on(timezone.localdate())
        return search_folded(queryset, search_term, lambda row: f"{row.code} {row.name}"), False

    def get_form(self, request: HttpRequest, obj: Department | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, form=DepartmentForm if obj else NewDepartmentForm, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Department | None = None) -> Any:
        if obj is None:
            return ["code", "name", "parent", "since"]
        return ["code", "name", "since", "names", "parent", "places", "merged_from", "merged_into_which", "closed_on"]

    def get_readonly_fields(self, request: HttpRequest, obj: Department | None = None) -> list[str]:
        return ["names", "parent", "places", "merged_from", "merged_into_which"] if obj else []

    def save_model(self, request: HttpRequest, obj: Department, form: Any, change: bool) -> None:
        if not change:
            made = organisation.add_department(
                code=obj.code, name=obj.name, parent=obj.parent, since=form.cleaned_data["since"]
            )
            obj.pk = made.pk
            obj._state.adding = False
            return
        if form.is_renamed:
            organisation.rename_department(department=obj, code=obj.code, name=obj.name, since=form.named_since)
        if "closed_on" in form.changed_data:
            if obj.closed_on:
                organisation.close_department(department=obj, on=obj.closed_on)
            else:
                organisation.reopen_department(department=obj)
