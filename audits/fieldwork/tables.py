"""The lists of audits, of assignments and of people, and what they can be narrowed to."""

import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import django_filters
import django_tables2 as tables
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AssignmentState, AuditStatus, Role
from audits.fields import SpanForm
from audits.fieldwork.scores import scores_of
from audits.models import Assignment, Audit, Department, Employee, User
from audits.models.periods import free
from audits.tables import TextFilter, labelled
from standards.choices import CHANNELS_OF_METHOD, Channel, Method

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _departments_of_list(request: Any) -> QuerySet[Department]:
    found: QuerySet[Department] = access.departments_of(request.user, Role.AUDITOR, Role.HR).order_by("code")
    return found


class AuditFilterForm(SpanForm):
    """A method and a channel that it does not see are told, not answered by an empty list."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        method, channel = cleaned.get("method"), cleaned.get("channel")
        if method and channel and channel not in CHANNELS_OF_METHOD[method]:
            told = _("“%(method)s” does not see the channel “%(channel)s”, so nothing can fit. Change one of the two.")
            self.add_error("channel", told % {"method": Method(method).label, "channel": Channel(channel).label})
        return cleaned


class AuditFilter(django_filters.FilterSet):
    """`names_of`: the account whose own audits alone are found by the employee's name; None where all are."""

    text = TextFilter(label=_("Receipt number or employee"), method="filter_text", max_length=100)
    department = django_filters.ModelChoiceFilter(
        label=_("Department, with those below it"),
        queryset=_departments_of_list,
        method="filter_department",
        empty_label=_("all"),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[choice for choice in AuditStatus.choices if choice[0] != AuditStatus.DISCARDED],
        empty_label=_("all"),
    )
    method = django_filters.ChoiceFilter(label=_("Method"), choices=Method.choices, empty_label=_("all"))
    channel = django_filters.ChoiceFilter(label=_("Channel"), choices=Channel.choices, empty_label=_("all"))
    since = django_filters.DateFilter(label=_("From"), field_name="took_place_at", lookup_expr="date__gte", widget=_DAY)
    until = django_filters.DateFilter(label=_("To"), field_name="took_place_at", lookup_expr="date__lte", widget=_DAY)

    class Meta:
        model = Audit
        fields: list[str] = []
        form = AuditFilterForm

    def __init__(self, *args: Any, names_of: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_of = names_of

    def filter_text(self, queryset: QuerySet[Audit], name: str, value: str) -> QuerySet[Audit]:
        named = Q(employee__in=Employee.objects.named_like(value).values("pk"))
        if self.names_of is not None:
            named &= Q(auditor=self.names_of)
        return queryset.filter(Q(receipt__icontains=value) | named)

    def filter_department(self, queryset: QuerySet[Audit], name: str, value: Department) -> QuerySet[Audit]:
        """In today's structure: where a department was when it was audited does not matter to whoever looks it up."""
        return queryset.filter(department__in=Department.objects.under(value, timezone.localdate()).values("pk"))


_TONES_OF_AUDITS = {
    AuditStatus.DRAFT: "tag--partly",
    AuditStatus.SUBMITTED: "tag--met",
    AuditStatus.ANNULLED: "tag--not-met",
    AuditStatus.PROPOSED: "tag--partly",
}


class AuditTable(tables.Table):
    """`names_of`: the account whose own audits alone show the employee's name; None where all do."""

    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: record.get_absolute_url(),
        # A draft has no receipt yet, but it does have a page.
        empty_values=(),
        order_by=("receipt", "pk"),
        attrs=labelled(_("Audit"), "row-title"),
    )
    took_place_at = tables.DateTimeColumn(
        verbose_name=_("Took place"),
        format="j.m.Y, H:i",
        # As the index has them.
        order_by=("took_place_at", "pk"),
        attrs=labelled(_("Took place"), "nowrap"),
    )
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"))
    )
    method = tables.Column(verbose_name=_("Method"), attrs=labelled(_("Method"), "wide-only"))
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel"), "wide-only"))
    employee = tables.Column(
        verbose_name=_("Employee"),
        order_by="employee__sort_key",
        default="–",
        attrs=labelled(_("Employee"), "row-rest"),
    )
    auditor = tables.Column(
        verbose_name=_("Auditor"), order_by="auditor__last_name", attrs=labelled(_("Auditor"), "wide-only")
    )
    score = tables.Column(
        verbose_name=_("Score"), empty_values=(), orderable=False, attrs=labelled(_("Score"), "row-end nowrap")
    )
    status = tables.Column(verbose_name=_("Status"), attrs=labelled(_("Status"), "row-end"))

    class Meta:
        model = Audit
        fields = (
            "receipt",
            "took_place_at",
            "department",
            "method",
            "channel",
            "employee",
            "auditor",
            "score",
            "status",
        )
        empty_text = _("No audit fits.")
        attrs = {"class": "table table--lines"}
        order_by = "-took_place_at"

    def __init__(self, *args: Any, names_of: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_of = names_of
        self.scores: dict[int, Decimal | None] = {}
        if names_of is not None:
            # In the order of their names, hidden names would tell of themselves.
            self.columns["employee"].column.orderable = False

    def render_employee(self, record: Audit) -> str:
        if not self._may_tell(record):
            return str(_("after the purpose is given"))
        return str(record.employee)

    def show_scores(self) -> None:
        """Of the page that is shown; where the name waits for a purpose, so does the score."""
        shown = [row.record for row in self.paginated_rows]
        self.scores = scores_of([audit for audit in shown if self._may_tell(audit)])

    def _may_tell(self, record: Audit) -> bool:
        return self.names_of is None or record.auditor_id == self.names_of.pk

    def render_took_place_at(self, value: datetime.datetime) -> str:
        moment = timezone.localtime(value)
        return format_html(
            '{}<span class="wide-only">, {}</span>', date_format(moment, "j.m.Y"), date_format(moment, "H:i")
        )

    def render_score(self, record: Audit) -> str:
        score = self.scores.get(record.pk)
        return "–" if score is None else f"{number_format(score)}%"

    def render_department(self, record: Audit) -> str:
        unit = record.department
        return format_html('{} <span class="wide-only">{}</span>', unit.code, unit.name)

    def render_receipt(self, record: Audit) -> str:
        return record.receipt or str(_("continue filling"))

    def render_status(self, record: Audit) -> str:
        if hasattr(record, "superseded_by"):
            return format_html('<span class="tag">{}</span>', _("Replaced by a correction"))
        tone = _TONES_OF_AUDITS.get(AuditStatus(record.status), "")
        return format_html('<span class="tag {}">{}</span>', tone, record.get_status_display())


_TONES = {
    AssignmentState.IN_PROGRESS: "tag--partly",
    AssignmentState.DONE: "tag--met",
    AssignmentState.EXPIRED: "tag--not-met",
}


class AssignmentTable(tables.Table):
    caption = _("Assignments")

    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"), "row-title")
    )
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))
    period = tables.Column(
        verbose_name=_("Period"),
        accessor="first_day",
        order_by=("last_day", "first_day", "pk"),
        attrs=labelled(_("Period")),
    )
    shopper = tables.Column(
        verbose_name=_("Mystery shopper"),
        order_by=("shopper__last_name", "shopper__first_name"),
        attrs=labelled(_("Mystery shopper")),
    )
    state = tables.Column(verbose_name=_("State"), attrs=labelled(_("State")))
    receipt = tables.Column(verbose_name=_("Audit"), default="–", attrs=labelled(_("Audit"), "nowrap"))

    class Meta:
        model = Assignment
        fields = ("department", "channel", "period", "shopper", "state", "receipt")
        order_by = "-period"
        empty_text = _("No assignment fits.")
        attrs = {"class": "table table--cards"}

    def render_department(self, record: Assignment) -> str:
        # Links read one after another, without their rows, must differ.
        return format_html(
            '<a href="{}">{}<span class="visually-hidden">, {}, {}</span></a>',
            record.get_absolute_url(),
            f"{record.department.code} {record.department.name}",
            record.get_channel_display(),
            _period(record),
        )

    def render_period(self, record: Assignment) -> str:
        return _period(record)

    def render_state(self, value: str) -> str:
        state = AssignmentState(value)
        return format_html('<span class="tag {}">{}</span>', _TONES.get(state, ""), state.label)


class UnidentifiedTable(tables.Table):
    """Audits of mystery shoppers that wait for HR to say whom they are about. What was typed is not shown here."""

    caption = _("Audits whose person is to be identified")

    receipt = tables.Column(
        verbose_name=_("Audit"),
        linkify=lambda record: reverse("audits:identify", args=[record.uuid]),
        attrs=labelled(_("Audit"), "row-title"),
    )
    took_place_at = tables.DateTimeColumn(
        verbose_name=_("Took place"), format="j.m.Y, H:i", attrs=labelled(_("Took place"), "nowrap")
    )
    department = tables.Column(
        verbose_name=_("Department"), order_by="department__code", attrs=labelled(_("Department"))
    )
    channel = tables.Column(verbose_name=_("Channel"), attrs=labelled(_("Channel")))

    class Meta:
        model = Audit
        fields = ("receipt", "took_place_at", "department", "channel")
        order_by = "took_place_at"
        empty_text = _("Nothing waits.")
        attrs = {"class": "table table--cards"}


def _period(record: Assignment) -> str:
    return free(record.first_day, record.last_day).label


def _departments(request: Any) -> QuerySet[Department]:
    found: QuerySet[Department] = access.departments_to_assign(request.user).order_by("code")
    return found


def _shoppers(request: Any) -> QuerySet[User]:
    """Whoever was ever sent to where the account may look."""
    sent = access.assignments_visible_to(request.user).filter(shopper=OuterRef("pk"))
    return User.objects.filter(Exists(sent))


class AssignmentFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=AssignmentState.choices, empty_label=_("all"))
    department = django_filters.ModelChoiceFilter(
        label=_("Department, with those below it"),
        queryset=_departments,
        method="filter_department",
        empty_label=_("all"),
    )
    shopper = django_filters.ModelChoiceFilter(label=_("Mystery shopper"), queryset=_shoppers, empty_label=_("all"))
    channel = django_filters.ChoiceFilter(
        label=_("Channel"),
        choices=[(channel, Channel(channel).label) for channel in CHANNELS_OF_METHOD[Method.MYSTERY]],
        empty_label=_("all"),
    )

    class Meta:
        model = Assignment
        fields: list[str] = []

    def filter_department(self, queryset: QuerySet[Assignment], name: str, value: Department) -> QuerySet[Assignment]:
        return queryset.filter(department__in=Department.objects.under(value, timezone.localdate()).values("pk"))


class MissingTable(tables.Table):
    """People of whom the account has no audit yet."""

    caption = _("People without an audit of yours")

    employee = tables.Column(
        verbose_name=_("Employee"), accessor="pk", order_by="sort_key", attrs=labelled(_("Employee"), "row-title")
    )
    places = tables.Column(verbose_name=_("Department"), orderable=False, attrs=labelled(_("Department")))
    remark = tables.Column(
        verbose_name=_("Remark"), empty_values=(), orderable=False, default="", attrs=labelled(_("Remark"))
    )

    class Meta:
        model = Employee
        fields = ("employee", "places", "remark")
        order_by = "employee"
        empty_text = _("Nobody is missing.")
        attrs = {"class": "table table--lines"}

    def render_employee(self, record: Employee) -> str:
        if not record.may_be_named:  # type: ignore[attr-defined]
            return str(record)
        query = urlencode({"employee": record.uuid})
        return format_html('<a href="{}?{}">{}</a>', reverse("audits:open"), query, record)

    def render_places(self, value: list[Any]) -> str:
        return " · ".join(map(str, value))

    def render_remark(self, record: Employee) -> str:
        if record.may_be_named:  # type: ignore[attr-defined]
            return ""
        return str(_("not told of the audits: no audit may name them"))
