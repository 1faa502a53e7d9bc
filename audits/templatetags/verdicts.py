"""Verdicts on pages: each with its words and its tone, in the order of the table in `figures.verdicts`."""

from collections.abc import Mapping
from typing import Any

from django import template

from audits.choices import Verdict
from audits.figures.verdicts import BY_CODE

register = template.Library()


@register.filter
def by_verdict(counts: Mapping[str, int]) -> list[tuple[Any, int]]:
    """Each verdict in words, and how many answers got it."""
    return [(verdict.label, counts.get(verdict, 0)) for verdict in Verdict]


@register.filter
def tone(verdict: str) -> str:
    """Of the verdict's tag; "" where it has none."""
    return BY_CODE[verdict].tone if verdict in BY_CODE else ""
