"""The page of a list that an address asks for."""

import django_tables2 as tables
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.http import HttpRequest


def show_page(table: tables.Table, request: HttpRequest, *, rows: int) -> None:
    """In the order that the address asks for; past the last page the last one, and the first where it names none.

    How many rows a page has is not for the address to say: it could show one person at a time, or everybody.
    """
    table.request = request
    if order := request.GET.getlist(table.prefixed_order_by_field):
        table.order_by = order
    try:
        table.paginate(page=request.GET.get(table.prefixed_page_field, 1), per_page=rows)
    except PageNotAnInteger:
        table.page = table.paginator.page(1)
    except EmptyPage:
        table.page = table.paginator.page(table.paginator.num_pages)
