"""The office and its accounts in the administration. Audits, answers and reports are not here: no administrator
sees results by being one."""

from django.utils.translation import gettext_noop

from audits.access_log import admin as purposes
from audits.letters import admin as letters
from audits.office.admin import departments, employees
from audits.retention import admin as retention
from audits.rights.admin import accounts, appointments

WORDED_ANEW = (
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Add %s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
)


__all__ = ["accounts", "appointments", "departments", "employees", "letters", "purposes", "retention"]
