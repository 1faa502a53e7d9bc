"""How a draft stands: who wrote it, what it changes, what keeps it from being published."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from standards.admin.pages import place_to_mend
from standards.comparison import RecommendationChange, compare
from standards.differences import Kind
from standards.interchange import export_edition
from standards.models import Edition, Recommendation
from standards.publishing import editors
from standards.signoff import Unconfirmed, unconfirmed
from standards.soundness import faults


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
    found = [FaultShown(fault.place, fault.problem, place_to_mend(fault.row)) for fault in faults(edition)]
    return DraftState(
        faults=found,
        editors=[named(account) for account in accounts],
        is_editor=user.pk in keys,
        changed=_changed(edition.based_on, edition) if edition.based_on else [],
        unconfirmed=unconfirmed(edition),
    )


def named(account: Any) -> str:
    return account.get_full_name() or account.get_username()


def _changed(before: Edition, edition: Edition) -> list[Changed]:
    changes = list(compare(export_edition(before.code), export_edition(edition.code)).recommendations)
    rows = Recommendation.objects.filter(standard__edition=edition).select_related("standard__edition__publication")
    by_lineage = {str(row.lineage): row for row in rows}

    def linked(change: RecommendationChange) -> Linked:
        row = by_lineage.get(change.lineage)
        if row is None:
            return Linked(str(change.old_label), "")
        return Linked(str(change.new_label), place_to_mend(row))

    ways = (
        (_("changed"), lambda change: change.kind == Kind.CHANGED),
        (_("added"), lambda change: change.kind == Kind.ADDED),
        (_("removed"), lambda change: change.kind == Kind.REMOVED),
        (_("moved"), lambda change: change.moved),
        (_("renumbered"), lambda change: change.renumbered),
    )
    return [Changed(name, [linked(change) for change in changes if holds(change)]) for name, holds in ways]
