"""What the start page says of closings. It stands below reports in the order of features, and may not ask them."""

from typing import Any

from django import template
from django.utils import timezone

from audits import access
from audits.reports.closings import GranuleRow, due_lately

register = template.Library()


@register.simple_tag
def closings_due(user: Any) -> list[GranuleRow]:
    """For HR of the whole office: what ended in the last year, has audits and is not closed."""
    return due_lately(timezone.localdate()) if access.closes_granules(user) else []
