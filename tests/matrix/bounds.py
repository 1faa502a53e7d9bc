"""What every answer must carry: headers that bound what a browser may do with it, and markup that lives within them."""

from collections.abc import Iterator, Mapping

from tests.matrix.markup import against_policy

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
WITH_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
FORBIDDEN_FEATURES = {"camera", "geolocation", "microphone", "payment", "usb", "display-capture"}
NEVER = ("Content-Security-Policy-Report-Only", "Server", "X-Powered-By", "Access-Control-Allow-Origin")

PROGRAMS = ("text/javascript", "application/json", "application/manifest+json")
# What programs are told of the portal: the only text that is shown as it stands.
ROBOTS = b"User-agent: *\nDisallow: /\n"


def _directives(policy: str) -> dict[str, str]:
    return {name: value for name, _space, value in (one.strip().partition(" ") for one in policy.split(";"))}


def unbounded(headers: Mapping[str, str], body: bytes) -> Iterator[str]:
    """Every way in which an answer with these headers allows more than it should."""
    if _directives(headers.get("Content-Security-Policy", "")) != POLICY:
        yield f"Content-Security-Policy is {headers.get('Content-Security-Policy')}"
    for name, value in WITH_EVERY_ANSWER.items():
        if headers.get(name) != value:
            yield f"{name} is {headers.get(name)}"
    features = {one.strip() for one in headers.get("Permissions-Policy", "").split(",")}
    if features != {f"{feature}=()" for feature in FORBIDDEN_FEATURES}:
        yield f"Permissions-Policy is {headers.get('Permissions-Policy')}"
    yield from (f"{name} is sent" for name in NEVER if name in headers)
    kind = headers.get("Content-Type", "")
    is_saved = headers.get("Content-Disposition", "").startswith("attachment; filename=")
    if body and kind.startswith("text/html"):
        yield from against_policy(body.decode())
    elif body and not is_saved and body != ROBOTS and not kind.startswith(PROGRAMS):
        yield f"{kind} is shown, not saved"


def storable(headers: Mapping[str, str], *, opens_offline: bool = False) -> Iterator[str]:
    """Why a cache, the browser's own included, might keep it; what opens without a network the browser may keep."""
    for directive in ("no-cache" if opens_offline else "no-store", "private"):
        if directive not in headers.get("Cache-Control", ""):
            yield f"Cache-Control is {headers.get('Cache-Control')}, without {directive}"
