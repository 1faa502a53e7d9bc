"""Which reports are ordered together."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import Role
from audits.models import Department, User
from audits.reports.ordering.forms import ReportRequestForm


class BatchForm(ReportRequestForm):
    """The fields of a single order; without a department: all that the account holds as HR."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        department: Any = self.fields["department"]
        department.queryset = access.departments_of(user, Role.HR).order_by("code")
        department.required = False
        department.empty_label = _("all departments")
        department.help_text = _("Of one: a report of it and of each department below it.")

    @property
    def chosen_department(self) -> Department | None:
        found: Department | None = self.cleaned_data["department"]
        return found

    @property
    def address(self) -> str:
        """Of the page with the form filled in as it was sent."""
        chosen = {
            "komorka": self.chosen_department.pk if self.chosen_department else "",
            "okres": self.cleaned_data["chosen"].code,
            "poziom": self.cleaned_data["level"].value,
        }
        return f"{reverse('audits:batches')}?{urlencode(chosen)}"
