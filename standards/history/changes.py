"""What changed in an edition, by whom and when, in words: the history that is kept beside its tables."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from standards.choices import channel_labels
from standards.models import Area, Assessability, Edition, Occasion, Point, Recommendation, Standard
from standards.models.history import AS_IT_STOOD
from standards.wording.emphasis import typed

# Told beside the text, in its asterisks, or of no interest to a reader.
_LEFT_OUT = {"id", "emphasis", "edition_id", "lineage", "recommendation_id"}
_OF_CHANNELS = {"mystery", "observation", "documents"}


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One act on one row. `kind` is "+", "~" or "-"; `what` names the row as people cite it."""

    at: datetime.datetime
    by: str
    what: str
    kind: str
    reason: str
    fields: tuple[FieldChange, ...]


def changes_of(row: Edition | Standard | Recommendation | Assessability) -> list[Change]:
    """Everything that was done to it and to what belongs to it, the latest first; a fixed number of queries."""
    found = list(_History(row).changes())
    return sorted(found, key=lambda change: change.at, reverse=True)


def displayed(row: models.Model, name: str, value: Any, related: dict[tuple[str, int], str] | None = None) -> str:
    """A field's value as one reads it."""
    field: Any = row._meta.get_field(name)
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return str(_("yes")) if value else str(_("no"))
    if name in _OF_CHANNELS:
        return channel_labels(value)
    if name == "channel_questions":
        return " ".join(_own_question(item) for item in value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, models.Model):
        return value.label if isinstance(value, Recommendation) else str(value)
    if field.is_relation:
        return (related or {}).get((field.name, value), str(value))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)


def _own_question(item: Any) -> str:
    """ "Telefon: Czy …? (one part; another)." """
    parts = f" ({'; '.join(item['parts'])})" if item["parts"] else ""
    return f"{channel_labels([item['channel']])}: {item['question']}{parts}"


class _History:
    """The lines of the history tables that are about one row and what is below it."""

    def __init__(self, row: Edition | Standard | Recommendation | Assessability) -> None:
        self.row = row
        match row:
            case Edition():
                standards = Q(edition_id=row.pk)
                kept = Q(standard__edition_id=row.pk)
            case Standard():
                standards, kept = Q(id=row.pk), Q(standard_id=row.pk)
            case Recommendation():
                standards, kept = Q(pk__in=[]), Q(id=row.pk)
            case _:
                standards, kept = Q(pk__in=[]), Q(pk__in=[])
        self.standards = standards
        # What stands there now, and what stood there once.
        now = Recommendation.objects.filter(kept).values("pk") if kept else []
        if isinstance(row, Recommendation | Assessability):
            once: Any = []
        else:
            owners = Standard.history.filter(standards).values("id")
            once = Recommendation.history.filter(
                Q(standard_id__in=owners) | Q(standard_id__in=Standard.objects.filter(standards).values("pk"))
            ).values("id")
        if isinstance(row, Recommendation):
            self.recommendations = Q(id=row.pk)
            self.of_recommendations = Q(recommendation_id=row.pk)
        else:
            self.recommendations = Q(id__in=now) | Q(id__in=once)
            self.of_recommendations = Q(recommendation_id__in=now) | Q(recommendation_id__in=once)

    def changes(self) -> Iterator[Change]:
        yield from self._of_all(list(self._lines()))

    def _lines(self) -> Iterator[Any]:
        row = self.row
        if isinstance(row, Assessability):
            yield from _read(Assessability, Q(id=row.pk))
            return
        if isinstance(row, Edition):
            yield from _read(Edition, Q(id=row.pk))
            yield from _read(Area, Q(edition_id=row.pk))
            yield from _read(Occasion, Q(edition_id=row.pk))
        if not isinstance(row, Recommendation):
            yield from _read(Standard, self.standards)
        yield from _read(Recommendation, self.recommendations)
        yield from _read(Point, self.of_recommendations)
        yield from _read(Assessability, self.of_recommendations)

    def _of_all(self, lines: Sequence[Any]) -> Iterator[Change]:
        names = _Names(self._edition(), lines)
        before: dict[tuple[str, int], Any] = {}
        for line in lines:
            key = (line.instance_type._meta.model_name, line.id)
            earlier = before.get(key)
            before[key] = line
            if line.history_change_reason == AS_IT_STOOD:
                continue
            fields = tuple(_fields(line, earlier, names))
            if line.history_type == "~" and earlier is not None and not fields:
                continue
            yield Change(
                line.history_date,
                str(line.history_user or _("the system")),
                names.of(line),
                line.history_type,
                _reason(line.history_change_reason),
                fields,
            )

    def _edition(self) -> int:
        match self.row:
            case Edition():
                return int(self.row.pk)
            case Standard():
                return int(self.row.edition_id)
            case Recommendation():
                return int(self.row.standard.edition_id)
            case _:
                return int(self.row.recommendation.standard.edition_id)


def _read(model: Any, about: Q) -> Iterable[Any]:
    lines = model.history.filter(about).select_related("history_user").order_by("history_date", "history_id")
    return list(lines)


class _Names:
    """How rows are called: as they are called now, and as they were when they are not there any more."""

    def __init__(self, edition: int, lines: Sequence[Any]) -> None:
        self.related: dict[tuple[str, int], str] = {}
        self.areas, self.standards, self.recommendations = {}, {}, {}
        for line in lines:
            if line.instance_type is Area:
                self.areas[line.id] = f"{line.number}. {line.title}"
            elif line.instance_type is Standard:
                self.standards[line.id] = line.number
        for area in Area.objects.filter(edition=edition):
            self.areas[area.pk] = str(area)
        for standard in Standard.objects.filter(edition=edition):
            self.standards[standard.pk] = standard.number
        for line in lines:
            if line.instance_type is Recommendation:
                self.recommendations[line.id] = f"{self.standards.get(line.standard_id, '?')}.{line.number}"
        for row in Recommendation.objects.filter(standard__edition=edition).select_related("standard"):
            self.recommendations[row.pk] = row.label
        occasions = {line.id: line.label for line in lines if line.instance_type is Occasion}
        occasions |= dict(Occasion.objects.filter(edition=edition).values_list("pk", "label"))
        self.related = (
            {("area", pk): name for pk, name in self.areas.items()}
            | {("standard", pk): name for pk, name in self.standards.items()}
            | {("excludes", pk): name for pk, name in self.recommendations.items()}
            | {("occasion", pk): name for pk, name in occasions.items()}
        )

    def of(self, line: Any) -> str:
        model = line.instance_type
        if model is Edition:
            return str(_("Edition"))
        if model is Area:
            return _("Area %(number)s") % {"number": line.number}
        if model is Standard:
            return _("Standard %(number)s") % {"number": line.number}
        if model is Occasion:
            return _("Occasion “%(code)s”") % {"code": line.code}
        if model is Recommendation:
            return self.recommendations.get(line.id, line.number)
        label = self.recommendations.get(line.recommendation_id, "?")
        if model is Point:
            return _("%(label)s, point %(position)s") % {"label": label, "position": line.position}
        return _("%(label)s, how it is judged") % {"label": label}


def _fields(line: Any, earlier: Any, names: _Names) -> Iterator[FieldChange]:
    """What differs from the line before; of a new or a deleted row, what it said."""
    row = line.instance_type()
    for field in line.tracked_fields:
        if field.attname in _LEFT_OUT or field.name.endswith(("confirmed_by", "based_on")):
            continue
        after = _value(line, field.attname)
        before = _value(earlier, field.attname) if earlier is not None else None
        if line.history_type == "+" or (line.history_type == "~" and earlier is None):
            before = None
        elif line.history_type == "-":
            before, after = after, None
        if before == after or (before in (None, "", []) and after in (None, "", [], False)):
            continue
        yield FieldChange(
            str(capfirst(field.verbose_name)),
            displayed(row, field.name, before, names.related),
            displayed(row, field.name, after, names.related),
        )


def _value(line: Any, name: str) -> Any:
    value = getattr(line, name)
    if name == "text" and hasattr(line, "emphasis"):
        return typed(value, line.emphasis)
    return value


def _reason(reason: str | None) -> str:
    """What a person wrote as it is; what the portal itself wrote in the reader's language."""
    own = {
        "confirmed": _("confirmed"),
        "renumbered": _("renumbered"),
        "removed": _("removed"),
        "discarded": _("discarded"),
        "imported from a file": _("imported from a file"),
        "the other of the two was removed": _("the other of the two was removed"),
    }
    with_label = {
        "moved from ": _("moved from standard %(label)s"),
        "split from ": _("split from %(label)s"),
        "merged into ": _("merged into %(label)s"),
        "draft of ": _("draft of %(label)s"),
    }
    reason = reason or ""
    for beginning, said in with_label.items():
        if reason.startswith(beginning):
            return said % {"label": reason.removeprefix(beginning)}
    return own.get(reason, reason)
