"""Another edition of the standards, in force in the middle of the third quarter of 2026."""

import datetime
from typing import Any

from standards.models import Edition, Recommendation
from standards.publishing.publishing import draft_from, publish
from tests.audits.factories import UserFactory
from tests.standards.factories import recommendation_of


def amended(old: Edition, *, only: int | None = None, code: str = "9-2026", **changes: dict[str, Any]) -> Edition:
    """An edition drafted from another and published, with fields of recommendations changed by label ("r17_1").

    `only`: all recommendations from that place in the text on are reworded.
    """
    editor = UserFactory()
    draft = draft_from(edition=old, code=code, title="Nowe standardy", by=editor)
    listed = list(Recommendation.objects.filter(standard__edition=draft).order_by("standard__position", "position"))
    wanted = {recommendation_of(draft, name.removeprefix("r").replace("_", ".")).pk: f for name, f in changes.items()}
    if only is not None:
        wanted |= {each.pk: {"text": f"{each.text} Zawsze.", "same_meaning": False} for each in listed[only:]}
    for each in listed:
        if each.pk in wanted:
            for field, value in wanted[each.pk].items():
                setattr(each, field, value)
            each._history_user = editor
            each.save()
    publish(edition=draft, legal_basis="Zarządzenie", effective_from=datetime.date(2026, 8, 1), by=UserFactory())
    return draft
