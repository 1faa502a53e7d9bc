"""Does what a plan says, one class in one transaction, and writes the protocol."""

import datetime
from collections import Counter
from collections.abc import Callable, Collection

from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from audits import access
from audits.access_log.log import cut_log
from audits.choices import DataClass, ReportState, WithdrawnBecause
from audits.models import AccessRecord, Audit, Batch, Employee, Report, RetentionProtocol, RetentionRule, User
from audits.models.periods import day_start
from audits.models.reports import files_about, paths_of, withdraw_reports
from audits.models.retention import DAYS_OF_UPLOADS
from audits.office.imports import uploads
from audits.retention.people import pseudonymise_account, pseudonymise_employee
from audits.retention.plans import Plan, plan
from standards import append_only, guards
from standards.refusals import Refused


@transaction.atomic
def apply_rule(*, rule: RetentionRule, by: User, consent: str = "", now: datetime.datetime | None = None) -> Plan:
    """Take away what is over now, with a protocol; nothing to take leaves no protocol. Raises Refused."""
    now = now or timezone.now()
    rule = RetentionRule.objects.select_for_update().get(pk=rule.pk)
    if not access.is_administrator(by):
        raise Refused("Only an administrator applies it.")
    if rule.is_proposal:
        raise Refused("Its time of keeping is a proposal that the office has not confirmed.")
    consent = " ".join(consent.split())
    if rule.needs_consent and not consent:
        raise Refused("It needs the state archive's consent: give its number and date.")
    made = plan(rule, now=now)
    if not made.items:
        return made
    counts = _ACTS[DataClass(rule.data_class)](made, now)
    _keep_protocol(made, counts, by=by, consent=consent, now=now)
    return made


@transaction.atomic
def delete_uploads(*, now: datetime.datetime | None = None) -> int:
    """What the clean-up does every hour, whoever closed their browser; with a protocol, by nobody."""
    now = now or timezone.now()
    rule = RetentionRule.objects.filter(data_class=DataClass.UPLOADS).first()
    made = plan(rule or RetentionRule(data_class=DataClass.UPLOADS, days=DAYS_OF_UPLOADS), now=now)
    if made.items:
        _keep_protocol(made, _delete_uploads(made, now), by=None, consent="", now=now)
    return len(made.items)


def _keep_protocol(made: Plan, counts: Counter[str], *, by: User | None, consent: str, now: datetime.datetime) -> None:
    rule = made.rule
    days = [item.day for item in made.items]
    RetentionProtocol.objects.create(
        data_class=rule.data_class,
        symbol=rule.symbol,
        category=rule.category,
        years=rule.years,
        days=rule.days,
        before=made.before,
        first_day=min(days),
        last_day=max(days),
        counts=dict(counts),
        held=len(made.held),
        waiting=len(made.waiting),
        consent=consent[:200],
        by=by,
        at=now,
    )


def _cut_log(made: Plan, now: datetime.datetime) -> Counter[str]:
    return Counter({AccessRecord._meta.model_name or "": cut_log(up_to=max(made.pks), now=now)})


def _withdraw(made: Plan, now: datetime.datetime) -> Counter[str]:
    reports = Report.objects.filter(pk__in=made.pks)
    withdrawn = withdraw_reports(reports, because=WithdrawnBecause.RETENTION, now=now)
    # An order of many goes once nothing of it is kept; its ZIP was never stored.
    kept = Report.objects.filter(batch=OuterRef("pk")).filter(state__in=_KEPT)
    over = Batch.objects.filter(~Exists(kept.order_by()), requested_at__lt=day_start(made.before))
    batches, _rows = over.delete()
    return Counter({"report": withdrawn} | ({"batch": batches} if batches else {}))


_KEPT = (ReportState.QUEUED, ReportState.RUNNING, ReportState.DONE)


def _delete_audits(made: Plan, now: datetime.datetime) -> Counter[str]:
    """With everything that hangs on them. The files of their cards go once this is committed."""
    audits = Audit.objects.filter(pk__in=made.pks)
    answers = files_about(audits).filter(audit=None)
    withdraw_reports(answers, because=WithdrawnBecause.RETENTION, now=now)
    files = [
        (report.file.storage, report.file.name) for report in Report.objects.filter(audit__in=audits).exclude(file="")
    ]
    hanging: dict[type[Model], set[int]] = {}
    _collect(Audit, set(made.pks), hanging)
    tables = {model._meta.db_table for model in hanging} & set(append_only.tables())
    counts: Counter[str] = Counter()
    with guards.only_added_lifted(connection.alias, tables):
        for model, pks in hanging.items():
            counts[model._meta.model_name or ""] = len(pks)
            # What refers to what is checked when the transaction ends: then nothing of it is left.
            rows: QuerySet[Model] = model._base_manager.filter(pk__in=pks)
            rows._raw_delete(connection.alias)

    def delete_files() -> None:
        for storage, name in files:
            for each in paths_of(name or ""):
                storage.delete(each)

    transaction.on_commit(delete_files)
    return counts


def _collect(model: type[Model], pks: Collection[int], found: dict[type[Model], set[int]]) -> None:
    """These rows and all that refer to them, or to those, by model."""
    new = set(pks) - found.get(model, set())
    if not new:
        return
    found.setdefault(model, set()).update(new)
    for relation in model._meta.related_objects:
        child = relation.related_model
        if isinstance(child, str) or child is AccessRecord or relation.many_to_many:
            continue
        referring = child._base_manager.filter(**{f"{relation.field.name}__in": new})
        _collect(child, set(referring.values_list("pk", flat=True)), found)


def _pseudonymise_accounts(made: Plan, now: datetime.datetime) -> Counter[str]:
    for user in User.objects.filter(pk__in=made.pks):
        pseudonymise_account(user, now=now)
    return Counter({"user": len(made.items)})


def _pseudonymise_employees(made: Plan, now: datetime.datetime) -> Counter[str]:
    for employee in Employee.objects.filter(pk__in=made.pks).select_related("user"):
        pseudonymise_employee(employee, now=now)
    return Counter({"employee": len(made.items)})


def _delete_uploads(made: Plan, now: datetime.datetime) -> Counter[str]:
    for item in made.items:
        uploads.delete(item.shown)
    return Counter({"uploaded file": len(made.items)})


_ACTS: dict[DataClass, Callable[[Plan, datetime.datetime], Counter[str]]] = {
    DataClass.ACCESS_LOG: _cut_log,
    DataClass.REPORTS: _withdraw,
    DataClass.AUDITS: _delete_audits,
    DataClass.ACCOUNTS: _pseudonymise_accounts,
    DataClass.EMPLOYEES: _pseudonymise_employees,
    DataClass.UPLOADS: _delete_uploads,
}
