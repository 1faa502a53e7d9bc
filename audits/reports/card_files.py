"""An audit's card in other forms: what its PDF says, as a workbook, as CSV and as JSON."""

import json
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.choices import VERDICT_WORDS, Act
from audits.exports import Column, Kind, Sheet, Value, csv_bytes, plain
from audits.fieldwork.card import AuditCard, CardAnswer, CardRedaction, CardScore
from audits.figures.verdicts import NAMES
from audits.reports.department.layout.tables import as_title

# By which a verdict came about, where that is said beside it: of the others the verdict says all.
_UNSAID = ("", Act.JUDGED, Act.GATE)


def card_json(card: AuditCard) -> bytes:
    return (json.dumps(plain(card), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def card_csv(card: AuditCard) -> bytes:
    """The answers, a line each, with the audit that they are of."""
    columns = (Column(_("Audit"), 18, Kind.LABEL), *_answer_columns())
    return csv_bytes(columns, ((card.receipt, *row) for row in _answers(card)))


def card_sheets(card: AuditCard) -> Iterator[Sheet]:
    """First what it is and whom it names; then a sheet a table, without those that are empty."""
    about = (Column(_("What"), 32), Column(_("What it says"), 100, wraps=True))
    yield Sheet(_("About the card"), about, [row for row in _about(card) if row[1] not in ("", None)])
    yield Sheet(pgettext("sheet", "Result"), _result_columns(), list(_results(card)))
    if card.gates:
        columns = (Column(_("Question"), 70, wraps=True), Column(_("Answer"), 18))
        arose = {True: _("yes"), False: _("no"), None: _("not answered")}
        yield Sheet(
            pgettext("sheet", "Occasions"), columns, [(gate.question, arose[gate.arose]) for gate in card.gates]
        )
    yield Sheet(_("Answers"), _answer_columns(), list(_answers(card)))


def _about(card: AuditCard) -> Iterator[tuple[Value, Value]]:
    yield _("Office"), card.office
    yield (
        _("What it is"),
        _(
            "This is a study of how clients are served, no periodic appraisal under article 27 of the act on local "
            "government employees, and no basis for one."
        ),
    )
    yield _("Receipt number"), card.receipt
    yield _("Version"), f"{card.version} ({card.status_label})"
    yield from _what_became_of_it(card)
    yield _("Department"), f"{card.department_name} ({card.department_code})"
    yield _("Employee"), card.employee or _("not named")
    yield _("Identified by HR"), card.identified_at
    yield _("Method and channel"), f"{card.method_label}, {card.channel_label}"
    yield from ((fact.title_label, fact.words_label) for fact in card.facts if fact.name != "employee")
    yield _("Opened"), card.opened_at
    yield pgettext("moment", "Submitted"), card.submitted_at
    yield _("Opened more than 30 days after the visit"), _("yes") if card.opened_late else ""
    yield _("Filled more than 24 hours after the visit"), _("yes") if card.filled_from_memory else ""
    yield _("Set aside, to judge what came later"), card.set_aside_at
    yield _("Awaited until"), card.awaited_until
    yield _("Auditor"), card.auditor_label
    recommendations = ngettext("%(n)s recommendation", "%(n)s recommendations", card.judged) % {"n": card.judged}
    yield _("What was judged"), f"{card.selection_label}: {recommendations}"
    yield _("Edition of the standards"), f"{card.edition_code} – {card.edition_title}"
    yield _("Statement of the person assessed"), card.statement
    yield _("Statement made"), card.statement_at
    yield _("Data as of"), card.as_of
    yield _("Fingerprint of the data"), card.fingerprint


def _what_became_of_it(card: AuditCard) -> Iterator[tuple[Value, Value]]:
    if card.status == "annulled":
        yield _("Annulled"), _("This audit was annulled and counts in no figure.")
        yield _("Reason of the annulment"), card.annulment_reason
    yield _("Replaced by the correction"), card.corrected_by
    yield _("Corrects the audit"), card.corrects
    if made := card.correction:
        yield _("Reason of the correction"), made.reason
        yield (
            _("Correction proposed"),
            _by_whom(made.proposed_by, date_format(localtime(made.proposed_at), "j E Y, H:i")),
        )
        if made.approved is None:
            yield _("Decision"), _("It is a proposal and counts in no figure until a second person approves it.")
        elif made.decided_at:
            heading = _("Correction approved") if made.approved else _("Correction rejected")
            yield heading, _by_whom(made.decided_by, date_format(localtime(made.decided_at), "j E Y, H:i"))
    yield from ((_("Taken out of the notes"), _redaction(one)) for one in card.redactions)


def _by_whom(who: str, when: str) -> str:
    return f"{when}, {who}"


def _redaction(one: CardRedaction) -> str:
    place = _("note on recommendation %(label)s") % {"label": one.label} if one.label else one.place_label
    if one.is_whole:
        place += " ({})".format(_("the whole of it"))
    when = date_format(localtime(one.at), "j E Y, H:i")
    return f"{place} – {_by_whom(one.by, when)}. {_('Reason:')} {one.reason}"


def _result_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
        Column(pgettext("heading of a file", "Standard"), 10, Kind.LABEL),
        Column(pgettext("heading of a file", "Name"), 60, wraps=True),
        Column(_("Score (%)"), 10, Kind.DECIMAL),
        Column(_("Coverage (%)"), 12, Kind.DECIMAL),
        *(Column(str(words.heading), 12, Kind.WHOLE) for words in VERDICT_WORDS.values()),
    )


def _results(card: AuditCard) -> Iterator[tuple[Value, ...]]:
    for area in card.areas:
        yield (area.number, "", as_title(area.title), *_figures(area.result))
        for standard in area.standards:
            yield (area.number, standard.number, as_title(standard.title), *_figures(standard.result))
    yield ("", "", pgettext("all areas", "Together"), *_figures(card.result))


def _figures(result: CardScore) -> tuple[Value, ...]:
    return (result.score, result.coverage, *(result.counts[NAMES[verdict]] for verdict in VERDICT_WORDS))


def _answer_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
        Column(pgettext("heading of a file", "Standard"), 10, Kind.LABEL),
        Column(pgettext("heading of a file", "Number"), 14, Kind.LABEL),
        Column(_("Question"), 50, wraps=True),
        Column(_("Text of the standards"), 60, wraps=True),
        Column(_("When it occurred"), 24, wraps=True),
        Column(_("Concerns the unit"), 12),
        Column(_("A breach is looked for"), 14),
        Column(_("Critical"), 11),
        Column(_("Verdict"), 24, wraps=True),
        Column(_("How it came about"), 24, wraps=True),
        Column(_("Critical breach"), 12),
        Column(_("Note"), 50, wraps=True),
    )


def _answers(card: AuditCard) -> Iterator[tuple[Value, ...]]:
    for area in card.areas:
        for standard in area.standards:
            for answer in standard.answers:
                yield (area.number, standard.number, answer.label, *_answer(answer))


def _answer(answer: CardAnswer) -> tuple[Value, ...]:
    return (
        answer.question,
        "\n".join([answer.text, *(f"– {point.text}" for point in answer.points)]),
        answer.occasion,
        answer.attribution == "unit",
        answer.refrain,
        answer.critical,
        answer.verdict_label,
        "" if answer.act in _UNSAID else answer.act_label,
        answer.is_critical_breach,
        answer.note,
    )
