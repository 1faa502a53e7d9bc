"""What counts as another statement, and as one of the product's: tests/statements.py."""

import json
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from standards.models import Edition
from standards.publishing.soundness import faults
from tests import statements
from tests.standards.factories import EditionFactory


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT 1 FROM a WHERE b = 'Łódź'", "SELECT 25 FROM a\n  WHERE b = 'd''Artagnan'"),
        ("SELECT a WHERE b IN (%s)", "SELECT a WHERE b IN (%s, %s, %s)"),
        ("SELECT a WHERE b IN (1, 2)", "SELECT a WHERE b IN (%s)"),
        ("INSERT INTO a (b, c) VALUES (%s, %s)", "INSERT INTO a (b, c) VALUES (%s, %s), (%s, %s), (%s, %s)"),
        ('SAVEPOINT "s1400_x1"', 'SAVEPOINT "s1399_x27"'),
        (
            "UPDATE a SET b = CASE WHEN (id = %s) THEN %s ELSE NULL END",
            "UPDATE a SET b = CASE WHEN (id = %s) THEN %s WHEN (id = %s) THEN %s ELSE NULL END",
        ),
        ("SELECT a WHERE ((b = %s AND c = %s))", "SELECT a WHERE ((b = %s AND c = %s) OR (b = %s AND c = %s))"),
    ],
)
def test_values_and_how_many_they_are_make_no_other_shape(one, other):
    assert statements.shape(one) == statements.shape(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM b", "SELECT a FROM b ORDER BY a"),
        ("SELECT a FROM b WHERE c = %s", "SELECT a FROM b WHERE d = %s"),
        ("SELECT a FROM b WHERE c = %s", "SELECT a FROM b WHERE c >= %s"),
        ("SELECT a FROM b WHERE c = %s AND d = %s", "SELECT a FROM b WHERE c = %s OR d = %s"),
        ("SELECT a1 FROM b", "SELECT a2 FROM b"),
        ("SELECT a FROM b U0", "SELECT a FROM b U0 FOR UPDATE"),
    ],
)
def test_another_column_condition_or_lock_is_another_shape(one, other):
    assert statements.shape(one) != statements.shape(other)


@pytest.fixture
def recorder():
    made = statements.Recorder()
    made.test = "tests/test_some.py::test_one"
    with connection.execute_wrapper(made.note):
        yield made


def by_product(recorder, table):
    """Whether what asked the table was the product; both, if some of it was and some not."""
    return {of_it for sent, of_it in recorder.by_product.items() if f'FROM "{table}"' in sent}


@pytest.mark.django_db
def test_what_a_page_asks_is_the_products_though_it_be_another_packages_page(recorder, client):
    client.post(reverse("account_login"), {"login": "nobody", "password": "none"})
    assert by_product(recorder, "audits_user") == {True}


@pytest.mark.django_db
def test_what_a_factory_makes_and_a_test_asks_is_not_the_products(recorder):
    edition = EditionFactory()
    assert Edition.objects.get(title=edition.title) == edition
    assert by_product(recorder, "standards_edition") == {False}
    assert {recorder.by_product[sent] for sent in recorder.by_product if sent.startswith("INSERT")} == {False}
    assert faults(edition)
    assert by_product(recorder, "standards_area") == {True}


SHAPES = {
    "SELECT a": {"product": True, "tests": {"tests/a.py": "tests/a.py::test_a", "tests/b.py": "tests/b.py::test_b"}},
    "SELECT b": {"product": False, "tests": {"tests/a.py": "tests/a.py::test_a"}},
    "SELECT c": {"product": True, "tests": {"tests/c.py": "tests/c.py::test_c"}},
}


@pytest.fixture
def compare(tmp_path):
    def told(*of_subset: str) -> str | None:
        (tmp_path / "all").write_text(json.dumps(SHAPES))
        (tmp_path / "subset").write_text(json.dumps({sent: SHAPES[sent] for sent in of_subset}))
        return statements.main(["compare", str(tmp_path / "all"), str(tmp_path / "subset")])

    return told


def test_what_the_subset_lacks_is_named_with_tests_that_send_it(compare):
    told = compare("SELECT c")
    assert "SELECT a\n    sent by tests/a.py::test_a, tests/b.py::test_b\n" in told
    assert "SELECT c" not in told
    assert told.endswith("1 of 2 shapes that the product sends are not in the subset.")


def test_what_tests_alone_send_is_not_missed(compare, capsys):
    assert compare("SELECT a", "SELECT c") is None
    assert capsys.readouterr().out == "All 2 shapes that the product sends are in the subset.\n"


def test_the_processes_of_one_run_put_together_what_they_noted():
    together: dict[str, Any] = {}
    own = {"SELECT a": {"product": False, "tests": {"tests/b.py": "tests/b.py::test_b"}}}
    statements.merge(together, own)
    statements.merge(together, SHAPES)
    assert together == SHAPES
    assert own["SELECT a"]["product"] is False
