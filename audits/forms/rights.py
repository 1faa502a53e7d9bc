"""Appointments granted and ended in the portal, lists of them narrowed, and a review of them."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.appointing import LATEST, check_end, check_grant
from audits.choices import Role
from audits.forms.days import LastDayField, day_field
from audits.forms.faults import add_faults
from audits.models import Appointment, Department, Employee, User

NAMESAKES_TOLD = 5
WITH_REMARKS = "remarks"


def accounts_like(text: str) -> Any:
    """Accounts by user name, e-mail address or the name of a person, without regard to Polish diacritics."""
    named = Employee.objects.named_like(text).values("user")
    found = Q(username__icontains=text) | Q(email__icontains=text) | Q(pk__in=named)
    for word in text.split():
        found |= Q(last_name__icontains=word)
    return User.objects.filter(found).order_by("last_name", "first_name", "username")


class GrantForm(forms.Form):
    """`cleaned_data["granted"]`: what `grant_appointment` takes."""

    account = forms.CharField(
        label=_("Account"),
        max_length=150,
        help_text=_("User name, e-mail address or name."),
        error_messages={"required": _("Say whose account it is.")},
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("choose the role")), *Role.choices],
        error_messages={"required": _("Choose the role.")},
    )
    since = day_field(_("First day"), initial=timezone.localdate)
    last_day = LastDayField(help_text=_("Empty: until it is ended."), required=False)

    def __init__(self, *args: Any, department: Department, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.department, self.by = department, by

    def clean_account(self) -> User:
        text = " ".join(self.cleaned_data["account"].split())
        exact = User.objects.filter(Q(username__iexact=text) | Q(email__iexact=text)).first()
        if exact is not None:
            return exact
        found = list(accounts_like(text)[: NAMESAKES_TOLD + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("There is no such account. An administrator makes it under Administration."))
        told = ", ".join(f"{one} ({one.get_username()})" for one in found[:NAMESAKES_TOLD])
        more = ", …" if len(found) > NAMESAKES_TOLD else ""
        raise ValidationError(
            _("Several accounts fit: %(accounts)s. Type the user name."), params={"accounts": told + more}
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            said = {
                "user": cleaned["account"],
                "role": cleaned["role"],
                "department": self.department,
                "since": cleaned["since"],
                "until": cleaned["last_day"],
            }
            try:
                check_grant(**said, by=self.by)
                cleaned["granted"] = said
            except ValidationError as fault:
                add_faults(self, fault, user="account", until="last_day")
        return cleaned


class EndForm(forms.Form):
    """`cleaned_data["on"]`: the first day on which it no longer holds."""

    NOW, LATER = "now", "later"
    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("at once")), (LATER, _("after the day given below"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say when it ends.")},
    )
    last_day = LastDayField(help_text=_("Only for an end that is not at once."), required=False)

    def __init__(self, *args: Any, appointment: Appointment, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.appointment, self.by = appointment, by

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if cleaned["when"] == self.LATER and cleaned["last_day"] is None:
            self.add_error("last_day", _("Give the last day."))
            return cleaned
        cleaned["on"] = timezone.localdate() if cleaned["when"] == self.NOW else cleaned["last_day"]
        try:
            check_end(appointment=self.appointment, on=cleaned["on"], by=self.by)
        except ValidationError as fault:
            add_faults(self, fault, until="when" if cleaned["when"] == self.NOW else "last_day")
        return cleaned


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department: Department) -> str:  # type: ignore[override]
        return f"{department.code} · {department.name}"


class ListForm(forms.Form):
    """Which day, and which part of the office; today and the whole of it unless said."""

    day = day_field(_("As of"), required=False)
    department = DepartmentChoice(
        label=_("Department, with those below it"),
        queryset=Department.objects.order_by("code"),
        required=False,
        empty_label=_("the whole office"),
    )

    q = forms.CharField(label=_("Account, name or department"), required=False, max_length=100)
    show = forms.ChoiceField(
        label=_("Show"), choices=[("", _("all of them")), (WITH_REMARKS, _("with remarks only"))], required=False
    )

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"] or timezone.localdate()
        if not datetime.date(1900, 1, 1) <= day <= LATEST:
            raise ValidationError(_("There is nothing on that day."))
        return day


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Department, account or name"), required=False, max_length=100)
