"""Forms of releasing audits, of replying to them and of asking for one's rights."""

import uuid as uuids
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.assessed.releasing import RELEASED_AT_ONCE, release_audits
from audits.assessed.statements import add_statement
from audits.choices import Role
from audits.fieldwork import Refused
from audits.forms.days import day_field
from audits.models import Audit, Department, Release, Statement, User
from audits.models.assessed import LONGEST_STATEMENT


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department: Department) -> str:  # type: ignore[override]
        return f"{department.code} · {department.name}"


class ReleaseFilter(forms.Form):
    """Which of the audits that wait to be released are looked at."""

    department = DepartmentChoice(
        label=_("Department, with those below it"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=_("all"),
    )
    since = day_field(label=_("Took place from"), required=False)
    until = day_field(label=_("Took place to"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = access.departments_of(user, Role.HR).order_by("code")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The period ends before it begins."))
        return cleaned


class Uuids(forms.TypedMultipleChoiceField):
    """The audits that stood on the page; which of them may be released is the action's to say."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=uuids.UUID, empty_value=[], **options)

    def valid_value(self, value: str) -> bool:
        return len(value) <= 36


class ReleaseForm(forms.Form):
    """The act itself, for the audits whose notes were on the page."""

    audit = Uuids(
        widget=forms.MultipleHiddenInput,
        error_messages={"required": _("There is nothing to release."), "invalid_choice": _("Reload the page.")},
    )
    notes_checked = forms.BooleanField(
        label=_("I have checked the notes: nothing in them identifies a client or the mystery shopper."),
        error_messages={"required": _("Check the notes first, and say that you have.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_audit(self) -> list[uuids.UUID]:
        chosen: list[uuids.UUID] = self.cleaned_data["audit"]
        if len(chosen) > RELEASED_AT_ONCE:
            raise forms.ValidationError(_("Reload the page."))
        return chosen

    def save(self) -> list[Release] | None:
        """What was released, or None with the reason."""
        chosen, checked = self.cleaned_data["audit"], self.cleaned_data["notes_checked"]
        try:
            return release_audits(uuids=chosen, by=self.user, notes_checked=checked)
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None


class StatementForm(forms.Form):
    text = forms.CharField(
        label=_("My statement"),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("It is printed on every card of this audit from now on. No clients' data, please."),
        error_messages={
            "required": _("Write the statement."),
            "max_length": _("Shorten the statement to 4,000 characters."),
        },
    )

    def __init__(self, *args: Any, audit: Audit, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.audit, self.user = audit, user

    def save(self) -> Statement | None:
        try:
            return add_statement(audit=self.audit, by=self.user, text=self.cleaned_data["text"])
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None
