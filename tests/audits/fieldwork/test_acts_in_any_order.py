"""Whatever is done to a draft in whatever order: it holds what a plain model says, and nothing that cannot be."""

import contextlib
import uuid
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from audits.choices import Role, Selection
from audits.fieldwork import Refused
from audits.models import Answer, Audit, Gate, User
from standards.choices import Block, Channel, Method
from standards.models import Occasion, Recommendation
from tests.audits.devices import record_answer, record_gate, record_none_of_these, record_other_gates
from tests.audits.drawn_checklists import SUMMER
from tests.audits.factories import DepartmentFactory, appointed
from tests.audits.fieldwork.plain_draft import GAVE_WAY, HIDDEN, RATED, Draft, Row
from tests.drawing import examples
from tests.standards.factories import OccasionFactory, RecommendationFactory, StandardFactory

pytestmark = pytest.mark.django_db

ROWS, GATES = 5, 2
BLOCKS = (Block.BEHAVIOUR.value, Block.HANDLING.value)
VERDICTS = ("met", "met", "not_met", "not_met", "partly", "not_observed", "not_applicable", "")


class Judged(NamedTuple):
    at: int
    verdict: str


class Turned(NamedTuple):
    gate: int
    arose: bool | None


class NothingElse(NamedTuple):
    pass


class NoneOfThese(NamedTuple):
    block: str


class Office(NamedTuple):
    auditor: User
    recommendations: list[Recommendation]
    occasions: list[Occasion]


@pytest.fixture
def edition() -> None:
    """In place of the standards of 2016, which nothing here is about."""


@pytest.fixture
def office(edition: None) -> Office:
    standard = StandardFactory()
    return Office(
        appointed(Role.AUDITOR, DepartmentFactory()),
        [RecommendationFactory(standard=standard) for _ in range(ROWS)],
        [OccasionFactory(edition=standard.edition) for _ in range(GATES)],
    )


@st.composite
def checklists(draw: Any) -> tuple[Row, ...]:
    """Rows of few gates and matters, so that they meet; of two pairs at most one row each can apply."""
    rows = draw(
        st.lists(
            st.builds(
                Row,
                gate=st.sampled_from((None, *range(GATES))),
                matter=st.sampled_from(("", "powitanie", "powitanie", "termin")),
                excludes=st.none(),
                refrain=st.booleans(),
                parts=st.booleans(),
                block=st.sampled_from(BLOCKS),
            ),
            min_size=3,
            max_size=ROWS,
        )
    )
    places = draw(st.permutations(range(len(rows))))
    for first, second in zip(places[0:4:2], places[1:4:2], strict=False):
        apart = not rows[first].matter or rows[first].matter != rows[second].matter
        if apart and draw(st.booleans()):
            rows[first] = rows[first]._replace(excludes=second)
            rows[second] = rows[second]._replace(excludes=first)
    return tuple(rows)


acts = st.lists(
    st.one_of(
        st.builds(Judged, st.integers(0, ROWS - 1), st.sampled_from(VERDICTS)),
        st.builds(Judged, st.integers(0, ROWS - 1), st.sampled_from(VERDICTS)),
        st.builds(Turned, st.integers(0, GATES - 1), st.sampled_from((True, False, False, None))),
        st.builds(Turned, st.integers(0, GATES - 1), st.sampled_from((True, False, None))),
        st.builds(NothingElse),
        st.builds(NoneOfThese, st.sampled_from(BLOCKS)),
    ),
    min_size=6,
    max_size=14,
)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def opened(office: Office, rows: tuple[Row, ...]) -> Audit:
    audit = Audit.objects.create(
        uuid=uuid.uuid4(),
        edition=office.recommendations[0].standard.edition,
        method=Method.MYSTERY,
        channel=Channel.COUNTER,
        selection=Selection.EVERYTHING,
        department=office.auditor.appointments.get().department,
        auditor=office.auditor,
        took_place_at=SUMMER,
        no_conflict_declared_at=SUMMER,
        opened_at=SUMMER,
    )
    gates = Gate.objects.bulk_create(
        Gate(audit=audit, occasion=occasion, question="?", label="", position=at)
        for at, occasion in enumerate(office.occasions)
        if any(row.gate == at for row in rows)
    )
    of_place = {gate.position: gate for gate in gates}
    Answer.objects.bulk_create(
        Answer(
            audit=audit,
            recommendation=office.recommendations[at],
            position=at,
            block=row.block,
            gate=None if row.gate is None else of_place[row.gate],
            question="?",
            parts=["jedno", "drugie"] if row.parts else [],
            weight=1,
            refrain=row.refrain,
            attribution="employee",
            delayed=False,
            critical=False,
            ask_first=False,
            same_matter=row.matter,
            excludes=None if row.excludes is None else office.recommendations[row.excludes],
        )
        for at, row in enumerate(rows)
    )
    return audit


def stored(audit: Audit) -> list[tuple[str, str]]:
    return list(audit.answers.order_by("position").values_list("verdict", "act"))


def versions(audit: Audit) -> list[int]:
    return list(audit.answers.order_by("position").values_list("version", flat=True))


def done(audit: Audit, office: Office, act: Any) -> Any:
    """As the page sends it, at the version that stands there. Raises Refused."""
    whose: dict[str, Any] = {"audit": audit, "by": office.auditor}
    if isinstance(act, Judged):
        answer = audit.answers.get(position=act.at)
        return record_answer(
            **whose,
            recommendation_id=answer.recommendation_id,
            version=answer.version,
            verdict=act.verdict,
            note=answer.note,
        )
    if isinstance(act, Turned):
        gate = audit.gates.get(position=act.gate)
        return record_gate(**whose, occasion_id=gate.occasion_id, version=gate.version, arose=act.arose)
    if isinstance(act, NothingElse):
        return record_other_gates(**whose)
    return record_none_of_these(**whose, block=act.block)


def concerns(draft: Draft, act: Any) -> bool:
    """Whether the checklist has that row or gate."""
    if isinstance(act, Judged):
        return act.at < len(draft.rows)
    return act.gate in draft.gates if isinstance(act, Turned) else True


def done_to_the_model(draft: Draft, act: Any) -> bool:
    if isinstance(act, Judged):
        return draft.judge(act.at, act.verdict)
    if isinstance(act, Turned):
        return draft.turn(act.gate, act.arose)
    if isinstance(act, NothingElse):
        draft.nothing_else_happened()
    else:
        draft.none_of_these(act.block)
    return True


def assert_possible(draft: Draft, found: list[tuple[str, str]]) -> None:
    """What holds of every draft, whatever was done to it."""
    of_matter: dict[str, set[str]] = defaultdict(set)
    for at, (row, (verdict, act)) in enumerate(zip(draft.rows, found, strict=True)):
        if verdict in RATED and row.matter:
            of_matter[row.matter].add(verdict)
        assert (draft.arose(at) is False) == ((verdict, act) == HIDDEN)
        if row.excludes is not None and verdict in RATED:
            assert found[row.excludes][0] not in RATED
        if (verdict, act) == GAVE_WAY:
            others = {draft.rows[one].excludes for one in (at, *draft.twins(at))} - {None}
            assert any(found[one][0] in RATED for other in others for one in (other, *draft.twins(other)))
    assert all(len(verdicts) == 1 for verdicts in of_matter.values())


@examples(90)
@given(rows=checklists(), tried=acts)
def test_a_draft_holds_what_the_plain_model_says(office: Office, rows: tuple[Row, ...], tried: list[Any]) -> None:
    with undone():
        audit, draft = opened(office, rows), Draft(rows)
        for act in tried:
            if (isinstance(act, Judged) and act.at >= len(rows)) or (
                isinstance(act, Turned) and act.gate not in draft.gates
            ):
                continue
            before, versions_before = stored(audit), versions(audit)
            if not done_to_the_model(draft, act):
                with pytest.raises(Refused):
                    done(audit, office, act)
                assert stored(audit) == before
                continue
            taken = done(audit, office, act)
            found = stored(audit)
            assert found == [draft.stands(at) for at in range(len(rows))], act
            assert dict(audit.gates.values_list("position", "arose")) == draft.gates
            assert_possible(draft, found)
            moved = {at for at in range(len(rows)) if found[at] != before[at]}
            # Whatever moved, the device that did it is told.
            told = {*taken.moved, *(one.change.key for one in taken.decided)}
            rows_of = dict(audit.answers.values_list("position", "recommendation_id"))
            assert {f"answer:{rows_of[at]}" for at in moved} <= told
            raised = {
                at for at, (old, new) in enumerate(zip(versions_before, versions(audit), strict=True)) if old != new
            }
            assert moved <= raised


@examples(30)
@given(rows=checklists(), tried=acts, gate=st.integers(0, GATES - 1))
def test_a_no_that_is_taken_back_at_once_leaves_its_rows_as_they_were(
    office: Office, rows: tuple[Row, ...], tried: list[Any], gate: int
) -> None:
    with undone():
        audit, draft = opened(office, rows), Draft(rows)
        if gate not in draft.gates:
            return
        for act in tried:
            if (isinstance(act, Judged) and act.at < len(rows)) or (
                isinstance(act, Turned) and act.gate in draft.gates
            ):
                with contextlib.suppress(Refused):
                    done(audit, office, act)
        was = audit.gates.get(position=gate).arose
        if was is False:
            return
        before = stored(audit)
        done(audit, office, Turned(gate, False))
        assert {stored(audit)[at] for at, row in enumerate(rows) if row.gate == gate} == {HIDDEN}
        done(audit, office, Turned(gate, was))
        after = stored(audit)
        for at, row in enumerate(rows):
            if row.gate == gate:
                assert after[at] == before[at] or GAVE_WAY in (after[at], before[at])
