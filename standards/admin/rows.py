"""Rows on the page of what they belong to."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

MOST_ROWS = 100


class FewRows(admin.options.InlineModelAdmin):
    """Whoever says that thousands of rows come has them all built, a quarter of a minute of the server's time."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"max_num": MOST_ROWS, "absolute_max": MOST_ROWS} | kwargs)
