"""Putting a pseudonym in place of a person who left. What they did and what was said of them goes on counting."""

import datetime
import re
import secrets

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, Model, Q, QuerySet

from audits.choices import ReportKind, WithdrawnBecause
from audits.fieldwork.redaction import REDACTED
from audits.models import Answer, Audit, Employee, Report, User
from audits.withdrawing import withdraw_reports
from standards.folding import fold

_LONGEST = {"scenario": 2000, "desk": 100, "as_named": 200}
_WORD = re.compile(r"\w+")
# Their own rows are of the office's records, not of the account.
_KEPT_APPS = {"admin", "audits", "standards"}


def pseudonymise_employee(employee: Employee, *, now: datetime.datetime) -> None:
    """Name and number give way to a pseudonym, also in the notes of audits about them; their account is let go."""
    audits = Audit.objects.filter(employee=employee)
    _clean_notes(audits, f"{employee.last_name} {employee.first_name}")
    withdraw_reports(
        Report.objects.filter(kind=ReportKind.AUDIT, audit__in=audits), because=WithdrawnBecause.RETENTION, now=now
    )
    if employee.user is not None:
        User.objects.filter(pk=employee.user.pk).update(is_active=False)
    code = secrets.token_hex(5)
    employee.number, employee.first_name, employee.last_name = f"P-{code}", "", f"[osoba {code}]"
    employee.user, employee.is_active, employee.pseudonymised_at = None, False, now
    employee.save()
    employee.employments.update(position="")
    _forget_in_admin_log(employee)


def pseudonymise_account(user: User, *, now: datetime.datetime) -> None:
    """Names and address give way to a pseudonym; nobody signs in with it again; it is unlinked from its person."""
    Employee.objects.filter(user=user).update(user=None)
    code = secrets.token_hex(5)
    user.username, user.email = f"konto-{code}", f"konto-{code}@invalid.invalid"
    user.first_name, user.last_name = "", f"[konto {code}]"
    user.set_unusable_password()
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login, user.pseudonymised_at = None, now
    user.save()
    # Addresses, second factors, sessions and whatever else other packages keep of an account.
    for relation in User._meta.related_objects:
        model = relation.related_model
        if model._meta.app_label not in _KEPT_APPS and relation.on_delete is CASCADE:
            model._base_manager.filter(**{relation.field.name: user}).delete()
    _forget_in_admin_log(user)


def _forget_in_admin_log(row: Model) -> None:
    """The administration notes what a row was called and what was changed."""
    kind = ContentType.objects.get_for_model(type(row))
    LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).update(object_repr=str(row), change_message="")


def _clean_notes(audits: QuerySet[Audit], name: str) -> None:
    """In any case of the Polish declension, as reports look for a name before they print a note."""
    pieces = fold(name).replace("-", " ").split()
    stems = tuple(piece[: max(3, len(piece) - 3)] for piece in pieces)

    def without(text: str) -> str:
        return _WORD.sub(lambda word: REDACTED if fold(word[0]).startswith(stems) else word[0], text)

    for audit in audits.exclude(Q(scenario="") & Q(desk="") & Q(as_named="")):
        left = {field: without(getattr(audit, field)) for field in _LONGEST}
        # The mark may be longer than what it stands for.
        left = {field: text[: _LONGEST[field]] for field, text in left.items()}
        Audit.objects.filter(pk=audit.pk).update(**left)
    for answer in Answer.objects.filter(audit__in=audits).exclude(note=""):
        left_note = without(answer.note)
        if left_note != answer.note:
            Answer.objects.filter(pk=answer.pk).update(note=left_note[:2000])
