"""How long data are kept, what holds them longer, and the protocols of what was taken away."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.fields import DAYS, NAMED_AUTOCOMPLETE, LooksUp, search_folded
from audits.models import LegalHold, RetentionProtocol, RetentionRule
from audits.models.retention import length_of
from audits.retention import holds
from audits.retention.cleaning import DAY, KEPT_FOR
from standards.fields import EXACT


@admin.register(RetentionRule)
class RetentionRuleAdmin(admin.ModelAdmin):
    """The classes are the portal's, the years are the office's; each change is kept with its author."""

    list_display = ["__str__", "symbol", "category", "kept", "needs_consent", "is_proposal"]
    readonly_fields = ["data_class", "kept", "changes"]
    actions = None

    def get_fields(self, request: HttpRequest, obj: RetentionRule | None = None) -> Any:
        """What is kept for days goes by itself, and the office has nothing to confirm."""
        if obj is not None and obj.days:
            return ["data_class", "kept", "symbol", "category", "changes"]
        return ["data_class", "symbol", "category", "years", "needs_consent", "is_proposal", "changes"]

    @admin.display(description=_("kept for"), ordering="years")
    def kept(self, rule: RetentionRule) -> str:
        return rule.kept_for

    @admin.display(description=_("changes"))
    def changes(self, rule: RetentionRule) -> str:
        said = []
        for row in rule.history.select_related("history_user").order_by("history_date"):
            when = timezone.localtime(row.history_date).strftime("%d.%m.%Y, %H:%M")
            state = _("a proposal") if row.is_proposal else _("confirmed")
            kept = " ".join(filter(None, (row.symbol, row.category)))
            length = length_of(row.years, row.days)
            said.append(f"{when}, {row.history_user or '–'}: {length} ({state}) {kept}".strip())
        return "; ".join(said) or "–"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """With what goes by itself, and needs no rule of the office."""
        fixed = {"kept_for_days": [(what, -(-time // DAY)) for what, time in KEPT_FOR]}
        return super().changelist_view(request, {**(extra_context or {}), **fixed})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LegalHoldForm(forms.ModelForm):
    release = forms.BooleanField(
        label=_("Release it now"), required=False, help_text=_("From then on what it covered may be taken away.")
    )

    class Meta:
        help_texts = {
            "department": _("With all that is, or ever was, below it. Empty: whatever the department."),
            "employee": _("Empty: whoever it is about."),
            "first_day": _("Empty: of any time."),
            "last_day": _("This day included. Give both days or neither."),
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk:
            return cleaned
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if bool(first) != bool(last) and not {"first_day", "last_day"} & self.errors.keys():
            self.add_error("last_day" if first else "first_day", _("Give both days."))
        elif first and last and last < first:
            self.add_error("last_day", _("The period ends before it begins."))
        department, employee = cleaned.get("department"), cleaned.get("employee")
        if not self.errors and not (department or employee or first):
            self.add_error(None, _("Say what is held: a department, an employee, a period, or several of them."))
        if department and employee and not holds.is_of(employee, department):
            self.add_error(
                "employee",
                _(
                    "This person never worked in that department or below it and was not audited there: together they"
                    " hold nothing. Leave one of the two empty."
                ),
            )
        return cleaned


class HoldFilter(admin.SimpleListFilter):
    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(released_at__isnull=self.value() == "yes")


@admin.register(LegalHold)
class LegalHoldAdmin(LooksUp, admin.ModelAdmin):
    """Placed and released, never changed and never deleted."""

    form = LegalHoldForm
    list_display = ["reason", "department", "employee", "first_day", "last_day", "placed_at", "released_at"]
    formfield_overrides = DAYS | EXACT
    autocomplete_fields = ["department", "employee"]
    list_filter = [HoldFilter]
    list_select_related = ["department", "employee"]
    search_fields = ["pk"]
    search_help_text = _("Reason, department or name")
    date_hierarchy = "placed_at"
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return search_folded(
            queryset, search_term, lambda hold: f"{hold.reason} {hold.department or ''} {hold.employee or ''}"
        ), False

    _SAID = ("department", "employee", "first_day", "last_day", "reason")
    _TRACE = ("placed_by", "placed_at", "released_by", "released_at")

    def get_fieldsets(self, request: HttpRequest, obj: LegalHold | None = None) -> Any:
        what: dict[str, Any] = {"fields": self._SAID[:-1]}
        if obj is None:
            what["description"] = _(
                "One of these is enough; leave empty what does not matter. What you fill in narrows the hold: a"
                " department and a person together hold the audits of that person made in that department, not all of"
                " the one and all of the other. For both, place two holds."
            )
            return [(_("What is held"), what), (None, {"fields": ["reason"]})]
        trace = [*self._TRACE, *([] if obj.released_at else ["release"])]
        return [(_("What is held"), what), (None, {"fields": ["reason", *trace]})]

    def get_readonly_fields(self, request: HttpRequest, obj: LegalHold | None = None) -> list[str]:
        return [] if obj is None else [*self._SAID, *self._TRACE]

    def save_model(self, request: HttpRequest, obj: LegalHold, form: Any, change: bool) -> None:
        if not change:
            obj.placed_by, obj.placed_at = request.user, timezone.now()  # type: ignore[assignment]
            obj.save()
        elif form.cleaned_data.get("release"):
            # Of two who release it the first did.
            LegalHold.objects.in_force().filter(pk=obj.pk).update(released_by=request.user, released_at=timezone.now())

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(RetentionProtocol)
class RetentionProtocolAdmin(admin.ModelAdmin):
    list_display = ["at", "data_class", "before", "counted", "done_by"]
    fields = [
        "data_class", "symbol", "category", "kept", "before", "first_day", "last_day", "counted", "held", "waiting",
        "consent", "done_by", "at",
    ]  # fmt: skip
    readonly_fields = ["kept", "counted", "done_by"]
    list_filter = ["data_class"]
    list_select_related = ["by"]
    search_fields = ["pk"]
    search_help_text = _("Symbol, category or the archive’s consent")
    date_hierarchy = "at"
    actions = None

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return search_folded(queryset, search_term, lambda row: f"{row.symbol} {row.category} {row.consent}"), False

    @admin.display(description=_("how many"))
    def counted(self, protocol: RetentionProtocol) -> str:
        """By kind, in the words of the pages; a kind that this version does not know stays as it was written."""
        names = {
            model._meta.model_name: model._meta.verbose_name for model in apps.get_app_config("audits").get_models()
        }
        names["uploaded file"] = _("uploaded file")
        return ", ".join(f"{names.get(kind, kind)}: {count}" for kind, count in protocol.counts.items()) or "–"

    @admin.display(description=_("kept for"))
    def kept(self, protocol: RetentionProtocol) -> str:
        return length_of(protocol.years, protocol.days)

    @admin.display(description=_("applied by"), ordering="by")
    def done_by(self, protocol: RetentionProtocol) -> str:
        return str(protocol.by or _("the hourly clean-up"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
