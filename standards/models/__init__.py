"""An edition of the standards: the legal text, and how each recommendation can be judged."""

from standards.models.editions import Edition, EditionQuerySet, Publication, Withdrawal
from standards.models.judging import Assessability, Occasion, validate_channels, validate_texts
from standards.models.text import Area, Point, Recommendation, Standard, validate_emphasis, validate_number

__all__ = [
    "Area",
    "Assessability",
    "Edition",
    "EditionQuerySet",
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
