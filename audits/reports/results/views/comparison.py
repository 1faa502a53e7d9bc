"""Two selections side by side, as a page and as a workbook. Made of closings, for whoever may have both."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from audits.access.requests import SignedInRequest
from audits.exports import xlsx_response
from audits.reports.results.asked import chosen_selections, selection_forms
from audits.reports.results.comparing import compare
from audits.reports.results.comparison_layout import sheets
from audits.reports.results.comparison_page import comparison_page


@require_safe
def comparison(request: SignedInRequest) -> HttpResponse:
    """Any unit, period, channel and method against any other."""
    return comparison_page(request)


@require_safe
def comparison_file(request: SignedInRequest) -> FileResponse:
    """The same as a workbook."""
    forms, departments = selection_forms(request)
    if not all(form.is_valid() for form in forms):
        raise Http404
    name = f"porownanie-{timezone.localdate().isoformat()}.xlsx"
    return xlsx_response(name, sheets(compare(*chosen_selections(forms, departments))))
