"""Pages of the administration that import the office: choose a file, look at what it would change, confirm.

Between the pages the file waits in the private storage, for a day at most; the session remembers where.
"""

import datetime
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits.exports import CSV_TYPE, XLSX_TYPE, csv_bytes
from audits.fields import DayInput
from audits.models import Employee
from audits.office.imports import columns, uploads
from audits.office.imports.applying import Changed, apply_import
from audits.office.imports.files import MAX_BYTES, MAX_ROWS, Table, UnknownColumns, Unusable, read_table
from audits.office.imports.meanings import ReadingForm, meanings_kept
from audits.office.imports.planning import Plan, check_day, plan_import
from audits.office.imports.tables import tables
from audits.rights.reach import gaining_nothing

_IN_SESSION = "organisation_import"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"), help_text=gettext_lazy("CSV or XLSX, at most 10 MB and 50,000 rows.")
    )
    on = forms.DateField(
        label=gettext_lazy("State on"),
        widget=DayInput,
        initial=timezone.localdate,
        help_text=gettext_lazy("The day whose state the file is. Who is missing from it worked until the day before."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        # One byte more than allowed is enough to see that it is too large.
        self.content = file.read(MAX_BYTES + 1)
        try:
            read_table(self.content, meanings=meanings_kept())
        except UnknownColumns as unknown:
            # Somebody can say what they are.
            if not unknown.found:
                raise ValidationError(str(unknown)) from unknown
        except Unusable as fault:
            raise ValidationError(str(fault)) from fault
        return file

    def clean_on(self) -> datetime.date:
        on: datetime.date = self.cleaned_data["on"]
        try:
            check_day(on)
        except Unusable as fault:
            raise ValidationError(str(fault)) from fault
        return on


class ImportPages(admin.ModelAdmin):
    """Adds the pages of the import to the administration of employees."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("import/", upload, "import"),
            ("import/reading/", reading, "import_reading"),
            ("import/plan/", preview, "import_plan"),
            ("import/plan.csv", plan_as_csv, "import_plan_csv"),
            ("import/cancel/", cancel, "import_cancel"),
            ("import/template.csv", template_csv, "import_template_csv"),
            ("import/template.xlsx", template_xlsx, "import_template_xlsx"),
        ]
        guarded = self.admin_site.admin_view
        return [
            path(at, guarded(view), name=f"audits_employee_{name}") for at, view, name in pages
        ] + super().get_urls()


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        _forget(request)
        name = uploads.keep(form.content)
        request.session[_IN_SESSION] = {"file": name, "on": form.cleaned_data["on"].isoformat()}
        return redirect("admin:audits_employee_import_plan")
    context = {"form": form, "columns": columns.explained(), "max_rows": MAX_ROWS}
    status = 422 if form.errors else 200
    return _page(request, "upload", _("Import of the office"), context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest) -> HttpResponse:
    """Where the file's letters or columns cannot be told for certain: somebody says what they are."""
    content = _kept(request)
    if content is None:
        return _none_waiting(request)
    remembered = request.session[_IN_SESSION]
    form = ReadingForm(request.POST if request.method == "POST" else None, content, remembered.get("encoding", ""))
    if form.is_bound and form.is_valid():
        form.keep()
        request.session[_IN_SESSION] = remembered | {"encoding": form.cleaned_data.get("encoding", "")}
        return redirect("admin:audits_employee_import_plan")
    status = 422 if form.errors else 200
    return _page(request, "reading", _("How the file is to be read"), {"form": form}, status)


def _none_waiting(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("There is no file waiting to be imported; choose one."))
    return redirect("admin:audits_employee_import")


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest) -> HttpResponse:
    try:
        waiting = _waiting(request)
    except Unusable:
        return redirect("admin:audits_employee_import_reading")
    if waiting is None:
        return _none_waiting(request)
    table, on = waiting
    if table.doubts:
        return redirect("admin:audits_employee_import_reading")
    if request.method != "POST":
        return _show(request, plan_import(table, on=on))
    shown = request.POST.get("fingerprint", "")
    plan = plan_import(table, on=on)
    if plan.fingerprint == shown and plan.ends_many and "end_many" not in request.POST:
        messages.error(request, _("Confirm that so many people are to be ended."))
        return _show(request, plan, status=422)
    if plan.fingerprint == shown and plan.namesakes and "others" not in request.POST:
        messages.error(request, _("Say that these are different people, or give one of them the other’s number first."))
        return _show(request, plan, status=422)
    try:
        with transaction.atomic(), gaining_nothing(request.user):
            done = apply_import(table, on=on, fingerprint=shown)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
        return _show(request, plan, status=422)
    except Changed as changed:
        messages.warning(request, _("The portal or the file has changed meanwhile. Nothing was written: look again."))
        return _show(request, changed.current, status=409)
    _forget(request)
    _report(request, done)
    return redirect("admin:audits_employee_import")


@require_safe
def plan_as_csv(request: HttpRequest) -> HttpResponse:
    """Everything that the page shows, without a limit of rows."""
    try:
        waiting = _waiting(request)
    except Unusable:
        waiting = None
    if waiting is None:
        return redirect("admin:audits_employee_import")
    table, on = waiting
    rows = ((section.title, *row) for section in tables(plan_import(table, on=on)) for row in section.rows)
    # Each section has headings of its own.
    return _attachment(csv_bytes((), rows), CSV_TYPE, "plan-importu.csv")


@require_POST
def cancel(request: HttpRequest) -> HttpResponse:
    _forget(request)
    messages.info(request, _("The import was dropped; nothing was written."))
    return redirect("admin:audits_employee_import")


@require_safe
def template_csv(request: HttpRequest) -> HttpResponse:
    return _attachment(columns.template_csv(), CSV_TYPE, "struktura-urzedu.csv")


@require_safe
def template_xlsx(request: HttpRequest) -> HttpResponse:
    return _attachment(columns.template_xlsx(), XLSX_TYPE, "struktura-urzedu.xlsx")


def _show(request: HttpRequest, plan: Plan, status: int = 200) -> HttpResponse:
    context = {"plan": plan, "tables": tables(plan)}
    return _page(request, "preview", _("What the import would change"), context, status)


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "opts": Employee._meta, **context}
    return TemplateResponse(request, f"admin/audits/import/{name}.html", context, status=status)


def _attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _waiting(request: HttpRequest) -> tuple[Table, datetime.date] | None:
    """The table that the session's owner uploaded, and its day; None when there is none or it was swept away.

    Raises Unusable where nobody has said yet what its columns are.
    """
    content = _kept(request)
    if content is None:
        return None
    remembered = request.session[_IN_SESSION]
    table = read_table(content, encoding=remembered.get("encoding", ""), meanings=meanings_kept())
    return table, datetime.date.fromisoformat(remembered["on"])


def _kept(request: HttpRequest) -> bytes | None:
    remembered = request.session.get(_IN_SESSION)
    if not remembered:
        return None
    try:
        with default_storage.open(remembered["file"]) as file:
            content: bytes = file.read()
    except FileNotFoundError:
        return None
    return content


def _forget(request: HttpRequest) -> None:
    remembered = request.session.pop(_IN_SESSION, None)
    if remembered:
        default_storage.delete(remembered["file"])


def _report(request: HttpRequest, done: Plan) -> None:
    counts = "; ".join(f"{section.title}: {section.count}" for section in tables(done))
    LogEntry.objects.create(
        user_id=cast("int", request.user.pk),
        content_type=ContentType.objects.get_for_model(Employee),
        object_repr=_("Import of the office"),
        action_flag=CHANGE,
        change_message=counts,
    )
    messages.success(request, _("Imported. %(counts)s.") % {"counts": counts})
