"""What a row of the log holds, on which ground, and what one costs."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from audits.access_log.log import BEGINNING, PurposeMissing, address_of, hash_of, record_access, verify
from audits.choices import AccessGround, AccessKind, Role
from audits.models import AccessRecord, Purpose
from tests.audits.factories import AppointmentFactory, UserFactory, purpose

pytestmark = pytest.mark.django_db


def test_a_row_says_who_whose_what_when_from_where_and_for_which_purpose(hr, audit, assessed, complaint) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = hr
    moment = datetime.datetime(2026, 10, 5, 8, 30, 1, 123456, tzinfo=datetime.UTC)
    record_access(
        reader=hr,
        kind=AccessKind.PAGE,
        audit=audit,
        purpose=complaint,
        justification="SK/12/2026",
        request=request,
        now=moment,
    )
    row = AccessRecord.objects.get()
    assert (row.number, row.previous_hash) == (1, BEGINNING)
    assert (row.reader, row.employee, row.audit, row.report) == (hr, assessed, audit, None)
    assert (row.kind, row.at, row.address, row.roles) == ("page", moment, "192.0.2.7", "hr")
    assert (row.ground, row.purpose, row.purpose_label) == ("purpose", complaint, "rozpatrzenie skargi lub wniosku")
    assert row.justification == "SK/12/2026"
    assert row.hash == hash_of(row)


def test_each_row_continues_the_one_before(read) -> None:
    first, second, third = read(), read(kind=AccessKind.CARD), read(kind=AccessKind.DOWNLOAD)
    assert [row.number for row in (first, second, third)] == [1, 2, 3]
    assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)
    assert len({first.hash, second.hash, third.hash}) == 3


def test_another_persons_results_need_a_purpose(read) -> None:
    with pytest.raises(PurposeMissing):
        read(purpose=None)
    with pytest.raises(PurposeMissing):
        read(kind=AccessKind.LIST, audit=None, purpose=None)
    assert not AccessRecord.objects.exists()


def test_own_work_own_data_and_the_log_itself_need_none(read, auditor, officer, assessed) -> None:
    """And a purpose given for something else is not written beside them."""
    assessed.user = UserFactory()
    assessed.save()
    assert read(reader=auditor).ground == AccessGround.OWN_WORK
    assert read(reader=assessed.user).ground == AccessGround.OWN_DATA
    assert read(reader=officer, kind=AccessKind.LOG_EXPORT, audit=None).ground == AccessGround.OVERSIGHT
    assert set(AccessRecord.objects.values_list("purpose", "purpose_label", "justification")) == {(None, "", "")}


def test_the_roles_held_at_that_moment_are_kept(read, hr, department) -> None:
    AppointmentFactory(user=hr, role=Role.AUDITOR, department=department)
    assert read().roles == "auditor hr"


def test_a_purpose_worded_anew_leaves_what_was_read_for_it(read, complaint) -> None:
    read()
    Purpose.objects.filter(pk=complaint.pk).update(label="skargi")
    assert AccessRecord.objects.get().purpose_label == "rozpatrzenie skargi lub wniosku"
    assert verify().rows == 1


def test_whom_the_log_names_cannot_be_deleted(read, hr, assessed, complaint) -> None:
    read()
    for row in (hr, assessed, complaint):
        with pytest.raises(ProtectedError):
            row.delete()


@pytest.mark.parametrize(
    ("meta", "address"),
    [
        ({"REMOTE_ADDR": "2001:DB8::1"}, "2001:db8::1"),
        ({"REMOTE_ADDR": "fe80::1%eth0"}, "fe80::1"),
        ({"REMOTE_ADDR": ""}, ""),
        ({"REMOTE_ADDR": "nie adres"}, ""),
        # Nobody's own header counts where there is no proxy.
        ({"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_FOR": "198.51.100.1"}, "192.0.2.7"),
    ],
)
def test_the_address_is_the_connections(meta, address) -> None:
    assert address_of(RequestFactory().get("/", **meta)) == address


def test_behind_the_offices_proxy_the_address_is_the_one_that_the_proxy_saw(settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    headers = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.1"}
    assert address_of(RequestFactory().get("/", **headers)) == "198.51.100.1"
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")) == "192.0.2.7"


def test_a_row_costs_the_same_however_long_the_log_is(read) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            read()
        return len(taken)

    # The audit is asked for its employee once.
    read()
    first = queries()
    for _ in range(50):
        read()
    # The savepoint and its end, the roles, the noted end, the new row, the note.
    assert queries() == first == 6


def test_a_purpose_in_the_wrong_place_is_refused_by_the_database(read, complaint) -> None:
    row = read()
    for ground, given in ((AccessGround.OWN_WORK, complaint), (AccessGround.PURPOSE, None)):
        row.number += 1
        row.ground, row.purpose = ground, given
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite in memory has one connection; it locks as a whole"
)
@pytest.mark.django_db(transaction=True)
def test_readings_at_the_same_moment_do_not_fork_the_chain(read) -> None:
    readers = 8
    together = threading.Barrier(readers)

    def one(_: int) -> None:
        try:
            together.wait(10)
            for _ in range(5):
                read()
        finally:
            connection.close()

    with ThreadPoolExecutor(readers) as threads:
        list(threads.map(one, range(readers)))
    assert verify().rows == readers * 5


def test_the_register_ships_with_purposes_and_offers_those_in_use() -> None:
    purpose("skarga", label="rozpatrzenie skargi lub wniosku")
    purpose("dawny", label="dawny cel", is_active=False)
    assert Purpose.objects.offered().filter(code="skarga").exists()
    assert not Purpose.objects.offered().filter(code="dawny").exists()
