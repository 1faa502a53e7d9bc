"""The form that opens an audit."""

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
from audits.fieldwork.forms.header import VisitForm
from audits.fieldwork.forms.people import EARLIEST_DAY, units_of
from audits.fieldwork.forms.scope import Scope, scope
from audits.models import Audit, Department, User
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

LONGEST_LABEL = 60
OPENED_BEFORE = _("This form has already opened an audit, with something else in it. That one stays as it is.")


class Labels(forms.MultipleChoiceField):
    """Numbers of standards or codes of occasions. One that the edition does not hold selects nothing."""

    def valid_value(self, value: str) -> bool:
        # An assignment keeps them: what no label holds is held by no database either.
        return len(value) <= LONGEST_LABEL and value.isprintable()


class OpenForm(VisitForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput)
    method = forms.ChoiceField(label=_("Method"), choices=Method.choices, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices, widget=forms.RadioSelect)
    department = DepartmentChoice(
        label=_("Department"),
        queryset=Department.objects.none(),
        required=False,
        help_text=_("Left empty, it is the unit in which the person worked on that day."),
    )
    selection = forms.ChoiceField(label=_("What is judged"), choices=Selection.choices, widget=forms.RadioSelect)
    standards = Labels(label=_("Chosen standards"), required=False, widget=forms.CheckboxSelectMultiple)
    occasions = Labels(label=_("What the scenario makes happen"), required=False, widget=forms.CheckboxSelectMultiple)
    no_conflict = forms.BooleanField(
        label=_("Neither kinship, friendship nor dependence binds me to the person assessed."),
        error_messages={"required": _("Without this declaration the audit cannot be opened.")},
    )

    field_order = ["uuid", "employee", "employee_name", "department", "took_place_at", "method", "channel"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        # Opened, or given up, before this form was sent.
        self.opened_before: Audit | None = None
        if self.is_bound and not self.data.get("selection"):
            # A day without an edition leaves nothing to choose from; the usual choice stands when the day is mended.
            self.data = sent_with(self.data, selection=Selection.CORE)
        departments = access.departments_to_audit(user, timezone.localdate()).order_by("code")
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]
        self.fields["department"].empty_label = _("that of the person")  # type: ignore[attr-defined]
        self.fields["channel"].choices = [  # type: ignore[attr-defined]
            (str(channel), Channel(channel).label) for channel in CHANNELS_OF_METHOD[self._chosen("method", Method)]
        ]
        self.fields["channel"].error_messages["invalid_choice"] = _("This method does not see this channel.")

    def _chosen(self, name: str, choices: Any) -> str:
        value = (
            self.data.get(self.add_prefix(name))
            if self.is_bound
            else self.get_initial_for_field(self.fields[name], name)
        ) or ""
        return str(value) if value in choices.values else str(choices.values[0])

    def _channel(self) -> str:
        """The chosen channel; the method's first where it does not see the chosen one."""
        channel, seen = self._chosen("channel", Channel), CHANNELS_OF_METHOD[self._chosen("method", Method)]
        return channel if channel in seen else seen[0]

    def show_no_errors(self) -> None:
        super().show_no_errors()
        self.data = sent_with(self.data, channel=self._channel())
        if self._chosen("selection", Selection) == Selection.CORE and self.scope and not self.scope.offers_core:
            self.data = sent_with(self.data, selection=Selection.EVERYTHING)
            del self.scope

    @cached_property
    def scope(self) -> Scope | None:
        """For showing: what each selection takes with the choices made so far."""
        moment = timezone.now()
        if self.is_bound:
            with suppress(forms.ValidationError):
                moment = self.fields["took_place_at"].clean(self.data.get("took_place_at"))
        listed = self.data if self.is_bound else None
        return scope(
            method=self._chosen("method", Method),
            channel=self._channel(),
            day=max(moment.date(), EARLIEST_DAY),
            selection=self._chosen("selection", Selection),
            standards=listed.getlist("standards") if listed else (),  # type: ignore[attr-defined]
            occasions=listed.getlist("occasions") if listed and self.has_scenario else (),  # type: ignore[attr-defined]
        )

    @property
    def has_scenario(self) -> bool:
        """Only what a scenario makes happen can be known beforehand."""
        return self._chosen("method", Method) == Method.MYSTERY

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._choose_unit(cleaned)
        if not self.has_scenario:
            cleaned["occasions"] = []
        if cleaned.get("selection") == Selection.STANDARDS and not (
            cleaned.get("standards") or cleaned.get("occasions") or "standards" in self.errors
        ):
            self.add_error("standards", _("Choose at least one standard."))
        return cleaned

    def _choose_unit(self, cleaned: dict[str, Any]) -> None:
        """Of the person, where none was chosen."""
        if cleaned.get("department") or "department" in self.errors:
            return
        if (employee := cleaned.get("employee")) is None:
            if "employee_name" not in self.errors and "took_place_at" not in self.errors:
                self.add_error("department", _("Choose the department, or whom the audit is about."))
            return
        units = units_of(self.user, employee, timezone.localdate(cleaned["took_place_at"]))
        if len(units) == 1:
            cleaned["department"] = units[0]
        elif not units:
            self.add_error("department", _("Choose the department, or whom the audit is about."))
        else:
            told = _("%(person)s worked in several units on that day: %(units)s. Choose one of them.")
            self.add_error("department", told % {"person": employee, "units": ", ".join(map(str, units))})

    @classmethod
    def initial_values(cls, now: datetime.datetime) -> dict[str, Any]:
        """Right after a visit at the counter: the usual case.

        An auditor observes; what a mystery shopper does comes with the assignment.
        """
        return {
            "uuid": uuid.uuid4(),
            "method": Method.OBSERVATION,
            "channel": Channel.COUNTER,
            "selection": Selection.CORE,
            "took_place_at": timezone.localtime(now).replace(second=0, microsecond=0),
        }

    def open(self) -> Audit | None:
        """The audit, or None with the reason at its field."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "employee_name"}
        try:
            return fieldwork.open_audit(auditor=self.user, **fields)
        except fieldwork.Refused as refused:
            field = "employee_name" if refused.field == "employee" else refused.field
            self.add_error(field if field in self.fields else None, refused.message)
        except fieldwork.Stale as stale:
            self.add_error(None, OPENED_BEFORE)
            self.opened_before = stale.current
        return None
