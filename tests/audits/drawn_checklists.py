"""Filled checklists drawn at random and written straight into the tables: few rows, every weight, matter and verdict.

What was drawn is kept beside as plain values, for figures by hand.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from hypothesis import strategies as st

from audits.choices import Act, AuditStatus, Role, Selection
from audits.models import Answer, Audit, Department, Employee, Gate, User
from standards.choices import Attribution, Block, Channel, Method
from standards.models import Edition, Occasion, Recommendation
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.audits.figures_by_hand import Row
from tests.standards.factories import (
    AreaFactory,
    AssessabilityFactory,
    EditionFactory,
    OccasionFactory,
    PublicationFactory,
    RecommendationFactory,
    StandardFactory,
)

# In the third quarter of 2026.
SUMMER = datetime.datetime(2026, 8, 3, 8, 0, tzinfo=datetime.UTC)
CHANNELS = (Channel.COUNTER, Channel.PHONE)
METHODS = (Method.MYSTERY, Method.OBSERVATION)
AREA_OF = {"1": "I", "2": "I", "3": "II", "4": "II"}
# Ten recommendations by place: the standard they stand in, and what each weighs among the rows of its edition.
STANDARDS = ("1", "1", "1", "2", "2", "3", "3", "3", "4", "4")
WEIGHTS = (1, 1, 1, 1, 1, 5, 1, 1, 1, 1)
USUAL_VERDICTS = ("met", "met", "met", "partly", "not_met", "not_applicable", "not_observed", "")


class Text(NamedTuple):
    """An edition: `meaning` of each place, in which edition it got it, and the standard that it stands in."""

    edition: Edition
    recommendations: tuple[Recommendation, ...]
    meanings: tuple[tuple[int, str], ...]
    standards: tuple[str, ...]
    occasion: Occasion


@dataclass
class Office:
    """A district and two units of five people each; three editions, of which the second shares enough of the first."""

    district: Department
    units: list[Department]
    people: list[Employee]
    auditor: User
    texts: list[Text] = field(default_factory=list)


def office() -> Office:
    district = DepartmentFactory(code="UD-LOS", name="Urząd Dzielnicy Losowanej")
    units = [DepartmentFactory(code=f"UD-LOS-{n}", name=f"Wydział Losowany {n}", parent=district) for n in (1, 2)]
    found = Office(
        district, units, [employed(unit) for unit in units for _ in range(5)], appointed(Role.AUDITOR, district)
    )
    first = _edition("pierwsze", None, (), STANDARDS)
    # One light row means something else; another moved to the next standard and area.
    second = _edition("drugie", first, (0,), (*STANDARDS[:4], "3", *STANDARDS[5:]))
    # One row as well, which weighs a third.
    third = _edition("trzecie", first, (5,), STANDARDS)
    found.texts = [first, second, third]
    for month, text in enumerate(found.texts, start=1):
        PublicationFactory(edition=text.edition, effective_from=datetime.date(2026, month, 1))
    return found


def _edition(code: str, before: Text | None, reworded: Iterable[int], standards: tuple[str, ...]) -> Text:
    edition = EditionFactory(code=code, based_on=before.edition if before else None)
    areas = {
        number: AreaFactory(edition=edition, number=number, position=at) for at, number in enumerate(("I", "II"), 1)
    }
    rows = {
        number: StandardFactory(area=areas[area], number=number, position=int(number))
        for number, area in AREA_OF.items()
    }
    recommendations, meanings = [], []
    for place, number in enumerate(standards):
        new = before is None or place in reworded
        recommendation = RecommendationFactory(
            standard=rows[number],
            # A label stays its row's own wherever that stands.
            number=str(place + 1),
            position=place + 1,
            lineage=uuid.uuid5(uuid.NAMESPACE_OID, str(place)),
            wording_changed=before is not None and place in reworded,
        )
        seen = [str(channel) for channel in CHANNELS]
        AssessabilityFactory(recommendation=recommendation, weight=WEIGHTS[place], mystery=seen, observation=seen)
        recommendations.append(recommendation)
        meanings.append((place, code if new else before.meanings[place][1]))
    occasion = OccasionFactory(edition=edition)
    return Text(edition, tuple(recommendations), tuple(meanings), standards, occasion)


class Given(NamedTuple):
    """A row of a checklist as it was copied: `place` among the edition's ten."""

    place: int
    weight: int
    matter: str
    critical: bool
    refrain: bool
    of_unit: bool


class Visit(NamedTuple):
    """One drawn audit. `text`, `unit` and `person` are places in the office's lists."""

    method: str
    channel: str
    text: int
    unit: int
    person: int | None
    rows: tuple[Given, ...]
    verdicts: tuple[str, ...]

    def by_hand(self, keys: Iterable[tuple[object, object, object]]) -> list[Row]:
        """Its answers, each place of the edition as (recommendation, standard, area)."""
        keys = list(keys)
        return [
            Row(*keys[row.place], verdict, row.weight, row.matter, row.critical, row.refrain, row.of_unit)
            for row, verdict in zip(self.rows, self.verdicts, strict=True)
        ]


@st.composite
def checklists(draw: Any) -> tuple[Given, ...]:
    """Some of the ten rows. A matter may have several in one standard, in two, and in both areas."""
    places = draw(st.lists(st.integers(0, 9), min_size=3, max_size=10, unique=True))
    weights = draw(st.lists(st.integers(1, 5), min_size=10, max_size=10))
    matters = draw(st.lists(st.sampled_from(["", "", "powitanie", "termin"]), min_size=10, max_size=10))
    flags = draw(st.lists(st.integers(0, 7), min_size=10, max_size=10))
    return tuple(
        Given(place, weights[place], matters[place], *(bool(flags[place] & bit) for bit in (1, 2, 4)))
        for place in sorted(places)
    )


@st.composite
def visits(draw: Any, least: int = 7, most: int = 16) -> list[Visit]:
    lists = draw(st.lists(checklists(), min_size=1, max_size=3))
    texts = draw(st.sampled_from([(0,), (0, 1), (0, 1), (0, 2), (0, 1, 2)]))
    method = st.sampled_from((Method.MYSTERY, Method.MYSTERY, Method.OBSERVATION))
    found = []
    for _ in range(draw(st.integers(least, most))):
        rows = draw(st.sampled_from(lists))
        verdicts = st.lists(st.sampled_from(USUAL_VERDICTS), min_size=len(rows), max_size=len(rows))
        unit = draw(st.integers(0, 1))
        of_method = str(draw(method))
        found.append(
            Visit(
                of_method,
                str(draw(st.sampled_from(CHANNELS))),
                draw(st.sampled_from(texts)),
                unit,
                # Somebody of the unit; whom a shopper met is not known.
                None if of_method == Method.MYSTERY else 5 * unit + draw(st.integers(0, 4)),
                rows,
                tuple(draw(verdicts)),
            )
        )
    return found


def written(office: Office, found: Iterable[Visit]) -> list[Audit]:
    """These visits as submitted audits, by three statements."""
    found = list(found)
    audits = Audit.objects.bulk_create(_audit(office, visit, number) for number, visit in enumerate(found))
    gates = Gate.objects.bulk_create(
        Gate(audit=audit, occasion=office.texts[visit.text].occasion, question="?", label="", position=1, arose=True)
        for audit, visit in zip(audits, found, strict=True)
    )
    Answer.objects.bulk_create(
        Answer(
            audit=audit,
            recommendation=office.texts[visit.text].recommendations[row.place],
            position=position,
            block=Block.BEHAVIOUR,
            gate=gate,
            question="?",
            weight=row.weight,
            refrain=row.refrain,
            attribution=Attribution.UNIT if row.of_unit else Attribution.EMPLOYEE,
            delayed=False,
            critical=row.critical,
            ask_first=False,
            same_matter=row.matter,
            verdict=verdict,
            act=Act.JUDGED if verdict else "",
        )
        for audit, gate, visit in zip(audits, gates, found, strict=True)
        for position, (row, verdict) in enumerate(zip(visit.rows, visit.verdicts, strict=True))
    )
    return audits


def _audit(office: Office, visit: Visit, number: int) -> Audit:
    return Audit(
        uuid=uuid.uuid4(),
        edition=office.texts[visit.text].edition,
        method=visit.method,
        channel=visit.channel,
        selection=Selection.EVERYTHING,
        department=office.units[visit.unit],
        employee=None if visit.person is None else office.people[visit.person],
        auditor=office.auditor,
        took_place_at=SUMMER,
        no_conflict_declared_at=SUMMER,
        opened_at=SUMMER + datetime.timedelta(minutes=20),
        submitted_at=SUMMER + datetime.timedelta(minutes=40),
        status=AuditStatus.SUBMITTED,
        receipt=f"L/{number:06d}",
    )


def closing_of(method: str) -> dict[str, Any]:
    """What closes the granule in which everything drawn took place, on the day after it."""
    if method == Method.MYSTERY:
        first, last = datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)
    else:
        first, last = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
    after = datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time(12), tzinfo=datetime.UTC)
    return {"method": method, "first_day": first, "last_day": last, "now": after}
