"""Stores a database of this version, full of data, for the versions to come: CONTRIBUTING.md, "A release".

The office is invented: the one in which tests/matrix tries every address, with a granule closed and supplemented.
"""

import datetime
import os
import sys
import tempfile
import tomllib
from pathlib import Path

import tests.environment  # noqa: F401 - before Django reads its settings
from tests.upgrade import databases

# What this office has nothing of: no version has left a closing, the log was never cut, nobody took a text back.
WITHOUT_ROWS = {"audits.Departure", "audits.LogCheckpoint"}


def fill() -> None:
    from django.utils import timezone

    from audits.choices import AccountChangeKind, Making, Role
    from audits.fieldwork import identify_employee, redact_note
    from audits.four_eyes.changes import propose_change
    from audits.four_eyes.hands import note_making
    from audits.models import Department, DraftDevice, HeadingMeaning, RetentionRule, ReviewedAppointment, RightsReview
    from audits.models.periods import last_finished_quarter
    from audits.office.departments import rename_department
    from audits.office.reorganisation import move_department
    from audits.reports.closings import close_granule, set_granule, supplement_closing
    from standards.choices import Method
    from standards.models import LineMeaning
    from tests.audits.factories import DepartmentFactory, appointed, employed
    from tests.audits.reports import makers
    from tests.matrix.building import build
    from tests.standards.factories import EditionFactory, PublicationFactory, WithdrawalFactory

    world = build()
    office, today = Department.objects.get(code="UPR"), timezone.localdate()
    hr = appointed(Role.HR, office)
    quarter = last_finished_quarter(today)
    units = [DepartmentFactory(code=f"UPR-{n}", name=f"Referat {n}", parent=office) for n in (1, 2)]
    people = {unit.pk: [employed(unit) for _ in range(count)] for unit, count in zip(units, (12, 2), strict=True)}
    crowd = makers.Office(world.published, office, units, people, appointed(Role.AUDITOR, office))

    def visited(first: int, last: int) -> None:
        for unit in units:
            for number, person in enumerate(people[unit.pk][first:last]):
                verdict = ("met", "not_met", "partly")[number % 3]
                at = quarter.start + datetime.timedelta(days=number + 1)
                makers.submit(crowd, unit, method=Method.MYSTERY, employee=person, took_place_at=at, verdict=verdict)

    visited(0, 6)
    closing = close_granule(method=Method.MYSTERY, first_day=quarter.first_day, last_day=quarter.last_day, by=hr)
    visited(6, 12)
    assert supplement_closing(closing=closing, by=hr) is not None
    set_granule(method=Method.DOCUMENTS, year=today.year + 1, length="half_year", by=hr)
    rename_department(department=units[0], code="UPR-C", name="Centrum Mieszkańca", since=today)
    move_department(department=units[1], parent=units[0], since=today)
    side = world.inside
    identify_employee(audit=side.shopped, employee=side.person, by=side.hr)
    row = side.submitted.answers.order_by("position").values_list("recommendation", flat=True)[0]
    side.submitted.answers.filter(recommendation=row).update(note="Pani Zofia Klientka czekała.")
    redact_note(audit=side.submitted, by=side.hr, recommendation_id=row, passage="Zofia Klientka", reason="Klientka.")
    DraftDevice.objects.create(audit=side.draft, device=side.draft.uuid, seq=1, seen_at=timezone.now())
    RetentionRule.objects.get(data_class="audits").save()
    LineMeaning.objects.create(pattern="1)", role="point")
    HeadingMeaning.objects.create(key="nr ewid.", column="number")
    withdrawn = PublicationFactory(edition=EditionFactory(code="wycofane")).edition
    WithdrawalFactory(edition=withdrawn)
    review = RightsReview.objects.create(day=today, by=hr, at=timezone.now())
    note_making(account=hr, by=appointed(Role.ADMINISTRATOR, office), how=Making.MADE)
    propose_change(account=hr, kind=AccountChangeKind.ADDRESS, value="nowy@example.org", by=hr.makings.get().by)
    ReviewedAppointment.objects.create(review=review, appointment=hr.appointments.get(), decision="left", remarks="")


def main() -> None:
    version = tomllib.loads((databases.ROOT / "pyproject.toml").read_text())["project"]["version"]
    usual = os.environ["DATABASE_URL"]
    with tempfile.TemporaryDirectory() as folder, databases.scratch(usual, Path(folder)) as address:
        os.environ["DATABASE_URL"] = address
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
        import django

        django.setup()
        from django.apps import apps
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connection

        from tests.signing_in import as_by_the_login_page

        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        settings.ALLOWED_HOSTS.append("testserver")
        call_command("migrate", verbosity=0)
        with as_by_the_login_page():
            fill()
        empty = {
            model._meta.label
            for app in ("audits", "standards")
            for model in apps.get_app_config(app).get_models()
            if not model._default_manager.exists()
        }
        connection.close()
        if unexpected := empty ^ WITHOUT_ROWS:
            sys.exit(f"With and without rows otherwise than said above: {', '.join(sorted(unexpected))}")
        databases.file_of(version, address).write_text(databases.dump(address), encoding="utf-8")


if __name__ == "__main__":
    main()
