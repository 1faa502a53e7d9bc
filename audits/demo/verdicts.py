"""What the demo's auditors saw: verdicts that differ plausibly between recommendations, units, people, seasons
and auditors, and that obey every rule of filling a checklist."""

import math
import random
from collections.abc import Sequence

from audits.choices import Act, Verdict
from audits.demo import office
from audits.demo.office import Period
from audits.demo.visits import Visit
from audits.figures.verdicts import RATED
from audits.models import Answer, Gate
from standards.choices import Method

# How often something happens during a visit; what is not listed, rarely.
OCCASIONS = {
    "client-unsure": 0.25,
    "wait-at-the-desk": 0.3,
    "phone-rings-during-service": 0.2,
    "employee-leaves-the-desk": 0.25,
    "third-person-interrupts": 0.12,
    "client-did-not-understand": 0.3,
    "matter-unclear": 0.4,
    "complex-procedure": 0.25,
    "typical-matter": 0.65,
    "form": 0.5,
    "fee": 0.4,
    "papers-filed": 0.4,
    "transfer": 0.2,
    "attachment": 0.5,
    "refusal": 0.12,
    "something-agreed": 0.5,
    "promised-call-back": 0.2,
    "employee-calls": 0.15,
    "missed-call": 0.2,
}
RARE = 0.04
# What happens only where something else does, and how often then.
WITHIN = {
    "impossible-at-the-desk": ("older-or-disabled-client", 0.3),
    "error-in-papers": ("papers-filed", 0.35),
    "transfer-failed": ("transfer", 0.2),
    "legal-basis-needed": ("aggression", 0.4),
    "danger": ("aggression", 0.1),
    "information-not-ready": ("promised-call-back", 0.25),
}

# Units with a story: how far above or below the others they were at the start and at the end of the period.
STORIES = {
    "UD-WOL": (-1.4, 0.6),
    "UD-WLO": (0.6, -0.9),
    "UD-ZOL": (0.7, 0.8),
    "UD-PPN": (-0.7, -0.5),
    "B-PL": (-0.6, -0.4),
}
# Brings the office as a whole to what offices publish: about nine visits in ten for most of what is judged.
GENERAL = 0.35
# The unit in which something grave was seen more than once.
GRAVE = "UD-PPN-WSZ"
GRAVE_CHANCE = 0.25


def logit(share: float) -> float:
    return math.log(share / (1 - share))


class Judgement:
    """How likely each verdict is, for the whole office and period."""

    def __init__(self, rng: random.Random, period: Period) -> None:
        self.rng = rng
        self.period = period
        self.difficulty = {
            row["recommendation"]: logit(int(row["met_percent"]) / 100) for row in office.read("difficulty.csv")
        }
        self.notes: dict[tuple[str, str], list[str]] = {}
        for row in office.read("notes.csv"):
            self.notes.setdefault((row["verdict"], row["channel"]), []).append(row["text"])
        self.effects: dict[tuple[str, str], float] = {}

    def _effect(self, kind: str, name: str, spread: float) -> float:
        """The standing difference of one unit, person or auditor, drawn when first needed."""
        key = (kind, name)
        if key not in self.effects:
            self.effects[key] = self.rng.gauss(0, spread)
        return self.effects[key]

    def _of_visit(self, visit: Visit) -> float:
        """What lifts or lowers all answers of one visit, in logits."""
        day = visit.took_place_at.date()
        passed = (day - self.period.start).days / (self.period.end - self.period.start).days
        start, end = STORIES.get(visit.unit.branch, (0.0, 0.0))
        effect = GENERAL + start + (end - start) * passed + 0.2 * (passed - 0.5)
        effect += self._effect("branch", visit.unit.branch, 0.25)
        effect += self._effect("unit", visit.unit.code, 0.35)
        effect += self._effect("auditor", visit.auditor.employee.number, 0.25)
        if visit.employee:
            effect += self._effect("employee", visit.employee.employee.number, 0.4)
        if visit.method == Method.OBSERVATION:
            # People know that they are being observed, and by whom.
            effect += 0.5
        if day.month in (7, 8, 12):
            effect -= 0.3
        if visit.waiting_minutes is not None and visit.waiting_minutes > 15:
            effect -= 0.3
        return effect + self.rng.gauss(0, 0.55)

    def _of_row(self, answer: Answer) -> float:
        label = answer.recommendation.label
        if label not in self.difficulty:
            usual = 0.9985 if answer.critical else 0.985 if answer.refrain else 0.955
            self.difficulty[label] = logit(usual) + self.rng.gauss(0, 0.45)
        return self.difficulty[label]

    def fill(self, visit: Visit, gates: Sequence[Gate], answers: Sequence[Answer]) -> None:
        """Fill the checklist as its auditor did, up to the share that is filled."""
        last = round(len(answers) * visit.filled)
        self._answer_gates(visit, gates, answers, last)
        groups: dict[str, list[Answer]] = {}
        for answer in answers:
            gate = answer.gate
            if gate is not None and gate.arose is False:
                answer.verdict, answer.act = Verdict.NOT_APPLICABLE, Act.GATE
                answer.version = 1
            elif gate is None or gate.arose:
                groups.setdefault(answer.same_matter or f"row {answer.position}", []).append(answer)
        effect = self._of_visit(visit)
        order = sorted(groups.values(), key=lambda rows: rows[0].position)
        left_open = self._left_open(visit, order)
        for place, rows in enumerate(order):
            if rows[0].position >= last or rows[0].act == Act.EXCLUDED:
                continue
            if place in left_open:
                verdict, act = Verdict.NOT_OBSERVED, Act.LEFT
            else:
                verdict, act = self._judge(visit, rows, effect)
            for row in rows:
                row.verdict, row.act, row.version = verdict, act, 1
            if act == Act.JUDGED:
                rows[0].note = self._note(visit, verdict)
            self._exclude(rows, order)
        for rows in order:
            self._exclude(rows, order, unjudged=True)

    def _answer_gates(self, visit: Visit, gates: Sequence[Gate], answers: Sequence[Answer], last: int) -> None:
        first_row = {}
        for answer in reversed(answers):
            if answer.gate is not None:
                first_row[answer.gate.occasion_id] = answer.position
        arose: dict[str, bool] = {}
        for gate in gates:
            code = gate.occasion.code
            # The scenario mostly makes happen what it was meant to.
            chance = 0.94 if code in visit.occasions else OCCASIONS.get(code, RARE)
            if code in WITHIN and code not in visit.occasions:
                other, share = WITHIN[code]
                chance = share if arose.get(other, True) else 0
            arose[code] = gate.by_scenario or self.rng.random() < chance
            if first_row[gate.occasion_id] < last:
                gate.arose = arose[code]
                gate.version = 1

    def _left_open(self, visit: Visit, order: Sequence[Sequence[Answer]]) -> frozenset[int]:
        """Which questions the auditor left unanswered at submission; of breaches none, one act answers them all."""
        if visit.submitted_at is None or self.rng.random() > 0.12:
            return frozenset()
        places = [place for place, rows in enumerate(order) if not rows[0].refrain]
        return frozenset(self.rng.sample(places, min(self.rng.randint(1, 4), max(0, len(places) - 1))))

    def _judge(self, visit: Visit, rows: Sequence[Answer], effect: float) -> tuple[Verdict, Act]:
        row, rng = rows[0], self.rng
        if rng.random() < (0.015 if row.refrain else 0.03):
            return Verdict.NOT_OBSERVED, Act.JUDGED
        score = self._of_row(row) + (effect * 0.5 if row.refrain else effect)
        met = rng.random() < 1 / (1 + math.exp(-score))
        if row.critical and visit.unit.code == GRAVE and rng.random() < GRAVE_CHANCE:
            met = False
        if met:
            by_one_act = row.refrain and visit.submitted_at is not None and rng.random() < 0.97
            return Verdict.MET, Act.NONE_OF_THESE if by_one_act else Act.JUDGED
        if all(one.parts for one in rows) and rng.random() < 0.6:
            return Verdict.PARTLY, Act.JUDGED
        return Verdict.NOT_MET, Act.JUDGED

    def _exclude(self, rows: Sequence[Answer], order: Sequence[Sequence[Answer]], *, unjudged: bool = False) -> None:
        """Of two matters that exclude each other the later judged applies; at the end, those judged against others."""
        excluded = {row.excludes_id for row in rows if row.excludes_id and row.verdict in RATED}
        if not excluded:
            return
        for others in order:
            if not any(other.recommendation_id in excluded for other in others):
                continue
            at_once = others[0].gate is rows[0].gate
            if at_once or bool(others[0].verdict) != unjudged:
                for other in others:
                    other.verdict, other.act, other.version = Verdict.NOT_APPLICABLE, Act.EXCLUDED, 1

    def _note(self, visit: Visit, verdict: str) -> str:
        chance = {Verdict.NOT_MET: 0.25, Verdict.PARTLY: 0.3, Verdict.NOT_OBSERVED: 0.15}.get(Verdict(verdict), 0.006)
        texts = self.notes.get((verdict, ""), []) + self.notes.get((verdict, visit.channel), [])
        return self.rng.choice(texts) if self.rng.random() < chance else ""
