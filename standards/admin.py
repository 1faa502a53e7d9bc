"""The text of an edition, from the edition down to the points: drafts are edited, published text is read."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from standards.editing.admin import restructuring
from standards.editing.admin.standard_page import standard_page
from standards.editing.forms import StandardForm
from standards.history.admin import HistoryOfEdition, ReadableHistory
from standards.importing.admin import import_page
from standards.judging.admin import rows as judging
from standards.judging.admin.grid import grid
from standards.judging.admin.page import judging_page
from standards.judging.admin.signing_off import signing_off
from standards.models import Area, Assessability, Edition, Occasion, Publication, Recommendation, Standard
from standards.models.history import delete_as, save_as
from standards.pages import EditionFilter, FoldedSearch, KeptEdits, OfEdition, TextAdmin, TextInline, beginning, is_kept
from standards.publishing import admin as life
from standards.publishing.state import draft_state


class AreaInline(TextInline):
    model = Area
    fields = ("number", "position", "title")
    show_change_link = True


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("draft", _("draft")), ("published", _("published")), ("withdrawn", _("withdrawn"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        match self.value():
            case "draft":
                return queryset.filter(publication=None)
            case "published":
                return queryset.exclude(publication=None).filter(withdrawal=None)
            case "withdrawn":
                return queryset.exclude(withdrawal=None)
        return queryset


@admin.register(Edition)
class EditionAdmin(KeptEdits, ReadableHistory, FoldedSearch, TextAdmin):
    """Its pages say how it stands, and lead through its life."""

    list_display = ("code", "title", "state", "recommendation_count", "reading_page")
    list_filter = (StateFilter,)
    list_select_related = ("publication", "withdrawal")
    readonly_fields = ("state", "contents")
    fields = ("code", "title", "state", "contents")
    inlines = (AreaInline,)

    def get_urls(self) -> list[Any]:
        guarded = self.admin_site.admin_view
        pages = (
            ("import/", import_page, "import"),
            ("<path:object_id>/draft/", life.draft, "draft"),
            ("<path:object_id>/publish/", life.publication, "publish"),
            ("<path:object_id>/withdraw/", life.withdrawal, "withdraw"),
            ("<path:object_id>/discard/", life.discard, "discard"),
            ("<path:object_id>/judging/", grid, "judging"),
            ("<path:object_id>/signoff/", signing_off, "signoff"),
        )
        own = [path(at, guarded(view), name=f"standards_edition_{name}") for at, view, name in pages]
        return own + super().get_urls()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A draft is discarded, with all its text; what was published is withdrawn."""
        return False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        edition = context.get("original")
        if edition and not edition.is_published:
            context["state"] = draft_state(edition, request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def as_shown(self, row: Edition) -> list[tuple[str, str]]:
        areas = [
            (str(_("area")), f"{area.number}. {area.title} ({area.position})") for area in row.areas.order_by("pk")
        ]
        return [(str(_("code")), row.code), (str(_("title")), row.title), *areas]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Areas as everything else: with what stood there before in their history."""
        for area in formset.save(commit=False):
            save_as(area, request.user)  # type: ignore[arg-type]
        for area in formset.deleted_objects:
            delete_as(area, request.user)  # type: ignore[arg-type]

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any] | tuple[()]:
        return () if is_kept(obj) else list(self.inlines)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                recommendations=Count(
                    "standards__recommendations", filter=Q(standards__recommendations__repealed=False)
                )
            )
        )

    def searched(self, row: Edition) -> Sequence[str]:
        return (row.code, row.title)

    @admin.display(description=_("state"))
    def state(self, edition: Edition) -> str:
        if not edition.pk or not edition.is_published:
            return str(_("draft"))
        if edition.is_withdrawn:
            return str(_("not in force since %(day)s") % {"day": date_format(edition.withdrawal.since)})
        return str(_("published, in force since %(day)s") % {"day": date_format(edition.publication.effective_from)})

    @admin.display(description=_("recommendations"), ordering="recommendations")
    def recommendation_count(self, edition: Any) -> int:
        return edition.recommendations

    @admin.display(description=_("reading page"))
    def reading_page(self, edition: Edition) -> SafeString:
        return format_html('<a href="{}">{}</a>', edition.get_absolute_url(), _("Read"))

    @admin.display(description=_("contents"))
    def contents(self, edition: Edition) -> SafeString | str:
        if not edition.pk:
            return "–"
        lists: tuple[tuple[Any, Any], ...] = (
            (Area, _("areas")),
            (Standard, _("standards")),
            (Recommendation, _("recommendations")),
            (Assessability, _("how they are judged")),
            (Occasion, _("occasions")),
        )
        links = (
            (reverse(f"admin:standards_{model._meta.model_name}_changelist"), edition.pk, label)
            for model, label in lists
        )
        rows = edition.standards.order_by("position", "pk")
        pages = ((reverse("admin:standards_standard_change", args=[row.pk]), row) for row in rows)
        return format_html(
            "{}<ul>{}</ul>{}",
            format_html_join(" · ", '<a href="{}?edition={}">{}</a>', links),
            format_html_join("", '<li><a href="{}">{}</a></li>', pages),
            "" if edition.is_published else self._way_to_add(edition, len(rows)),
        )

    def _way_to_add(self, edition: Edition, standards: int) -> SafeString | str:
        """To the last area, at the end; both can be chosen otherwise there."""
        area = edition.areas.order_by("position").last()
        if area is None:
            return ""
        address = reverse("admin:standards_standard_add")
        return format_html(
            '<a href="{}?area={}&amp;position={}">{}</a>', address, area.pk, standards + 1, _("Add a standard")
        )


@admin.register(Publication)
class PublicationAdmin(FoldedSearch, admin.ModelAdmin):
    """Says what was published; publishing is an act of its own, not the filling of a form."""

    list_display = ("edition", "legal_basis", "effective_from", "published_at")
    list_select_related = ("edition",)
    date_hierarchy = "effective_from"
    actions = None

    def searched(self, row: Publication) -> Sequence[str]:
        return (row.edition.code, row.edition.title, row.legal_basis)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Area)
class AreaAdmin(KeptEdits, HistoryOfEdition, FoldedSearch, OfEdition, TextAdmin):
    list_display = ("numbered", "title", "of_edition")
    list_display_links = ("numbered", "title")
    list_filter = (EditionFilter,)
    list_select_related = ("edition__publication",)
    fields = ("edition", "number", "position", "title")

    def as_shown(self, row: Area) -> list[tuple[str, str]]:
        return [
            (str(_("number")), row.number),
            (str(_("position")), str(row.position)),
            (str(_("title")), row.title),
        ]

    @admin.display(description=_("number"), ordering="position")
    def numbered(self, row: Area) -> str:
        return row.number

    def searched(self, row: Area) -> Sequence[str]:
        return (row.number, row.title)


@admin.register(Standard)
class StandardAdmin(ReadableHistory, FoldedSearch, OfEdition, TextAdmin):
    """One page a standard: `standard_page`. Here it is only found, begun and deleted."""

    form = StandardForm
    list_display = ("numbered", "title", "area", "recommendation_count", "of_edition")
    list_display_links = ("numbered", "title")
    list_filter = (EditionFilter,)
    list_select_related = ("area", "edition__publication")
    fields = ("area", "number", "position", "title", "rationale")

    def get_urls(self) -> list[Any]:
        guarded = self.admin_site.admin_view
        pages = (
            ("<path:object_id>/split/<int:row>/", restructuring.split, "split"),
            ("<path:object_id>/merge/<int:row>/", restructuring.merge, "merge"),
            ("<path:object_id>/move/<int:row>/", restructuring.move, "move"),
            ("<path:object_id>/remove/<int:row>/", restructuring.remove, "remove"),
            ("<path:object_id>/renumber/", restructuring.renumber, "renumber"),
        )
        own = [path(at, guarded(view), name=f"standards_standard_{name}") for at, view, name in pages]
        return own + super().get_urls()

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return standard_page(request, found)

    def response_add(self, request: HttpRequest, obj: Standard, post_url_continue: Any = None) -> HttpResponse:
        return redirect("admin:standards_standard_change", obj.pk)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Standard]:
        return (
            super()
            .get_queryset(request)
            .annotate(recommendation_total=Count("recommendations", filter=Q(recommendations__repealed=False)))
        )

    @admin.display(description=_("number"), ordering="position")
    def numbered(self, row: Standard) -> str:
        return row.number

    def searched(self, row: Standard) -> Sequence[str]:
        return (row.number, row.title, row.rationale)

    @admin.display(description=_("recommendations"), ordering="recommendation_total")
    def recommendation_count(self, standard: Any) -> int:
        return standard.recommendation_total


@admin.register(Recommendation)
class RecommendationAdmin(ReadableHistory, FoldedSearch, OfEdition, TextAdmin):
    """Its text is written on its standard's page; its own page says how it is judged (`judging_page`)."""

    list_display = ("label", "beginning", "is_judged", "of_edition")
    list_display_links = ("label", "beginning")
    list_filter = (EditionFilter, "repealed")
    list_select_related = ("standard__edition__publication", "assessability")
    ordering = ("standard__edition", "standard__position", "position")
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Taken out on its standard's page, with all that belongs to it."""
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return judging_page(request, found)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recommendation]:
        return super().get_queryset(request).select_related("standard__edition__publication", "assessability")

    def searched(self, row: Recommendation) -> Sequence[str]:
        return (row.label, row.text)

    @admin.display(description=_("number"))
    def label(self, recommendation: Recommendation) -> str:
        return recommendation.label

    @admin.display(description=_("text"))
    def beginning(self, recommendation: Recommendation) -> str:
        return beginning(recommendation.text)

    @admin.display(description=_("is judged"), boolean=True)
    def is_judged(self, recommendation: Recommendation) -> bool:
        return hasattr(recommendation, "assessability") and recommendation.assessability.is_assessable


__all__ = ["judging"]
