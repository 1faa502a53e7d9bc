"""In every form, a text with a limit loses nothing that was pasted, and a number is typed: told in a sentence."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django_filters
import pytest
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.test import RequestFactory

import standards_portal.urls  # noqa: F401 - with it all forms are there
from audits.choices import Role
from audits.fieldwork.forms.header import MomentForm
from audits.fieldwork.header import Asked
from standards.fields import Code, Link, Text, WholeNumber
from tests.audits.factories import DepartmentFactory, appointed

ROOT = Path(__file__).resolve().parent.parent
OURS = ("audits.", "standards.", "standards_portal.")


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _of_forms() -> Iterator[tuple[str, forms.Field, bool]]:
    """Each field with its name, and whether it is written in a form (else it is made of a model's)."""
    for kind in dict.fromkeys(_below(forms.BaseForm)):
        if kind.__module__.startswith(OURS):
            for name, field in kind.base_fields.items():  # type: ignore[attr-defined]
                # A package's own, taken over with other words.
                foreign = kind.__module__ == "audits.signin.forms"
                yield f"{kind.__module__}.{kind.__name__}.{name}", field, name in kind.declared_fields and not foreign  # type: ignore[attr-defined]
    for kind in _below(django_filters.FilterSet):
        if kind.__module__.startswith(OURS):
            for name, one in kind.base_filters.items():  # type: ignore[attr-defined]
                if not isinstance(one, django_filters.ModelChoiceFilter):
                    yield f"{kind.__module__}.{kind.__name__}.{name}", one.field, True
    for asked in Asked:
        made = type("Asked", (MomentForm,), {"asked": asked})()
        for name, field in made.fields.items():
            yield f"header.{asked.value}.{name}", field, True


FIELDS = list(_of_forms())
WRITTEN = [(name, field) for name, field, is_written in FIELDS if is_written and not field.widget.is_hidden]
WITH_LIMIT = [one for one in WRITTEN if isinstance(one[1], forms.CharField) and one[1].max_length]
NUMBERS = [one for one in WRITTEN if isinstance(one[1], forms.IntegerField)]


def _shown(field: forms.Field) -> str:
    made = forms.Form()
    made.fields["it"] = field
    return str(made["it"])


def _spared(html: str) -> bool:
    return "maxlength" not in html and 'type="number"' not in html


def _told(field: forms.Field, value: str) -> str:
    with pytest.raises(ValidationError) as fault:
        field.clean(value)
    return " ".join(fault.value.messages)


def test_there_are_forms_to_walk():
    assert len(FIELDS) > 100
    assert len(WITH_LIMIT) > 20
    assert len(NUMBERS) > 2


@pytest.mark.parametrize("field", [one[1] for one in FIELDS], ids=[one[0] for one in FIELDS])
def test_no_browser_cuts_a_text_or_turns_a_number(field):
    if not isinstance(field, forms.ModelChoiceField | forms.ModelMultipleChoiceField):
        assert _spared(_shown(field))


@pytest.mark.parametrize("field", [one[1] for one in WITH_LIMIT], ids=[one[0] for one in WITH_LIMIT])
def test_what_is_too_long_is_told_by_how_much(field):
    assert isinstance(field, Text | Code | Link)
    assert f'data-limit="{field.max_length}"' in _shown(field)
    # An address grows when it is put in order.
    assert re.search(r"Za długie o 50\d znak", _told(field, "x" * (field.max_length + 500)))


@pytest.mark.parametrize("field", [one[1] for one in NUMBERS], ids=[one[0] for one in NUMBERS])
@pytest.mark.parametrize("typed", ["4,5", "ok. 5", "4.5", "pięć"])
def test_what_is_no_whole_number_gets_a_sentence_that_says_what_is_wanted(field, typed):
    assert isinstance(field, WholeNumber)
    assert 'inputmode="numeric"' in _shown(field)
    assert _told(field, typed) == f"„{typed}” to nie liczba całkowita. Wpisz ją samymi cyframi, na przykład 5."


def test_the_end_of_a_line_counts_once():
    assert Text(max_length=3).clean("a\r\nb") == "a\nb"


def test_the_administrations_forms_neither(db):
    request = RequestFactory().get("/")
    request.user = appointed(Role.ADMINISTRATOR, DepartmentFactory())
    walked = 0
    for model_admin in admin.site._registry.values():
        made: Any = model_admin.get_form(request, change=False)
        for name, field in made.base_fields.items():
            if not isinstance(field, forms.ModelChoiceField | forms.ModelMultipleChoiceField):
                assert _spared(_shown(field)), (model_admin, name)
                walked += 1
    assert walked > 20


@pytest.mark.parametrize("pattern", [r"\bmaxlength=", r'type="number"'])
def test_no_template_writes_it_by_hand(pattern):
    found = [path for path in (ROOT / "templates").rglob("*.html") if re.search(pattern, path.read_text("utf-8"))]
    assert found == []
