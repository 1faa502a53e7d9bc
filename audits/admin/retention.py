"""How long data are kept, what holds them longer, and the protocols of what was taken away."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.admin.fields import NAMED_AUTOCOMPLETE, LooksUp
from audits.models import LegalHold, RetentionProtocol, RetentionRule


@admin.register(RetentionRule)
class RetentionRuleAdmin(admin.ModelAdmin):
    """The classes are the portal's, the years are the office's; each change is kept with its author."""

    list_display = ["__str__", "symbol", "category", "years", "needs_consent", "is_proposal"]
    fields = ["data_class", "symbol", "category", "years", "needs_consent", "is_proposal", "changes"]
    readonly_fields = ["data_class", "changes"]
    actions = None

    @admin.display(description=_("changes"))
    def changes(self, rule: RetentionRule) -> str:
        said = []
        for row in rule.history.select_related("history_user").order_by("history_date"):
            when = timezone.localtime(row.history_date).strftime("%d.%m.%Y, %H:%M")
            state = _("a proposal") if row.is_proposal else _("confirmed")
            kept = " ".join(filter(None, (row.symbol, row.category)))
            said.append(f"{when}, {row.history_user or '–'}: {row.years} ({state}) {kept}".strip())
        return "; ".join(said) or "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LegalHoldForm(forms.ModelForm):
    release = forms.BooleanField(
        label=_("Release it now"), required=False, help_text=_("From then on what it covered may be taken away.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk:
            return cleaned
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if bool(first) != bool(last) and not {"first_day", "last_day"} & self.errors.keys():
            self.add_error("last_day" if first else "first_day", _("Give both days."))
        elif first and last and last < first:
            self.add_error("last_day", _("The period ends before it begins."))
        if not self.errors and not (cleaned.get("department") or cleaned.get("employee") or first):
            self.add_error(None, _("Say what is held: a department, an employee, a period, or several of them."))
        return cleaned


@admin.register(LegalHold)
class LegalHoldAdmin(LooksUp, admin.ModelAdmin):
    """Placed and released, never changed and never deleted."""

    form = LegalHoldForm
    list_display = ["reason", "department", "first_day", "last_day", "placed_at", "released_at"]
    autocomplete_fields = ["department", "employee"]
    actions = None

    class Media:
        js = [NAMED_AUTOCOMPLETE]

    _SAID = ("department", "employee", "first_day", "last_day", "reason")
    _TRACE = ("placed_by", "placed_at", "released_by", "released_at")

    def get_fields(self, request: HttpRequest, obj: LegalHold | None = None) -> list[str]:
        if obj is None:
            return [*self._SAID]
        return [*self._SAID, *self._TRACE, *([] if obj.released_at else ["release"])]

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
    list_display = ["at", "data_class", "before", "counts", "by"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
