"""The forms that say of a visit what the table of header fields asks, and mend it."""

import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access, fieldwork
from audits.fields import sent_with
from audits.fieldwork.forms.people import EARLIEST_DAY, FOUND_AT_MOST, named
from audits.fieldwork.header import HEADER, Asked, HeaderField
from audits.fieldwork.opening import NOT_TOLD
from audits.models import Audit, Department, Employee, User, told_on
from standards.fields import Text, WholeNumber

# Picked by name, and decides the edition: each has a way of its own to be filled in.
_OF_THEIR_OWN = {"took_place_at", "employee"}


def _form_field(field: HeaderField) -> forms.Field:
    """As the model says."""
    kind = WholeNumber if isinstance(field.column, models.IntegerField) else Text
    made: Any = field.column.formfield(form_class=kind)
    if isinstance(field.column, models.TextField):
        made.widget.attrs["rows"] = 3
    else:
        made.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}
    return made


def header_values(audit: Audit, asked: Asked) -> dict[str, Any]:
    """What a form for mending shows at first."""
    return {
        field.name: getattr(audit, field.name)
        for field in HEADER
        if field.asked_of(asked, audit.method) and field.name not in _OF_THEIR_OWN
    }


class MomentForm(forms.Form):
    """When a visit was, and the header fields that are asked besides."""

    asked: Asked
    # None: not known yet, so that every field is shown.
    of_method: str | None = None

    took_place_at = forms.DateTimeField(
        label=_("When it took place"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [field for field in HEADER if self.asked in field.asked and field.name not in _OF_THEIR_OWN]
        if self.of_method is not None:
            asked = [field for field in asked if field.asked_of(self.asked, self.of_method)]
        self._asked = asked
        self.fields |= {field.name: _form_field(field) for field in asked}
        self.order_fields([*(self.field_order or ()), *(field.name for field in asked)])

    @property
    def header_fields(self) -> list[tuple[forms.BoundField, frozenset[str]]]:
        """For showing: those that the table alone describes, each with the methods that have it; none: all have."""
        return [(self[field.name], field.methods or frozenset()) for field in self._asked]

    def clean_took_place_at(self) -> datetime.datetime:
        moment: datetime.datetime = self.cleaned_data["took_place_at"]
        if moment.date() < EARLIEST_DAY:
            raise forms.ValidationError(_("Check the year."))
        if moment > timezone.now():
            raise forms.ValidationError(_("This is in the future: an audit records what has taken place."))
        return moment


class VisitForm(MomentForm):
    """What is said of the visit itself, and may be mended until submission."""

    asked = Asked.OPENING

    # Which of several people of that name; the name itself is typed, so that it works without a script.
    employee = forms.UUIDField(required=False, widget=forms.HiddenInput)
    employee_name = Text(
        label=_("Employee"),
        required=False,
        max_length=200,
        help_text=_("Begin with the surname. Leave it empty when you know only the desk."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    field_order = ["took_place_at", "employee", "employee_name"]

    def __init__(self, *args: Any, user: User, department: Department | None = None, **kwargs: Any) -> None:
        self.user = user
        self.given_department = department
        # Shown for choosing when a typed name fits several people.
        self.namesakes: list[Employee] = []
        super().__init__(*args, **kwargs)

    def show_no_errors(self) -> None:
        """What was typed so far, shown as it is: nobody has asked to save it yet."""
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if moment := cleaned.get("took_place_at"):
            department = self.given_department or cleaned.get("department")
            cleaned["employee"] = self._employee(department, timezone.localdate(moment))
        return cleaned

    def _at_work(self, department: Department | None, day: datetime.date) -> Any:
        """Who worked there on that day; with None: wherever the account audits."""
        return access.employees_at_work(self.user, department, day)

    def _to_name(self, day: datetime.date) -> Any:
        """Whom the audit may name."""
        return access.employees_to_audit(self.user, None, day)

    def _fitting(self, department: Department | None, day: datetime.date, name: str) -> list[Employee]:
        """Those of the unit, if there are any; else all, so that it can be said where they worked."""
        here = named(self._at_work(department, day), day, name) if department else []
        return here or named(self._at_work(None, day), day, name)

    def _employee(self, department: Department | None, day: datetime.date) -> Employee | None:
        """The person picked from the list, or the only one whom the typed name fits."""
        name = self.cleaned_data.get("employee_name", "")
        if not name:
            return None
        if picked := self.cleaned_data.get("employee"):
            # The name decides when it was typed over after somebody had been picked.
            found: Employee | None = self._to_name(day).named_like(name).filter(uuid=picked).first()
            if found:
                return found
        fitting = self._fitting(department, day, name)
        if len(fitting) == 1 and fitting[0].may_be_named:  # type: ignore[attr-defined]
            return fitting[0]
        if len(fitting) == 1:
            message = NOT_TOLD
        elif not fitting:
            message = _("Nobody of this name whom you may audit worked in your departments on that day.")
        elif len(fitting) > FOUND_AT_MOST:
            message = _("This name fits many people. Type more of it.")
        else:
            self.namesakes = fitting
            message = _("This name fits several people. Choose one below.")
        self.add_error("employee_name", message)
        return None


class HeaderForm(VisitForm):
    version = WholeNumber(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, audit: Audit, user: User, **kwargs: Any) -> None:
        self.audit = audit
        self.of_method = audit.method
        kwargs.setdefault(
            "initial",
            {
                "took_place_at": timezone.localtime(audit.took_place_at),
                "employee": audit.employee.uuid if audit.employee else None,
                "employee_name": str(audit.employee or ""),
                **header_values(audit, self.asked),
                "version": audit.version,
            },
        )
        super().__init__(*args, user=user, department=audit.department, **kwargs)

    def _at_work(self, department: Department | None, day: datetime.date) -> Any:
        if self.audit.corrects_id:
            return access.employees_to_name(self.user, self.audit, day)
        return super()._at_work(department, day)

    def _to_name(self, day: datetime.date) -> Any:
        if self.audit.corrects_id:
            return self._at_work(None, day).filter(told_on(day))
        return super()._to_name(day)

    def _employee(self, department: Department | None, day: datetime.date) -> Employee | None:
        kept = self.audit.employee if self.audit.corrects_id else None
        if kept is not None and self.cleaned_data.get("employee_name") == str(kept):
            # A correction may leave as it is whom the audit names.
            return kept
        return super()._employee(department, day)

    def take_version(self, version: int) -> None:
        """Let the next saving of this form replace that version, which was shown beside it."""
        self.data = sent_with(self.data, version=str(version))

    def save(self) -> Audit | None:
        """The mended audit, or None with the reason at its field. Raises Stale."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "employee_name"}
        try:
            return fieldwork.edit_header(audit=self.audit, by=self.user, **fields)
        except fieldwork.Refused as refused:
            field = "employee_name" if refused.field == "employee" else refused.field
            self.add_error(field if field in self.fields else None, refused.message)
        return None
