"""The guards are there whatever the database goes through: fixtures, migrations, flush, and checks miss one."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from standards import guards
from standards.models import Edition, Point, Publication, Recommendation
from tests.standards.guarding import (
    execute,
    on_postgresql,
    published_edition,
    refused,
    rows_of,
)

pytestmark = pytest.mark.both_databases


class TestFixture:
    FIXTURE = "standards/zarzadzenie-75-2016"

    @pytest.fixture
    def changed_fixture(self, tmp_path: Path, settings: Any) -> Callable[[str, str], str]:
        """Makes the fixture anew with one passage changed, and gives its path."""

        def change(old: str, new: str) -> str:
            text = (settings.BASE_DIR / f"fixtures/{self.FIXTURE}.json").read_text("utf-8")
            assert text.count(old) == 1
            path = tmp_path / "changed.json"
            path.write_text(text.replace(old, new), "utf-8")
            return str(path)

        return change

    @pytest.mark.django_db
    def test_loads_twice(self) -> None:
        for _ in range(2):
            call_command("loaddata", self.FIXTURE, verbosity=0)
        assert Recommendation.objects.count() == 155

    @pytest.mark.django_db
    def test_with_another_text_is_refused_and_nothing_of_it_stays(
        self, edition_2016: Edition, changed_fixture: Callable[[str, str], str]
    ) -> None:
        changed = changed_fixture("Dbaj o swój wygląd zewnętrzny", "Dbaj o swój wygląd")
        refused(call_command, "loaddata", changed, verbosity=0)
        assert edition_2016.standards.get(number="3").title == "Dbaj o swój wygląd zewnętrzny"

    @pytest.mark.django_db
    def test_with_another_question_is_loaded(
        self, edition_2016: Edition, changed_fixture: Callable[[str, str], str]
    ) -> None:
        old = "Czy pracownik odmówił przyjęcia prezentu uprzejmie, tak aby nie sprawić klientowi przykrości?"
        call_command("loaddata", changed_fixture(old, "Czy odmowa była uprzejma?"), verbosity=0)
        recommendation = Recommendation.objects.get_by_natural_key("75-2016", "25", "3")
        assert recommendation.assessability.question == "Czy odmowa była uprzejma?"

    @pytest.mark.django_db
    def test_names_every_guarded_table(self, settings: Any) -> None:
        """Whatever text a later version adds to the fixture has to be guarded too, or named here as judging."""
        text = (settings.BASE_DIR / f"fixtures/{self.FIXTURE}.json").read_text("utf-8")
        tables = {row["model"].replace(".", "_") for row in json.loads(text)}
        guarded = {*guards.TABLES} - {guards.WITHDRAWAL}  # no edition is withdrawn as it is first loaded
        assert tables == {*guarded, "standards_occasion", "standards_assessability"}


@pytest.mark.django_db(transaction=True)
class TestUpkeep:
    def check(self) -> str:
        output = StringIO()
        call_command("check", databases=["default"], tags=["database"], stdout=output, stderr=output)
        return output.getvalue()

    def test_check_passes_with_all_guards(self) -> None:
        assert guards.missing("default") == []
        assert "standards.E001" not in self.check()

    def test_check_fails_for_one_missing_guard_and_names_it(self) -> None:
        name = f"{guards.PREFIX}standards_point_{'row' if connection.vendor == 'postgresql' else 'update'}"
        execute(f"DROP TRIGGER {name}" + (" ON standards_point" if connection.vendor == "postgresql" else ""))
        with pytest.raises(CommandError, match=rf"(?s)standards\.E001.*: {name} missing"):
            self.check()

    @on_postgresql
    def test_check_fails_for_a_disabled_guard(self) -> None:
        execute("ALTER TABLE standards_point DISABLE TRIGGER USER")
        with pytest.raises(CommandError, match="keep_published_standards_point_row"):
            self.check()
        execute("ALTER TABLE standards_point ENABLE TRIGGER USER")

    def test_migrate_mends_missing_guards(self) -> None:
        guards.lift("default")
        assert len(guards.missing("default")) >= 12
        call_command("migrate", verbosity=0, skip_checks=False)
        assert guards.missing("default") == []

    def test_guards_are_lifted_while_tables_are_remade(self) -> None:
        point = published_edition()
        try:
            call_command("migrate", "standards", "zero", verbosity=0)
            assert guards.missing("default") == []
        finally:
            call_command("migrate", verbosity=0)
        assert guards.missing("default") == []
        assert not Point.objects.filter(pk=point.pk).exists()

    def test_flush_empties_published_standards_and_leaves_them_guarded(self) -> None:
        published_edition()
        call_command("flush", interactive=False, verbosity=0)
        assert Edition.objects.count() == Publication.objects.count() == 0
        row = rows_of(published_edition())[Recommendation]
        refused(Recommendation.objects.filter(pk=row.pk).update, text="inna treść")

    def test_flush_that_is_not_confirmed_deletes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        published_edition()
        monkeypatch.setattr("builtins.input", lambda prompt: "no")
        call_command("flush", stdout=StringIO())
        assert Publication.objects.count() == 1
        assert guards.missing("default") == []
