"""Two editions compared: chosen, read word by word or side by side, taken along as a PDF."""

import logging
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from standards.comparing.comparison import compare as compared
from standards.comparing.documents import comparison_pdf
from standards.comparing.forms import ComparisonForm
from standards.comparing.workbook import comparison_sheets
from standards.exports import xlsx_response
from standards.interchange import export_edition
from standards.lineage import spans
from standards.models.editions import visible_edition, visible_editions
from standards.typesetting.pdf import RenderFailed

logger = logging.getLogger(__name__)


@require_safe
def choose(request: HttpRequest, code: str) -> HttpResponse:
    """With which edition this one is to be compared; once chosen, to the comparison."""
    new = visible_edition(request, code)
    others = visible_editions(request).exclude(pk=new.pk)
    form = ComparisonForm(request.GET if "other" in request.GET else None, editions=others)
    if form.is_valid():
        return redirect("standards:compare", new.code, form.cleaned_data["other"].code)
    status = 422 if form.is_bound else 200
    return render(request, "standards/comparing/choose_comparison.html", {"edition": new, "form": form}, status=status)


@require_safe
def compare(request: HttpRequest, code: str, other: str) -> HttpResponse:
    """What the edition `code` changed against `other`, whichever is older."""
    return render(request, "standards/comparing/comparison.html", _compared(request, code, other))


@require_safe
def compare_pdf(request: HttpRequest, code: str, other: str) -> HttpResponse:
    """The same as a file, to be attached to the ordinance."""
    context = _compared(request, code, other)
    new, old = context["edition"], context["old"]
    # Published text stays as it is: the later publication dates the document. A draft is as it is now.
    published = [each.publication.published_at for each in (old, new) if each.is_published]
    as_of = max(published) if len(published) == 2 else timezone.now()
    try:
        document = comparison_pdf(context, as_of=as_of)
    except RenderFailed:
        logger.exception("The comparison of %s with %s could not be typeset", new.code, old.code)
        messages.error(request, _("The document could not be typeset. The administrator finds the reason in the log."))
        return redirect("standards:compare", new.code, old.code)
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="porownanie-{old.code}-{new.code}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def compare_xlsx(request: HttpRequest, code: str, other: str) -> FileResponse:
    """The same as a workbook."""
    context = _compared(request, code, other)
    name = f"porownanie-{context['old'].code}-{context['edition'].code}.xlsx"
    return xlsx_response(name, comparison_sheets(context))


def _compared(request: HttpRequest, code: str, other: str) -> dict[str, Any]:
    new, old = visible_edition(request, code), visible_edition(request, other)
    whole = compared(export_edition(old.code), export_edition(new.code))
    only_changed = request.GET.get("only") == "changed"
    in_force = spans()
    return {
        "edition": new,
        "old": old,
        "in_force_old": in_force.get(old.pk),
        "in_force_new": in_force.get(new.pk),
        "counts": whole.count(),
        "is_same": whole.is_same,
        "comparison": whole.only_changed() if only_changed else whole,
        "only_changed": only_changed,
        "side_by_side": request.GET.get("layout") == "columns",
    }
