"""One page a standard: everything that can be done with its recommendations, without losing what somebody typed."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from audits.models import User
from standards.models import Edition, Recommendation, Standard
from standards.publishing.publishing import draft_from
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.standards.editing.test_editing import save
from tests.standards.factories import PublicationFactory, recommendation_of, sound_draft
from tests.standards.pages import main, words

_FIELD = re.compile(
    r'<input[^>]*?type="(?P<type>text|hidden|radio)"[^>]*?>|<textarea[^>]*?name="(?P<area>[^"]+)"[^>]*>\n?(?P<text>.*?)</textarea>'
    r'|<select[^>]*?name="(?P<select>[^"]+)"[^>]*>(?P<options>.*?)</select>',
    re.DOTALL,
)


def fields(response: Any) -> dict[str, Any]:
    """What a browser would send back from the page's form, nothing touched."""
    form = main(response).split('method="post"', 1)[1].split("</form>", 1)[0]
    found: dict[str, Any] = {}
    for match in _FIELD.finditer(form):
        if match["area"]:
            found[match["area"]] = unescape(match["text"])
        elif match["select"]:
            chosen = re.search(r'value="([^"]*)"\s+selected', match["options"])
            chosen = chosen or re.search(r'value="([^"]*)"', match["options"])
            found[match["select"]] = unescape(chosen[1]) if chosen else ""
        else:
            name, value = re.search(r'name="([^"]+)"', match[0]), re.search(r'value="([^"]*)"', match[0])
            if name and (match["type"] != "radio" or "checked" in match[0]):
                found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in found.items()}


@pytest.fixture
def draft(db: None) -> Edition:
    return sound_draft()


@pytest.fixture
def editor(db: None) -> User:
    return appointed(Role.STANDARDS_EDITOR, DepartmentFactory())


@pytest.fixture
def at_work(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def address(standard: Standard, act: str = "change", *args: Any) -> str:
    return reverse(f"admin:standards_standard_{act}", args=[standard.pk, *args])


def row_of(edition: Edition, label: str) -> Recommendation:
    return recommendation_of(edition, label)


class TestPage:
    def test_it_shows_all_as_it_is_typed(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.2")
        row.emphasis = [[0, 5]]
        row.save()
        sent = fields(at_work.get(address(row.standard)))
        assert sent["heading-title"] == "Dbaj o porządek na biurku"
        assert sent[f"r{row.pk}-text"] == "*Podaj* klientowi:"
        assert sent[f"r{row.pk}-points"] == "numer pokoju\ntermin"

    def test_saving_it_untouched_changes_nothing(self, at_work: Client, draft: Edition) -> None:
        standard = draft.standards.get(number="2")
        before = list(Recommendation.objects.values())
        count = Recommendation.history.count()
        response = at_work.post(address(standard), fields(at_work.get(address(standard))), follow=True)
        assert "Nic nie zostało zmienione." in words(response)
        assert list(Recommendation.objects.values()) == before
        assert Recommendation.history.count() == count

    def test_heading_and_rows_are_saved_at_once(self, at_work: Client, editor: User, draft: Edition) -> None:
        row = row_of(draft, "2.2")
        sent = fields(at_work.get(address(row.standard))) | {
            "heading-rationale": "Bo klient *pyta*.\r\nI czeka.",
            f"r{row.pk}-text": "Podaj *od razu*:",
            f"r{row.pk}-points": "numer\r\ndatę",
            "act": "save",
        }
        assert at_work.post(address(row.standard), sent)["Location"] == address(row.standard)
        row.refresh_from_db()
        assert (row.text, row.emphasis) == ("Podaj od razu:", [[6, 13]])
        assert [point.text for point in row.points.all()] == ["numer", "datę"]
        assert row.history.first().history_user == editor
        assert Standard.objects.get(pk=row.standard_id).rationale == "Bo klient *pyta*.\nI czeka."

    def test_preview_shows_emphasis_and_saves_nothing(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {f"r{row.pk}-text": "*Nigdy* <b>nie</b>.", "act": "preview"}
        response = at_work.post(address(row.standard), sent)
        assert "<em>Nigdy</em> &lt;b&gt;nie&lt;/b&gt;." in main(response)
        assert fields(response)[f"r{row.pk}-text"] == "*Nigdy* <b>nie</b>."
        row.refresh_from_db()
        assert row.text == "Nie przerywaj klientowi."

    def test_fault_keeps_all_that_was_typed(self, at_work: Client, draft: Edition) -> None:
        row, other = row_of(draft, "2.1"), row_of(draft, "2.2")
        sent = fields(at_work.get(address(row.standard))) | {
            f"r{row.pk}-text": "Nie *przerywaj.",
            f"r{other.pk}-text": "Podaj zawsze:",
            "new-text": "Dodane.",
        }
        response = at_work.post(address(row.standard), sent | {"act": "save"})
        assert response.status_code == 422
        kept = fields(response)
        sent.pop("csrfmiddlewaretoken")
        assert {name: kept[name] for name in sent} == sent
        assert f'id="r{row.pk}-text-fault"' in main(response)
        assert Recommendation.objects.get(pk=other.pk).text == "Podaj klientowi:"

    def test_what_is_invisible_is_refused_by_name_and_spaces_are_spaces(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {"act": "save"}
        response = at_work.post(address(row.standard), sent | {f"r{row.pk}-text": "Nie przerywaj klien\u200btowi."})
        assert response.status_code == 422
        assert "znak U+200B po „klien”" in words(response)
        at_work.post(address(row.standard), sent | {f"r{row.pk}-text": "Nie\u00a0przery\u00adwaj\r\nnikomu."})
        row.refresh_from_db()
        assert row.text == "Nie przerywaj\nnikomu."

    def test_it_costs_the_same_for_any_number_of_rows(
        self, at_work: Client, edition_2016: Edition, django_assert_max_num_queries: Any
    ) -> None:
        draft = draft_from(edition=edition_2016, code="kopia", title="Kopia", by=UserFactory())
        longest = max(draft.standards.all(), key=lambda standard: standard.recommendations.count())
        with django_assert_max_num_queries(22):
            at_work.get(address(longest))

    def test_it_asks_for_the_meaning_of_a_changed_wording(self, at_work: Client, draft: Edition) -> None:
        later = draft_from(edition=draft, code="3-2026", title="Nowe", by=UserFactory())
        row = row_of(later, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {f"r{row.pk}-text": "Nie przerywaj nigdy.", "act": "save"}
        page = at_work.post(address(row.standard), sent, follow=True)
        assert "Powiedz niżej, czy znaczenie jest to samo." in words(page)
        assert "<ins>" in main(page)
        sent = fields(page) | {f"r{row.pk}-meaning": "same", "act": "save"}
        assert "Powiedz niżej" not in words(at_work.post(address(row.standard), sent, follow=True))
        row.refresh_from_db()
        assert row.same_meaning is True

    def test_invented_numbers_are_labels(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {"heading-number": "II.3", f"r{row.pk}-number": "7a"}
        assert at_work.post(address(row.standard), sent | {"act": "save"}).status_code == 302
        assert row_of(draft, "II.3.7a").pk == row.pk


class TestTwoEditors:
    def test_nothing_is_overwritten_and_both_versions_are_shown(self, at_work: Client, draft: Edition) -> None:
        row, other = row_of(draft, "2.1"), row_of(draft, "2.2")
        sent = fields(at_work.get(address(row.standard))) | {
            f"r{row.pk}-text": "Moja treść.",
            f"r{other.pk}-text": "Podaj zawsze:",
            "new-text": "Dodane.",
            "act": "save",
        }
        save(draft, UserFactory(last_name="Inna", first_name="Irena"), r2_1={"text": "Ich treść."})
        response = at_work.post(address(row.standard), sent)
        assert response.status_code == 409
        page = words(response)
        assert "Ich treść." in page
        assert "Irena Inna" in page
        kept = fields(response)
        assert kept[f"r{row.pk}-text"] == "Moja treść."
        assert (kept[f"r{other.pk}-text"], kept["new-text"]) == ("Podaj zawsze:", "Dodane.")
        assert row_of(draft, "2.1").text == "Ich treść."
        assert row_of(draft, "2.2").text == "Podaj klientowi:"

    @pytest.mark.parametrize(
        ("way", "text"),
        [({"take": "mine"}, "Moja treść."), ({"take": "theirs"}, "Ich treść."), ({"text": "Obie."}, "Obie.")],
    )
    def test_either_is_taken_or_they_are_merged(
        self, at_work: Client, draft: Edition, way: dict[str, str], text: str
    ) -> None:
        row = row_of(draft, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {f"r{row.pk}-text": "Moja treść.", "new-text": "Dodane."}
        save(draft, UserFactory(), r2_1={"text": "Ich treść."})
        again = fields(at_work.post(address(row.standard), sent | {"act": "save"}))
        again |= {f"r{row.pk}-{name}": value for name, value in way.items()}
        assert at_work.post(address(row.standard), again | {"act": "save"}).status_code == 302
        assert row_of(draft, "2.1").text == text
        assert row_of(draft, "2.3").text == "Dodane."

    def test_heading_too(self, at_work: Client, draft: Edition) -> None:
        standard = draft.standards.get(number="2")
        sent = fields(at_work.get(address(standard))) | {"heading-title": "Mój tytuł", "act": "save"}
        Standard.objects.filter(pk=standard.pk).update(title="Ich tytuł")
        response = at_work.post(address(standard), sent)
        assert response.status_code == 409
        assert "Ich tytuł" in words(response)
        theirs = fields(response) | {"heading-take": "theirs", "act": "save"}
        at_work.post(address(standard), theirs)
        assert Standard.objects.get(pk=standard.pk).title == "Ich tytuł"

    def test_what_was_typed_of_a_removed_row_is_shown(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        sent = fields(at_work.get(address(row.standard))) | {f"r{row.pk}-text": "Moja treść.", "act": "save"}
        at_work.post(
            address(row.standard, "remove", row.pk), fields(at_work.get(address(row.standard, "remove", row.pk)))
        )
        response = at_work.post(address(row.standard), sent)
        assert response.status_code == 409
        assert "Moja treść." in words(response)


class TestActs:
    def test_added_once_however_often_it_is_sent(self, at_work: Client, draft: Edition) -> None:
        standard = draft.standards.get(number="2")
        sent = fields(at_work.get(address(standard))) | {"new-text": "Nowe.", "new-points": "a\nb", "act": "save"}
        for _ in range(2):
            assert at_work.post(address(standard), sent).status_code == 302
        assert [row.number for row in standard.recommendations.all()] == ["1", "2", "3"]

    def test_fault_of_an_added_one_is_at_its_field(self, at_work: Client, draft: Edition) -> None:
        standard = draft.standards.get(number="2")
        sent = fields(at_work.get(address(standard))) | {"new-text": "Nowe.", "new-number": "1", "act": "save"}
        response = at_work.post(address(standard), sent)
        assert response.status_code == 422
        assert 'id="new-number-fault"' in main(response)
        assert fields(response)["new-text"] == "Nowe."

    def test_button_saves_what_was_typed_before_it_moves(self, at_work: Client, draft: Edition) -> None:
        row, other = row_of(draft, "2.1"), row_of(draft, "2.2")
        sent = fields(at_work.get(address(row.standard))) | {
            f"r{other.pk}-text": "Podaj zawsze:",
            "act": f"down-{row.pk}",
        }
        response = at_work.post(address(row.standard), sent)
        assert response["Location"].endswith(f"#zalecenie-{row.pk}")
        assert [each.pk for each in row.standard.recommendations.order_by("position")] == [other.pk, row.pk]
        assert row_of(draft, "2.2").text == "Podaj zawsze:"
        at_work.post(address(row.standard), sent)
        assert [each.pk for each in row.standard.recommendations.order_by("position")] == [other.pk, row.pk]

    def test_split_page_divides(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.2")
        at = address(row.standard, "split", row.pk)
        sent = fields(at_work.get(at)) | {
            "first-points": "numer pokoju",
            "second-text": "I też:",
            "second-points": "termin",
        }
        for _ in range(2):
            assert at_work.post(at, sent).status_code == 302
        assert [each.number for each in row.standard.recommendations.order_by("position")] == ["1", "2", "2a"]

    def test_split_without_a_second_part_is_refused(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.2")
        at = address(row.standard, "split", row.pk)
        response = at_work.post(at, fields(at_work.get(at)) | {"first-text": "Zmieniona."})
        assert response.status_code == 422
        assert fields(response)["first-text"] == "Zmieniona."
        assert 'id="second-text-fault"' in main(response)

    def test_merge_page_joins(self, at_work: Client, draft: Edition) -> None:
        row, other = row_of(draft, "2.1"), row_of(draft, "2.2")
        at = address(row.standard, "merge", row.pk)
        assert f'value="{other.pk}"' in main(at_work.get(at))
        sent = fields(at_work.get(at, {"other": other.pk}))
        assert sent["merged-text"] == "Nie przerywaj klientowi. Podaj klientowi:"
        for _ in range(2):
            assert at_work.post(at, sent | {"merged-text": "Razem:", "keeps": "other"}).status_code in (200, 302)
        assert [each.text for each in row.standard.recommendations.all()] == ["Razem:"]

    def test_move_page_takes_it_to_another_standard(self, at_work: Client, draft: Edition) -> None:
        row, to = row_of(draft, "2.1"), draft.standards.get(number="3")
        at = address(row.standard, "move", row.pk)
        sent = fields(at_work.get(at)) | {"to": to.pk, "number": "1a"}
        for _ in range(2):
            assert at_work.post(at, sent).status_code == 302
        assert row_of(draft, "3.1a").lineage == row.lineage

    @pytest.mark.parametrize("sent", [{"to": "0"}, {"to": "x"}, {"number": "1"}])
    def test_move_that_cannot_be_is_refused(self, at_work: Client, draft: Edition, sent: dict[str, str]) -> None:
        row, to = row_of(draft, "2.1"), draft.standards.get(number="3")
        at = address(row.standard, "move", row.pk)
        assert at_work.post(at, fields(at_work.get(at)) | {"to": to.pk} | sent).status_code == 422

    @pytest.mark.parametrize("act", ["split", "merge", "move", "remove"])
    def test_stale_page_is_told_so(self, at_work: Client, draft: Edition, act: str) -> None:
        row, other = row_of(draft, "2.1"), row_of(draft, "2.2")
        at = address(row.standard, act, row.pk)
        query = {"other": other.pk} if act == "merge" else {}
        sent = fields(at_work.get(at, query)) | {"to": draft.standards.get(number="3").pk, "second-text": "Inne."}
        save(draft, UserFactory(), r2_1={"text": "Ich treść."})
        response = at_work.post(at, sent)
        assert response.status_code == 409
        assert "Ich treść." in words(response)
        assert row_of(draft, "2.1").text == "Ich treść."

    def test_remove_page_asks_first_and_a_second_click_leads_back(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        at = address(row.standard, "remove", row.pk)
        sent = fields(at_work.get(at))
        assert Recommendation.objects.filter(pk=row.pk).exists()
        for _ in range(2):
            assert at_work.post(at, sent)["Location"] == address(row.standard)
        assert not Recommendation.objects.filter(pk=row.pk).exists()
        assert at_work.get(at).status_code == 404

    def test_renumbering_is_shown_and_then_done(self, at_work: Client, draft: Edition) -> None:
        standard = draft.standards.get(number="2")
        at = address(standard, "renumber")
        assert at_work.get(at, {"first": "7a"}).context["plan"] == [("1", "7a"), ("2", "7b")]
        sent = {"first": "7a", "seen": ["1", "2"]}
        for _ in range(2):
            assert at_work.post(at, sent).status_code == 302
        assert [row.number for row in standard.recommendations.order_by("position")] == ["7a", "7b"]
        assert at_work.post(at, {"first": "a/b", "seen": ["7a", "7b"]}).status_code in (302, 422)


class TestPublished:
    def test_page_is_read_and_takes_nothing(self, at_work: Client, draft: Edition) -> None:
        row = row_of(draft, "2.1")
        PublicationFactory(edition=draft)
        assert "Nie przerywaj klientowi." in words(at_work.get(address(row.standard)))
        at_work.post(address(row.standard), {"row": row.pk, f"r{row.pk}-text": "Inne.", "act": "save"})
        assert row_of(draft, "2.1").text == "Nie przerywaj klientowi."
        for act in ("split", "merge", "move", "remove"):
            assert at_work.get(address(row.standard, act, row.pk)).status_code == 404
            assert at_work.post(address(row.standard, act, row.pk)).status_code == 404
        assert at_work.post(address(row.standard, "renumber"), {"first": "5"}).status_code == 404


def test_others_find_no_page(client: Client, draft: Edition) -> None:
    client.force_login(appointed(Role.AUDITOR, DepartmentFactory()))
    row = row_of(draft, "2.1")
    for at in (address(row.standard), address(row.standard, "remove", row.pk), address(row.standard, "renumber")):
        assert client.get(at).status_code == 404
        assert client.post(at, {"act": "save"}).status_code == 404
