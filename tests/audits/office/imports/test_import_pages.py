"""The pages that import the office: for administrators alone, nothing written before it is confirmed."""

import datetime
import os
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.choices import Role
from audits.models import Appointment, Department, Employee, Employment
from audits.retention.cleaning import clean_up
from tests.audits.factories import (
    LONG_AGO,
    AppointmentFactory,
    DepartmentFactory,
    EmploymentFactory,
    UserFactory,
    appointed,
)
from tests.audits.office.imports.test_import_office import OFFICE, table

pytestmark = pytest.mark.django_db

PAGES = (
    "import",
    "import_reading",
    "import_plan",
    "import_plan_csv",
    "import_cancel",
    "import_template_csv",
    "import_template_xlsx",
)


DAY = datetime.timedelta(days=1)


def url(page: str) -> str:
    return reverse(f"admin:audits_employee_{page}")


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    return tmp_path


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def signed_in(client: Client, office: Department) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, office))
    return client


def send(client: Client, content: bytes, on: str | None = None, name: str = "kadry.csv"):
    data = {"file": SimpleUploadedFile(name, content), "on": on or timezone.localdate().isoformat()}
    return client.post(url("import"), data)


def fingerprint(response) -> str:
    found = re.search(r'name="fingerprint" value="([0-9a-f]{64})"', response.content.decode())
    assert found
    return found[1]


def files_waiting(storage) -> int:
    return len(list((storage / "imports").iterdir())) if (storage / "imports").exists() else 0


def test_from_the_file_to_the_office(signed_in, storage):
    response = send(signed_in, table(*OFFICE))
    assert response.status_code == 302
    response = signed_in.get(response.url)
    page = response.content.decode()
    assert "UD-BEM-WOM" in page
    assert "Łącka" in page
    assert not Employee.objects.exists()
    response = signed_in.post(url("import_plan"), {"fingerprint": fingerprint(response)}, follow=True)
    assert response.redirect_chain == [(url("import"), 302)]
    assert Employee.objects.count() == 3
    assert LogEntry.objects.get().change_message
    assert files_waiting(storage) == 0


def test_the_same_file_again_says_that_there_is_nothing_to_import(signed_in):
    send(signed_in, table(*OFFICE))
    signed_in.post(url("import_plan"), {"fingerprint": fingerprint(signed_in.get(url("import_plan")))})
    send(signed_in, table(*OFFICE))
    assert b"confirm-import" not in signed_in.get(url("import_plan")).content


def test_what_is_confirmed_is_what_was_shown(signed_in):
    send(signed_in, table(*OFFICE))
    shown = fingerprint(signed_in.get(url("import_plan")))
    DepartmentFactory(code="UD-BEM")
    response = signed_in.post(url("import_plan"), {"fingerprint": shown})
    assert response.status_code == 409
    assert not Employee.objects.exists()
    assert fingerprint(response) != shown
    assert signed_in.post(url("import_plan"), {"fingerprint": fingerprint(response)}).status_code == 302
    assert Employee.objects.count() == 3


def test_nobody_brings_below_themselves_by_a_file_what_they_do_not_hold(signed_in, office):
    bureau = DepartmentFactory(code="B-SO", name="Biuro Spraw Obywatelskich", parent=office)
    unit = DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo", parent=office)
    administrator = Appointment.objects.get(role=Role.ADMINISTRATOR).user
    AppointmentFactory(user=administrator, role=Role.HR, department=bureau)
    send(signed_in, table(";;;UD-BEM;Urząd Dzielnicy Bemowo;B-SO;;;", ";;;B-SO-1;Referat;B-SO;;;"))
    response = signed_in.post(url("import_plan"), {"fingerprint": fingerprint(signed_in.get(url("import_plan")))})
    assert response.status_code == 422
    assert "(UD-BEM)" in response.text
    unit.refresh_from_db()
    assert unit.parent == office
    # What is new holds nothing yet.
    send(signed_in, table(";;;B-SO-1;Referat;B-SO;;;"))
    response = signed_in.post(url("import_plan"), {"fingerprint": fingerprint(signed_in.get(url("import_plan")))})
    assert response.status_code == 302
    assert Department.objects.get(code="B-SO-1").parent == bureau


def test_ending_many_is_asked_twice(signed_in, office):
    for _ in range(8):
        EmploymentFactory(department=office)
    send(signed_in, table("N1;No;Jan;UMSTW;;;;;"))
    shown = fingerprint(signed_in.get(url("import_plan")))
    assert signed_in.post(url("import_plan"), {"fingerprint": shown}).status_code == 422
    assert Employment.objects.filter(until=None).count() == 8
    assert signed_in.post(url("import_plan"), {"fingerprint": shown, "end_many": "on"}).status_code == 302
    assert Employment.objects.filter(until=None).count() == 1


def test_refused_rows_are_shown_with_their_reasons_and_the_rest_is_imported(signed_in):
    send(signed_in, table(*OFFICE, "9;<b>Zły</b>;Jan;NIE-MA;;;;;"))
    response = signed_in.get(url("import_plan"))
    page = response.content.decode()
    assert 'id="refused"' in page
    assert "NIE-MA" in page
    signed_in.post(url("import_plan"), {"fingerprint": fingerprint(response)})
    assert set(Employee.objects.values_list("number", flat=True)) == {"1", "2", "3"}


def test_where_all_rows_are_refused_the_portal_does_not_say_that_it_agrees(signed_in):
    send(signed_in, table("9;Zły;Jan;NIE-MA;;;;;"))
    page = signed_in.get(url("import_plan")).text
    assert "Poza odrzuconymi wierszami nie ma czego importować." in page
    assert "Portal jest już zgodny" not in page


def test_whoever_had_left_and_is_employed_anew_is_named(signed_in, office):
    EmploymentFactory(department=office, employee__number="77", employee__is_active=False, until=LONG_AGO + DAY)
    EmploymentFactory(department=office, employee__number="78", until=LONG_AGO + DAY)
    send(signed_in, table("77;No;Jan;UMSTW;;;;;", "78;No;Jan;UMSTW;;;;;"))
    page = signed_in.get(url("import_plan"))
    assert page.context["plan"].back_but_inactive == ("77",)
    assert "uczyń je czynnymi na ich stronach: 77." in " ".join(page.text.split())
    signed_in.post(url("import_plan"), {"fingerprint": fingerprint(page)})
    send(signed_in, table("77;No;Jan;UMSTW;;;;;", "78;No;Jan;UMSTW;;;;;"))
    assert signed_in.get(url("import_plan")).context["plan"].back_but_inactive == ()


def test_names_are_escaped_on_the_page_and_text_in_the_list(signed_in):
    send(signed_in, table(*OFFICE, "9;=cmd|'/C calc'!A0;<script>alert(1)</script>;UD-BEM;;;;;"))
    assert b"<script>alert" not in signed_in.get(url("import_plan")).content
    response = signed_in.get(url("import_plan_csv"))
    assert response["Content-Disposition"].startswith("attachment")
    assert ";'=cmd|" in response.content.decode("utf-8-sig")
    assert ";=cmd|" not in response.content.decode("utf-8-sig")


def test_a_long_plan_is_cut_on_the_page_and_whole_in_the_list(signed_in):
    send(signed_in, table(*OFFICE, *(f"X{n};No;Jan;UD-BEM;;;;;" for n in range(300))))
    assert signed_in.get(url("import_plan")).content.count(b"<td>X") == 197
    assert signed_in.get(url("import_plan_csv")).content.count(b";X") == 300


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"\x89PNG\r\n\x1a\n\0\0", "a.png"), (b"PK\x03\x04", "a.xlsx"), (b"a\n1", "a.csv"), (b"", "pusty.csv")],
)
def test_a_file_that_cannot_be_used_is_refused_beside_its_field(signed_in, storage, content, name):
    response = send(signed_in, content, name=name)
    assert response.status_code == 422
    assert len(response.context["form"].errors["file"]) == 1
    assert files_waiting(storage) == 0


@pytest.mark.parametrize("on", ["", "x", "0001-01-01", "9999-12-31", "2026-02-30", "\0"])
def test_the_day_must_be_one(signed_in, on):
    response = signed_in.post(url("import"), {"file": SimpleUploadedFile("a.csv", table(*OFFICE)), "on": on})
    assert response.status_code == 422
    assert response.context["form"].errors["on"]


def test_nothing_waiting_leads_back_to_the_start(signed_in, storage):
    assert signed_in.get(url("import_plan")).url == url("import")
    assert signed_in.get(url("import_plan_csv")).url == url("import")
    send(signed_in, table(*OFFICE))
    for file in (storage / "imports").iterdir():
        file.unlink()
    assert signed_in.post(url("import_plan"), {"fingerprint": "x"}).url == url("import")


def test_a_dropped_or_forgotten_file_does_not_stay(signed_in, storage):
    send(signed_in, table(*OFFICE))
    assert signed_in.post(url("import_cancel")).url == url("import")
    assert files_waiting(storage) == 0
    left = default_storage.save("imports/left", SimpleUploadedFile("left", b"x"))
    long_ago = (timezone.now() - datetime.timedelta(days=2)).timestamp()
    os.utime(default_storage.path(left), (long_ago, long_ago))
    send(signed_in, table(*OFFICE))
    send(signed_in, table(*OFFICE))
    assert files_waiting(storage) == 2
    clean_up()
    assert files_waiting(storage) == 1


def test_one_administrators_file_is_not_anothers(signed_in, office):
    send(signed_in, table(*OFFICE))
    other = Client()
    other.force_login(appointed(Role.ADMINISTRATOR, office))
    assert other.get(url("import_plan")).status_code == 302


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_outsiders_get_what_the_administration_gives_them(client, office, name, method):
    other_page = reverse("admin:audits_employee_changelist")
    anonymous = getattr(client, method)(url(name))
    assert anonymous.status_code == 302
    assert anonymous.url.split("?")[0] == client.get(other_page).url.split("?")[0]
    for user in (*(appointed(role, office) for role in Role if role != Role.ADMINISTRATOR), UserFactory()):
        client.force_login(user)
        assert getattr(client, method)(url(name)).status_code == 404 == client.get(other_page).status_code


def test_the_wrong_method_is_refused(signed_in):
    assert signed_in.get(url("import_cancel")).status_code == 405
    assert signed_in.post(url("import_plan_csv")).status_code == 405


def test_templates_are_downloads(signed_in):
    for page, start in (("import_template_csv", b"\xef\xbb\xbfNumer osobowy;"), ("import_template_xlsx", b"PK")):
        response = signed_in.get(url(page))
        assert response["Content-Disposition"].startswith("attachment")
        assert response.content.startswith(start)


def test_the_lists_lead_to_the_import(signed_in):
    for model in ("employee", "department"):
        page = signed_in.get(reverse(f"admin:audits_{model}_changelist")).content.decode()
        assert f'href="{url("import")}"' in page


def test_an_employees_page_lists_their_employments(signed_in):
    send(signed_in, table(*OFFICE))
    signed_in.post(url("import_plan"), {"fingerprint": fingerprint(signed_in.get(url("import_plan")))})
    employee = Employee.objects.get(number="2")
    page = signed_in.get(reverse("admin:audits_employee_change", args=[employee.pk])).content.decode()
    assert "UD-BEM-WOM" in page
    assert "2015-06-15" in page


def test_pages_hold_no_inline_script_or_style(signed_in):
    send(signed_in, table(*OFFICE))
    for page in ("import", "import_plan"):
        html = signed_in.get(url(page)).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html)


@given(content=st.binary(max_size=300), fingerprint_sent=st.text(max_size=80), on=st.text(max_size=20))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_the_answer_is_a_page(signed_in, content, fingerprint_sent, on):
    assert send(signed_in, content, on.encode("utf-8", "replace").decode() or "x").status_code in (302, 422)
    send(signed_in, table(*OFFICE))
    sent = {"fingerprint": fingerprint_sent.encode("utf-8", "replace").decode()}
    assert signed_in.post(url("import_plan"), sent).status_code == 409
    assert not Employee.objects.exists()


class TestReading:
    UNKNOWN = b"Nr ewid.;Osoba;Kom. org.\n1;Nowak Ewa;UMSTW\n"
    SAID = {"column_0": "number", "column_1": "last_first", "column_2": "department"}

    def test_columns_that_nobody_knows_are_named_once(self, signed_in: Client) -> None:
        assert send(signed_in, self.UNKNOWN).url == url("import_plan")
        assert signed_in.get(url("import_plan")).url == url("import_reading")
        page = signed_in.get(url("import_reading")).text
        assert "Nr ewid." in page
        assert "Nowak Ewa" in page
        assert signed_in.post(url("import_reading"), self.SAID).url == url("import_plan")
        response = signed_in.get(url("import_plan"))
        signed_in.post(url("import_plan"), {"fingerprint": fingerprint(response)})
        assert Employee.objects.filter(number="1", last_name="Nowak", first_name="Ewa").exists()
        # The next file of the same system needs no question.
        send(signed_in, self.UNKNOWN)
        assert signed_in.get(url("import_plan")).status_code == 200

    @pytest.mark.parametrize("written", ["80010112340", "800101 12340", "800101-12340", "2270803624"])
    def test_no_pesel_is_shown_as_an_example(self, signed_in: Client, written: str) -> None:
        send(
            signed_in,
            f"Nr ewid.;Osoba;Kom. org.;Id\n1;Nowak Ewa;UMSTW;x {written}\n2;Kot Jan;UMSTW;80010112341\n".encode(),
        )
        page = signed_in.get(url("import_reading")).text
        assert written not in page
        assert "Na przykład: x ••••••••••• · 80010112341" in page

    def test_what_nobody_sees_is_named_and_turns_nothing_around(self, signed_in: Client) -> None:
        send(signed_in, "Nr ewid.;Oso\u202eba;Kom. org.\n1;No\u202ewak\u200b Ewa;UMSTW\n".encode())
        page = signed_in.get(url("import_reading")).text
        assert "Oso[U+202E]ba" in page
        assert "No[U+202E]wak[U+200B] Ewa" in page
        assert not {"\u202e", "\u200b"} & set(page)

    def test_a_column_that_was_named_wrongly_is_named_anew(self, signed_in: Client) -> None:
        send(signed_in, self.UNKNOWN)
        signed_in.post(url("import_reading"), self.SAID | {"column_1": "first_last"})
        page = signed_in.get(url("import_plan")).text
        assert f'href="{url("import_reading")}"' in page
        page = signed_in.get(url("import_reading")).text
        assert '<option value="first_last" selected>' in page
        assert "Nowak Ewa" in page
        assert signed_in.post(url("import_reading"), self.SAID).url == url("import_plan")
        response = signed_in.get(url("import_plan"))
        signed_in.post(url("import_plan"), {"fingerprint": fingerprint(response)})
        assert Employee.objects.filter(last_name="Nowak", first_name="Ewa").exists()

    def test_columns_that_make_no_table_are_asked_again(self, signed_in: Client) -> None:
        send(signed_in, self.UNKNOWN)
        response = signed_in.post(url("import_reading"), self.SAID | {"column_0": "-"})
        assert response.status_code == 422
        assert "Brakuje kolumny „Numer osobowy”" in response.text
        assert signed_in.post(url("import_reading"), {}).status_code == 422

    def test_letters_in_doubt_are_shown_and_chosen(self, signed_in: Client) -> None:
        content = "Numer osobowy;Nazwisko;Imie;Kod komórki\n1;Müller;Jan;UMSTW\n".replace("ó", "o").encode("cp852")
        send(signed_in, content)
        assert signed_in.get(url("import_plan")).url == url("import_reading")
        assert "Müller (CP852 (DOS))" in signed_in.get(url("import_reading")).text
        assert signed_in.post(url("import_reading"), {"encoding": "cp852"}).url == url("import_plan")
        assert "Müller" in signed_in.get(url("import_plan")).text

    def test_without_a_file_it_leads_to_the_upload(self, signed_in: Client) -> None:
        assert signed_in.get(url("import_reading")).url == url("import")


def test_one_who_ends_and_a_namesake_who_begins_are_confirmed(signed_in: Client, office: Department) -> None:
    stays = EmploymentFactory(department=office, employee__number="8").employee
    ends = EmploymentFactory(
        department=office, employee__number="7", employee__last_name="Nowak", employee__first_name="Ewa"
    ).employee
    content = (
        f"Numer osobowy;Nazwisko;Imię;Kod komórki\n8;{stays.last_name};{stays.first_name};UMSTW\n9;Nowak;Ewa;UMSTW\n"
    )
    send(signed_in, content.encode())
    page = signed_in.get(url("import_plan"))
    assert f"/employee/{ends.pk}/change/" in page.text
    refused = signed_in.post(url("import_plan"), {"fingerprint": fingerprint(page)})
    assert refused.status_code == 422
    assert not Employee.objects.filter(number="9").exists()
    signed_in.post(url("import_plan"), {"fingerprint": fingerprint(page), "others": "on"})
    assert Employee.objects.filter(number="9").exists()
