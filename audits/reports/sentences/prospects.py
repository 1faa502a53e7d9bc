"""What an order would give by one method, before it is made."""

from django.utils.translation import gettext as _

from audits.reports.headline import Found, Yard
from audits.reports.sentences import names
from audits.reports.sentences.captions import method_note
from audits.reports.sentences.typography import binding


@binding
def method_prospect(found: Found, yard: Yard, *, has_score: bool) -> str:
    """ "Tajemniczy klient: 12 audytów, będzie wynik." Without a score, why."""
    if not has_score:
        return method_note(found, yard)
    return _("%(Method)s: %(audits)s, with a score.") % {
        "Method": names.method_heading(found.method),
        "audits": names.audits(found.audits),
    }
