"""Signing in with the office's own account: OpenID Connect, where the office has set up a provider of identities.

The provider says who somebody is; accounts are still made by the portal's administrators, and what they may do comes
from appointments. An account is found by its address the first time, and by the provider's own name for the person from
then on: an address that is given to somebody else later opens nothing.
"""

import logging
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from audits.models import User

logger = logging.getLogger(__name__)

UNKNOWN = _(
    "The portal has no account with the address that the office's provider names. "
    "Ask the portal's administrator for one."
)
FAILED = _("The office's provider of accounts did not sign you in. Try again, or sign in with a password.")


class ProviderAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ties the provider's person to the account that an administrator made for that address."""
        if sociallogin.is_existing:
            return
        user = account_for(sociallogin)
        if user is None:
            logger.warning("The provider of accounts named somebody whom no account fits")
            _refuse(request, UNKNOWN)
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


def _refuse(request: HttpRequest, why: Any) -> NoReturn:
    messages.error(request, why)
    response: HttpResponse = redirect("account_login")
    raise ImmediateHttpResponse(response)
