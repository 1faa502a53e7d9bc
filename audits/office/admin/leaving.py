"""Pages of the administration on which somebody leaves the office, or comes back: nobody is deleted."""

import datetime
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
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from audits.fields import add_faults
from audits.models import Appointment, Employee
from audits.office.forms import LeavingForm
from audits.office.leaving import Left, open_employments, record_leaving, record_return


class LeavingPages(admin.ModelAdmin):
    """Adds them to the administration of employees."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view
        return [
            path("<int:pk>/leaving/", guarded(leaving), name="audits_employee_leaving"),
            path("<int:pk>/return/", guarded(come_back), name="audits_employee_return"),
            *super().get_urls(),
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    employee = get_object_or_404(Employee.objects.select_related("user"), pk=pk)
    form = LeavingForm(request.POST if request.method == "POST" else None, employee=employee, by=request.user)
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, _leave(request, employee, form.cleaned_data))
            return redirect("admin:audits_employee_change", employee.pk)
        except ValidationError as fault:
            add_faults(form, fault)
    today = timezone.localdate()
    held = Appointment.objects.left_on(today).filter(user=employee.user_id) if employee.user_id else None
    shown = {
        "form": form,
        "employments": open_employments(employee, today),
        "appointments": held.select_related("department").order_by("since", "pk") if held is not None else [],
    }
    return _page(request, employee, "leaving", _("Leaves the office"), shown, status=422 if form.errors else 200)


@transaction.atomic
def _leave(request: HttpRequest, employee: Employee, said: dict[str, Any]) -> str:
    left = record_leaving(employee=employee, left_on=said["left_on"], lock=said.get("account", False), by=request.user)
    told = _told(left, said["left_on"])
    _trace(request, employee, told)
    return told


def _told(left: Left, day: datetime.date) -> str:
    parts = [_("%(person)s is inactive.") % {"person": left.employee}]
    if left.employments:
        ended = ngettext(
            "%(count)d employment ended, last day: %(day)s.",
            "%(count)d employments ended, last day: %(day)s.",
            len(left.employments),
        )
        parts.append(ended % {"count": len(left.employments), "day": date_format(day - datetime.timedelta(days=1))})
    if left.account_locked:
        parts.append(_("The account is locked."))
        parts.append(
            ngettext(
                "%(count)d appointment ended today.", "%(count)d appointments ended today.", len(left.appointments)
            )
            % {"count": len(left.appointments)}
        )
    return " ".join(parts)


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, pk: int) -> HttpResponse:
    employee = get_object_or_404(Employee, pk=pk)
    if request.method != "POST":
        return _page(request, employee, "return", _("Comes back to the office"), {})
    with transaction.atomic():
        record_return(employee=employee)
        told = _("%(person)s is active again. Enter the new employment below.") % {"person": employee}
        _trace(request, employee, told)
    messages.success(request, told)
    return redirect("admin:audits_employee_change", employee.pk)


def _page(
    request: HttpRequest, employee: Employee, name: str, title: str, shown: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": str(employee),
        "opts": Employee._meta,
        "employee": employee,
        **shown,
    }
    return TemplateResponse(request, f"admin/audits/leaving/{name}.html", context, status=status)


def _trace(request: HttpRequest, employee: Employee, told: str) -> None:
    LogEntry.objects.create(
        user_id=cast("int", request.user.pk),
        content_type=ContentType.objects.get_for_model(Employee),
        object_id=str(employee.pk),
        object_repr=str(employee)[:200],
        action_flag=CHANGE,
        change_message=told,
    )
