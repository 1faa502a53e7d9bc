"""What the office's pages in the administration share: dates, and search that knows Polish letters."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from audits.models import Department, last_day
from standards.wording.folding import words_of

LAST_DAY = gettext_lazy("Last day, inclusive")


class DayInput(forms.DateInput):
    """The browser's own calendar, which speaks the reader's language and works from the keyboard."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, help_text: Any = "", **options: Any) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, widget=DayInput(), **options)


class LastDayField(forms.DateField):
    """Asks for a last day and means the first day after it, which is what the portal stores."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"label": LAST_DAY, "widget": DayInput}
        super().__init__(**defaults | options)

    def prepare_value(self, value: Any) -> Any:
        return last_day(value) if isinstance(value, datetime.date) else value

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            # Not typed: an initial value, which is a first day after already.
            return value
        day = super().to_python(value)
        try:
            return day + datetime.timedelta(days=1) if day is not None else None
        except OverflowError:
            raise ValidationError(gettext("This day is too far ahead.")) from None


# Goes with every page that has autocomplete fields.
NAMED_AUTOCOMPLETE = "js/admin-autocomplete.js"


LONGEST_KEY = 18


class LookedUp(AutocompleteSelect):
    """Django's asks the database for whatever was sent as chosen, and fails on what is no key."""

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> list[Any]:
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


DAYS: dict[type[models.Field[Any, Any]], dict[str, Any]] = {models.DateField: {"widget": DayInput}}


class DatedForm(forms.ModelForm):
    """Of a row that holds since one day and until another."""

    until = LastDayField(required=False, help_text=_("Empty: without an end."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until <= since:
            self.add_error("until", ValidationError(_("The last day is earlier than the first one.")))
        return cleaned


class SpanForm(forms.Form):
    """What narrows a list by its days; a last one before the first is told, not answered by an empty list."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is earlier than the first one, so nothing can fit. Change one."))
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
    words = words_of(text)
    if not words:
        return queryset
    found = []
    for row in queryset:
        of_row = f" {' '.join(words_of(searched(row)))}"
        if all(f" {word}" in of_row for word in words):
            found.append(row.pk)
    return queryset.filter(pk__in=found)


def is_autocomplete(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.url_name == "autocomplete"


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department: Department) -> str:
        return f"{department.code} · {department.name}"


def sent_with(data: Mapping[str, Any], **values: Any) -> Any:
    """What a form was sent, with these values in place of its own."""
    changed: Any = data
    changed = changed.copy()
    for name, value in values.items():
        changed[name] = value
    return changed


def add_faults(form: forms.BaseForm, fault: ValidationError, **names: str) -> None:
    """`names`: the action's names of fields that the form calls otherwise. What the form lacks goes on top of it."""
    told = fault.message_dict if hasattr(fault, "error_dict") else {NON_FIELD_ERRORS: fault.messages}
    for field, messages in told.items():
        field = names.get(field, field)
        form.add_error(field if field in form.fields else None, messages)
