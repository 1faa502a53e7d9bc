"""Writes the golden files anew; never run by a test. Read what has changed before it is committed."""

import os

import django
from django.utils import translation

import tests.environment  # noqa: F401 - before the settings are read

os.environ["DJANGO_SETTINGS_MODULE"] = "standards_portal.settings"
django.setup()

# Periods stand beside the models, which need the settings.
from tests.audits.reports.sentences.cases import FILES, GOLDEN, text_of  # noqa: E402

with translation.override("pl"):
    for name in FILES:
        (GOLDEN / f"{name}.txt").write_text(text_of(name), encoding="utf-8")
