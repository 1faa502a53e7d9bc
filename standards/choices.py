"""The closed lists by which a recommendation is judged."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Method(models.TextChoices):
    """Who looks, and from where. Figures of different methods are never pooled."""

    MYSTERY = "mystery", _("Mystery shopper")
    OBSERVATION = "observation", _("Supervisor's observation")
    DOCUMENTS = "documents", _("Review of documents")


class Channel(models.TextChoices):
    """Where the service took place."""

    COUNTER = "counter", _("Counter")
    PHONE = "phone", _("Phone")
    EMAIL = "email", _("E-mail")
    OFFICE = "office", _("Back office")
    LETTER = "letter", _("Letter")
    RECORDS = "records", _("Records")


CHANNELS_OF_METHOD: dict[str, tuple[str, ...]] = {
    Method.MYSTERY: (Channel.COUNTER, Channel.PHONE, Channel.EMAIL),
    Method.OBSERVATION: (Channel.COUNTER, Channel.PHONE, Channel.OFFICE),
    Method.DOCUMENTS: (Channel.EMAIL, Channel.LETTER, Channel.RECORDS),
}


class Block(models.TextChoices):
    """The five parts of a visit, in their order: the order in which a checklist is filled."""

    SURROUNDINGS = "surroundings", _("Surroundings")
    APPEARANCE = "appearance", _("Appearance and desk")
    BEHAVIOUR = "behaviour", _("Behaviour")
    HANDLING = "handling", _("Handling of the matter")
    RESOLUTION = "resolution", _("Resolution")


class Attribution(models.TextChoices):
    """Whom a verdict is about. What is the unit's never counts for a person."""

    EMPLOYEE = "employee", _("Employee")
    UNIT = "unit", _("Unit")


def channel_labels(channels: Iterable[str]) -> str:
    """Names of the channels, in the order in which the office lists them."""
    named = set(channels)
    return ", ".join(str(Channel(channel).label) for channel in Channel.values if channel in named)
