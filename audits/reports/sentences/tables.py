"""The words in and around the tables of page two and on, besides their legends."""

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal

from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.models.periods import Period
from audits.reports.headline import Found, Yard
from audits.reports.sentences import names
from audits.reports.sentences.causes import too_few_audits
from audits.reports.sentences.legends import TINTED_MORE, TINTED_MOST
from audits.reports.sentences.typography import binding, bound, count, percent


def method_column(method: str) -> str:
    """ "Obserwacja", over a narrow column."""
    return capfirst(names.method_short(method))


def method_column_heading(method: str) -> str:
    """Of the method that speaks for the department; of none where nothing may be shown."""
    return method_column(method) if method else ""


def tints(yard: Yard, *, tinted: Callable[[int, str], str]) -> str:
    """ "Tło: 85–89,9; 75–84,9; poniżej 75; bez tła: 90 i więcej." """
    more, most = yard.target - TINTED_MORE, yard.target - TINTED_MOST
    message = _("Background: %(light)s; %(middle)s; %(dark)s; none: %(target)s and more.") % {
        "light": "{light}",
        "middle": "{middle}",
        "dark": "{dark}",
        "target": "{target}",
    }
    return format_html(
        bound(message),
        light=tinted(1, f"{more}–{yard.target - 1},9"),
        middle=tinted(2, f"{most}–{more - 1},9"),
        dark=tinted(3, bound(_("below %(n)s") % {"n": count(most)})),
        target=count(yard.target),
    )


def standards(yard: Yard, *, tinted: Callable[[int, str], str]) -> str:
    said = bound(
        _("● target reached, ▼ not reached, no sign: undecided; “k of n” without a score: %(too_few_audits)s.")
        % {"too_few_audits": too_few_audits()}
    )
    return format_html("{} {}", said, tints(yard, tinted=tinted))


@binding
def channels() -> str:
    return _("Score in per cent and its 95%% interval. ● target reached, ▼ not reached, no sign: undecided.") % ()


@binding
def refrain() -> str:
    return _("Where a breach is looked for, met means that none was noticed.")


@binding
def merged_units(unit_names: Sequence[str]) -> str:
    """Small units whose audits are counted together: "Wydział A, Wydział B (razem)"."""
    return pgettext("units", "%(names)s (together)") % {"names": ", ".join(unit_names)}


@binding
def not_shown(cause: str, unit_names: Sequence[str]) -> str:
    """ "Mniej niż 5 osób: Wydział Kultury." """
    return _("%(Cause)s: %(names)s.") % {"Cause": capfirst(cause), "names": ", ".join(unit_names)}


@binding
def column_in_words(heading: str, figures: Sequence[tuple[str, str]]) -> str:
    """ "V: Wydział Obsługi Mieszkańców 2 z 2."."""
    listed = "; ".join(f"{name} {figure}" for name, figure in figures)
    return _("%(heading)s: %(figures)s.") % {"heading": heading, "figures": listed}


@binding
def interval_in_words(ends: str) -> str:
    return _("interval %(ends)s") % {"ends": ends}


@binding
def method_in_words(method: str, figure: str) -> str:
    """ "dokumenty: 2 z 2"."""
    return _("%(method)s: %(figure)s") % {"method": names.method_short(method), "figure": figure}


@binding
def method_and_channel(method: str, channel: str) -> str:
    """ "Tajemniczy klient, telefon"."""
    return _("%(Method)s, %(channel)s") % {
        "Method": names.method_heading(method),
        "channel": names.channel_name(channel),
    }


@binding
def waiting_in_words(method: str, channel: str, waiting: str) -> str:
    return _("%(Method_and_channel)s: waiting %(waiting)s.") % {
        "Method_and_channel": method_and_channel(method, channel),
        "waiting": waiting,
    }


@binding
def only_in_edition(code: str) -> str:
    return _("only in edition %(code)s") % {"code": code}


@binding
def edition_apart(code: str, audits: int, figures: Sequence[tuple[str, str]]) -> str:
    """ "Wydanie 75-2016 (40 audytów): tajemniczy klient 91,2 (88,0–94,1)." """
    return _("Edition %(code)s (%(audits)s): %(figures)s.") % {
        "code": code,
        "audits": names.audits(audits),
        "figures": ", ".join(f"{names.method_short(method)} {figure}" for method, figure in figures),
    }


@binding
def method_facts(found: Found, channels: Sequence[tuple[str, int]], coverage: Decimal | None) -> str:
    """ "12 audytów, 8 audytorów; stanowisko 6, telefon 6. Oceniano 92 z 103 zaleceń …; pokrycie 94,3%." """
    where = ", ".join(f"{names.channel_name(channel)} {count(audits)}" for channel, audits in channels)
    rows = ngettext(
        "Rated: %(k)s of the %(n)s recommendation that this method can rate",
        "Rated: %(k)s of the %(n)s recommendations that this method can rate",
        found.visible,
    ) % {"k": count(found.judged), "n": count(found.visible)}
    said = _("%(audits)s, %(auditors)s; %(channels)s. %(rows)s") % {
        "audits": names.audits(found.audits),
        "auditors": names.auditors(found.auditors),
        "channels": where,
        "rows": rows,
    }
    if coverage is not None:
        said += "; " + _("coverage %(percent)s") % {"percent": percent(coverage)}
    return f"{said}."


@binding
def closings(closed: Sequence[tuple[Period, datetime.date]]) -> str:
    """ "Zamknięto: III kwartał 2026 – 14.10.2026." """
    listed = ", ".join(f"{names.period_name(period)} – {day(on)}" for period, on in closed)
    return _("Closed: %(closings)s.") % {"closings": listed}


@binding
def level(purpose: str, issued_at: datetime.datetime | None, smallest_crowd: int) -> str:
    """In the method part. A purpose is there at level full only."""
    if not purpose or issued_at is None:
        return ngettext(
            "general: sums alone, with at least %(n)s person behind each",
            "general: sums alone, with at least %(n)s people behind each",
            smallest_crowd,
        ) % {"n": count(smallest_crowd)}
    return _("full: %(purpose)s; issued %(when)s") % {"purpose": purpose, "when": _moment(issued_at)}


@binding
def level_in_short(purpose: str, issued_at: datetime.datetime | None) -> str:
    """In the head of every page: "poziom ogólny"; at level full nobody may overlook it."""
    if not purpose or issued_at is None:
        return _("level general")
    return _("LEVEL FULL – purpose: %(purpose)s – issued %(when)s") % {"purpose": purpose, "when": _moment(issued_at)}


@binding
def data(as_of: datetime.datetime, *, closed: bool, file: str) -> str:
    when = {"when": _moment(as_of), "file": file}
    if closed:
        return _("as closed %(when)s; all numbers are in the attached file %(file)s") % when
    return _("as of %(when)s; all numbers are in the attached file %(file)s") % when


@binding
def edition(
    code: str, legal_basis: str, effective_from: datetime.date | None, recommendations: int, audits: int | None
) -> str:
    """ "75-2016: zarządzenie nr 75/2016 …; obowiązuje od 26.01.2016; 155 zaleceń". `audits`: of one of several."""
    # The full stop of "2016 r." belongs to the abbreviation.
    basis = legal_basis if legal_basis.endswith(" r.") else legal_basis.rstrip(".")
    said = [f"{code}: {basis}" if basis else code]
    if effective_from:
        said.append(_("in force since %(day)s") % {"day": day(effective_from)})
    said.append(
        ngettext("%(n)s recommendation", "%(n)s recommendations", recommendations) % {"n": count(recommendations)}
    )
    if audits is not None:
        said.append(names.audits(audits))
    return "; ".join(said)


def day(when: datetime.date) -> str:
    return f"{when.day}.{when.month:02}.{when.year}"


def _moment(moment: datetime.datetime) -> str:
    local = timezone.localtime(moment)
    return f"{day(local)}, {local:%H:%M}"
