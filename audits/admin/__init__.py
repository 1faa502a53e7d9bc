"""The office and its accounts in the administration. Audits, answers and reports are not here: no administrator
sees results by being one."""

from audits.admin import accounts, appointments, departments, employees, purposes, retention, wording

__all__ = ["accounts", "appointments", "departments", "employees", "purposes", "retention", "wording"]
