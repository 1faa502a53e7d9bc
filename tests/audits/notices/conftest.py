"""The department and people of the tests of what assessed people are owed."""

from tests.audits.assessed.conftest import assessed, auditor, department, edition, hr

__all__ = ["assessed", "auditor", "department", "edition", "hr"]
