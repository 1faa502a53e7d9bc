"""What addresses of who holds what are about. Administrators see it of the whole office: nothing is foreign to them."""

from typing import Any

from django.utils import timezone

from audits.models import Appointment, RightsReview
from audits.rights.holdings import fingerprint, rights_on
from tests.matrix.places import NOWHERE, Place, Target
from tests.matrix.sides import Side


class Rights:
    inside: Side
    administered: dict[str, Any]
    reviewed: RightsReview

    def _rights_over(self) -> Place:
        data = {"account": "nobody.of.that.name", "role": "hr", "since": "", "last_day": ""}
        return Place(Target((self.inside.department.uuid,), data=data), missing=Target((NOWHERE,), data=data))

    def _rights_of(self) -> Place:
        return Place(Target((self.inside.reader.uuid,)), missing=Target((NOWHERE,)))

    def _rights_to_end(self) -> Place:
        planned = Appointment.objects.get(pk=self.administered["an_appointment"])
        data = {"when": "now", "last_day": ""}
        return Place(Target((planned.uuid,), data=data), missing=Target((NOWHERE,), data=data))

    def _confirming(self) -> Place:
        """Nothing chosen."""
        return Place(Target(data={"act": "confirm"}))

    def _rights_held(self) -> Place:
        """A review that decides about nothing."""
        return Place(Target(data={"fingerprint": fingerprint(rights_on(timezone.localdate()))}))

    def _rights_reviewed(self) -> Place:
        return Place(Target((self.reviewed.uuid,)), missing=Target((NOWHERE,)))
