"""How recommendations are judged is edited in the administration, published or not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from standards.choices import Channel
from standards.models import Assessability, Edition, Occasion, Recommendation
from tests.standards.factories import OccasionFactory, PublicationFactory, RecommendationFactory
from tests.standards.test_admin_text import page, shown


@pytest.fixture
def judged(edition_2016: Edition) -> Assessability:
    return Recommendation.objects.get_by_natural_key("75-2016", "25", "3").assessability


def found(client: Client, **filters: Any) -> set[str]:
    response = client.get(reverse("admin:standards_assessability_changelist"), filters)
    assert response.status_code == 200
    return {row.recommendation.label for row in response.context["cl"].queryset}


class TestPage:
    def test_channels_are_boxes_of_what_the_method_sees(self, administrator: Client, judged: Assessability) -> None:
        form = administrator.get(page(judged)).context["adminform"].form
        offered = {name: [value for value, _ in form.fields[name].choices] for name in ("mystery", "documents")}
        assert offered == {"mystery": ["counter", "phone", "email"], "documents": ["email", "letter", "records"]}

    def test_published_rows_judging_is_changed(self, administrator: Client, judged: Assessability) -> None:
        values = shown(administrator, judged) | {
            "mystery": ["counter", "phone"],
            "question": "Czy pracownik podziękował za prezent?",
            "parts": "odmówił\r\n\r\n  podziękował  ",
            "weight": 3,
        }
        assert administrator.post(page(judged), values).status_code == 302
        judged.refresh_from_db()
        assert judged.mystery == [Channel.COUNTER, Channel.PHONE]
        assert judged.parts == ["odmówił", "podziękował"]
        assert (judged.question, judged.weight) == ("Czy pracownik podziękował za prezent?", 3)

    def test_unchanged_page_saves_the_same(self, administrator: Client, edition_2016: Edition) -> None:
        for row in Assessability.objects.exclude(parts=[])[:3]:
            before = Assessability.objects.values().get(pk=row.pk)
            assert administrator.post(page(row), shown(administrator, row)).status_code == 302
            assert Assessability.objects.values().get(pk=row.pk) == before

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"question": ""}, "question"),
            ({"block": ""}, "block"),
            ({"weight": 0}, "weight"),
            ({"parts": "tylko jedna"}, "parts"),
            ({"mystery": ["records"]}, "mystery"),
        ],
    )
    def test_judging_that_contradicts_itself_is_refused(
        self, administrator: Client, judged: Assessability, change: dict[str, Any], field: str
    ) -> None:
        response = administrator.post(page(judged), shown(administrator, judged) | change)
        assert list(response.context["adminform"].form.errors) == [field]

    def test_occasions_and_exclusions_are_of_the_same_edition(
        self, administrator: Client, judged: Assessability
    ) -> None:
        OccasionFactory()
        RecommendationFactory()
        fields = administrator.get(page(judged)).context["adminform"].form.fields
        assert fields["occasion"].queryset.count() == 27
        assert fields["excludes"].queryset.count() == 154
        assert judged.recommendation not in fields["excludes"].queryset

    def test_published_recommendation_is_judged_on_its_own_page(
        self, administrator: Client, judged: Assessability
    ) -> None:
        recommendation = judged.recommendation
        values = shown(administrator, recommendation) | {"assessability-0-weight": 5}
        assert administrator.post(page(recommendation), values).status_code == 302
        judged.refresh_from_db()
        assert judged.weight == 5

    def test_recommendation_without_judging_gets_one_on_its_page(self, administrator: Client, db: None) -> None:
        recommendation = RecommendationFactory()
        edition = recommendation.standard.edition
        occasion = OccasionFactory(edition=edition)
        PublicationFactory(edition=edition)
        values = shown(administrator, recommendation) | {
            "assessability-TOTAL_FORMS": "1",
            "assessability-0-recommendation": recommendation.pk,
            "assessability-0-mystery": ["counter"],
            "assessability-0-block": "appearance",
            "assessability-0-question": "Czy kubek stał dalej?",
            "assessability-0-occasion": occasion.pk,
            "assessability-0-attribution": "employee",
            "assessability-0-weight": 1,
        }
        assert administrator.post(page(recommendation), values).status_code == 302
        made = Assessability.objects.get()
        assert (made.recommendation, made.mystery, made.occasion) == (recommendation, ["counter"], occasion)

    def test_rows_of_a_published_edition_are_never_deleted(self, administrator: Client, judged: Assessability) -> None:
        assert administrator.post(page(judged, "delete"), {"post": "yes"}).status_code == 404
        assert administrator.get(reverse("admin:standards_assessability_add")).status_code == 404

    def test_occasions_question_is_changed(self, administrator: Client, judged: Assessability) -> None:
        occasion = judged.occasion
        assert occasion is not None
        values = shown(administrator, occasion) | {"question": "Czy klient coś przyniósł?"}
        assert administrator.post(page(occasion), values).status_code == 302
        assert Occasion.objects.get(pk=occasion.pk).question == "Czy klient coś przyniósł?"


class TestFilters:
    def test_by_method(self, administrator: Client, edition_2016: Edition) -> None:
        rows = Assessability.objects.select_related("recommendation__standard")
        for method in ("mystery", "observation", "documents"):
            expected = {row.recommendation.label for row in rows if row.channels(method)}
            assert found(administrator, method=method) == expected
            assert 0 < len(expected) < 155

    def test_not_assessable(self, administrator: Client, edition_2016: Edition) -> None:
        labels = found(administrator, method="none")
        assert len(labels) == 11
        assert "1.2" in labels

    def test_by_channel(self, administrator: Client, edition_2016: Edition) -> None:
        rows = Assessability.objects.select_related("recommendation__standard")
        for channel in Channel.values:
            expected = {
                row.recommendation.label for row in rows if channel in (*row.mystery, *row.observation, *row.documents)
            }
            assert found(administrator, channel=channel) == expected
            assert expected

    def test_by_occasion(self, administrator: Client, edition_2016: Edition) -> None:
        gift = edition_2016.occasions.get(code="gift")
        assert found(administrator, occasion__id__exact=gift.pk) == {
            row.recommendation.label for row in gift.rows.select_related("recommendation__standard")
        }

    def test_search_reads_text_and_question(self, administrator: Client, edition_2016: Edition) -> None:
        assert "7.3" in found(administrator, q="dzien dobry")
