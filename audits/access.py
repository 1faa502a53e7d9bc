"""Who may see and do what: the one place that answers, for views, admin and jobs alike.

Every answer is a queryset filter or an EXISTS over appointments that hold today, so that the end of an
appointment takes effect on the next request and nothing grows with the number of rows a person may see.
"""

import datetime
from collections.abc import Callable
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from audits.choices import FINISHED, AccessGround, Audience, AuditStatus, ReportKind, RightsKind, Role
from audits.models import (
    AccessRecord,
    Acknowledgement,
    Annulment,
    Appointment,
    Assignment,
    Audit,
    Department,
    Employee,
    Employment,
    Notice,
    Purpose,
    Report,
    RightsRequest,
    User,
    on_day,
    told_on,
    was_released,
)
from audits.models.reports import fixed_period


def roles(user: Any, day: datetime.date | None = None) -> frozenset[str]:
    """The roles that the account holds anywhere in the office on that day (today unless told)."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    held = Appointment.objects.held_on(day or timezone.localdate()).filter(user_id=user.pk)
    return frozenset(held.order_by().values_list("role", flat=True).distinct())


def _over(user: Any, department: Any, *wanted: str) -> Exists:
    """EXISTS an appointment in one of these roles, held today, over that department or one above it."""
    today = timezone.localdate()
    return Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user.pk, user__is_active=True, role__in=wanted)
        .filter(
            on_day(today, "department__descendants__"),
            department__descendants__descendant=department,
        )
        .order_by()
    )


def departments_of(user: Any, *wanted: str) -> Any:
    """Departments over which the account holds one of these roles today."""
    return Department.objects.filter(_over(user, OuterRef("pk"), *wanted))


def departments_to_audit(user: Any, day: datetime.date) -> Any:
    """Departments, open on that day, in which the account may open an audit."""
    return departments_of(user, Role.AUDITOR).open_on(day)


def _head_of(user: Any, department: Any) -> Exists:
    """EXISTS an appointment as the head of that very department, held today."""
    return Exists(
        Appointment.objects.held_on(timezone.localdate())
        .filter(user_id=user.pk, user__is_active=True, role=Role.HEAD, department=department)
        .order_by()
    )


def departments_to_report(user: Any) -> Any:
    """Departments whose report the account may ask for: HR's with all below them, a head's own.

    A head has no reports of single units below: the department's figures less those of its other units
    would be a small unit's, which the department's report hides.
    """
    return Department.objects.filter(Q(_over(user, OuterRef("pk"), Role.HR)) | Q(_head_of(user, OuterRef("pk"))))


def employees_at_work(user: Any, department: Department, day: datetime.date) -> Any:
    """People employed in the department or below it on that day, without the account's own person.

    Empty unless the account is an auditor over the department.
    """
    return (
        Employee.objects.employed_under(department, day)
        .filter(is_active=True)
        .exclude(user_id=user.pk)
        .filter(_over(user, department.pk, Role.AUDITOR))
    )


def employees_to_audit(user: Any, department: Department, day: datetime.date) -> Any:
    """Of those, whom an audit of that day may name: they were told beforehand that audits are made."""
    return employees_at_work(user, department, day).filter(told_on(day))


def audits_visible_to(user: Any) -> Any:
    """An auditor's own audits; for HR, the finished ones of the departments that they hold.

    Nobody else sees one person's audit. A draft is its auditor's alone, a discarded one nobody's. What a mystery
    shopper made for an assignment they never see again, whatever else they are.
    """
    finished = Q(status__in=FINISHED)
    mine = Q(auditor_id=user.pk) & Q(
        Exists(Appointment.objects.held_on(timezone.localdate()).filter(user_id=user.pk, role=Role.AUDITOR))
    )
    return (
        Audit.objects.exclude(status=AuditStatus.DISCARDED)
        .exclude(assignment__isnull=False, auditor_id=user.pk)
        .filter(mine | ((finished | filled_by(user)) & Q(_over(user, OuterRef("department"), Role.HR))))
        # A correction that somebody else is still drafting is theirs alone.
        .exclude(Q(status=AuditStatus.DRAFT) & ~filled_by(user))
        # Nobody reads, as HR, what was recorded about themselves.
        .exclude(Q(employee__user_id=user.pk) & ~Q(auditor_id=user.pk))
    )


def drafts_of(user: Any) -> Any:
    """Drafts that the account may fill: its own, in departments over which it is still an auditor.

    A mystery shopper's, while its assignment is open to them. A correction's draft is that of whoever proposes it: the
    auditor, or HR, but not about themselves.
    """
    as_auditor = Q(assignment__isnull=True, auditor_id=user.pk) & Q(_over(user, OuterRef("department"), Role.AUDITOR))
    as_shopper = Q(corrects__isnull=True) & Q(Exists(assignments_to_fill(user).filter(pk=OuterRef("assignment"))))
    as_hr = Q(corrects__isnull=False) & Q(_over(user, OuterRef("department"), Role.HR))
    return (
        Audit.objects.drafts()
        .filter(filled_by(user))
        .filter(as_auditor | as_shopper | as_hr)
        .exclude(Q(corrects__employee__user_id=user.pk) & ~Q(auditor_id=user.pk))
    )


def filled_by(user: Any) -> Q:
    """Audits whose checklist this account fills, or filled: of a correction, its proposer."""
    return Q(corrects__isnull=True, auditor_id=user.pk) | Q(correction__proposed_by_id=user.pk)


def finished_by(user: Any) -> Any:
    """Finished audits which the account may be told that it has submitted; their content is another question."""
    seen = Exists(audits_visible_to(user).filter(pk=OuterRef("pk")))
    as_shopper = Exists(assignments_of(user).filter(pk=OuterRef("assignment")))
    return Audit.objects.filter(filled_by(user), Q(seen) | Q(as_shopper), status__in=FINISHED)


def assignments_of(user: Any, now: datetime.datetime | None = None) -> Any:
    """A mystery shopper's own assignments, from their first day until shortly after the last, submitted ones too."""
    return Assignment.objects.open_at(now or timezone.now()).filter(
        _over(user, OuterRef("department"), Role.SHOPPER), shopper_id=user.pk
    )


def assignments_to_fill(user: Any, now: datetime.datetime | None = None) -> Any:
    """Those of a mystery shopper's own assignments whose audit is still to be submitted."""
    return assignments_of(user, now).unsubmitted()


def assignments_visible_to(user: Any) -> Any:
    """For HR, every assignment in the departments that they hold."""
    return Assignment.objects.filter(_over(user, OuterRef("department"), Role.HR))


def departments_to_assign(user: Any) -> Any:
    """Departments, open today, to which the account may send mystery shoppers."""
    return departments_of(user, Role.HR).open_on(timezone.localdate())


def shoppers_for(user: Any) -> Any:
    """Accounts, not one's own, that are or will be mystery shoppers over any department the account may send to."""
    today = timezone.localdate()
    appointed = Appointment.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today),
        on_day(today, "department__descendants__"),
        user=OuterRef("pk"),
        role=Role.SHOPPER,
        department__descendants__descendant__in=departments_to_assign(user),
    )
    return User.objects.filter(Exists(appointed), is_active=True).exclude(pk=user.pk)


def is_shopper_of(shopper: User, department: Department, day: datetime.date) -> bool:
    """Whether the account is a mystery shopper over that department on that day, in today's structure."""
    held = Appointment.objects.held_on(day).filter(
        on_day(timezone.localdate(), "department__descendants__"),
        user=shopper,
        user__is_active=True,
        role=Role.SHOPPER,
        department__descendants__descendant=department,
    )
    found: bool = held.exists()
    return found


def is_employed_under(user: Any, department: Department, first_day: datetime.date, last_day: datetime.date) -> bool:
    """Whether the account's person works in the department or below it on any of these days."""
    below = Department.objects.under(department, first_day) | Department.objects.under(department, last_day)
    found: bool = (
        Employment.objects.filter(employee__user_id=user.pk, department__in=below, since__lte=last_day)
        .filter(Q(until__isnull=True) | Q(until__gt=first_day))
        .exists()
    )
    return found


def audits_to_annul(user: Any) -> Any:
    """Submitted audits, not replaced by a correction, whose annulment the account may propose or decide."""
    return audits_visible_to(user).counted().filter(_over(user, OuterRef("department"), Role.HR))


def audits_to_correct(user: Any) -> Any:
    """Audits that count, of which the account may propose a correction: their auditor's, and HR's over them."""
    return (
        audits_visible_to(user)
        .counted()
        .filter(
            Q(auditor_id=user.pk) & Q(_over(user, OuterRef("department"), Role.AUDITOR))
            | Q(_over(user, OuterRef("department"), Role.HR))
        )
    )


def corrections_to_decide(user: Any) -> Any:
    """Proposed corrections for HR over the department: neither who proposed one, nor its auditor, nor the assessed."""
    return (
        audits_visible_to(user)
        .filter(_over(user, OuterRef("department"), Role.HR), status=AuditStatus.PROPOSED)
        .exclude(Q(auditor_id=user.pk) | Q(correction__proposed_by_id=user.pk))
        .exclude(corrects__employee__user_id=user.pk)
    )


def employees_to_name(user: Any, draft: Audit, day: datetime.date) -> Any:
    """Whom a correction's draft may name: people employed there on that day, but for its proposer and its auditor."""
    return (
        Employee.objects.employed_under(draft.department, day)
        .exclude(user_id=user.pk)
        .exclude(user_id=draft.auditor_id)
        .filter(Exists(drafts_of(user).filter(pk=draft.pk)))
    )


def audits_held_by_hr(user: Any) -> Any:
    """Finished audits of the departments that the account holds as HR, but for those about themselves."""
    return audits_visible_to(user).filter(_over(user, OuterRef("department"), Role.HR), status__in=FINISHED)


def audits_to_identify(user: Any) -> Any:
    """Mystery shoppers' submitted audits of which the account may say whom they are about: HR's, with a clue."""
    return audits_to_annul(user).filter(assignment__isnull=False, superseded_by=None).exclude(as_named="")


def candidates_for(user: Any, audit: Audit) -> Any:
    """Whom a mystery shopper's audit can be about: people who worked there on its day and had been told of the audits
    by then, but for the account's own person and the shopper's."""
    day = timezone.localdate(audit.took_place_at)
    return (
        Employee.objects.employed_under(audit.department, day)
        .exclude(user_id=user.pk)
        .exclude(user_id=audit.auditor_id)
        .filter(told_on(day), _over(user, audit.department_id, Role.HR))
    )


def audits_to_redact(user: Any) -> Any:
    """Finished audits whose notes the account may redact: HR's, but for those that they made themselves."""
    return (
        audits_visible_to(user)
        .filter(_over(user, OuterRef("department"), Role.HR))
        .exclude(status=AuditStatus.DRAFT)
        .exclude(auditor_id=user.pk)
    )


def audits_to_release(user: Any) -> Any:
    """Final audits about people, not shown to them yet, of the departments that the account holds as HR.

    Final is what is submitted, not replaced by a correction, and under no proposal to annul it.
    """
    proposed = Annulment.objects.filter(audit=OuterRef("pk"), approved__isnull=True)
    return (
        audits_visible_to(user)
        .counted()
        .filter(_over(user, OuterRef("department"), Role.HR), employee__isnull=False)
        .exclude(Exists(proposed))
        .exclude(was_released())
    )


def own_released_audits(user: Any) -> Any:
    """Audits about the person whose account this is, once they were released; annulled ones too."""
    return Audit.objects.filter(was_released(), employee__user_id=user.pk)


def reports_visible_to(user: Any) -> Any:
    """Departments' reports for HR over the department and for its head; an audit's card for whoever sees the audit.

    Heads, who may not see single audits, see fixed periods only: of two free ones the difference could be one audit.
    """
    over_department = Q(_over(user, OuterRef("department"), Role.HR)) | (
        Q(_head_of(user, OuterRef("department"))) & fixed_period()
    )
    return Report.objects.filter(
        Q(kind=ReportKind.DEPARTMENT) & over_department
        | Q(kind=ReportKind.AUDIT) & Q(Exists(audits_visible_to(user).filter(pk=OuterRef("audit"))))
    )


def access_log_visible_to(user: Any) -> Any:
    """For the data protection officer: readings of audits of the departments that they hold.

    Readings that are of no single audit are for whoever holds the top of the office.
    """
    today = timezone.localdate()
    over_the_top = Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user.pk, user__is_active=True, role=Role.DPO, department__parent=None)
        .order_by()
    )
    return AccessRecord.objects.filter(
        Q(audit=None) & Q(over_the_top)
        | Q(audit__isnull=False) & Q(_over(user, OuterRef("audit__department"), Role.DPO))
    )


def readings_about(user: Any) -> Any:
    """Who read audits of the person whose account this is, without the auditors of those audits.

    They know them from their own work; the moment at which they look at one would tell a mystery shopper's visit.
    """
    unnamed_then = Q(employee=None, audit__employee__user_id=user.pk)
    return AccessRecord.objects.filter(Q(employee__user_id=user.pk) | unnamed_then).exclude(
        ground=AccessGround.OWN_WORK
    )


def departments_of_rights(user: Any) -> Any:
    """Departments of which the account may read who holds what: all for administrators, for HR and the data
    protection officer those that they hold. Only administrators grant and end, and see whole accounts.
    """
    return Department.objects.all() if is_administrator(user) else departments_of(user, Role.HR, Role.DPO)


def employees_to_tell(user: Any) -> Any:
    """People whom the account may mark as told of the audits: HR's, now or soon, and for administrators all."""
    today = timezone.localdate()
    theirs = Employment.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today),
        _over(user, OuterRef("department"), Role.HR),
        employee=OuterRef("pk"),
    )
    everybody = Employee.objects.filter(is_active=True)
    return everybody if is_administrator(user) else everybody.filter(Exists(theirs))


def employees_of_hr(user: Any) -> Any:
    """People who work, or worked, in departments that the account holds as HR; never its own person."""
    theirs = Employment.objects.filter(_over(user, OuterRef("department"), Role.HR), employee=OuterRef("pk"))
    return Employee.objects.filter(Exists(theirs)).exclude(user_id=user.pk)


def rights_requests_to_answer(user: Any) -> Any:
    """Requests of people whose department the account holds as HR; nobody answers their own."""
    return RightsRequest.objects.filter(_over(user, OuterRef("department"), Role.HR)).exclude(employee__user_id=user.pk)


def audits_held_about(user: Any, request: RightsRequest) -> Any:
    """What HR gives in answer to a request for access: all finished audits about that person not shown to them yet.

    In every department, annulled or not: the office holds them, and one of HR answers for it.
    """
    finished = (AuditStatus.SUBMITTED, AuditStatus.ANNULLED)
    asked = rights_requests_to_answer(user).filter(pk=request.pk, kind=RightsKind.ACCESS, answered_at__isnull=True)
    answering = asked.filter(employee=OuterRef("employee"))
    return Audit.objects.filter(Exists(answering), status__in=finished).exclude(was_released())


def own_rights_requests(user: Any) -> Any:
    return RightsRequest.objects.filter(employee__user_id=user.pk)


def notices_to_acknowledge(user: Any) -> Any:
    """Notices to auditors in effect that the account, an auditor or shopper today, has not acknowledged."""
    today = timezone.localdate()
    audits = Appointment.objects.held_on(today).filter(user_id=user.pk, role__in=(Role.AUDITOR, Role.SHOPPER))
    done = Acknowledgement.objects.filter(notice=OuterRef("pk"), user_id=user.pk)
    return Notice.objects.filter(
        Q(Exists(audits.order_by())), ~Q(Exists(done)), audience=Audience.AUDITORS, takes_effect_on__lte=today
    )


def notices_of_auditor(user: Any) -> Any:
    """Notices to auditors that the account acknowledges, or has acknowledged before."""
    done = Acknowledgement.objects.filter(notice=OuterRef("pk"), user_id=user.pk)
    return notices_to_acknowledge(user) | Notice.objects.filter(Exists(done), audience=Audience.AUDITORS)


def is_own(user: Any, employee: Employee | None) -> bool:
    return employee is not None and employee.user_id is not None and employee.user_id == user.pk


def is_administrator(user: Any) -> bool:
    """May open the administration: accounts, office, standards; never results."""
    return bool(user.is_active and (user.is_superuser or Role.ADMINISTRATOR in roles(user)))


def keeps_notices(user: Any) -> bool:
    """May record notices and who was told of them."""
    return Role.HR in roles(user) or is_administrator(user)


def edits_standards(user: Any) -> bool:
    """May draft, edit and publish editions, and say how they are judged."""
    return bool(user.is_active and (user.is_superuser or roles(user) & {Role.STANDARDS_EDITOR, Role.ADMINISTRATOR}))


# They see people's results, who read them, or run the portal.
ROLES_WITH_SECOND_FACTOR = (Role.HR, Role.ADMINISTRATOR, Role.DPO, Role.STANDARDS_EDITOR, Role.SHOPPER)


def _with_factors(users: Any) -> Any:
    """Accounts with what is asked about them at every request, read in the same query."""
    held = Appointment.objects.held_on(timezone.localdate()).filter(
        user_id=OuterRef("pk"), role__in=ROLES_WITH_SECOND_FACTOR
    )
    factors = Authenticator.objects.filter(user_id=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return users.annotate(
        must_have_factor=Q(is_superuser=True) | Q(Exists(held.order_by())), has_factor=Exists(factors)
    )


def must_have_second_factor(user: Any) -> bool:
    asked = user if hasattr(user, "must_have_factor") else _with_factors(User.objects).get(pk=user.pk)
    return bool(settings.MFA_REQUIRED and asked.must_have_factor)


def lacks_required_factor(user: Any) -> bool:
    """Whether the account must have a second factor and has none: until it has, nothing is open to it."""
    if not settings.MFA_REQUIRED or not user.is_authenticated:
        return False
    asked = user if hasattr(user, "must_have_factor") else _with_factors(User.objects).get(pk=user.pk)
    return bool(asked.must_have_factor and not asked.has_factor)


class AppointmentBackend(AuthenticationBackend):
    """Signs in by password with the user name or e-mail address; permissions come from appointments alone."""

    def get_user(self, user_id: int) -> User | None:
        user = _with_factors(User.objects).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    _OF_ADMINISTRATOR = frozenset(
        f"audits.{action}_{model._meta.model_name}"
        for model in (User, Department, Employee, Employment, Appointment, Purpose)
        for action in ("view", "add", "change")
    ) | {
        "audits.view_ancestry",
        "audits.view_retentionrule",
        "audits.change_retentionrule",
        "audits.view_legalhold",
        "audits.add_legalhold",
        "audits.change_legalhold",
        "audits.view_retentionprotocol",
    }

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm.startswith("standards."):
            return self._holds(user_obj, edits_standards)
        return perm in self._OF_ADMINISTRATOR and self._holds(user_obj, is_administrator)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        if app_label == "standards":
            return self._holds(user_obj, edits_standards)
        return app_label == "audits" and self._holds(user_obj, is_administrator)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set(self._OF_ADMINISTRATOR) if self._holds(user_obj, is_administrator) else set()

    def _holds(self, user_obj: Any, guard: Callable[[Any], bool]) -> bool:
        # One page of the administration asks dozens of times; an account's object lives for one request.
        answers = user_obj.__dict__.setdefault("_guards_answered", {})
        if guard.__name__ not in answers:
            answers[guard.__name__] = guard(user_obj)
        return bool(answers[guard.__name__])


def roles_in(request: HttpRequest) -> frozenset[str]:
    """The roles that whoever asks holds today, read once a request."""
    if not hasattr(request, "_roles_held"):
        request._roles_held = roles(request.user)  # type: ignore[attr-defined]
    held: frozenset[str] = request._roles_held  # type: ignore[attr-defined]
    return held


def permissions_of_request(request: HttpRequest) -> dict[str, Any]:
    """For the menu: `roles` held today, read only where a template asks."""
    return {"roles": SimpleLazyObject(lambda: roles_in(request)) if hasattr(request, "user") else frozenset()}
