"""What an audit's header says, for pages that have the audit and no card of it."""

from django import template

from audits.fieldwork.header import Fact, facts
from audits.models import Audit

register = template.Library()


@register.filter
def header_facts(audit: Audit) -> tuple[Fact, ...]:
    return facts(audit)
