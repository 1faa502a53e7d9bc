"""Who asks: an office of two departments side by side, and everybody in it who might try an address."""

from dataclasses import dataclass
from types import SimpleNamespace

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.http import SimpleCookie
from django.test import Client

from audits.access_log import purposes
from audits.choices import Role
from audits.models import Department, User
from tests.audits.factories import UserFactory, appointed, purpose

# As the columns of the table. Those of the other department come last.
ACTORS = (
    "anonymous",
    "deactivated",
    "assessed",
    "auditor",
    "colleague",
    "hr",
    "hr_for_purpose",
    "head",
    "officer",
    "shopper",
    "editor",
    "administrator",
    "superuser",
    "auditor_there",
    "hr_there",
)
# Of those who share their guards' queries, one each: enough for a second database to answer otherwise.
OF_EACH_ROLE = (
    "anonymous",
    "assessed",
    "auditor",
    "hr_for_purpose",
    "head",
    "officer",
    "shopper",
    "editor",
    "administrator",
    "auditor_there",
    "hr_there",
)
# HR of the whole office, for a purpose: no column of the table, which costs a request a cell. They are told of either
# department's objects what HR of the inside department is told of its own, so that they are asked about the foreign one
# alone, where that HR is let in; `TOLD_THE_WHOLE_OFFICE` has the addresses that are theirs alone, with their codes.
OF_WHOLE_OFFICE = "hr_of_office"
TOLD_THE_WHOLE_OFFICE = {
    "audits:closings--": "200/405",
    "audits:closing-granule": "200/409",
    "audits:supplement-closed_granule": "200/409",
    "audits:granule_lengths--": "200/422",
}
# Whose the foreign objects are: to them they are what the inside ones are to their counterpart.
COUNTERPARTS = {"auditor_there": "auditor", "hr_there": "hr"}

_FOR_LONG = 24 * 60 * 60


@dataclass(slots=True)
class Browser:
    """An actor's browser; however a request ends, the next one begins signed in as before."""

    user: User | None
    client: Client
    session: str = ""

    def ready(self) -> Client:
        self.client.cookies = SimpleCookie()
        if self.session:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.session
        return self.client

    def forget_middleware(self) -> None:
        """It is loaded anew with the next request, as it is then."""
        self.client.handler._middleware_chain = None


def accounts(office: Department, inside: Department, elsewhere: Department) -> dict[str, User]:
    return {
        "deactivated": appointed(Role.HR, inside, username="deactivated"),
        "assessed": UserFactory(username="assessed"),
        "auditor": appointed(Role.AUDITOR, inside, username="auditor"),
        "colleague": appointed(Role.AUDITOR, inside, username="colleague"),
        "hr": appointed(Role.HR, inside, username="hr"),
        "hr_for_purpose": appointed(Role.HR, inside, username="hr_for_purpose"),
        OF_WHOLE_OFFICE: appointed(Role.HR, office, username=OF_WHOLE_OFFICE),
        "officer": appointed(Role.DPO, inside, username="officer"),
        "head": appointed(Role.HEAD, inside, username="head"),
        "shopper": appointed(Role.SHOPPER, inside, username="shopper"),
        "editor": appointed(Role.STANDARDS_EDITOR, office, username="editor"),
        "administrator": appointed(Role.ADMINISTRATOR, office, username="administrator"),
        "superuser": UserFactory(username="superuser", is_superuser=True, is_staff=True),
        "auditor_there": appointed(Role.AUDITOR, elsewhere, username="auditor_there"),
        "hr_there": appointed(Role.HR, elsewhere, username="hr_there"),
    }


def browsers(users: dict[str, User]) -> dict[str, Browser]:
    found = {"anonymous": Browser(None, Client(raise_request_exception=False))}
    for name, user in users.items():
        client = Client(raise_request_exception=False)
        client.force_login(user)
        session = client.session
        for signed_in in session[AUTHENTICATION_METHODS_SESSION_KEY]:
            signed_in["at"] += _FOR_LONG
        session.save()
        found[name] = Browser(user, client, client.cookies[settings.SESSION_COOKIE_NAME].value)
    for name in ("hr_for_purpose", OF_WHOLE_OFFICE):
        said = SimpleNamespace(session=found[name].client.session)
        purposes.give(said, purpose=purpose(), keep=True)
        # The world may be asked for longer than a purpose and a sign-in hold.
        said.session["purposes"]["kept"][2] += _FOR_LONG
        said.session.save()
    # Deactivated while signed in.
    users["deactivated"].is_active = False
    users["deactivated"].save()
    return {name: found[name] for name in (*ACTORS, OF_WHOLE_OFFICE)}
