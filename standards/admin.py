"""The standards in the administration: drafts are edited, published text is read, judging is always edited."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Count, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from standards.choices import Channel, Method
from standards.forms import AssessabilityForm, PointForm, RecommendationForm, StandardForm
from standards.models import Area, Assessability, Edition, Occasion, Point, Publication, Recommendation, Standard
from standards.search import holds
from standards.templatetags.standards_text import channel_labels, emphasised


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


class TextInline(WideTitle, admin.TabularInline):
    """Text below the row that is edited; `obj` is that row."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return not is_kept(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)


class AreaInline(TextInline):
    model = Area
    fields = ("number", "position", "title")
    show_change_link = True


@admin.register(Edition)
class EditionAdmin(FoldedSearch, TextAdmin):
    list_display = ("code", "title", "state", "recommendation_count", "reading_page")
    list_filter = (("publication", admin.EmptyFieldListFilter),)
    list_select_related = ("publication",)
    readonly_fields = ("state", "contents")
    fields = ("code", "title", "state", "contents")
    inlines = (AreaInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).annotate(recommendations=Count("standards__recommendations"))

    def searched(self, row: Edition) -> Sequence[str]:
        return (row.code, row.title)

    @admin.display(description=_("state"))
    def state(self, edition: Edition) -> str:
        if not edition.pk or not edition.is_published:
            return str(_("draft"))
        return str(_("published, in force since %(day)s") % {"day": edition.publication.effective_from})

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
            (Standard, "edition", _("standards")),
            (Recommendation, "standard__edition", _("recommendations")),
            (Assessability, "recommendation__standard__edition", _("how they are judged")),
            (Occasion, "edition", _("occasions")),
        )
        links = (
            (reverse(f"admin:standards_{model._meta.model_name}_changelist"), path, edition.pk, label)
            for model, path, label in lists
        )
        return format_html_join(" · ", '<a href="{}?{}__id__exact={}">{}</a>', links)


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
class AreaAdmin(FoldedSearch, TextAdmin):
    list_display = ("number", "title", "edition")
    list_display_links = ("number", "title")
    list_filter = ("edition",)
    list_select_related = ("edition__publication",)
    fields = ("edition", "number", "position", "title")

    def searched(self, row: Area) -> Sequence[str]:
        return (row.number, row.title)


class RecommendationInline(TextInline):
    model = Recommendation
    form = RecommendationForm
    fields = ("number", "position", "text", "wording_changed")
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recommendation]:
        return super().get_queryset(request).select_related("standard__edition__publication").order_by("position")


@admin.register(Standard)
class StandardAdmin(FoldedSearch, TextAdmin):
    form = StandardForm
    list_display = ("number", "title", "area", "recommendation_count")
    list_display_links = ("number", "title")
    list_filter = ("edition", "area")
    list_select_related = ("area", "edition__publication")
    fields = ("area", "number", "position", "title", "rationale")
    inlines = (RecommendationInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Standard]:
        return super().get_queryset(request).annotate(recommendation_total=Count("recommendations"))

    def searched(self, row: Standard) -> Sequence[str]:
        return (row.number, row.title, row.rationale)

    @admin.display(description=_("recommendations"))
    def recommendation_count(self, standard: Any) -> int:
        return standard.recommendation_total  # type: ignore[no-any-return]


class PointInline(TextInline):
    model = Point
    form = PointForm
    fields = ("position", "text")


class AssessabilityInline(admin.StackedInline):
    """Judging is no text: it is edited on a published recommendation too."""

    model = Assessability
    form = AssessabilityForm
    fk_name = "recommendation"
    can_delete = False


@admin.register(Recommendation)
class RecommendationAdmin(FoldedSearch, TextAdmin):
    form = RecommendationForm
    list_display = ("label", "beginning", "is_judged")
    list_display_links = ("label", "beginning")
    list_filter = ("standard__edition", "standard")
    list_select_related = ("standard__edition__publication", "assessability")
    ordering = ("standard__edition", "standard__position", "position")
    inlines = (PointInline, AssessabilityInline)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        if is_kept(obj):
            return ("standard", "number", "published_text", "wording_changed")
        return ("standard", "number", "position", "text", "wording_changed")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        return self.get_fields(request, obj) if is_kept(obj) else ()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A published one is opened for the sake of its judging: its own fields are read-only then."""
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, AssessabilityInline):
            kwargs["form_kwargs"] = {"edition_id": obj.standard.edition_id if obj.standard_id else None}
        return kwargs

    def searched(self, row: Recommendation) -> Sequence[str]:
        return (row.label, row.text)

    @admin.display(description=_("number"))
    def label(self, recommendation: Recommendation) -> str:
        return recommendation.label

    @admin.display(description=_("text"))
    def beginning(self, recommendation: Recommendation) -> str:
        return _beginning(recommendation.text)

    @admin.display(description=_("text"))
    def published_text(self, recommendation: Recommendation) -> SafeString:
        return emphasised(recommendation)

    @admin.display(description=_("is judged"), boolean=True)
    def is_judged(self, recommendation: Recommendation) -> bool:
        return hasattr(recommendation, "assessability") and recommendation.assessability.is_assessable


def _beginning(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"


class MethodFilter(admin.SimpleListFilter):
    title = _("method")
    parameter_name = "method"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        return [*Method.choices, ("none", _("not assessable"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in Method.values:
            return queryset.exclude(**{f"{self.value()}_text": "[]"})
        if self.value() == "none":
            return queryset.filter(**{f"{method}_text": "[]" for method in Method.values})
        return queryset


class ChannelFilter(admin.SimpleListFilter):
    title = _("channel")
    parameter_name = "channel"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        return list(Channel.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in Channel.values:
            return queryset
        seen = Q()
        for method in Method.values:
            seen |= Q(**{f"{method}_text__contains": f'"{self.value()}"'})
        return queryset.filter(seen)


@admin.register(Assessability)
class AssessabilityAdmin(FoldedSearch, admin.ModelAdmin):
    """All rows at a glance; a row is added on its recommendation's page."""

    form = AssessabilityForm
    list_display = ("label", "asked", "seen_by", "occasion", "weight", "refrain", "critical")
    list_display_links = ("label", "asked")
    list_filter = (
        "recommendation__standard__edition",
        MethodFilter,
        ChannelFilter,
        "block",
        "occasion",
        "refrain",
        "critical",
        "attribution",
    )
    list_select_related = ("recommendation__standard__edition__publication", "occasion")
    list_per_page = 200
    ordering = (
        "recommendation__standard__edition",
        "recommendation__standard__position",
        "recommendation__position",
    )
    readonly_fields = ("recommendation_text",)
    fields = ("recommendation_text", *AssessabilityForm._meta.fields)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessability]:
        as_text = {f"{method}_text": Cast(method, TextField()) for method in Method.values}
        return super().get_queryset(request).annotate(**as_text)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)

    def searched(self, row: Assessability) -> Sequence[str]:
        return (row.recommendation.label, row.recommendation.text, row.question, row.note)

    @admin.display(description=_("number"))
    def label(self, judged: Assessability) -> str:
        return judged.recommendation.label

    @admin.display(description=_("question"))
    def asked(self, judged: Assessability) -> str:
        return judged.question or _beginning(judged.recommendation.text)

    @admin.display(description=_("seen by"))
    def seen_by(self, judged: Assessability) -> SafeString | str:
        seen = [(method.label, channel_labels(judged.channels(method))) for method in Method if judged.channels(method)]
        return format_html_join(" · ", "{}: {}", seen) if seen else str(_("not assessable"))

    @admin.display(description=_("recommendation"))
    def recommendation_text(self, judged: Assessability) -> SafeString:
        recommendation = judged.recommendation
        return format_html(
            '<a href="{}">{}</a>. {}',
            reverse("admin:standards_recommendation_change", args=[recommendation.pk]),
            recommendation.label,
            emphasised(recommendation),
        )


@admin.register(Occasion)
class OccasionAdmin(FoldedSearch, admin.ModelAdmin):
    list_display = ("label", "question", "position", "edition")
    list_filter = ("edition",)
    list_select_related = ("edition",)
    list_per_page = 200
    fields = ("edition", "code", "label", "question", "position")

    def searched(self, row: Occasion) -> Sequence[str]:
        return (row.label, row.question)
