"""The forms by which HR sends mystery shoppers, and by which a shopper opens an audit."""

import datetime
import uuid
from contextlib import suppress
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from audits import access, fieldwork
from audits.choices import Selection
from audits.fields import DepartmentChoice, sent_with
from audits.fieldwork.assignments import MOST_AT_ONCE
from audits.fieldwork.forms.header import MomentForm, header_values
from audits.fieldwork.forms.opening import OPENED_BEFORE, Labels
from audits.fieldwork.forms.people import EARLIEST_DAY
from audits.fieldwork.forms.scope import Scope, scope
from audits.fieldwork.header import Asked
from audits.models import Assignment, Audit, Department, User
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.fields import Text, WholeNumber

LATEST_DAY = datetime.date(2100, 1, 1)


class ShopperChoice(forms.ModelChoiceField):
    def label_from_instance(self, shopper: User) -> str:
        return f"{shopper} ({shopper.username})"


class AssignmentForm(forms.Form):
    uuid = forms.UUIDField(widget=forms.HiddenInput)
    shopper = ShopperChoice(
        label=_("Mystery shopper"), queryset=User.objects.none(), empty_label=_("Choose the shopper")
    )
    department = DepartmentChoice(
        label=_("Department"), queryset=Department.objects.none(), empty_label=_("Choose a department")
    )
    channel = forms.ChoiceField(
        label=_("Channel"),
        choices=[(channel, Channel(channel).label) for channel in CHANNELS_OF_METHOD[Method.MYSTERY]],
        widget=forms.RadioSelect,
    )
    first_day = forms.DateField(
        label=_("First day of the visit's period"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last_day = forms.DateField(
        label=_("Last day of the visit's period"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The shopper can write the visit up for 48 hours after it. Then the assignment disappears."),
    )
    visits = WholeNumber(
        label=_("Number of visits"),
        min_value=1,
        max_value=MOST_AT_ONCE,
        help_text=_("Each becomes an assignment of its own."),
    )
    scenario = Text(
        label=_("Scenario"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the shopper asks for, and as whom. No real person's data."),
        error_messages={"required": _("Write what the shopper is to ask for.")},
    )
    selection = forms.ChoiceField(label=_("What is judged"), choices=Selection.choices, widget=forms.RadioSelect)
    has_scenario = True
    standards = Labels(label=_("Chosen standards"), required=False, widget=forms.CheckboxSelectMultiple)
    occasions = Labels(label=_("What the scenario makes happen"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        # The form had made others before.
        self.is_stale = False
        self.fields["shopper"].queryset = access.shoppers_for(user)  # type: ignore[attr-defined]
        self.fields["department"].queryset = access.departments_to_assign(user).order_by("code")  # type: ignore[attr-defined]
        if self.is_bound and not self.data.get("selection"):
            # A day without an edition leaves nothing to choose from; the usual choice stands when the day is mended.
            self.data = sent_with(self.data, selection=Selection.CORE)

    @classmethod
    def initial_values(cls, today: datetime.date) -> dict[str, Any]:
        """Two weeks from today, at the counter."""
        return {
            "uuid": uuid.uuid4(),
            "channel": Channel.COUNTER,
            "selection": Selection.CORE,
            "first_day": today,
            "last_day": today + datetime.timedelta(days=13),
            "visits": 1,
        }

    def show_no_errors(self) -> None:
        """What was chosen so far, shown as it is: nobody has asked to save it yet."""
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def _chosen(self, name: str, among: Any) -> str:
        value = self.data.get(name) if self.is_bound else self.initial.get(name)
        return str(value) if value in among else str(among[0])

    @cached_property
    def scope(self) -> Scope | None:
        """For showing: what each selection takes with the choices made so far."""
        day = timezone.localdate()
        if self.is_bound:
            with suppress(forms.ValidationError):
                day = self.fields["first_day"].clean(self.data.get("first_day"))
        listed = self.data if self.is_bound else None
        return scope(
            method=Method.MYSTERY,
            channel=self._chosen("channel", CHANNELS_OF_METHOD[Method.MYSTERY]),
            day=min(max(day, EARLIEST_DAY), LATEST_DAY),
            selection=self._chosen("selection", Selection.values),
            standards=listed.getlist("standards") if listed else (),  # type: ignore[attr-defined]
            occasions=listed.getlist("occasions") if listed else (),  # type: ignore[attr-defined]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("first_day", "last_day"):
            day = cleaned.get(name)
            if day and not EARLIEST_DAY <= day <= LATEST_DAY:
                self.add_error(name, _("Check the year."))
        if cleaned.get("selection") == Selection.STANDARDS and not (
            cleaned.get("standards") or cleaned.get("occasions") or "standards" in self.errors
        ):
            self.add_error("standards", _("Choose at least one standard."))
        return cleaned

    def assign(self) -> list[Assignment] | None:
        """The assignments, or None with the reason at its field."""
        try:
            return fieldwork.assign_visits(by=self.user, **self.cleaned_data)
        except fieldwork.Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        except fieldwork.Stale:
            self.is_stale = True
            self.add_error(None, _("This form has already made other assignments. Reload the page to make new ones."))
        return None


class WithdrawalForm(forms.Form):
    reason = Text(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept with the assignment. The shopper does not see it."),
        error_messages={"required": _("Give the reason.")},
    )


class AssignedVisitForm(MomentForm):
    """What a shopper says of a visit. Nobody is looked up for what they type: HR says later who it was."""

    asked = Asked.ASSIGNED


class OpenAssignedForm(AssignedVisitForm):
    # What this form opened before, with something else in it.
    opened_before: Audit | None = None
    uuid = forms.UUIDField(widget=forms.HiddenInput)
    no_conflict = forms.BooleanField(
        label=_("Neither kinship, friendship nor dependence binds me to the person assessed."),
        error_messages={"required": _("Without this declaration the audit cannot be opened.")},
    )

    field_order = ["uuid", "took_place_at"]

    @classmethod
    def initial_values(cls, assignment: Assignment, now: datetime.datetime) -> dict[str, Any]:
        """Right after the visit; on the days for writing up, the day of the visit is for the shopper to say."""
        moment = timezone.localtime(now).replace(second=0, microsecond=0)
        in_time = assignment.first_day <= moment.date() <= assignment.last_day
        return {"uuid": uuid.uuid4(), "took_place_at": moment if in_time else None}

    def open(self, assignment: Assignment, user: User) -> Audit | None:
        """The audit, or None with the reason at its field."""
        try:
            return fieldwork.open_assigned(assignment=assignment, by=user, **self.cleaned_data)
        except fieldwork.Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        except fieldwork.Stale as stale:
            self.add_error(None, OPENED_BEFORE)
            self.opened_before = stale.current
        return None


class AssignedHeaderForm(AssignedVisitForm):
    version = WholeNumber(widget=forms.HiddenInput, min_value=0)

    field_order = ["version", "took_place_at"]

    def __init__(self, *args: Any, audit: Audit, user: User, **kwargs: Any) -> None:
        self.audit = audit
        self.user = user
        kwargs.setdefault(
            "initial",
            {
                "took_place_at": timezone.localtime(audit.took_place_at),
                **header_values(audit, self.asked),
                "version": audit.version,
            },
        )
        super().__init__(*args, **kwargs)

    def take_version(self, version: int) -> None:
        """Let the next saving of this form replace that version, which was shown beside it."""
        self.data = sent_with(self.data, version=str(version))

    def save(self) -> Audit | None:
        """The mended audit, or None with the reason at its field. Raises Stale."""
        try:
            return fieldwork.edit_assigned(audit=self.audit, by=self.user, **self.cleaned_data)
        except fieldwork.Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, refused.message)
        return None
