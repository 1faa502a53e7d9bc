"""Who sees what, where: all recommendations of an edition in one grid, and what each checklist would contain."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from audits.models import Answer
from standards.checklist import checklist, estimated_minutes
from standards.judging.grid import COLUMNS
from standards.models import Assessability, Edition
from tests.audits.factories import DepartmentFactory, appointed, opened_audit
from tests.standards.factories import PublicationFactory, recommendation_of, sound_draft
from tests.standards.pages import main, words


def address(edition: Edition) -> str:
    return reverse("admin:standards_edition_judging", args=[edition.pk])


def sent(response: Any) -> dict[str, Any]:
    """What a browser would send back, nothing touched."""
    form = main(response)
    values: dict[str, Any] = {"row": re.findall(r'name="row" value="(\d+)"', form), "save": ""}
    values |= dict(re.findall(r'name="(g\d+-shown)" value="([^"]*)"', form))
    for key in values["row"]:
        values[f"g{key}"] = re.findall(rf'name="g{key}"\s+value="([^"]+)"[^>]*?checked', form)
    return values


def judged(edition: Edition, label: str) -> Assessability:
    return Assessability.objects.get(recommendation=recommendation_of(edition, label))


@pytest.fixture
def draft(db: None) -> Edition:
    return sound_draft()


def test_boxes_are_ticked_as_rows_are_seen(administrator: Client, edition_2016: Edition) -> None:
    values = sent(administrator.get(address(edition_2016)))
    assert len(values["row"]) == 155
    for row in Assessability.objects.all():
        expected = [f"{method}:{channel}" for method, channel in COLUMNS if channel in row.channels(method)]
        assert values[f"g{row.pk}"] == expected


def test_it_says_what_each_checklist_contains_and_how_long_it_takes(
    administrator: Client, edition_2016: Edition
) -> None:
    response = administrator.get(address(edition_2016))
    for method, channel, contents in response.context["contents"]:
        rows = checklist(edition_2016, method, channel)
        assert contents.rows == len(rows)
        assert contents.minutes == estimated_minutes(rows)
        assert contents.refrain == sum(row.assessability.refrain for row in rows)
        assert contents.on_occasion == sum(not row.is_core for row in rows)
    assert "około" in words(response)


def test_grid_costs_the_same_for_any_number_of_rows(
    administrator: Client, edition_2016: Edition, draft: Edition, django_assert_num_queries: Any
) -> None:
    administrator.get(address(draft))
    for edition in (draft, edition_2016):
        # One of them for what waits for a second administrator, of which every page of the administration tells.
        with django_assert_num_queries(11):
            administrator.get(address(edition))


def test_saving_it_untouched_changes_nothing(administrator: Client, edition_2016: Edition) -> None:
    before = list(Assessability.objects.values())
    values = sent(administrator.get(address(edition_2016)))
    assert administrator.post(address(edition_2016), values).status_code == 302
    assert list(Assessability.objects.values()) == before


def test_ticked_box_changes_the_checklist_with_author_and_reason(administrator: Client, draft: Edition) -> None:
    row = judged(draft, "2.1")
    Assessability.objects.filter(pk=row.pk).update(confirmed_at="2026-01-01T00:00Z")
    values = sent(administrator.get(address(draft)))
    values |= {f"g{row.pk}": ["mystery:counter", "observation:phone"], "reason": "Narada."}
    assert administrator.post(address(draft), values).status_code == 302
    row.refresh_from_db()
    assert (row.mystery, row.observation, row.confirmed_at) == (["counter"], ["phone"], None)
    assert [each.label for each in checklist(draft, "observation", "phone")] == ["2.1"]
    change = row.history.first()
    assert (change.history_change_reason, change.history_user is not None) == ("Narada.", True)


def test_counting_saves_nothing(administrator: Client, draft: Edition) -> None:
    row = judged(draft, "2.1")
    values = sent(administrator.get(address(draft))) | {f"g{row.pk}": ["documents:letter"], "count": ""}
    del values["save"]
    response = administrator.post(address(draft), values)
    counted = {(method, channel): one.rows for method, channel, one in response.context["contents"]}
    assert (counted["documents", "letter"], counted["mystery", "counter"]) == (1, 4)
    assert sent(response)[f"g{row.pk}"] == ["documents:letter"]
    row.refresh_from_db()
    assert row.mystery == ["counter"]


def test_row_that_nobody_sees_weighs_nothing_and_comes_back_with_a_reason(
    administrator: Client, draft: Edition
) -> None:
    row = judged(draft, "2.1")
    administrator.post(address(draft), sent(administrator.get(address(draft))) | {f"g{row.pk}": []})
    row.refresh_from_db()
    assert (row.is_assessable, row.weight) == (False, 0)
    again = sent(administrator.get(address(draft))) | {f"g{row.pk}": ["mystery:phone"]}
    response = administrator.post(address(draft), again)
    assert response.status_code == 422
    assert 'id="reason-fault"' in main(response)
    assert sent(response)[f"g{row.pk}"] == ["mystery:phone"]
    assert administrator.post(address(draft), again | {"reason": "Zgoda."}).status_code == 302
    row.refresh_from_db()
    assert (row.mystery, row.weight, row.reason) == (["phone"], 1, "Zgoda.")


def test_private_life_is_not_ticked_in_passing(administrator: Client, edition_2016: Edition) -> None:
    row = judged(edition_2016, "1.2")
    values = sent(administrator.get(address(edition_2016))) | {f"g{row.pk}": ["mystery:counter"], "reason": "Narada."}
    response = administrator.post(address(edition_2016), values)
    assert response.status_code == 422
    assert [each.key for each in response.context["faulty"]] == [row.pk]
    row.refresh_from_db()
    assert not row.is_assessable


def test_published_edition_asks_for_a_reason_and_saves_all_or_nothing(administrator: Client, draft: Edition) -> None:
    PublicationFactory(edition=draft)
    one, two = judged(draft, "1.1"), judged(draft, "2.1")
    values = sent(administrator.get(address(draft)))
    values |= {f"g{row.pk}": ["mystery:phone"] for row in (one, two)}
    assert administrator.post(address(draft), values).status_code == 422
    one.refresh_from_db()
    assert one.mystery == ["counter"]
    assert administrator.post(address(draft), values | {"reason": "Narada."}).status_code == 302
    assert {judged(draft, label).mystery[0] for label in ("1.1", "2.1")} == {"phone"}


def test_reason_that_is_too_long_is_refused(administrator: Client, draft: Edition) -> None:
    values = sent(administrator.get(address(draft))) | {"reason": "a" * 301}
    response = administrator.post(address(draft), values)
    assert (response.status_code, 'id="reason-fault"' in main(response)) == (422, True)


class TestTwoEditors:
    def conflict(self, administrator: Client, draft: Edition) -> tuple[Assessability, Any]:
        row = judged(draft, "2.1")
        mine = sent(administrator.get(address(draft))) | {f"g{row.pk}": ["mystery:phone"]}
        Assessability.objects.filter(pk=row.pk).update(mystery=[], observation=["office"])
        return row, administrator.post(address(draft), mine)

    def test_nothing_is_overwritten_and_both_versions_are_shown(self, administrator: Client, draft: Edition) -> None:
        row, response = self.conflict(administrator, draft)
        assert response.status_code == 409
        assert "Obserwacja" in words(response)
        assert sent(response)[f"g{row.pk}"] == ["mystery:phone"]
        row.refresh_from_db()
        assert (row.mystery, row.observation) == ([], ["office"])

    @pytest.mark.parametrize(("take", "mystery"), [("mine", ["phone"]), ("theirs", [])])
    def test_either_is_taken(self, administrator: Client, draft: Edition, take: str, mystery: list[str]) -> None:
        row, response = self.conflict(administrator, draft)
        assert administrator.post(address(draft), sent(response) | {f"g{row.pk}-take": take}).status_code == 302
        row.refresh_from_db()
        assert row.mystery == mystery

    def test_rows_that_i_left_alone_keep_what_others_did(self, administrator: Client, draft: Edition) -> None:
        row, other = judged(draft, "2.1"), judged(draft, "1.1")
        mine = sent(administrator.get(address(draft))) | {f"g{row.pk}": ["mystery:phone"]}
        Assessability.objects.filter(pk=other.pk).update(mystery=["email"])
        assert administrator.post(address(draft), mine).status_code == 302
        other.refresh_from_db()
        assert other.mystery == ["email"]


def test_audits_already_opened_keep_their_rows(administrator: Client, edition_2016: Edition) -> None:
    department = DepartmentFactory()
    audit = opened_audit(appointed(Role.AUDITOR, department), department, selection="everything")
    before = list(Answer.objects.filter(audit=audit).order_by("position").values())
    row = Assessability.objects.get(recommendation=before[0]["recommendation_id"])
    values = sent(administrator.get(address(edition_2016))) | {f"g{row.pk}": [], "reason": "Narada."}
    assert administrator.post(address(edition_2016), values).status_code == 302
    assert row.recommendation not in [
        each.recommendation for each in checklist(edition_2016, audit.method, audit.channel)
    ]
    assert list(Answer.objects.filter(audit=audit).order_by("position").values()) == before


def test_others_find_no_page(client: Client, draft: Edition) -> None:
    client.force_login(appointed(Role.HR, DepartmentFactory()))
    assert client.get(address(draft)).status_code == 404
    assert client.post(address(draft), {"row": [], "save": ""}).status_code == 404
