import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_uuids(apps, schema_editor):
    """Every row one of its own: the column's default was worked out once for all of them."""
    for name in ("User", "Department", "Appointment"):
        rows = apps.get_model("audits", name).objects.using(schema_editor.connection.alias)
        for pk in list(rows.order_by().values_list("pk", flat=True)):
            rows.filter(pk=pk).update(uuid=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0005_redaction"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewedAppointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("confirmed", "confirmed"),
                            ("ended", "ended"),
                            ("left", "left to another administrator"),
                        ],
                        max_length=20,
                        verbose_name="decision",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("remarks", models.CharField(blank=True, max_length=300, verbose_name="remarks")),
            ],
            options={
                "verbose_name": "reviewed appointment",
                "verbose_name_plural": "reviewed appointments",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RightsReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("day", models.DateField(verbose_name="as of")),
                ("at", models.DateTimeField(verbose_name="reviewed at")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="remark")),
            ],
            options={
                "verbose_name": "review of rights",
                "verbose_name_plural": "reviews of rights",
                "ordering": ["-at"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="appointment",
            name="appointment_unique",
        ),
        migrations.RemoveConstraint(
            model_name="appointment",
            name="appointment_until_after_since",
        ),
        migrations.AddField(
            model_name="appointment",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ended at"),
        ),
        migrations.AddField(
            model_name="appointment",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointments_ended",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ended by",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="granted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="granted at"),
        ),
        migrations.AddField(
            model_name="appointment",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="department",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_from",
                to="audits.department",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="department",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="user",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.RunPython(give_uuids, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="appointment",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="department",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="user",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="appointment_until_not_before_since",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                fields=("user", "role", "department", "since"),
                name="appointment_held_once",
            ),
        ),
        migrations.AddField(
            model_name="reviewedappointment",
            name="appointment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="audits.appointment"
            ),
        ),
        migrations.AddField(
            model_name="rightsreview",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rights_reviews",
                to=settings.AUTH_USER_MODEL,
                verbose_name="reviewed by",
            ),
        ),
        migrations.AddField(
            model_name="rightsreview",
            name="department",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rights_reviews",
                to="audits.department",
                verbose_name="department",
            ),
        ),
        migrations.AddField(
            model_name="reviewedappointment",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviewed", to="audits.rightsreview"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedappointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["confirmed", "ended", "left"])), name="reviewed_decision_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedappointment",
            constraint=models.UniqueConstraint(fields=("review", "appointment"), name="reviewed_once"),
        ),
    ]
