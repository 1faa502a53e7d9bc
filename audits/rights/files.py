"""Who holds what as CSV and XLSX: every cell a text, so that no spreadsheet runs a name as a formula."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from audits.exports import Column, Sheet, csv_bytes, xlsx_bytes
from audits.rights.holdings import Right


def headings() -> list[str]:
    return [
        _("Account"),
        _("Name"),
        _("Role"),
        _("Department's code"),
        _("Department"),
        _("First day"),
        _("Last day"),
        _("Granted by"),
        _("Confirmed by"),
        _("Last sign-in"),
        _("Works there"),
        _("Remarks"),
    ]


def cells(right: Right) -> list[str]:
    one = right.appointment
    return [
        one.user.get_username(),
        one.user.get_full_name(),
        str(one.get_role_display()),
        right.department.code,
        right.department.name,
        one.since.isoformat(),
        one.last_day.isoformat() if one.last_day else "",
        str(one.granted_by or ""),
        _("waits") if right.is_waiting else str(one.confirmed_by or one.get_confirmation_display()),
        timezone.localtime(one.user.last_login).strftime("%Y-%m-%d %H:%M") if one.user.last_login else "",
        "" if right.works_there is None else _("yes") if right.works_there else _("no"),
        "; ".join(right.remarks),
    ]


def to_csv(rights: Sequence[Right]) -> bytes:
    return csv_bytes(_columns(), map(cells, rights))


def to_xlsx(rights: Sequence[Right]) -> bytes:
    return xlsx_bytes([Sheet(_("Appointments"), _columns(), map(cells, rights))])


def _columns() -> list[Column]:
    return [Column(heading, 24) for heading in headings()]
