"""All tables but the accounts', to which the standards' history refers. From here on migrations are kept for good."""

import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.core.management import call_command
from django.db import migrations, models

import audits.models.reports

# A register of purposes to begin with; the office edits it in the administration.
PURPOSES = (
    ("nadzor", "nadzór nad jakością obsługi"),
    ("skarga", "rozpatrzenie skargi lub wniosku"),
    ("rozmowa", "przygotowanie rozmowy z pracownikiem"),
    ("prawa-osoby", "realizacja praw osoby, której dane dotyczą (RODO)"),
    ("kontrola", "odpowiedź dla dyrekcji, kontroli lub audytu wewnętrznego"),
)
# By class: years, archival category, whether the state archive must consent. Proposals for the office to confirm.
RETENTION = (
    ("access_log", 2, "", False),
    ("reports", 5, "B5", True),
    ("audits", 5, "B5", True),
    ("accounts", 1, "", False),
    ("employees", 5, "", False),
)


def offer_purposes(apps, schema_editor):
    Purpose = apps.get_model("audits", "Purpose")
    Purpose.objects.using(schema_editor.connection.alias).bulk_create(
        Purpose(code=code, label=label, position=position) for position, (code, label) in enumerate(PURPOSES, start=1)
    )


def propose_retention(apps, schema_editor):
    RetentionRule = apps.get_model("audits", "RetentionRule")
    RetentionRule.objects.using(schema_editor.connection.alias).bulk_create(
        RetentionRule(data_class=data_class, years=years, category=category, needs_consent=needs_consent)
        for data_class, years, category, needs_consent in RETENTION
    )


def make_cache_table(apps, schema_editor):
    """The table of the cache that all processes share, so that nobody needs to remember `createcachetable`."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_cache_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS portal_cache")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audits", "0001_initial"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Department",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="audits.department",
                        verbose_name="parent",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="audits.department",
                        verbose_name="merged into",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=500)),
            ],
            options={
                "verbose_name": "department",
                "verbose_name_plural": "departments",
                "ordering": ["sort_key", "code"],
            },
        ),
        migrations.CreateModel(
            name="DepartmentName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="audits.department"
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                ("code", models.CharField(max_length=30, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
            ],
            options={
                "verbose_name": "name of a department",
                "verbose_name_plural": "names of departments",
                "ordering": ["department", "since"],
                "constraints": [
                    models.UniqueConstraint(fields=("department", "since"), name="departmentname_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Ancestry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ancestor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="descendants", to="audits.department"
                    ),
                ),
                (
                    "descendant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ancestors", to="audits.department"
                    ),
                ),
                ("depth", models.PositiveSmallIntegerField()),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "place in the structure",
                "verbose_name_plural": "places in the structure",
                "indexes": [models.Index(fields=["descendant", "ancestor"], name="ancestry_descendant")],
                "constraints": [
                    models.UniqueConstraint(fields=("ancestor", "descendant", "since"), name="ancestry_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="ancestry_until_after_since",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Employee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.CharField(max_length=30, unique=True, verbose_name="personnel number")),
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="last name")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employee",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                (
                    "pseudonymised_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="pseudonymised at"),
                ),
                ("search_name", models.CharField(db_index=True, editable=False, max_length=210)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=450)),
            ],
            options={
                "verbose_name": "employee",
                "verbose_name_plural": "employees",
                "ordering": ["sort_key", "number"],
            },
        ),
        migrations.CreateModel(
            name="Employment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=150, verbose_name="job title")),
                ("since", models.DateField(verbose_name="since")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day after the last one.", null=True, verbose_name="until"
                    ),
                ),
                (
                    "serves_clients",
                    models.BooleanField(
                        default=True,
                        help_text="Whoever does is among those whom a mystery shopper's visit may have met.",
                        verbose_name="serves clients",
                    ),
                ),
            ],
            options={
                "verbose_name": "employment",
                "verbose_name_plural": "employments",
                "ordering": ["-since"],
                "indexes": [models.Index(fields=["department", "since", "until"], name="employment_department_dates")],
                "constraints": [
                    models.UniqueConstraint(fields=("employee", "department", "since"), name="employment_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="employment_until_after_since",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "shopper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mystery shopper",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Counter"),
                            ("phone", "Phone"),
                            ("email", "E-mail"),
                            ("office", "Back office"),
                            ("letter", "Letter"),
                            ("records", "Records"),
                        ],
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "selection",
                    models.CharField(
                        choices=[
                            ("core", "The core: what every visit shows"),
                            ("standards", "Chosen standards"),
                            ("everything", "Everything that this method sees there"),
                        ],
                        max_length=20,
                        verbose_name="what is judged",
                    ),
                ),
                ("standards", models.JSONField(blank=True, default=list, verbose_name="chosen standards")),
                (
                    "occasions",
                    models.JSONField(blank=True, default=list, verbose_name="what the scenario makes happen"),
                ),
                ("scenario", models.TextField(max_length=2000, verbose_name="scenario")),
                (
                    "assigned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned by",
                    ),
                ),
                ("assigned_at", models.DateTimeField(verbose_name="assigned at")),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn at")),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="reason of the withdrawal"),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
                "ordering": ["last_day", "first_day", "pk"],
                "indexes": [
                    models.Index(fields=["shopper", "last_day"], name="assignment_shopper_days"),
                    models.Index(fields=["department", "last_day"], name="assignment_department_days"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="assignment_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ("counter", "phone", "email"))),
                        name="assignment_channel_of_shoppers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawal_reason", ""),
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_by__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assignment_withdrawn_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Audit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("mystery", "Mystery shopper"),
                            ("observation", "Supervisor's observation"),
                            ("documents", "Review of documents"),
                        ],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Counter"),
                            ("phone", "Phone"),
                            ("email", "E-mail"),
                            ("office", "Back office"),
                            ("letter", "Letter"),
                            ("records", "Records"),
                        ],
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                (
                    "selection",
                    models.CharField(
                        choices=[
                            ("core", "The core: what every visit shows"),
                            ("standards", "Chosen standards"),
                            ("everything", "Everything that this method sees there"),
                        ],
                        max_length=20,
                        verbose_name="what is judged",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                (
                    "desk",
                    models.CharField(
                        blank=True,
                        help_text="For example: desk 4, room 12.",
                        max_length=100,
                        verbose_name="desk or room",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="audits.assignment",
                        verbose_name="assignment",
                    ),
                ),
                (
                    "as_named",
                    models.CharField(
                        blank=True,
                        help_text="For example: desk 4, or the name on the badge. Leave it empty when you saw neither.",
                        max_length=200,
                        verbose_name="desk or name, as you saw it",
                    ),
                ),
                (
                    "auditor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="auditor",
                    ),
                ),
                ("took_place_at", models.DateTimeField(verbose_name="took place at")),
                (
                    "waiting_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="From coming in until being served. It can be filled in later.",
                        null=True,
                        verbose_name="waiting time in minutes",
                    ),
                ),
                (
                    "scenario",
                    models.TextField(
                        blank=True,
                        help_text="What you asked for. No clients' data, nothing of private conversations.",
                        max_length=2000,
                        verbose_name="note on the scenario",
                    ),
                ),
                ("no_conflict_declared_at", models.DateTimeField(verbose_name="no conflict of interest declared at")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("discarded", "Discarded"),
                            ("annulled", "Annulled"),
                            ("proposed", "Proposed correction"),
                            ("rejected", "Rejected correction"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("opened_at", models.DateTimeField(verbose_name="filling started at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
                ("set_aside_at", models.DateTimeField(blank=True, null=True, verbose_name="set aside at")),
                ("awaited_until", models.DateField(blank=True, null=True, verbose_name="awaited until")),
                (
                    "receipt",
                    models.CharField(blank=True, max_length=30, null=True, unique=True, verbose_name="receipt number"),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="audits.audit",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="audits.audit",
                        verbose_name="is to correct",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit",
                "verbose_name_plural": "audits",
                "ordering": ["-took_place_at", "-pk"],
                "indexes": [
                    models.Index(fields=["department", "took_place_at", "status"], name="audit_department_time"),
                    models.Index(fields=["auditor", "status", "took_place_at"], name="audit_auditor_status"),
                    models.Index(fields=["employee", "took_place_at"], name="audit_employee_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["mystery", "observation", "documents"])),
                        name="audit_method_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["counter", "phone", "email", "office", "letter", "records"])
                        ),
                        name="audit_channel_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("receipt__isnull", True),
                                ("status__in", ("draft", "discarded")),
                                ("submitted_at__isnull", True),
                            ),
                            models.Q(
                                ("receipt__isnull", False),
                                ("status__in", ("submitted", "annulled", "proposed", "rejected")),
                                ("submitted_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="audit_submitted_has_receipt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes__isnull", True),
                            models.Q(
                                ("corrects", models.F("supersedes")),
                                ("corrects__isnull", False),
                                ("status__in", ("submitted", "annulled")),
                            ),
                            _connector="OR",
                        ),
                        name="audit_supersedes_once_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("corrects__isnull", True),
                                ("status__in", ("draft", "submitted", "discarded", "annulled")),
                            ),
                            models.Q(
                                ("corrects__isnull", False),
                                ("status__in", ("draft", "discarded", "proposed", "rejected")),
                            ),
                            models.Q(("corrects__isnull", False), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="audit_correction_counts_once_approved",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "proposed")),
                        fields=("corrects",),
                        name="audit_one_proposed_correction",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("awaited_until__isnull", True), ("set_aside_at__isnull", True)),
                            models.Q(("awaited_until__isnull", False), ("set_aside_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="audit_set_aside_until_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True), models.Q(("status", "discarded"), _negated=True)
                        ),
                        fields=("assignment",),
                        name="audit_one_of_an_assignment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("as_named", ""), ("assignment__isnull", True)),
                            models.Q(("assignment__isnull", False), ("method", "mystery")),
                            _connector="OR",
                        ),
                        name="audit_assigned_is_mystery",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Purpose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("label", models.CharField(max_length=150, unique=True, verbose_name="purpose")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="A purpose that is not in use is not offered; what was read for it stays.",
                        verbose_name="in use",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "purpose of reading",
                "verbose_name_plural": "purposes of reading",
                "ordering": ["position", "label"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("department", "Department's report"), ("audit", "Audit card")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                ("period_start", models.DateField(verbose_name="from")),
                ("period_end", models.DateField(verbose_name="to")),
                ("names_people", models.BooleanField(default=False, verbose_name="names people")),
                (
                    "level",
                    models.CharField(
                        choices=[("general", "general level"), ("full", "full level")],
                        default="general",
                        max_length=20,
                        verbose_name="level",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="audits.purpose",
                        verbose_name="purpose",
                    ),
                ),
                ("purpose_label", models.CharField(blank=True, max_length=150, verbose_name="purpose")),
                ("justification", models.CharField(blank=True, max_length=500, verbose_name="justification")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("running", "Being made"),
                            ("done", "Ready"),
                            ("failed", "Failed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="queued",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for its turn"),
                            ("counting", "Counting the figures"),
                            ("typesetting", "Typesetting the pages"),
                            ("storing", "Storing the file"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="stage",
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0, verbose_name="progress (%)")),
                ("attempt", models.PositiveSmallIntegerField(default=0, verbose_name="attempt")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="requested by",
                    ),
                ),
                ("requested_at", models.DateTimeField(verbose_name="requested at")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="made at")),
                ("as_of", models.DateTimeField(blank=True, null=True, verbose_name="as of")),
                ("fingerprint", models.CharField(blank=True, max_length=64, verbose_name="fingerprint of the data")),
                ("code_version", models.CharField(blank=True, max_length=40, verbose_name="version of the report")),
                ("file", models.FileField(blank=True, upload_to=audits.models.reports.report_path)),
                ("file_size", models.PositiveIntegerField(blank=True, null=True, verbose_name="size (bytes)")),
                ("file_sha256", models.CharField(blank=True, max_length=64)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("redaction", "a note that it shows was redacted"),
                            ("identification", "it named somebody by mistake"),
                            ("retention", "its time of keeping is over"),
                        ],
                        max_length=20,
                        verbose_name="withdrawn because",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-requested_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["kind", "department", "period_start", "period_end", "level", "fingerprint"],
                        name="report_stored",
                    ),
                    models.Index(fields=["state"], name="report_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gte", models.F("period_start"))), name="report_period_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "audit"),
                            models.Q(("kind", "department"), ("level", "general"), ("purpose__isnull", True)),
                            models.Q(
                                ("kind", "department"),
                                ("level", "full"),
                                ("purpose__isnull", False),
                                models.Q(("purpose_label", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="report_full_has_purpose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                ("as_of__isnull", False),
                                ("finished_at__isnull", False),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("fingerprint", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="report_done_has_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_because__in", ["redaction", "identification", "retention"]),
                            ),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="report_withdrawn_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessRecord",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="number")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who read",
                    ),
                ),
                ("roles", models.CharField(blank=True, max_length=200, verbose_name="roles")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("page", "audit's page"),
                            ("card", "audit card asked for"),
                            ("download", "audit card downloaded"),
                            ("identification", "search for the person behind a shopper's audit"),
                            ("list", "list of audits with names"),
                            ("log_export", "export of this log"),
                            ("notes", "notes checked before release"),
                            ("own_export", "file with everything held about the person"),
                            ("patterns", "how auditors fill audits"),
                            ("full_report", "report at the full level asked for"),
                            ("full_page", "figures at the full level"),
                            ("full_download", "report at the full level downloaded"),
                            ("answers", "answers of audits as a file"),
                            ("list_file", "list of audits as a file"),
                        ],
                        max_length=20,
                        verbose_name="what was read",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="audits.employee",
                        verbose_name="whose",
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="audits.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("purpose", "for a purpose of the register"),
                            ("own_work", "own work: an audit that they made"),
                            ("own_data", "own data"),
                            ("oversight", "data protection officer's duties"),
                        ],
                        max_length=20,
                        verbose_name="ground",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="audits.purpose",
                        verbose_name="purpose",
                    ),
                ),
                ("purpose_label", models.CharField(blank=True, max_length=150, verbose_name="purpose")),
                ("justification", models.CharField(blank=True, max_length=500, verbose_name="justification")),
                ("address", models.CharField(blank=True, max_length=45, verbose_name="from where")),
                ("previous_hash", models.CharField(editable=False, max_length=64)),
                ("hash", models.CharField(editable=False, max_length=64)),
            ],
            options={
                "verbose_name": "reading",
                "verbose_name_plural": "readings",
                "ordering": ["-number"],
                "indexes": [
                    models.Index(fields=["reader", "at"], name="accessrecord_reader"),
                    models.Index(fields=["employee", "at"], name="accessrecord_employee"),
                    models.Index(fields=["at"], name="accessrecord_at"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "page",
                                    "card",
                                    "download",
                                    "identification",
                                    "list",
                                    "log_export",
                                    "notes",
                                    "own_export",
                                    "patterns",
                                    "full_report",
                                    "full_page",
                                    "full_download",
                                    "answers",
                                    "list_file",
                                ],
                            )
                        ),
                        name="accessrecord_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ground", "purpose"), ("purpose__isnull", False)),
                            models.Q(("ground__in", ["oversight", "own_data", "own_work"]), ("purpose__isnull", True)),
                            _connector="OR",
                        ),
                        name="accessrecord_purpose_where_asked",
                    ),
                ],
            },
        ),
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
        migrations.CreateModel(
            name="Gate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="gates", to="audits.audit"
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.occasion"
                    ),
                ),
                ("question", models.CharField(max_length=200)),
                ("label", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
                ("arose", models.BooleanField(null=True, verbose_name="it arose")),
                ("by_scenario", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "gate question",
                "verbose_name_plural": "gate questions",
                "ordering": ["audit", "position"],
                "constraints": [models.UniqueConstraint(fields=("audit", "occasion"), name="gate_unique_in_audit")],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="audits.audit"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.recommendation"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "block",
                    models.CharField(
                        choices=[
                            ("surroundings", "Surroundings"),
                            ("appearance", "Appearance and desk"),
                            ("behaviour", "Behaviour"),
                            ("handling", "Handling of the matter"),
                            ("resolution", "Resolution"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "gate",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="audits.gate"
                    ),
                ),
                ("question", models.CharField(max_length=300)),
                ("parts", models.JSONField(default=list)),
                ("weight", models.PositiveSmallIntegerField()),
                ("refrain", models.BooleanField()),
                ("attribution", models.CharField(choices=[("employee", "Employee"), ("unit", "Unit")], max_length=20)),
                ("delayed", models.BooleanField()),
                ("critical", models.BooleanField()),
                ("ask_first", models.BooleanField()),
                ("same_matter", models.CharField(blank=True, max_length=80)),
                (
                    "excludes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.recommendation",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "Met"),
                            ("partly", "Partly"),
                            ("not_met", "Not met"),
                            ("not_applicable", "Did not occur"),
                            ("not_observed", "Not observed"),
                        ],
                        max_length=20,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("judged", "judged"),
                            ("gate", "the occasion did not arise"),
                            ("none_of_these", "none of these breaches"),
                            ("excluded", "the other of two rows applied"),
                            ("left", "left as not observed at submission"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "covered_verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "Met"),
                            ("partly", "Partly"),
                            ("not_met", "Not met"),
                            ("not_applicable", "Did not occur"),
                            ("not_observed", "Not observed"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "covered_act",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("judged", "judged"),
                            ("gate", "the occasion did not arise"),
                            ("none_of_these", "none of these breaches"),
                            ("excluded", "the other of two rows applied"),
                            ("left", "left as not observed at submission"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
                ("version", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["audit", "position"],
                "indexes": [
                    models.Index(
                        fields=["recommendation", "audit"], include=("verdict", "weight"), name="answer_recommendation"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("audit", "recommendation"), name="answer_unique_in_audit"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict__in", ["", "met", "partly", "not_met", "not_applicable", "not_observed"])
                        ),
                        name="answer_verdict_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "not_applicable"), _negated=True),
                            ("gate__isnull", False),
                            models.Q(("act", "excluded"), ("excludes__isnull", False)),
                            _connector="OR",
                        ),
                        name="answer_not_applicable_needs_occasion",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identifications",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="identified by",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="identified at")),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="audits.identification",
                        verbose_name="puts right",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
            ],
            options={
                "verbose_name": "identification",
                "verbose_name_plural": "identifications",
                "ordering": ["audit", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces__isnull", True)),
                        fields=("audit",),
                        name="identification_one_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaces__isnull", True), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="identification_put_right_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Annulment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annulments",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("approved", models.BooleanField(null=True, verbose_name="approved")),
            ],
            options={
                "verbose_name": "annulment",
                "verbose_name_plural": "annulments",
                "ordering": ["-proposed_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="annulment_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved__isnull", True), ("decided_at__isnull", True), ("decided_by__isnull", True)
                            ),
                            models.Q(
                                ("approved__isnull", False),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="annulment_decided_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("approved__isnull", True)), fields=("audit",), name="annulment_one_open"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="audits.audit",
                        verbose_name="version",
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("approved", models.BooleanField(null=True, verbose_name="approved")),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-proposed_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved__isnull", True), ("decided_at__isnull", True), ("decided_by__isnull", True)
                            ),
                            models.Q(
                                ("approved__isnull", False),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="correction_decided_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                ("place", models.CharField(max_length=20, verbose_name="where")),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="audits.answer",
                        verbose_name="answer",
                    ),
                ),
                ("is_whole", models.BooleanField(verbose_name="the whole of it")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                (
                    "redacted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="redacted by",
                    ),
                ),
                ("redacted_at", models.DateTimeField(verbose_name="redacted at")),
            ],
            options={
                "verbose_name": "redaction",
                "verbose_name_plural": "redactions",
                "ordering": ["redacted_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="redaction_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__isnull", False), ("place", "note")),
                            models.Q(models.Q(("place", "note"), _negated=True), ("answer__isnull", True)),
                            _connector="OR",
                        ),
                        name="redaction_of_one_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("access", "access to my data (article 15 RODO)"),
                            ("rectification", "rectification of my data (article 16 RODO)"),
                            ("objection", "objection to processing (article 21 RODO)"),
                        ],
                        max_length=20,
                        verbose_name="what is asked for",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_requests",
                        to="audits.employee",
                        verbose_name="who asks",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_requests",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="request")),
                ("received_on", models.DateField(verbose_name="received on")),
                ("deadline", models.DateField(verbose_name="to be answered by")),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("filed_at", models.DateTimeField()),
                ("extended_at", models.DateTimeField(null=True)),
                ("extended_because", models.TextField(blank=True, max_length=2000, verbose_name="why it takes longer")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "granted"),
                            ("partly", "granted in part"),
                            ("refused", "refused"),
                            ("withdrawn", "withdrawn by whoever asked"),
                        ],
                        max_length=20,
                        verbose_name="outcome",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
            ],
            options={
                "verbose_name": "request",
                "verbose_name_plural": "requests",
                "ordering": ["deadline", "pk"],
                "indexes": [
                    models.Index(fields=["department", "answered_at", "deadline"], name="datarequest_deadline"),
                    models.Index(fields=["employee", "received_on"], name="datarequest_employee"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["access", "rectification", "objection"])),
                        name="datarequest_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by__isnull", True), ("outcome", "")),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("outcome__in", ["granted", "partly", "refused", "withdrawn"]),
                            ),
                            _connector="OR",
                        ),
                        name="datarequest_answered_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="released by",
                    ),
                ),
                ("released_at", models.DateTimeField(verbose_name="released at")),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="audits.datarequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "release",
                "verbose_name_plural": "releases",
                "ordering": ["-released_at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("audit", "employee"), name="release_once_to_a_person")],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="statement")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="when")),
            ],
            options={
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
                "ordering": ["made_at", "pk"],
                "indexes": [models.Index(fields=["audit", "made_at"], name="statement_audit")],
            },
        ),
        migrations.CreateModel(
            name="GranuleSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("mystery", "Mystery shopper"),
                            ("observation", "Supervisor's observation"),
                            ("documents", "Review of documents"),
                        ],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="from the year")),
                (
                    "length",
                    models.CharField(
                        choices=[("quarter", "quarter"), ("half_year", "half-year"), ("year", "year")],
                        max_length=20,
                        verbose_name="length",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set by",
                    ),
                ),
                ("set_at", models.DateTimeField(verbose_name="set at")),
            ],
            options={
                "verbose_name": "length of a granule",
                "verbose_name_plural": "lengths of granules",
                "ordering": ["method", "-year", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["mystery", "observation", "documents"])),
                        name="granulesetting_method_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("length__in", ["quarter", "half_year", "year"])),
                        name="granulesetting_length_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("mystery", "Mystery shopper"),
                            ("observation", "Supervisor's observation"),
                            ("documents", "Review of documents"),
                        ],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="from")),
                ("last_day", models.DateField(verbose_name="to")),
                (
                    "closed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
                ("closed_at", models.DateTimeField(verbose_name="closed at")),
                ("tree", models.JSONField(verbose_name="structure")),
            ],
            options={
                "verbose_name": "closing",
                "verbose_name_plural": "closings",
                "ordering": ["-last_day", "method"],
                "constraints": [
                    models.UniqueConstraint(fields=("method", "first_day", "last_day"), name="closing_once"),
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["mystery", "observation", "documents"])),
                        name="closing_method_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="closing_days_in_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Supplement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "closing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="supplements", to="audits.closing"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="made at")),
            ],
            options={
                "verbose_name": "supplement of a closing",
                "verbose_name_plural": "supplements of closings",
                "ordering": ["closing", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("closing", "number"), name="supplement_numbered"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="supplement_after_closing"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "closing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="blocks", to="audits.closing"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.edition"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Counter"),
                            ("phone", "Phone"),
                            ("email", "E-mail"),
                            ("office", "Back office"),
                            ("letter", "Letter"),
                            ("records", "Records"),
                        ],
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                ("units", models.JSONField(verbose_name="units")),
            ],
            options={
                "verbose_name": "block",
                "verbose_name_plural": "blocks",
                "ordering": ["closing", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BlockVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="audits.block"
                    ),
                ),
                ("heap", models.PositiveIntegerField()),
                ("audit", models.PositiveBigIntegerField(unique=True)),
            ],
            options={
                "verbose_name": "version in a block",
                "verbose_name_plural": "versions in blocks",
                "ordering": ["block", "heap", "audit"],
            },
        ),
        migrations.CreateModel(
            name="Departure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="departure", to="audits.blockversion"
                    ),
                ),
                (
                    "supplement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="audits.supplement"
                    ),
                ),
            ],
            options={
                "verbose_name": "version taken out of a block",
                "verbose_name_plural": "versions taken out of blocks",
                "ordering": ["version"],
            },
        ),
        migrations.CreateModel(
            name="BlockSums",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sums", to="audits.block"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("audits", models.PositiveIntegerField()),
                ("sums", models.JSONField()),
                ("sheets", models.JSONField()),
            ],
            options={
                "verbose_name": "sums of a block",
                "verbose_name_plural": "sums of blocks",
                "ordering": ["block", "number"],
                "constraints": [models.UniqueConstraint(fields=("block", "number"), name="blocksums_numbered")],
            },
        ),
        migrations.CreateModel(
            name="LeftOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "closing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="left_out", to="audits.closing"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.edition"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Counter"),
                            ("phone", "Phone"),
                            ("email", "E-mail"),
                            ("office", "Back office"),
                            ("letter", "Letter"),
                            ("records", "Records"),
                        ],
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                ("units", models.JSONField(verbose_name="units")),
                ("audits", models.JSONField()),
            ],
            options={
                "verbose_name": "units left out of a closing",
                "verbose_name_plural": "units left out of closings",
                "ordering": ["closing", "number", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "audience",
                    models.CharField(
                        choices=[("staff", "Everybody who may be audited"), ("auditors", "Auditors")],
                        max_length=20,
                        verbose_name="for whom",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("text", models.TextField(max_length=20000, verbose_name="text")),
                ("link", models.URLField(blank=True, verbose_name="where it was published")),
                ("given_on", models.DateField(verbose_name="given on")),
                ("takes_effect_on", models.DateField(verbose_name="takes effect on")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-takes_effect_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("audience__in", ["staff", "auditors"])), name="notice_audience_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("takes_effect_on__gte", models.F("given_on"))),
                        name="notice_in_effect_after_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Told",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="audits.notice",
                        verbose_name="notice",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                ("told_on", models.DateField(verbose_name="told on")),
                ("counts_from", models.DateField(verbose_name="may be audited from")),
                ("how", models.CharField(max_length=200, verbose_name="how")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "person told",
                "verbose_name_plural": "people told",
                "ordering": ["-told_on", "-pk"],
                "indexes": [models.Index(fields=["employee", "counts_from"], name="told_employee")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("notice", "employee"),
                        name="told_once_of_a_notice",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acknowledgements", to="audits.notice"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
            ],
            options={
                "verbose_name": "acknowledgement",
                "verbose_name_plural": "acknowledgements",
                "ordering": ["-at"],
                "constraints": [models.UniqueConstraint(fields=("notice", "user"), name="acknowledgement_once")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRetentionRule",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("access_log", "access log"),
                            ("reports", "files of reports"),
                            ("audits", "audits with answers and notes"),
                            ("accounts", "accounts of people who left"),
                            ("employees", "employees who left"),
                        ],
                        db_index=True,
                        max_length=20,
                        verbose_name="class of data",
                    ),
                ),
                ("symbol", models.CharField(blank=True, max_length=20, verbose_name="symbol in the JRWA")),
                ("category", models.CharField(blank=True, max_length=10, verbose_name="archival category")),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        help_text="The access log: at least 2.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="years",
                    ),
                ),
                (
                    "needs_consent",
                    models.BooleanField(
                        help_text="Then its number and date are given when the rule is applied, and kept in the protocol.",
                        verbose_name="only with the state archive's consent",
                    ),
                ),
                (
                    "is_proposal",
                    models.BooleanField(
                        default=True,
                        help_text="A proposal is shown in a dry run and never applied.",
                        verbose_name="a proposal that the office has not confirmed",
                    ),
                ),
                ("history_change_reason", models.CharField(max_length=300, null=True)),
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
                "verbose_name": "historical time of keeping",
                "verbose_name_plural": "historical times of keeping",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RetentionRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("access_log", "access log"),
                            ("reports", "files of reports"),
                            ("audits", "audits with answers and notes"),
                            ("accounts", "accounts of people who left"),
                            ("employees", "employees who left"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="class of data",
                    ),
                ),
                ("symbol", models.CharField(blank=True, max_length=20, verbose_name="symbol in the JRWA")),
                ("category", models.CharField(blank=True, max_length=10, verbose_name="archival category")),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        help_text="The access log: at least 2.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="years",
                    ),
                ),
                (
                    "needs_consent",
                    models.BooleanField(
                        help_text="Then its number and date are given when the rule is applied, and kept in the protocol.",
                        verbose_name="only with the state archive's consent",
                    ),
                ),
                (
                    "is_proposal",
                    models.BooleanField(
                        default=True,
                        help_text="A proposal is shown in a dry run and never applied.",
                        verbose_name="a proposal that the office has not confirmed",
                    ),
                ),
            ],
            options={
                "verbose_name": "time of keeping",
                "verbose_name_plural": "times of keeping",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("data_class__in", ["access_log", "reports", "audits", "accounts", "employees"])
                        ),
                        name="retentionrule_class_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("years__gte", 1)), name="retentionrule_some_years"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("data_class", "access_log"), _negated=True), ("years__gte", 2), _connector="OR"
                        ),
                        name="retentionrule_log_two_years",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        help_text="With all that is, or ever was, below it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
                ("first_day", models.DateField(blank=True, null=True, verbose_name="from")),
                ("last_day", models.DateField(blank=True, null=True, verbose_name="to")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="placed by",
                    ),
                ),
                ("placed_at", models.DateTimeField(verbose_name="placed at")),
                (
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="released by",
                    ),
                ),
                ("released_at", models.DateTimeField(null=True, verbose_name="released at")),
            ],
            options={
                "verbose_name": "legal hold",
                "verbose_name_plural": "legal holds",
                "ordering": ["-placed_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("department__isnull", False),
                            ("employee__isnull", False),
                            models.Q(("first_day__isnull", False), ("last_day__isnull", False)),
                            _connector="OR",
                        ),
                        name="legalhold_covers_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_day__isnull", True), ("last_day__isnull", True)),
                            ("last_day__gte", models.F("first_day")),
                            _connector="OR",
                        ),
                        name="legalhold_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at__isnull", True), ("released_by__isnull", True)),
                            models.Q(("released_at__isnull", False), ("released_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="legalhold_released_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionProtocol",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("access_log", "access log"),
                            ("reports", "files of reports"),
                            ("audits", "audits with answers and notes"),
                            ("accounts", "accounts of people who left"),
                            ("employees", "employees who left"),
                        ],
                        max_length=20,
                        verbose_name="class of data",
                    ),
                ),
                ("symbol", models.CharField(blank=True, max_length=20, verbose_name="symbol in the JRWA")),
                ("category", models.CharField(blank=True, max_length=10, verbose_name="archival category")),
                ("years", models.PositiveSmallIntegerField(verbose_name="years")),
                ("before", models.DateField(verbose_name="older than")),
                ("first_day", models.DateField(null=True, verbose_name="from")),
                ("last_day", models.DateField(null=True, verbose_name="to")),
                ("counts", models.JSONField(default=dict, verbose_name="how many")),
                ("held", models.PositiveIntegerField(verbose_name="left because of a legal hold")),
                ("waiting", models.PositiveIntegerField(verbose_name="left because something else still refers to it")),
                ("consent", models.CharField(blank=True, max_length=200, verbose_name="the archive's consent")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied by",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="applied at")),
            ],
            options={
                "verbose_name": "protocol of retention",
                "verbose_name_plural": "protocols of retention",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LogCheckpoint",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
                ("cut_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "beginning of the access log",
                "verbose_name_plural": "beginnings of the access log",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("auditor", "Auditor (supervisor)"),
                            ("mystery_shopper", "Mystery shopper"),
                            ("head", "Head of a department"),
                            ("hr", "HR"),
                            ("standards_editor", "Standards editor"),
                            ("administrator", "Administrator"),
                            ("data_protection_officer", "Data protection officer"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day after the last one.", null=True, verbose_name="until"
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments_granted",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="granted by",
                    ),
                ),
                ("granted_at", models.DateTimeField(blank=True, null=True, verbose_name="granted at")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments_ended",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
            ],
            options={
                "verbose_name": "appointment",
                "verbose_name_plural": "appointments",
                "ordering": ["user", "role", "department"],
                "indexes": [models.Index(fields=["user", "role"], name="appointment_user_role")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                        name="appointment_until_not_before_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "auditor",
                                    "mystery_shopper",
                                    "head",
                                    "hr",
                                    "standards_editor",
                                    "administrator",
                                    "data_protection_officer",
                                ],
                            )
                        ),
                        name="appointment_role_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        fields=("user", "role", "department", "since"),
                        name="appointment_held_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RightsReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_reviews",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                ("day", models.DateField(verbose_name="as of")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_reviews",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="reviewed at")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="remark")),
            ],
            options={
                "verbose_name": "review of rights",
                "verbose_name_plural": "reviews of rights",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="ReviewedAppointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviewed", to="audits.rightsreview"
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="audits.appointment"
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["confirmed", "ended", "left"])),
                        name="reviewed_decision_known",
                    ),
                    models.UniqueConstraint(fields=("review", "appointment"), name="reviewed_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetLines",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("lines", models.JSONField()),
            ],
            options={
                "verbose_name": "lines of filled checklists",
                "verbose_name_plural": "lines of filled checklists",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "audit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sheet",
                        serialize=False,
                        to="audits.audit",
                    ),
                ),
                (
                    "lines",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="audits.sheetlines"
                    ),
                ),
                ("filled", models.TextField()),
            ],
            options={
                "verbose_name": "filled checklist in short",
                "verbose_name_plural": "filled checklists in short",
                "ordering": ["audit"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations_sent",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="sent")),
                ("expires_at", models.DateTimeField(verbose_name="valid until")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="used")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["-sent_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None), ("used_at", None)),
                        fields=("user",),
                        name="invitation_one_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftDevice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="devices", to="audits.audit"
                    ),
                ),
                ("device", models.UUIDField()),
                ("seq", models.PositiveIntegerField(default=0)),
                ("seen_at", models.DateTimeField(verbose_name="last heard of")),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("reply", models.JSONField(default=dict)),
                ("refused", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "device that fills a draft",
                "verbose_name_plural": "devices that fill a draft",
                "ordering": ["audit", "-seen_at"],
                "constraints": [models.UniqueConstraint(fields=("audit", "device"), name="draft_device_once")],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("invitation", "invitation"),
                            ("reset_link", "link for a new password"),
                            ("password_changed", "password changed"),
                            ("password_reset", "password set by a link"),
                            ("address_moved", "e-mail address changed"),
                            ("factors_removed", "second factor removed by an administrator"),
                            ("totp_activated", "application added"),
                            ("totp_deactivated", "application removed"),
                            ("webauthn_added", "passkey added"),
                            ("webauthn_removed", "passkey removed"),
                            ("recovery_codes_generated", "new recovery codes"),
                        ],
                        max_length=30,
                        verbose_name="about",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="audits.invitation",
                        verbose_name="invitation",
                    ),
                ),
                ("portal", models.CharField(blank=True, max_length=300)),
                ("details", models.JSONField(blank=True, default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sent", "sent"),
                            ("failed", "not delivered"),
                            ("needless", "no longer needed"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_set_up", "the portal has no mail server"),
                            ("unreachable", "the mail server cannot be reached"),
                            ("silent", "the mail server does not answer"),
                            ("broken_off", "the mail server broke off"),
                            ("not_let_in", "the mail server does not let the portal in"),
                            ("put_off", "the mail server asks to try again later"),
                            ("refused", "the mail server refuses the address or the message"),
                            ("other", "a fault; the log says which"),
                        ],
                        max_length=20,
                        verbose_name="why not",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("next_try_at", models.DateTimeField(blank=True, null=True, verbose_name="next attempt")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="sent or given up")),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "ordering": ["-written_at", "-pk"],
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["next_try_at"], name="letter_due"),
                    models.Index(fields=["finished_at"], name="letter_finished"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", True), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True),
                                ("details", {}),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="letter_finished_holds_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "invitation"), _negated=True),
                            ("invitation__isnull", False),
                            _connector="OR",
                        ),
                        name="letter_of_an_invitation",
                    ),
                ],
            },
        ),
        migrations.RunPython(offer_purposes, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, drop_cache_table),
        migrations.RunPython(propose_retention, migrations.RunPython.noop),
    ]
