"""Drawn histories of two phones on one draft, each with two tabs, over a network that does what networks do.

    DRAWN_HISTORIES=5000 pytest tests/audits/fieldwork/test_drawn_histories.py

before a release; as a rule 200.
"""

import os
import uuid
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from audits.fieldwork import Became, Change, Gap, Late, LookAgain, Seen, Short, submit_audit, take_changes
from audits.models import Audit

pytestmark = pytest.mark.both_databases

HISTORIES = int(os.environ.get("DRAWN_HISTORIES", "200"))
PHONES = st.integers(0, 1)


class Phone:
    """A browser's storage, as static/js/checklist/outbox.js keeps it."""

    def __init__(self):
        self.name, self.issued, self.batch, self.unsent, self.clock = uuid.uuid4(), 0, None, {}, 0

    def give(self, key, version, verdict, name):
        self.clock += 1
        # The note tells every change from every other.
        self.unsent[key] = (self.clock, version, (verdict, f"{name} {self.clock}"))

    @property
    def last(self):
        return self.issued + len(self.unsent)

    def begin(self):
        if self.batch is None:
            self.batch = (self.issued + 1, sorted(self.unsent.items(), key=lambda one: one[1]))
            self.issued += len(self.unsent)
        return self.batch

    def settle(self, told):
        for key, (at, _version, value) in self.batch[1]:
            if self.unsent[key][0] != at:
                continue
            del self.unsent[key]
            if key in told["clashes"]:
                # The person decides for their own, over what they were shown.
                self.give(key, told["clashes"][key], value[0], "again")
        for key, (before, now) in told["moved"].items():
            if key in self.unsent and self.unsent[key][1] == before:
                at, _version, value = self.unsent[key]
                self.unsent[key] = (at, now, value)
        self.batch = None


class Histories(RuleBasedStateMachine):
    draft: Audit
    rows: list[int]

    @initialize()
    def open(self):
        Audit.objects.filter(pk=self.draft.pk).update(
            status="draft", submitted_at=None, receipt=None, revision=0, version=0
        )
        self.draft.refresh_from_db()
        self.draft.devices.all().delete()
        self.draft.answers.update(verdict="", act="", note="", version=0)
        self.phones = [Phone(), Phone()]
        # What each tab shows: of two tabs of one phone the other one may be hours old.
        self.tabs = [[{}, {}] for _phone in self.phones]
        self.looked_at = [None, None]
        self.on_its_way = []
        # What the portal wrote, in its order; what stands; and what somebody was told that it has.
        self.taken, self.stands = [], {}
        self.is_open = True

    def ask(self, phone, first, listed):
        def reply(taken):
            for one in taken.decided:
                if one.became == Became.TAKEN:
                    value = (one.change.value, one.change.note)
                    self.taken.append((phone.name, value))
                    self.stands[one.change.key] = value
            return {
                "clashes": {one.change.key: one.current.version for one in taken.decided if one.current},
                "moved": {key: (before, now) for key, (before, now, _value) in taken.moved.items()},
            }

        return take_changes(
            audit=self.draft.uuid,
            by=self.draft.auditor,
            device=phone.name,
            first=first,
            changes=[Change(key, version, *value) for key, (_at, version, value) in listed],
            digest=sha256(str((first, listed)).encode()).hexdigest(),
            reply=reply,
        )

    @precondition(lambda self: self.is_open)
    @rule(which=PHONES, tab=PHONES, row=st.integers(0, 2), verdict=st.sampled_from(["met", "not_met", ""]))
    def answer(self, which, tab, row, verdict):
        phone, key = self.phones[which], f"answer:{self.rows[row]}"
        version = phone.unsent[key][1] if key in phone.unsent else self.tabs[which][tab].get(key, 0)
        phone.give(key, version, verdict, which)

    @rule(which=PHONES, fate=st.sampled_from(["answered", "answered", "lost", "unheard", "late"]))
    def send(self, which, fate):
        phone = self.phones[which]
        if not phone.unsent and phone.batch is None:
            return
        first, listed = phone.begin()
        if fate == "late":
            self.on_its_way.append((phone, first, listed))
        if fate in ("lost", "late"):
            return
        try:
            told = self.ask(phone, first, listed)
        except Late:
            assert not self.is_open
            return
        if fate == "unheard":
            return
        if self.is_open:
            for key, (_at, _version, value) in listed:
                assert key in told["clashes"] or (phone.name, value) in self.taken
            for tab in self.tabs[which]:
                tab |= {key: now for key, (_before, now) in told["moved"].items()}
            phone.settle(told)
        self.check()

    @precondition(lambda self: self.on_its_way)
    @rule()
    def arrive(self):
        """A request that was given up arrives after all, and nobody hears of the reply."""
        with suppress(Gap, Late):
            self.ask(*self.on_its_way.pop(0))
        self.check()

    @rule(which=PHONES, tab=PHONES)
    def reload(self, which, tab):
        rows = self.draft.answers.filter(recommendation__in=self.rows)
        self.tabs[which][tab] = {f"answer:{one.recommendation_id}": one.version for one in rows}

    @rule(which=PHONES)
    def look(self, which):
        """The page before submitting; whoever goes Back to it later submits what it showed then."""
        self.draft.refresh_from_db()
        self.looked_at[which] = self.draft.revision

    @rule(which=PHONES)
    def submit(self, which):
        phone = self.phones[which]
        seen = Seen(revision=self.looked_at[which], device=phone.name, last=phone.last)
        try:
            submit_audit(audit=self.draft, by=self.draft.auditor, leave_unanswered=True, seen=seen)
        except (Short, LookAgain):
            return
        if self.is_open:
            assert not phone.unsent
            self.is_open = False
        self.check()

    def check(self):
        assert len(self.taken) == len(set(self.taken)), "written twice"
        for key, value in self.stands.items():
            row = self.draft.answers.get(recommendation=int(key.partition(":")[2]))
            if self.is_open or row.act != "left":
                assert (row.verdict, row.note) == value

    def teardown(self):
        """With the network back and everybody patient, nothing waits any more."""
        if not getattr(self, "is_open", False):
            return
        # A request whose reply was lost, what was given since, a clash with the other phone's, and one with what the
        # other sent while the person decided: each takes a round, and then one that finds nothing.
        for _round in range(5):
            for which in (0, 1):
                self.send(which, "answered")
        assert not any(phone.unsent or phone.batch for phone in self.phones)


def test_nothing_is_lost_nothing_is_doubled_and_nothing_is_final_without_it(draft, row):
    labels = ("7.3", "7.2", "7.4")

    class Drawn(Histories):
        rows = [row(label).recommendation_id for label in labels]

    Drawn.draft = draft
    case = Drawn.TestCase
    case.settings = settings(max_examples=HISTORIES, stateful_step_count=20, deadline=None)
    case("runTest").runTest()
