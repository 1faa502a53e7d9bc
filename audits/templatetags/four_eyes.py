"""What each page of the administration says while power over results is not in two hands."""

from collections import Counter
from typing import Any

from django import template
from django.conf import settings

from audits.choices import Confirmation
from audits.models import AccountChange, Appointment

register = template.Library()


@register.simple_tag
def four_eyes() -> dict[str, Any]:
    """One query, and another one while the office is being founded."""
    waiting = Appointment.objects.waiting()
    changes = AccountChange.objects.waiting().order_by().values_list("confirmation", flat=True)
    counts = Counter(waiting.order_by().values_list("confirmation", flat=True).union(changes, all=True))
    founding = waiting.filter(confirmation=Confirmation.FOUNDING).select_related("user", "department")
    return {
        "one_administrator": settings.ONE_ADMINISTRATOR,
        "founding": list(founding) if counts[Confirmation.FOUNDING] else [],
        "waiting": counts.total(),
    }
