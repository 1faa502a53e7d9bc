"""Who is a second pair of eyes: never the one who proposed, nor an account of the same hand, directly or in chain."""

import pytest

from audits.access_log import log
from audits.choices import Confirmation, Making, Role
from audits.four_eyes.hands import Hands, check_one_administrator, note_making
from audits.models import AccessRecord, User
from tests.audits.factories import AppointmentFactory, UserFactory

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]


def made(by: User, how: Making = Making.MADE) -> User:
    account = UserFactory()
    note_making(account=account, by=by, how=how)
    return account


def may_confirm(by: User, proposed_by: User | None, account: User) -> bool:
    asked = {"by": by, "proposed_by": proposed_by.pk if proposed_by else None, "account": account.pk}
    return Hands().why_not(**asked) == ""


def test_another_administrator_may_and_whoever_proposed_it_or_gets_it_may_not(first, second):
    somebody = UserFactory()
    assert may_confirm(second, first, somebody)
    assert not may_confirm(first, first, somebody)
    assert not may_confirm(second, first, second)
    assert not may_confirm(second, None, second)
    assert may_confirm(second, None, somebody)


@pytest.mark.parametrize("how", list(Making))
def test_whom_the_one_who_proposed_had_in_hand_may_not(first, second, how):
    helper = made(first, how)
    assert not may_confirm(helper, first, UserFactory())
    assert not may_confirm(first, helper, UserFactory())
    assert may_confirm(helper, second, UserFactory())


def test_neither_in_chain_nor_two_accounts_of_one_maker(first, second):
    child = made(first)
    grandchild, sibling = made(child), made(first)
    for by, proposed_by in ((grandchild, first), (first, grandchild), (sibling, grandchild), (sibling, child)):
        assert not may_confirm(by, proposed_by, UserFactory())
    assert may_confirm(second, grandchild, UserFactory())
    assert may_confirm(grandchild, second, UserFactory())


def test_of_two_makers_either_counts(first, second):
    of_both = made(first)
    note_making(account=of_both, by=second, how=Making.ADDRESS)
    assert not may_confirm(of_both, first, UserFactory())
    assert not may_confirm(of_both, second, UserFactory())


def test_two_who_had_each_others_account_in_hand_are_of_one(first, second):
    note_making(account=first, by=second, how=Making.FACTORS)
    note_making(account=second, by=first, how=Making.FACTORS)
    assert Hands().of(first.pk) == Hands().of(second.pk) == {first.pk, second.pk}
    assert not may_confirm(first, second, UserFactory())


def test_whom_it_is_for_did_not_make_the_one_who_confirms(first, second):
    assert not may_confirm(made(first), second, first)


def test_an_account_of_the_founding_stands_for_itself(office, first):
    founded = made(first)
    child = made(founded)
    AppointmentFactory(
        user=founded,
        role=Role.ADMINISTRATOR,
        department=office,
        granted_by=first,
        confirmation=Confirmation.FOUNDING,
        confirmed_by=founded,
    )
    assert may_confirm(founded, first, UserFactory())
    assert may_confirm(child, first, UserFactory())
    assert not may_confirm(child, founded, UserFactory())


@pytest.mark.parametrize("how", [Making.ADDRESS, Making.FACTORS])
def test_but_not_once_somebody_had_it_in_hand_later(office, first, how):
    founded = made(first)
    confirmed = {"confirmation": Confirmation.FOUNDING, "granted_by": first, "confirmed_by": founded}
    AppointmentFactory(user=founded, role=Role.ADMINISTRATOR, department=office, **confirmed)
    note_making(account=founded, by=first, how=how)
    assert not may_confirm(founded, first, UserFactory())


def test_so_does_the_next_administrator_of_an_office_of_one_and_nobody_else_of_theirs(office, first):
    second, power = made(first), made(first)
    for user, role in ((second, Role.ADMINISTRATOR), (power, Role.HR)):
        alone = {"confirmation": Confirmation.ALONE, "granted_by": first, "confirmed_by": first}
        AppointmentFactory(user=user, role=role, department=office, **alone)
    assert may_confirm(second, first, UserFactory())
    assert not may_confirm(power, first, UserFactory())


def test_one_that_only_waits_does_not(office, first):
    puppet = made(first)
    AppointmentFactory(
        user=puppet,
        role=Role.ADMINISTRATOR,
        department=office,
        granted_by=first,
        granted_at=first.date_joined,
        confirmation=Confirmation.FOUNDING,
        confirmed_at=None,
    )
    assert not may_confirm(puppet, first, UserFactory())


def test_the_log_says_who_had_whose_account_in_hand(first):
    account = made(first)
    row = AccessRecord.objects.get()
    assert (row.kind, row.reader, row.account, row.detail) == ("account_in_hand", first, account, "made")
    assert row.detail_shown == "założenie konta"
    assert log.verify().rows == 1


def test_how_many_accounts_there_are_costs_no_query(first, django_assert_num_queries):
    account = first
    for _step in range(8):
        account = made(account)
    with django_assert_num_queries(2):
        hands = Hands()
        assert len(hands.of(account.pk)) == 9
        assert hands.of(first.pk) == {first.pk}


def test_an_office_of_one_says_so_in_its_settings(settings, first):
    assert check_one_administrator(None) == []
    settings.ONE_ADMINISTRATOR = True
    assert [fault.id for fault in check_one_administrator(None)] == ["audits.W103"]
    assert may_confirm(first, first, UserFactory())
    assert not may_confirm(first, None, first)
