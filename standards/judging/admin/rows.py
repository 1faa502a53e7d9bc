"""How recommendations are judged: edited whether their text is published or not."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from standards.choices import Attribution, Channel, Method, channel_labels
from standards.history.admin import HistoryOfEdition, ReadableHistory
from standards.models import Assessability, Occasion
from standards.pages import DeletesDrafts, EditionFilter, FoldedSearch, KeptEdits, OfEdition, beginning, is_kept


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


class ConfirmedFilter(admin.SimpleListFilter):
    title = _("confirmation")
    parameter_name = "confirmed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        return [("no", _("not yet confirmed")), ("yes", _("confirmed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        unassessable = Q(**{f"{method}_text": "[]" for method in Method.values})
        settled = Q(confirmed_at__isnull=False) & (Q(question_confirmed_at__isnull=False) | unassessable)
        match self.value():
            case "no":
                return queryset.exclude(settled)
            case "yes":
                return queryset.filter(settled)
        return queryset


@admin.register(Assessability)
class AssessabilityAdmin(ReadableHistory, FoldedSearch, OfEdition, DeletesDrafts, admin.ModelAdmin):
    """All rows at a glance; each is edited on its recommendation's page."""

    list_display = (
        "label",
        "asked",
        "short_name",
        "seen_by",
        "occasion",
        "weight",
        "features",
        "is_confirmed",
        "of_edition",
    )
    list_display_links = ("label", "asked")
    list_filter = (
        EditionFilter,
        ConfirmedFilter,
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

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return redirect("admin:standards_recommendation_change", found.recommendation_id)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessability]:
        as_text = {f"{method}_text": Cast(method, TextField()) for method in Method.values}
        return super().get_queryset(request).annotate(**as_text)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)

    def searched(self, row: Assessability) -> Sequence[str]:
        return (row.recommendation.label, row.recommendation.text, row.question, row.short_name, row.note)

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

    @admin.display(description=_("confirmed"), boolean=True)
    def is_confirmed(self, judged: Assessability) -> bool:
        return bool(judged.confirmed_at and (judged.question_confirmed_at or not judged.is_assessable))


@admin.register(Occasion)
class OccasionAdmin(KeptEdits, HistoryOfEdition, FoldedSearch, OfEdition, DeletesDrafts, admin.ModelAdmin):
    list_display = ("label", "question", "by_scenario", "position", "of_edition")
    list_filter = (EditionFilter, "by_scenario")
    list_select_related = ("edition__publication",)
    list_per_page = 200
    fields = ("edition", "code", "label", "question", "by_scenario", "position")

    def as_shown(self, row: Occasion) -> list[tuple[str, str]]:
        return [
            (str(_("code")), row.code),
            (str(_("label")), row.label),
            (str(_("gate question")), row.question),
            (str(_("a shopper's scenario decides")), str(_("yes")) if row.by_scenario else str(_("no"))),
            (str(_("position")), str(row.position)),
        ]

    def searched(self, row: Occasion) -> Sequence[str]:
        return (row.label, row.question)
