"""Every audit and every answer of a department and period: the full level, for a purpose."""

import random
from collections.abc import Callable, Iterable, Iterator

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import Act, ReportLevel, Selection, Verdict
from audits.exports import Column, Kind, Sheet, Value
from audits.fieldwork.header import FREE_TEXT, HEADER, HeaderField
from audits.models import Answer, Audit
from audits.reports.answers import codebook
from audits.reports.answers.choice import Choice, batches
from standards.choices import Attribution, Channel, Method
from standards.models import Recommendation

# Of the header; when, and whom it is about, are told in their own way, and free words with names only.
_OTHER_FACTS = [field for field in HEADER if not field.free_text and field.name not in ("took_place_at", "employee")]


def full_sheets(choice: Choice, *, purpose: str, justification: str, named: bool) -> Iterator[Sheet]:
    """What it is; a row an audit; a row an answer; the codebook. `named`: with names and free words.

    Without them people are numbered anew in each file, by chance: two files cannot be put together by their numbers.
    The receipt, the desk and all free words are left out too, since they lead to a person.
    """
    yield _about(choice, purpose, justification, named)
    yield Sheet(pgettext("sheet", "Audits"), _audit_columns(named), _audits(choice, named))
    yield Sheet(pgettext("sheet", "Answers"), _answer_columns(named), _answers(choice, named))
    yield codebook.recommendations_sheet({audit.edition_id for audit in choice.audits})
    yield codebook.explanations_sheet(_explained(named))


def _about(choice: Choice, purpose: str, justification: str, named: bool) -> Sheet:
    said: list[tuple[str, Value]] = [
        (_("Level"), str(ReportLevel.FULL.label)),
        (_("Purpose"), purpose),
        (_("Justification"), justification),
        (_("Made"), timezone.now()),
        (_("Department"), str(choice.names[choice.department.pk])),
        (_("Period"), choice.period.label),
        (
            _("People"),
            _("by name") if named else _("by numbers that hold in this file only, given by chance"),
        ),
        (pgettext("heading of a file", "Audits"), len(choice.audits)),
        (pgettext("heading of a file", "Answers"), choice.answers),
        (
            _("What is in it"),
            _(
                "Audits that count: submitted, neither annulled nor replaced by a correction, as they are at this "
                "moment."
            ),
        ),
        (_("What is not in it"), not_theirs(choice.not_theirs)),
    ]
    columns = (Column(_("What"), 24), Column(_("What it says"), 100, wraps=True))
    return Sheet(_("About the file"), columns, [row for row in said if row[1] not in ("", None)])


def not_theirs(number: int) -> str:
    """Nobody takes out what was recorded about themselves."""
    if not number:
        return ""
    return _("Audits about whoever made this file, or that they made as a mystery shopper: %(n)d.") % {"n": number}


class _Numbered:
    """People as numbers within one file, in an order drawn by chance."""

    def __init__(self, prefix: str, people: Iterable[int]) -> None:
        drawn = sorted(set(people))
        random.SystemRandom().shuffle(drawn)
        width = len(str(len(drawn)))
        self._numbers = {person: f"{prefix}{number:0{width}}" for number, person in enumerate(drawn, start=1)}

    def of(self, person: int | None) -> str:
        return self._numbers[person] if person is not None else ""


def _audit_columns(named: bool) -> list[Column]:
    columns = [
        Column(_("Audit in this file"), 10, Kind.WHOLE),
        Column(pgettext("heading of a file", "Day"), 12, Kind.DAY),
        Column(pgettext("heading of a file", "Hour"), 8, Kind.WHOLE),
        Column(_("Department's code"), 18, Kind.LABEL),
        Column(_("Department"), 40),
        Column(pgettext("heading of a file", "Method"), 24),
        Column(pgettext("heading of a file", "Channel"), 18),
        Column(_("What is judged"), 30),
        Column(_("Edition"), 14, Kind.LABEL),
        Column(_("Employee"), 24),
        Column(_("Auditor"), 24),
        Column(_("Opened late"), 12),
        Column(_("Filled from memory"), 12),
        *(Column(_heading(field), 14) for field in _OTHER_FACTS),
    ]
    if named:
        columns += [
            Column(_("Receipt number"), 18, Kind.LABEL),
            Column(_("Personnel number"), 16, Kind.LABEL),
            *(Column(_heading(field), 30, wraps=True) for field in FREE_TEXT),
        ]
    return columns


def _heading(field: HeaderField) -> str:
    return str(capfirst(field.column.verbose_name))


def _audits(choice: Choice, named: bool) -> Iterator[tuple[Value, ...]]:
    employee, auditor = _people(choice, named)
    for number, audit in enumerate(choice.audits, start=1):
        at = timezone.localtime(audit.took_place_at)
        row: tuple[Value, ...] = (
            number,
            at.date(),
            at.hour,
            choice.names[audit.department_id].code,
            choice.names[audit.department_id].name,
            str(Method(audit.method).label),
            str(Channel(audit.channel).label),
            str(Selection(audit.selection).label),
            audit.edition.code,
            employee(audit),
            auditor(audit),
            audit.opened_late,
            audit.filled_from_memory,
            *(getattr(audit, field.name) for field in _OTHER_FACTS),
        )
        if named:
            row += (
                audit.receipt,
                audit.employee.number if audit.employee else "",
                *(getattr(audit, field.name) for field in FREE_TEXT),
            )
        yield row


def _people(choice: Choice, named: bool) -> tuple[Callable[[Audit], str], Callable[[Audit], str]]:
    """How the assessed and the auditor of an audit are told. A mystery shopper stays unnamed wherever a file may go."""
    employees = _Numbered("P", [audit.employee_id for audit in choice.audits if audit.employee_id is not None])
    auditors = _Numbered("A", [audit.auditor_id for audit in choice.audits])

    def employee(audit: Audit) -> str:
        return (str(audit.employee) if audit.employee else "") if named else employees.of(audit.employee_id)

    def auditor(audit: Audit) -> str:
        return str(audit.auditor) if named and audit.method != Method.MYSTERY else auditors.of(audit.auditor_id)

    return employee, auditor


def _answer_columns(named: bool) -> list[Column]:
    columns = [
        Column(_("Audit in this file"), 10, Kind.WHOLE),
        Column(_("Department's code"), 18, Kind.LABEL),
        Column(pgettext("heading of a file", "Method"), 24),
        Column(pgettext("heading of a file", "Channel"), 18),
        Column(_("Recommendation"), 14, Kind.LABEL),
        Column(_("Verdict"), 20),
        Column(_("Points"), 10),
        Column(_("Weight"), 10),
        Column(_("About whom"), 14),
        Column(_("Same matter"), 22),
        Column(_("How the verdict came about"), 32),
    ]
    return [*columns, Column(pgettext("heading of a file", "Note"), 60, wraps=True)] if named else columns


def _answers(choice: Choice, named: bool) -> Iterator[tuple[Value, ...]]:
    # Said half a million times: each is asked for once.
    verdicts = {value: codebook.verdict_name(value) for value in ("", *Verdict.values)}
    points = {value: codebook.points(value) for value in verdicts}
    acts = {"": ""} | {act.value: str(act.label) for act in Act}
    about = {each.value: str(each.label) for each in Attribution}
    labels = _labels({audit.edition_id for audit in choice.audits})
    told = {
        audit.pk: (
            number,
            choice.names[audit.department_id].code,
            str(Method(audit.method).label),
            str(Channel(audit.channel).label),
        )
        for number, audit in enumerate(choice.audits, start=1)
    }
    fields = ("audit_id", "recommendation_id", "verdict", "weight", "attribution", "same_matter", "act")
    for batch in batches([audit.pk for audit in choice.audits]):
        rows = Answer.objects.filter(audit__in=batch).order_by("audit_id", "position")
        for audit, recommendation, verdict, weight, attribution, matter, act, *note in rows.values_list(
            *fields, *(("note",) if named else ())
        ).iterator(chunk_size=5000):
            yield (
                *told[audit],
                labels[recommendation],
                verdicts[verdict],
                points[verdict],
                weight,
                about[attribution],
                matter,
                acts[act],
                *note,
            )


def _labels(editions: set[int]) -> dict[int, str]:
    found = Recommendation.objects.filter(standard__edition__in=editions).select_related("standard")
    return {each.pk: each.label for each in found}


def _explained(named: bool) -> Iterator[tuple[str, str, str]]:
    yield _("Audit in this file"), "", _("Joins the two sheets. It is no number of the portal.")
    yield _("Employee"), "", _("Whom the audit is about; empty where nobody was named.")
    yield _("Filled from memory"), "", _("Finished more than 24 hours after the visit.")
    yield _("Opened late"), "", _("Opened more than 30 days after the visit.")
    yield from codebook.verdicts_explained(_("Verdict"))
    yield (
        _("Points"),
        "",
        _("1, 0.5 or 0; empty where the answer leaves the score. Score: sum of weight × points ⁄ weights."),
    )
    yield (
        _("Same matter"),
        "",
        _("Rows of one audit with the same label are one act: counted once in areas and in total."),
    )
    yield from codebook.attributions_explained(_("About whom"))
    yield from codebook.acts_explained(_("How the verdict came about"))
    if named:
        yield pgettext("heading of a file", "Note"), "", _("As the auditor wrote it. It may name people.")
