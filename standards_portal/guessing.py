"""Notices an account that is told "not found" again and again: somebody who tries identifiers that are not theirs.

Counted in the memory of each web process, so that a refusal costs no write: with several processes a burst may be
spread over them, is noticed by each when it has seen enough, and may leave a line from each.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from audits.access_log.log import address_of

logger = logging.getLogger(__name__)

# Those that were refused longest ago are forgotten first.
MOST_ACCOUNTS = 1000


class Bursts:
    """By account, the different addresses refused lately. `many` of them within `seconds` are a burst."""

    def __init__(self, many: int, seconds: float) -> None:
        self.many, self.seconds = many, seconds
        self._lock = threading.Lock()
        # When each address was last refused; whether the account's burst was told already.
        self._refused: OrderedDict[int, dict[str, float]] = OrderedDict()
        self._told: set[int] = set()

    def note(self, account: int, address: str, now: float) -> int:
        """How many different addresses make the burst that this refusal begins; 0 for one that begins none."""
        with self._lock:
            refused = self._refused.pop(account, {})
            lately = {one: when for one, when in refused.items() if now - when < self.seconds}
            if not lately:
                self._told.discard(account)
            # One address asked for twice is one guess.
            lately.pop(address, None)
            lately[address] = now
            while len(lately) > self.many:
                del lately[next(iter(lately))]
            self._refused[account] = lately
            if len(self._refused) > MOST_ACCOUNTS:
                forgotten, _ = self._refused.popitem(last=False)
                self._told.discard(forgotten)
            if len(lately) < self.many or account in self._told:
                return 0
            self._told.add(account)
            return len(lately)


class GuessingMiddleware:
    """One line in the log a burst; what is answered stays the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.bursts = Bursts(settings.GUESSES_TOLD, settings.GUESSES_SECONDS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        account = request.user.pk if response.status_code == 404 and hasattr(request, "user") else None
        if account is not None:
            count = self.bursts.note(account, request.path_info, time.monotonic())
            if count:
                logger.warning(
                    "Account %s was told 404 at %d different addresses within %d s; from %s, the last: %.200a",
                    account,
                    count,
                    self.bursts.seconds,
                    address_of(request) or "an unknown address",
                    request.path_info,
                )
        return response
