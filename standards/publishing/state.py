"""How a draft stands: who wrote it, what it changes, what keeps it from being published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from standards.comparing.comparison import RecommendationChange, compare
from standards.interchange import export_edition
from standards.judging.signoff import Unconfirmed, unconfirmed
from standards.models import Edition, Recommendation
from standards.pages import named, place_to_mend
from standards.publishing.publishing import editors
from standards.publishing.soundness import findings, fingerprint
from standards.wording.differences import Kind


@dataclass(frozen=True)
class Linked:
    text: str
    address: str


@dataclass(frozen=True)
class FaultShown:
    place: str
    problem: Any
    address: str


@dataclass(frozen=True)
class Changed:
    """Recommendations that differ in one way; each leads to where it is edited."""

    name: str
    rows: list[Linked]


@dataclass(frozen=True)
class DraftState:
    faults: list[FaultShown]
    # Gaps and odd orders of numbers, and the fingerprint by which somebody says that they are meant.
    warnings: list[FaultShown]
    odd_seen: str
    editors: list[str]
    is_editor: bool
    changed: list[Changed]
    unconfirmed: Unconfirmed

    @property
    def can_publish(self) -> bool:
        return not self.faults and not self.is_editor


def draft_state(edition: Edition, user: Any) -> DraftState:
    """A fixed number of queries."""
    keys = editors(edition)
    accounts = get_user_model().objects.filter(pk__in=keys).order_by("last_name", "first_name", "username")
    found = findings(edition)
    shown = [(one, FaultShown(one.place, one.problem, place_to_mend(one.row))) for one in found]
    odd = [one for one in found if one.is_warning]
    return DraftState(
        faults=[each for one, each in shown if not one.is_warning],
        warnings=[each for one, each in shown if one.is_warning],
        odd_seen=fingerprint(odd) if odd else "",
        editors=[named(account) for account in accounts],
        is_editor=user.pk in keys,
        changed=_changed(edition.based_on, edition) if edition.based_on else [],
        unconfirmed=unconfirmed(edition),
    )


def _changed(before: Edition, edition: Edition) -> list[Changed]:
    changes = list(compare(export_edition(before.code), export_edition(edition.code)).recommendations)
    rows = Recommendation.objects.filter(standard__edition=edition).select_related("standard__edition__publication")
    by_lineage = {str(row.lineage): row for row in rows}

    def linked(change: RecommendationChange) -> Linked:
        row = by_lineage.get(change.lineage)
        if row is None:
            return Linked(str(change.old_label), "")
        return Linked(str(change.new_label), place_to_mend(row))

    ways: tuple[tuple[Any, Callable[[Any], bool]], ...] = (
        (_("changed"), lambda change: change.kind == Kind.CHANGED and not change.repealed),
        (_("repealed"), lambda change: change.repealed),
        (_("added"), lambda change: change.kind == Kind.ADDED),
        (_("removed"), lambda change: change.kind == Kind.REMOVED),
        (_("moved"), lambda change: change.moved),
        (_("renumbered"), lambda change: change.renumbered),
    )
    return [Changed(name, [linked(change) for change in changes if holds(change)]) for name, holds in ways]
