"""What each address is about, in an office of two departments: built once for a module by tests/matrix/building.py."""

import datetime
import json
from dataclasses import dataclass, replace
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.urls import resolve
from django.utils import timezone

from audits.models import Audit, Invitation, RightsReview, User, periods
from standards.models import Edition, Recommendation
from tests.audits.factories import (
    notice,
    purpose,
)
from tests.matrix.actors import Browser
from tests.matrix.places import NO_KEY, NOWHERE, Place, Target
from tests.matrix.rights import Rights
from tests.matrix.sides import TYPED, Side
from tests.matrix.texts import Texts

TO_AUDITORS = {"audience": "auditors", "title": "Zawiadomienie dla audytorów"}
OF_SIDES = {
    "draft",
    "visit",
    "submitted",
    "proposed",
    "released",
    "to_release",
    "asked_for",
    "answered_request",
    "paper_request",
    "corrected",
    "correcting",
    "naming",
    "reading",
    "figures",
    "batch",
    "tables",
    "card",
    "card_tables",
    "department",
    "name_typed",
    "opening",
    "opening_untold",
    "arriving",
    "asked",
    "wished",
    "results",
    "compared",
    "results_of_standard",
    "results_of_recommendation",
    "assignment",
    "to_visit",
    "own_card",
    "visited",
    "too_late",
    "assigning",
    "assigning_early",
    "assigning_employed",
    "shoppers_draft",
    "shoppers_visit",
    "shopped",
    "lapsed",
}


@dataclass(slots=True)
class World(Texts, Rights):
    browsers: dict[str, Browser]
    inside: Side
    elsewhere: Side
    published: Edition
    unpublished: Edition
    administered: dict[str, Any]
    reviewed: RightsReview
    invitation: Invitation

    def forget_middleware(self) -> None:
        for browser in self.browsers.values():
            browser.forget_middleware()

    def place(self, kind: str) -> Place:
        """What a row of the table is about; `kind` is its second column."""
        if kind == "-":
            return Place(Target())
        if kind in self.administered:
            return Place(Target((self.administered[kind],)), missing=Target((NO_KEY,)))
        make = getattr(self, f"_{kind}")
        return Place(make(self.inside), make(self.elsewhere), make(None)) if kind in OF_SIDES else make()

    # Of a department. Without a side: of nothing that exists.

    def _draft(self, side: Side | None) -> Target:
        row = self._row(side)
        return Target(
            (side.draft.uuid if side else NOWHERE,),
            data={
                "leave_unanswered": "on",
                "audit-version": "0",
                "waiting_minutes": "9",
                f"version-{row}": "0",
                f"verdict-{row}": "met",
                f"note-{row}": "",
                "revision": "0",
                "device": "7f5ec1a4-5f0c-4d53-8b58-3f0b3f6f3c11",
                "last": "0",
                "first": "1",
                "changes": json.dumps([{"key": f"answer:{row}", "value": "met"}]),
            },
        )

    def _visit(self, side: Side | None) -> Target:
        return Target((side.draft.uuid if side else NOWHERE,), data=_visit() | {"version": "0"})

    def _submitted(self, side: Side | None) -> Target:
        return Target(
            (side.submitted.uuid if side else NOWHERE,),
            data={"reason": "Nie ten wydział.", "note": "", "notes_checked": "on"}
            | ({"audit": side.submitted.uuid} if side else {}),
        )

    def _released(self, side: Side | None) -> Target:
        return Target((side.released.uuid if side else NOWHERE,), data={"text": "Obsługiwałam wtedy dwa stanowiska."})

    def _to_release(self, side: Side | None) -> Target:
        """Chosen in the filter, and among those that were shown."""
        return Target(
            query={"department": side.department.pk if side else NO_KEY},
            data={"audit": side.submitted.uuid if side else NOWHERE, "notes_checked": "on"},
        )

    def _proposed(self, side: Side | None) -> Target:
        return Target((side.proposed.uuid if side else NOWHERE,), data={"decision": "approve"})

    def _corrected(self, side: Side | None) -> Target:
        return Target((side.corrected.uuid if side else NOWHERE,), data={"decision": "approve"})

    def _correcting(self, side: Side | None) -> Target:
        row = self._row(side)
        uuid = side.correcting.uuid if side else NOWHERE
        return Target((uuid,), data={f"version-{row}": "0", f"verdict-{row}": "met", f"note-{row}": ""})

    def _naming(self, side: Side | None) -> Target:
        """A correction is to name somebody who works in no department."""
        outsider = (self.elsewhere if side is self.inside else self.inside).outsider
        named = {"employee": outsider.uuid, "employee_name": str(outsider), "version": "0"}
        return Target((side.mending.uuid if side else NOWHERE,), data=_visit() | named)

    def _reading(self, side: Side | None) -> Target:
        return Target((side.submitted.uuid if side else NOWHERE,), data={"purpose": purpose().pk})

    def _batch(self, side: Side | None) -> Target:
        """One order of the reports of many departments."""
        return Target((side.batch.uuid if side else NOWHERE,))

    def _figures(self, side: Side | None) -> Target:
        return Target((side.figures.uuid if side else NOWHERE,))

    def _tables(self, side: Side | None) -> Target:
        return Target((side.figures.uuid if side else NOWHERE, "xlsx"))

    def _card_tables(self, side: Side | None) -> Target:
        return Target((side.card.uuid if side else NOWHERE, "xlsx"))

    def _card(self, side: Side | None) -> Target:
        return Target((side.card.uuid if side else NOWHERE,))

    def _department(self, side: Side | None) -> Target:
        """Chosen in a list's filter."""
        return Target(query={"department": side.department.pk if side else NO_KEY})

    def _name_typed(self, side: Side | None) -> Target:
        return Target(query={"department": side.department.pk if side else NO_KEY, "employee_name": TYPED})

    def _assignment(self, side: Side | None) -> Target:
        return Target((side.to_visit.uuid if side else NOWHERE,), data={"reason": "Wydział jest zamknięty."})

    def _to_visit(self, side: Side | None) -> Target:
        visit = {
            "uuid": str(NOWHERE),
            "took_place_at": _visit()["took_place_at"],
            "as_named": "Zofia",
            "no_conflict": "on",
        }
        return Target((side.to_visit.uuid if side else NOWHERE,), data=visit | {"waiting_minutes": "7"})

    def _visited(self, side: Side | None) -> Target:
        return Target((side.shopped.assignment.uuid if side else NOWHERE,))

    def _too_late(self, side: Side | None) -> Target:
        return Target((side.lapsed.assignment.uuid if side else NOWHERE,))

    def _assigning(self, side: Side | None) -> Target:
        today = timezone.localdate()
        data = {
            "uuid": str(NOWHERE),
            "shopper": side.shopper.pk if side else NO_KEY,
            "department": side.department.pk if side else NO_KEY,
            "channel": "counter",
            "first_day": today.isoformat(),
            "last_day": today.isoformat(),
            "visits": "2",
            "scenario": "Zapytaj o wymianę dowodu.",
            "selection": "core",
        }
        return Target(query={"first_day": today.isoformat()}, data=data)

    def _assigning_early(self, side: Side | None) -> Target:
        """To somebody who is a shopper there only later."""
        return self._assigning_to(side, "early_shopper")

    def _assigning_employed(self, side: Side | None) -> Target:
        """To somebody who works there."""
        return self._assigning_to(side, "employed_shopper")

    def _assigning_to(self, side: Side | None, shopper: str) -> Target:
        to = self._assigning(side)
        return replace(to, data={**to.data, "shopper": getattr(side, shopper).pk} if side else to.data)

    def _shoppers_draft(self, side: Side | None) -> Target:
        row = self._row(side)
        return Target(
            (side.begun.uuid if side else NOWHERE,),
            data={
                "leave_unanswered": "on",
                "audit-version": "0",
                "waiting_minutes": "9",
                f"version-{row}": "0",
                "revision": "0",
                "device": "7f5ec1a4-5f0c-4d53-8b58-3f0b3f6f3c11",
                "last": "0",
                "first": "1",
                "changes": json.dumps([{"key": f"answer:{row}", "value": "met"}]),
            },
        )

    def _shoppers_visit(self, side: Side | None) -> Target:
        visit = {"took_place_at": _visit()["took_place_at"], "as_named": "", "waiting_minutes": "7", "version": "0"}
        return Target((side.begun.uuid if side else NOWHERE,), data=visit)

    def _shopped(self, side: Side | None) -> Target:
        data = {"reason": "Nie ten wydział.", "person": "nobody"}
        return Target((side.shopped.uuid if side else NOWHERE,), data=data)

    def _lapsed(self, side: Side | None) -> Target:
        return Target((side.lapsed.uuid if side else NOWHERE,))

    def _opening(self, side: Side | None) -> Target:
        data = {
            "uuid": str(NOWHERE),
            "method": "mystery",
            "channel": "counter",
            "selection": "core",
            "no_conflict": "on",
            "department": side.department.pk if side else NO_KEY,
        }
        return Target(query={"department": data["department"]}, data=_visit() | data)

    def _opening_untold(self, side: Side | None) -> Target:
        """About somebody who was not told that audits are made."""
        to, person = self._opening(side), (side or self.inside).untold
        return replace(to, data={**to.data, "employee": person.uuid, "employee_name": str(person)})

    def _arriving(self, side: Side | None) -> Target:
        """Opened on a device without a network."""
        edition = Edition.objects.in_force_on(timezone.localdate()).get()
        held = {"edition": edition.pk, "first": "1", "changes": json.dumps([{"key": "nothing"}])}
        device = {"device": "7f5ec1a4-5f0c-4d53-8b58-3f0b3f6f3c12"}
        return Target(data={**self._opening(side).data, **held, **device})

    def _offline_card(self) -> Place:
        edition = Edition.objects.in_force_on(timezone.localdate()).get().pk
        return Place(Target(("observation", "counter", edition)), missing=Target(("observation", "letter", edition)))

    def _own_card(self, side: Side | None) -> Target:
        edition = Edition.objects.in_force_on(timezone.localdate()).get().pk
        return Target((side.to_visit.uuid if side else NOWHERE, edition))

    def _asked(self, side: Side | None) -> Target:
        period = periods.last_finished_quarter(timezone.localdate()).code
        # Nothing of it is closed, so that it would give nothing.
        data = {"period": period, "all_the_same": "yes"}
        return Target(data=data | {"department": side.department.pk if side else NO_KEY})

    def _wished(self, side: Side | None) -> Target:
        """What an order would give."""
        period = periods.last_finished_quarter(timezone.localdate()).code
        return Target(query={"department": side.department.pk if side else NO_KEY, "period": period})

    def _results(self, side: Side | None) -> Target:
        return Target(query={"komorka": side.department.pk if side else NO_KEY, "metoda": "mystery"})

    def _compared(self, side: Side | None) -> Target:
        key = side.department.pk if side else NO_KEY
        return Target(query={"a-komorka": key, "b-komorka": key, "a-metoda": "mystery", "b-metoda": "observation"})

    def _results_of_standard(self, side: Side | None) -> Target:
        return replace(self._results(side), args=(self._judged(side).standard.number,))

    def _results_of_recommendation(self, side: Side | None) -> Target:
        return replace(self._results(side), args=(self._judged(side).label,))

    def _judged(self, side: Side | None) -> Recommendation:
        of = side or self.inside
        answer = of.draft.answers.select_related("recommendation__standard").order_by("position")[0]
        return answer.recommendation

    def _row(self, side: Side | None) -> int:
        of = side or self.inside
        return of.draft.answers.filter(gate=None).order_by("position").values_list("recommendation", flat=True)[0]

    def _asked_for(self, side: Side | None) -> Target:
        data = {"outcome": "refused", "answer": "Nie możemy.", "because": "Wiele komórek."}
        return Target((side.asked_for.uuid if side else NOWHERE,), data=data)

    def _answered_request(self, side: Side | None) -> Target:
        return Target((side.answered.uuid if side else NOWHERE,))

    def _paper_request(self, side: Side | None) -> Target:
        data = {"kind": "objection", "text": "Sprzeciw.", "received_on": timezone.localdate().isoformat()}
        return Target(data=data | {"number": side.asker.number if side else "nie-ma"})

    # Of nobody's department.

    def _notice(self) -> Place:
        data = {"department": self.inside.department.pk, "told_on": timezone.localdate().isoformat(), "how": "e-mail"}
        return Place(Target((notice().uuid,), data=data), missing=Target((NOWHERE,), data=data))

    def _own_request(self) -> Place:
        return Place(Target(data={"kind": "objection", "text": "Sprzeciwiam się."}))

    def _told(self) -> Place:
        """Administrators keep who was told in the whole office: to them nobody is foreign."""
        told = self.inside.person.told.get().pk
        return Place(Target((notice().uuid, told)), missing=Target((notice().uuid, NO_KEY)))

    def _auditors_notice(self) -> Place:
        return Place(Target((notice(**TO_AUDITORS).uuid,)), missing=Target((NOWHERE,)))

    def _new_notice(self) -> Place:
        data = {
            "audience": "staff",
            "title": "Zawiadomienie",
            "text": "Prowadzi się audyty.",
            "given_on": "2026-01-02",
            "takes_effect_on": "2026-01-16",
        }
        return Place(Target(data=data))

    def _way(self) -> Place:
        return Place(Target(query={"way": "nonsense"}))

    def _purpose(self) -> Place:
        return Place(Target(data={"purpose": purpose().pk}))

    def _credentials(self) -> Place:
        return Place(Target(data={"login": "auditor", "password": "not the password"}))

    def _reset_link(self) -> Place:
        # Read anew: signing in, which changes it, ends the links of before.
        user = User.objects.get(username="assessed")
        link = (user_pk_to_url_str(user), default_token_generator.make_token(user))
        return Place(Target(link), missing=Target((link[0], "d1dvr2-never")))

    def _invited(self) -> Place:
        """Whose password is not set yet; the one sent is not good enough."""
        sent = {"password1": "krotkie", "password2": "krotkie"}
        token = resolve(self.invitation.get_absolute_url()).kwargs["token"]
        return Place(Target((token,), data=sent), missing=Target((token[:-1],), data=sent))

    def _an_invited_user(self) -> Place:
        data = {"act": "revoke"}
        return Place(Target((self.invitation.user_id,), data=data), missing=Target((NO_KEY,), data=data))

    def _autocomplete(self) -> Place:
        def of(model: str, field_name: str) -> Target:
            return Target(query={"app_label": "audits", "model_name": model, "field_name": field_name, "term": ""})

        # Whoever is appointed is looked up; audits are not, though a field leads to them.
        return Place(of("appointment", "user"), missing=of("answer", "audit"))

    def _page_of_edition(self) -> Place:
        return self._page_of(Edition, self.published.pk)

    def _page_of_audit(self) -> Place:
        return self._page_of(Audit, self.inside.submitted.pk)

    def _page_of(self, model: Any, pk: int) -> Place:
        kind = ContentType.objects.get_for_model(model).pk
        return Place(Target((kind, pk)), missing=Target((kind, NO_KEY)))

    def _granule(self) -> Place:
        """Nobody here is HR of the whole office: tests/audits/reports/closings has those who are."""
        data = {"fingerprint": "0" * 64, "understood": "on"}
        return Place(Target(("mystery", "2020Q2"), data=data), missing=Target(("mystery", "2020Q5"), data=data))

    def _closed_granule(self) -> Place:
        data = {"fingerprint": "0" * 64}
        return Place(Target(("mystery", "2020Q1"), data=data), missing=Target(("mystery", "2020Q2"), data=data))

    def _application(self) -> Place:
        return Place(Target(("audits",)))

    def _stray(self) -> Place:
        return Place(Target(("nie/ma/",)))


def _visit() -> dict[str, Any]:
    hour_ago = timezone.localtime() - datetime.timedelta(hours=1)
    return {
        "took_place_at": hour_ago.strftime("%Y-%m-%dT%H:%M"),
        "employee": "",
        "employee_name": "",
        "desk": "stanowisko 1",
        "waiting_minutes": "7",
        "scenario": "",
    }
