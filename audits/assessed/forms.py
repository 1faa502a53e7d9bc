"""Forms of releasing audits, of replying to them and of asking for one's rights."""

import uuid as uuids
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.assessed.data_requests import LONGEST_TEXT, answer_request, extend_request, file_own_request, file_request
from audits.assessed.releasing import RELEASED_AT_ONCE, add_statement, release_audits
from audits.choices import DataRequestKind, Outcome, Role
from audits.fields import DepartmentChoice, SpanForm, day_field
from audits.fieldwork import Refused
from audits.models import Audit, DataRequest, Department, Employee, Release, Statement, User
from audits.models.assessed import LONGEST_STATEMENT
from standards.fields import Text


class ReleaseFilter(SpanForm):
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
    text = Text(
        label=_("My statement"),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("It is printed on every card of this audit from now on. No clients' data, please."),
        error_messages={
            "required": _("Write the statement."),
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


def _words(label: Any, **options: Any) -> Text:
    return Text(label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}), **options)


class _ActionForm(forms.Form):
    """Whose `save` gives what was done, or None with the reason at its field."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def act(self) -> DataRequest:
        raise NotImplementedError

    def save(self) -> DataRequest | None:
        try:
            return self.act()
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None


class OwnRequestForm(_ActionForm):
    kind = forms.ChoiceField(label=_("What I ask for"), choices=DataRequestKind.choices, widget=forms.RadioSelect)
    text = _words(_("My request"), help_text=_("What it is about, and for a rectification what is wrong."))

    def act(self) -> DataRequest:
        return file_own_request(by=self.user, **self.cleaned_data)


class PaperRequestForm(_ActionForm):
    """What came on paper or by e-mail."""

    number = Text(label=_("Personnel number of whoever asks"), max_length=30)
    kind = forms.ChoiceField(label=_("What is asked for"), choices=DataRequestKind.choices, widget=forms.RadioSelect)
    received_on = day_field(label=_("Received on"), help_text=_("The month to answer begins on this day."))
    text = _words(_("Request"), help_text=_("In its own words, with the case's number. No clients' data."))

    def clean_number(self) -> Employee:
        number = self.cleaned_data["number"]
        person: Employee | None = access.employees_of_hr(self.user).filter(number=number).first()
        if person is None:
            raise forms.ValidationError(_("Nobody of your departments has this personnel number."))
        return person

    def act(self) -> DataRequest:
        fields = {name: value for name, value in self.cleaned_data.items() if name != "number"}
        return file_request(by=self.user, employee=self.cleaned_data["number"], **fields)


class AnswerForm(_ActionForm):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect)
    answer = _words(_("Answer"), required=False, help_text=_("The person reads it in the portal."))
    audit = Uuids(required=False, widget=forms.CheckboxSelectMultiple)
    notes_checked = forms.BooleanField(
        label=_("I have checked the notes: nothing in them identifies a client or the mystery shopper."),
        required=False,
    )

    def __init__(self, *args: Any, request: DataRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def act(self) -> DataRequest:
        fields = {name: value for name, value in self.cleaned_data.items() if name != "audit"}
        return answer_request(request=self.request, by=self.user, audits=self.cleaned_data["audit"], **fields)


class ExtensionForm(_ActionForm):
    because = Text(
        label=_("Why it takes longer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it. The time is extended once, by two months."),
    )

    def __init__(self, *args: Any, request: DataRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def act(self) -> DataRequest:
        return extend_request(request=self.request, by=self.user, **self.cleaned_data)
