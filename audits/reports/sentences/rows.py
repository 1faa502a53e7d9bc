"""What page one says of single recommendations: the weakest, the strong ones."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.reports.headline import Headline
from audits.reports.sentences import names
from audits.reports.sentences.counting import how_often
from audits.reports.sentences.typography import binding


@binding
def weakest(headline: Headline) -> str:
    """In the short names, nominatives after a colon. Rows that were rarely rated are in the table, never here."""
    sure = [chosen.row.name for chosen in headline.to_work_on if not chosen.few]
    if sure:
        return _("Most to be improved: %(names)s.") % {"names": names.listed(sure)}
    fewest = {"times": names.times(headline.yard.smallest_sample)}
    if headline.rows_often_rated:
        return _("Of the recommendations rated at least %(times)s none came out below the target.") % fewest
    return _("No recommendation was rated at least %(times)s, so the weakest are not named.") % fewest


@binding
def strong(headline: Headline) -> str:
    """ "wyczerpujące odpowiedzi (9 z 10 audytów); …", after the words "Dobrze wypada:"."""
    named = [
        pgettext("strong", "%(name)s (%(how_often)s)") % {"name": row.name, "how_often": how_often(row)}
        for row in headline.strong
    ]
    return f"{'; '.join(named)}." if named else ""
