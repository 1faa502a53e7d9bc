"""What each page of the administration says while power over results is not in two hands."""

from typing import Any

from django import template
from django.conf import settings
from django.db.models import Count

from audits.choices import Confirmation
from audits.models import Appointment

register = template.Library()


@register.simple_tag
def four_eyes() -> dict[str, Any]:
    """One query, and another one while the office is being founded."""
    waiting = Appointment.objects.waiting()
    counts = dict(waiting.order_by().values_list("confirmation").annotate(Count("pk")))
    founding = waiting.filter(confirmation=Confirmation.FOUNDING).select_related("user", "department")
    return {
        "one_administrator": settings.ONE_ADMINISTRATOR,
        "founding": list(founding) if counts.get(Confirmation.FOUNDING) else [],
        "waiting": sum(counts.values()),
    }
