"""The text of an edition in the administration: drafts are edited, what was published is read."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from standards.models import Area, Edition, Point, Recommendation, Standard
from tests.standards.factories import (
    AreaFactory,
    AssessabilityFactory,
    EditionFactory,
    PointFactory,
    PublicationFactory,
    RecommendationFactory,
    StandardFactory,
)


def page(row: Any, action: str = "change") -> str:
    return reverse(f"admin:standards_{row._meta.model_name}_{action}", args=[row.pk])


def fields_of(form: Any) -> dict[str, Any]:
    """What a browser would send back from a form as it was shown."""
    values: dict[str, Any] = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if value is True:
            values[bound.html_name] = "on"
        elif value is not None and value is not False:
            values[bound.html_name] = value
    return values


def shown(client: Client, row: Any) -> dict[str, Any]:
    """What a browser would send from the row's page, nothing changed."""
    response = client.get(page(row))
    context, markup = response.context, response.content.decode()
    values = fields_of(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        values |= fields_of(inline.formset.management_form)
        for form in inline.formset.forms:
            values |= fields_of(form)
    values = {name: value for name, value in values.items() if f'name="{name}"' in markup}
    return values | {"seen": context["seen"]}


@pytest.fixture
def draft(db: None) -> Recommendation:
    recommendation = RecommendationFactory(standard__number="II.3", number="7a", emphasis=[[0, 5]])
    PointFactory(recommendation=recommendation, position=1)
    AssessabilityFactory(recommendation=recommendation)
    return recommendation


@pytest.fixture
def published(draft: Recommendation) -> Recommendation:
    PublicationFactory(edition=draft.standard.edition)
    return draft


class TestDraft:
    def test_title_of_an_edition_is_changed(self, administrator: Client, draft: Recommendation) -> None:
        edition = draft.standard.edition
        values = shown(administrator, edition) | {"title": "Nowy tytuł"}
        assert administrator.post(page(edition), values).status_code == 302
        edition.refresh_from_db()
        assert edition.title == "Nowy tytuł"

    def test_saving_an_unchanged_page_changes_nothing(self, administrator: Client, draft: Recommendation) -> None:
        area = draft.standard.area
        before = Area.objects.values().get(pk=area.pk)
        assert administrator.post(page(area), shown(administrator, area)).status_code == 302
        assert Area.objects.values().get(pk=area.pk) == before

    @pytest.mark.parametrize("level", ["edition", "area"])
    def test_stale_form_overwrites_nothing_and_comes_back_beside_theirs(
        self, administrator: Client, draft: Recommendation, level: str
    ) -> None:
        edition = draft.standard.edition
        row: Any = edition if level == "edition" else draft.standard.area
        mine = shown(administrator, row) | {"title": "Mój tytuł"}
        type(row).objects.filter(pk=row.pk).update(title="Ich tytuł")
        response = administrator.post(page(row), mine)
        assert response.status_code == 409
        assert "Ich tytuł" in response.content.decode()
        assert response.context["adminform"].form["title"].value() == "Mój tytuł"
        row.refresh_from_db()
        assert row.title == "Ich tytuł"
        assert administrator.post(page(row), mine | {"seen": response.context["seen"]}).status_code == 302
        row.refresh_from_db()
        assert row.title == "Mój tytuł"

    def test_area_that_somebody_changed_is_not_overwritten_from_the_editions_page(
        self, administrator: Client, draft: Recommendation
    ) -> None:
        mine = shown(administrator, draft.standard.edition) | {"areas-0-title": "Mój tytuł"}
        Area.objects.update(title="Ich tytuł")
        assert administrator.post(page(draft.standard.edition), mine).status_code == 409
        assert Area.objects.get().title == "Ich tytuł"

    def test_standard_takes_its_areas_edition(self, administrator: Client, db: None) -> None:
        area = AreaFactory()
        values = {"area": area.pk, "number": "II.4", "position": 1, "title": "Pukaj"}
        assert administrator.post(reverse("admin:standards_standard_add"), values).status_code == 302
        assert Standard.objects.get().edition == area.edition

    def test_number_that_is_taken_is_refused(self, administrator: Client, db: None) -> None:
        taken = StandardFactory(number="II.4")
        other_area = AreaFactory(edition=taken.edition)
        values = {"area": other_area.pk, "number": "II.4", "position": 2, "title": "Pukaj"}
        response = administrator.post(reverse("admin:standards_standard_add"), values)
        assert list(response.context["adminform"].form.errors) == ["number"]

    @pytest.mark.parametrize("number", ["3/2", "3 a", "..", "?"])
    def test_number_that_no_address_can_hold_is_refused(
        self, administrator: Client, draft: Recommendation, number: str
    ) -> None:
        area = draft.standard.area
        response = administrator.post(page(area), shown(administrator, area) | {"number": number})
        assert list(response.context["adminform"].form.errors) == ["number"]

    def test_area_is_deleted(self, administrator: Client, db: None) -> None:
        area = AreaFactory()
        assert administrator.post(page(area, "delete"), {"post": "yes"}).status_code == 302
        assert not Area.objects.exists()


class TestPublished:
    @pytest.mark.parametrize("level", ["edition", "area", "standard"])
    def test_page_has_no_field_and_takes_no_change(
        self, administrator: Client, published: Recommendation, level: str
    ) -> None:
        standard = published.standard
        row: Any = {"edition": standard.edition, "area": standard.area, "standard": standard}[level]
        response = administrator.get(page(row))
        assert response.status_code == 200
        assert 'name="title"' not in response.content.decode()
        assert administrator.post(page(row), {"title": "Nowy tytuł"}).status_code == (
            200 if level == "standard" else 404
        )
        row.refresh_from_db()
        assert row.title != "Nowy tytuł"

    @pytest.mark.parametrize("level", ["edition", "area", "standard", "recommendation", "publication"])
    def test_page_has_no_deletion(self, administrator: Client, published: Recommendation, level: str) -> None:
        standard = published.standard
        row: Any = {
            "edition": standard.edition,
            "area": standard.area,
            "standard": standard,
            "recommendation": published,
            "publication": standard.edition.publication,
        }[level]
        assert administrator.post(page(row, "delete"), {"post": "yes"}).status_code == 404
        assert type(row).objects.filter(pk=row.pk).exists()

    def test_recommendations_text_and_points_are_read_only(
        self, administrator: Client, published: Recommendation
    ) -> None:
        markup = administrator.get(page(published)).content.decode()
        assert "<em>Kubek</em> postaw tak" in markup
        assert "z dala od krawędzi" in markup
        assert 'name="text"' not in markup
        administrator.post(page(published), {"text": "Inna treść", "number": "9"})
        published.refresh_from_db()
        assert (published.number, published.text[:5]) == ("7a", "Kubek")
        assert Point.objects.get().text == "z dala od krawędzi"

    def test_standard_shows_its_recommendations_with_links(
        self, administrator: Client, published: Recommendation
    ) -> None:
        text = administrator.get(page(published.standard)).content.decode()
        assert f'<a href="{page(published)}">II.3.7a</a>. <em>Kubek</em> postaw' in text

    @pytest.mark.parametrize(
        ("model", "parent"),
        [("area", "edition"), ("standard", "area")],
    )
    def test_nothing_can_be_added_to_it(
        self, administrator: Client, published: Recommendation, model: str, parent: str
    ) -> None:
        drafts = {
            "edition": EditionFactory(code="projekt"),
            "area": AreaFactory(edition__code="projekt-2"),
        }
        response = administrator.get(reverse(f"admin:standards_{model}_add"))
        offered = set(response.context["adminform"].form.fields[parent].queryset)
        assert drafts[parent] in offered
        assert all(not getattr(row, "edition", row).is_published for row in offered)

    def test_publication_is_shown_and_never_filled_in(self, administrator: Client, published: Recommendation) -> None:
        publication = published.standard.edition.publication
        assert administrator.get(page(publication)).status_code == 200
        assert administrator.get(reverse("admin:standards_publication_add")).status_code == 404
        assert administrator.post(page(publication), {"legal_basis": "inna"}).status_code == 404

    def test_list_action_deletes_drafts_and_refuses_published_rows(
        self, administrator: Client, published: Recommendation
    ) -> None:
        draft = AreaFactory()
        for rows, left in (([published.standard.area, draft], 2), ([draft], 1)):
            values = {"action": "delete_selected", "_selected_action": [row.pk for row in rows], "post": "yes"}
            # Of both editions: without a choice the list holds the draft alone.
            administrator.post(reverse("admin:standards_area_changelist") + "?edition=all", values)
            assert Area.objects.count() == left


class TestLists:
    @pytest.mark.parametrize(
        ("model", "query", "count"),
        [
            ("edition", "obslugi klienta", 1),
            ("area", "sytuacje", 1),
            ("standard", "zewnetrzny", 1),
            ("recommendation", "dzien dobry", 1),
            ("recommendation", "17.10", 1),
            ("occasion", "zalacznik", 1),
            ("assessability", "zalacznik powital", 0),
        ],
    )
    def test_search_knows_no_diacritics(
        self, administrator: Client, edition_2016: Edition, model: str, query: str, count: int
    ) -> None:
        response = administrator.get(reverse(f"admin:standards_{model}_changelist"), {"q": query})
        assert response.context["cl"].result_count == count

    @pytest.mark.parametrize(
        "model", ["edition", "publication", "area", "standard", "recommendation", "occasion", "assessability"]
    )
    def test_list_costs_the_same_for_any_number_of_rows(
        self, administrator: Client, edition_2016: Edition, model: str, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(3):
            AssessabilityFactory()
        with django_assert_max_num_queries(16):
            response = administrator.get(reverse(f"admin:standards_{model}_changelist"))
        assert response.status_code == 200
