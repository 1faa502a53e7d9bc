"""A link by which somebody who forgot the password sets a new one."""

from urllib.parse import urljoin

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse

from audits.models import User
from audits.signin.mail import send


def mail_link(*, email: str, portal: str) -> None:
    """To the account's own address, if there is an active account with that address and a password.

    Who was invited and has not been here yet uses the invitation.
    """
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    token = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), token])
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    send(user.email, "account/email/reset_link", {"user": user, "link": urljoin(portal, path), "hours": hours})
