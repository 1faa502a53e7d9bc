"""Sessions in the database, as Django keeps them, found by a statement that is put together once."""

from functools import cache
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from audits.access.kept import Statement

# Stands for the key where the statement is put together.
_ANY_SESSION = "any session"


@cache
def _one_session() -> Statement:
    return Statement.of(Session.objects.filter(session_key=_ANY_SESSION), _ANY_SESSION)


# Sessions are signed with the name of this class: another one would end them all.
class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Any:
        statement = _one_session()
        for session in Session.objects.raw(statement.sql, statement.about(self.session_key)):
            if session.expire_date > timezone.now():
                return session
        self._session_key = None
        return None
