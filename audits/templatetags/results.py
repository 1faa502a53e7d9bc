"""What the start page says of results. It stands below reports in the order of features, and may not ask them."""

from typing import Any

from django import template

from audits.reports.results.standing import Standing, standings_of

register = template.Library()


@register.simple_tag
def standings(user: Any) -> list[Standing]:
    """How the departments stand of which the account may have results."""
    return standings_of(user)
