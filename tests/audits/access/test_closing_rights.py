"""Who closes granules: HR of the whole office, and what the menu of each page knows of it in one query."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from audits import access
from audits.access.appointments import roles_and_closing
from audits.choices import Role
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db


def both(user) -> tuple[frozenset[str], bool]:
    """Asked apart."""
    return access.roles(user), access.closes_granules(user)


def test_hr_of_the_top_closes_and_nobody_else_does() -> None:
    top = DepartmentFactory()
    unit = DepartmentFactory(parent=top)
    hr = appointed(Role.HR, top)
    assert both(hr) == roles_and_closing(hr) == ({Role.HR}, True)
    for other in (appointed(Role.HR, unit), appointed(Role.HEAD, top), appointed(Role.ADMINISTRATOR, top)):
        assert both(other) == roles_and_closing(other)
        assert not access.closes_granules(other)
    assert roles_and_closing(AnonymousUser()) == roles_and_closing(UserFactory()) == (frozenset(), False)


def test_an_office_with_two_tops_is_closed_by_hr_of_both() -> None:
    first, second = DepartmentFactory(), DepartmentFactory()
    hr = appointed(Role.HR, first)
    AppointmentFactory(user=hr, role=Role.HEAD, department=second)
    assert both(hr) == roles_and_closing(hr) == ({Role.HR, Role.HEAD}, False)
    AppointmentFactory(user=hr, role=Role.HR, department=second)
    assert both(hr) == roles_and_closing(hr) == ({Role.HR, Role.HEAD}, True)


def test_an_appointment_that_ended_and_a_deactivated_account_close_nothing() -> None:
    top = DepartmentFactory()
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    ended = AppointmentFactory(user=UserFactory(), role=Role.HR, department=top, until=yesterday).user
    off = appointed(Role.HR, top, is_active=False)
    assert both(ended) == roles_and_closing(ended) == (frozenset(), False)
    assert both(off) == roles_and_closing(off) == (frozenset(), False)
