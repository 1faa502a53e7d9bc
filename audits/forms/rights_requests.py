"""Forms of requests under RODO: filed by the person or for them, answered by HR."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.assessed.requests import LONGEST_TEXT, answer_request, extend_request, file_own_request, file_request
from audits.choices import Outcome, RightsKind
from audits.fieldwork import Refused
from audits.forms.assessed import Uuids
from audits.forms.days import day_field
from audits.models import Employee, RightsRequest, User


def _words(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}), **options)


class _ActionForm(forms.Form):
    """Whose `save` gives what was done, or None with the reason at its field."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def act(self) -> RightsRequest:
        raise NotImplementedError

    def save(self) -> RightsRequest | None:
        try:
            return self.act()
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None


class OwnRequestForm(_ActionForm):
    kind = forms.ChoiceField(label=_("What I ask for"), choices=RightsKind.choices, widget=forms.RadioSelect)
    text = _words(_("My request"), help_text=_("What it is about, and for a rectification what is wrong."))

    def act(self) -> RightsRequest:
        return file_own_request(by=self.user, **self.cleaned_data)


class PaperRequestForm(_ActionForm):
    """What came on paper or by e-mail."""

    number = forms.CharField(label=_("Personnel number of whoever asks"), max_length=30)
    kind = forms.ChoiceField(label=_("What is asked for"), choices=RightsKind.choices, widget=forms.RadioSelect)
    received_on = day_field(label=_("Received on"), help_text=_("The month to answer begins on this day."))
    text = _words(_("Request"), help_text=_("In its own words, with the case's number. No clients' data."))

    def clean_number(self) -> Employee:
        number = self.cleaned_data["number"]
        person: Employee | None = access.employees_of_hr(self.user).filter(number=number).first()
        if person is None:
            raise forms.ValidationError(_("Nobody of your departments has this personnel number."))
        return person

    def act(self) -> RightsRequest:
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

    def __init__(self, *args: Any, request: RightsRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def act(self) -> RightsRequest:
        fields = {name: value for name, value in self.cleaned_data.items() if name != "audit"}
        return answer_request(request=self.request, by=self.user, audits=self.cleaned_data["audit"], **fields)


class ExtensionForm(_ActionForm):
    because = forms.CharField(
        label=_("Why it takes longer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it. The time is extended once, by two months."),
    )

    def __init__(self, *args: Any, request: RightsRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def act(self) -> RightsRequest:
        return extend_request(request=self.request, by=self.user, **self.cleaned_data)
