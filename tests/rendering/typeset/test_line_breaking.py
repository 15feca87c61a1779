from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendering.typeset.test_line_pieces import SIGNS, simple
from viewer.model import Span
from viewer.rendering.typeset.line_breaking import Fill, LineRoom, break_lines
from viewer.rendering.typeset.line_pieces import CHINESE, LATIN, pieces_of


def lines_of(
    text: str, width: float, fill: Fill, kept: tuple[Span, ...] = (), indent: float = 0
) -> list[str]:
    marks = CHINESE if any(ord(one) > 0x2E7F for one in text) else LATIN
    column = LineRoom(width, indent, 10, marks, fill, kept)
    pieces = pieces_of(text, marks, 10, simple, width - indent)
    return [text[line.start : line.shown] for line in break_lines(pieces, column)]


@pytest.mark.parametrize("width", [150, 180, 220])
def test_a_title_is_parted_at_a_mark_and_never_within_its_quotation(width: float) -> None:
    title = "我省公安基层基础建设“两个大抓再抓三年”首战告捷"
    assert lines_of(title, width, Fill.EVEN) == [
        "我省公安基层基础建设",
        "“两个大抓再抓三年”首战告捷",
    ]
    english = "Harbour Authority’s Annual Report: “A steadier year”"
    assert lines_of(english, 200, Fill.EVEN)[-1] == "“A steadier year”"


@given(st.text("的一人民收入，。“”", min_size=1, max_size=120), st.integers(80, 300))
def test_no_last_line_is_one_character_where_another_line_can_spare_some(
    text: str, width: int
) -> None:
    for fill in (Fill.EVEN, Fill.SPREAD):
        lines = lines_of(text, width, fill)
        if len(lines) > 1 and not set(text) & set("，。“”"):
            assert len(lines[-1]) > 1


@given(st.text(SIGNS, max_size=200), st.integers(60, 400), st.sampled_from(list(Fill)))
def test_every_character_is_on_a_line_in_order(text: str, width: int, fill: Fill) -> None:
    column = LineRoom(width, 20, 10, CHINESE, fill)
    lines = break_lines(pieces_of(text, CHINESE, 10, simple, width - 20), column)
    assert "".join(text[line.start : line.end] for line in lines).strip() == text.strip()
    assert all(line.start < line.end for line in lines) or not text.strip()


@given(st.text("的一人民收入，。、”“（）12% ", min_size=1, max_size=200))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    lines = lines_of("的" + text, 300, Fill.SPREAD)
    assert not any(line[0] in "，。、”）%" for line in lines[1:] if line)
    inner = [line for line in lines[:-1] if not set(line) <= set("“（")]
    assert not any(line.rstrip()[-1:] in tuple("“（") for line in inner)


def test_a_number_stays_with_its_unit() -> None:
    text = "全省共充实派出所警力，一二三四五六七八九十一二三四五六七 1793 名，专项列支经费。"
    figure = Span(text.index("1793"), text.index("，专"))
    plain, kept = (lines_of(text, 305, Fill.SPREAD, spans) for spans in ((), (figure,)))
    assert any("1793 名" in line for line in kept)
    assert not any("1793 名" in line for line in plain)


def test_english_lines_are_chosen_together() -> None:
    text = "The ferry terminal opened its new berth in May and the board was content with it " * 3
    lines = lines_of(text.strip(), 260, Fill.SPREAD)
    assert min(len(line) for line in lines[:-1]) >= 44
    assert max(len(line) for line in lines) <= 53  # a little tighter than it comes
