"""Forms that keep notices, and who was told of them."""

import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import Audience, Role
from audits.fields import DepartmentChoice, day_field
from audits.models import Department, Notice, User
from audits.notices.telling import mark_told, record_notice
from standards.fields import Link, Text
from standards.refusals import Refused

MOST_NUMBERS = 2000


class NoticeForm(forms.Form):
    audience = forms.ChoiceField(label=_("For whom"), choices=Audience.choices, widget=forms.RadioSelect)
    title = Text(label=_("Title"), max_length=200)
    text = Text(
        label=_("Text"),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("As it was given: what audits are, what for, who makes them, who sees the results, whom to ask."),
    )
    link = Link(
        label=_("Where it was published (may be left empty)"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("For example its address on the intranet."),
    )
    given_on = day_field(label=_("Given on"))
    takes_effect_on = day_field(
        label=_("Takes effect on"), help_text=_("For the staff at least 14 days after it was given.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def save(self) -> Notice | None:
        try:
            return record_notice(by=self.user, **self.cleaned_data)
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None


class ToldForm(forms.Form):
    """Many people at once: a department's, or those of a list of personnel numbers pasted in."""

    department = DepartmentChoice(
        label=_("Everybody of this department and below it"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=_("choose a department, or give numbers below"),
    )
    numbers = Text(
        label=_("Or these personnel numbers"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("One in a line, as copied from a spreadsheet's column; commas and semicolons part them too."),
    )
    told_on = day_field(label=_("Told on"))
    how = Text(
        label=_("How"),
        max_length=200,
        help_text=_("For example: list with signatures, number of the case; official e-mail."),
    )

    def __init__(self, *args: Any, notice: Notice, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notice, self.user = notice, user
        departments = Department.objects.open_on(timezone.localdate())
        if not access.is_administrator(user):
            departments = access.departments_of(user, Role.HR).open_on(timezone.localdate())
        self.fields["department"].queryset = departments.order_by("code")  # type: ignore[attr-defined]

    def clean_numbers(self) -> frozenset[str]:
        found = frozenset(filter(None, re.split(r"[\s,;]+", self.cleaned_data["numbers"])))
        if len(found) > MOST_NUMBERS:
            raise forms.ValidationError(_("Give at most 2,000 numbers at once."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "numbers" in cleaned and "department" in cleaned and bool(cleaned["numbers"]) == bool(cleaned["department"]):
            self.add_error("department", _("Choose a department or give personnel numbers, one of the two."))
        return cleaned

    def save(self) -> int | None:
        """How many people were marked, or None with the reason."""
        try:
            return mark_told(notice=self.notice, by=self.user, **self.cleaned_data)
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None
