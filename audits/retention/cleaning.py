"""What only waits to be forgotten, cleaned up once an hour by a worker: nothing that an office would look for again."""

import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from audits.choices import ReportKind, ReportLevel, WithdrawnBecause
from audits.four_eyes import waiting
from audits.models import Letter, Report
from audits.models.reports import ANSWERS_KEPT_FOR, delete_withdrawn_files, withdraw_reports
from audits.retention.applying import delete_uploads

DAY = datetime.timedelta(days=1)
JOBS_KEPT_FOR = datetime.timedelta(days=14)
LETTERS_KEPT_FOR = datetime.timedelta(days=30)
# What the office's officer asks about beside the classes that have a rule.
KEPT_FOR = (
    (_("jobs that are done"), JOBS_KEPT_FOR),
    (_("letters that were sent or have failed"), LETTERS_KEPT_FOR),
)


def clean_up(*, now: datetime.datetime | None = None) -> dict[str, int]:
    """How many of each were taken away."""
    at = now or timezone.now()
    sessions, _models = Session.objects.filter(expire_date__lt=at).delete()
    forgotten, _models = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    jobs, _models = DBTaskResult.objects.finished().filter(finished_at__lt=at - JOBS_KEPT_FOR).delete()
    letters, _models = Letter.objects.filter(finished_at__lt=at - LETTERS_KEPT_FOR).delete()
    answers = Report.objects.filter(
        kind=ReportKind.ANSWERS, level=ReportLevel.FULL, finished_at__lt=at - ANSWERS_KEPT_FOR
    )
    expired = waiting.expire(now=at)
    withdraw_reports(answers, because=WithdrawnBecause.RETENTION, now=at)
    return {
        "sessions": sessions,
        "traces of sessions": forgotten,
        "jobs": jobs,
        "letters": letters,
        "uploaded files": delete_uploads(now=now),
        "proposals": len(expired),
        "files of withdrawn reports": delete_withdrawn_files(now=now),
    }
