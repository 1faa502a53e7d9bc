"""Checklists to be printed and filled by hand."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audits import access
from audits.choices import Role
from audits.forms.reports import BlankCardForm
from audits.reports.blank import blank_card as card_of
from audits.reports.documents import blank_card_pdf
from standards.models import Edition


@require_safe
def blank_card(request: HttpRequest) -> HttpResponse:
    """A form; with its fields in the address, the PDF of the checklist in force today."""
    if not access.roles(request.user) & {Role.AUDITOR, Role.HR}:
        raise Http404
    edition = Edition.objects.in_force_on(timezone.localdate()).select_related("publication").first()
    if edition is None:
        raise Http404
    form = BlankCardForm(request.GET if "way" in request.GET else None, edition=edition)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "audits/reports/blank_card.html", {"form": form, "edition": edition}, status=status)
    card = card_of(edition, **form.cleaned_data)
    if card is None:
        form.say_nothing_seen()
        return render(request, "audits/reports/blank_card.html", {"form": form, "edition": edition}, status=422)
    response = HttpResponse(blank_card_pdf(card), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="karta-{card.method}-{card.channel}.pdf"'
    return response
