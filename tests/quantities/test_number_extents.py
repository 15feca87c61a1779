"""Where numbers stand, for those who set lines: as the scanner finds them, without their kinds."""

import pytest

from tests.corpus.score import sentences
from viewer.quantities import extents, scan

STRIDE = 12
"""One sentence of the corpus in so many is compared; both languages are among them."""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全年新建粮仓1793 座，完好率超过80%以上。", ["1793 座", "超过80%以上"]),
        ("投入3亿至4亿元，2020年完工。", ["3亿至4亿元", "2020年"]),
        (
            "Output rose to $3.4 billion, with at least 300 towns.",
            ["$3.4 billion", "at least 300 towns"],
        ),
        ("It lost between 3 and 4 percent, then 5 to 6.", ["3 and 4 percent", "5 to 6"]),
        ("仓储面积达7万平方米。\n\nThe store has 12 floors.", ["7万平方米", "12 floors"]),
        ("占比\u200b52\u200b%。", ["52\u200b%"]),
        ("没有数字。", []),
    ],
)
def test_a_number_stands_with_its_unit_and_what_bounds_it(text: str, words: list[str]) -> None:
    assert [one.of(text) for one in extents(text)] == words


def test_every_figure_lies_within_an_extent() -> None:
    for text, _ in sentences()[::STRIDE]:
        found = extents(text)
        for figure in (one for one in scan(text) if one.is_metric):
            words = figure.words
            assert any(one.start <= words.start and words.end <= one.end for one in found), text
