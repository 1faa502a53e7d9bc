"""The same draft asked for several times at once: one is made, and everybody is led to it or told why not."""

import datetime

import pytest
from django.db import connection
from django.urls import reverse

from audits.choices import Role
from audits.models import User
from standards.models import Edition
from standards.publishing.publishing import publish
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.standards.at_once import sent_at_once
from tests.standards.factories import sound_draft

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


def drafted_at_once(people: list[User], published: Edition) -> list[tuple[int, str]]:
    address = reverse("admin:standards_edition_draft", args=[published.pk])
    return sent_at_once(people, address, {"code": "2-2026", "title": "Nowe standardy"})


@pytest.fixture
def published() -> Edition:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: it cannot happen there")
    edition = sound_draft("1-2026")
    day = datetime.date(2026, 1, 1)
    publish(edition=edition, legal_basis="Zarządzenie nr 1/2026", effective_from=day, by=UserFactory())
    return edition


def test_six_posts_of_one_person_make_one_draft_and_all_lead_to_it(published: Edition):
    editor = appointed(Role.STANDARDS_EDITOR, DepartmentFactory())
    answers = drafted_at_once([editor] * 6, published)
    made = Edition.objects.get(code="2-2026")
    assert answers == [(302, reverse("admin:standards_edition_change", args=[made.pk]))] * 6


def test_of_six_people_one_makes_it_and_five_are_told_that_the_code_is_taken(published: Edition):
    office = DepartmentFactory()
    answers = drafted_at_once([appointed(Role.STANDARDS_EDITOR, office) for _ in range(6)], published)
    assert sorted(status for status, _target in answers) == [302, 422, 422, 422, 422, 422]
    assert Edition.objects.filter(code="2-2026").count() == 1
