"""Why a figure is not there: one phrase a cause, and no other cause."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.reports.sentences.typography import binding, count


def too_few_audits() -> str:
    """Statistics: a score would say too little."""
    return _("too few audits")


@binding
def few_people(smallest_crowd: int) -> str:
    """Privacy: whoever stands behind the figure could be known. "mniej niż 5 osób"."""
    return ngettext("fewer than %(n)s person", "fewer than %(n)s people", smallest_crowd) % {"n": count(smallest_crowd)}


def did_not_occur() -> str:
    return pgettext("cause", "did not occur")


def not_rated() -> str:
    return pgettext("cause", "not rated")
