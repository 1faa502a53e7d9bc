"""One request of one actor, and how an answer differs from what the table says."""

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.shortcuts import resolve_url
from django.urls import resolve, reverse

from tests.environment import TRIES_ALL
from tests.matrix.actors import ACTORS, COUNTERPARTS, OF_EACH_ROLE
from tests.matrix.bounds import storable, unbounded
from tests.matrix.places import Place, Route, Target
from tests.matrix.table import LOGIN, Row
from tests.matrix.world import World

# New with every answer: a token against forged requests, a form's own identifier, the moment at which it was given.
_TOKEN = re.compile(rb'("X-CSRFToken": "|name="(?:csrfmiddlewaretoken|uuid|took_place_at)" value=")[^"]+')
_CHANGING_HEADERS = {"Expires", "Content-Length"}
# When a session was last seen is written every five minutes, whatever the answer; a slow machine gets there.
_UNWATCHED = r'django_session"|portal_cache"|usersessions_usersession" SET "last_seen_at"'
_WRITES = re.compile(rf'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(?!{_UNWATCHED})', re.IGNORECASE)
# Who may ever read of the audits of a department, of the people in it, and of those who read about them.
READS_AUDITS = {"inside": {"auditor", "hr_for_purpose"}, "elsewhere": {"auditor_there"}}
# One of them was released to the person it is about.
READS_RELEASED = {
    name: readers | ({"assessed"} if name == "inside" else set()) for name, readers in READS_AUDITS.items()
}
READS_PEOPLE = {
    "inside": {"assessed", "auditor", "colleague", "hr_for_purpose", "officer", "administrator"},
    "elsewhere": {"auditor_there", "administrator"},
}
# The number of the released audit alone: to HR it is no secret before they say what for they read.
READS_RECEIPTS = {
    "inside": {"assessed", "auditor", "hr", "hr_for_purpose"},
    "elsewhere": {"auditor_there", "hr_there"},
}

# The office answers requests by post too, so HR needs no purpose to know of one.
READS_REQUESTS = {"inside": {"hr", "hr_for_purpose"}, "elsewhere": {"hr_there"}}
READS_READERS = {
    "inside": {"assessed", "officer", "administrator"},
    "elsewhere": {"administrator"},
}
# Signed in as nobody: what they are shown is there for everybody.
STRANGERS = {"anonymous", "deactivated"}
REFUSALS = {LOGIN, "404", "405"}
# Who is appointed is no secret to the department's HR: there they see the readers' names.
NAMES_THE_APPOINTED = {"audits:rights_of_department": {"hr", "hr_for_purpose"}}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, with what the request wrote to the database."""

    status: int
    headers: dict[str, str]
    body: bytes
    writes: tuple[str, ...]
    failure: str = ""

    @property
    def code(self) -> str:
        """As the table says it."""
        target = urlsplit(self.headers.get("Location", "")).path
        # The administration's own login page is no page: it sends on to the portal's.
        sent_to_login = self.status == 302 and target in (resolve_url(settings.LOGIN_URL), reverse("admin:login"))
        return LOGIN if sent_to_login else str(self.status)

    def without(self, forms: Iterable[str]) -> tuple[int, list[tuple[str, str]], bytes]:
        """What is left when the identifiers are taken out that were asked for, and the menu's mark of where one is."""
        body = _TOKEN.sub(rb"\1@", self.body).replace(b' aria-current="true"', b"")
        headers = [(name, value) for name, value in self.headers.items() if name not in _CHANGING_HEADERS]
        for form in forms:
            body = body.replace(form.encode(), b"@")
            headers = [(name, value.replace(form, "@")) for name, value in headers]
        return self.status, sorted(headers), body


def alike(one: tuple[Answer, Target], other: tuple[Answer, Target]) -> bool:
    """Whether two answers are the same to the byte, but for the identifiers that were asked for."""
    (answer, target), (other_answer, other_target) = one, other
    forms = sorted({*target.identifiers, *other_target.identifiers}, key=len, reverse=True)
    return answer.without(forms) == other_answer.without(forms)


@contextmanager
def undone() -> Iterator[list[str]]:
    """Whatever is written meanwhile is rolled back; it is listed, sessions aside."""
    writes: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if _WRITES.match(sql):
            writes.append(sql[:80])
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield writes
        transaction.set_rollback(True)


def ask(world: World, actor: str, method: str, route: Route, target: Target) -> Answer:
    client = world.browsers[actor].ready()
    with undone() as writes:
        send = getattr(client, method.lower())
        response = send(target.address(route), target.data) if method == "POST" else send(target.address(route))
        body = b"".join(response.streaming_content) if response.streaming else response.content
        failure = getattr(response, "exc_info", None)
        return Answer(
            response.status_code, dict(response.headers), body, tuple(writes), repr(failure[1]) if failure else ""
        )


def _asking(row: Row) -> tuple[str, ...]:
    """Everybody; of a second database, which might answer the same otherwise, whoever is let in and one who is not."""
    if TRIES_ALL:
        return ACTORS
    let_in = tuple(actor for actor in OF_EACH_ROLE if {row.code(actor, "GET"), row.code(actor, "POST")} - REFUSALS)
    refused = _one_refused(row)
    return (*let_in, refused) if refused else let_in


def _one_refused(row: Row) -> str | None:
    """Another one with each row."""
    some = [actor for actor in OF_EACH_ROLE if actor != "anonymous"]
    refused = [actor for actor in some if not {row.code(actor, "GET"), row.code(actor, "POST")} - REFUSALS]
    return refused[zlib.crc32(str(row).encode()) % len(refused)] if refused else None


# What an actor was told of a missing object, anywhere: it is one page for all addresses, as
# tests/test_matrix.py has it.
Remembered = dict[str, tuple[Answer, Target]]


def faults(world: World, row: Row, route: Route, remembered: Remembered | None = None) -> Iterator[str]:
    """Every way in which the address answers otherwise than its row says.

    With `remembered` most of those who are refused are not asked for a missing object at each address anew.
    """
    place = world.place(row.kind)
    for actor in _asking(row):
        at_the_door = is_stopped_at_the_door(actor, route, place)
        if at_the_door and not row.is_first:
            continue
        not_found: dict[str, tuple[Answer, Target]] = {}
        if remembered is not None and _is_refused(row, actor) and actor in remembered and actor != _one_refused(row):
            not_found = {"missing": remembered[actor]}
        for method in ("GET", "POST"):
            asked_for = ("own",) if at_the_door else _asked_for(row, actor, method)
            if not_found and asked_for == ("own", "missing"):
                # As for GET, so for POST: what is not found is told by one page.
                asked_for = ("own",)
            targets = {name: target for name in asked_for if (target := getattr(place, name)) is not None}
            answers = dict(not_found)
            yield from _of_cell(world, row, route, actor, method, targets, answers)
            if "missing" in answers and row.code(actor, "GET") == row.code(actor, "POST") == "404":
                not_found = {"missing": answers["missing"]}
                if remembered is not None and actor not in COUNTERPARTS:
                    remembered.setdefault(actor, answers["missing"])


def is_stopped_at_the_door(actor: str, route: Route, place: Place) -> bool:
    """Whether nobody asks what the address is about: a view that demands an account is not asked by those without."""
    if actor not in STRANGERS:
        return False
    view = resolve(unquote(urlsplit(place.own.address(route)).path)).func
    return bool(getattr(view, "login_required", True))


def _asked_for(row: Row, actor: str, method: str) -> tuple[str, ...]:
    """Of the own, the foreign and the missing object those whose answers can tell anything that others do not."""
    if row.code(actor, method) == "405" and actor not in (*COUNTERPARTS, *COUNTERPARTS.values()):
        # Refused for how it was asked. Were it asked first what it is about, those of two departments would tell.
        return ("own",)
    if _is_refused(row, actor) and actor != _one_refused(row):
        # To whom neither department's object is shown, the one is as foreign as the other.
        return ("own", "missing")
    return ("own", "foreign", "missing")


def _is_refused(row: Row, actor: str) -> bool:
    """Whether neither department's object is shown to them, however it is asked for."""
    is_refused = {row.code(actor, each) for each in ("GET", "POST")} <= {"404", "405"}
    return is_refused and actor not in COUNTERPARTS


def _of_cell(
    world: World,
    row: Row,
    route: Route,
    actor: str,
    method: str,
    targets: dict[str, Target],
    answers: dict[str, tuple[Answer, Target]],
) -> Iterator[str]:
    """`answers` takes up what came back; one about the missing object may stand there already."""
    wanted = row.code(actor, method)
    absent = row.absent_code(actor, method)
    wanted_abroad = row.code(COUNTERPARTS[actor], method) if actor in COUNTERPARTS else absent
    codes = {"own": wanted, "foreign": wanted_abroad, "missing": absent}
    for name, target in targets.items():
        answer = ask(world, actor, method, route, target)
        answers[name] = answer, target
        at = f"{method} {row.key} ({row.kind}, {name}) as {actor}"
        if answer.code != codes[name]:
            yield f"{at}: {answer.code}, not {codes[name]}. {answer.failure}"
        if answer.code in REFUSALS and answer.writes:
            yield f"{at}: refused, yet it wrote: {answer.writes}"
        yield from (f"{at}: {what}" for what in _leaks(world, actor, answer, row))
        if name == "own":
            yield from (f"{at}: {what}" for what in _bounds_missing(actor, answer, row.key))
    if "missing" not in answers:
        return
    for name in ("own", "foreign"):
        if name not in answers:
            continue
        # What is nobody's business is told apart from nothing at all by nobody.
        is_anothers = "foreign" in answers and (name == "own") == (actor in COUNTERPARTS)
        is_refused = (wanted if name == "own" else wanted_abroad) in ("404", LOGIN)
        if (is_anothers or is_refused) and not alike(answers[name], answers["missing"]):
            yield f"{method} {row.key} ({row.kind}) as {actor}: {name} answers otherwise than missing"


_NOT_FOUND: set[bytes] = set()


def _of_menu(page: bytes) -> bytes:
    """The page without what is new with each answer; of each actor another one, for their menu."""
    return hashlib.sha256(_TOKEN.sub(rb"\1@", page)).digest()


# One's own checklist, what opens a new one, a shopper's open assignment, and the page of what a browser holds.
OPENS_OFFLINE = {
    "audits:fill",
    "audits:open_offline",
    "audits:offline_card",
    "audits:own_assignment",
    "audits:own_card",
    "on_device",
}


def _bounds_missing(actor: str, answer: Answer, key: str) -> Iterator[str]:
    # What is not found is mostly said by one page, which is looked at once.
    is_known = answer.code == "404" and _of_menu(answer.body) in _NOT_FOUND
    yield from unbounded(answer.headers, b"" if is_known else answer.body)
    if answer.code == "404":
        _NOT_FOUND.add(_of_menu(answer.body))
    if actor not in STRANGERS and answer.code != LOGIN:
        opens_offline = key in OPENS_OFFLINE and "no-store" not in answer.headers.get("Cache-Control", "")
        yield from storable(answer.headers, opens_offline=opens_offline)


def _leaks(world: World, actor: str, answer: Answer, row: Row) -> Iterator[str]:
    shown = answer.body + repr(answer.headers).encode()
    for name, side in (("inside", world.inside), ("elsewhere", world.elsewhere)):
        for mark, readers, what in (
            (side.mark_of_audits, READS_AUDITS, "an audit"),
            (side.mark_of_released, READS_RELEASED, "a released audit"),
            (side.released.receipt or "", READS_RECEIPTS, "the number of a released audit"),
            (side.mark_of_person, READS_PEOPLE, "a person"),
            (side.mark_of_request, READS_REQUESTS, "what somebody asked HR"),
            (side.mark_of_reader, READS_READERS, "a reader"),
        ):
            if what == "a reader" and name == "inside" and actor in NAMES_THE_APPOINTED.get(row.key, ()):
                continue
            if actor not in readers[name] and mark.encode() in shown:
                yield f"shows {what} of {name}"
