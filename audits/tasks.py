"""What the worker runs. The one place that knows the queue's library: Django 6 brings its own."""

from django_tasks import task


@task()
def make_report(report_id: int) -> None:
    from audits import jobs

    jobs.run_report(report_id)


@task()
def mail_reset_link(email: str, portal: str) -> None:
    from audits.signin import password_reset

    password_reset.mail_link(email=email, portal=portal)


@task()
def mail_invitation(invitation_id: int, portal: str) -> None:
    from audits.signin import invitations

    invitations.mail(invitation_id=invitation_id, portal=portal)
