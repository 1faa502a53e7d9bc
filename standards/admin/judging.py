"""How recommendations are judged: edited whether their text is published or not."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from standards.admin.rules import FoldedSearch, beginning, is_kept, link_to
from standards.choices import Attribution, Channel, Method
from standards.forms import AssessabilityForm
from standards.models import Assessability, Occasion
from standards.templatetags.standards_text import channel_labels, emphasised


class AssessabilityInline(admin.StackedInline):
    """Judging is no text: it is edited on a published recommendation too."""

    model = Assessability
    form = AssessabilityForm
    fk_name = "recommendation"
    can_delete = False


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
    list_display = ("label", "asked", "seen_by", "occasion", "weight", "features")
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
        return judged.question or beginning(judged.recommendation.text)

    @admin.display(description=_("seen by"))
    def seen_by(self, judged: Assessability) -> SafeString | str:
        seen = [(method.label, channel_labels(judged.channels(method))) for method in Method if judged.channels(method)]
        return format_html_join(" · ", "{}: {}", seen) if seen else str(_("not assessable"))

    @admin.display(description=_("features"))
    def features(self, judged: Assessability) -> str:
        marked = (
            (judged.refrain, _("breach")),
            (judged.critical, _("critical")),
            (judged.delayed, _("judged later")),
            (judged.ask_first, _("asked first")),
            (judged.attribution == Attribution.UNIT, _("unit")),
            (bool(judged.parts), _("has parts")),
        )
        return ", ".join(str(name) for holds_true, name in marked if holds_true) or "–"

    @admin.display(description=_("recommendation"))
    def recommendation_text(self, judged: Assessability) -> SafeString:
        recommendation = judged.recommendation
        return format_html("{}. {}", link_to(recommendation), emphasised(recommendation))


@admin.register(Occasion)
class OccasionAdmin(FoldedSearch, admin.ModelAdmin):
    list_display = ("label", "question", "position", "edition")
    list_filter = ("edition",)
    list_select_related = ("edition",)
    list_per_page = 200
    fields = ("edition", "code", "label", "question", "position")

    def searched(self, row: Occasion) -> Sequence[str]:
        return (row.label, row.question)
