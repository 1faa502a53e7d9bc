"""Offices full of submitted audits, written straight into the tables: hundreds in a moment. Names are invented."""

import datetime
import random
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone

from audits.choices import Act, AuditStatus, Role, Selection
from audits.models import Answer, Audit, Correction, Department, Employee, Gate, User
from standards.checklist import Row, checklist, occasions_of
from standards.choices import Channel, Method
from standards.models import Edition
from tests.audits.factories import DepartmentFactory, appointed, employed, load_edition_2016

# In the third quarter of 2026.
SUMMER = datetime.datetime(2026, 8, 3, 8, 0, tzinfo=datetime.UTC)


@dataclass
class Office:
    """A district with three units, their people and one supervisor."""

    edition: Edition
    district: Department
    units: list[Department]
    people: dict[int, list[Employee]]
    auditor: User
    checklists: dict[tuple[str, str], list[Row]] = field(default_factory=dict)
    # Of a checklist's row at its place what the database takes for it; and the row, so that its address stays its own.
    prepared: dict[tuple[int, int], tuple[Row, list[Any]]] = field(default_factory=dict)
    receipts: int = 0

    def rows(self, method: str, channel: str) -> list[Row]:
        key = (str(method), str(channel))
        if key not in self.checklists:
            self.checklists[key] = checklist(self.edition, *key)
        return self.checklists[key]


def office(people: Iterable[int] = (6, 6, 6)) -> Office:
    """As many people in each unit as told."""
    district = DepartmentFactory(code="UD-PRO", name="Urząd Dzielnicy Próbnej")
    units = [
        DepartmentFactory(code=f"UD-PRO-{number}", name=f"Wydział Próbny {number}", parent=district)
        for number, _ in enumerate(people, start=1)
    ]
    return Office(
        edition=Edition.objects.get(pk=load_edition_2016().pk),
        district=district,
        units=units,
        people={
            unit.pk: [employed(unit, last_name=f"Wąsik{unit.code[-1]}{chr(97 + n)}ski") for n in range(count)]
            for unit, count in zip(units, people, strict=True)
        },
        auditor=appointed(Role.AUDITOR, district),
    )


def submit(
    office: Office,
    department: Department,
    *,
    verdict: str | Mapping[str, str] | Callable[[Row], str] = "met",
    method: str = Method.OBSERVATION,
    channel: str = Channel.COUNTER,
    employee: Employee | None = None,
    took_place_at: datetime.datetime = SUMMER,
    rows: Iterable[Row] | None = None,
    note: str = "",
    **fields: Any,
) -> Audit:
    """One submitted audit. `verdict`: of all rows, by label (others are met), or whatever the function says."""
    office.receipts += 1
    rows = office.rows(method, channel) if rows is None else list(rows)
    audit = Audit.objects.create(
        **{
            "uuid": uuid.uuid4(),
            "edition": office.edition,
            "method": method,
            "channel": channel,
            "selection": Selection.EVERYTHING,
            "department": department,
            "employee": employee,
            "auditor": office.auditor,
            "took_place_at": took_place_at,
            "no_conflict_declared_at": took_place_at,
            "opened_at": took_place_at + datetime.timedelta(minutes=20),
            "submitted_at": took_place_at + datetime.timedelta(minutes=40),
            "status": AuditStatus.SUBMITTED,
            "receipt": f"T/{office.receipts:06d}",
        }
        | fields
    )
    if audit.corrects_id:
        _propose(audit)
    gates = {
        gate.occasion_id: gate
        for gate in Gate.objects.bulk_create(
            Gate(
                audit=audit,
                occasion=occasion,
                question=occasion.question,
                label=occasion.label,
                position=occasion.position,
                arose=True,
            )
            for occasion in occasions_of(rows)
        )
    }
    _answer_all(office, audit, rows, gates, [_verdict(verdict, row) for row in rows], note)
    return audit


_WRITTEN = [each for each in Answer._meta.concrete_fields if not each.primary_key]
_OWN = {name: at for at, name in enumerate(each.name for each in _WRITTEN)}


def _answer_all(
    office: Office, audit: Audit, rows: list[Row], gates: dict[int, Gate], verdicts: list[str], note: str
) -> None:
    """As `bulk_create` writes them: what is the same in each audit is prepared for the database once an office."""
    values: list[Any] = []
    for position, (row, verdict) in enumerate(zip(rows, verdicts, strict=True)):
        key = (id(row), position)
        if key not in office.prepared:
            answer = _answer(audit, row, position, gates, verdict, note)
            office.prepared[key] = (
                row,
                [each.get_db_prep_save(each.pre_save(answer, True), connection) for each in _WRITTEN],
            )
        written = office.prepared[key][1].copy()
        own = {
            "audit": audit.pk,
            "gate": gates[row.occasion.pk].pk if row.occasion else None,
            "verdict": str(verdict),
            "act": Act.JUDGED.value if verdict else "",
            "note": str(note),
        }
        for name, value in own.items():
            written[_OWN[name]] = value
        values += written
    if not rows:
        return
    columns = ", ".join(connection.ops.quote_name(each.column) for each in _WRITTEN)
    row_of_values = f"({', '.join(['%s'] * len(_WRITTEN))})"
    table = connection.ops.quote_name(Answer._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES {', '.join([row_of_values] * len(rows))}", values)  # noqa: S608


def _propose(audit: Audit) -> None:
    """As a correction comes to be: proposed by the auditor; approved, where it counts."""
    hr = None if audit.supersedes_id is None else appointed(Role.HR, audit.department)
    Correction.objects.create(
        version=audit,
        reason="Pomylone stanowisko.",
        proposed_by=audit.auditor,
        proposed_at=audit.opened_at,
        decided_by=hr,
        decided_at=audit.submitted_at if hr else None,
        approved=True if hr else None,
    )


def _verdict(verdict: Any, row: Row) -> str:
    if callable(verdict):
        return verdict(row)
    return verdict if isinstance(verdict, str) else verdict.get(row.label, "met")


def _answer(audit: Audit, row: Row, position: int, gates: dict[int, Gate], verdict: str, note: str) -> Answer:
    judged = row.assessability
    return Answer(
        audit=audit,
        recommendation=row.recommendation,
        position=position,
        block=row.block,
        gate=gates[row.occasion.pk] if row.occasion else None,
        question=row.question,
        parts=row.parts,
        weight=judged.weight,
        refrain=judged.refrain,
        attribution=judged.attribution,
        delayed=judged.delayed,
        critical=judged.critical,
        ask_first=judged.ask_first,
        same_matter=judged.same_matter,
        excludes=judged.excludes,
        verdict=verdict,
        act=Act.JUDGED if verdict else "",
        note=note,
    )


def chance_verdict(chance: random.Random) -> Callable[[Row], str]:
    """Plausible verdicts: mostly met, at times anything else; one for a matter, save what did not occur."""
    of_matter: dict[str, str] = {}

    def verdict(row: Row) -> str:
        drawn = chance.choices(
            ["met", "partly", "not_met", "not_observed", "", "not_applicable"], [70, 5, 10, 5, 2, 8]
        )[0]
        if drawn == "not_applicable":
            return drawn if row.occasion else "met"
        matter = row.assessability.same_matter
        return of_matter.setdefault(matter, drawn) if matter else drawn

    return verdict


def fill_by_chance(office: Office, audits: int, seed: int, start: datetime.date, days: int) -> list[Audit]:
    """So many audits on days drawn from `days` days since `start`, of all methods, in all units."""
    chance = random.Random(seed)
    noon = datetime.datetime.combine(start, datetime.time(12), tzinfo=timezone.get_default_timezone())
    ways = [
        (Method.OBSERVATION, Channel.COUNTER),
        (Method.OBSERVATION, Channel.PHONE),
        (Method.MYSTERY, Channel.COUNTER),
        (Method.MYSTERY, Channel.PHONE),
    ]
    made = []
    for _ in range(audits):
        method, channel = chance.choice(ways)
        rows = office.rows(method, channel)
        rows = chance.choice([rows, [row for row in rows if row.is_core], rows[: len(rows) // 2]])
        unit = chance.choice([*office.units, office.district])
        people = office.people.get(unit.pk, [])
        made.append(
            submit(
                office,
                unit,
                method=method,
                channel=channel,
                rows=rows,
                verdict=chance_verdict(chance),
                employee=chance.choice([*people, None]),
                took_place_at=noon + datetime.timedelta(days=chance.randrange(days), minutes=chance.randrange(200)),
                waiting_minutes=chance.choice([None, 0, 3, 4, 12]),
                desk=chance.choice(["", "stanowisko 2"]),
            )
        )
    return made
