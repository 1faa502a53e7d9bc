"""Letters sent: the only writer of what becomes of one. Each is sent once, or shown as not delivered.

A letter is locked while it is being sent, by a lock that ends with its holder; a sender killed after the server took it
and before the row says so doubles it, under one Message-ID.
"""

import datetime
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from audits.choices import LetterFault, LetterState
from audits.letters.texts import text_of
from audits.models import Letter
from audits.queue import locks
from audits.queue.lanes import Lane
from audits.tasks import MAIL

logger = logging.getLogger(__name__)

# Minutes after which it is tried again; then once an hour, until a day has passed since it was written.
TRIES_AFTER = (1, 5, 15, 60)
GIVEN_UP_AFTER = datetime.timedelta(hours=24)
AT_ONCE = 20
# Faults of the server, not of one letter.
_OF_SERVER = (LetterFault.UNREACHABLE, LetterFault.SILENT, LetterFault.NOT_LET_IN)


def send_due(*, now: datetime.datetime | None = None) -> int:
    """How many letters were looked at. Stops at the first that the server, not the letter, is to blame for."""
    tried = 0
    for letter_id in Letter.objects.due(now=now).values_list("pk", flat=True)[:AT_ONCE]:
        tried += 1
        if send(letter_id, now=now) in _OF_SERVER:
            break
    return tried


def send(letter_id: int, *, now: datetime.datetime | None = None) -> str:
    """The fault that was met, empty for none."""
    with locks.held(f"letter {letter_id}"):
        due = Letter.objects.due(now=now).select_related("user", "invitation__sent_by", "invitation__user")
        letter = due.filter(pk=letter_id).first()
        if letter is None:
            # Somebody else has seen to it.
            return ""
        try:
            text = text_of(letter)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            # One that cannot be put together holds up no other.
            logger.exception("Letter %s could not be written", letter.uuid)
            _note(letter, LetterFault.OTHER, now=now)
            return LetterFault.OTHER
        if text is None:
            _finish(letter, LetterState.NEEDLESS, now=now)
            return ""
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
        headers = {"Message-ID": f"<{letter.uuid}@{domain}>", "Auto-Submitted": "auto-generated"}
        fault = _hand_over(EmailMessage(text.subject, text.body, to=[text.to], headers=headers))
        _note(letter, fault, now=now)
        return fault


def _note(letter: Letter, fault: str, *, now: datetime.datetime | None) -> None:
    at = now or timezone.now()
    letter.attempts += 1
    letter.fault = fault
    if not fault:
        _finish(letter, LetterState.SENT, now=at)
    elif fault == LetterFault.REFUSED or at - letter.written_at >= GIVEN_UP_AFTER:
        logger.error("Letter %s was not delivered: %s", letter.uuid, fault)
        _finish(letter, LetterState.FAILED, now=at)
    else:
        logger.warning("Letter %s waits for another attempt: %s", letter.uuid, fault)
        minutes = TRIES_AFTER[min(letter.attempts, len(TRIES_AFTER)) - 1]
        letter.next_try_at = at + datetime.timedelta(minutes=minutes)
        letter.save(update_fields=["attempts", "fault", "next_try_at"])


def _finish(letter: Letter, state: LetterState, *, now: datetime.datetime | None) -> None:
    letter.state, letter.finished_at, letter.details = state, now or timezone.now(), {}
    letter.save(update_fields=["state", "attempts", "fault", "finished_at", "details"])


def _hand_over(message: EmailMessage) -> str:
    """The fault, or nothing. The server has EMAIL_TIMEOUT seconds for each of its answers."""
    try:
        message.send()
    except smtplib.SMTPAuthenticationError:
        return LetterFault.NOT_LET_IN
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _said in error.recipients.values()]
        return LetterFault.REFUSED if codes and all(code >= 500 for code in codes) else LetterFault.PUT_OFF
    except smtplib.SMTPServerDisconnected as error:
        return LetterFault.SILENT if isinstance(error.__context__, TimeoutError) else LetterFault.BROKEN_OFF
    except smtplib.SMTPConnectError:
        return LetterFault.UNREACHABLE
    except smtplib.SMTPResponseException as error:
        return LetterFault.REFUSED if error.smtp_code >= 500 else LetterFault.PUT_OFF
    except TimeoutError:
        return LetterFault.SILENT
    except (ConnectionResetError, BrokenPipeError):
        return LetterFault.BROKEN_OFF
    except OSError:
        return LetterFault.UNREACHABLE
    except Exception:
        logger.exception("A letter could not be handed over")
        return LetterFault.OTHER
    return ""


class MailLane(Lane):
    """Sends what is due."""

    def __init__(self) -> None:
        super().__init__(MAIL)
        self._is_sending = False

    @property
    def may_stop_now(self) -> bool:
        return not self._is_sending

    def turn(self) -> bool:
        self._is_sending = True
        try:
            return bool(send_due())
        finally:
            self._is_sending = False
