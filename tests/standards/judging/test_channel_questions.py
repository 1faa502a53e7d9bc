"""Where something else is seen or heard at a channel, another question is asked there."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from standards.checklist import checklist
from standards.history.changes import changes_of
from standards.importing.importing import InvalidDocument, import_edition
from standards.interchange import export_edition
from standards.judging.signoff import change_judging, version_of
from standards.models import Assessability, Edition
from tests.audits.factories import UserFactory
from tests.standards.factories import recommendation_of
from tests.standards.judging.test_admin_judging import sent
from tests.standards.pages import words
from tests.standards.test_admin_text import page

pytestmark = pytest.mark.django_db

PHONE = "Czy pracownik powiedział, że obsługuje klienta?"


@pytest.fixture
def row(edition_2016: Edition) -> Assessability:
    return recommendation_of(edition_2016, "15.2").assessability


def own(channel: str, question: str = PHONE, parts: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"channel": channel, "question": question, "parts": list(parts)}


def changed(row: Assessability, questions: Any) -> Assessability:
    return change_judging(
        assessability=row,
        by=UserFactory(),
        seen=version_of(row),
        reason="Narada.",
        changes={"channel_questions": questions},
    )


def asked(edition: Edition, channel: str) -> tuple[str, list[str]]:
    row = next(row for row in checklist(edition, "observation", channel) if row.label == "15.2")
    return row.question, row.parts


def test_only_its_channel_is_asked_otherwise(edition_2016: Edition, row: Assessability) -> None:
    changed(row, [own("phone")])
    assert asked(edition_2016, "phone") == (PHONE, [])
    assert asked(edition_2016, "counter") == (row.question, row.parts)


@pytest.mark.parametrize(
    "questions",
    [
        "Czy?",
        [{"channel": "phone"}],
        [own("moon")],
        [own("phone", " ")],
        [own("phone", "x" * 301)],
        [own("phone", parts=("jedna",))],
        [own("phone", parts=("jedna", " "))],
        [own("phone"), own("phone")],
        [own("phone"), own("counter")],
        # No method sees 15.2 in letters.
        [own("letter")],
    ],
)
def test_what_is_no_question_of_a_channel_is_refused(row: Assessability, questions: Any) -> None:
    with pytest.raises(ValidationError) as refusal:
        changed(row, questions)
    assert set(refusal.value.message_dict) == {"channel_questions"}


def test_its_page_shows_and_saves_it(administrator: Client, row: Assessability) -> None:
    at = page(row.recommendation)
    markup = administrator.get(at).content.decode()
    kept = row.channel_questions[0]
    text = "\n".join([kept["question"], *kept["parts"]])
    assert f'name="channel_questions_phone" id="id_channel_questions_phone" rows="3" cols="80">\n{text}<' in markup

    values = sent(administrator, row.recommendation) | {"reason": "Narada."}
    values["channel_questions_phone"] = f"  {PHONE}  \r\n\r\n pierwsza\r\ndruga"
    assert administrator.post(at, values).status_code == 302
    row.refresh_from_db()
    assert row.channel_questions == [own("phone", parts=("pierwsza", "druga"))]

    assert administrator.post(
        at, sent(administrator, row.recommendation) | {"reason": "x", "channel_questions_phone": ""}
    )
    row.refresh_from_db()
    assert row.channel_questions == []


def test_what_was_typed_stays_when_something_else_is_wrong(administrator: Client, row: Assessability) -> None:
    values = sent(administrator, row.recommendation) | {
        "channel_questions_phone": f"{PHONE}\n<b>część</b>",
        "weight": 0,
    }
    response = administrator.post(page(row.recommendation), values)
    assert response.status_code == 422
    assert f"\n{PHONE}\n&lt;b&gt;część&lt;/b&gt;</textarea>" in response.content.decode()


def test_the_page_as_it_came_changes_nothing(administrator: Client, row: Assessability) -> None:
    values = sent(administrator, row.recommendation)
    values["channel_questions_phone"] = "\n".join(
        [row.channel_questions[0]["question"], *row.channel_questions[0]["parts"]]
    )
    assert administrator.post(page(row.recommendation), values).status_code == 302
    assert not row.history.exists()


def test_history_and_pages_say_it_in_words(administrator: Client, edition_2016: Edition, row: Assessability) -> None:
    changed(row, [own("phone", parts=("pierwsza", "druga"))])
    after = next(field.after for field in changes_of(row)[0].fields)
    assert after == f"Telefon: {PHONE} (pierwsza; druga)"
    signing = reverse("admin:standards_edition_signoff", args=[edition_2016.pk])
    for address in (signing, row.recommendation.get_absolute_url()):
        assert PHONE in words(administrator.get(address)), address


def test_it_is_carried_to_another_office(edition_2016: Edition, row: Assessability) -> None:
    document = export_edition("75-2016") | {"code": "kopia", "publication": None}
    copy = import_edition(document=document).edition
    assert recommendation_of(copy, "15.2").assessability.channel_questions == row.channel_questions


def test_a_file_with_channels_out_of_order_is_refused_at_its_place(edition_2016: Edition) -> None:
    document = export_edition("75-2016") | {"code": "kopia", "publication": None}
    first = document["areas"][0]["standards"][0]["recommendations"][0]
    first["channel_questions"] = [own("phone"), own("counter")]
    with pytest.raises(InvalidDocument) as refusal:
        import_edition(document=document)
    assert [fault.path for fault in refusal.value.faults] == [
        "$.areas[0].standards[0].recommendations[0].channel_questions"
    ]
