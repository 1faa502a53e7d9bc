"""What the pages of the audits are asked with."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from audits.models import User


class SignedInRequest(HttpRequest):
    """A request as the portal's middleware lets it through to these pages: by somebody who is signed in."""

    user: User


def local_address(address: str) -> str:
    """The address when it is a path of this portal, else nothing."""
    safe = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if safe else ""


def and_back(address: str, request: HttpRequest) -> str:
    """That address, to which something has to be done first, with where it leads on to: the page that was asked for."""
    return f"{address}?{urlencode({'next': request.get_full_path()})}"
