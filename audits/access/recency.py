"""Names leave the portal only for somebody who has just shown who they are: a screen left open hands out nothing."""

import logging
import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

AT_PROVIDER = "confirmed_at_provider_at"
# In the state that allauth keeps while somebody is at the provider: they were signed in, and asked to do so afresh.
ASKED_AT = "asked_afresh_at"
# The provider's times are of whole seconds.
ROUNDING = 2

View = TypeVar("View", bound=Callable[..., Any])


def is_recent(request: HttpRequest) -> bool:
    """Whether they signed in, or confirmed that it is them, within the last minutes (REAUTHENTICATION_SECONDS)."""
    records = get_authentication_records(request, request.user)
    # The office's provider may have let them in by a session of its own; only what it was asked afresh counts.
    shown = [record["at"] for record in records if record["method"] != "socialaccount"]
    latest: float = max([*shown, request.session.get(AT_PROVIDER, 0)])
    return time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def note_confirmed_at_provider(request: HttpRequest) -> None:
    request.session[AT_PROVIDER] = time.time()


def id_token_of(sociallogin: Any) -> Mapping[str, Any]:
    """What the provider says of the sign-in itself."""
    found: Mapping[str, Any] = sociallogin.account.extra_data.get("id_token") or {}
    return found


def was_afresh(state: Mapping[str, Any], id_token: Mapping[str, Any]) -> bool:
    """Whether they signed in at the provider since they were sent there, with that state, to confirm who they are.

    The browser carries the question, so somebody may have taken it out on the way; the answer comes from the provider
    itself. Compared are two spans of time, each by one clock: the provider's may be wrong.
    """
    asked_at = state.get(ASKED_AT)
    if asked_at is None:
        return False
    told_at, signed_in_at = id_token.get("iat"), id_token.get("auth_time")
    if not isinstance(told_at, int | float) or not isinstance(signed_in_at, int | float):
        # OpenID Connect demands it of an answer to `max_age`. Without it nothing tells whether the question arrived.
        logger.warning("The provider of accounts does not tell when somebody signed in (auth_time)")
        return False
    return bool(-ROUNDING <= told_at - signed_in_at <= time.time() - asked_at + ROUNDING)


def require_recent_authentication(request: HttpRequest, then: str = "") -> None:
    """In a view that hands out names: sends whoever has not confirmed lately to the page that asks for it.

    From there they come back to `then`, the page with the link to the file; without it to what they asked for, a form
    included. The middleware of allauth answers what this raises.
    """
    if is_recent(request):
        return
    ways = get_adapter().get_reauthentication_methods(request.user)
    if not ways:
        # The office's provider was turned off, or the only key removed, since they signed in.
        logout(request)
        messages.warning(request, _("There is nothing by which you could confirm that it is you. Sign in again."))
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))
    if then:
        raise ImmediateHttpResponse(HttpResponseRedirect(f"{ways[0]['url']}?{urlencode({'next': then})}"))
    raise ReauthenticationRequired


def recently_authenticated(view: View | None = None, *, back_to: str = "") -> Any:
    """The same for a whole view: `@recently_authenticated`, or with the name of the page that has the link to it.

    `@recently_authenticated(back_to="audits:access_log")`: that page is reversed with the view's own arguments and gets
    its query. A file saved leaves the browser where it is, which would be the page that asked.
    """

    def decorate(function: View) -> Any:
        @wraps(function)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            then = ""
            if back_to:
                query = request.GET.urlencode()
                then = reverse(back_to, args=args, kwargs=kwargs) + (f"?{query}" if query else "")
            require_recent_authentication(request, then)
            return function(request, *args, **kwargs)

        return guarded

    return decorate(view) if view is not None else decorate
