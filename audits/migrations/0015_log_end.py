from django.db import migrations, models


def note_the_end(apps, schema_editor):
    """The last row as it stands; where retention cut off all of them, the last of those."""
    for name in ("AccessRecord", "LogCheckpoint"):
        if last := apps.get_model("audits", name).objects.order_by("-number").only("number", "hash").first():
            apps.get_model("audits", "LogEnd").objects.create(number=last.number, hash=last.hash)
            return


class Migration(migrations.Migration):
    dependencies = [("audits", "0014_redacted_place")]

    operations = [
        migrations.CreateModel(
            name="LogEnd",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "end of the access log",
                "verbose_name_plural": "end of the access log",
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="logend_only_one")],
            },
        ),
        migrations.RunPython(note_the_end, migrations.RunPython.noop),
    ]
