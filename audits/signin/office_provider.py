"""Signing in with the office's own account: OpenID Connect, where the office has set up a provider of identities.

The provider says who somebody is; accounts are still made by the portal's administrators, and what they may do comes
from appointments. An account is found by its address the first time, and by the provider's own name for the person from
then on: an address that is given to somebody else later opens nothing.

Whoever is signed in and goes there again confirms who they are: the provider is asked to let them sign in afresh, as
its own session would confirm whoever sits before an open screen.
"""

import logging
import time
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from audits.access import is_administrator
from audits.access.recency import ASKED_AT, id_token_of, was_afresh
from audits.choices import AccountChangeKind
from audits.four_eyes.changes import opens_results, propose_change
from audits.models import User

logger = logging.getLogger(__name__)

UNKNOWN = _(
    "The portal has no account with the address that the office's provider names. "
    "Ask the portal's administrator for one."
)
FAILED = _("The office's provider of accounts did not sign you in. Try again, or sign in with a password.")
WAITS = _(
    "Before the office's account can be used here for the first time, an administrator confirms that it is yours. Sign "
    "in with your password until then."
)
NOT_AFRESH = _(
    "The office's provider of accounts did not ask you to sign in afresh, so it is not confirmed that this is you. "
    "Try again, or confirm it in another way."
)


class OfficeProvider(OpenIDConnectProvider):
    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_redirect_from_request_kwargs(request)
        # Not what the address says: `?auth_params=prompt=none` would undo the question.
        kwargs["auth_params"] = self.get_auth_params()
        if request.user.is_authenticated:
            kwargs["auth_params"] |= {"prompt": "login", "max_age": "0"}
            kwargs[ASKED_AT] = time.time()
        return kwargs


class ProviderAdapter(DefaultSocialAccountAdapter):
    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> OfficeProvider:
        return OfficeProvider(request, app=super().get_provider(request, provider, client_id).app)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ties the provider's person to the account that an administrator made for that address."""
        if request.user.is_authenticated and not was_afresh(sociallogin.state, id_token_of(sociallogin)):
            logger.warning("The provider of accounts confirmed somebody by a session of its own")
            _refuse(request, NOT_AFRESH, "home")
        if sociallogin.is_existing:
            return
        user = account_for(sociallogin)
        if user is None:
            logger.warning("The provider of accounts named somebody whom no account fits")
            _refuse(request, UNKNOWN)
        is_used = user.has_usable_password() or user.last_login is not None
        has_nobody = settings.ONE_ADMINISTRATOR and is_administrator(user)
        if is_used and opens_results(user) and not has_nobody:
            # Somebody lets themselves in by it already; another way in is another person's power, until one looks.
            propose_change(account=user, kind=AccountChangeKind.PROVIDER, value=sociallogin.account.uid)
            logger.warning("The provider of accounts named somebody for account %s, which waits", user.pk)
            _refuse(request, WAITS)
        sociallogin.connect(request, user)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        if exception is not None:
            logger.warning("The provider of accounts failed: %s", exception)
        _refuse(request, FAILED)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing of the account changes by signing in with it."""


def account_for(sociallogin: SocialLogin) -> User | None:
    """The active account of the address that the provider has confirmed, unless it is tied to another person."""
    confirmed = [one.email for one in sociallogin.email_addresses if one.verified]
    if len(confirmed) != 1:
        return None
    found = list(User.objects.filter(email__iexact=confirmed[0], is_active=True)[:2])
    if len(found) != 1 or SocialAccount.objects.filter(user=found[0]).exists():
        return None
    return found[0]


def _refuse(request: HttpRequest, why: Any, to: str = "account_login") -> NoReturn:
    messages.error(request, why)
    response: HttpResponse = redirect(to)
    raise ImmediateHttpResponse(response)
