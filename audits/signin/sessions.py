"""Which sessions an account has: noted at sign-in, whose cost must not grow with how many there are."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.usersessions import signals
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest


def note_session(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Note the one that begins, and forget at once all whose time is over.

    The package's own receiver, in whose place this stands, looks into each session of the account, one by one. Those
    that a new password made worthless are told apart on the page of sessions.
    """
    live = Session.objects.values("session_key")
    UserSession.objects.filter(user_id=request.user.pk).exclude(session_key__in=live).delete()
    UserSession.objects.create_from_request(request)


def listen() -> None:
    user_logged_in.disconnect(receiver=signals.on_user_logged_in)
    user_logged_in.connect(receiver=note_session)
