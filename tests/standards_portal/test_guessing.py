"""Whoever tries identifiers that are not theirs leaves a line in the log, once a burst."""

import logging
import threading
import uuid

import pytest
from django.test import Client

from standards_portal.guessing import MOST_ACCOUNTS, Bursts
from tests.audits.factories import UserFactory


def client(user):
    made = Client()
    made.force_login(user)
    return made


@pytest.fixture
def web(db, settings):
    settings.GUESSES_TOLD = 5
    return client(UserFactory())


def guess(web, times):
    return [web.get(f"/audyty/{uuid.uuid4()}/", REMOTE_ADDR="10.1.2.3").status_code for _ in range(times)]


def lines(caplog):
    return [record for record in caplog.records if record.name == "standards_portal.guessing"]


def test_many_missing_objects_leave_one_line_with_account_count_and_address(web, caplog):
    assert guess(web, 12) == [404] * 12
    (line,) = lines(caplog)
    account = int(web.session["_auth_user_id"])
    assert line.levelno == logging.WARNING
    assert line.args[:4] == (account, 5, 60, "10.1.2.3")
    assert f"Account {account} was told 404 at 5 different addresses" in line.getMessage()


def test_a_few_leave_none(web, caplog):
    guess(web, 4)
    assert not lines(caplog)


def test_one_address_again_and_again_is_no_guessing(web, caplog):
    for _ in range(20):
        assert web.get("/nie-ma/").status_code == 404
    assert not lines(caplog)


def test_accounts_are_counted_apart_and_nobody_is_not_counted(web, caplog, settings):
    guess(web, 4)
    guess(client(UserFactory()), 4)
    guess(Client(), 20)
    assert not lines(caplog)


def test_no_letter_of_an_address_makes_a_line_of_its_own(web, caplog):
    for number in range(5):
        web.get(f"/nie-ma/{number}%0AWARNING%20forged/")
    (line,) = lines(caplog)
    assert "\n" not in line.getMessage()


def note(bursts, times, *, start=0.0, every=0.1, account=1):
    return [bursts.note(account, f"/{start}/{n}/", start + n * every) for n in range(times)]


def test_a_burst_is_told_once_and_the_next_after_a_pause_again():
    bursts = Bursts(many=5, seconds=60)
    assert note(bursts, 30) == [0, 0, 0, 0, 5] + [0] * 25
    assert note(bursts, 5, start=500.0) == [0, 0, 0, 0, 5]


def test_refusals_far_apart_are_no_burst():
    assert not any(note(Bursts(many=5, seconds=60), 50, every=15.0))


def test_what_is_kept_is_bounded():
    bursts = Bursts(many=5, seconds=60)
    for account in range(MOST_ACCOUNTS + 50):
        note(bursts, 7, account=account)
    assert len(bursts._refused) == MOST_ACCOUNTS
    assert len(bursts._told) == MOST_ACCOUNTS
    assert max(map(len, bursts._refused.values())) == 5


def test_threads_of_one_process_tell_it_once_together():
    bursts, told = Bursts(many=50, seconds=60), []

    def some(thread):
        told.extend(bursts.note(1, f"/{thread}/{n}/", 0.0) for n in range(100))

    threads = [threading.Thread(target=some, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [count for count in told if count] == [50]
