"""An edition of the standards: the legal text, and how each recommendation can be judged."""

from standards.models.editions import Edition, EditionQuerySet, Publication, Withdrawal
from standards.models.importing import LineMeaning
from standards.models.judging import Assessability, Occasion, validate_channels
from standards.models.text import Area, Point, Recommendation, Standard, validate_emphasis, validate_number
from standards.models.wording import validate_texts

__all__ = [
    "Area",
    "Assessability",
    "Edition",
    "EditionQuerySet",
    "LineMeaning",
    "Occasion",
    "Point",
    "Publication",
    "Recommendation",
    "Standard",
    "Withdrawal",
    "validate_channels",
    "validate_emphasis",
    "validate_number",
    "validate_texts",
]
