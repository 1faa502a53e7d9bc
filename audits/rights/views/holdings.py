"""Who holds what: over a department, in an account, in the whole office; granted and ended by administrators."""

import uuid as uuids
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Case, Count, Max, Q, Value, When
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.requests import SignedInRequest
from audits.choices import Confirmation, Role
from audits.exports import CSV_TYPE, XLSX_TYPE
from audits.fields import add_faults
from audits.models import Appointment, Department, Employment, User, holding_on, on_day
from audits.rights import holdings as rights
from audits.rights.appointing import end_appointment, grant_appointment
from audits.rights.files import to_csv, to_xlsx
from audits.rights.forms import WITH_REMARKS, EndForm, GrantForm, ListForm, SearchForm, accounts_like
from standards.wording.folding import words_of

ACCOUNTS_SHOWN = 20
RIGHTS_ON_A_PAGE = 50


def only_administrators(request: SignedInRequest) -> None:
    if not access.is_administrator(request.user):
        raise Http404


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Departments of which the account may read who holds what; administrators look for accounts too."""
    departments = list(_in_tree(access.departments_of_rights(request.user)))
    if not departments:
        raise Http404
    form = SearchForm(request.GET or None)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    found: Any = []
    if text:
        words = words_of(text)
        departments = [one for one in departments if _fits(one, words)]
        if access.is_administrator(request.user):
            found = list(accounts_like(text)[: ACCOUNTS_SHOWN + 1])
    shown = {
        "form": form,
        "departments": departments,
        "accounts": found[:ACCOUNTS_SHOWN],
        "more_accounts": len(found) > ACCOUNTS_SHOWN,
        "text": text,
    }
    return render(request, "audits/rights/index.html", _with_rights(request, shown))


def _in_tree(departments: Any) -> Any:
    today = timezone.localdate()
    top_first = Case(When(Q(parent=None), Value(0)), default=Value(1))
    return departments.annotate(
        depth=Max("ancestors__depth", filter=on_day(today, "ancestors__")),
        held=Count("appointments", filter=holding_on(today, "appointments__"), distinct=True),
    ).order_by(top_first, "code")


def _fits(department: Department, words: list[str]) -> bool:
    of_row = f" {' '.join(words_of(f'{department.code} {department.name}'))}"
    return all(f" {word}" in of_row for word in words)


def _with_rights(request: SignedInRequest, shown: dict[str, Any]) -> dict[str, Any]:
    roles = access.roles_in(request)
    return {
        **shown,
        "administers": Role.ADMINISTRATOR in roles,
        "reads_proposals": bool(roles & {Role.ADMINISTRATOR, Role.DPO}),
    }


@require_safe
def department(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    found = get_object_or_404(access.departments_of_rights(request.user).select_related("parent"), uuid=uuid)
    holders = rights.holders(found)
    shown = {
        "department": found,
        "holders": holders,
        "latest_past": holders.past[:RIGHTS_ON_A_PAGE],
        "older_past": len(holders.past[RIGHTS_ON_A_PAGE:]),
    }
    return render(request, "audits/rights/department.html", _with_rights(request, shown))


@require_safe
def account(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """For administrators; one's own is at `own`."""
    only_administrators(request)
    return _account_page(request, get_object_or_404(User.objects.select_related("employee"), uuid=uuid))


@require_safe
def own(request: SignedInRequest) -> HttpResponse:
    return _account_page(request, request.user)


def _account_page(request: SignedInRequest, user: Any) -> HttpResponse:
    held = on_day(timezone.localdate())
    shown = {
        "account": user,
        "holdings": rights.holdings(user),
        "posts": Employment.objects.filter(held, employee__user=user).select_related("department").order_by("since"),
    }
    return render(request, "audits/rights/account.html", _with_rights(request, shown))


@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    only_administrators(request)
    found = get_object_or_404(Department, uuid=uuid)
    form = GrantForm(
        request.POST if request.method == "POST" else None,
        department=found,
        by=request.user,
        initial={"account": request.GET.get("account", "")[:150]},
    )
    if form.is_bound and form.is_valid():
        try:
            made = grant_appointment(**form.cleaned_data["granted"], by=request.user)
            waits = _("Proposed: %(appointment)s. It holds once another administrator has confirmed it.")
            founds = _("Granted: %(appointment)s. It holds once they have signed in with a second factor.")
            said = founds if made.confirmation == Confirmation.FOUNDING else waits
            messages.success(request, said % {"appointment": made})
            return redirect("audits:rights_of_department", found.uuid)
        except ValidationError as fault:
            add_faults(form, fault)
    shown = {"form": form, "department": found}
    return render(request, "audits/rights/grant.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    only_administrators(request)
    related = Appointment.objects.select_related("user", "department", "granted_by", "ended_by", "confirmed_by")
    found = get_object_or_404(related, uuid=uuid)
    form = EndForm(request.POST if request.method == "POST" else None, appointment=found, by=request.user)
    if form.is_bound and form.is_valid():
        try:
            end_appointment(appointment=found, on=form.cleaned_data["on"], by=request.user)
            messages.success(request, _("Ended: %(appointment)s.") % {"appointment": found})
            return redirect("audits:rights_of_department", found.department.uuid)
        except ValidationError as fault:
            add_faults(form, fault)
    shown = {"form": form, "appointment": found, "today": timezone.localdate()}
    return render(request, "audits/rights/end.html", shown, status=422 if form.is_bound else 200)


def _chosen(request: SignedInRequest) -> tuple[ListForm, list[rights.Right]]:
    only_administrators(request)
    form = ListForm(request.GET)
    if not form.is_valid():
        return form, []
    return form, rights.rights_on(form.cleaned_data["day"], form.cleaned_data["department"])


@require_safe
def rights_list(request: SignedInRequest) -> HttpResponse:
    """Everything held on one day, to look through; the files hold all of it, whatever is searched for."""
    form, found = _chosen(request)
    shown: dict[str, Any] = {"form": form, "held": len(found)}
    if form.is_valid():
        said = form.cleaned_data
        found = rights.named_like(found, said["q"])
        if said["show"] == WITH_REMARKS:
            found = [right for right in found if right.remarks]
        whole = {"day": said["day"].isoformat(), "department": said["department"] and said["department"].pk}
        shown |= {"day": said["day"], "department": said["department"]}
        shown["query"] = urlencode({name: value for name, value in whole.items() if value})
    shown["page"] = Paginator(found, RIGHTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "audits/rights/list.html", shown, status=200 if form.is_valid() else 422)


@require_safe
def rights_csv(request: SignedInRequest) -> HttpResponse:
    form, found = _chosen(request)
    return _file(form, to_csv(found), CSV_TYPE, "csv")


@require_safe
def rights_xlsx(request: SignedInRequest) -> HttpResponse:
    form, found = _chosen(request)
    return _file(form, to_xlsx(found), XLSX_TYPE, "xlsx")


def _file(form: ListForm, content: bytes, content_type: str, ending: str) -> HttpResponse:
    if not form.is_valid():
        raise Http404
    day = form.cleaned_data["day"].isoformat()
    headers = {
        "Content-Disposition": f'attachment; filename="uprawnienia-{day}.{ending}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=content_type, headers=headers)
