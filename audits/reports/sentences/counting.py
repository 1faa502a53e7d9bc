"""How often a recommendation was met: "4 z 5 wizyt", and what stands in a cell without such a figure."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.choices import VERDICT_WORDS
from audits.figures.verdicts import NAMES
from audits.reports.headline import Row, RowToWorkOn
from audits.reports.sentences import names
from audits.reports.sentences.causes import not_rated
from audits.reports.sentences.typography import binding, count


def _met_of_visits(n: int) -> str:
    return ngettext("%(k)s of %(n)s visit", "%(k)s of %(n)s visits", n)


def _met_of_calls(n: int) -> str:
    return ngettext("%(k)s of %(n)s call", "%(k)s of %(n)s calls", n)


def _met_of_messages(n: int) -> str:
    return ngettext("%(k)s of %(n)s message", "%(k)s of %(n)s messages", n)


def _met_of_letters(n: int) -> str:
    return ngettext("%(k)s of %(n)s letter", "%(k)s of %(n)s letters", n)


def _met_of_entries(n: int) -> str:
    return ngettext("%(k)s of %(n)s entry", "%(k)s of %(n)s entries", n)


def _met_of_audits(n: int) -> str:
    return ngettext("%(k)s of %(n)s audit", "%(k)s of %(n)s audits", n)


def _breached_in_visits(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s visit", "breached in %(k)s of %(n)s visits", n)


def _breached_in_calls(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s call", "breached in %(k)s of %(n)s calls", n)


def _breached_in_messages(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s message", "breached in %(k)s of %(n)s messages", n)


def _breached_in_letters(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s letter", "breached in %(k)s of %(n)s letters", n)


def _breached_in_entries(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s entry", "breached in %(k)s of %(n)s entries", n)


def _breached_in_audits(n: int) -> str:
    return ngettext("breached in %(k)s of %(n)s audit", "breached in %(k)s of %(n)s audits", n)


_MET: dict[str, Callable[[int], str]] = {
    "counter": _met_of_visits,
    "phone": _met_of_calls,
    "email": _met_of_messages,
    "letter": _met_of_letters,
    "records": _met_of_entries,
}
_BREACHED: dict[str, Callable[[int], str]] = {
    "counter": _breached_in_visits,
    "phone": _breached_in_calls,
    "email": _breached_in_messages,
    "letter": _breached_in_letters,
    "records": _breached_in_entries,
}


@binding
def how_often(row: Row) -> str:
    """ "4 z 5 wizyt", by the channel of the answers; audits, where there is more than one. "nie oceniano" for none."""
    if not row.rated:
        return not_rated()
    channel = row.channels[0] if len(row.channels) == 1 else ""
    if row.refrain:
        message, k = _BREACHED.get(channel, _breached_in_audits)(row.rated), row.rated - row.met
    else:
        message, k = _MET.get(channel, _met_of_audits)(row.rated), row.met
    return message % {"k": count(k), "n": count(row.rated)}


@binding
def basis(chosen: RowToWorkOn) -> str:
    """Under "4 z 5 wizyt": by which method, and whether that is little to go by."""
    method = names.method_name(chosen.row.method)
    return _("%(method)s; few ratings") % {"method": method} if chosen.few else method


@binding
def k_of_n(met: int, rated: int) -> str:
    """ "13 z 15", in a table."""
    return pgettext("k of n", "%(k)s of %(n)s") % {"k": count(met), "n": count(rated)}


@binding
def remark(counts: Mapping[str, int], *, met_of: str = "") -> str:
    """Small, under a recommendation: what its "k z n" doesn't say, without what is none. `met_of`: another method's."""
    said = [
        str(words.remark) % {"n": count(number)}
        for verdict, words in VERDICT_WORDS.items()
        if words.remark and (number := counts.get(NAMES[verdict], 0))
    ]
    return ", ".join([*([met_of] if met_of else []), *said])


@binding
def remarks(own: str, others: Iterable[tuple[str, str]], elsewhere: Iterable[tuple[str, str]] = ()) -> str:
    """The small line: the headline method's remark without its name, then the other methods', then other editions.

    `others`: (method, its remark); `elsewhere`: (code of an edition, the recommendation's number in it).
    """
    said = [own] if own else []
    said += [
        _("%(method)s: %(remark)s") % {"method": names.method_short(method), "remark": text}
        for method, text in others
        if text
    ]
    said += [_("in edition %(code)s: %(label)s") % {"code": code, "label": label} for code, label in elsewhere]
    return "; ".join(said)
