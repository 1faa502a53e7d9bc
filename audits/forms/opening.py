"""The forms that open an audit and mend its header."""

import datetime
import uuid
from contextlib import suppress
from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from audits import access, fieldwork
from audits.choices import Selection
from audits.fieldwork.opening import LONGEST_WAIT_MINUTES, NOT_TOLD
from audits.forms.scope import Scope, scope
from audits.models import Audit, Department, Employee, Employment, User, on_day, told_on
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

FOUND_AT_MOST = 10
# Nothing was ever audited before; also keeps dates that no database can hold out of it.
LONGEST_LABEL = 60
EARLIEST_DAY = datetime.date(2000, 1, 1)


def found_employees(user: User, department: Department, day: datetime.date, text: str) -> QuerySet[Employee]:
    """At most FOUND_AT_MOST + 1 people at work there, with `job` and `unit` to tell namesakes.

    `may_be_named`: whether an audit of that day may name them.
    """
    return _named(access.employees_at_work(user, department, day), day, text)


def _named(people: Any, day: datetime.date, text: str) -> QuerySet[Employee]:
    found = with_job(people.annotate(may_be_named=told_on(day)).named_like(text), day)
    return found[: FOUND_AT_MOST + 1]


def with_job(people: QuerySet[Employee], day: datetime.date) -> QuerySet[Employee]:
    """With `job` and `unit` of that day."""
    employments = Employment.objects.filter(on_day(day), employee=OuterRef("pk")).order_by("-since")
    return people.annotate(
        job=Subquery(employments.values("position")[:1]),
        unit=Subquery(employments.values("department__code")[:1]),
    )


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department: Department) -> str:  # type: ignore[override]
        return f"{department.code} · {department.name}"


class EmployeeSearchForm(forms.Form):
    """A name being typed, where and for which day it is looked up."""

    department = forms.ModelChoiceField(queryset=Department.objects.none())
    took_place_at = forms.DateTimeField(required=False)
    employee_name = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        departments = access.departments_to_audit(user, timezone.localdate())
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]

    def found(self) -> list[Employee]:
        """At most FOUND_AT_MOST + 1 people; none until something is typed."""
        name = self.cleaned_data.get("employee_name")
        if not name:
            return []
        moment = self.cleaned_data.get("took_place_at") or timezone.now()
        day = max(timezone.localdate(moment), EARLIEST_DAY)
        return list(found_employees(self.user, self.cleaned_data["department"], day, name))


class MomentForm(forms.Form):
    """When a visit was, and how long the client waited."""

    took_place_at = forms.DateTimeField(
        label=_("When it took place"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    waiting_minutes = forms.IntegerField(
        label=_("Waiting time in minutes"),
        required=False,
        min_value=0,
        max_value=LONGEST_WAIT_MINUTES,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=_("From coming in until being served. It can be filled in later."),
    )

    def clean_took_place_at(self) -> datetime.datetime:
        moment: datetime.datetime = self.cleaned_data["took_place_at"]
        if moment.date() < EARLIEST_DAY:
            raise forms.ValidationError(_("Check the year."))
        if moment > timezone.now():
            raise forms.ValidationError(_("This is in the future: an audit records what has taken place."))
        return moment


class VisitForm(MomentForm):
    """What is said of the visit itself, and may be mended until submission."""

    # Which of several people of that name; the name itself is typed, so that it works without a script.
    employee = forms.UUIDField(required=False, widget=forms.HiddenInput)
    employee_name = forms.CharField(
        label=_("Employee"),
        required=False,
        max_length=200,
        help_text=_("Begin with the surname. Leave it empty when you know only the desk."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    desk = forms.CharField(
        label=_("Desk or room"), required=False, max_length=100, help_text=_("For example: desk 4, room 12.")
    )
    scenario = forms.CharField(
        label=_("Note on the scenario"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What you asked for. No clients' data, nothing of private conversations."),
    )

    field_order = ["took_place_at", "employee", "employee_name", "desk", "waiting_minutes", "scenario"]

    def __init__(self, *args: Any, user: User, department: Department | None = None, **kwargs: Any) -> None:
        self.user = user
        self.department = department
        # Shown for choosing when a typed name fits several people.
        self.namesakes: list[Employee] = []
        super().__init__(*args, **kwargs)

    def show_no_errors(self) -> None:
        """What was typed so far, shown as it is: nobody has asked to save it yet."""
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        department = self.department or cleaned.get("department")
        moment = cleaned.get("took_place_at")
        if department and moment:
            cleaned["employee"] = self._employee(department, timezone.localdate(moment))
        return cleaned

    def _at_work(self, department: Department, day: datetime.date) -> Any:
        """Who worked there on that day."""
        return access.employees_at_work(self.user, department, day)

    def _to_name(self, department: Department, day: datetime.date) -> Any:
        """Of those, whom the audit may name."""
        return access.employees_to_audit(self.user, department, day)

    def _employee(self, department: Department, day: datetime.date) -> Employee | None:
        """The person picked from the list, or the only one whom the typed name fits."""
        name = self.cleaned_data.get("employee_name", "")
        if not name:
            return None
        if picked := self.cleaned_data.get("employee"):
            # The name decides when it was typed over after somebody had been picked.
            found: Employee | None = self._to_name(department, day).named_like(name).filter(uuid=picked).first()
            if found:
                return found
        fitting = list(_named(self._at_work(department, day), day, name))
        if len(fitting) == 1 and fitting[0].may_be_named:  # type: ignore[attr-defined]
            return fitting[0]
        if len(fitting) == 1:
            message = NOT_TOLD
        elif not fitting:
            message = _("Nobody of this name whom you may audit worked in this department on that day.")
        elif len(fitting) > FOUND_AT_MOST:
            message = _("This name fits many people. Type more of it.")
        else:
            self.namesakes = fitting
            message = _("This name fits several people. Choose one below.")
        self.add_error("employee_name", message)
        return None


class Labels(forms.MultipleChoiceField):
    """Numbers of standards or codes of occasions. One that the edition does not hold selects nothing."""

    def valid_value(self, value: str) -> bool:
        # An assignment keeps them: what no label holds is held by no database either.
        return len(value) <= LONGEST_LABEL and value.isprintable()


class OpenForm(VisitForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput)
    method = forms.ChoiceField(label=_("Method"), choices=Method.choices, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices, widget=forms.RadioSelect)
    department = DepartmentChoice(label=_("Department"), queryset=Department.objects.none(), empty_label=None)
    selection = forms.ChoiceField(label=_("What is judged"), choices=Selection.choices, widget=forms.RadioSelect)
    standards = Labels(label=_("Chosen standards"), required=False, widget=forms.CheckboxSelectMultiple)
    occasions = Labels(label=_("What the scenario makes happen"), required=False, widget=forms.CheckboxSelectMultiple)
    no_conflict = forms.BooleanField(
        label=_("Neither kinship, friendship nor dependence binds me to the person assessed."),
        error_messages={"required": _("Without this declaration the audit cannot be opened.")},
    )

    field_order = ["uuid", "method", "channel", "department", "took_place_at", "employee", "employee_name", "desk"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if self.is_bound and not self.data.get("selection"):
            # A day without an edition leaves nothing to choose from; the usual choice stands when the day is mended.
            self.data = self.data.copy()
            self.data["selection"] = Selection.CORE
        departments = access.departments_to_audit(user, timezone.localdate()).order_by("code")
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]
        self.fields["department"].empty_label = _("Choose a department")  # type: ignore[attr-defined]
        self.fields["channel"].choices = [  # type: ignore[attr-defined]
            (channel.value, channel.label) for channel in CHANNELS_OF_METHOD[self._chosen("method", Method)]
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
        self.data = self.data.copy()
        self.data["channel"] = self._channel()

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
            occasions=listed.getlist("occasions") if listed else (),  # type: ignore[attr-defined]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("selection") == Selection.STANDARDS and not (
            cleaned.get("standards") or cleaned.get("occasions") or "standards" in self.errors
        ):
            self.add_error("standards", _("Choose at least one standard."))
        return cleaned

    @classmethod
    def initial_values(cls, now: datetime.datetime) -> dict[str, Any]:
        """Right after a visit at the counter: the usual case."""
        return {
            "uuid": uuid.uuid4(),
            "method": Method.MYSTERY,
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
            self.add_error(None, _("This form has already opened another audit. Reload the page to open a new one."))
            self.opened_before = stale.current
        return None


class HeaderForm(VisitForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, audit: Audit, user: User, **kwargs: Any) -> None:
        self.audit = audit
        kwargs.setdefault(
            "initial",
            {
                "took_place_at": timezone.localtime(audit.took_place_at),
                "employee": audit.employee.uuid if audit.employee else None,
                "employee_name": str(audit.employee or ""),
                "desk": audit.desk,
                "waiting_minutes": audit.waiting_minutes,
                "scenario": audit.scenario,
                "version": audit.version,
            },
        )
        super().__init__(*args, user=user, department=audit.department, **kwargs)

    def _at_work(self, department: Department, day: datetime.date) -> Any:
        if self.audit.corrects_id:
            return access.employees_to_name(self.user, self.audit, day)
        return super()._at_work(department, day)

    def _to_name(self, department: Department, day: datetime.date) -> Any:
        if self.audit.corrects_id:
            return self._at_work(department, day).filter(told_on(day))
        return super()._to_name(department, day)

    def _employee(self, department: Department, day: datetime.date) -> Employee | None:
        kept = self.audit.employee if self.audit.corrects_id else None
        if kept is not None and self.cleaned_data.get("employee_name") == str(kept):
            # A correction may leave as it is whom the audit names.
            return kept
        return super()._employee(department, day)

    def take_version(self, version: int) -> None:
        """Let the next saving of this form replace that version, which was shown beside it."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def save(self) -> Audit | None:
        """The mended audit, or None with the reason at its field. Raises Stale."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "employee_name"}
        try:
            return fieldwork.edit_header(audit=self.audit, by=self.user, **fields)
        except fieldwork.Refused as refused:
            field = "employee_name" if refused.field == "employee" else refused.field
            self.add_error(field if field in self.fields else None, refused.message)
        return None
