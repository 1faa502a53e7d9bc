"""How recommendations are judged is edited in the administration, published or not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from standards.choices import Channel
from standards.judging.signoff import confirm_assessability, version_of
from standards.models import Assessability, Edition, Occasion, Recommendation
from standards.publishing.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.standards.factories import OccasionFactory, RecommendationFactory, recommendation_of
from tests.standards.pages import words
from tests.standards.test_admin_text import fields_of, page, shown


@pytest.fixture
def judged(edition_2016: Edition) -> Assessability:
    return Recommendation.objects.get_by_natural_key("75-2016", "25", "3").assessability


def found(client: Client, **filters: Any) -> set[str]:
    response = client.get(reverse("admin:standards_assessability_changelist"), filters)
    assert response.status_code == 200
    return {row.recommendation.label for row in response.context["cl"].queryset}


def sent(client: Client, recommendation: Recommendation) -> dict[str, Any]:
    """What a browser would send from the recommendation's page, nothing changed."""
    context = client.get(page(recommendation)).context
    return fields_of(context["form"]) | {"seen": context["seen"]}


class TestPage:
    def test_row_leads_to_its_recommendations_page(self, administrator: Client, judged: Assessability) -> None:
        assert administrator.get(page(judged))["Location"] == page(judged.recommendation)

    def test_channels_are_boxes_of_what_the_method_sees(self, administrator: Client, judged: Assessability) -> None:
        form = administrator.get(page(judged.recommendation)).context["form"]
        offered = {name: [value for value, _ in form.fields[name].choices] for name in ("mystery", "documents")}
        assert offered == {"mystery": ["counter", "phone", "email"], "documents": ["email", "letter", "records"]}

    def test_published_rows_judging_is_changed_with_a_reason(
        self, administrator: Client, judged: Assessability
    ) -> None:
        values = sent(administrator, judged.recommendation) | {
            "mystery": ["counter", "phone"],
            "question": "Czy pracownik podziękował za prezent?",
            "parts": "odmówił\r\n\r\n  podziękował  ",
            "weight": 3,
            "reason": "Tak ustalono na naradzie.",
        }
        assert administrator.post(page(judged.recommendation), values).status_code == 302
        judged.refresh_from_db()
        assert judged.mystery == [Channel.COUNTER, Channel.PHONE]
        assert judged.parts == ["odmówił", "podziękował"]
        assert (judged.question, judged.weight) == ("Czy pracownik podziękował za prezent?", 3)
        change = judged.history.first()
        assert change.history_change_reason == "Tak ustalono na naradzie."
        assert change.history_user is not None

    def test_published_row_is_not_changed_without_a_reason(self, administrator: Client, judged: Assessability) -> None:
        values = sent(administrator, judged.recommendation) | {"weight": 3}
        response = administrator.post(page(judged.recommendation), values)
        assert (response.status_code, list(response.context["form"].errors)) == (422, ["reason"])
        assert response.context["form"]["weight"].value() == "3"

    def test_row_that_was_left_out_comes_in_only_with_a_reason(
        self, administrator: Client, edition_2016: Edition
    ) -> None:
        """1.2 is private life: nobody judges it by ticking a box."""
        draft = draft_from(edition=edition_2016, code="2-2026", title="Nowe", by=UserFactory())
        row = recommendation_of(draft, "1.2")
        values = sent(administrator, row) | {
            "mystery": ["counter"],
            "block": "appearance",
            "question": "Czy pracownik był wypoczęty?",
            "short_name": "wypoczęty pracownik",
            "weight": 1,
        }
        response = administrator.post(page(row), values)
        assert (response.status_code, list(response.context["form"].errors)) == (422, ["reason"])
        assert administrator.post(page(row), values | {"reason": "Zgoda rady pracowników."}).status_code == 302
        assert Assessability.objects.get(recommendation=row).reason == "Zgoda rady pracowników."

    def test_unchanged_page_saves_the_same(self, administrator: Client, edition_2016: Edition) -> None:
        for row in Assessability.objects.exclude(parts=[])[:3]:
            before = Assessability.objects.values().get(pk=row.pk)
            values = sent(administrator, row.recommendation)
            assert administrator.post(page(row.recommendation), values).status_code == 302
            assert Assessability.objects.values().get(pk=row.pk) == before
            assert not row.history.exists()

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"question": ""}, "question"),
            ({"block": ""}, "block"),
            ({"weight": 0}, "weight"),
            ({"parts": "tylko jedna"}, "parts"),
            ({"short_name": ""}, "short_name"),
            ({"short_name": "powitanie, pożegnanie"}, "short_name"),
            ({"short_name": "pożegnanie klienta"}, "short_name"),
            ({"channel_questions_letter": "Czy pismo miało datę?"}, "channel_questions"),
            ({"channel_questions_counter": "Czy kubek stał?\njedna część"}, "channel_questions"),
            ({"mystery": ["records"]}, "mystery"),
        ],
    )
    def test_judging_that_contradicts_itself_is_refused(
        self, administrator: Client, judged: Assessability, change: dict[str, Any], field: str
    ) -> None:
        values = sent(administrator, judged.recommendation) | {"reason": "Próba."} | change
        response = administrator.post(page(judged.recommendation), values)
        assert (response.status_code, list(response.context["form"].errors)) == (422, [field])

    def test_stale_form_overwrites_nothing_and_comes_back_beside_theirs(
        self, administrator: Client, judged: Assessability
    ) -> None:
        at = page(judged.recommendation)
        mine = sent(administrator, judged.recommendation) | {"question": "Moje pytanie?", "reason": "Narada."}
        Assessability.objects.filter(pk=judged.pk).update(question="Ich pytanie?", weight=4)
        response = administrator.post(at, mine)
        assert response.status_code == 409
        sides = {side.label: (side.theirs, side.mine) for side in response.context["sides"]}
        assert sides["Pytanie o fakt"] == ("Ich pytanie?", "Moje pytanie?")
        assert "Ich pytanie?" in response.content.decode()
        judged.refresh_from_db()
        assert judged.question == "Ich pytanie?"
        merged = mine | {"seen": response.context["seen"], "weight": 4}
        assert administrator.post(at, merged).status_code == 302
        judged.refresh_from_db()
        assert (judged.question, judged.weight) == ("Moje pytanie?", 4)

    def test_occasions_and_exclusions_are_of_the_same_edition(
        self, administrator: Client, judged: Assessability
    ) -> None:
        OccasionFactory()
        RecommendationFactory()
        fields = administrator.get(page(judged.recommendation)).context["form"].fields
        assert fields["occasion"].queryset.count() == 33
        assert fields["excludes"].queryset.count() == 154
        assert judged.recommendation not in fields["excludes"].queryset

    def test_recommendation_without_judging_gets_one_on_its_page(self, administrator: Client, db: None) -> None:
        recommendation = RecommendationFactory()
        occasion = OccasionFactory(edition=recommendation.standard.edition)
        values = sent(administrator, recommendation) | {
            "mystery": ["counter"],
            "block": "appearance",
            "question": "Czy kubek stał dalej?",
            "short_name": "bezpieczne miejsce kubka",
            "occasion": occasion.pk,
            "attribution": "employee",
            "weight": 1,
        }
        assert administrator.post(page(recommendation), values).status_code == 302
        made = Assessability.objects.get()
        assert (made.recommendation, made.mystery, made.occasion) == (recommendation, ["counter"], occasion)

    def test_it_is_confirmed_here_and_says_by_whom(self, administrator: Client, judged: Assessability) -> None:
        at = page(judged.recommendation)
        values = sent(administrator, judged.recommendation)
        administrator.post(at, {"seen": values["seen"], "confirm": "row"})
        judged.refresh_from_db()
        assert judged.confirmed_at is not None
        assert judged.question_confirmed_at is None
        assert str(judged.confirmed_by) in words(administrator.get(at))
        administrator.post(at, values | {"weight": 5, "reason": "Narada."})
        judged.refresh_from_db()
        assert judged.confirmed_at is None

    def test_what_was_changed_meanwhile_is_not_confirmed(self, administrator: Client, judged: Assessability) -> None:
        at = page(judged.recommendation)
        seen = sent(administrator, judged.recommendation)["seen"]
        Assessability.objects.filter(pk=judged.pk).update(weight=4)
        administrator.post(at, {"seen": seen, "confirm": "row"})
        judged.refresh_from_db()
        assert judged.confirmed_at is None

    def test_rows_of_a_published_edition_are_never_deleted(self, administrator: Client, judged: Assessability) -> None:
        assert administrator.post(page(judged, "delete"), {"post": "yes"}).status_code == 404
        assert administrator.get(reverse("admin:standards_assessability_add")).status_code == 404

    def test_occasions_question_is_changed(self, administrator: Client, judged: Assessability) -> None:
        occasion = judged.occasion
        assert occasion is not None
        values = shown(administrator, occasion) | {"question": "Czy klient coś przyniósł?"}
        assert administrator.post(page(occasion), values).status_code == 302
        assert Occasion.objects.get(pk=occasion.pk).question == "Czy klient coś przyniósł?"
        assert occasion.history.count() == 2


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

    def test_not_yet_confirmed(self, administrator: Client, judged: Assessability) -> None:
        assert len(found(administrator, confirmed="no")) == 155
        confirm_assessability(assessability=judged, by=UserFactory(), seen=version_of(judged), question=False)
        assert len(found(administrator, confirmed="no")) == 155
        confirm_assessability(assessability=judged, by=UserFactory(), seen=version_of(judged))
        assert len(found(administrator, confirmed="no")) == 154
        assert found(administrator, confirmed="yes") == {"25.3"}

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
