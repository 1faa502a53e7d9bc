"""The text of an edition, from the edition down to the points: drafts are edited, published text is read."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from standards.admin import life, restructuring
from standards.admin.grid import grid
from standards.admin.history import HistoryOfEdition, ReadableHistory
from standards.admin.importing import import_page
from standards.admin.judging_page import judging_page
from standards.admin.rules import FoldedSearch, KeptEdits, TextAdmin, TextInline, beginning, is_kept
from standards.admin.signing_off import signing_off
from standards.admin.standard_page import standard_page
from standards.admin.state import draft_state
from standards.forms import StandardForm
from standards.models import Area, Assessability, Edition, Occasion, Publication, Recommendation, Standard
from standards.models.history import delete_as, save_as


class AreaInline(TextInline):
    model = Area
    fields = ("number", "position", "title")
    show_change_link = True


@admin.register(Edition)
class EditionAdmin(KeptEdits, ReadableHistory, FoldedSearch, TextAdmin):
    """Its pages say how it stands, and lead through its life."""

    list_display = ("code", "title", "state", "recommendation_count", "reading_page")
    list_filter = (("publication", admin.EmptyFieldListFilter),)
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

    def get_inlines(self, request: HttpRequest, obj: Any) -> Sequence[Any]:
        return () if is_kept(obj) else self.inlines

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).annotate(recommendations=Count("standards__recommendations"))

    def searched(self, row: Edition) -> Sequence[str]:
        return (row.code, row.title)

    @admin.display(description=_("state"))
    def state(self, edition: Edition) -> str:
        if not edition.pk or not edition.is_published:
            return str(_("draft"))
        if edition.is_withdrawn:
            return str(_("not in force since %(day)s") % {"day": date_format(edition.withdrawal.since)})
        return str(_("published, in force since %(day)s") % {"day": date_format(edition.publication.effective_from)})

    @admin.display(description=_("recommendations"))
    def recommendation_count(self, edition: Any) -> int:
        return edition.recommendations  # type: ignore[no-any-return]

    @admin.display(description=_("reading page"))
    def reading_page(self, edition: Edition) -> SafeString:
        return format_html('<a href="{}">{}</a>', edition.get_absolute_url(), _("Read"))

    @admin.display(description=_("contents"))
    def contents(self, edition: Edition) -> SafeString | str:
        if not edition.pk:
            return "–"
        lists = (
            (Area, "edition", _("areas")),
            (Standard, "edition", _("standards")),
            (Recommendation, "standard__edition", _("recommendations")),
            (Assessability, "recommendation__standard__edition", _("how they are judged")),
            (Occasion, "edition", _("occasions")),
        )
        links = (
            (reverse(f"admin:standards_{model._meta.model_name}_changelist"), path, edition.pk, label)
            for model, path, label in lists
        )
        rows = edition.standards.order_by("position", "pk")
        pages = ((reverse("admin:standards_standard_change", args=[row.pk]), row) for row in rows)
        return format_html(
            "{}<ul>{}</ul>{}",
            format_html_join(" · ", '<a href="{}?{}__id__exact={}">{}</a>', links),
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
class PublicationAdmin(admin.ModelAdmin):
    """Says what was published; publishing is an act of its own, not the filling of a form."""

    list_display = ("edition", "legal_basis", "effective_from", "published_at")
    list_select_related = ("edition",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Area)
class AreaAdmin(KeptEdits, HistoryOfEdition, FoldedSearch, TextAdmin):
    list_display = ("number", "title", "edition")
    list_display_links = ("number", "title")
    list_filter = ("edition",)
    list_select_related = ("edition__publication",)
    fields = ("edition", "number", "position", "title")

    def as_shown(self, row: Area) -> list[tuple[str, str]]:
        return [
            (str(_("number")), row.number),
            (str(_("position")), str(row.position)),
            (str(_("title")), row.title),
        ]

    def searched(self, row: Area) -> Sequence[str]:
        return (row.number, row.title)


@admin.register(Standard)
class StandardAdmin(ReadableHistory, FoldedSearch, TextAdmin):
    """One page a standard: `standard_page`. Here it is only found, begun and deleted."""

    form = StandardForm
    list_display = ("number", "title", "area", "recommendation_count")
    list_display_links = ("number", "title")
    list_filter = ("edition", "area")
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
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return standard_page(request, found)

    def response_add(self, request: HttpRequest, obj: Standard, post_url_continue: Any = None) -> HttpResponse:
        return redirect("admin:standards_standard_change", obj.pk)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Standard]:
        return super().get_queryset(request).annotate(recommendation_total=Count("recommendations"))

    def searched(self, row: Standard) -> Sequence[str]:
        return (row.number, row.title, row.rationale)

    @admin.display(description=_("recommendations"))
    def recommendation_count(self, standard: Any) -> int:
        return standard.recommendation_total  # type: ignore[no-any-return]


@admin.register(Recommendation)
class RecommendationAdmin(ReadableHistory, FoldedSearch, TextAdmin):
    """Its text is written on its standard's page; its own page says how it is judged (`judging_page`)."""

    list_display = ("label", "beginning", "is_judged")
    list_display_links = ("label", "beginning")
    list_filter = ("standard__edition", "standard")
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
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
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
