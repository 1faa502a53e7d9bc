"""What the office's pages in the administration share: dates, and search that knows Polish letters."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.forms.days import DayInput, LastDayField
from standards.folding import fold

# Goes with every page that has autocomplete fields.
NAMED_AUTOCOMPLETE = "js/admin-autocomplete.js"


LONGEST_KEY = 18


class LookedUp(AutocompleteSelect):
    """Django's asks the database for whatever was sent as chosen, and fails on what is no key."""

    def optgroups(self, name: str, value: list[Any], attr: Any = None) -> list[Any]:
        keys = [str(one) for one in value if one is not None]
        return super().optgroups(
            name, [key for key in keys if key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY], attr
        )


class LooksUp:
    """Of a page or its rows: what `autocomplete_fields` names is looked up by the widget above."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", LookedUp(db_field, self.admin_site, using=kwargs.get("using")))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


DAYS = {models.DateField: {"widget": DayInput}}


class DatedForm(forms.ModelForm):
    """Of a row that holds since one day and until another."""

    until = LastDayField(required=False, help_text=_("Empty: without an end."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until <= since:
            self.add_error("until", ValidationError(_("The last day is earlier than the first one.")))
        return cleaned


def holds_today(row: Any) -> bool:
    today = timezone.localdate()
    return row.since <= today and (row.until is None or row.until > today)


class HeldFilter(admin.SimpleListFilter):
    """Rows dated since/until: those of today, those to come, those that ended."""

    title = _("when")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("now", _("Today")), ("future", _("To come")), ("past", _("Ended"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        today: datetime.date = timezone.localdate()
        match self.value():
            case "now":
                return queryset.held_on(today)
            case "future":
                return queryset.filter(since__gt=today)
            case "past":
                return queryset.filter(until__lte=today)
        return queryset


def search_folded(queryset: Any, text: str, searched: Callable[[Any], str]) -> Any:
    """Rows in which every word of the text begins a word, without regard to case and Polish diacritics.

    The rows are read and compared here, since no database folds them all alike: for lists of at most some hundreds.
    """
    words = fold(text.replace("-", " ")).split()
    if not words:
        return queryset
    found = []
    for row in queryset:
        of_row = f" {fold(searched(row).replace('-', ' '))}"
        if all(f" {word}" in of_row for word in words):
            found.append(row.pk)
    return queryset.filter(pk__in=found)


def is_autocomplete(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.url_name == "autocomplete"
