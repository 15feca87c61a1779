from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.quantities import find, has_words


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("提取率八成,达百分之八十以上,80.5%", "80%", ["八成", "百分之八十"]),
        ("破2.5 万起,补贴25,000人,125000元", "25000", ["2.5 万起", "25,000人"]),
        ("警力1793 名", "１７９３", ["1793"]),
        ("DNA 和 dna", "dna", ["DNA", "dna"]),
        ("派出所与派出所长", "派出所", ["派出所", "派出所"]),
        ("共3个", "", []),
        ("12、125、12.5", "12", ["12"]),
    ],
)
def test_words_and_numbers_are_found_however_they_are_written(
    text: str, query: str, found: list[str]
) -> None:
    assert [span.of(text) for span in find(text, query)] == found


@given(st.text(max_size=30), st.text(max_size=6))
def test_found_places_lie_in_the_text_in_order_and_apart(text: str, query: str) -> None:
    spans = find(text, query)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("query", "there"), [("35", False), ("1,350", True), ("LATE desk", True), ("", False)]
)
def test_words_of_a_chart_hold_a_number_only_as_a_whole(query: str, there: bool) -> None:
    assert has_words("The late desk served 1,350 visitors", query) is there
