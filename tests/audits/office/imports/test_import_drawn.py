"""The import's pages with files and bodies drawn: an answer in Polish each time, nothing echoed, nothing written."""

import csv
import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given

from audits.choices import Role
from audits.models import Department, Employee, Employment
from tests.audits.factories import DepartmentFactory, EmploymentFactory, appointed
from tests.audits.office.imports.drawn_files import BOUNDARY, CONTENTS, HIDDEN, bodies, in_every_cell
from tests.matrix.hostile import MARKER, bounded

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

UPLOAD, PLAN, PLAN_CSV, READING = (
    reverse(f"admin:audits_employee_{name}") for name in ("import", "import_plan", "import_plan_csv", "import_reading")
)
NAMED = re.compile(r'<select name="(column_\d+)"')
FAULT = re.compile(r'<ul class="errorlist"[^>]*>\s*<li>([^<]+)</li>')


@pytest.fixture
def signed_in(client: Client, settings, tmp_path) -> Client:
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"default": files}
    office = DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")
    EmploymentFactory(department=DepartmentFactory(code="UD-BEM", parent=office), employee__number="1")
    client.force_login(appointed(Role.ADMINISTRATOR, office))
    client.raise_request_exception = False
    return client


def held() -> tuple[object, ...]:
    return tuple(tuple(model.objects.order_by("pk").values_list()) for model in (Department, Employee, Employment))


def multipart(file: bytes, day: bytes = b"2026-03-01") -> bytes:
    parts = [
        b'name="file"; filename="kadry"\r\nContent-Type: application/octet-stream\r\n\r\n' + file,
        b'name="on"\r\n\r\n' + day,
    ]
    opened = b"".join(b"--%s\r\nContent-Disposition: form-data; %s\r\n" % (BOUNDARY, part) for part in parts)
    return opened + b"--%s--\r\n" % BOUNDARY


def send(client: Client, body: bytes) -> None:
    before = held()
    answer = client.post(UPLOAD, body, content_type=f"multipart/form-data; boundary={BOUNDARY.decode()}")
    assert answer.status_code in (302, 400, 422), answer.status_code
    assert MARKER.encode() not in answer.content
    if answer.status_code == 200:
        faults = FAULT.findall(answer.text)
        assert faults
        assert all(0 < len(fault) < 150 for fault in faults)
    elif answer.status_code == 302:
        assert answer.url == PLAN
        _look(client)
    assert held() == before


def _look(client: Client) -> None:
    page = client.get(PLAN)
    if page.status_code == 302:
        # Letters or columns that somebody has to name: what is chosen without looking is read, or refused.
        assert page.url == READING
        asked = client.get(READING)
        assert asked.status_code == 200
        assert MARKER.encode() not in asked.content
        assert HIDDEN not in asked.text
        chosen = dict.fromkeys(NAMED.findall(asked.text), "number") | {"encoding": "cp1250"}
        assert client.post(READING, chosen).status_code in (302, 422)
        assert client.get(PLAN_CSV).status_code in (200, 302)
        return
    assert page.status_code == 200
    assert MARKER.encode() not in page.content
    assert HIDDEN not in page.text
    listed = client.get(PLAN_CSV)
    assert listed.status_code == 200
    for line in csv.reader(io.StringIO(listed.content.decode("utf-8-sig")), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)
    refused = client.post(PLAN, {"fingerprint": MARKER})
    assert refused.status_code == 409
    assert MARKER.encode() not in refused.content


def test_no_file_breaks_the_import(signed_in: Client) -> None:
    @bounded
    @given(content=CONTENTS)
    def drawn(content: bytes) -> None:
        send(signed_in, multipart(content))

    drawn()
    for text in (MARKER, "=1+1", "a\0b"):
        send(signed_in, multipart(in_every_cell(text)))


def test_no_body_breaks_the_import(signed_in: Client) -> None:
    @bounded
    @given(body=bodies())
    def drawn(body: bytes) -> None:
        send(signed_in, body)

    drawn()
