"""Appointments granted and ended in the portal, lists of them narrowed, and a review of them."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.choices import ReviewDecision, Role
from audits.fields import DepartmentChoice, LastDayField, add_faults, day_field
from audits.models import Appointment, Department, Employee, User
from audits.rights.appointing import LATEST, check_end, check_grant
from audits.rights.holdings import Right, fingerprint
from audits.rights.reviewing import is_left
from standards.fields import Text

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

    account = Text(
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
        exact = User.objects.filter(Q(username__iexact=text) | Q(email__iexact=text))
        # Somebody's user name may be somebody else's address, and so take the right that was meant for them.
        found = list(exact[: NAMESAKES_TOLD + 1]) or list(accounts_like(text)[: NAMESAKES_TOLD + 1])
        if all(one.email.lower() != text.lower() for one in found):
            found = [one for one in found if one.username == text] or found
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


class ListForm(forms.Form):
    """Which day, and which part of the office; today and the whole of it unless said."""

    day = day_field(_("As of"), required=False)
    department = DepartmentChoice(
        label=_("Department, with those below it"),
        queryset=Department.objects.order_by("code"),
        required=False,
        empty_label=_("the whole office"),
    )

    q = Text(label=_("Account, name or department"), required=False, max_length=100)
    show = forms.ChoiceField(
        label=_("Show"), choices=[("", _("all of them")), (WITH_REMARKS, _("with remarks only"))], required=False
    )

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"] or timezone.localdate()
        if not datetime.date(1900, 1, 1) <= day <= LATEST:
            raise ValidationError(_("There is nothing on that day."))
        return day


class SearchForm(forms.Form):
    q = Text(label=_("Department, account or name"), required=False, max_length=100)


LONGEST_NOTE = 500
_DECISIONS = (ReviewDecision.CONFIRMED, ReviewDecision.ENDED)


class Choices:
    """By the appointment's UUID; between the pages they wait in the session.

    A choice lapses when what it was made about changes: another end, another remark.
    """

    _IN_SESSION = "rights_review"

    def __init__(self, session: Any, *, department: Department | None, rights: Sequence[Right]) -> None:
        self._session = session
        self._of = str(department.uuid) if department is not None else ""
        self._rights = {str(right.appointment.uuid): right for right in rights}
        kept = session.get(self._IN_SESSION, {})
        kept = kept if kept.get("of") == self._of else {}
        self.note: str = kept.get("note", "")
        self.chosen: dict[str, str] = {
            uuid: decision
            for uuid, (decision, about) in kept.get("chosen", {}).items()
            if uuid in self._rights and about == self._about(uuid)
        }

    def take(self, sent: Any) -> None:
        """What a page sends: its choices, and which rows it showed, for whoever confirms the rest of them."""
        for uuid in self._rights:
            decision = sent.get(f"decision-{uuid}")
            if decision in _DECISIONS:
                self.chosen[uuid] = decision
        if "confirm_shown" in sent:
            for uuid in self._rights.keys() & set(sent.getlist("shown")):
                self.chosen.setdefault(uuid, ReviewDecision.CONFIRMED)
        self.note = sent.get("note", "")
        chosen = {uuid: [decision, self._about(uuid)] for uuid, decision in self.chosen.items()}
        self._session[self._IN_SESSION] = {"of": self._of, "chosen": chosen, "note": self.note}

    def _about(self, uuid: str) -> str:
        return fingerprint([self._rights[uuid]])[:16]

    def forget(self) -> None:
        self._session.pop(self._IN_SESSION, None)


class ShownForm(forms.Form):
    """Which rows of a review are looked at."""

    REMARKS, UNDECIDED = WITH_REMARKS, "open"

    q = Text(label=_("Account, name or department"), required=False, max_length=100)
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("all of them")),
            (REMARKS, _("with remarks only")),
            (UNDECIDED, _("without a decision only")),
        ],
        required=False,
    )


class ReviewForm(forms.Form):
    """A decision for every appointment that is the reviewer's to decide; `decisions` by its UUID once it is valid."""

    rest = forms.BooleanField(
        label=_("I looked at all others too, about which nothing is chosen, and confirm them"), required=False
    )
    note = Text(
        label=_("Remark on the review (may be left empty)"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, rights: Sequence[Right], by: Any, chosen: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.others = [right for right in rights if not is_left(right, by)]
        self.chosen = {uuid: chosen[uuid] for uuid in map(_uuid, self.others) if uuid in chosen}
        self.decisions: dict[str, str] = {}

    @property
    def undecided(self) -> list[Right]:
        return [right for right in self.others if _uuid(right) not in self.chosen]

    def rows(self, rights: Sequence[Right]) -> list[tuple[Right, bool, str]]:
        """For the page: each right, whether it is left to others, and what is chosen."""
        return [(right, is_left(right, self.by), self.chosen.get(_uuid(right), "")) for right in rights]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        count = len(self.undecided)
        if count and not cleaned.get("rest"):
            self.add_error(
                "rest",
                ngettext(
                    "%(count)d appointment is neither confirmed nor ended.",
                    "%(count)d appointments are neither confirmed nor ended.",
                    count,
                )
                % {"count": count},
            )
        self.decisions = dict.fromkeys(map(_uuid, self.others), ReviewDecision.CONFIRMED) | self.chosen
        return cleaned


def _uuid(right: Right) -> str:
    return str(right.appointment.uuid)
