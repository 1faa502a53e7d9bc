"""Everything held about a person in one file, in one step."""

import io
import json
import zipfile

import pytest
from django.utils import timezone

from audits.access_log.log import record_access
from audits.assessed.data_requests import file_own_request
from audits.assessed.own_data import own_data, packed
from audits.assessed.own_results import own_result
from audits.assessed.releasing import add_statement
from audits.choices import AccessKind, DataRequestKind, Role
from audits.models import AccessRecord
from tests.audits.factories import UserFactory, appointed, employed, proposed, purpose

ADDRESS = "/moje-wyniki/dane/"
NOTE = "Nie powiedział „Dzień dobry” <b>."


def files(content: bytes) -> tuple[dict, str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.namelist() == ["moje-dane.json", "moje-dane.html"]
    return json.loads(archive.read("moje-dane.json")), archive.read("moje-dane.html").decode()


@pytest.fixture
def taken(signed_in, assessed):
    """What Łucja takes."""

    def take() -> tuple[dict, str]:
        answer = signed_in(assessed.user).get(ADDRESS)
        assert answer.status_code == 200
        return files(answer.content)

    return take


def test_it_comes_as_an_attachment_that_names_nobody_and_is_logged(signed_in, assessed):
    answer = signed_in(assessed.user).get(ADDRESS)
    day = timezone.localdate().isoformat()
    assert answer["Content-Disposition"] == f'attachment; filename="moje-dane-{day}.zip"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    row = AccessRecord.objects.get()
    assert (row.reader, row.employee, row.audit) == (assessed.user, assessed, None)
    assert (row.kind, row.ground, row.purpose) == ("own_export", "own_data", None)


def test_whoever_is_no_employee_has_none(signed_in):
    assert signed_in(UserFactory()).get(ADDRESS).status_code == 404
    assert not AccessRecord.objects.exists()


def test_it_holds_the_person_their_work_and_what_they_were_told(taken, assessed, department):
    data, page = taken()
    assert (data["first_name"], data["last_name"], data["number"]) == ("Łucja", "Świątek", assessed.number)
    assert data["account"]["username"] == "lucja"
    assert [one["department_code"] for one in data["employments"]] == [department.code]
    assert data["notices"][0]["told_on"] == "2020-01-01"
    for shown in ("Łucja Świątek", department.name, "1 stycznia 2020"):
        assert shown in page


def test_it_holds_released_audits_as_the_page_shows_them_and_no_other(taken, submitted, released, auditor, assessed):
    audit, hidden = released(submitted(NOTE)), submitted()
    add_statement(audit=audit, by=assessed.user, text="Obsługiwałam dwa stanowiska.")
    data, page = taken()
    [result] = data["results"]
    own = own_result(audit)
    assert result["receipt"] == audit.receipt
    assert result["result"]["score"] == float(own.result.score)
    assert result["auditor"] == "tajemniczy klient"
    assert result["took_place_at"] is None
    assert [one["text"] for one in result["statements"]] == ["Obsługiwałam dwa stanowiska."]
    whole = json.dumps(data, ensure_ascii=False) + page
    assert hidden.receipt not in whole
    assert auditor.last_name not in whole
    assert "„Dzień dobry” &lt;b&gt;." in page
    assert "<b>." not in page


def test_it_holds_requests_and_who_read(taken, submitted, released, hr, assessed):
    audit, hidden = released(submitted()), submitted()
    for read in (audit, hidden):
        record_access(reader=hr, kind=AccessKind.PAGE, audit=read, purpose=purpose())
    file_own_request(by=assessed.user, kind=DataRequestKind.OBJECTION, text="Sprzeciwiam się.")
    data, page = taken()
    assert [one["text"] for one in data["requests"]] == ["Sprzeciwiam się."]
    # Of an audit that was not released the reading is told, its number is not.
    assert [(one["reader"], one["receipt"]) for one in data["readings"]] == [
        (str(hr), audit.receipt),
        (str(hr), ""),
        (str(assessed.user), ""),
    ]
    assert "nadzór nad jakością obsługi" in page


def test_it_holds_nothing_of_others(taken, submitted, released, department):
    other = employed(department, last_name="Nieobecna")
    released(submitted(employee=other))
    data, page = taken()
    assert "Nieobecna" not in json.dumps(data, ensure_ascii=False) + page


def test_it_fetches_nothing(taken, submitted, released):
    released(submitted())
    _data, page = taken()
    for loading in ("<script", "<link", "<img", "src=", "href=", "url("):
        assert loading not in page


def test_the_same_data_give_the_same_bytes(assessed):
    now = timezone.now()
    assert packed(own_data(assessed, now=now)) == packed(own_data(assessed, now=now))


def test_auditors_appointments_are_in_it_too(signed_in, department):
    auditor = appointed(Role.AUDITOR, department)
    employed(department, user=auditor)
    data, _page = files(signed_in(auditor).get(ADDRESS).content)
    assert [one["what"] for one in data["appointments"]] == ["Audytor (przełożony)"]


def test_what_was_only_proposed_is_not_told_as_held(signed_in, department):
    auditor = appointed(Role.AUDITOR, department)
    employed(department, user=auditor)
    waiting = proposed(Role.HEAD, department, UserFactory(), user=auditor)
    refused = proposed(Role.DPO, department, UserFactory(), user=auditor, until=timezone.localdate())
    data, _page = files(signed_in(auditor).get(ADDRESS).content)
    assert {one["what"]: one["last_day"] for one in data["appointments"]} == {
        "Audytor (przełożony)": None,
        f"{waiting.get_role_display()} (czeka na potwierdzenie)": None,
        f"{refused.get_role_display()} (nigdy nie obowiązywało)": None,
    }


def test_a_screen_left_open_hands_out_nothing(signed_in, assessed, settings):
    client = signed_in(assessed.user)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert answer["Location"].endswith("?next=%2Fmoje-wyniki%2F")
    assert not AccessRecord.objects.exists()
