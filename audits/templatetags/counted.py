"""How many rows a list of the administration has, in words that go with the number: "600 pracowników"."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def counted(changelist: Any) -> str:
    count = changelist.result_count
    words = {
        "employee": ngettext("%(count)d employee", "%(count)d employees", count),
        "department": ngettext("%(count)d department", "%(count)d departments", count),
        "user": ngettext("%(count)d account", "%(count)d accounts", count),
        "appointment": ngettext("%(count)d appointment", "%(count)d appointments", count),
        "edition": ngettext("%(count)d edition", "%(count)d editions", count),
        "area": ngettext("%(count)d area", "%(count)d areas", count),
        "standard": ngettext("%(count)d standard", "%(count)d standards", count),
        "recommendation": ngettext("%(count)d recommendation", "%(count)d recommendations", count),
        "assessability": ngettext("%(count)d row", "%(count)d rows", count),
        "publication": ngettext("%(count)d publication", "%(count)d publications", count),
        "letter": ngettext("%(count)d letter", "%(count)d letters", count),
        "purpose": ngettext("%(count)d purpose", "%(count)d purposes", count),
        "retentionrule": ngettext("%(count)d time of keeping", "%(count)d times of keeping", count),
        "legalhold": ngettext("%(count)d legal hold", "%(count)d legal holds", count),
        "retentionprotocol": ngettext("%(count)d protocol", "%(count)d protocols", count),
        "occasion": ngettext("%(count)d occasion", "%(count)d occasions", count),
    }
    return words.get(changelist.opts.model_name, _("In all: %(count)d")) % {"count": count}
