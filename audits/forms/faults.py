"""Faults that an action found, shown beside the fields that they are tied to."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


def add_faults(form: forms.BaseForm, fault: ValidationError, **names: str) -> None:
    """`names`: the action's names of fields that the form calls otherwise. What the form lacks goes on top of it."""
    told = fault.message_dict if hasattr(fault, "error_dict") else {NON_FIELD_ERRORS: fault.messages}
    for field, messages in told.items():
        field = names.get(field, field)
        form.add_error(field if field in form.fields else None, messages)
