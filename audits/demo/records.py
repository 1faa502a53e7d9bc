"""The demo's audits as rows: drawn up as the portal opens them, filled, saved many at a time."""

import datetime
import random
from collections.abc import Sequence
from copy import copy

from django.utils import timezone

from audits.choices import AuditStatus, Selection
from audits.demo.people import Post
from audits.demo.verdicts import Judgement
from audits.demo.visits import Visit
from audits.demo.writing import insert, update
from audits.fieldwork import receipt_number
from audits.fieldwork.opening import draw_up
from audits.models import Annulment, Answer, Audit, Department, Gate
from standards.checklist import Row, checklist, select
from standards.models import Edition

AT_ONCE = 500

REASONS = (
    "Wizyta odbyła się w innej komórce niż podana w karcie.",
    "Tę samą wizytę zapisano dwa razy.",
    "Audytor po fakcie zgłosił, że zna osobę ocenianą.",
    "W czasie wizyty trwała próbna ewakuacja budynku.",
    "Pomylono kanał: była to rozmowa telefoniczna, a nie wizyta.",
)
ANNULLED, REJECTED, PROPOSED = 12, 2, 2


class Records:
    def __init__(
        self, rng: random.Random, edition: Edition, departments: dict[str, Department], judgement: Judgement
    ) -> None:
        self.rng = rng
        self.edition = edition
        self.departments = departments
        self.judgement = judgement
        self.checklists: dict[tuple[str, str], list[Row]] = {}
        self.drawn_up: dict[tuple[str, str, str, tuple[str, ...]], tuple[list[Gate], list[Answer]]] = {}
        self.saved: list[Audit] = []

    def save(self, visits: Sequence[Visit]) -> None:
        """Visits in the order in which they were opened, so that receipt numbers rise with time."""
        for start in range(0, len(visits), AT_ONCE):
            some = visits[start : start + AT_ONCE]
            pairs = [(visit, self._audit(visit)) for visit in some]
            Audit.objects.bulk_create(audit for _, audit in pairs)
            gates: list[Gate] = []
            answers: list[Answer] = []
            for visit, audit in pairs:
                its_gates, its_answers = self._drawn_up(visit, audit)
                self.judgement.fill(visit, its_gates, its_answers)
                gates += its_gates
                answers += its_answers
            Gate.objects.bulk_create(gates)
            for answer in answers:
                # The gates have had no keys until now.
                answer.gate = answer.gate
            insert(Answer, answers)
            self._submit(pairs)
            self.saved += [audit for _, audit in pairs]

    def _audit(self, visit: Visit) -> Audit:
        return Audit(
            uuid=visit.uuid,
            edition=self.edition,
            method=visit.method,
            channel=visit.channel,
            selection=visit.selection,
            department=self.departments[visit.unit.code],
            employee=visit.employee.employee if visit.employee else None,
            desk=visit.desk,
            auditor=visit.auditor.user,
            took_place_at=visit.took_place_at,
            waiting_minutes=visit.waiting_minutes,
            scenario=visit.scenario,
            no_conflict_declared_at=visit.opened_at,
            opened_at=visit.opened_at,
        )

    def _drawn_up(self, visit: Visit, audit: Audit) -> tuple[list[Gate], list[Answer]]:
        """As the portal draws it up; what many audits have alike is drawn up once, and copied."""
        if audit.selection == Selection.STANDARDS:
            return draw_up(audit, self._rows(visit, audit))
        key = (audit.method, audit.channel, audit.selection, visit.occasions)
        if key not in self.drawn_up:
            self.drawn_up[key] = draw_up(audit, self._rows(visit, audit))
        its_gates, its_answers = self.drawn_up[key]
        gates, answers = [copy(gate) for gate in its_gates], [copy(answer) for answer in its_answers]
        for gate in gates:
            gate.audit = audit
        for answer in answers:
            answer.audit = audit
            if answer.gate is not None:
                answer.gate = gates[answer.gate.position]
        return gates, answers

    def _rows(self, visit: Visit, audit: Audit) -> list[Row]:
        key = (visit.method, visit.channel)
        if key not in self.checklists:
            self.checklists[key] = checklist(self.edition, *key)
        rows = self.checklists[key]
        standards: list[str] = []
        if audit.selection == Selection.STANDARDS:
            numbers = list(dict.fromkeys(row.standard_number for row in rows))
            standards = self.rng.sample(numbers, min(len(numbers), self.rng.randint(4, 9)))
        return select(rows, audit.selection, standards=standards, occasions=visit.occasions)

    def _submit(self, pairs: Sequence[tuple[Visit, Audit]]) -> None:
        submitted = []
        for visit, audit in pairs:
            if visit.submitted_at is not None:
                audit.status = AuditStatus.SUBMITTED
                audit.submitted_at = visit.submitted_at
                audit.receipt = receipt_number(audit.pk, visit.submitted_at)
                submitted.append(audit)
        update(submitted, ["status", "submitted_at", "receipt"])

    def annul(self, hr: Sequence[Post], until: datetime.date) -> None:
        """Some audits annulled by two people, some proposals rejected, some waiting."""
        end = timezone.make_aware(datetime.datetime.combine(until, datetime.time.min))
        settled = [
            audit
            for audit in self.saved
            if audit.submitted_at and audit.submitted_at < end - datetime.timedelta(days=30)
        ]
        wanted = min(len(settled), ANNULLED + REJECTED + PROPOSED)
        annulments = []
        for place, audit in enumerate(self.rng.sample(settled, wanted)):
            one, other = self.rng.sample([post.user for post in hr], 2)
            if place < PROPOSED:
                # Waiting still, so proposed only now.
                proposed_at, decided_at = end - datetime.timedelta(days=place + 1, hours=-11), None
            else:
                proposed_at = (audit.submitted_at or end) + datetime.timedelta(days=self.rng.randint(1, 20), hours=3)
                decided_at = proposed_at + datetime.timedelta(days=self.rng.randint(1, 6), minutes=40)
            approved = None if decided_at is None else place >= PROPOSED + REJECTED
            annulments.append(
                Annulment(
                    audit=audit,
                    reason=self.rng.choice(REASONS),
                    proposed_by=one,
                    proposed_at=proposed_at,
                    decided_by=other if decided_at else None,
                    decided_at=decided_at,
                    approved=approved,
                )
            )
            if approved:
                audit.status = AuditStatus.ANNULLED
        Annulment.objects.bulk_create(annulments)
        Audit.objects.bulk_update([one.audit for one in annulments if one.approved], ["status"])
