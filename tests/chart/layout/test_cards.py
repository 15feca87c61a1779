"""What a card shows large: the whole number, whatever parts its thousands."""

from __future__ import annotations

import pytest

from viewer.chart.layout.cards import Number, split_value


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("64 318件", ("", "64 318", "件")),
        ("约64\u2009318件", ("约", "64\u2009318", "件")),
        ("9.5:41.2:49.3", ("", "9.5:41.2:49.3", "")),
        ("3000—5000元", ("", "3000—5000", "元")),
        ("一半", ("", "一半", "")),
        ("$6 million and $9 million", ("$", "6 million and $9", "million")),
        ("6万至9万吨", ("", "6万至9", "万吨")),
        ("7 m2", ("", "7", "m2")),
    ],
)
def test_a_number_stays_in_one_piece(said: str, parts: tuple[str, str, str]) -> None:
    assert split_value(said) == Number(*parts)
