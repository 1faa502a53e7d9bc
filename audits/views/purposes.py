"""Where HR says what they read other people's results for, and the readings that are logged for it."""

import uuid as uuids
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from audits import access, purposes
from audits.access_log import PurposeMissing, record_access
from audits.choices import AccessKind, Role
from audits.forms.purposes import PurposeForm
from audits.models import AccessRecord, Audit, Report


def log_reading(request: HttpRequest, audit: Audit, kind: AccessKind, report: Report | None = None) -> AccessRecord:
    """Log that the account reads the audit now. Raises PurposeMissing: the view then answers `ask_for_purpose`."""
    given = purposes.in_force(request, audit)
    return record_access(
        reader=request.user,
        kind=kind,
        audit=audit,
        report=report,
        purpose=given.purpose if given else None,
        justification=given.justification if given else "",
        request=request,
    )


def log_filling(request: HttpRequest, draft: Audit, then: str = "") -> HttpResponse | None:
    """HR who corrects what another observed reads it: that is logged, or answered by the question for a purpose.

    `then`: where that leads once answered, if not to the address itself.
    """
    if draft.auditor_id == request.user.pk:
        return None
    try:
        log_reading(request, draft, AccessKind.PAGE)
    except PurposeMissing:
        return ask_for_purpose(draft, then=then or request.path)
    return None


def ask_for_purpose(audit: Audit, then: str) -> HttpResponseRedirect:
    """To the page that asks; `then`: where it leads once answered."""
    query = urlencode({"next": then})
    return HttpResponseRedirect(f"{reverse('audits:purpose_of_audit', args=[audit.uuid])}?{query}")


@require_http_methods(["GET", "HEAD", "POST"])
def purpose(request: HttpRequest, uuid: uuids.UUID | None = None) -> HttpResponse:
    """Asks for the purpose, of one audit or of all that follow. Of the audit it tells what the list does."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    audit = None
    if uuid is not None:
        others = access.audits_visible_to(request.user).exclude(auditor=request.user).select_related("department")
        audit = get_object_or_404(others, uuid=uuid)
    then = _local(request.POST.get("next") or request.GET.get("next", "")) or (
        audit.get_absolute_url() if audit else reverse("audits:audits")
    )
    form = PurposeForm(request.POST if request.method == "POST" else None, for_one_audit=audit is not None)
    if form.is_bound and form.is_valid():
        purposes.give(request, audit=audit, **form.cleaned_data)
        return redirect(then)
    shown = {"form": form, "audit": audit, "next": then, "in_force": purposes.in_force(request, audit)}
    return render(request, "audits/purpose.html", shown, status=422 if form.is_bound else 200)


def _local(address: str) -> str:
    """The address when it is a path of this portal, else nothing."""
    safe = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if safe else ""
