"""The blank card of a checklist as a workbook, to be filled on a computer where the portal is out of reach."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.exports import Column, Kind, Sheet, Value
from audits.reports.blank import BlankCard, BlankRow


def blank_card_sheets(card: BlankCard) -> list[Sheet]:
    """First what is filled in of the visit, then the questions in the order of the card."""
    visit = (Column(_("What"), 46), Column(_("What it says"), 90, wraps=True))
    return [
        Sheet(pgettext("sheet", "Visit"), visit, list(_visit(card))),
        Sheet(pgettext("sheet", "Questions"), _columns(), list(_rows(card))),
    ]


def _visit(card: BlankCard) -> Iterator[tuple[Value, Value]]:
    yield _("Office"), card.office
    yield _("Method and channel"), f"{card.method_label}, {card.channel_label}"
    yield _("What is judged"), card.selection_label
    yield _("Edition of the standards"), f"{card.edition_code} – {card.edition_title}"
    for heading in (
        _("Department"),
        _("Desk or employee (may be left empty)"),
        _("Day and hour"),
        _("Waiting time, in minutes"),
        _("Scenario"),
        _("Auditor"),
        _("I have no conflict of interest (signature)"),
    ):
        yield heading, None
    yield (
        _("What it is"),
        _(
            "This is a study of how clients are served, no periodic appraisal under article 27 of the act on local "
            "government employees, and no basis for one."
        ),
    )
    yield (
        _("Note"),
        _(
            "In notes: no data of clients and nothing said in private. Type the card into the portal within 24 hours "
            "of the visit."
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Part of the checklist"), 26, wraps=True),
        Column(pgettext("heading of a file", "Number"), 12, Kind.LABEL),
        Column(_("Only if so"), 36, wraps=True),
        Column(_("Question"), 60, wraps=True),
        Column(_("A breach is looked for"), 14),
        Column(_("Verdicts to choose from"), 40, wraps=True),
        Column(_("Verdict"), 20, wraps=True),
        Column(_("Note"), 50, wraps=True),
    )


def _rows(card: BlankCard) -> Iterator[tuple[Value, ...]]:
    for block in card.blocks:
        for group in block.groups:
            yield from (_row(block.title, group.question, row) for row in group.rows)
        yield from (_row(block.title, "", row) for row in block.refrain)


def _row(title: str, only_if: str, row: BlankRow) -> tuple[Value, ...]:
    question = "\n".join([row.question, *(f"– {part}" for part in row.parts)])
    verdicts = "\n".join(label for _verdict, label in row.verdicts)
    return (title, row.label, only_if, question, row.refrain, verdicts, None, None)
