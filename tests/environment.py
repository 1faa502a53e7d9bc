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
