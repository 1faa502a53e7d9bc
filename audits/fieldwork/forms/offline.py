"""What a device takes along to open an audit without a network, and what it sends of one that it opened."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import Selection
from audits.fieldwork import Ending, Held
from audits.fieldwork.forms.assignments import OpenAssignedForm
from audits.fieldwork.forms.changes import read_changes, read_revision
from audits.fieldwork.forms.checklist import ChecklistPage, checklist_page
from audits.fieldwork.forms.opening import OpenForm
from audits.fieldwork.forms.people import with_places
from audits.fieldwork.opening import draw_up
from audits.models import Assignment, Audit, Department, Employee, Employment, User, on_day
from standards.checklist import Row, checklist, select
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.fields import WholeNumber
from standards.lineage import meanings
from standards.models import Edition, Occasion, Point

# So many names at most are kept on a device; of a larger scope those of the units that somebody names.
PEOPLE_AT_MOST = 300
LARGEST_KEY = 2_000_000_000
# In the addresses of a blank card, until its script puts the audit's in its place.
NOBODYS = uuid.UUID(int=0)

CARDS = [(method, channel) for method, channels in CHANNELS_OF_METHOD.items() for channel in channels]


@dataclass(frozen=True, slots=True)
class Card:
    """A blank checklist of one method and channel."""

    method: str
    channel: str

    @property
    def label(self) -> str:
        return f"{Method(self.method).label} · {Channel(self.channel).label}"


def cards() -> list[Card]:
    return [Card(method, channel) for method, channel in CARDS]


def blank_page(edition: Edition, method: str, channel: str) -> ChecklistPage | None:
    """The checklist of everything under that edition, saved nowhere; None where it has nothing.

    What only a scenario makes happen is not in it: that comes with an assignment.
    """
    rows = select(checklist(edition, method, channel), Selection.EVERYTHING)
    audit = Audit(uuid=NOBODYS, method=method, channel=channel, selection=Selection.EVERYTHING, edition=edition)
    return _blank(audit, rows)


def blank_page_of(assignment: Assignment, edition: Edition) -> ChecklistPage | None:
    """What its audit would ask under that edition."""
    rows = select(
        checklist(edition, Method.MYSTERY, assignment.channel),
        assignment.selection,
        standards=assignment.standards,
        occasions=assignment.occasions,
    )
    kind = {"method": Method.MYSTERY, "channel": assignment.channel, "selection": assignment.selection}
    return _blank(Audit(uuid=NOBODYS, assignment=assignment, edition=edition, **kind), rows)


def _blank(audit: Audit, rows: Collection[Row]) -> ChecklistPage | None:
    if not rows:
        return None
    prefetch_related_objects(
        [row.recommendation for row in rows], Prefetch("points", Point.objects.order_by("position"))
    )
    gates, answers = draw_up(audit, rows)
    # A page tells them apart by their keys, which nothing has that is not saved.
    for number, gate in enumerate(gates, 1):
        gate.pk = number
    for number, answer in enumerate(answers, 1):
        answer.pk = number
        answer.gate = answer.gate
    page = checklist_page(audit, answers, gates)
    _name_others(page, audit.edition)
    return page


def _name_others(page: ChecklistPage, edition: Edition) -> None:
    """By which keys other editions have the same questions, for what was answered on a card of theirs."""
    others = list(Edition.objects.filter(publication__isnull=False).exclude(pk=edition.pk))
    if not others:
        return
    meant = meanings([edition, *others])
    by_meaning = defaultdict(list)
    for key, meaning in meant.items():
        by_meaning[meaning].append(key)
    for row in page.every_row:
        own = row.answer.recommendation_id
        row.was = " ".join(str(key) for key in by_meaning[meant[own]] if key != own)
    asked = defaultdict(list)
    for key, code, question in Occasion.objects.filter(edition__in=others).values_list("pk", "code", "question"):
        asked[code, question].append(key)
    for gate in page.gates:
        occasion = gate.gate.occasion
        gate.was = " ".join(map(str, asked[occasion.code, occasion.question]))


class TakeAlongForm(forms.Form):
    """The units whose people the device is to know by name."""

    units = forms.ModelMultipleChoiceField(
        label=_("Units whose people to take along"),
        queryset=Department.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, *args: Any, user: User, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.day = user, day
        self.fields["units"].queryset = access.departments_to_audit(user, day).order_by("code")  # type: ignore[attr-defined]

    def clean_units(self) -> list[Department]:
        units = list(self.cleaned_data["units"])
        if units and len(_people(self.user, self.day, units)) > PEOPLE_AT_MOST:
            raise ValidationError(
                _("%(most)d people at most can be taken along. Choose fewer units.") % {"most": PEOPLE_AT_MOST}
            )
        return units


def _people(user: User, day: datetime.date, units: Iterable[Department] | None) -> list[Employee]:
    """At most one more than can be taken along."""
    found = access.employees_to_audit(user, None, day)
    if units is not None:
        held = Employment.objects.filter(on_day(day), department__in=list(units), employee=OuterRef("pk"))
        found = found.filter(Exists(held))
    return list(found.order_by("sort_key", "pk")[: PEOPLE_AT_MOST + 1])


def people_taken_along(user: User, day: datetime.date, units: Iterable[int]) -> tuple[list[Employee], bool]:
    """Whom an audit of that day may name, each with `places`; whether the scope is so large that units are named."""
    everybody = _people(user, day, None)
    if len(everybody) <= PEOPLE_AT_MOST:
        return with_places(everybody, day), False
    named = access.departments_to_audit(user, day).filter(pk__in=list(units))
    found = _people(user, day, named) if named else []
    return with_places(found[:PEOPLE_AT_MOST], day), True


class ArrivingForm(OpenForm):
    """The opening form as a device filled it in: the same fields, with why each cannot be, for the device to show."""

    edition = WholeNumber(min_value=1, max_value=LARGEST_KEY, required=False)

    def opened(self) -> dict[str, Any]:
        """The arguments of the action that opens it. Raises ValidationError with what cannot be read."""
        if not self.is_valid():
            raise ValidationError(self.errors.as_data())
        left_out = ("employee_name", "uuid", "edition")
        return {name: value for name, value in self.cleaned_data.items() if name not in left_out}


class ArrivingAssignedForm(OpenAssignedForm):
    """The same of a mystery shopper's assignment."""

    assignment = forms.UUIDField()
    edition = WholeNumber(min_value=1, max_value=LARGEST_KEY, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def opened(self) -> dict[str, Any]:
        if not self.is_valid():
            raise ValidationError(self.errors.as_data())
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("uuid", "edition")}
        said["assignment"] = access.assignments_of(self.user).filter(uuid=said["assignment"]).first()
        if said["assignment"] is None:
            raise ValidationError(_("This assignment is no longer open."))
        return said


_until = forms.DateField(required=False)


def read_held(data: Mapping[str, Any]) -> Held:
    """Raises ValidationError where it is no request of a page of ours."""
    sent = read_changes(data)
    return Held(sent.device, sent.first, sent.changes, sent.digest, _ending(data), read_revision(data))


def _ending(data: Mapping[str, Any]) -> Ending | None:
    """What the device asks for at the end of filling, if it does."""
    if data.get("ending") not in ("submit", "aside"):
        return None
    until = None
    if data["ending"] == "aside":
        until = _until.clean(data.get("until"))
        if until is None:
            raise ValidationError(_("Give the day."))
    return Ending("leave_unanswered" in data, until)
