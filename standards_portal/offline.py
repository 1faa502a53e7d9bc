"""What a browser needs to open the portal without a network: a worker served at the root, a manifest, a page."""

import json
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

_SCRIPTS = (
    "js/portal.js",
    "js/typed-text.js",
    "js/limits.js",
    "js/offline.js",
    "js/on-device.js",
    "js/checklist.js",
    "js/blank-card.js",
    "js/open-offline.js",
    "js/own-assignment.js",
)
_STYLES = ("portal", "frame", "controls", "lists", "forms", "question", "checklist", "check")
_SIGNS = ("icons", "favicon", "check", "chevron", "dot")
_ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable"))
_FONTS = ("latin-400-normal", "latin-ext-400-normal", "latin-600-normal", "latin-ext-600-normal")


def _names() -> list[str]:
    """Of the static files that a checklist and the page of what is on the device are made of."""
    folder = Path(settings.BASE_DIR) / "static"
    parts = sorted(folder.glob("js/checklist/*.js")) + sorted(folder.glob("img/sign-*.svg"))
    return [
        *_SCRIPTS,
        *(path.relative_to(folder).as_posix() for path in parts),
        *(f"css/{name}.css" for name in _STYLES),
        *(f"img/{name}.svg" for name in _SIGNS),
        "vendor/bootstrap/bootstrap.min.css",
        *(f"vendor/source-sans-3/{name}.woff2" for name in _FONTS),
        "django_htmx/htmx-2.min.js",
    ]


def _addresses() -> list[str]:
    """As pages name them, and, of modules, as modules do."""
    names = _names()
    plain = [f"{settings.STATIC_URL}{name}" for name in names if name.endswith(".js")]
    return list(dict.fromkeys([*(static(name) for name in names), *plain]))


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker's script with what it is to keep. Another byte in it is another version."""
    found = finders.find("js/worker.js") or Path(settings.STATIC_ROOT) / "js/worker.js"
    script = Path(str(found)).read_text(encoding="utf-8")
    addresses = _addresses()
    version = sha256("\n".join([*addresses, script]).encode()).hexdigest()[:12]
    # Without a network a new audit is opened on the device.
    instead = {reverse("audits:open"): reverse("audits:open_offline")}
    needed = {"STATIC": addresses, "VERSION": version, "FALLBACK": reverse("on_device"), "INSTEAD": instead}
    return HttpResponse(f"self.NEEDED = {json.dumps(needed)};\n{script}", content_type="text/javascript")


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What the portal is called and looks like on a phone's start screen."""
    icons = [{"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]
    # Where a phone draws no SVG, and where it cuts a shape of its own.
    for name, side, purpose in _ICONS:
        size = f"{side}x{side}"
        icons.append({"src": static(f"img/{name}.png"), "sizes": size, "type": "image/png", "purpose": purpose})
    shown = {
        "name": _("Standards portal"),
        "short_name": _("Standards"),
        "lang": "pl",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#12304e",
        "icons": icons,
    }
    return JsonResponse(shown, content_type="application/manifest+json")


@require_safe
def on_device(request: HttpRequest) -> HttpResponse:
    """What this device holds and the portal does not have yet: its script says so, with and without a network."""
    response = render(request, "on_device.html")
    response["Cache-Control"] = "private, no-cache"
    return response
