"""What an address of the portal can be about: the object inside, the one of another department, one that is nowhere."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from django.urls import URLPattern, URLResolver, get_resolver

NOWHERE = uuid.UUID("0e5f51c2-0000-4000-8000-000000000000")
NO_KEY = 987_654_321
_ARGUMENT = re.compile(r"<[^>]+>|\(\?P<\w+>[^)]*\)")


@dataclass(frozen=True, slots=True)
class Route:
    """One address of the resolver. `key` is its name with the namespaces; without a name, the route itself."""

    key: str
    pattern: str

    def path(self, args: tuple[Any, ...]) -> str:
        left = [quote(str(arg)) for arg in args]
        path = _ARGUMENT.sub(lambda _: left.pop(0), self.pattern.replace("^", "").replace("$", ""))
        assert not left, f"{self.key} does not take {args}"
        return f"/{path}"


def routes() -> dict[str, Route]:
    """Every address by its key."""
    found: dict[str, Route] = {}
    for route in _walk(get_resolver().url_patterns, "", ""):
        assert route.key not in found, f"Two addresses are called {route.key}."
        found[route.key] = route
    return found


def _walk(patterns: list[Any], before: str, namespace: str) -> Iterator[Route]:
    for each in patterns:
        pattern = before + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _walk(each.url_patterns, pattern, inner)
        elif isinstance(each, URLPattern):
            yield Route(f"{namespace}{each.name}" if each.name else f"/{pattern}", pattern)


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: the address's arguments, its query, and what a POST sends."""

    args: tuple[Any, ...] = ()
    query: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)

    def address(self, route: Route) -> str:
        query = urlencode(self.query, doseq=True)
        return route.path(self.args) + (f"?{query}" if query else "")

    @property
    def identifiers(self) -> set[str]:
        """What may differ between the answers about two objects: what was asked for, sent back."""
        sent = [*self.args, *self.query.values(), *self.data.values()]
        return {form for one in sent for form in (str(one), quote(str(one)))} - {""}


@dataclass(frozen=True, slots=True)
class Place:
    """The same address about three objects; `foreign` and `missing` only where it is about an object at all."""

    own: Target
    foreign: Target | None = None
    missing: Target | None = None
