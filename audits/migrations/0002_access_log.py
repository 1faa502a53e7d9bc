from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT

# A register to begin with; the office edits it in the administration.
PURPOSES = (
    ("nadzor", "nadzór nad jakością obsługi"),
    ("skarga", "rozpatrzenie skargi lub wniosku"),
    ("rozmowa", "przygotowanie rozmowy z pracownikiem"),
    ("prawa-osoby", "realizacja praw osoby, której dane dotyczą (RODO)"),
    ("kontrola", "odpowiedź dla dyrekcji, kontroli lub audytu wewnętrznego"),
)

KINDS = [
    ("page", "audit's page"),
    ("card", "audit card asked for"),
    ("download", "audit card downloaded"),
    ("list", "list of audits with names"),
    ("log_export", "export of this log"),
]
GROUNDS = [
    ("purpose", "for a purpose of the register"),
    ("own_work", "own work: an audit that they made"),
    ("own_data", "own data"),
    ("oversight", "data protection officer's duties"),
]
ROLES = [
    ("auditor", "Auditor (supervisor)"),
    ("head", "Head of a department"),
    ("hr", "HR"),
    ("administrator", "Administrator"),
    ("data_protection_officer", "Data protection officer"),
]


def offer_purposes(apps, schema_editor):
    Purpose = apps.get_model("audits", "Purpose")
    Purpose.objects.using(schema_editor.connection.alias).bulk_create(
        Purpose(code=code, label=label, position=position) for position, (code, label) in enumerate(PURPOSES, start=1)
    )


def protected(to, **options):
    return models.ForeignKey(to, PROTECT, **options)


class Migration(migrations.Migration):
    dependencies = [("audits", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("appointment", "appointment_role_known"),
        migrations.AlterField(
            "appointment", "role", models.CharField(choices=ROLES, max_length=30, verbose_name="role")
        ),
        migrations.AddConstraint(
            "appointment",
            models.CheckConstraint(
                condition=models.Q(role__in=[code for code, _ in ROLES]), name="appointment_role_known"
            ),
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
            name="AccessRecord",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="number")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "reader",
                    protected(settings.AUTH_USER_MODEL, related_name="readings", verbose_name="who read"),
                ),
                ("roles", models.CharField(blank=True, max_length=200, verbose_name="roles")),
                ("kind", models.CharField(choices=KINDS, max_length=20, verbose_name="what was read")),
                (
                    "employee",
                    protected("audits.employee", blank=True, null=True, related_name="readings", verbose_name="whose"),
                ),
                (
                    "audit",
                    protected("audits.audit", blank=True, null=True, related_name="readings", verbose_name="audit"),
                ),
                (
                    "report",
                    protected("audits.report", blank=True, null=True, related_name="readings", verbose_name="report"),
                ),
                ("ground", models.CharField(choices=GROUNDS, max_length=20, verbose_name="ground")),
                (
                    "purpose",
                    protected("audits.purpose", blank=True, null=True, related_name="readings", verbose_name="purpose"),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(kind__in=[code for code, _ in KINDS]), name="accessrecord_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(ground="purpose", purpose__isnull=False)
                        | models.Q(ground__in=["oversight", "own_data", "own_work"], purpose__isnull=True),
                        name="accessrecord_purpose_where_asked",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["reader", "at"], name="accessrecord_reader"),
                    models.Index(fields=["employee", "at"], name="accessrecord_employee"),
                    models.Index(fields=["at"], name="accessrecord_at"),
                ],
            },
        ),
        migrations.RunPython(offer_purposes, migrations.RunPython.noop),
    ]
