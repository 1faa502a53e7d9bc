"""A plan of an import as tables to read, on the page and as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.office.imports.planning import PersonChange, Plan, last_day_shown, sentences

# A page of thousands of rows is read by nobody and takes seconds to open; the CSV file has all.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    # How many departments, people or rows: a person may fill more than one row.
    count: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        return self.rows[:SHOWN]

    @property
    def hidden(self) -> int:
        return max(0, len(self.rows) - SHOWN)


def tables(plan: Plan) -> list[Section]:
    """All sections, refused rows first: they are what somebody has to act on."""
    return [
        _section(
            "refused",
            _("Refused rows"),
            (_("row"), _("code or number"), _("reason")),
            [(str(one.row), one.about, one.reason) for one in plan.refused],
        ),
        _section(
            "notes",
            _("Read otherwise than written"),
            (_("row"), _("code or number"), _("what")),
            [(str(one.row), one.about, one.what) for one in plan.notes],
        ),
        _section(
            "new-departments",
            _("New departments"),
            (_("code"), _("name"), _("parent"), _("since")),
            [
                (
                    new.code,
                    new.name,
                    new.parent or _("(top of the office)"),
                    date_format(new.since),
                )
                for new in plan.new_departments
            ],
        ),
        _section(
            "changed-departments",
            _("Changed departments"),
            (_("code"), _("what"), _("before"), _("after")),
            [(one.code, _("name"), one.before, one.after) for one in plan.renamed]
            + [(one.code, _("parent"), one.before or _("(top of the office)"), one.after) for one in plan.moved],
        ),
        _people(
            "new-people",
            _("New people"),
            (_("department"), _("job title"), _("since"), _("last day"), _("serves clients")),
            plan.new_people,
            _new_rows,
        ),
        _people(
            "changed-people",
            _("Changed people"),
            (_("what"), _("before"), _("after")),
            plan.changed_people,
            _changed_rows,
        ),
        _people("ended-people", _("Ended people"), (_("department"), _("last day")), plan.ended_people, _ended_rows),
    ]


def _section(key: str, title: str, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Section:
    return Section(key, title, len(rows), headings, tuple(rows))


def _people(
    key: str,
    title: str,
    headings: tuple[str, ...],
    people: Sequence[PersonChange],
    rows_of: Callable[[PersonChange], list[tuple[str, ...]]],
) -> Section:
    who = (_("personnel number"), _("last name"), _("first name"))
    rows = tuple(
        (person.number, person.last_name, person.first_name, *row) for person in people for row in rows_of(person)
    )
    return Section(key, title, len(people), (*who, *headings), rows)


def _new_rows(person: PersonChange) -> list[tuple[str, ...]]:
    return [
        (
            change.after.department,
            change.after.position,
            date_format(change.after.since),
            last_day_shown(change.after.until),
            _("yes") if change.after.serves_clients else _("no"),
        )
        for change in person.posts
    ]


def _changed_rows(person: PersonChange) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    if person.was_called is not None:
        rows.append((_("last and first name"), " ".join(person.was_called), f"{person.last_name} {person.first_name}"))
    for change in person.posts:
        of = change.after.department if change.before is None else change.before.department
        rows.extend((f"{of}: {what}", before or "–", after or "–") for what, before, after in sentences(change))
    return rows


def _ended_rows(person: PersonChange) -> list[tuple[str, ...]]:
    return [(change.after.department, last_day_shown(change.after.until)) for change in person.posts]
