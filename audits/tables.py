"""What all lists share."""

from typing import Any

import django_filters
import django_tables2 as tables
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from standards.fields import Text


class TextFilter(django_filters.CharFilter):
    field_class = Text


def labelled(label: Any, css: str = "") -> dict[str, dict[str, Any]]:
    """On a phone a row is a card, and each cell carries its heading."""
    return {"td": {"data-label": label, "class": css}}


_KEPT = "list_queries"


def remember_list(request: HttpRequest) -> None:
    """How a list was narrowed and ordered, for the way back to it from one of its rows."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    query = request.GET.urlencode()
    kept = request.session.get(_KEPT, {})
    if kept.get(name, "") != query:
        request.session[_KEPT] = kept | {name: query}


def address_of_list(request: HttpRequest, name: str) -> str:
    """The list as it was last looked at in this session."""
    query = request.session.get(_KEPT, {}).get(name, "")
    return f"{reverse(name)}?{query}" if query else reverse(name)


class BoundedPaginator(Paginator):  # type: ignore[type-arg]
    """Of a list that grows for years: rows are counted to a bound only, and pages beyond it are found by turning."""

    MOST_COUNTED = 1000

    _reached = 0

    @cached_property
    def count(self) -> int:
        """One more than the bound where there are more."""
        # The rows of a table, made from the queryset that can be cut before it is counted.
        queryset = self.object_list.data.data  # type: ignore[attr-defined]
        found: int = queryset[: self.MOST_COUNTED + 1].count()
        return found

    @property
    def has_more(self) -> bool:
        return self.count > self.MOST_COUNTED

    @property
    def num_pages(self) -> int:
        return max(-(-self.count // self.per_page) or 1, self._reached)

    def validate_number(self, number: Any) -> int:
        try:
            return super().validate_number(number)
        except EmptyPage:
            if int(number) < 1 or int(number) > _FARTHEST or not self.has_more:
                raise
            return int(number)

    def page(self, number: Any) -> Page:  # type: ignore[type-arg]
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        if bottom + self.per_page <= self.MOST_COUNTED or not self.has_more:
            return super().page(number)
        rows = list(self.object_list[bottom : bottom + self.per_page + 1])
        if not rows:
            raise EmptyPage(_("That page contains no results"))
        self._reached = number + (len(rows) > self.per_page)
        return Page(rows[: self.per_page], number, self)


# No list is turned to; the bound keeps the offset within what databases take.
_FARTHEST = 10**9


def show_page(table: tables.Table, request: HttpRequest, *, rows: int, paginator: Any = Paginator) -> None:
    """In the order that the address asks for; past the last page the last one, and the first where it names none.

    How many rows a page has is not for the address to say: it could show one person at a time, or everybody.
    """
    sort(table, request)
    try:
        table.paginate(page=request.GET.get(table.prefixed_page_field, 1), per_page=rows, paginator_class=paginator)
    except PageNotAnInteger:
        table.page = table.paginator.page(1)
    except EmptyPage:
        table.page = table.paginator.page(table.paginator.num_pages)


def sort(table: tables.Table, request: HttpRequest) -> None:
    """In the order that the address asks for."""
    table.request = request
    if order := request.GET.getlist(table.prefixed_order_by_field):
        table.order_by = order
