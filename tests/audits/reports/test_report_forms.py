"""The two forms that stand on one page: what report is wanted, and which of the kept ones are looked for."""

import pytest

from audits.choices import Role
from audits.models import Report
from audits.reports.forms import ReportFilter
from audits.reports.ordering.forms import ReportRequestForm
from tests.audits.factories import appointed
from tests.audits.reports.makers import Office

pytestmark = pytest.mark.django_db


def test_no_two_fields_of_the_page_share_an_id(office: Office) -> None:
    hr = appointed(Role.HR, office.district)
    forms = (ReportRequestForm(user=hr), ReportFilter({}, queryset=Report.objects.all(), user=hr).form)
    ids = [field.auto_id for form in forms for field in form]
    assert all(ids)
    assert len(ids) == len(set(ids))


def test_the_list_is_narrowed_to_departments_that_the_account_may_report_on(office: Office) -> None:
    hr = appointed(Role.HR, office.district)
    offered = ReportFilter({}, queryset=Report.objects.all(), user=hr).form.fields["department"].queryset
    assert office.district in offered
    stranger = appointed(Role.AUDITOR, office.district)
    nothing = ReportFilter({}, queryset=Report.objects.all(), user=stranger).form.fields["department"].queryset
    assert list(nothing) == []
