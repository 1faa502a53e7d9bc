"""Indexes for the list of everybody's audits and for what waits; and without those that another index begins with."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0004_answers_as_reports"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="audit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="audits.audit"
            ),
        ),
        migrations.AlterField(
            model_name="answer",
            name="recommendation",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="standards.recommendation",
            ),
        ),
        migrations.AlterField(
            model_name="audit",
            name="auditor",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="audits",
                to=settings.AUTH_USER_MODEL,
                verbose_name="auditor",
            ),
        ),
        migrations.AlterField(
            model_name="audit",
            name="department",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="audits",
                to="audits.department",
                verbose_name="department",
            ),
        ),
        migrations.AlterField(
            model_name="audit",
            name="employee",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="audits",
                to="audits.employee",
                verbose_name="employee",
            ),
        ),
        migrations.AlterField(
            model_name="gate",
            name="audit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="gates", to="audits.audit"
            ),
        ),
        migrations.AddIndex(
            model_name="audit",
            index=models.Index(fields=["took_place_at", "id"], name="audit_time"),
        ),
        migrations.AddIndex(
            model_name="audit",
            index=models.Index(
                condition=models.Q(("as_named", ""), _negated=True), fields=["assignment"], name="audit_with_clue"
            ),
        ),
    ]
