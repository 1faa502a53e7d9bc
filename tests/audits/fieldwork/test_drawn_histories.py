"""Drawn histories of two phones on one draft, each with two tabs, over a network that does what networks do.

The draft may have been opened on the first of them without a network; either may ask to set it aside or to submit it
while there is none, and be signed out.

    DRAWN_HISTORIES=5000 pytest tests/audits/fieldwork/test_drawn_histories.py

before a release; as a rule 200.
"""

import datetime
import os
import uuid
from contextlib import suppress
from hashlib import sha256

import pytest
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from audits.fieldwork import (
    Became,
    Change,
    Ending,
    Gap,
    Held,
    Late,
    LookAgain,
    Seen,
    Short,
    end_kept,
    submit_audit,
    take_opened,
)
from audits.models import Audit
from standards.checklist import checklist
from tests.audits.factories import opened_audit

pytestmark = pytest.mark.both_databases

HISTORIES = int(os.environ.get("DRAWN_HISTORIES", "200"))
PHONES = st.integers(0, 1)


class Phone:
    """A browser's storage, as static/js/checklist/outbox.js keeps it."""

    def __init__(self):
        self.name, self.issued, self.batch, self.unsent, self.clock = uuid.uuid4(), 0, None, {}, 0
        # Of an audit that it opened: whether the portal has yet to be told. The revisions between which it alone wrote.
        self.is_new, self.known, self.ending = False, (0, 0), None

    def give(self, key, version, value, name):
        self.clock += 1
        # The note tells every change from every other; a gate has none.
        self.unsent[key] = (self.clock, version, (value, f"{name} {self.clock}"))
        # What was given after that was not looked at.
        self.ending = None

    def end(self, ending, shown):
        self.give("nothing", 0, "", "end")
        first, last = self.known
        self.ending = (ending, last if first <= shown <= last else shown)

    @property
    def held_with_end(self):
        """The end goes with the last of its changes only."""
        listed = dict(self.batch[1])
        if self.ending is None or any(listed.get(key, (0,))[0] != one[0] for key, one in self.unsent.items()):
            return None, None
        ending, shown = self.ending
        first, last = self.known
        return ending, last if first <= shown <= last else shown

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
            if key not in self.unsent or self.unsent[key][0] != at:
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
        first, last = self.known
        self.known = (first if last == told["before"] else told["before"], told["revision"])


class Histories(RuleBasedStateMachine):
    drawn: Audit
    standards: list[str]
    keys: list[str]

    @initialize(on_a_phone=st.sampled_from([True, False, False]))
    def open(self, on_a_phone):
        self.draft = self.drawn
        Audit.objects.filter(pk=self.draft.pk).update(
            status="draft",
            submitted_at=None,
            receipt=None,
            set_aside_at=None,
            awaited_until=None,
            revision=0,
            version=0,
        )
        self.draft.refresh_from_db()
        self.draft.devices.all().delete()
        self.draft.answers.update(verdict="", act="", note="", version=0)
        self.draft.gates.update(arose=None, version=0)
        self.phones = [Phone(), Phone()]
        if on_a_phone:
            self.draft = None
            self.uuid = uuid.uuid4()
            self.phones[0].is_new = True
            self.phones[0].give("nothing", 0, "", "open")
        else:
            self.uuid = self.draft.uuid
        # What each tab shows: of two tabs of one phone the other one may be hours old.
        self.tabs = [[{"revision": 0}, {"revision": 0}] for _phone in self.phones]
        self.looked_at = [None, None]
        self.on_its_way = []
        # What the portal wrote, in its order; what stands; and what somebody was told that it has.
        self.taken, self.stands, self.revisions = [], {}, []
        self.is_open = True

    def ask(self, phone, first, listed, is_new, ending, shown):
        def reply(taken):
            if taken.revision > taken.before:
                self.revisions.append((taken.revision, phone))
            for one in taken.decided:
                if one.became == Became.TAKEN and one.change.key != "nothing":
                    self.taken.append((phone.name, one.change.sent))
                    self.stands[one.change.key] = (one.change.value, one.change.note)
            return {
                "seq": taken.seq,
                "before": taken.before,
                "revision": taken.revision,
                "turned_down": {one.change.key: one.reason for one in taken.decided if one.became != Became.TAKEN},
                "clashes": {one.change.key: one.current.version for one in taken.decided if one.current},
                "moved": {key: (before, now) for key, (before, now, _value) in taken.moved.items()},
            }

        changes = [
            Change(key, version, value, "" if key.startswith("gate") else note, sent=note)
            for key, (_at, version, (value, note)) in listed
        ]
        digest = sha256(str((first, listed)).encode()).hexdigest()
        held = Held(phone.name, first, changes, digest, ending, shown)
        by = self.drawn.auditor
        if not is_new:
            arrived = end_kept(by=by, uuid=self.uuid, held=held, reply=reply)
        else:
            arrived = take_opened(
                by=by, uuid=self.uuid, opened=self.opened, edition=self.drawn.edition_id, held=held, reply=reply
            )
        self.draft = arrived.audit
        self.is_open = arrived.audit.is_draft
        return arrived

    def opened(self):
        drawn = self.drawn
        kind = {"method": drawn.method, "channel": drawn.channel, "selection": drawn.selection}
        where = {"department": drawn.department, "took_place_at": drawn.took_place_at, "desk": drawn.desk}
        return kind | where | {"no_conflict": True, "standards": self.standards}

    def has(self, which):
        """Whether that phone knows of the audit."""
        return self.draft is not None or self.phones[which].is_new

    @precondition(lambda self: self.is_open)
    @rule(which=PHONES, tab=PHONES, what=st.integers(0, 3), value=st.sampled_from(["met", "not_met", ""]))
    def answer(self, which, tab, what, value):
        if not self.has(which):
            return
        phone, key = self.phones[which], self.keys[what]
        version = phone.unsent[key][1] if key in phone.unsent else self.tabs[which][tab].get(key, 0)
        if key.startswith("gate"):
            value = {"met": True, "not_met": False, "": None}[value]
        phone.give(key, version, value, which)

    @precondition(lambda self: self.is_open)
    @rule(which=PHONES, tab=PHONES, is_aside=st.booleans())
    def end_without_a_network(self, which, tab, is_aside):
        if self.has(which):
            until = timezone.localdate() + datetime.timedelta(days=3) if is_aside else None
            self.phones[which].end(Ending(True, until), self.tabs[which][tab]["revision"])

    @rule(which=PHONES, fate=st.sampled_from(["answered", "answered", "lost", "unheard", "late"]))
    def send(self, which, fate):
        phone = self.phones[which]
        if not phone.unsent and phone.batch is None:
            return
        first, listed = phone.begin()
        request = (phone, first, listed, phone.is_new, *phone.held_with_end)
        if fate == "late":
            self.on_its_way.append(request)
        if fate in ("lost", "late"):
            return
        was_open = self.is_open
        try:
            arrived = self.ask(*request)
        except Late:
            assert not self.is_open
            return
        if fate == "unheard":
            return
        told, ended = arrived.reply, request[4]
        if was_open:
            for key, (_at, _version, (_value, note)) in listed:
                assert key == "nothing" or key in told["turned_down"] or (phone.name, note) in self.taken
            for tab in self.tabs[which]:
                tab |= {key: now for key, (_before, now) in told["moved"].items()}
            phone.settle(told)
            phone.is_new = False
            if ended:
                phone.ending = None
        if was_open and not self.is_open and ended:
            # Nothing is final while the device that ends it holds something, or of what it did not show.
            assert not phone.unsent
            shown = request[5]
            assert all(writer is phone for revision, writer in self.revisions if revision > shown)
        self.check()

    @precondition(lambda self: self.draft is not None)
    @rule(which=PHONES)
    def sign_out(self, which):
        """Sends first; what cannot be sent keeps the account signed in. Then the storage is wiped."""
        self.send(which, "answered")
        if not self.phones[which].unsent and self.phones[which].batch is None:
            self.phones[which] = Phone()
            self.tabs[which] = [{"revision": -1}, {"revision": -1}]

    @precondition(lambda self: self.on_its_way)
    @rule()
    def arrive(self):
        """A request that was given up arrives after all, and nobody hears of the reply."""
        with suppress(Gap, Late):
            self.ask(*self.on_its_way.pop(0))
        self.check()

    @precondition(lambda self: self.draft is not None)
    @rule(which=PHONES, tab=PHONES)
    def reload(self, which, tab):
        self.draft.refresh_from_db()
        versions = {f"answer:{one.recommendation_id}": one.version for one in self.draft.answers.all()}
        versions |= {f"gate:{one.occasion_id}": one.version for one in self.draft.gates.all()}
        self.tabs[which][tab] = {key: versions[key] for key in self.keys} | {"revision": self.draft.revision}

    @precondition(lambda self: self.draft is not None)
    @rule(which=PHONES)
    def look(self, which):
        """The page before submitting; whoever goes Back to it later submits what it showed then."""
        self.draft.refresh_from_db()
        self.looked_at[which] = self.draft.revision

    @precondition(lambda self: self.draft is not None)
    @rule(which=PHONES)
    def submit(self, which):
        phone = self.phones[which]
        seen = Seen(revision=self.looked_at[which], device=phone.name, last=phone.last)
        try:
            submit_audit(audit=self.draft, by=self.drawn.auditor, leave_unanswered=True, seen=seen)
        except (Short, LookAgain):
            return
        if self.is_open:
            assert not phone.unsent
            self.is_open = False
        self.check()

    def check(self):
        assert len(self.taken) == len(set(self.taken)), "written twice"
        for key, value in self.stands.items():
            kind, _colon, pk = key.partition(":")
            if kind == "gate":
                assert self.draft.gates.get(occasion=int(pk)).arose is value[0]
                continue
            row = self.draft.answers.get(recommendation=int(pk))
            # What was taken back may have been left since, by setting aside or submitting.
            if row.act != "left":
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
        # Where one of them ended it, what the other one held is late, and named so there.
        assert not self.is_open or not any(phone.unsent or phone.batch for phone in self.phones)


def test_nothing_is_lost_nothing_is_doubled_and_nothing_is_final_without_it(edition, auditor, department):
    """Of three standards alone, since each act reads all rows; something of a call comes later, so that it may wait."""
    rows = checklist(edition, "observation", "phone")
    later = [row for row in rows if row.assessability.delayed]
    gated = [row for row in rows if row.occasion and row.occasion not in {one.occasion for one in later}]
    chosen = ["7", *(found[0].recommendation.standard.number for found in (later, gated))]
    opened = opened_audit(
        auditor, department, method="observation", channel="phone", selection="standards", standards=chosen
    )
    plain = opened.answers.filter(gate=None, delayed=False, refrain=False, same_matter="", parts=[], excludes=None)
    gate = opened.gates.exclude(answers__delayed=True).order_by("position")[0]
    keys_of = [f"answer:{pk}" for pk in plain.order_by("position").values_list("recommendation", flat=True)[:3]]

    class Drawn(Histories):
        drawn = opened
        standards = chosen
        keys = [*keys_of, f"gate:{gate.occasion_id}"]

    case = Drawn.TestCase
    case.settings = settings(max_examples=HISTORIES, stateful_step_count=20, deadline=None)
    case("runTest").runTest()
