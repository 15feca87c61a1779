from decimal import Decimal

import pytest

from viewer.quantities.direction import signed


@pytest.mark.parametrize(
    ("before", "label", "value", "expected"),
    [
        ("盗窃案件同比下降", "", "3.2", "-3.2"),
        ("诈骗案件同比上升", "", "3.2", "3.2"),
        ("盗窃案件下降，诈骗案件上升", "", "3.2", "3.2"),
        ("", "案件降幅", "5", "-5"),
        ("下降", "", "-5", "-5"),
        ("newspaper loans fell", "", "18.5", "-18.5"),
        ("visits rose", "", "18.5", "18.5"),
        ("下降", "", "0", "0"),
    ],
)
def test_the_last_word_of_its_sentence_gives_a_change_its_sign(
    before: str, label: str, value: str, expected: str
) -> None:
    assert signed(Decimal(value), before, label) == Decimal(expected)


def test_no_number_stays_none() -> None:
    assert signed(None, "下降", "") is None
