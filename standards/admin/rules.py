"""What all lists of the standards share: who may change what, and how one searches."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from standards.admin.rows import FewRows
from standards.models import Assessability, Edition, Point, Recommendation
from standards.models.history import save_as
from standards.search import holds


def edition_of(row: Any) -> Edition:
    """The edition that a row of text, or of its judging, belongs to."""
    match row:
        case Edition():
            return row
        case Recommendation():
            return row.standard.edition
        case Point() | Assessability():
            return row.recommendation.standard.edition
        case _:
            return row.edition  # type: ignore[no-any-return]


def is_kept(row: Model | None) -> bool:
    """Whether the row's text was published, and so stays as it is."""
    return row is not None and row.pk is not None and edition_of(row).is_published


class FoldedSearch:
    """The list's search box finds words without regard to Polish diacritics, on every database alike."""

    # Only makes the box appear; what is searched is `searched`.
    search_fields = ("pk",)

    def searched(self, row: Any) -> Sequence[str]:
        raise NotImplementedError

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        found = [row.pk for row in queryset if holds(search_term, self.searched(row))]
        return queryset.filter(pk__in=found), False


class WideTitle:
    """Titles are whole sentences: their box is as wide as the page allows."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "title":
            kwargs["widget"] = AdminTextInputWidget(attrs={"class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]


class KeptEdits:
    """A form that was opened before somebody else saved overwrites nothing: it comes back beside what stands there.

    What was typed stays in its fields; saving it again takes it, opening the page anew takes theirs.
    """

    def as_shown(self, row: Any) -> list[tuple[str, str]]:
        """What the form shows of the stored row, named; it tells whether somebody has saved since."""
        raise NotImplementedError

    def _seen(self, row: Any) -> str:
        shown = json.dumps(self.as_shown(row), ensure_ascii=True)
        return hashlib.sha256(shown.encode("ascii")).hexdigest()[:16]

    def _stored(self, pk: Any) -> Any:
        return self.model._default_manager.filter(pk=pk).first()  # type: ignore[attr-defined]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        base = super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        if obj is None or request.method != "POST":
            return base
        is_stale = request.POST.get("seen", "") != self._seen(self._stored(obj.pk))
        request._stale = is_stale  # type: ignore[attr-defined]

        class OverTheStored(base):  # type: ignore[valid-type, misc]
            def clean(self) -> Any:
                cleaned = super().clean()
                if is_stale:
                    self.add_error(None, _("Somebody else has saved this meanwhile: nothing was overwritten."))
                return cleaned

        return OverTheStored

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context.get("original")
        stored = self._stored(row.pk) if row else None
        if stored is not None:
            context["seen"] = self._seen(stored)
            if getattr(request, "_stale", False):
                context["theirs"] = self.as_shown(stored)
        response = super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]
        if context.get("theirs"):
            response.status_code = 409
        return response  # type: ignore[no-any-return]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_as(obj, request.user)  # type: ignore[arg-type]


class TextAdmin(WideTitle, admin.ModelAdmin):
    """Rows of an edition's text: once published they can be looked at."""

    list_per_page = 200

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Nothing is put into a published edition."""
        path = {"edition": "publication", "area": "edition__publication", "standard": "edition__publication"}
        if db_field.name in path:
            drafts = db_field.related_model._default_manager.filter(**{f"{path[db_field.name]}__isnull": True})
            kwargs["queryset"] = drafts
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class TextInline(WideTitle, FewRows, admin.StackedInline):
    """Text below the row that is edited; `obj` is that row."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return not is_kept(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)


def beginning(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
