from django.db import migrations, models

PLACES = [
    ("note", "note on a recommendation"),
    ("scenario", "note on the scenario"),
    ("correction", "reason of the correction"),
    ("annulment", "reason of the proposal to annul"),
]


def name_the_scenario(apps, schema_editor):
    """Until now a redaction without an answer was of the note on the scenario."""
    apps.get_model("audits", "Redaction").objects.filter(answer=None).update(place="scenario")


class Migration(migrations.Migration):
    dependencies = [("audits", "0001_squashed_0013_retention")]

    operations = [
        migrations.AddField(
            model_name="redaction",
            name="place",
            field=models.CharField(choices=PLACES, default="note", max_length=20, verbose_name="where"),
            preserve_default=False,
        ),
        migrations.RunPython(name_the_scenario, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="redaction",
            name="is_whole",
            field=models.BooleanField(verbose_name="the whole of it"),
        ),
        migrations.AddConstraint(
            model_name="redaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__isnull", False), ("place", "note"))
                | models.Q(("answer__isnull", True), ("place__in", ["scenario", "correction", "annulment"])),
                name="redaction_of_one_place",
            ),
        ),
    ]
