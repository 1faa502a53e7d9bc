"""The form by which HR says whom a mystery shopper's audit is about."""

import re
import uuid
from contextlib import suppress
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.fieldwork.forms.people import with_places
from audits.fieldwork.identification import NO_CANDIDATE
from audits.models import Audit, Employee, Identification, User
from standards.fields import Text, WholeNumber
from standards.wording.folding import fold

NOBODY = "nobody"
SHOWN_AT_MOST = 100
LONG_LIST = 15


class IdentificationForm(forms.Form):
    """`cleaned_data["employee"]` is the person, or None where it cannot be told."""

    person = Text(
        label=_("Whom it is about"),
        max_length=60,
        error_messages={"required": _("Choose a person, or that nobody can tell.")},
    )
    reason = Text(
        label=_("Reason"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What was mistaken. It is kept with the audit, and so is what stood before."),
    )
    replaces = WholeNumber(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, audit: Audit, user: User, latest: Identification | None, narrowed: str = "", **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {"replaces": latest.pk if latest else None})
        super().__init__(*args, **kwargs)
        self.audit = audit
        self.latest = latest
        self.narrowed = narrowed
        self.day = timezone.localdate(audit.took_place_at)
        self.candidates = access.candidates_for(user, audit)
        if latest is None:
            del self.fields["reason"]

    def clean_person(self) -> str:
        chosen: str = self.cleaned_data["person"]
        employee = None
        if chosen != NOBODY:
            with suppress(ValueError):
                employee = self.candidates.filter(uuid=uuid.UUID(chosen)).first()
            if employee is None:
                raise forms.ValidationError(NO_CANDIDATE)
        self.cleaned_data["employee"] = employee
        return chosen

    @cached_property
    def fitting(self) -> list[Employee]:
        """Those to whom a word fits that the shopper typed."""
        found = Q(pk__in=())
        for word in re.findall(r"[^\W\d_]{3,}", fold(self.audit.as_named)):
            found |= Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
        return with_places(self.candidates.filter(found)[:SHOWN_AT_MOST], self.day)

    @cached_property
    def others(self) -> list[Employee]:
        """Everybody else, or those whose name fits what they were narrowed to; SHOWN_AT_MOST of them."""
        shown = {person.pk for person in self.fitting}
        found = self.candidates.exclude(pk__in=shown)
        if self.narrowed:
            found = found.filter(pk__in=Employee.objects.named_like(self.narrowed).values("pk"))
        return with_places(found[: SHOWN_AT_MOST + 1], self.day)

    @property
    def is_long(self) -> bool:
        """Whether narrowing the list is offered."""
        return bool(self.narrowed) or len(self.others) > LONG_LIST

    @property
    def has_more(self) -> bool:
        return len(self.others) > SHOWN_AT_MOST


class NarrowForm(forms.Form):
    name = Text(label=_("Part of the name"), required=False, max_length=100)
