"""The table beside the trend says with the chart's own signs where each period's interval lies."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from audits.figures.statistics import FAILS, MEETS, UNDECIDED
from audits.models.periods import quarter
from audits.reports.results import trend_table


@pytest.mark.parametrize(("band", "text"), [(MEETS, "●\xa090,2"), (UNDECIDED, "○\xa090,2"), (FAILS, "▼\xa090,2")])
def test_an_undecided_period_has_a_sign_as_in_the_chart(band: str, text: str) -> None:
    scored = SimpleNamespace(band=band, value=Decimal("90.2"), low=Decimal("89.6"), high=Decimal("90.8"))
    found = SimpleNamespace(audits=919, met=900, rated=1000, scored=scored, absence="")
    column = SimpleNamespace(period=quarter(2025, 1), of=lambda method: found)
    results = SimpleNamespace(
        report=SimpleNamespace(headline=SimpleNamespace(yard=SimpleNamespace(target=Decimal(90))))
    )
    cells = list(trend_table._column(column, "mystery", results))  # type: ignore[arg-type]
    assert cells[1].text == text
