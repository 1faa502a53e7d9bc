"""Everything the portal holds about one person and may tell them, as one file for people and for programs."""

import datetime
import io
import json
import zipfile
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from audits.assessed.own_results import OwnResult, own_result
from audits.choices import AccessGround
from audits.exports import plain
from audits.models import (
    AccessRecord,
    Acknowledgement,
    Appointment,
    Audit,
    DataRequest,
    Employee,
    Employment,
    Release,
    Told,
    last_day,
    was_released,
)

JSON_NAME, HTML_NAME = "moje-dane.json", "moje-dane.html"


@dataclass(frozen=True, slots=True)
class HeldAccount:
    username: str
    email: str
    joined_at: datetime.datetime
    last_login_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """An employment, or an appointment with its role."""

    what: str
    department_code: str
    department_name: str
    since: datetime.date
    last_day: datetime.date | None


@dataclass(frozen=True, slots=True)
class HeldNotice:
    title: str
    told_on: datetime.date
    may_be_named_from: datetime.date | None
    how: str
    withdrawn_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class HeldRequest:
    kind_label: str
    text: str
    received_on: datetime.date
    deadline: datetime.date
    extended_because: str
    outcome_label: str
    answer: str
    answered_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class HeldReading:
    at: datetime.datetime
    reader: str
    roles: str
    what: str
    receipt: str
    purpose: str


@dataclass(frozen=True, slots=True)
class OwnData:
    office: str
    made_at: datetime.datetime
    number: str
    first_name: str
    last_name: str
    is_active: bool
    account: HeldAccount | None
    employments: tuple[HeldPlace, ...]
    appointments: tuple[HeldPlace, ...]
    notices: tuple[HeldNotice, ...]
    results: tuple[OwnResult, ...]
    requests: tuple[HeldRequest, ...]
    readings: tuple[HeldReading, ...]


def own_data(employee: Employee, *, now: datetime.datetime | None = None) -> OwnData:
    """Audits not released yet are not in it: that they were made would tell of a shopper's visit."""
    user = employee.user
    released = Audit.objects.filter(was_released(), employee=employee)
    return OwnData(
        office=settings.OFFICE_NAME,
        made_at=now or timezone.now(),
        number=employee.number,
        first_name=employee.first_name,
        last_name=employee.last_name,
        is_active=employee.is_active,
        account=HeldAccount(user.username, user.email, user.date_joined, user.last_login) if user else None,
        employments=tuple(
            _place(_post(one), one) for one in employee.employments.select_related("department").order_by("since")
        ),
        appointments=tuple(
            _place(_role(one), one)
            for one in Appointment.objects.filter(user=user).select_related("department").order_by("since", "pk")
        ),
        notices=_notices(employee),
        results=tuple(own_result(audit) for audit in released.order_by("took_place_at", "pk")),
        requests=tuple(_request(one) for one in employee.data_requests.order_by("received_on", "pk")),
        readings=_readings(employee),
    )


def _post(employment: Employment) -> str:
    said = [employment.position, "" if employment.serves_clients else _("serves no clients")]
    return ", ".join(part for part in said if part)


def _role(one: Appointment) -> str:
    """With what became of one that was never held: that it was proposed is known of the person too."""
    role = str(one.get_role_display())
    if one.confirmed_at is not None and not one.was_taken_back:
        return role
    never = _("waits to be confirmed") if one.is_waiting else _("never held")
    return f"{role} ({never})"


def _place(what: str, held: Employment | Appointment) -> HeldPlace:
    return HeldPlace(
        what,
        held.department.code,
        held.department.name,
        held.since,
        last_day(held.until) if held.until != held.since else None,
    )


def _notices(employee: Employee) -> tuple[HeldNotice, ...]:
    told = Told.objects.filter(employee=employee).select_related("notice").order_by("told_on", "pk")
    found = [HeldNotice(one.notice.title, one.told_on, one.counts_from, one.how, one.withdrawn_at) for one in told]
    if employee.user_id:
        read = Acknowledgement.objects.filter(user=employee.user_id).select_related("notice").order_by("at")
        found += [HeldNotice(one.notice.title, timezone.localdate(one.at), None, "", None) for one in read]
    return tuple(found)


def _request(one: DataRequest) -> HeldRequest:
    return HeldRequest(
        str(one.get_kind_display()),
        one.text,
        one.received_on,
        one.deadline,
        one.extended_because,
        str(one.get_outcome_display()) if one.outcome else "",
        one.answer,
        one.answered_at,
    )


def _readings(employee: Employee) -> tuple[HeldReading, ...]:
    """As the page “Who read my audits” lists them: of released audits and not, without those audits' own auditors."""
    unnamed_then = Q(employee=None, audit__employee=employee)
    rows = (
        AccessRecord.objects.filter(Q(employee=employee) | unnamed_then)
        .exclude(ground=AccessGround.OWN_WORK)
        .select_related("reader", "audit")
        .annotate(was_shown=Exists(Release.objects.filter(audit=OuterRef("audit"), employee=employee)))
        .order_by("number")
    )
    return tuple(
        HeldReading(
            row.at,
            str(row.reader),
            row.roles_shown,
            str(row.get_kind_display()),
            # Only what was released is told by its number.
            (row.audit.receipt or "") if row.audit and row.was_shown else "",
            row.purpose_shown,
        )
        for row in rows
    )


def packed(data: OwnData) -> bytes:
    """A ZIP of two files that say the same: JSON for programs and a page for people; the same data, the same bytes."""
    with translation.override(settings.LANGUAGE_CODE):
        page = render_to_string("audits/assessed/own_data.html", {"data": data})
    files = {
        JSON_NAME: json.dumps(plain(data), ensure_ascii=False, indent=2),
        HTML_NAME: page,
    }
    made = timezone.localtime(data.made_at)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=made.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return written.getvalue()
