"""Text that was published stays as it is, whoever writes and however; drafts and judging stay editable."""
# ruff: noqa: S608 (the SQL is put together from the models' own tables and columns)

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import F

from standards.choices import Channel
from standards.models import Area, Edition, Point, Publication, Recommendation, Standard, Withdrawal
from tests.standards.factories import (
    AreaFactory,
    EditionFactory,
    PointFactory,
    PublicationFactory,
    RecommendationFactory,
    StandardFactory,
    WithdrawalFactory,
)
from tests.standards.guarding import (
    execute,
    on_postgresql,
    on_sqlite,
    published_edition,
    refused,
    rows_of,
    whole_edition,
)

pytestmark = pytest.mark.both_databases

LEVELS = (
    (Edition, "title"),
    (Area, "title"),
    (Standard, "rationale"),
    (Recommendation, "text"),
    (Point, "text"),
)
each_level = pytest.mark.parametrize(("model", "field"), LEVELS, ids=[model.__name__ for model, _ in LEVELS])


@pytest.mark.django_db
@each_level
class TestPublishedText:
    def test_save_with_another_text_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        setattr(row, field, "inna treść")
        refused(row.save)
        assert getattr(model.objects.get(pk=row.pk), field) != "inna treść"

    def test_update_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        refused(model.objects.filter(pk=row.pk).update, **{field: "inna treść"})

    def test_update_of_many_is_refused_for_one_published_row(self, model: Any, field: str) -> None:
        draft, _ = rows_of(whole_edition())[model], published_edition()
        refused(model.objects.update, **{field: "inna treść"})
        draft.refresh_from_db()
        assert getattr(draft, field) != "inna treść"

    def test_bulk_update_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        setattr(row, field, "inna treść")
        refused(model.objects.bulk_update, [row], [field])

    def test_raw_sql_update_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        refused(execute, f"UPDATE {model._meta.db_table} SET {field} = %s WHERE id = %s", "inna treść", row.pk)

    def test_another_primary_key_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        refused(model.objects.filter(pk=row.pk).update, id=F("id") + 1000)

    def test_delete_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        refused(model.objects.filter(pk=row.pk)._raw_delete, using="default")

    def test_identical_save_passes(self, model: Any, field: str) -> None:
        row = model.objects.get(pk=rows_of(published_edition())[model].pk)
        row.save()
        assert model.objects.filter(pk=row.pk).update(**{field: getattr(row, field)}) == 1

    def test_draft_is_edited(self, model: Any, field: str) -> None:
        published_edition()
        row = rows_of(whole_edition())[model]
        setattr(row, field, "inna treść")
        row.save()
        row.refresh_from_db()
        assert getattr(row, field) == "inna treść"

    def test_draft_is_deleted(self, model: Any, field: str) -> None:
        published_edition()
        rows = rows_of(whole_edition())
        rows[Recommendation].assessability.delete()
        rows[Edition].occasions.all().delete()
        for level in reversed(rows):
            rows[level].delete()
        assert model.objects.count() == 1

    @on_sqlite
    def test_replace_is_refused(self, model: Any, field: str) -> None:
        row = rows_of(published_edition())[model]
        columns = [column.column for column in model._meta.concrete_fields]
        chosen = ", ".join("'inna treść'" if column == field else column for column in columns)
        refused(
            execute,
            f"REPLACE INTO {model._meta.db_table} ({', '.join(columns)})"
            f" SELECT {chosen} FROM {model._meta.db_table} WHERE id = %s",
            row.pk,
        )

    @on_sqlite
    def test_replace_by_a_drafts_row_is_refused(self, model: Any, field: str) -> None:
        """The row that takes the place belongs to a draft: only what is in its way is published."""
        row, draft = rows_of(published_edition())[model], rows_of(whole_edition())[model]
        refused(execute, f"UPDATE OR REPLACE {model._meta.db_table} SET id = %s WHERE id = %s", row.pk, draft.pk)

    @on_postgresql
    def test_truncate_is_refused(self, model: Any, field: str) -> None:
        published_edition()
        execute("SET CONSTRAINTS ALL IMMEDIATE")  # or else foreign keys still to be checked forbid it first
        refused(execute, f"TRUNCATE {model._meta.db_table} CASCADE")


@pytest.mark.django_db
class TestInsertionIntoPublishedEdition:
    @pytest.mark.parametrize(
        "make",
        [
            lambda rows: AreaFactory.build(edition=rows[Edition]),
            lambda rows: StandardFactory.build(edition=rows[Edition], area=rows[Area]),
            lambda rows: RecommendationFactory.build(standard=rows[Standard]),
            lambda rows: PointFactory.build(recommendation=rows[Recommendation]),
        ],
        ids=["Area", "Standard", "Recommendation", "Point"],
    )
    @pytest.mark.parametrize("bulk", [False, True], ids=["save", "bulk_create"])
    def test_is_refused(self, make: Any, bulk: bool) -> None:
        row = make(rows_of(published_edition()))
        if bulk:
            refused(type(row).objects.bulk_create, [row])
            refused(type(row).objects.bulk_create, [row], ignore_conflicts=True)
        else:
            refused(row.save)
        assert type(row).objects.count() == 1

    def test_of_a_standard_of_a_draft_under_a_published_area_is_refused(self) -> None:
        published = rows_of(published_edition())
        refused(StandardFactory.build(edition=EditionFactory(), area=published[Area]).save)

    def test_into_the_draft_beside_it_passes(self) -> None:
        published_edition()
        whole_edition()
        assert Point.objects.count() == 2


@pytest.mark.django_db
class TestMoveBetweenEditions:
    @pytest.mark.parametrize(
        ("model", "parent", "field"),
        [
            (Area, Edition, "edition"),
            (Standard, Edition, "edition"),
            (Standard, Area, "area"),
            (Recommendation, Standard, "standard"),
            (Point, Recommendation, "recommendation"),
        ],
    )
    def test_is_refused_both_ways(self, model: Any, parent: Any, field: str) -> None:
        published, draft = rows_of(published_edition()), rows_of(whole_edition())
        refused(model.objects.filter(pk=published[model].pk).update, **{field: draft[parent]})
        refused(model.objects.filter(pk=draft[model].pk).update, **{field: published[parent]})

    def test_draft_may_not_take_the_code_of_a_published_edition(self) -> None:
        published, draft = rows_of(published_edition())[Edition], EditionFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.filter(pk=draft.pk).update(code=published.code)

    @on_sqlite
    def test_replacing_the_edition_by_its_code_is_refused(self) -> None:
        published, draft = rows_of(published_edition())[Edition], EditionFactory()
        sql = "UPDATE OR REPLACE standards_edition SET code = %s WHERE id = %s"
        refused(execute, sql, published.code, draft.pk)
        refused(execute, "REPLACE INTO standards_edition (code, title) VALUES (%s, 'inna')", published.code)


@pytest.mark.django_db
class TestPublication:
    def test_change_is_refused(self) -> None:
        publication = PublicationFactory()
        publication.legal_basis = "inna podstawa"
        refused(publication.save, match="publication is never changed")

    def test_move_to_another_edition_is_refused(self) -> None:
        publication = PublicationFactory()
        refused(
            Publication.objects.filter(pk=publication.pk).update,
            edition=EditionFactory(),
            match="publication is never changed",
        )

    def test_delete_is_refused(self) -> None:
        refused(PublicationFactory().delete, match="publication is never changed")
        assert Publication.objects.count() == 1

    def test_second_one_of_an_edition_is_refused(self) -> None:
        edition = PublicationFactory().edition
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicationFactory(edition=edition)

    def test_identical_save_passes(self) -> None:
        Publication.objects.get(pk=PublicationFactory().pk).save()

    @on_sqlite
    def test_replace_is_refused(self) -> None:
        publication = PublicationFactory()
        refused(
            execute,
            "REPLACE INTO standards_publication (edition_id, legal_basis, effective_from, published_at)"
            " VALUES (%s, 'inna', '2021-01-01', '2021-01-01')",
            publication.edition_id,
            match="publication is never changed",
        )

    @on_postgresql
    def test_truncate_is_refused(self) -> None:
        PublicationFactory()
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        refused(execute, "TRUNCATE standards_publication CASCADE", match="publication is never changed")


@pytest.mark.django_db
class TestWithdrawal:
    MATCH = "withdrawal is never changed"

    def test_change_is_refused(self) -> None:
        withdrawal = WithdrawalFactory()
        withdrawal.reason = "inny powód"
        refused(withdrawal.save, match=self.MATCH)
        refused(Withdrawal.objects.update, since="2030-01-01", match=self.MATCH)
        refused(execute, "UPDATE standards_withdrawal SET reason = 'x'", match=self.MATCH)

    def test_delete_is_refused(self) -> None:
        refused(WithdrawalFactory().delete, match=self.MATCH)
        assert Withdrawal.objects.count() == 1

    def test_second_one_of_an_edition_is_refused(self) -> None:
        withdrawal = WithdrawalFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            WithdrawalFactory(edition=withdrawal.edition)

    def test_identical_save_passes(self) -> None:
        Withdrawal.objects.get(pk=WithdrawalFactory().pk).save()

    @on_sqlite
    def test_replace_is_refused(self) -> None:
        refused(
            execute,
            "REPLACE INTO standards_withdrawal (edition_id, since, reason, withdrawn_at)"
            " VALUES (%s, '2030-01-01', 'x', '2030-01-01')",
            WithdrawalFactory().edition_id,
            match=self.MATCH,
        )

    @on_postgresql
    def test_truncate_is_refused(self) -> None:
        WithdrawalFactory()
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        refused(execute, "TRUNCATE standards_withdrawal", match=self.MATCH)


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_publication_waits_for_whoever_is_editing_the_draft() -> None:
    """Else the edit would be committed after the publication, unseen by both."""
    draft = rows_of(whole_edition())

    def publish() -> str:
        try:
            with transaction.atomic():
                execute("SET LOCAL lock_timeout = '200ms'")
                PublicationFactory(edition=draft[Edition])
        except OperationalError as error:
            return str(error)
        finally:
            connection.close()
        return "published"

    with ThreadPoolExecutor() as threads:
        with transaction.atomic():
            RecommendationFactory(standard=draft[Standard])
            assert "lock timeout" in threads.submit(publish).result()
        assert threads.submit(publish).result() == "published"


@pytest.mark.django_db
def test_judging_of_a_published_edition_is_editable() -> None:
    judged = published_edition().recommendation.assessability
    judged.mystery, judged.weight, judged.question = [Channel.PHONE.value], 3, "Czy kubek stał bezpiecznie?"
    judged.save()
    judged.occasion.question = "Czy klient prosił o formularz?"
    judged.occasion.save()
    judged.refresh_from_db()
    assert (judged.mystery, judged.weight) == (["phone"], 3)
    judged.delete()
    judged.occasion.delete()
