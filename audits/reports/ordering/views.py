"""The pages that take orders: of reports (with those kept and what one would give), and of answers for analysis."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.choices import ReportLevel, ReportState, Role
from audits.reports import jobs
from audits.reports.answers.choice import has_audits
from audits.reports.answers.general import blocks_of
from audits.reports.answers.writing import nothing_closed
from audits.reports.forms import ReportFilter
from audits.reports.ordering.forms import AnswersForm, Order, ReportRequestForm, said_by_address
from audits.reports.ordering.prospects import Prospects, prospects_of
from audits.reports.tables import ReportTable
from audits.reports.turns import TooManyWaiting
from audits.tables import show_page

REPORTS_ON_A_PAGE = 25
_ASKED = ("department", "period", "first_day", "last_day", "level", "named")


@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: SignedInRequest) -> HttpResponse:
    """The form that orders a department's report, with what the order would give; and the reports kept.

    Without a script the form is sent once to see what it would give (`check`). An order that would give nothing is
    asked about before a worker makes it.
    """
    form = _form(request)
    if request.method == "POST" and form is None:
        raise Http404
    if form is None:
        return _page(request, None, None)
    order, status = _order(form), 200
    prospects = prospects_of(order, by=request.user) if order else None
    if request.method == "POST" and "check" not in request.POST:
        if not form.is_valid():
            status = 422
        elif order and prospects and (_gives_something(prospects) or "all_the_same" in request.POST):
            return _make(request, form, order, prospects)
    return _page(request, form, prospects, status=status)


def _form(request: SignedInRequest) -> ReportRequestForm | None:
    """As sent, or beginning with what the address says; None for those who may have no department's report."""
    keys = list(access.departments_to_report(request.user).values_list("pk", flat=True)[:2])
    if not keys:
        return None
    if request.method == "POST":
        return ReportRequestForm(request.POST, user=request.user)
    only = {"department": keys[0]} if len(keys) == 1 else {}
    return ReportRequestForm(user=request.user, initial=only | said_by_address(request.GET))


def _order(form: ReportRequestForm) -> Order | None:
    """What the form says; where it was not sent yet, what it begins with."""
    if not form.is_bound:
        begins = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
        form = ReportRequestForm({name: value or "" for name, value in begins.items()}, user=form.user)
    form.is_valid()
    return form.order


def _gives_something(prospects: Prospects) -> bool:
    found = prospects.at(prospects.order.level)
    return bool(found and found.audits)


def _make(request: SignedInRequest, form: ReportRequestForm, order: Order, prospects: Prospects) -> HttpResponse:
    is_full = order.level == ReportLevel.FULL
    given = purposes.in_force(request) if is_full else None
    if is_full and given is None:
        # Once it is said, the form stands there as it was filled in.
        return HttpResponseRedirect(f"{reverse('audits:purpose')}?{urlencode({'next': order.address})}")
    try:
        report = jobs.request_report(
            department=order.department,
            period=order.period,
            by=request.user,
            level=order.level,
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except TooManyWaiting as error:
        form.add_error(None, str(error))
        return _page(request, form, prospects, status=429)
    except jobs.NotAllowed as error:
        raise Http404 from error
    if report.state == ReportState.DONE:
        messages.success(request, _("Nothing has changed since this report was made, so here it is."))
    elif jobs.is_made_anew(report):
        messages.info(
            request, _("The portal was changed after this report was made, so it is made anew from the same data.")
        )
    return redirect(report)


def _page(
    request: SignedInRequest, form: ReportRequestForm | None, prospects: Prospects | None, status: int = 200
) -> HttpResponse:
    visible = access.reports_visible_to(request.user).select_related("department", "audit", "requested_by")
    found = ReportFilter(request.GET, queryset=visible, user=request.user)
    table = ReportTable(found.qs)
    show_page(table, request, rows=REPORTS_ON_A_PAGE)
    shown = {
        "form": form,
        "filter": found,
        "is_narrowed": any(request.GET.get(name) for name in found.filters),
        "table": table,
        "unanswered": request.method == "POST" and status == 200 and "check" not in request.POST,
        **_of_prospects(request, prospects),
    }
    return render(request, "audits/reports/reports.html", shown, status=status)


def _of_prospects(request: SignedInRequest, prospects: Prospects | None) -> dict[str, Any]:
    return {
        "prospects": prospects,
        "may_close": bool(prospects and prospects.due) and access.closes_granules(request.user),
        "given": purposes.in_force(request),
    }


@require_safe
def report_prospects(request: SignedInRequest) -> HttpResponse:
    """What the form as filled in would give, for the page that asks while it is filled in."""
    if not access.departments_to_report(request.user).exists():
        raise Http404
    form = ReportRequestForm(request.GET, user=request.user)
    order = _order(form)
    prospects = prospects_of(order, by=request.user) if order else None
    return render(request, "audits/reports/ordering/_prospects.html", _of_prospects(request, prospects))


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: SignedInRequest) -> HttpResponse:
    """For HR: of which department and period they are wanted, at which level; a job makes the file."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    if request.method != "POST":
        # What was chosen before a purpose was asked for.
        kept = {name: request.GET[name] for name in _ASKED if name in request.GET}
        return _answers_page(request, AnswersForm(user=request.user, initial=kept))
    form = AnswersForm(request.POST, user=request.user)
    if not form.is_valid():
        return _answers_page(request, form, status=422)
    chosen = form.cleaned_data
    is_full = chosen["level"] == ReportLevel.FULL
    given = purposes.in_force(request) if is_full else None
    if is_full and given is None:
        return _ask_what_for(request)
    if lacking := _lacking(chosen):
        form.add_error("period", lacking)
        return _answers_page(request, form, status=422)
    try:
        report = jobs.request_answers(
            department=chosen["department"],
            period=chosen["chosen"],
            by=request.user,
            level=chosen["level"],
            named=chosen["named"],
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except TooManyWaiting as error:
        form.add_error(None, str(error))
        return _answers_page(request, form, status=429)
    return redirect(report)


def _ask_what_for(request: SignedInRequest) -> HttpResponseRedirect:
    asked = {name: request.POST[name] for name in _ASKED if request.POST.get(name)}
    back = f"{reverse('audits:answers')}?{urlencode(asked)}"
    return HttpResponseRedirect(f"{reverse('audits:purpose')}?{urlencode({'next': back})}")


def _lacking(chosen: dict[str, Any]) -> str:
    """Why a job would make nothing of it; empty where it would."""
    department, period = chosen["department"], chosen["chosen"]
    if chosen["level"] == ReportLevel.FULL:
        return "" if has_audits(department, period) else _("There are no audits of this department and period.")
    return "" if blocks_of(department, period).blocks else nothing_closed()


def _answers_page(request: SignedInRequest, form: AnswersForm, status: int = 200) -> HttpResponse:
    given = purposes.in_force(request)
    return render(request, "audits/reports/answers.html", {"form": form, "given": given}, status=status)
