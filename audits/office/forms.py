"""Changes of the office that are looked at before they are made: a unit moved or merged, a person who leaves."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Max, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.fields import LastDayField, add_faults, day_field
from audits.models import Department, Employee, on_day
from audits.office.leaving import check_leaving
from audits.office.preview import MergePreview, MovePreview, preview_merge, preview_move

INDENT = "\u2003"


class DepartmentInTree(forms.ModelChoiceField):
    """All departments that are open, indented as they stand below one another."""

    def label_from_instance(self, department: Department) -> str:
        depth = getattr(department, "depth", 0) or 0
        return f"{INDENT * depth}{department.code} · {department.name}"


def departments_in_tree() -> Any:
    today = timezone.localdate()
    depth = Max("ancestors__depth", filter=on_day(today, "ancestors__"))
    # The top of the office first, whatever its code; codes sort units below what they belong to.
    top_first = Case(When(parent=None, then=Value(0)), default=Value(1))
    return Department.objects.open_on(today).annotate(depth=depth).order_by(top_first, "code")


class MoveForm(forms.Form):
    """`preview`, once it is valid: what the move would change."""

    parent = DepartmentInTree(
        label=_("Below"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=_("below none: at the top of the office"),
    )
    since = day_field(
        _("From the day"), _("The first day of the new structure: today or earlier."), initial=timezone.localdate
    )
    preview: MovePreview

    def __init__(self, *args: Any, department: Department, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.department = department
        self.fields["parent"].queryset = departments_in_tree().exclude(pk=department.pk)  # type: ignore[attr-defined]
        self.initial.setdefault("parent", department.parent_id)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "parent" in cleaned and "since" in cleaned:
            try:
                self.preview = preview_move(department=self.department, **cleaned)
            except ValidationError as fault:
                add_faults(self, fault)
            else:
                if not self.preview.changes_anything:
                    self.add_error("parent", _("It stands there already on that day."))
        return cleaned


class MergeForm(forms.Form):
    """`preview`, once it is valid: what the merger would change."""

    target = DepartmentInTree(
        label=_("Merge into"), queryset=Department.objects.none(), empty_label=_("choose the department")
    )
    on = day_field(
        _("On the day"),
        _("The first day on which there is one department: today or earlier."),
        initial=timezone.localdate,
    )
    preview: MergePreview

    def __init__(self, *args: Any, department: Department, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.department = department
        self.fields["target"].queryset = departments_in_tree().exclude(pk=department.pk)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "target" in cleaned and "on" in cleaned:
            try:
                self.preview = preview_merge(source=self.department, **cleaned)
            except ValidationError as fault:
                add_faults(self, fault)
        return cleaned


class LeavingForm(forms.Form):
    left_on = LastDayField(
        label=_("Last day of work, inclusive"),
        help_text=_("Today or earlier."),
        initial=lambda: timezone.localdate() + datetime.timedelta(days=1),
    )
    account = forms.BooleanField(
        label=_("Lock the account too and end what it holds and is to hold"), required=False, initial=True
    )

    def __init__(self, *args: Any, employee: Employee, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employee, self.by = employee, by
        if employee.user is None or not employee.user.is_active:
            del self.fields["account"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "left_on" in cleaned:
            try:
                check_leaving(
                    employee=self.employee, left_on=cleaned["left_on"], lock=cleaned.get("account", False), by=self.by
                )
            except ValidationError as fault:
                add_faults(self, fault)
        return cleaned
