import pytest

from viewer.quantities.tables.rows import cells_of, is_row, is_rule


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("类别\t所数", ["类别", "所数"]),
        ("甲\t\t3", ["甲", "", "3"]),
        ("| Pier | 42 |  |", ["Pier", "42", ""]),
        (r"| a \| b | 4 |", [r"a \| b", "4"]),
    ],
)
def test_cells_stand_between_tabs_or_strokes(line: str, cells: list[str]) -> None:
    assert is_row(line)
    assert [span.of(line) for span in cells_of(line)] == cells


@pytest.mark.parametrize("line", ["a | b", "| alone |", "|x|", "卖出|买入 3 倍"])
def test_a_stroke_in_a_sentence_makes_no_row(line: str) -> None:
    assert not is_row(line)


def test_a_rule_parts_the_header_from_the_rows() -> None:
    assert is_rule("| --- | --: |")
    assert not is_rule("| --- | 3 |")
    assert not is_rule("---")
