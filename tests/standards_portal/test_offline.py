"""What a browser needs to open the portal without a network, and what it is told to forget."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from PIL import Image

from audits.choices import Role
from audits.fieldwork import propose_correction, submit_audit
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, load_edition_2016, opened_audit

pytestmark = pytest.mark.django_db

CARD = re.compile(r"static/(?:js|css|img|vendor|django_htmx)/[\w./-]+\.(?:js|css|svg|woff2)")


def needed(client: Client) -> dict[str, object]:
    script = client.get("/worker.js").content.decode()
    read: dict[str, object] = json.loads(script.partition("\n")[0].removeprefix("self.NEEDED = ").removesuffix(";"))
    return read


def test_the_worker_names_files_that_there_are_and_is_a_short_one(client):
    listed = needed(client)
    addresses = listed["STATIC"]
    assert isinstance(addresses, list)
    for address in addresses:
        assert finders.find(address.removeprefix(settings.STATIC_URL)), address
    assert listed["FALLBACK"] == "/na-tym-urzadzeniu/"
    assert len((Path(settings.BASE_DIR) / "static/js/worker.js").read_text().splitlines()) < 150


def test_it_names_all_that_a_checklist_and_the_page_of_the_device_load(client):
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, DepartmentFactory())
    draft = opened_audit(auditor, auditor.appointments.get().department)
    client.force_login(auditor)
    listed = {str(address).lstrip("/") for address in needed(client)["STATIC"]}  # type: ignore[attr-defined]
    card = reverse("audits:offline_card", args=["observation", "counter", draft.edition_id])
    pages = ("/na-tym-urzadzeniu/", "/audyty/nowy/bez-sieci/", card)
    for page in (f"/audyty/{draft.uuid}/karta/", *pages):
        loaded = set(CARD.findall(client.get(page).content.decode()))
        assert loaded
        assert loaded <= listed


def test_another_byte_of_what_it_keeps_is_another_version(client, monkeypatch):
    before = needed(client)["VERSION"]
    assert needed(client)["VERSION"] == before
    monkeypatch.setattr("standards_portal.offline._FONTS", ())
    assert needed(client)["VERSION"] != before


def test_the_manifest_names_the_portal_and_a_picture_that_there_is(client):
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["start_url"], manifest["display"]) == ("/", "standalone")
    for icon in manifest["icons"]:
        path = finders.find(icon["src"].removeprefix(settings.STATIC_URL))
        assert path
        if icon["type"] == "image/png":
            with Image.open(str(path)) as picture:
                assert (picture.format, "{}x{}".format(*picture.size)) == ("PNG", icon["sizes"])
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert 'rel="manifest" href="/manifest.webmanifest"' in client.get("/logowanie/").content.decode()


def kept(client: Client, address: str) -> bool:
    return "no-store" not in client.get(address)["Cache-Control"]


def test_of_all_audits_the_browser_may_keep_ones_own_draft_alone(client):
    load_edition_2016()
    department = DepartmentFactory()
    auditor = appointed(Role.AUDITOR, department)
    draft = opened_audit(auditor, department)
    client.force_login(auditor)
    assert kept(client, f"/audyty/{draft.uuid}/karta/")
    for part in ("zlozenie", "dane", "porzucenie"):
        assert not kept(client, f"/audyty/{draft.uuid}/{part}/")
    assert not kept(client, "/")
    submitted = submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    correction = propose_correction(audit=submitted, by=auditor, reason="Pomylone pytanie.")
    assert not kept(client, f"/audyty/{correction.uuid}/karta/")


@pytest.mark.parametrize(
    ("sent", "cleared"), [({}, '"cache", "storage"'), ({"keep_storage": "yes"}, '"cache"')], ids=["all", "not others'"]
)
def test_signing_out_tells_the_browser_to_forget(client, sent, cleared):
    client.force_login(UserFactory())
    assert client.post("/wylogowanie/", sent)["Clear-Site-Data"] == cleared
