"""The log's page and file for the data protection officer; who read theirs, for everybody."""

import csv
import datetime
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits.access_log.log import verify
from audits.choices import AccessKind, Role
from audits.models import AccessRecord, Employee, Release
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    UserFactory,
    appointed,
    purpose,
    with_purpose,
)

pytestmark = pytest.mark.django_db

LOG = "/dziennik-dostepu/"
FILE = "/dziennik-dostepu/plik/"
OWN = "/kto-czytal/"


@pytest.fixture
def watching(signed_in, officer):
    return signed_in(officer)


def found(client, address: str = LOG, **query) -> list[int]:
    """Numbers of the readings on the page."""
    page = client.get(address, query)
    assert page.status_code == 200
    return [row.record.number for row in page.context["table"].paginated_rows]


def lines(answer) -> list[list[str]]:
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_the_officer_sees_who_whose_what_when_from_where_and_what_for(watching, read, hr, assessed, audit) -> None:
    read(justification="SK/12/2026")
    page = watching.get(LOG).content.decode()
    for shown in (str(hr), str(assessed), audit.receipt, "rozpatrzenie skargi lub wniosku", "SK/12/2026"):
        assert shown in page
    assert reverse("audits:audit", args=[audit.uuid]) not in page


def test_the_officer_sees_nothing_else(watching, read, audit, card, department) -> None:
    read()
    for address in (
        reverse("audits:audit", args=[audit.uuid]),
        reverse("audits:report", args=[card.uuid]),
        reverse("audits:report_download", args=[card.uuid]),
        reverse("audits:open"),
        reverse("admin:index"),
    ):
        assert watching.get(address).status_code == 404
    assert watching.get(reverse("audits:audits")).context["table"].paginator.count == 0
    assert watching.get(reverse("audits:reports")).context["table"].paginator.count == 0
    assert LOG in watching.get("/").content.decode()


def test_nobody_else_sees_the_log(signed_in, read, auditor, hr, department) -> None:
    read()
    others = [
        auditor,
        hr,
        appointed(Role.HEAD, department),
        appointed(Role.ADMINISTRATOR, department),
        UserFactory(),
        UserFactory(is_superuser=True),
        AppointmentFactory(role=Role.DPO, department=department, until=timezone.localdate()).user,
    ]
    for client in map(signed_in, others):
        assert client.get(LOG).status_code == client.get(FILE).status_code == 404
        assert LOG not in client.get("/").content.decode()
    assert AccessRecord.objects.count() == 1


def test_an_officer_of_one_department_sees_its_audits_readings_alone(signed_in, read, department) -> None:
    elsewhere = DepartmentFactory(parent=department)
    read()
    read(audit=None, kind=AccessKind.LIST)
    assert found(signed_in(appointed(Role.DPO, elsewhere))) == []
    assert found(signed_in(appointed(Role.DPO, DepartmentFactory()))) == [2]
    assert found(signed_in(appointed(Role.DPO, department))) == [2, 1]
    # Nor are those offered to choose from who read others.
    offered = signed_in(appointed(Role.DPO, elsewhere)).get(LOG).context["filter"].form.fields["reader"].queryset
    assert not offered.exists()


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"whose": "swiatek"}, [1, 3]),
        ({"whose": "łucja Ś"}, [1, 3]),
        ({"whose": "KA/"}, [1, 3]),
        ({"whose": "Wrona"}, []),
        ({"kind": "list"}, [2]),
        ({"kind": "download"}, [3]),
        ({"since": "2026-10-06"}, [2, 3]),
        ({"until": "2026-10-05"}, [1]),
        ({"since": "2026-10-06", "until": "2026-10-06"}, [2]),
        ({}, [1, 2, 3]),
    ],
)
def test_the_log_can_be_narrowed(watching, read, query, fits) -> None:
    # In Warsaw the second reading is of the sixth already.
    for number, moment in enumerate(["2026-10-05T10:00", "2026-10-05T22:30", "2026-10-09T10:00"]):
        now = datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC)
        read(
            now=now,
            **({"kind": AccessKind.LIST, "audit": None} if number == 1 else {}),
            **({"kind": AccessKind.DOWNLOAD} if number == 2 else {}),
        )
    assert sorted(found(watching, **query)) == fits


def test_the_log_can_be_narrowed_to_a_reader_and_a_purpose(watching, read, auditor, hr, complaint) -> None:
    read()
    read(reader=auditor)
    read(purpose=purpose())
    assert found(watching, reader=hr.pk) == [3, 1]
    assert found(watching, reader=auditor.pk) == [2]
    assert found(watching, purpose=complaint.pk) == [1]
    # Only those are offered who have read something.
    offered = watching.get(LOG).context["filter"].form.fields["reader"].queryset
    assert set(offered) == {hr, auditor}


@pytest.mark.parametrize(
    "query",
    [
        {"page": "99999"},
        {"page": "x"},
        {"sort": "reader__password"},
        {"reader": "abc"},
        {"reader": "9" * 30},
        {"kind": "nie-ma"},
        {"purpose": "\0"},
        {"since": "wczoraj"},
        {"until": "0001-01-01"},
        {"since": "9999-12-31"},
        {"whose": "\0"},
        {"whose": "x" * 5000},
        {"whose": "\u202e%_' OR 1=1"},
    ],
)
def test_nonsense_in_the_address_never_fails(watching, read, query) -> None:
    read()
    assert watching.get(LOG, query).status_code == 200
    assert watching.get(FILE, query).status_code == 200
    assert watching.get(OWN, query).status_code == 200


def test_the_newest_reading_comes_first_and_a_long_log_in_pages(watching, read) -> None:
    for _ in range(51):
        read()
    first, second = found(watching), found(watching, page=2)
    assert (first[0], len(first), second) == (51, 50, [1])


def test_the_page_costs_the_same_however_long_the_log_is(watching, read) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            assert watching.get(LOG).status_code == 200
        return len(taken)

    read()
    queries()
    few = queries()
    for _ in range(40):
        read()
    assert queries() == few <= 10


def test_the_file_holds_what_was_chosen_and_leaves_a_row_itself(watching, officer, read, hr, assessed) -> None:
    first, _second = read(), read(kind=AccessKind.LIST, audit=None)
    rows = lines(watching.get(FILE, {"kind": "page"}))
    assert len(rows) == 2
    assert rows[1][0] == "1"
    assert {str(hr), hr.username, str(assessed), assessed.number, first.hash} <= set(rows[1])
    taken = AccessRecord.objects.latest("number")
    assert (taken.reader, taken.kind, taken.ground, taken.employee) == (officer, "log_export", "oversight", None)
    assert len(lines(watching.get(FILE))) == 1 + 3
    assert verify().rows == 4


def test_the_file_comes_as_an_attachment_that_no_cache_keeps(watching, read) -> None:
    read()
    answer = watching.get(FILE)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="dziennik-dostepu-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_the_file_is_a_formula(watching, read, hr, assessed, start) -> None:
    hr.first_name = start
    hr.save()
    Employee.objects.filter(pk=assessed.pk).update(last_name=start)
    read(justification=start)
    row = lines(watching.get(FILE))[1]
    assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert sum(cell.startswith("'") for cell in row) == 3


def test_markup_is_shown_as_text(watching, read, hr) -> None:
    hr.first_name = "<script>alert(1)</script>"
    hr.save()
    read(justification="<b>x</b>")
    page = watching.get(LOG).content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


class TestOwnReaders:
    @pytest.fixture
    def own(self, signed_in, assessed):
        assessed.user = UserFactory()
        assessed.save()
        return signed_in(assessed.user)

    def test_a_person_sees_who_read_theirs_in_which_role_and_what_for(self, own, read, hr, audit) -> None:
        read(justification="SK/12/2026")
        assert found(own, OWN) == [1]
        page = own.get(OWN).content.decode()
        assert str(hr) in page
        assert "rozpatrzenie skargi lub wniosku" in page
        # Neither which audit it was, nor what HR noted about the case.
        assert audit.receipt not in page
        assert "SK/12/2026" not in page

    def test_once_it_is_released_the_audit_is_told_and_led_to(self, own, read, hr, audit, assessed) -> None:
        read()
        assert "nieudostępniony" in own.get(OWN).content.decode()
        Release.objects.create(audit=audit, employee=assessed, released_by=hr, released_at=timezone.now())
        page = own.get(OWN).content.decode()
        assert f'<a href="/moje-wyniki/{audit.uuid}/">{audit.receipt}</a>' in page
        assert "nieudostępniony" not in page

    def test_a_reading_of_all_that_is_held_is_of_no_single_audit(self, own, read, assessed) -> None:
        read(audit=None, employee=assessed, kind=AccessKind.OWN_EXPORT)
        page = own.get(OWN).content.decode()
        assert "plik ze wszystkim" in page
        assert "nieudostępniony" not in page

    def test_from_the_page_on_which_it_was_read(self, own, signed_in, hr, audit) -> None:
        with_purpose(signed_in(hr)).get(reverse("audits:audit", args=[audit.uuid]))
        assert found(own, OWN) == [1]

    def test_not_the_auditor_who_may_be_a_mystery_shopper(self, own, signed_in, auditor, audit) -> None:
        signed_in(auditor).get(reverse("audits:audit", args=[audit.uuid]))
        assert AccessRecord.objects.count() == 1
        assert found(own, OWN) == []
        assert str(auditor) not in own.get(OWN).content.decode()

    def test_nor_anybody_who_read_others(self, own, read, signed_in) -> None:
        read(audit=None, kind=AccessKind.LIST)
        read()
        assert found(own, OWN) == [2]
        assert found(signed_in(UserFactory()), OWN) == []

    def test_also_who_read_it_before_it_was_known_whose_it_is(self, own, read, audit, assessed) -> None:
        audit.employee = None
        audit.save()
        read()
        assert found(own, OWN) == []
        audit.employee = assessed
        audit.save()
        assert found(own, OWN) == [1]

    def test_one_account_without_a_person_has_nothing_to_see(self, signed_in, hr, read) -> None:
        read()
        assert found(signed_in(hr), OWN) == []

    def test_nobody_unknown_sees_it(self, client) -> None:
        for address in (OWN, LOG, FILE):
            assert client.get(address)["Location"].startswith("/logowanie/")
