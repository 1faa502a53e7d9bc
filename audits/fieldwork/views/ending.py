"""The ends of a draft: looked through and submitted, set aside for what comes later, or discarded."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.access_log.purposes import log_filling
from audits.fieldwork.forms.changes import read_seen
from audits.fieldwork.forms.review import review_of
from audits.fieldwork.forms.setting_aside import SetAsideForm
from audits.fieldwork.views.assignments import page_of
from audits.models import Audit

SHORT = gettext_lazy("This device still holds answers that the portal does not have. They are sent first.")
LOOK_AGAIN = gettext_lazy("The checklist has changed since this page was shown. Look at it again, then submit.")
DEVICE_UNKNOWN = gettext_lazy("Say first whether this device still holds anything.")
OPEN = gettext_lazy(
    "The audit was not submitted: there are questions without an answer. "
    "Answer them, or tick below that they stay “not observed”."
)
# Why nothing was ended, by what was raised: the status and what the page says.
_WHY: dict[type[Exception], tuple[int, Any]] = {
    fieldwork.Short: (409, SHORT),
    fieldwork.LookAgain: (409, LOOK_AGAIN),
    fieldwork.DeviceUnknown: (422, DEVICE_UNKNOWN),
    fieldwork.Unanswered: (422, OPEN),
}


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """All that is worth a look, and the act that ends filling. Sent twice, it shows the same receipt."""
    draft = (
        access.drafts_of(request.user).select_related("department", "employee", "assignment").filter(uuid=uuid).first()
    )
    if draft is None:
        return page_of(get_object_or_404(access.finished_by(request.user).select_related("assignment"), uuid=uuid))
    if request.method != "POST":
        return _review(request, draft)
    try:
        fieldwork.submit_audit(
            audit=draft,
            by=request.user,
            leave_unanswered="leave_unanswered" in request.POST,
            seen=read_seen(request.POST),
        )
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
        return redirect("audits:fill", uuid) if draft.corrects_id else redirect("home")
    except tuple(_WHY) as fault:
        return _review(request, draft, fault)
    messages.success(request, _submitted(draft))
    return page_of(draft)


def _submitted(draft: Audit) -> str:
    if draft.corrects_id:
        return _("The correction has been submitted. It counts once a second person of HR approves it.")
    return _("The audit has been submitted.")


@require_POST
def set_aside(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Leave open only what comes later, until a day that the auditor names."""
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    form = SetAsideForm(request.POST, audit=draft, left_now=review_of(draft).left.now)
    if not form.is_valid():
        return _review(request, draft, form=form)
    try:
        audit = fieldwork.set_aside(audit=draft, by=request.user, seen=read_seen(request.POST), **form.cleaned_data)
    except fieldwork.Refused as refused:
        form.add_error(refused.field or None, refused.message)
        return _review(request, draft, form=form)
    except fieldwork.Unanswered:
        form.add_error(None, _("There are questions without an answer that can be judged now. Answer or leave them."))
        return _review(request, draft, form=form)
    except tuple(_WHY) as fault:
        return _review(request, draft, fault)
    assert audit.awaited_until is not None  # noqa: S101 - it has just been set
    day = date_format(audit.awaited_until, "j E Y")
    messages.success(request, _("The audit waits until %(day)s. You find it on the start page.") % {"day": day})
    return redirect("home")


def _review(
    request: SignedInRequest, draft: Audit, fault: Exception | None = None, form: SetAsideForm | None = None
) -> HttpResponse:
    if question := log_filling(request, draft, then=reverse("audits:submit", args=[draft.uuid])):
        return question
    if fault or form:
        # As it is now: that may be why.
        draft = Audit.objects.select_related("department", "employee", "assignment").get(pk=draft.pk)
    review = review_of(draft, request.POST.get("shown", ""))
    left = review.left
    comes_later = left.later is not None and left.later.count > 0
    may_wait = comes_later and timezone.localdate() <= fieldwork.last_day_awaited(draft)
    status, why = _WHY[type(fault)] if fault else (422 if form else 200, "")
    context = {
        "audit": draft,
        "review": review,
        "left": left,
        "why": why,
        "failed": status != 200,
        "is_short": isinstance(fault, fieldwork.Short),
        "differs": review.differs if isinstance(fault, fieldwork.LookAgain) else (),
        "asks_of_device": isinstance(fault, fieldwork.DeviceUnknown),
        "form": form or (SetAsideForm(audit=draft, left_now=left.now) if may_wait else None),
    }
    return render(request, "audits/fieldwork/submit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    if request.method != "POST":
        return log_filling(request, draft) or render(request, "audits/fieldwork/discard.html", {"audit": draft})
    try:
        fieldwork.discard_audit(audit=draft, by=request.user)
        messages.success(request, _("The draft has been discarded."))
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect("home")
