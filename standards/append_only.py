"""Tables whose rows are only ever added: the database itself refuses to change, delete or replace one.

An application registers its model in `AppConfig.ready`; `guards` installs, lifts and checks the triggers of all.
A refused statement raises `django.db.IntegrityError` on both databases.
"""

# ruff: noqa: S608 (the SQL is put together from the models' own tables and columns)

from django.db.models import Model

PREFIX = "append_only_"

# By table: the columns in which no two rows agree.
_registered: dict[str, tuple[str, ...]] = {}


def register(model: type[Model]) -> None:
    """From the next `migrate` on, rows of this model are only added. Uniqueness over several columns is not known."""
    unique = tuple(field.column for field in model._meta.concrete_fields if field.unique and field.column)
    _registered[model._meta.db_table] = unique


def tables() -> tuple[str, ...]:
    return tuple(_registered)


def refusal(table: str) -> str:
    """What the database says when it refuses: a constant, as SQLite's RAISE takes nothing else."""
    return f"Rows of {table} are only added, never changed or deleted."


def sqlite_triggers(table: str) -> dict[str, str]:
    """The statements that make the triggers of one table, by the triggers' names."""
    # REPLACE takes away what is in its way without asking the DELETE trigger.
    same = " OR ".join(f'kept."{column}" = NEW."{column}"' for column in _registered[table])
    conditions = {"INSERT": f"EXISTS (SELECT 1 FROM {table} kept WHERE {same})", "UPDATE": "1", "DELETE": "1"}
    return {
        f"{PREFIX}{table}_{statement.lower()}": (
            f"CREATE TRIGGER {PREFIX}{table}_{statement.lower()} BEFORE {statement} ON {table}"
            f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{refusal(table)}'); END"
        )
        for statement, condition in conditions.items()
    }


def postgresql_function(table: str) -> str:
    return f"""
        CREATE OR REPLACE FUNCTION {PREFIX}{table}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = '{refusal(table)}', ERRCODE = 'integrity_constraint_violation';
        END $$"""


def postgresql_triggers(table: str) -> dict[str, str]:
    function = f"EXECUTE FUNCTION {PREFIX}{table}()"
    return {
        f"{PREFIX}{table}_row": (
            f"CREATE TRIGGER {PREFIX}{table}_row BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {function}"
        ),
        f"{PREFIX}{table}_truncate": (
            f"CREATE TRIGGER {PREFIX}{table}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {function}"
        ),
    }
