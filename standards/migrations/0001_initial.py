import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import standards.models.text
import standards.models.wording


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audits", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "based_on",
                    models.ForeignKey(
                        blank=True,
                        help_text="The edition before: what changed is said against it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="standards.edition",
                        verbose_name="based on",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition of the standards",
                "verbose_name_plural": "editions of the standards",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEdition",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "based_on",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The edition before: what changed is said against it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.edition",
                        verbose_name="based on",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical edition of the standards",
                "verbose_name_plural": "historical editions of the standards",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                ("legal_basis", models.CharField(max_length=300, verbose_name="legal basis")),
                ("effective_from", models.DateField(verbose_name="in force since")),
                ("published_at", models.DateTimeField(verbose_name="published at")),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
            ],
            options={
                "verbose_name": "publication",
                "verbose_name_plural": "publications",
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawal",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                ("since", models.DateField(verbose_name="not in force since")),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                ("withdrawn_at", models.DateTimeField(verbose_name="withdrawn at")),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
            ],
            options={
                "verbose_name": "withdrawal",
                "verbose_name_plural": "withdrawals",
            },
        ),
        migrations.CreateModel(
            name="HistoricalArea",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical area",
                "verbose_name_plural": "historical areas",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="areas",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
            ],
            options={
                "verbose_name": "area",
                "verbose_name_plural": "areas",
                "ordering": ["edition", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "number"), name="area_number_unique_in_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStandard",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="The order in the whole edition.", verbose_name="position"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("rationale", models.TextField(blank=True, verbose_name="rationale")),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.area",
                        verbose_name="area",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical standard",
                "verbose_name_plural": "historical standards",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Standard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="standards.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="The order in the whole edition.", verbose_name="position"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("rationale", models.TextField(blank=True, verbose_name="rationale")),
            ],
            options={
                "verbose_name": "standard",
                "verbose_name_plural": "standards",
                "ordering": ["edition", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "number"), name="standard_number_unique_in_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRecommendation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "emphasis",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[standards.models.text.validate_emphasis],
                        verbose_name="emphasis",
                    ),
                ),
                ("lineage", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="lineage")),
                (
                    "wording_changed",
                    models.BooleanField(
                        default=False,
                        help_text="Against the edition before: figures are not pooled over such a change.",
                        verbose_name="wording changed",
                    ),
                ),
                (
                    "same_meaning",
                    models.BooleanField(
                        blank=True,
                        help_text="Where the wording differs from the edition before: is the meaning the same?",
                        null=True,
                        verbose_name="same meaning",
                    ),
                ),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical recommendation",
                "verbose_name_plural": "historical recommendations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[\\w§(-][\\w§().-]*\\Z",
                                "A number is made of letters, digits, dots, hyphens and brackets, without spaces.",
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "emphasis",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[standards.models.text.validate_emphasis],
                        verbose_name="emphasis",
                    ),
                ),
                ("lineage", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="lineage")),
                (
                    "wording_changed",
                    models.BooleanField(
                        default=False,
                        help_text="Against the edition before: figures are not pooled over such a change.",
                        verbose_name="wording changed",
                    ),
                ),
                (
                    "same_meaning",
                    models.BooleanField(
                        blank=True,
                        help_text="Where the wording differs from the edition before: is the meaning the same?",
                        null=True,
                        verbose_name="same meaning",
                    ),
                ),
            ],
            options={
                "verbose_name": "recommendation",
                "verbose_name_plural": "recommendations",
                "ordering": ["standard", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("standard", "number"), name="recommendation_number_unique_in_standard"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPoint",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "emphasis",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[standards.models.text.validate_emphasis],
                        verbose_name="emphasis",
                    ),
                ),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical point",
                "verbose_name_plural": "historical points",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="standards.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "emphasis",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[standards.models.text.validate_emphasis],
                        verbose_name="emphasis",
                    ),
                ),
            ],
            options={
                "verbose_name": "point",
                "verbose_name_plural": "points",
                "ordering": ["recommendation", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "position"), name="point_position_unique_in_recommendation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOccasion",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("label", models.CharField(max_length=80, verbose_name="label")),
                ("question", models.CharField(max_length=200, verbose_name="gate question")),
                (
                    "by_scenario",
                    models.BooleanField(
                        default=False,
                        help_text="A mystery shopper judges its rows only where the scenario makes it happen, and is then not asked whether it did. Other methods are asked the gate question.",
                        verbose_name="a shopper's scenario decides",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed at")),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical occasion",
                "verbose_name_plural": "historical occasions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Occasion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="occasions",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("label", models.CharField(max_length=80, verbose_name="label")),
                ("question", models.CharField(max_length=200, verbose_name="gate question")),
                (
                    "by_scenario",
                    models.BooleanField(
                        default=False,
                        help_text="A mystery shopper judges its rows only where the scenario makes it happen, and is then not asked whether it did. Other methods are asked the gate question.",
                        verbose_name="a shopper's scenario decides",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed at")),
            ],
            options={
                "verbose_name": "occasion",
                "verbose_name_plural": "occasions",
                "ordering": ["edition", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "code"), name="occasion_code_unique_in_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAssessability",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("mystery", models.JSONField(blank=True, default=list, verbose_name="mystery shopper sees it at")),
                ("observation", models.JSONField(blank=True, default=list, verbose_name="supervisor sees it at")),
                ("documents", models.JSONField(blank=True, default=list, verbose_name="seen in documents")),
                (
                    "block",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surroundings", "Surroundings"),
                            ("appearance", "Appearance and desk"),
                            ("behaviour", "Behaviour"),
                            ("handling", "Handling of the matter"),
                            ("resolution", "Resolution"),
                        ],
                        max_length=20,
                        verbose_name="block",
                    ),
                ),
                ("refrain", models.BooleanField(default=False, verbose_name="a breach is looked for")),
                (
                    "attribution",
                    models.CharField(
                        choices=[("employee", "Employee"), ("unit", "Unit")],
                        default="employee",
                        max_length=20,
                        verbose_name="attribution",
                    ),
                ),
                ("delayed", models.BooleanField(default=False, verbose_name="judged later")),
                ("critical", models.BooleanField(default=False, verbose_name="critical")),
                ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                (
                    "same_matter",
                    models.CharField(
                        blank=True,
                        help_text="Rows with one label describe the same act: asked once, the verdict stands for all.",
                        max_length=80,
                        verbose_name="same matter",
                    ),
                ),
                (
                    "ask_first",
                    models.BooleanField(
                        default=False,
                        help_text="Soonest forgotten: asked before everything else.",
                        verbose_name="asked first",
                    ),
                ),
                ("question", models.CharField(blank=True, max_length=300, verbose_name="factual question")),
                (
                    "parts",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What a compound act is made of; only then can it be met in part.",
                        validators=[standards.models.wording.validate_texts],
                        verbose_name="parts",
                    ),
                ),
                (
                    "channel_questions",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Where another question is asked at one channel, since something else is seen or heard there.",
                        verbose_name="questions of single channels",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(
                        blank=True,
                        help_text="What it is called in reports and letters, as “return call”: nominative, without a comma or a number, beginning with a small letter. Rows of the same matter have one.",
                        max_length=40,
                        verbose_name="short name",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Why it is judged so; required where the row was not assessable before.",
                        max_length=300,
                        verbose_name="reason",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed at")),
                (
                    "question_confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="question confirmed at"),
                ),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.occasion",
                        verbose_name="occasion",
                    ),
                ),
                (
                    "excludes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Only one of the two can apply.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="standards.recommendation",
                        verbose_name="excludes",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "question_confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="question confirmed by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical assessability",
                "verbose_name_plural": "historical assessability",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Assessability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "recommendation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessability",
                        to="standards.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                ("mystery", models.JSONField(blank=True, default=list, verbose_name="mystery shopper sees it at")),
                ("observation", models.JSONField(blank=True, default=list, verbose_name="supervisor sees it at")),
                ("documents", models.JSONField(blank=True, default=list, verbose_name="seen in documents")),
                (
                    "block",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surroundings", "Surroundings"),
                            ("appearance", "Appearance and desk"),
                            ("behaviour", "Behaviour"),
                            ("handling", "Handling of the matter"),
                            ("resolution", "Resolution"),
                        ],
                        max_length=20,
                        verbose_name="block",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="standards.occasion",
                        verbose_name="occasion",
                    ),
                ),
                ("refrain", models.BooleanField(default=False, verbose_name="a breach is looked for")),
                (
                    "attribution",
                    models.CharField(
                        choices=[("employee", "Employee"), ("unit", "Unit")],
                        default="employee",
                        max_length=20,
                        verbose_name="attribution",
                    ),
                ),
                ("delayed", models.BooleanField(default=False, verbose_name="judged later")),
                ("critical", models.BooleanField(default=False, verbose_name="critical")),
                ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                (
                    "same_matter",
                    models.CharField(
                        blank=True,
                        help_text="Rows with one label describe the same act: asked once, the verdict stands for all.",
                        max_length=80,
                        verbose_name="same matter",
                    ),
                ),
                (
                    "excludes",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only one of the two can apply.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="excluded_by",
                        to="standards.recommendation",
                        verbose_name="excludes",
                    ),
                ),
                (
                    "ask_first",
                    models.BooleanField(
                        default=False,
                        help_text="Soonest forgotten: asked before everything else.",
                        verbose_name="asked first",
                    ),
                ),
                ("question", models.CharField(blank=True, max_length=300, verbose_name="factual question")),
                (
                    "parts",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What a compound act is made of; only then can it be met in part.",
                        validators=[standards.models.wording.validate_texts],
                        verbose_name="parts",
                    ),
                ),
                (
                    "channel_questions",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Where another question is asked at one channel, since something else is seen or heard there.",
                        verbose_name="questions of single channels",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(
                        blank=True,
                        help_text="What it is called in reports and letters, as “return call”: nominative, without a comma or a number, beginning with a small letter. Rows of the same matter have one.",
                        max_length=40,
                        verbose_name="short name",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Why it is judged so; required where the row was not assessable before.",
                        max_length=300,
                        verbose_name="reason",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed at")),
                (
                    "question_confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="question confirmed by",
                    ),
                ),
                (
                    "question_confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="question confirmed at"),
                ),
            ],
            options={
                "verbose_name": "assessability",
                "verbose_name_plural": "assessability",
                "ordering": ["recommendation"],
            },
        ),
    ]
