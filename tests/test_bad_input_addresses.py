"""Whatever an address holds, no page fails; nor does a list of the administration, whatever is looked for in it."""

from urllib.parse import quote, unquote

import pytest
from django.urls import Resolver404, resolve

from tests.environment import TRIES_ALL
from tests.matrix.hostile import MARKER, check, worst
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROUTES = routes()
# In an address; the first of them databases may take otherwise.
DIFFERING_PIECES = ["%00", "a%00b", "%ED%A0%80", "9" * 400]
PIECES = [
    *DIFFERING_PIECES,
    "%FF",
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "-1",
    "%3Cx-probe%3E",
    "..",
    "%0d%0aX:y",
    "a" * 3000,
]


@pytest.mark.parametrize("key", [key for key, route in ROUTES.items() if "<" in route.pattern])
def test_no_address_breaks_a_page(world: World, key: str):
    pattern = ROUTES[key].pattern
    actor = "administrator" if pattern.startswith("administracja/") else "auditor"
    before, *pieces = pattern.split("<")
    # Each place of the address in turn, the others as they should be where that matters.
    own = [quote(str(arg)) for arg in world.place(KIND_OF_ADDRESS.get(key, "-")).own.args] or ["75-2016"] * len(pieces)
    for at in range(len(pieces)):
        for piece in PIECES if TRIES_ALL else DIFFERING_PIECES:
            args = [*own[:at], piece, *own[at + 1 :]]
            rest = (arg + each.split(">", 1)[1] for arg, each in zip(args, pieces, strict=True))
            address = f"/{before}{''.join(rest)}"
            check(world, actor, address)
            # An address that leads nowhere is answered before anybody asks how it was asked.
            if _leads_somewhere(address):
                check(world, actor, address, "")


def _leads_somewhere(address: str) -> bool:
    try:
        resolve(unquote(address))
    except Resolver404:
        return False
    return True


KIND_OF_ADDRESS = {
    "audits:gate": "gate",
    "audits:answer": "answer",
    "audits:offline_card": "offline_card",
    "audits:own_card": "own_card",
    "audits:none_of_these": "block",
    "standards:compare": "comparison",
    "standards:compare_pdf": "comparison",
    "standards:compare_xlsx": "comparison",
    "standards:standard": "standard",
    "standards:recommendation": "recommendation",
}
# What administrators look for, in every list of theirs.
IN_LISTS = ("q", "o", "p", "_to_field", "role", "branch", "edition", "edition__id__exact")


@pytest.mark.parametrize("key", [key for key in ROUTES if key.endswith("_changelist") or key == "admin:autocomplete"])
def test_no_query_breaks_the_administration(world: World, key: str):
    good = world.place("autocomplete").own.query if key == "admin:autocomplete" else {}
    # Its longest list takes a third of a second.
    for query in worst((*IN_LISTS, *good), good, (b"\x00", MARKER.encode())):
        check(world, "administrator", f"{ROUTES[key].path(())}?{query}")
