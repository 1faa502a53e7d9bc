"""Orders of a comparison of two selections as PDF."""

import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from audits import access
from audits.document_sources import code_version
from audits.models import Report
from audits.reports import jobs
from audits.reports.results.comparing import Selection, compare
from audits.reports.results.kept_comparison import fields_of, fingerprint_of


class NothingToCompare(Exception):
    """There is no figure on both sides; the page says why."""


def request_comparison(*, first: Selection, second: Selection, by: Any, now: datetime.datetime | None = None) -> Report:
    """The stored one, when there is one of the same data, or one being made; for whoever may have both reports.

    Made of closings, as the page is. Raises jobs.NotAllowed, NothingToCompare and
    turns.TooManyWaiting.
    """
    wanted = {first.department.pk, second.department.pk}
    allowed = access.departments_to_report(by).filter(pk__in=wanted).count() == len(wanted)
    if not allowed or not (first.period.is_fixed and second.period.is_fixed):
        raise jobs.NotAllowed
    with translation.override(settings.LANGUAGE_CODE):
        found = compare(first, second)
        fingerprint = fingerprint_of(found)
    if found.total is None:
        raise NothingToCompare
    fields = fields_of(first, second)
    return jobs.stored_or_queued(
        by, now or timezone.now(), fingerprint=fingerprint, code_version=code_version(), audit=None, **fields
    )
