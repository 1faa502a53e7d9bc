"""Pages of the administration that move and merge departments: say what, look at what it changes, confirm."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audits.fields import add_faults
from audits.models import Department
from audits.office.forms import MergeForm, MoveForm
from audits.office.preview import MergePreview, MovePreview
from audits.office.reorganisation import merge_departments, move_department
from audits.rights.reach import gaining_nothing


class ReorganisationPages(admin.ModelAdmin):
    """Adds them to the administration of departments."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view
        return [
            path("<int:pk>/move/", guarded(move), name="audits_department_move"),
            path("<int:pk>/merge/", guarded(merge), name="audits_department_merge"),
            *super().get_urls(),
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    return _page(request, department, "move", _("Move the department"), _("Move it"), MoveForm, _move)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    title = _("Merge the department into another")
    return _page(request, department, "merge", title, _("Merge them"), MergeForm, _merge)


def _page(
    request: HttpRequest,
    department: Department,
    name: str,
    title: str,
    confirm: str,
    form_class: Any,
    act: Callable[[HttpRequest, Any], str],
) -> HttpResponse:
    """The form; its preview; and, confirmed with the fingerprint of the preview that was shown, the change itself."""
    form = form_class(request.POST if request.method == "POST" else None, department=department)
    status = 200
    if form.is_bound and form.is_valid() and "confirm" in request.POST:
        if request.POST.get("fingerprint") == form.preview.fingerprint:
            try:
                messages.success(request, act(request, form.preview))
                return redirect("admin:audits_department_change", department.pk)
            except ValidationError as fault:
                add_faults(form, fault)
        else:
            messages.warning(request, _("The office has changed meanwhile. Nothing was written: look again."))
            status = 409
    shows_preview = form.is_bound and form.is_valid() and "back" not in request.POST
    context = {
        **admin.site.each_context(request),
        "title": title,
        "confirm": confirm,
        "subtitle": str(department),
        "opts": Department._meta,
        "department": department,
        "form": form,
        "preview": form.preview if shows_preview else None,
    }
    if form.errors:
        status = 422
    return TemplateResponse(request, f"admin/audits/reorganisation/{name}.html", context, status=status)


@transaction.atomic
def _move(request: HttpRequest, preview: MovePreview) -> str:
    with gaining_nothing(request.user):
        move_department(department=preview.department, parent=preview.after, since=preview.since)
    told = _("Moved since %(day)s: from %(before)s to %(after)s.") % {
        "day": date_format(preview.since),
        "before": preview.before or _("the top of the office"),
        "after": preview.after or _("the top of the office"),
    }
    _trace(request, preview.department, told)
    return told


@transaction.atomic
def _merge(request: HttpRequest, preview: MergePreview) -> str:
    with gaining_nothing(request.user):
        merge_departments(source=preview.source, target=preview.target, on=preview.on)
    names = {"day": date_format(preview.on), "source": preview.source, "target": preview.target}
    told = _("%(source)s was merged into %(target)s on %(day)s.") % names
    _trace(request, preview.source, told)
    _trace(request, preview.target, told)
    return told


def _trace(request: HttpRequest, department: Department, told: str) -> None:
    """In the department's history, beside who did it and when."""
    LogEntry.objects.create(
        user_id=cast("int", request.user.pk),
        content_type=ContentType.objects.get_for_model(Department),
        object_id=str(department.pk),
        object_repr=str(department)[:200],
        action_flag=CHANGE,
        change_message=told,
    )
