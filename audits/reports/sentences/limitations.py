"""What a reader must know before relying on the figures: one bullet a kind, with all methods in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.reports.headline import FEW_PEOPLE, Found, LeftOut, Yard
from audits.reports.sentences import names
from audits.reports.sentences.causes import few_people, too_few_audits
from audits.reports.sentences.standing import part_name
from audits.reports.sentences.typography import bound, count


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """What one method's audits were like."""

    found: Found
    channels: int = 1
    naming_nobody: int = 0
    finished_late: int = 0
    opened_late: int = 0
    left_out: tuple[LeftOut, ...] = ()

    @property
    def method(self) -> str:
        return self.found.method


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """What the office has not confirmed yet of how an edition's recommendations are judged."""

    edition: str
    rows: int
    of_rows: int
    questions: int
    gates: int


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions that audits were made by; `headline`: the one whose score it is, where they share too little."""

    codes: tuple[str, ...]
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Limitation:
    """`key` names it in JSON."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that limitations are said of. The two limits are those after which an audit counts as late."""

    methods: tuple[MethodFacts, ...]
    yard: Yard
    editions: Editions
    unconfirmed: tuple[Unconfirmed, ...] = ()
    with_statements: int = 0
    hours_remembered: int = 24
    days_to_open: int = 30


def limitations(facts: Facts) -> tuple[Limitation, ...]:
    """First what holds of these audits, then what holds of every such report. None where there are no audits."""
    methods = [each for each in facts.methods if each.found.audits or each.found.absence]
    if not methods:
        return ()
    found = [*_of_samples(methods, facts), *_of_lateness(methods, facts), *_of_auditors(methods)]
    found += [*_of_editions(facts.editions), *map(_unconfirmed, facts.unconfirmed)]
    if facts.with_statements:
        found.append(Limitation("statements", _statements(facts.with_statements)))
    return tuple(Limitation(each.key, bound(each.text)) for each in (*found, *_of_every_report()))


def _of_samples(methods: Sequence[MethodFacts], facts: Facts) -> Iterable[Limitation]:
    few = {each.method: each.found.audits for each in methods if each.found.audits and not each.found.scored}
    if few:
        yield Limitation(
            "too_few_audits",
            _("%(Too_few_audits)s for a score (fewer than %(n)s), counts alone: %(methods)s.")
            % {
                "Too_few_audits": _capital(too_few_audits()),
                "n": count(facts.yard.smallest_sample),
                "methods": _counted(few),
            },
        )
    hidden = [each.method for each in methods if each.found.absence == FEW_PEOPLE]
    if hidden:
        yield Limitation(
            "few_people",
            _("%(Few_people)s, so no results: %(methods)s.")
            % {"Few_people": _capital(few_people(facts.yard.smallest_crowd)), "methods": _shorts(hidden)},
        )
    if any(each.left_out for each in methods):
        yield Limitation(
            "left_out",
            _("The results leave out (%(few_people)s): %(methods)s.")
            % {
                "few_people": few_people(facts.yard.smallest_crowd),
                "methods": "; ".join(
                    _("%(method)s – %(parts)s")
                    % {"method": names.method_short(each.method), "parts": ", ".join(map(part_name, each.left_out))}
                    for each in methods
                    if each.left_out
                ),
            },
        )


def _of_lateness(methods: Sequence[MethodFacts], facts: Facts) -> Iterable[Limitation]:
    kinds: tuple[tuple[str, Callable[[MethodFacts], int], str], ...] = (
        ("nobody_named", lambda each: each.naming_nobody, _("Audits that name no employee: %(methods)s.")),
        (
            "from_memory",
            lambda each: each.finished_late,
            ngettext(
                "Finished later than %(limit)s hour after the visit, so partly from memory: %(methods)s.",
                "Finished later than %(limit)s hours after the visit, so partly from memory: %(methods)s.",
                facts.hours_remembered,
            )
            % {"limit": count(facts.hours_remembered), "methods": "%(methods)s"},
        ),
        (
            "opened_late",
            lambda each: each.opened_late,
            ngettext(
                "Opened later than %(limit)s day after the visit: %(methods)s.",
                "Opened later than %(limit)s days after the visit: %(methods)s.",
                facts.days_to_open,
            )
            % {"limit": count(facts.days_to_open), "methods": "%(methods)s"},
        ),
    )
    for key, number_of, message in kinds:
        if numbers := {each.method: n for each in methods if (n := number_of(each))}:
            yield Limitation(key, message % {"methods": _counted(numbers)})


def _of_auditors(methods: Sequence[MethodFacts]) -> Iterable[Limitation]:
    alone = [each.method for each in methods if each.found.auditors == 1]
    if alone:
        yield Limitation(
            "one_auditor",
            _(
                "One person made all audits, so what is the auditor's cannot be told from what is the department's: "
                "%(methods)s."
            )
            % {"methods": _shorts(alone)},
        )
    several = {each.method: each.found.auditors for each in methods if each.found.auditors > 1}
    if several:
        yield Limitation(
            "auditors",
            _("Number of auditors, whose agreement was not measured: %(methods)s.") % {"methods": _counted(several)},
        )
    mixed = [each.method for each in methods if each.channels > 1]
    if mixed:
        yield Limitation(
            "channels",
            _("The score of all channels depends on how many audits each channel had: %(methods)s.")
            % {"methods": _shorts(mixed)},
        )


def _of_editions(editions: Editions) -> Iterable[Limitation]:
    if len(editions.codes) < 2:
        return
    codes = {"codes": names.listed(editions.codes), "headline": editions.headline}
    if editions.headline:
        yield Limitation(
            "editions_apart",
            _(
                "Audits were made by editions %(codes)s of the standards, which share too little for one score. The "
                "score is that of edition %(headline)s, by which most audits were made; the others stand beside it."
            )
            % codes,
        )
    else:
        yield Limitation(
            "editions",
            _(
                "Audits were made by editions %(codes)s of the standards. Recommendations that mean the same are "
                "counted together, and the score is of those that the editions share."
            )
            % codes,
        )


def _unconfirmed(each: Unconfirmed) -> Limitation:
    message = _(
        "Edition %(edition)s, not yet confirmed by the office and so a proposal: how %(rows)s of %(of_rows)s "
        "recommendations are judged, questions to the auditor (%(questions)s) and gate questions (%(gates)s)."
    )
    numbers = {"rows": each.rows, "of_rows": each.of_rows, "questions": each.questions, "gates": each.gates}
    return Limitation("unconfirmed", message % ({"edition": each.edition} | {k: count(n) for k, n in numbers.items()}))


def _statements(number: int) -> str:
    return ngettext(
        "To %(n)s audit the person assessed has made a statement, which is printed on its card.",
        "To %(n)s audits the people assessed have made statements, which are printed on their cards.",
        number,
    ) % {"n": count(number)}


def _of_every_report() -> Iterable[Limitation]:
    yield Limitation(
        "score",
        _(
            "The score is the points earned of those that could be: 2 for met, 1 for partly met, 0 for not met, times "
            "the weight of the recommendation. What did not occur or was not observed does not lower it."
        ),
    )
    yield Limitation(
        "interval",
        _(
            # Nothing is filled in: "95% i" only looks like it.
            # xgettext:no-python-format
            "The 95% interval says how far chance in the choice of audits could have moved the score. The audit is "
            "its unit, and answers of one audit are taken to be correlated by 0.05, which is a convention."
        ),
    )
    yield Limitation(
        "k_of_n",
        _(
            "“4 of 5”: the recommendation was rated in 5 audits, and met in full in 4. This is of audited visits, "
            "calls, messages, letters and entries, not of all clients served."
        ),
    )
    yield Limitation(
        "change",
        _(
            "A change is reckoned from recommendations rated in both periods, and only where the channels were the "
            "same. It has a sign only if its whole interval lies on one side of zero."
        ),
    )
    yield Limitation(
        "arrangement",
        _(
            "How recommendations are judged, and the questions put to auditors, are the office’s own arrangement and "
            "no part of the standards."
        ),
    )


def _counted(numbers: dict[str, int]) -> str:
    """ "tajemniczy klient 13, obserwacja 8"."""
    return ", ".join(
        pgettext("limitation", "%(method)s %(n)s") % {"method": names.method_short(method), "n": count(numbers[method])}
        for method in names.in_order(list(numbers))
    )


def _shorts(methods: Sequence[str]) -> str:
    return ", ".join(names.method_short(method) for method in names.in_order(methods))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
