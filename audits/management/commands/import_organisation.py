"""Import departments, employees and employments from one table."""

import datetime
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.office.imports.applying import Changed, apply_import
from audits.office.imports.files import MAX_BYTES, Unusable, read_table
from audits.office.imports.meanings import meanings_kept
from audits.office.imports.planning import PersonChange, Plan, check_day, last_day_shown, plan_import, sentences
from standards.wording.encodings import EIGHT_BIT

_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Import departments, employees and employments from a CSV or XLSX file (docs/operations.md). People missing "
        "from the file are ended on the day of the import. Importing the same file again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only show what would change; write nothing.")
        parser.add_argument(
            "--date",
            type=datetime.date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="The day whose state the file is, today unless given; not a day to come.",
        )
        parser.add_argument(
            "--end-many", action="store_true", help="Go on even if a tenth of the people or more would be ended."
        )
        parser.add_argument(
            "--different-people",
            action="store_true",
            help="Go on even if somebody ends and somebody of the same name begins with another number.",
        )
        parser.add_argument(
            "--encoding",
            choices=EIGHT_BIT,
            default="",
            help="How the file's letters are written, where it is in doubt.",
        )
        parser.add_argument("--all", action="store_true", help=f"Print every row, not the first {_SHOWN} of a kind.")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["date"] or timezone.localdate()
        try:
            check_day(on)
            with options["file"].open("rb") as file:
                content = file.read(MAX_BYTES + 1)
            table = read_table(content, encoding=options["encoding"], meanings=meanings_kept())
        except Unusable as fault:
            raise CommandError(str(fault)) from None
        except OSError:
            raise CommandError(_("The file %(file)s cannot be read.") % {"file": options["file"]}) from None
        if table.doubts:
            shown = "; ".join(f"{name}: {', '.join(words)}" for name, words in table.doubts)
            raise CommandError(_("Add --encoding with the one whose names are right. %(shown)s") % {"shown": shown})
        plan = plan_import(table, on=on)
        self._print(plan, None if options["all"] else _SHOWN)
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written: this was a trial."))
            return
        if plan.ends_many and not options["end_many"]:
            raise CommandError(_("Many people would be ended. If that is right, add --end-many. Nothing was written."))
        if plan.namesakes and not options["different_people"]:
            pairs = ", ".join(f"{ended.number} → {new.number}" for ended, new in plan.namesakes)
            raise CommandError(
                _(
                    "Somebody ends and somebody of the same name begins: %(pairs)s. If these are different people, add "
                    "--different-people; if not, change the number in the portal first. Nothing was written."
                )
                % {"pairs": pairs}
            )
        try:
            apply_import(table, on=on, fingerprint=plan.fingerprint)
        except Changed:
            raise CommandError(_("The portal has changed meanwhile; nothing was written. Start again.")) from None
        self.stdout.write(_("Done."))

    def _print(self, plan: Plan, shown: int | None) -> None:
        for title, count, lines in _sections(plan):
            self.stdout.write(f"{title}: {count}")
            for line in lines[:shown]:
                self.stdout.write(f"  {line}")
            if shown is not None and len(lines) > shown:
                self.stdout.write(f"  … +{len(lines) - shown}")
        for notice in (plan.nobody_ends, *_notices(plan)):
            if notice:
                self.stdout.write(notice)


def _sections(plan: Plan) -> list[tuple[str, int, list[str]]]:
    """Title, how many, and a line or more for each."""
    departments = [f"{new.code} {new.name} ({new.parent or '–'}, {new.since})" for new in plan.new_departments]
    changed = [f"{one.code}: {one.before} → {one.after}" for one in plan.renamed]
    changed += [f"{one.code} {one.name}: {one.before or '–'} → {one.after}" for one in plan.moved]
    refused = [f"{refusal.row} ({refusal.about}): {refusal.reason}" for refusal in plan.refused]
    people = [
        (title, len(people), [line for person in people for line in _lines(person)])
        for title, people in (
            (_("New people"), plan.new_people),
            (_("Changed people"), plan.changed_people),
            (_("Ended people"), plan.ended_people),
        )
    ]
    return [
        (_("New departments"), len(departments), departments),
        (_("Changed departments"), len(changed), changed),
        *people,
        (_("Refused rows"), len(refused), refused),
        (_("Read otherwise than written"), len(plan.notes), [f"{n.row} ({n.about}): {n.what}" for n in plan.notes]),
    ]


def _lines(person: PersonChange) -> Iterator[str]:
    who = f"{person.number} {person.last_name} {person.first_name}"
    if person.was_called:
        yield f"{who} ← {' '.join(person.was_called)}"
    if not person.posts and not person.was_called:
        yield who
    for change in person.posts:
        if change.before is None:
            post = change.after
            dates = f"{post.since} – {last_day_shown(post.until)}"
            yield f"{who}: + {post.department}, {post.position or '–'}, {dates}"
        else:
            yield f"{who}: " + "; ".join(
                f"{what}: {before or '–'} → {after or '–'}" for what, before, after in sentences(change)
            )


def _notices(plan: Plan) -> Iterator[str]:
    if plan.leaving_with_rights:
        yield _("These people leave and still hold an appointment; end it: %(numbers)s.") % {
            "numbers": ", ".join(plan.leaving_with_rights)
        }
    if plan.back_but_inactive:
        yield _("These people had left and are employed anew; make them active on their pages: %(numbers)s.") % {
            "numbers": ", ".join(plan.back_but_inactive)
        }
    if plan.ignored_headings:
        yield _("Columns left out: %(headings)s.") % {"headings": ", ".join(plan.ignored_headings)}
