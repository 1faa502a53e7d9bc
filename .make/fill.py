"""The part of the set-up that needs the portal itself: tables, the standards and the demo office.

Runs in the virtual environment. Nothing that is in the database already is written again, so that what was changed
since (an assessability, a demo account) stays.
"""

import argparse
import io
import os
import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")

FIRST_EDITION = "75-2016"
BEFORE_0_2_0 = ("audits", "0001_squashed_0013_retention")


def say(text: str) -> None:
    print(f"· {text}", flush=True)


def fill_database() -> None:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from audits.models import Department
    from standards.models import Edition

    executor = MigrationExecutor(connection)
    if BEFORE_0_2_0 in executor.loader.applied_migrations:
        database = connection.settings_dict["NAME"]
        sys.exit(f"The database {database} is older than 0.2.0, when none was in use: remove it and start again.")
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("database tables")
        call_command("migrate", interactive=False, verbosity=0)
    if not Edition.objects.filter(code=FIRST_EDITION).exists():
        say(f"the standards of {FIRST_EDITION}")
        call_command("loaddata", f"standards/zarzadzenie-{FIRST_EDITION}", verbosity=0)
    if not Department.objects.exists() and not get_user_model().objects.exists():
        if settings.HTTPS_ONLY:
            say("no demo office: HTTPS_ONLY is on, so this is no portal of this machine alone")
            return
        say("the demo office (about a minute)")
        call_command("seed_demo", anyway=True, stdout=io.StringIO())


def demo_accounts() -> str:
    """The demo's accounts, one a line; empty where the office is a real one."""
    from django.core.management import call_command

    from audits.demo import seeding

    if not seeding.is_there():
        return ""
    listed = io.StringIO()
    call_command("seed_demo", accounts=True, stdout=listed)
    return listed.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("accounts", type=Path, help="the file that is to hold the demo's accounts")
    wanted = parser.parse_args()

    import django
    from django.core.exceptions import ImproperlyConfigured

    # An address that is not understood is told once, by the sentence below.
    warnings.filterwarnings("ignore", category=UserWarning, module="environ")
    try:
        django.setup()
    except ImproperlyConfigured as fault:
        sys.exit(f"The settings are not complete: {fault}")

    from django.conf import settings
    from django.core.management import CommandError
    from django.db import Error

    try:
        fill_database()
        wanted.accounts.write_text(demo_accounts())
    except CommandError as fault:
        sys.exit(str(fault))
    except KeyboardInterrupt:
        sys.exit(130)
    except Error as fault:
        database = settings.DATABASES["default"]
        where = f"{database['NAME']} on {database['HOST']}" if database["HOST"] else database["NAME"]
        reason = " ".join(str(fault).split())
        sys.exit(f"The database {where} cannot be used ({reason}); DATABASE_URL in .env or the environment names it.")


if __name__ == "__main__":
    main()
