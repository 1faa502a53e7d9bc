"""Who changed what and when, in words, where Django would show that something was changed."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from standards.history.changes import changes_of
from standards.models import Recommendation, Standard
from standards.pages import edition_of, page

_PER_PAGE = 50


class ReadableHistory:
    """Field by field: what it said before and what it says since, of the row and of all that belongs to it."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        shown = Paginator(changes_of(row), _PER_PAGE).get_page(request.GET.get("page"))
        standard = row if isinstance(row, Standard) else row.standard if isinstance(row, Recommendation) else None
        context = {"changes": shown, "row": row, "standard": standard}
        return page(request, "history", _("History"), edition_of(row), context)


class HistoryOfEdition:
    """A row whose history is told with its edition's."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return redirect("admin:standards_edition_history", edition_of(row).pk)
