"""The page of "not found", which half of all answers of the matrix are: typeset once for each account and menu.

Of what was asked for it says nothing but the menu's mark of where one is, which tests/test_matrix.py sees to on pages
that are typeset. What the refusal's message is could be said too: it is remembered with the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest import mock

from django.http import HttpRequest
from django.template import loader


@contextmanager
def remembered() -> Iterator[None]:
    pages: dict[tuple[Any, ...], str] = {}

    def get_template(name: str) -> Any:
        template = loader.get_template(name)
        if name != "404.html":
            return template

        def render(context: dict[str, Any], request: HttpRequest) -> str:
            account = request.user.pk if hasattr(request, "user") else None
            # The menu's marks go by the address's first part.
            key = (account, request.path.split("/")[1], context["exception"])
            if key not in pages:
                pages[key] = template.render(context, request)
            return pages[key]

        return SimpleNamespace(render=render)

    # `django.views.defaults.page_not_found` asks its module's `loader`.
    with mock.patch("django.views.defaults.loader", SimpleNamespace(get_template=get_template)):
        yield
