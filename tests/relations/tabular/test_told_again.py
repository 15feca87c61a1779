"""Figures of the prose that a table beside it prints otherwise."""

from __future__ import annotations

import pytest

from tests.relations.test_find import found_in

TABLE = """
| Item ($ million) | 2025 | 2024 | Change (%) |
| --- | ---: | ---: | ---: |
| Ferry income | 241.6 | 214.9 | 12.4 |
| Port income | 118.2 | 116.8 | 1.2 |
| Total | 359.8 | 331.7 | 8.5 |
"""


def _repeats(text: str) -> dict[tuple[str, ...], bool | None]:
    return {roles[1:]: told for roles, told in found_in(text).items() if roles[0] == "repeat"}


def test_a_level_whose_change_a_row_prints() -> None:
    told = _repeats(f"Results\n{TABLE}\nFerry income rose 12.4% to $261.6 million.\n")
    assert told["241.6", "$261.6 million"] is False


def test_an_earlier_value_whose_level_a_row_prints() -> None:
    words = "Ferry income came to $241.6 million, compared with $194.9 million in 2024."
    told = _repeats(f"Results\n{TABLE}\n{words}\n")
    assert told["214.9", "$194.9 million"] is False


def test_a_change_with_the_name_of_a_row() -> None:
    words = "Port income increased 1.6%. Ferry income was $241.6 million, up 12.4%."
    told = _repeats(f"Results\n{TABLE}\n{words}\n")
    assert told["1.2", "1.6%"] is False


def test_the_total_of_a_table_that_a_paragraph_leads_in() -> None:
    told = _repeats(
        "年末在职职工5216人，构成如下：\n\n类别\t人数（人）\t占比（%）\n教师\t3584\t85.0\n"
        "行政人员\t228\t5.4\n工勤人员\t404\t9.6\n合计\t4216\t100.0\n"
    )
    assert told["5216人", "4216"] is False


@pytest.mark.parametrize(
    "words",
    [
        "Ferry income rose 12.4% to $241.6 million, compared with $214.9 million in 2024.",
        "Catering income was $251.6 million.",
        "Order books stood at $359.8 million, compared with $301.5 million in 2024.",
    ],
    ids=["as the table has it", "another measure", "a measure that happens to be as large"],
)
def test_prose_that_contradicts_no_row(words: str) -> None:
    assert False not in _repeats(f"Results\n{TABLE}\n{words}\n").values()
