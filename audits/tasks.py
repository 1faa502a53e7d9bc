"""What the worker runs. The one place that knows the queue's library: Django 6 brings its own."""

from django_tasks import task


@task()
def make_report(report_id: int) -> None:
    from audits import jobs

    jobs.run_report(report_id)
