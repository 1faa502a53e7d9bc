"""Keys by which people and departments are found and sorted, stored by an older version and renewed by a migration."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from audits.models import Department, Employee
from standards.wording.folding import sort_key
from tests.audits.factories import DepartmentFactory, EmployeeFactory

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

MIGRATION: Any = import_module("audits.migrations.0008_uploads_and_keys")


def renew() -> None:
    MIGRATION.renew_keys(apps, SimpleNamespace(connection=connection))


@pytest.fixture
def old() -> Employee:
    """As it was stored when a dash of another kind stayed one."""
    employee: Employee = EmployeeFactory(last_name="Nowak–Łącka", first_name="Ewa")
    Employee.objects.filter(pk=employee.pk).update(search_name="nowak–lacka ewa", sort_key="old")
    return employee


def test_whoever_was_stored_with_an_en_dash_is_found_and_sorted(old: Employee) -> None:
    assert not Employee.objects.named_like("Łącka").exists()
    renew()
    assert Employee.objects.named_like("Łącka").get() == old
    assert Employee.objects.named_like("Nowak-Łącka").get() == old
    assert Employee.objects.get(pk=old.pk).sort_key == sort_key("Nowak–Łącka Ewa")


def test_a_department_is_sorted_anew() -> None:
    department = DepartmentFactory(name="Wydział Spraw–Obywatelskich")
    right = department.sort_key
    Department.objects.filter(pk=department.pk).update(sort_key="old")
    renew()
    assert Department.objects.get(pk=department.pk).sort_key == right


def test_all_batches_are_read_and_only_what_differs_is_written(
    old: Employee, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    EmployeeFactory.create_batch(4)
    monkeypatch.setattr(MIGRATION, "BATCH", 2)
    renew()
    departments = Department.objects.count()
    # Two a batch, and one that finds nothing more.
    with django_assert_num_queries(4 + (departments + 1) // 2 + 1):
        renew()
