"""What the standards' tests share."""

import pytest

from standards.models import Edition
from tests.standards.factories import load_edition_2016


@pytest.fixture
def edition_2016(db: None) -> Edition:
    """The real standards of 2016, published."""
    return load_edition_2016()
