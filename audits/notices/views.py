"""Notices of audits: read by everybody, kept by HR and administrators, acknowledged by auditors."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access
from audits.access.requests import SignedInRequest, local_address
from audits.choices import Audience
from audits.models import Acknowledgement, Notice, Told
from audits.notices.forms import NoticeForm, ToldForm
from audits.notices.tables import MissingTable, ToldTable
from audits.notices.telling import acknowledge, withdraw_told
from audits.tables import show_page

PEOPLE_ON_A_PAGE = 50


@require_safe
def notices(request: SignedInRequest) -> HttpResponse:
    kept = Notice.objects.all()
    pending = access.notices_to_acknowledge(request.user)
    told = Told.objects.filter(employee__user_id=request.user.pk, withdrawn_at__isnull=True).select_related("notice")
    shown = {
        "notices": kept,
        "keeps": access.keeps_notices(request.user),
        "to_acknowledge": pending,
        "told": told,
    }
    return render(request, "audits/notices/notices.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def new_notice(request: SignedInRequest) -> HttpResponse:
    if not access.keeps_notices(request.user):
        raise Http404
    form = NoticeForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and (kept := form.save()):
        messages.success(request, _("The notice has been recorded."))
        return redirect(kept)
    return render(request, "audits/notices/new_notice.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """The text for everybody; for whoever keeps it, who was told too. A POST marks people as told."""
    kept = get_object_or_404(Notice.objects.all(), uuid=uuid)
    keeps = access.keeps_notices(request.user) and kept.audience == Audience.STAFF
    if request.method == "POST" and not keeps:
        raise Http404
    form = None
    if keeps:
        initial = {"told_on": timezone.localdate()}
        form = ToldForm(
            request.POST if request.method == "POST" else None, notice=kept, user=request.user, initial=initial
        )
    if form and form.is_bound and form.is_valid() and (count := form.save()) is not None:
        messages.success(request, _marked(count))
        return redirect(kept)
    context: dict[str, Any] = {
        "notice": kept,
        "form": form,
        "next": local_address(request.GET.get("next", "")),
        "to_acknowledge": access.notices_to_acknowledge(request.user).filter(pk=kept.pk).exists(),
        "acknowledged": Acknowledgement.objects.filter(notice=kept, user_id=request.user.pk).first(),
    }
    if keeps:
        context |= _who_was_told(request, kept)
    return render(request, "audits/notices/notice.html", context, status=422 if form and form.errors else 200)


def _who_was_told(request: SignedInRequest, kept: Notice) -> dict[str, Any]:
    told = Told.objects.filter(notice=kept, employee=OuterRef("pk"), withdrawn_at__isnull=True)
    people = access.employees_to_tell(request.user)
    counts = people.annotate(was_told=Exists(told)).aggregate(
        all=Count("pk"), told=Count("pk", filter=Q(was_told=True))
    )
    only_missing = request.GET.get("who") != "told"
    if only_missing:
        table = MissingTable(people.exclude(Exists(told)))
    else:
        mine = people.filter(pk=OuterRef("employee"))
        table = ToldTable(kept.told.filter(Exists(mine), withdrawn_at__isnull=True).select_related("employee"))
    show_page(table, request, rows=PEOPLE_ON_A_PAGE)
    return {"table": table, "counts": counts | {"missing": counts["all"] - counts["told"]}, "missing": only_missing}


@require_POST
def withdraw(request: SignedInRequest, uuid: uuids.UUID, told_id: int) -> HttpResponse:
    """Take back that somebody was told, marked by mistake."""
    people = access.employees_to_tell(request.user).filter(pk=OuterRef("employee"))
    marked = Told.objects.filter(Exists(people), notice__uuid=uuid).select_related("employee", "notice")
    told = get_object_or_404(marked, pk=told_id)
    withdraw_told(told=told, by=request.user)
    messages.success(request, _("%(person)s is no longer marked as told.") % {"person": told.employee})
    return redirect(told.notice)


@require_POST
def acknowledged(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """An auditor says that they have read the notice to auditors."""
    kept = get_object_or_404(access.notices_of_auditor(request.user), uuid=uuid)
    acknowledge(notice=kept, by=request.user)
    messages.success(request, _("Thank you. That you read this notice has been recorded."))
    return redirect(local_address(request.POST.get("next", "")) or "home")


def _marked(count: int) -> str:
    if not count:
        return _("Everybody of them had been marked as told before.")
    return ngettext(
        "%(count)d person has been marked as told.", "%(count)d people have been marked as told.", count
    ) % {"count": count}
