from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Span
from viewer.talk import clause_at, highlighted_span, room_type, sentence_at

TEXT = st.text("甲乙1,。！”“ \n.；a", min_size=1, max_size=80)


def of(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("前一句。中间有56项实现。后一句。", "56项", "中间有56项实现。"),
        ("他说：“共56项。”然后走了。", "56项", "他说：“共56项。”"),
        ("第一段\n第二段56项", "56项", "第二段56项"),
        ("It grew 3.5 percent. Then it fell.", "3.5", "It grew 3.5 percent."),
        ("  56项", "56项", "56项"),
        ("一。 二56项！三", "56项", "二56项！"),
        ("一。二。", "一。二", "一。二。"),
        ("。”甲。", "甲", "甲。"),
        ("”甲。", "甲", "”甲。"),
    ],
)
def test_the_sentence_around_a_quote(text: str, quote: str, sentence: str) -> None:
    assert sentence_at(text, of(text, quote)).of(text) == sentence


def test_of_a_long_sentence_only_the_clauses_of_the_quote_are_lit() -> None:
    text = "很长的开头," * 10 + "有1,056项实现“最多跑一次”," + "很长的结尾," * 10 + "完。"
    assert highlighted_span(text, of(text, "1,056项")).of(text) == "有1,056项实现“最多跑一次”,"


def test_the_clause_around_a_quote() -> None:
    text = "全年借出42.3万册，本年的目标是45万册，明年再增。"
    assert clause_at(text, of(text, "45万册")).of(text) == "本年的目标是45万册，"


def test_a_comma_within_another_number_parts_no_clause() -> None:
    text = "很长的开头，" * 10 + "有56项在1,056项中实现，" + "很长的结尾，" * 10 + "完。"
    assert highlighted_span(text, of(text, "56项在")).of(text) == "有56项在1,056项中实现，"


def test_a_colon_between_two_digits_parts_no_clause() -> None:
    text = "很长的开头，" * 10 + "有56项以3：2通过，" + "很长的结尾，" * 10 + "完。"
    assert highlighted_span(text, of(text, "56项")).of(text) == "有56项以3：2通过，"


def test_of_a_long_list_only_the_item_of_the_quote_is_lit() -> None:
    text = "茶场点1980人次、" * 8 + "果园点2260人次、" + "渔村点1740人次、" * 8 + "完。"
    assert highlighted_span(text, of(text, "2260人次")).of(text) == "果园点2260人次、"


@pytest.mark.parametrize(("letters", "whole"), [(42, True), (43, False)])
def test_a_sentence_of_48_characters_is_lit_whole_and_of_a_longer_one_a_clause(
    letters: int, whole: bool
) -> None:
    text = f"{'长' * letters}，有56项。"
    assert (highlighted_span(text, of(text, "56项")).of(text) == text) is whole


def test_a_short_sentence_is_lit_whole() -> None:
    text = "前。充实警力1793 名,优先保障。后。"
    assert highlighted_span(text, of(text, "1793")).of(text) == "充实警力1793 名,优先保障。"


@given(TEXT, st.data())
def test_what_is_lit_holds_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Span(start, end)
    words = quote.of(text).strip()
    lit = highlighted_span(text, quote)
    assert 0 <= lit.start <= lit.end <= len(text)
    assert words in lit.of(text)
    assert sentence_at(text, quote).holds(lit)


@pytest.mark.parametrize(
    ("characters", "width", "height", "size"),
    [
        # 10 characters a line are 11 lines with what paragraphs lose, and one more: 12 of 70 px
        (100, 400.0, 840.0, 40),
        (100, 400.0, 839.0, 39),
        (0, 400.0, 1000.0, 60),
        # where not one character fits a line there is one on it all the same: 5 lines for 3
        (3, 40.0, 402.0, 45),
        # a passage that scrolls
        (20_000, 34.0 * 16, 800.0, 34),
        (20_000, 34.0 * 16 - 1, 800.0, 30),
    ],
)
def test_a_passage_is_set_at_the_largest_size_that_fits(
    characters: int, width: float, height: float, size: int
) -> None:
    assert room_type(characters, width, height) == size


@given(st.integers(0, 20_000), st.floats(200, 2000), st.floats(200, 1200))
def test_the_back_row_can_read_a_passage_of_any_length(
    characters: int, width: float, height: float
) -> None:
    assert room_type(characters, width, height) >= 28


def test_a_longer_passage_is_never_set_larger_while_it_fits() -> None:
    sizes = [room_type(count, 760, 800) for count in range(20, 240, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
