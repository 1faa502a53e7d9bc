"""What `check --deploy` tells whoever runs the portal, beside Django's own warnings."""

import os
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register

# Where letters go that nobody but whoever reads the log, or the folder, would see.
_KEPT_HERE = ("django.core.mail.backends.console.EmailBackend", "django.core.mail.backends.filebased.EmailBackend")


@register(Tags.security, deploy=True)
def check_environment(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """That the settings that hold are those that were written, and that visitors can be told apart."""
    found: list[CheckMessage] = []
    if settings.DOTENV_FAULT:
        found.append(
            checks.Warning(
                f"{settings.DOTENV} cannot be read: {settings.DOTENV_FAULT}. None of what it sets holds.",
                hint="Let the account that runs the portal read it, or take it away.",
                id="portal.W001",
            )
        )
    if settings.HTTPS_ONLY and "BEHIND_TLS_PROXY" not in os.environ:
        found.append(
            checks.Warning(
                "BEHIND_TLS_PROXY is not set. Behind an undeclared proxy all visitors have the proxy's address: "
                "lock-outs, the access log and HEALTH_FROM take them for one.",
                hint="Set BEHIND_TLS_PROXY=on where a proxy ends TLS, or off where the portal is reached directly.",
                id="portal.W002",
            )
        )
    if settings.EMAIL_BACKEND in _KEPT_HERE:
        found.append(
            checks.Warning(
                "EMAIL_URL writes letters to the log or a folder: whoever reads that finds links that let in.",
                hint="Name a mail server: EMAIL_URL=smtp+tls://USER:PASSWORD@HOST:587",
                id="portal.W003",
            )
        )
    return found
