from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from audits.choices import DataClass
from audits.models import RetentionRule, User
from audits.retention.applying import apply_rule
from audits.retention.plans import Plan, plan
from standards.refusals import Refused


class Command(BaseCommand):
    help = (
        "Deletes or pseudonymises what the office need not keep any longer, class by class, with a protocol. "
        "With --dry-run it shows what that would be, and why, and changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="show it and change nothing")
        parser.add_argument(
            "--class",
            dest="classes",
            action="append",
            choices=DataClass.values,
            help="only this class; may be repeated",
        )
        parser.add_argument("--by", metavar="USERNAME", help="the administrator who applies it")
        parser.add_argument(
            "--consent",
            action="append",
            default=[],
            metavar="CLASS=TEXT",
            help="number and date of the state archive's consent for a class that needs it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        consents = self._consents(options["consent"])
        rules = {rule.data_class: rule for rule in RetentionRule.objects.all()}
        chosen = [rules[one] for one in DataClass.values if one in rules and one in (options["classes"] or rules)]
        refused = False
        if options["dry_run"]:
            for rule in chosen:
                self._show(plan(rule))
            return
        by = User.objects.filter(username=options["by"] or "", is_active=True).first()
        if by is None:
            raise CommandError("Say with --by which administrator applies it (or look first with --dry-run).")
        for rule in chosen:
            try:
                self._show(apply_rule(rule=rule, by=by, consent=consents.get(rule.data_class, "")), done=True)
            except Refused as fault:
                refused = True
                self.stderr.write(f"{rule.data_class}: not applied. {fault}")
        if refused:
            raise CommandError("Not every class was applied.")

    def _consents(self, given: list[str]) -> dict[str, str]:
        found = {}
        for one in given:
            name, equals, text = one.partition("=")
            if name not in DataClass.values or not equals or not text.strip():
                raise CommandError(f"--consent {one}: write CLASS=TEXT with a class of {', '.join(DataClass.values)}.")
            found[name] = text
        return found

    def _show(self, made: Plan, *, done: bool = False) -> None:
        rule = made.rule
        with translation.override("en"):
            kept = " ".join(filter(None, (rule.symbol, rule.category, rule.kept_for)))
        state = " [a proposal: not applied until it is confirmed]" if rule.is_proposal else ""
        verb = _DONE[rule.data_class] if done else _WOULD[rule.data_class]
        self.stdout.write(f"{rule.data_class} ({kept}; ended before {made.before}){state}")
        self.stdout.write(f"  {verb}: {len(made.items)}")
        for item in made.items:
            self.stdout.write(f"    {item.shown}: {item.why}")
        for what, items in (("kept by a legal hold", made.held), ("waiting", made.waiting)):
            if items:
                self.stdout.write(f"  {what}: {len(items)}")
            for item in items:
                self.stdout.write(f"    {item.shown}: {item.why}")


_WOULD: dict[str, str] = {
    DataClass.ACCESS_LOG: "would be deleted",
    DataClass.REPORTS: "would lose their files",
    DataClass.AUDITS: "would be deleted",
    DataClass.ACCOUNTS: "would be pseudonymised",
    DataClass.EMPLOYEES: "would be pseudonymised",
    DataClass.UPLOADS: "would be deleted",
}
_DONE = {name: text.replace("would be ", "").replace("would lose", "lost") for name, text in _WOULD.items()}
