"""Telling people that audits are made, before any is made of them; and auditors what they take on."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import Audience
from audits.models import Acknowledgement, Department, Employment, Notice, Told, User, on_day
from standards.refusals import Refused
from standards.wording.intake import clean

# Between the day on which people are told and the first audit that may name them.
AHEAD = datetime.timedelta(days=14)
AT_ONCE = 1000


@transaction.atomic
def record_notice(
    *,
    by: User,
    audience: str,
    title: str,
    text: str,
    link: str,
    given_on: datetime.date,
    takes_effect_on: datetime.date,
    now: datetime.datetime | None = None,
) -> Notice:
    """Keep a notice as it was given; to the staff at least 14 days before it takes effect. Raises Refused."""
    if not access.keeps_notices(by):
        raise Refused(_("You cannot record notices."))
    if audience == Audience.STAFF and takes_effect_on < given_on + AHEAD:
        raise Refused(
            _("People are told at least 14 days before: the earliest day is %(day)s.")
            % {"day": (given_on + AHEAD).strftime("%d.%m.%Y")},
            "takes_effect_on",
        )
    if takes_effect_on < given_on:
        raise Refused(_("A notice cannot take effect before it was given."), "takes_effect_on")
    return Notice.objects.create(
        audience=audience,
        title=title,
        text=clean(text, forgiving=True).text.strip(),
        link=link,
        given_on=given_on,
        takes_effect_on=takes_effect_on,
        recorded_by=by,
        recorded_at=now or timezone.now(),
    )


def in_department(department: Department, day: datetime.date) -> Q:
    """People who work in the department or below it on that day, or have been taken on there for later."""
    places = Department.objects.under(department, day)
    here = Employment.objects.filter(employee=OuterRef("pk"), department__in=places.values("pk"))
    return Q(Exists(here.filter(Q(until__isnull=True) | Q(until__gt=day))))


@transaction.atomic
def mark_told(
    *,
    notice: Notice,
    by: User,
    told_on: datetime.date,
    how: str,
    department: Department | None = None,
    numbers: frozenset[str] = frozenset(),
    now: datetime.datetime | None = None,
) -> int:
    """Record that everybody of a department, or everybody of these personnel numbers, was told; how many were new.

    Who was told of this notice before stays as recorded. Raises Refused.
    """
    now = now or timezone.now()
    if notice.audience != Audience.STAFF:
        raise Refused(_("This notice is for auditors: they acknowledge it themselves."))
    if not notice.given_on <= told_on <= timezone.localdate(now):
        raise Refused(_("Nobody was told before the notice was given, nor in the future."), "told_on")
    people = access.employees_to_tell(by)
    if department is not None:
        people = people.filter(in_department(department, timezone.localdate(now)))
    else:
        people = people.filter(number__in=numbers)
        if unknown := numbers - set(people.values_list("number", flat=True)):
            shown = ", ".join(sorted(unknown)[:10])
            raise Refused(
                _("Nobody of your departments has these personnel numbers: %(numbers)s.") % {"numbers": shown},
                "numbers",
            )
    # One bulk act at a time, so that the same person is not marked twice.
    Notice.objects.select_for_update().get(pk=notice.pk)
    told = Told.objects.filter(notice=notice, employee=OuterRef("pk"), withdrawn_at__isnull=True)
    at_work = Employment.objects.filter(on_day(told_on), employee=OuterRef("pk"), since__lt=told_on)
    new = people.exclude(Exists(told)).annotate(worked=Exists(at_work)).order_by("pk").distinct()
    rows = [
        Told(
            notice=notice,
            employee=person,
            told_on=told_on,
            counts_from=counts_from(notice, told_on, worked=person.worked),
            how=how,
            recorded_by=by,
            recorded_at=now,
        )
        for person in new
    ]
    Told.objects.bulk_create(rows, batch_size=AT_ONCE)
    return len(rows)


def counts_from(notice: Notice, told_on: datetime.date, *, worked: bool) -> datetime.date:
    """The first day on which an audit may name somebody told on that day.

    Whoever starts is told before they start, so that it holds at once; whoever worked already is told 14 days ahead.
    """
    return max(notice.takes_effect_on, told_on + AHEAD if worked else told_on)


@transaction.atomic
def withdraw_told(*, told: Told, by: User, now: datetime.datetime | None = None) -> Told:
    """Take back what was marked by mistake: from now on no audit names this person on the strength of it."""
    locked = Told.objects.select_for_update().get(pk=told.pk)
    if not access.employees_to_tell(by).filter(pk=locked.employee_id).exists():
        raise Refused(_("This person is not of your departments."))
    if locked.withdrawn_at is None:
        locked.withdrawn_by, locked.withdrawn_at = by, now or timezone.now()
        locked.save(update_fields=["withdrawn_by", "withdrawn_at"])
    return locked


def acknowledge(*, notice: Notice, by: User, now: datetime.datetime | None = None) -> Acknowledgement:
    """Record that an auditor has read the notice to auditors; once."""
    if not access.notices_of_auditor(by).filter(pk=notice.pk).exists():
        raise Refused(_("This notice is not yours to acknowledge."))
    try:
        with transaction.atomic():
            return Acknowledgement.objects.create(notice=notice, user=by, at=now or timezone.now())
    except IntegrityError:
        return Acknowledgement.objects.get(notice=notice, user=by)
