"""What opens a new audit without a network, and where it arrives once there is one."""

import uuid as uuids
from collections.abc import Mapping

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.fieldwork.forms.checklist import ChecklistPage
from audits.fieldwork.forms.offline import (
    CARDS,
    LARGEST_KEY,
    ArrivingAssignedForm,
    ArrivingForm,
    TakeAlongForm,
    blank_page,
    blank_page_of,
    cards,
    people_taken_along,
    read_held,
)
from audits.fieldwork.forms.opening import OPENED_BEFORE, OpenForm
from audits.fieldwork.forms.review import review_of
from audits.fieldwork.forms.setting_aside import DAYS_TO_WAIT
from audits.fieldwork.views.assignments import address_of
from audits.fieldwork.views.fill import answers_device, told_to_device
from audits.models import Audit
from standards.choices import Channel, Method
from standards.models import Edition

# By which the session knows the units whose people the device knows by name.
UNITS = "units_taken_along"


def _refuse_others(request: SignedInRequest) -> None:
    if not access.departments_to_audit(request.user, timezone.localdate()).exists():
        raise Http404


def _kept(response: HttpResponse) -> HttpResponse:
    """Beside own checklists the exception from "no-store": it holds nothing of anybody's result."""
    response["Cache-Control"] = "private, no-cache"
    return response


@gzip_page
@require_safe
def opening(request: SignedInRequest) -> HttpResponse:
    """The opening form with all that it chooses from."""
    _refuse_others(request)
    return _opening_page(request, None)


@require_POST
def take_along(request: SignedInRequest) -> HttpResponse:
    """Of a scope too large for a device: whose people it shall know."""
    _refuse_others(request)
    form = TakeAlongForm(request.POST, user=request.user, day=timezone.localdate())
    if not form.is_valid():
        return _opening_page(request, form)
    request.session[UNITS] = [unit.pk for unit in form.cleaned_data["units"]]
    return redirect("audits:open_offline")


def _opening_page(request: SignedInRequest, units: TakeAlongForm | None) -> HttpResponse:
    today = timezone.localdate()
    chosen = request.session.get(UNITS, [])
    people, is_large = people_taken_along(request.user, today, chosen)
    shown = {
        "form": OpenForm(user=request.user, initial={"selection": "core"}, auto_id="id_%s"),
        "people": people,
        "cards": cards(),
        "edition": Edition.objects.in_force_on(today).first(),
        "must_read": access.notices_to_acknowledge(request.user).first(),
        "units": units or TakeAlongForm(user=request.user, day=today, initial={"units": chosen}) if is_large else None,
    }
    response = render(request, "audits/fieldwork/open_offline.html", shown, status=422 if units else 200)
    return response if units else _kept(response)


@gzip_page
@require_safe
def card(request: SignedInRequest, method: str, channel: str, edition: int) -> HttpResponse:
    """A checklist of everything that is not yet anybody's; its script makes it that of an audit opened there."""
    _refuse_others(request)
    page = blank_page(_published(edition), method, channel) if (method, channel) in CARDS else None
    return _card_page(request, page, reverse("audits:open_offline"))


@gzip_page
@require_safe
def own_card(request: SignedInRequest, uuid: uuids.UUID, edition: int) -> HttpResponse:
    """The same for a mystery shopper's assignment, as long as its audit is still to be submitted."""
    assignment = get_object_or_404(access.assignments_to_fill(request.user), uuid=uuid)
    page = blank_page_of(assignment, _published(edition))
    return _card_page(request, page, reverse("audits:own_assignment", args=[uuid]))


def _published(edition: int) -> Edition:
    found: Edition = get_object_or_404(Edition.objects.filter(publication__isnull=False), pk=min(edition, LARGEST_KEY))
    return found


def _card_page(request: SignedInRequest, page: ChecklistPage | None, opening: str) -> HttpResponse:
    if page is None:
        raise Http404
    audit = page.audit
    shown = {"page": page, "audit": audit, "opening": opening, "days_to_wait": DAYS_TO_WAIT}
    shown |= {"method": Method(audit.method).label, "channel": Channel(audit.channel).label}
    return _kept(render(request, "audits/fieldwork/blank_card.html", shown))


@require_POST
def arrive(request: SignedInRequest) -> JsonResponse:
    """An audit that a device opened: the journal's answer with its address, and its receipt where it was submitted."""
    form_class = ArrivingAssignedForm if "assignment" in request.POST else ArrivingForm
    form = form_class(request.POST, user=request.user)
    try:
        held = read_held(request.POST)
        uuid = form.fields["uuid"].clean(request.POST.get("uuid", ""))
        arrived = fieldwork.take_opened(
            by=request.user,
            uuid=uuid,
            opened=form.opened,
            edition=form.fields["edition"].clean(request.POST.get("edition", "")),
            held=held,
            reply=told_to_device,
        )
    except fieldwork.OtherEdition as other:
        reasons = [{"field": other.field, "text": str(other.message)}]
        return _unaccepted(reasons, card=_card_of(request.POST, other.edition))
    except ValidationError as fault:
        return _unaccepted(_reasons(form, fault))
    except fieldwork.Refused as refused:
        name = "employee_name" if refused.field == "employee" else refused.field
        return _unaccepted([{"field": name if name in form.fields else "", "text": str(refused.message)}])
    except fieldwork.Stale:
        return _unaccepted([{"field": "", "text": str(OPENED_BEFORE)}])
    except fieldwork.Gap as gap:
        return JsonResponse({"problem": "gap", "seq": gap.seq}, status=409)
    except (fieldwork.Late, Audit.DoesNotExist):
        return JsonResponse({"problem": "late"}, status=409)
    return _arrived(arrived, request)


@require_POST
@answers_device
def end(request: SignedInRequest, uuid: uuids.UUID) -> JsonResponse:
    """The end of a draft that was asked for on a device without a network, with the last that it holds."""
    held = read_held(request.POST)
    return _arrived(fieldwork.end_kept(by=request.user, uuid=uuid, held=held, reply=told_to_device), request)


def _arrived(arrived: fieldwork.Arrived, request: SignedInRequest) -> JsonResponse:
    """What became of it, for the device to tell; of what was changed elsewhere, what differs from what it showed."""
    audit, differs = arrived.audit, []
    if arrived.has_changed:
        review = review_of(audit, request.POST.get("shown", ""), arrived.reply.get("moved", {}))
        differs = [{"question": one.question, "words": str(one.words), "note": one.note} for one in review.differs]
    told = {
        "address": _address_of(audit, "audits:submit" if arrived.why else "audits:fill"),
        "receipt": audit.receipt or "",
        "why": str(arrived.why),
        "differs": differs,
        "now": date_format(timezone.localtime(), "H:i"),
    }
    return JsonResponse(arrived.reply | told, status=409 if arrived.has_changed else 200)


def _address_of(audit: Audit, page_of_draft: str) -> str:
    return reverse(page_of_draft, args=[audit.uuid]) if audit.is_draft else address_of(audit)


def _reasons(form: Form, fault: ValidationError) -> list[dict[str, str]]:
    """Field by field, with the field's name for people."""
    if not hasattr(fault, "error_dict"):
        return [{"field": "", "text": " ".join(fault.messages)}]
    return [
        {"field": "" if name == NON_FIELD_ERRORS else name, "text": _said(form, name, " ".join(faults))}
        for name, faults in fault.message_dict.items()
    ]


def _said(form: Form, name: str, text: str) -> str:
    return f"{form.fields[name].label}: {text}" if name in form.fields and form.fields[name].label else text


def _card_of(data: Mapping[str, str], edition: int | None) -> str:
    """The card to which the device's answers can be carried over; the form has been found to be in order."""
    if edition is None:
        return ""
    if "assignment" in data:
        return reverse("audits:own_card", args=[uuids.UUID(data["assignment"]), edition])
    return reverse("audits:offline_card", args=[data["method"], data["channel"], edition])


def _unaccepted(reasons: list[dict[str, str]], *, card: str = "") -> JsonResponse:
    return JsonResponse({"problem": "unaccepted", "reasons": reasons, "card": card}, status=422)
