"""How cards write their figures. Nothing is computed or rounded here."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

from audits.reports.department.layout.tables import as_title

register = template.Library()
register.filter("titled", as_title)

NOTHING = "–"


@register.filter
def percent(value: Decimal | str | None) -> str:
    """91.3 as "91,3%"; a dash for none, which is "" where a template asked a share that is not shown."""
    return NOTHING if value in (None, "") else f"{number_format(value)}%"
