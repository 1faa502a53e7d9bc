"""Many rows into one table at once.

`bulk_create` prepares each value by itself and `bulk_update` writes a condition a row: half of what the demo cost.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

# Where the database sets no bound: enough for few statements, little enough to be held as text.
_MOST_PARAMETERS = 20_000


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """As `bulk_create`, but that the rows learn no keys; for words, numbers, keys of other rows and lists of words."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    of = attrgetter(*(field.attname for field in fields))
    prepared = [(place, _prepared(field)) for place, field in enumerate(fields) if isinstance(field, models.JSONField)]
    columns = ", ".join(map(_column, fields))
    beginning = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({columns}) VALUES "  # noqa: S608 - names of our own columns
    one = f"({', '.join(['%s'] * len(fields))})"
    at_once = (connection.features.max_query_params or _MOST_PARAMETERS) // len(fields)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), at_once):
            some = rows[start : start + at_once]
            values: list[Any] = []
            for row in some:
                its = list(of(row))
                for place, prepare in prepared:
                    its[place] = prepare(its[place])
                values += its
            cursor.execute(beginning + ", ".join([one] * len(some)), values)


def update(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """As `bulk_update`, for rows of one table."""
    if not rows:
        return
    table = rows[0]._meta
    fields = [field for field in table.concrete_fields if field.name in names]
    new = ", ".join(f"{_column(field)} = %s" for field in fields)
    key = next(field for field in table.concrete_fields if field.primary_key)
    statement = f"UPDATE {connection.ops.quote_name(table.db_table)} SET {new} WHERE {_column(key)} = %s"  # noqa: S608 - as above
    values = [
        [*(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields), row.pk] for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _column(field: models.Field[Any, Any]) -> str:
    return connection.ops.quote_name(str(field.column))


def _prepared(field: models.JSONField) -> Callable[[Sequence[str]], Any]:
    """Of lists of words; the same words once."""
    known: dict[tuple[str, ...], Any] = {}

    def prepare(value: Sequence[str]) -> Any:
        words = tuple(value)
        if words not in known:
            known[words] = field.get_db_prep_save(value, connection)
        return known[words]

    return prepare
