"""“Kogo jeszcze nie”: units and people that an auditor has not audited yet in a period."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audits import access
from audits.access.requests import SignedInRequest
from audits.fieldwork.forms.missing import MissingForm
from audits.fieldwork.forms.people import with_places
from audits.fieldwork.missing import people_without, units_without
from audits.fieldwork.tables import MissingTable
from audits.tables import show_page

PEOPLE_ON_A_PAGE = 25


@require_safe
def missing(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    if not access.departments_to_audit(request.user, today).exists():
        raise Http404
    form = MissingForm(request.GET, user=request.user)
    period, under = form.chosen_period, form.under
    table = MissingTable(people_without(request.user, period, under))
    show_page(table, request, rows=PEOPLE_ON_A_PAGE)
    with_places((row.record for row in table.paginated_rows), today)
    units = list(units_without(request.user, period, under))
    shown = {"form": form, "period": period, "table": table, "units": units}
    return render(request, "audits/fieldwork/missing.html", shown)
