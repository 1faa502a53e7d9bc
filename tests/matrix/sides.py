"""One of two departments side by side, with everything in it that addresses are about."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from audits.access_log.log import record_access
from audits.assessed.data_requests import answer_request, file_request
from audits.choices import AccessKind, ReportKind, ReportState, Role
from audits.fieldwork import propose_annulment, propose_correction, submit_audit
from audits.models import (
    Answer,
    Assignment,
    Audit,
    Batch,
    DataRequest,
    Department,
    Employee,
    Release,
    Report,
    Statement,
    User,
    periods,
)
from audits.models.reports import path_beside
from tests.audits.factories import (
    AppointmentFactory,
    EmployeeFactory,
    UserFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
    opened_audit,
    purpose,
)

# Both people are found by typing this.
TYPED = "Ząbek"


@dataclass(slots=True)
class Side:
    """One department with its audits and reports, and the words by which one knows where they were shown."""

    name: str
    department: Department
    auditor: User
    hr: User
    person: Employee
    shopper: User
    draft: Audit = field(init=False)
    submitted: Audit = field(init=False)
    proposed: Audit = field(init=False)
    released: Audit = field(init=False)
    asker: Employee = field(init=False)
    asked_for: DataRequest = field(init=False)
    answered: DataRequest = field(init=False)
    corrected: Audit = field(init=False)
    correcting: Audit = field(init=False)
    mending: Audit = field(init=False)
    untold: Employee = field(init=False)
    outsider: Employee = field(init=False)
    figures: Report = field(init=False)
    card: Report = field(init=False)
    batch: Batch = field(init=False)
    reader: User = field(init=False)
    # A mystery shopper's: not begun, begun, submitted, and begun but over since.
    to_visit: Assignment = field(init=False)
    begun: Audit = field(init=False)
    shopped: Audit = field(init=False)
    lapsed: Audit = field(init=False)
    # A shopper from tomorrow on, and one who works here.
    early_shopper: User = field(init=False)
    employed_shopper: User = field(init=False)

    @property
    def mark_of_audits(self) -> str:
        """The desk of every audit here."""
        return f"stanowisko-{self.name}"

    @property
    def mark_of_released(self) -> str:
        """The desk of the audit that was released to the person."""
        return f"okienko-{self.name}"

    @property
    def mark_of_person(self) -> str:
        return self.person.last_name

    @property
    def mark_of_reader(self) -> str:
        """Somebody of HR who read an audit here."""
        return self.reader.last_name

    @property
    def mark_of_request(self) -> str:
        """What somebody who works here wrote to HR."""
        return f"pismo-{self.name}"

    def fill(self) -> None:
        visit: dict[str, Any] = {"employee": self.person, "desk": self.mark_of_audits}
        self.draft = opened_audit(self.auditor, self.department, **visit, selection="everything")
        self.submitted = self._submitted(**visit)
        self.proposed = self._submitted(**visit)
        another = appointed(Role.HR, self.department)
        self.corrected = self._correction(self.auditor, **visit)
        submit_audit(audit=self.corrected, by=self.auditor, leave_unanswered=False)
        self.correcting = self._correction(self.hr, **visit)
        self.mending = self._correction(self.auditor, **visit)
        self.untold = employed(self.department, last_name=f"{TYPED}-Niezawiadomiona", told=False)
        self.outsider = EmployeeFactory(last_name=f"Niezatrudniona-{self.name}")
        propose_annulment(audit=self.proposed, by=another, reason="Wizyta odbyła się w innym wydziale.")
        self.released = self._submitted(**visit | {"desk": self.mark_of_released})
        Release.objects.create(
            audit=self.released, employee=self.person, released_by=self.hr, released_at=timezone.now()
        )
        Statement.objects.create(
            audit=self.released, text="Obsługiwałam sama.", made_by=self.hr, made_at=timezone.now()
        )
        # Whom HR knows by name without having said what for they read.
        self.asker = employed(self.department, last_name=f"Prosząca-{self.name}")
        self.asked_for = self._asked(f"{self.mark_of_request}: proszę o dostęp.")
        self.answered = self._asked(f"{self.mark_of_request}: proszę o kopię.")
        answer_request(request=self.answered, by=self.hr, outcome="granted", answer="Nic o Pani nie przechowujemy.")
        self.reader = appointed(Role.HR, self.department, last_name=f"Czytelnik-{self.name}")
        record_access(reader=self.reader, kind=AccessKind.PAGE, audit=self.submitted, purpose=purpose())
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)
        self.early_shopper = UserFactory()
        AppointmentFactory(user=self.early_shopper, role=Role.SHOPPER, department=self.department, since=tomorrow)
        self.employed_shopper = appointed(Role.SHOPPER, self.department)
        employed(self.department, user=self.employed_shopper)
        self.to_visit = self._assigned()
        self.begun = opened_assigned(self._assigned(), as_named="okienko na końcu sali")
        typed = opened_assigned(self._assigned(), as_named=self.mark_of_audits)
        self.shopped = submit_audit(audit=typed, by=self.shopper, leave_unanswered=True)
        self.lapsed = opened_assigned(self._assigned(), as_named=self.mark_of_audits)
        long_ago = timezone.localdate() - datetime.timedelta(days=9)
        Assignment.objects.filter(audits=self.lapsed).update(first_day=long_ago, last_day=long_ago)
        quarter = periods.last_finished_quarter(timezone.localdate())
        self.figures = self._report(ReportKind.DEPARTMENT, None, quarter.first_day, quarter.last_day)
        self.batch = Batch.objects.create(
            department=self.department,
            period_start=quarter.first_day,
            period_end=quarter.last_day,
            requested_by=self.hr,
            requested_at=timezone.now(),
        )
        Report.objects.filter(pk=self.figures.pk).update(batch=self.batch)
        day = timezone.localdate(self.submitted.took_place_at)
        self.card = self._report(ReportKind.AUDIT, self.submitted, day, day)

    def _assigned(self) -> Assignment:
        return assigned(self.shopper, self.department, by=self.hr)

    def _asked(self, text: str) -> DataRequest:
        today = timezone.localdate()
        return file_request(by=self.hr, employee=self.asker, kind="access", text=text, received_on=today)

    def _submitted(self, **visit: Any) -> Audit:
        draft = opened_audit(self.auditor, self.department, **visit)
        return submit_audit(audit=draft, by=self.auditor, leave_unanswered=True)

    def _correction(self, by: User, **visit: Any) -> Audit:
        draft = propose_correction(audit=self._submitted(**visit), by=by, reason="Pomylone pytanie.")
        Answer.objects.filter(pk=draft.answers.filter(gate=None).first().pk).update(verdict="met", note="poprawka")
        return draft

    def _report(self, kind: str, audit: Audit | None, first: datetime.date, last: datetime.date) -> Report:
        report = Report(
            kind=kind,
            department=self.department,
            audit=audit,
            period_start=first,
            period_end=last,
            state=ReportState.DONE,
            requested_by=self.hr,
            requested_at=timezone.now(),
            finished_at=timezone.now(),
            as_of=timezone.now(),
            fingerprint="0" * 64,
        )
        shown = self.mark_of_audits if audit else "figures alone"
        report.file.save("report.pdf", ContentFile(f"%PDF-1.7 {shown}".encode()), save=False)
        report.file.storage.save(path_beside(report.file.name, "xlsx"), ContentFile(f"PK {shown}".encode()))
        report.save()
        return report
