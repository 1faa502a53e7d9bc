"""The environment tests run in, whatever `.env` says: imported by pytest before Django reads its settings."""

import atexit
import os
import shutil
import tempfile

_private_files = tempfile.mkdtemp(prefix="standards-portal-tests-")
atexit.register(shutil.rmtree, _private_files, ignore_errors=True)

os.environ["DEBUG"] = "on"
os.environ["HTTPS_ONLY"] = "off"
os.environ["SECRET_KEY"] = "tests-only-" + "x" * 40
os.environ["MFA_REQUIRED"] = "on"
os.environ["PRIVATE_MEDIA_ROOT"] = _private_files
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")

# On PostgreSQL, what tries everything tries what databases differ in, unless all is to be tried: make test-everywhere.
TRIES_ALL = os.environ["DATABASE_URL"].startswith("sqlite") or "EVERYWHERE" in os.environ

# What is drawn is the same few in every run; many new ones, where there is time: THOROUGH=1 make test-unit.
THOROUGH = "THOROUGH" in os.environ
