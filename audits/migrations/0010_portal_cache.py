from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    """The table of the cache that all processes share, so that nobody needs to remember `createcachetable`."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS portal_cache")


class Migration(migrations.Migration):
    dependencies = [("audits", "0009_assessed")]

    operations = [migrations.RunPython(make_table, drop_table)]
