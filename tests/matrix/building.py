"""Builds the world in which every address is tried; every request leaves it as it was found."""

import datetime
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from audits.choices import Role
from audits.letters import write_letter
from audits.models import Acknowledgement, Closing, LegalHold, RetentionProtocol, RetentionRule, RightsReview
from audits.models.reports import path_beside
from audits.signin import invitations
from standards.models import Recommendation
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    notice,
    passkey,
    purpose,
)
from tests.matrix import refusals
from tests.matrix.actors import accounts, browsers
from tests.matrix.sides import TYPED, Side
from tests.matrix.world import TO_AUDITORS, World
from tests.standards.factories import load_part_of_2016, recommendation_of, sound_draft


def build() -> World:
    published, unpublished = load_part_of_2016(), sound_draft()
    office = DepartmentFactory(code="UPR", name="Urząd Próbny")
    inside = DepartmentFactory(code="UPR-W", name="Wydział Wewnętrzny", parent=office)
    elsewhere = DepartmentFactory(code="UPR-Z", name="Wydział Zewnętrzny", parent=office)
    users = accounts(office, inside, elsewhere)
    sides = (
        Side(
            "wewnetrzne",
            inside,
            users["auditor"],
            users["hr"],
            employed(inside, last_name=f"{TYPED}-Wewnętrzna", user=users["assessed"]),
            users["shopper"],
        ),
        Side(
            "zewnetrzne",
            elsewhere,
            users["auditor_there"],
            users["hr_there"],
            employed(elsewhere, last_name=f"{TYPED}-Zewnętrzna"),
            appointed(Role.SHOPPER, elsewhere),
        ),
    )
    for side in sides:
        side.fill()
    to_auditors = notice(**TO_AUDITORS)
    for name in ("auditor", "colleague", "shopper", "auditor_there"):
        Acknowledgement.objects.create(notice=to_auditors, user=users[name], at=timezone.now())
    text: Recommendation = recommendation_of(unpublished, "2.1")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    administered = {
        "a_user": UserFactory().pk,
        "an_employee": sides[0].person.pk,
        "a_department": inside.pk,
        "an_appointment": AppointmentFactory(department=inside, since=tomorrow).pk,
        "an_edition": unpublished.pk,
        "a_published_edition": published.pk,
        "an_area": text.standard.area_id,
        "a_standard": text.standard_id,
        "a_recommendation": text.pk,
        "an_occasion": unpublished.occasions.get().pk,
        "an_assessability": text.assessability.pk,
        "a_publication": published.publication.pk,
        "a_purpose": purpose().pk,
        "a_passkey": passkey(users["administrator"]).pk,
        "a_rule": RetentionRule.objects.get_or_create(data_class="audits", defaults={"years": 5})[0].pk,
        "a_hold": LegalHold.objects.create(
            department=inside, reason="Postępowanie.", placed_by=users["administrator"], placed_at=timezone.now()
        ).pk,
        "a_letter": write_letter(kind="totp_activated", user=users["auditor"]).pk,
        "a_protocol": RetentionProtocol.objects.create(
            data_class="reports",
            years=5,
            before=timezone.localdate(),
            held=0,
            waiting=0,
            by=users["administrator"],
            at=timezone.now(),
        ).pk,
    }
    Closing.objects.create(
        method="mystery",
        first_day=datetime.date(2020, 1, 1),
        last_day=datetime.date(2020, 3, 31),
        closed_by=users["hr"],
        closed_at=timezone.now(),
        tree=[],
    )
    reviewed = RightsReview.objects.create(day=timezone.localdate(), by=users["administrator"], at=timezone.now())
    invited = UserFactory(username="zaproszona")
    invited.set_unusable_password()
    invited.save()
    invitation = invitations.invite(user=invited, by=users["administrator"], portal="https://portal.example.org/")
    return World(browsers(users), *sides, published, unpublished, administered, reviewed, invitation)


@contextmanager
def built() -> Iterator[World]:
    """A world that is gone afterwards, without a line in the log for each refusal that is tried in it."""
    # Who gets the file matters here; tests/standards/comparing has it typeset, a second each time.
    untypeset = mock.patch("standards.comparing.views.comparison_pdf", return_value=b"%PDF-1.7")
    with transaction.atomic(), untypeset, refusals.remembered():
        ContentType.objects.clear_cache()
        made = build()
        logging.disable(logging.CRITICAL)
        try:
            yield made
        finally:
            logging.disable(logging.NOTSET)
            for side in (made.inside, made.elsewhere):
                for report in (side.figures, side.card):
                    report.file.storage.delete(path_beside(report.file.name, "xlsx"))
                    report.file.delete(save=False)
            transaction.set_rollback(True)
    ContentType.objects.clear_cache()
