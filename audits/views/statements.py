"""What people said of the audits about them, for HR to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from audits import access
from audits.choices import Role
from audits.views.assessed_tables import StatementsTable
from audits.views.paging import show_page

STATEMENTS_ON_A_PAGE = 25


@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """Those that nobody of HR has read since they were made, the oldest first; or all, the latest first."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    every = request.GET.get("state") == "all"
    found = access.audits_replied_to(request.user).select_related("department")
    found = found.order_by("-said_at", "-pk") if every else found.filter(is_unread=True).order_by("said_at", "pk")
    table = StatementsTable(found, every=every)
    show_page(table, request, rows=STATEMENTS_ON_A_PAGE)
    return render(request, "audits/statements.html", {"table": table, "every": every})
