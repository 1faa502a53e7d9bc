"""Putting a pseudonym in place of a person who left. What they did and what was said of them goes on counting."""

import datetime
import re
import secrets
from collections.abc import Callable
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import CASCADE, Model, Q, QuerySet

from audits.choices import WithdrawnBecause
from audits.fieldwork.header import FREE_TEXT
from audits.fieldwork.redaction import REDACTED
from audits.models import (
    Annulment,
    Answer,
    Audit,
    Correction,
    DataRequest,
    Employee,
    Identification,
    Invitation,
    LegalHold,
    Redaction,
    Statement,
    User,
)
from audits.models.reports import files_about, withdraw_reports
from standards import append_only, guards
from standards.wording.folding import fold, words_of

_WORD = re.compile(r"\w+")
# Their own rows are of the office's records, not of the account.
_KEPT_APPS = {"admin", "audits", "standards"}


def pseudonymise_employee(employee: Employee, *, now: datetime.datetime) -> None:
    """Name and number give way to a pseudonym, also in what was written of their audits; their account is let go."""
    audits = Audit.objects.filter(employee=employee)
    _clean_words(employee, audits)
    _clean_requests(employee)
    withdraw_reports(files_about(audits), because=WithdrawnBecause.RETENTION, now=now)
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
    Invitation.objects.open().filter(user=user).update(revoked_at=now)
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


def _clean_requests(employee: Employee) -> None:
    """What they asked for, when and with which outcome stays; the words, theirs and the answer's, go as a whole."""
    requests = DataRequest.objects.filter(employee=employee)
    requests.update(text=REDACTED)
    for field in ("answer", "extended_because"):
        requests.exclude(**{field: ""}).update(**{field: REDACTED})


def _clean_words(employee: Employee, audits: QuerySet[Audit]) -> None:
    """Of the name in any case of the Polish declension, as reports look for one before they print a note."""
    pieces = words_of(f"{employee.last_name} {employee.first_name}")
    stems = tuple(piece[: max(3, len(piece) - 3)] for piece in pieces)

    def without(text: str) -> str:
        return _WORD.sub(lambda word: REDACTED if fold(word[0]).startswith(stems) else word[0], text)

    of_the_visit = tuple(field.name for field in FREE_TEXT)
    _clean(audits.exclude(**dict.fromkeys(of_the_visit, "")), of_the_visit, without)
    _clean(Answer.objects.filter(audit__in=audits).exclude(note=""), ("note",), without)
    _clean(Statement.objects.filter(audit__in=audits), ("text",), without)
    _clean(Correction.objects.filter(Q(version__in=audits) | Q(version__corrects__in=audits)), ("reason",), without)
    _clean(Annulment.objects.filter(audit__in=audits), ("reason",), without)
    _clean(Redaction.objects.filter(audit__in=audits), ("reason",), without)
    _clean(LegalHold.objects.filter(employee=employee), ("reason",), without)
    _clean(Identification.objects.filter(audit__in=audits).exclude(reason=""), ("reason",), without)


def _clean(rows: QuerySet[Any], fields: tuple[str, ...], without: Callable[[str], str]) -> None:
    model = rows.model
    changed = []
    for row in rows:
        for field in fields:
            # The mark may be longer than what it stands for.
            left = without(getattr(row, field))[: model._meta.get_field(field).max_length]
            if left != getattr(row, field):
                changed.append((row.pk, field, left))
    if not changed:
        return
    only_added = {model._meta.db_table} & set(append_only.tables())
    with guards.only_added_lifted(connection.alias, only_added):
        for pk, field, left in changed:
            model._base_manager.filter(pk=pk).update(**{field: left})
