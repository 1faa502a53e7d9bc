"""What all lists of the standards share: who may change what, and how one searches."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from standards.digests import digest_of
from standards.fields import EXACT
from standards.models import Area, Assessability, Edition, Point, Recommendation, Standard
from standards.models.history import save_as
from standards.wording import intake
from standards.wording.folding import holds

MOST_ROWS = 100


class FewRows(admin.options.InlineModelAdmin):
    """Whoever says that thousands of rows come has them all built, a quarter of a minute of the server's time."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"max_num": MOST_ROWS, "absolute_max": MOST_ROWS} | kwargs)


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
            return row.edition


def is_kept(row: Model | None) -> bool:
    """Whether the row's text was published, and so stays as it is."""
    return row is not None and row.pk is not None and edition_of(row).is_published


class EditionFilter(admin.SimpleListFilter):
    """By edition; without a choice, what is being edited: rows of two editions look alike in one list."""

    title = gettext_lazy("edition")
    parameter_name = "edition"
    ALL = "all"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        self.editions = list(Edition.objects.select_related("publication").order_by("-pk"))
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(one.pk), edition_named(one)) for one in self.editions]

    def value(self) -> str:
        """The newest draft's key unless another was chosen; all where none is being edited."""
        chosen = super().value()
        drafts = [str(one.pk) for one in self.editions if not one.is_published]
        return chosen if chosen is not None else next(iter(drafts), self.ALL)

    def choices(self, changelist: Any) -> Any:
        chosen = self.value()
        for key, name in ((self.ALL, _("All")), *self.lookup_choices):
            yield {
                "selected": chosen == key,
                "query_string": changelist.get_query_string({self.parameter_name: key}),
                "display": name,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen == self.ALL:
            return queryset
        path = {Recommendation: "standard__edition", Assessability: "recommendation__standard__edition"}
        return queryset.filter(**{path.get(queryset.model, "edition"): _key(chosen)})


def edition_named(edition: Edition) -> str:
    """By code, and by what it is where that is not published."""
    return edition.code if edition.is_published else _("%(code)s (draft)") % {"code": edition.code}


class OfEdition:
    """Of a list: which edition a row is of, and the number in the order of the text, since "10" comes after "9"."""

    @admin.display(description=gettext_lazy("edition"))
    def of_edition(self, row: Any) -> str:
        return edition_named(edition_of(row))


class FoldedSearch:
    """The list's search box finds words without regard to Polish diacritics, on every database alike."""

    # Only makes the box appear; what is searched is `searched`.
    search_fields: Any = ("pk",)

    def searched(self, row: Any) -> Sequence[str]:
        raise NotImplementedError

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        found = [row.pk for row in queryset if holds(search_term, self.searched(row))]
        return queryset.filter(pk__in=found), False


class DeletesDrafts:
    """Where nothing that is shown is being edited, deleting could only refuse: it is not offered."""

    def get_actions(self, request: HttpRequest) -> Any:
        drafts = Edition.objects.drafts()
        chosen = request.GET.get(EditionFilter.parameter_name, EditionFilter.ALL)
        if chosen != EditionFilter.ALL:
            drafts = drafts.filter(pk=_key(chosen))
        return super().get_actions(request) if drafts.exists() else {}  # type: ignore[misc]


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
        return digest_of(self.as_shown(row))[:16]

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
        return response

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_as(obj, request.user)  # type: ignore[arg-type]


class TextAdmin(WideTitle, DeletesDrafts, admin.ModelAdmin):
    """Rows of an edition's text: once published they can be looked at."""

    list_per_page = 200
    formfield_overrides = EXACT

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
    formfield_overrides = EXACT

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_kept(obj) and super().has_delete_permission(request, obj)


def beginning(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"


asked_and_sent: Callable[..., Any] = require_http_methods(["GET", "HEAD", "POST"])


def page(
    request: HttpRequest, template: str, title: Any, edition: Edition | None, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page below the administration's list of editions."""
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": Edition._meta,
        "edition": edition,
        **context,
    }
    return TemplateResponse(request, f"admin/standards/{template}.html", context, status=status)


def edition_exists(pk: Any) -> bool:
    return Edition.objects.filter(pk=_key(pk)).exists()


def edition_or_404(pk: Any) -> Edition:
    found: Edition = get_object_or_404(
        Edition.objects.select_related("publication", "withdrawal", "based_on"), pk=_key(pk)
    )
    return found


def draft_or_404(pk: Any) -> Edition:
    """An edition whose text can still be written."""
    found: Edition = get_object_or_404(Edition.objects.drafts().select_related("based_on"), pk=_key(pk))
    return found


def standard_or_404(pk: Any, *, draft: bool = False) -> Standard:
    rows = Standard.objects.select_related("area", "edition__publication", "edition__based_on")
    if draft:
        rows = rows.filter(edition__publication__isnull=True)
    found: Standard = get_object_or_404(rows, pk=_key(pk))
    return found


def _key(pk: Any) -> int:
    """Keys come from addresses as text; what is no key leads to no row."""
    text = str(pk)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0


def place_to_mend(row: Any) -> str:
    """Where a row is edited."""
    match row:
        case Edition():
            return reverse("admin:standards_edition_change", args=[row.pk])
        case Area():
            return reverse("admin:standards_area_change", args=[row.pk])
        case Standard():
            return reverse("admin:standards_standard_change", args=[row.pk])
        case Recommendation():
            if edition_of(row).is_published:
                return reverse("admin:standards_recommendation_change", args=[row.pk])
            return reverse("admin:standards_standard_change", args=[row.standard_id]) + f"#zalecenie-{row.pk}"
        case Point():
            return place_to_mend(row.recommendation)
        case Assessability():
            return reverse("admin:standards_recommendation_change", args=[row.recommendation_id])
        case _:
            return reverse("admin:standards_occasion_change", args=[row.pk])


def named(account: Any) -> str:
    return account.get_full_name() or account.get_username()


def text_sent(written: str) -> str:
    """Cleaned; what cannot be read stays in it, for whoever saves to refuse by name. The database takes no NUL."""
    return intake.clean(written).text.replace("\0", "")


def key_sent(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
