"""What must not part at a line's end, and how numbers are written."""

from decimal import Decimal

import pytest

from audits.reports.sentences.typography import bound, count, number, percent, signed

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 z 5 wizyt", "4~z~5~wizyt"),
        ("12 345 audytów".replace(" ", NBSP, 1), "12~345~audytów"),
        ("o 4,6 pkt proc.", "o~4,6~pkt~proc."),
        ("od 82,9% do 94,6%", "od 82,9% do 94,6%"),
        ("od −11,5 do +3,8", "od −11,5 do +3,8"),
        ("W II kwartale 2026 były 3 audyty", "W~II~kwartale 2026 były 3~audyty"),
        ("z I półroczem 2026 nie można", "z~I~półroczem 2026 nie można"),
        ("w roku 2025 nie było", "w~roku~2025 nie było"),
        ("2.01.2026–9.02.2026 nie było", "2.01.2026–9.02.2026 nie było"),
        ("wydania 75-2016 oraz 12-2026", "wydania 75-2016 oraz 12-2026"),
        ("raz a dobrze i z nami", "raz a~dobrze i~z~nami"),
    ],
)
def test_words_that_belong_together_stay_together(text, expected):
    assert bound(text) == expected.replace("~", NBSP)


def test_binding_twice_changes_nothing():
    once = bound("W II kwartale 2026 w 4 z 5 wizyt o 4,6 pkt proc.")
    assert bound(once) == once


def test_numbers_are_written_in_polish():
    assert (number(Decimal("-4.0")), percent(Decimal("100.0")), percent(90)) == ("−4,0", "100,0%", "90%")
    assert [signed(Decimal(value)) for value in ("3.8", "-0.4", "0.0", "-0.0")] == ["+3,8", "−0,4", "0,0", "0,0"]
    assert [count(value) for value in (0, 9999, 10000, 1234567)] == [
        "0",
        "9999",
        f"10{NBSP}000",
        f"1{NBSP}234{NBSP}567",
    ]
