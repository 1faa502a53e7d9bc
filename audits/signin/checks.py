"""What `manage.py check --deploy` says about signing in."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register


@register(Tags.security, deploy=True)
def check_second_factor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.MFA_REQUIRED:
        return []
    return [
        checks.Warning(
            "MFA_REQUIRED is off: HR, administrators and others who see people's results sign in by password alone.",
            hint="Delete MFA_REQUIRED=off from the environment or .env. Only a demo may do without.",
            id="audits.W101",
        )
    ]
