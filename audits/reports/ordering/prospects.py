"""What an order would give, in words, with what it lacks and where that can be had."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from audits.choices import ReportLevel
from audits.models import User
from audits.reports.closings import GranuleRow, GranuleState, open_granules
from audits.reports.department.report import yard
from audits.reports.headline import NOT_CLOSED, Found
from audits.reports.ordering.forms import Order
from audits.reports.sentences.prospects import method_prospect
from audits.reports.yields import Offer, yields


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one level would give. `better`: another order that gives a score, where this one gives none."""

    level: ReportLevel
    lines: Sequence[str]
    audits: int
    has_score: bool
    # Something of it is only not closed yet: then more may come of it.
    can_be_closed: bool
    better: Order | None
    better_audits: int = 0


@dataclass(frozen=True, slots=True)
class Prospects:
    """At each level that the account may ask for. `due`: granules of the period that are to be closed, `running`:
    those that last still; only what has audits anywhere in the office."""

    order: Order
    levels: tuple[Prospect, ...]
    due: tuple[GranuleRow, ...]
    running: tuple[GranuleRow, ...]

    def at(self, level: ReportLevel) -> Prospect | None:
        return next((each for each in self.levels if each.level == level), None)


def prospects_of(order: Order, *, by: User) -> Prospects:
    found = yields(order.department, order.period, by=by)
    not_closed = open_granules(order.period, timezone.localdate())
    return Prospects(
        order,
        tuple(_prospect(offer, found.instead.get(offer.level)) for offer in found.offers),
        tuple(row for row in not_closed if row.state == GranuleState.DUE),
        tuple(row for row in not_closed if row.state == GranuleState.RUNNING),
    )


def _prospect(offer: Offer, instead: Offer | None) -> Prospect:
    lines = [
        method_prospect(
            Found(each.method, audits=each.audits, absence=each.absence, granule=each.granule),  # type: ignore[arg-type]
            yard(),
            has_score=each.has_score,
        )
        for each in offer.methods
    ]
    better = Order(instead.department, instead.period, offer.level) if instead else None
    audits = instead.audits if instead else 0
    can_be_closed = any(each.absence == NOT_CLOSED for each in offer.methods)
    return Prospect(offer.level, lines, offer.audits, offer.has_score, can_be_closed, better, audits)
