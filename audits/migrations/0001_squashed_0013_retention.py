"""The tables as they stood after thirteen steps, made at once: step by step, a new database took seven times as long.

A database that took all thirteen is up to date with it.
"""

import uuid

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
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

    replaces = [
        ("audits", "0001_initial"),
        ("audits", "0002_access_log"),
        ("audits", "0003_new_roles"),
        ("audits", "0004_set_aside"),
        ("audits", "0005_redaction"),
        ("audits", "0006_rights"),
        ("audits", "0007_assignments"),
        ("audits", "0008_identification"),
        ("audits", "0009_assessed"),
        ("audits", "0010_portal_cache"),
        ("audits", "0011_invitations"),
        ("audits", "0012_correction"),
        ("audits", "0013_retention"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("standards", "0001_initial"),
    ]

    operations = [
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
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                (
                    "pseudonymised_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="pseudonymised at"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ["last_name", "first_name", "username"],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Department",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=500)),
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
            ],
            options={
                "verbose_name": "department",
                "verbose_name_plural": "departments",
                "ordering": ["sort_key", "code"],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("assigned_at", models.DateTimeField(verbose_name="assigned at")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn at")),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="reason of the withdrawal"),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned by",
                    ),
                ),
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
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
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
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("since", models.DateField(verbose_name="since")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day after the last one.", null=True, verbose_name="until"
                    ),
                ),
                ("granted_at", models.DateTimeField(blank=True, null=True, verbose_name="granted at")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
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
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
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
            name="Ancestry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("depth", models.PositiveSmallIntegerField()),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
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
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                (
                    "pseudonymised_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="pseudonymised at"),
                ),
                ("search_name", models.CharField(db_index=True, editable=False, max_length=210)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=450)),
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
            ],
            options={
                "verbose_name": "employee",
                "verbose_name_plural": "employees",
                "ordering": ["sort_key", "number"],
            },
        ),
        migrations.CreateModel(
            name="Audit",
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
                ("desk", models.CharField(blank=True, max_length=100, verbose_name="desk")),
                ("as_named", models.CharField(blank=True, max_length=200, verbose_name="desk or name as seen")),
                ("took_place_at", models.DateTimeField(verbose_name="took place at")),
                (
                    "waiting_minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="waiting time (minutes)"),
                ),
                ("scenario", models.TextField(blank=True, max_length=2000, verbose_name="note on the scenario")),
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
                ("opened_at", models.DateTimeField(verbose_name="filling started at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
                ("set_aside_at", models.DateTimeField(blank=True, null=True, verbose_name="set aside at")),
                ("awaited_until", models.DateField(blank=True, null=True, verbose_name="awaited until")),
                (
                    "receipt",
                    models.CharField(blank=True, max_length=30, null=True, unique=True, verbose_name="receipt number"),
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
                    "auditor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="auditor",
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
            name="Employment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.CharField(blank=True, max_length=150, verbose_name="job title")),
                ("since", models.DateField(verbose_name="since")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day after the last one.", null=True, verbose_name="until"
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
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="audits.employee",
                        verbose_name="employee",
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
            name="Gate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=200)),
                ("label", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
                ("arose", models.BooleanField(null=True, verbose_name="it arose")),
                ("version", models.PositiveIntegerField(default=0)),
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
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.recommendation"
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="audits.audit"
                    ),
                ),
                (
                    "gate",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="audits.gate"
                    ),
                ),
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
                            _connector="OR",
                        ),
                        name="answer_not_applicable_needs_occasion",
                    ),
                ],
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
            name="Identification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="identified at")),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="identified by",
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
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sent_at", models.DateTimeField(verbose_name="sent")),
                ("expires_at", models.DateTimeField(verbose_name="valid until")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="used")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations_sent",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
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
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField(blank=True, null=True, verbose_name="from")),
                ("last_day", models.DateField(blank=True, null=True, verbose_name="to")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                ("placed_at", models.DateTimeField(verbose_name="placed at")),
                ("released_at", models.DateTimeField(null=True, verbose_name="released at")),
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
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="placed by",
                    ),
                ),
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
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acknowledgements", to="audits.notice"
                    ),
                ),
            ],
            options={
                "verbose_name": "acknowledgement",
                "verbose_name_plural": "acknowledgements",
                "ordering": ["-at"],
                "constraints": [models.UniqueConstraint(fields=("notice", "user"), name="acknowledgement_once")],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_whole", models.BooleanField(verbose_name="the whole note")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                ("redacted_at", models.DateTimeField(verbose_name="redacted at")),
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
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="redacted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "redaction",
                "verbose_name_plural": "redactions",
                "ordering": ["redacted_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="redaction_has_reason"
                    )
                ],
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
                ("period_start", models.DateField(verbose_name="from")),
                ("period_end", models.DateField(verbose_name="to")),
                ("names_people", models.BooleanField(default=False, verbose_name="names people")),
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
                ("heartbeat_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True, verbose_name="error")),
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
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="requested by",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-requested_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["kind", "department", "period_start", "period_end", "fingerprint"], name="report_stored"
                    ),
                    models.Index(fields=["state", "heartbeat_at"], name="report_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gte", models.F("period_start"))), name="report_period_in_order"
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
                        ],
                        max_length=20,
                        verbose_name="what was read",
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
                ("purpose_label", models.CharField(blank=True, max_length=150, verbose_name="purpose")),
                ("justification", models.CharField(blank=True, max_length=500, verbose_name="justification")),
                ("address", models.CharField(blank=True, max_length=45, verbose_name="from where")),
                ("previous_hash", models.CharField(editable=False, max_length=64)),
                ("hash", models.CharField(editable=False, max_length=64)),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who read",
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
                ("at", models.DateTimeField(verbose_name="applied at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied by",
                    ),
                ),
            ],
            options={
                "verbose_name": "protocol of retention",
                "verbose_name_plural": "protocols of retention",
                "ordering": ["-at", "-pk"],
            },
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
            name="RightsRequest",
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
                ("text", models.TextField(max_length=4000, verbose_name="request")),
                ("received_on", models.DateField(verbose_name="received on")),
                ("deadline", models.DateField(verbose_name="to be answered by")),
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
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_requests",
                        to="audits.department",
                        verbose_name="department",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_requests",
                        to="audits.employee",
                        verbose_name="who asks",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "request",
                "verbose_name_plural": "requests",
                "ordering": ["deadline", "pk"],
                "indexes": [
                    models.Index(fields=["department", "answered_at", "deadline"], name="rightsrequest_deadline"),
                    models.Index(fields=["employee", "received_on"], name="rightsrequest_employee"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["access", "rectification", "objection"])),
                        name="rightsrequest_kind_known",
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
                        name="rightsrequest_answered_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("released_at", models.DateTimeField(verbose_name="released at")),
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
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="audits.rightsrequest",
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
            name="RightsReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("day", models.DateField(verbose_name="as of")),
                ("at", models.DateTimeField(verbose_name="reviewed at")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="remark")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_reviews",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
                    ),
                ),
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
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="audits.appointment"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviewed", to="audits.rightsreview"
                    ),
                ),
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
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=4000, verbose_name="statement")),
                ("made_at", models.DateTimeField(verbose_name="when")),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
                "ordering": ["made_at", "pk"],
                "indexes": [models.Index(fields=["audit", "made_at"], name="statement_audit")],
            },
        ),
        migrations.CreateModel(
            name="Told",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told_on", models.DateField(verbose_name="told on")),
                ("counts_from", models.DateField(verbose_name="may be audited from")),
                ("how", models.CharField(max_length=200, verbose_name="how")),
                ("recorded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="audits.employee",
                        verbose_name="employee",
                    ),
                ),
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
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
            name="Annulment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("approved", models.BooleanField(null=True, verbose_name="approved")),
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
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annulments",
                        to="audits.audit",
                        verbose_name="audit",
                    ),
                ),
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
                ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("approved", models.BooleanField(null=True, verbose_name="approved")),
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
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="audits.audit",
                        verbose_name="version",
                    ),
                ),
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
        migrations.RunPython(offer_purposes, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, drop_cache_table),
        migrations.RunPython(propose_retention, migrations.RunPython.noop),
    ]
