from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.rendering.typeset.line_pieces import CHINESE, LATIN, Marks, pieces_of, sets_itself

Advance = Callable[[str], float]
SIGNS = "的一人民 收入“”‘’《》（），。、；：%…—– aZ-09.,/’𠮷"


def simple(letters: str) -> float:
    """Hanzi and full-width marks are as wide as high, all else half of that."""
    return sum(10.0 if ord(one) > 0x2E7F or one in "“”‘’—…" else 5.0 for one in letters)


def cut(text: str, marks: Marks = CHINESE, most: float = 400) -> list[str]:
    pieces = pieces_of(text, marks, 10, simple, most)
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("提高27% 、3%，技术", ["提", "高", "27% 、", "3%，", "技", "术"]),
        ("“放管服”改革。", ["“放", "管", "服”", "改", "革。"]),
        ("《纲要》（试行）", ["《纲", "要》", "（试", "行）"]),
        ("室“ 情指行” 一体", ["室", "“ 情", "指", "行”", "一", "体"]),
        ("（ 一 ）", ["（ 一 ）"]),
        ("约1,793.5名——", ["约", "1,793.5", "名——"]),
        ("a year – and more", ["a", "year –", "and", "more"]),
        ("a year—and more", ["a", "year—", "and", "more"]),
        ("2019–2021 £4.6m", ["2019–2021", "£4.6m"]),
        ("the chair’s “modest” plan", ["the", "chair’s", "“modest”", "plan"]),
        ("见 report.v2.yaml。", ["见", "report.v2.yaml。"]),
        ("at 9:30 a.m., then", ["at", "9:30", "a.m.,", "then"]),
        ("four-day e-mail", ["four-", "day", "e-mail"]),
        ("", []),
    ],
)
def test_what_belongs_together_is_one_piece(text: str, pieces: list[str]) -> None:
    assert cut(text, LATIN if text.isascii() or "’" in text else CHINESE) == pieces


def test_a_word_wider_than_the_line_is_parted() -> None:
    parts = cut("a" * 50, most=100)
    assert [len(part) for part in parts] == [20, 20, 10]


@given(st.text(SIGNS, max_size=60))
def test_the_pieces_are_the_text_less_its_blanks(text: str) -> None:
    pieces = pieces_of(text, CHINESE, 10, simple, 100)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    spans = list(zip(pieces.starts, pieces.ends, strict=True))
    for (_, end), (start, _) in pairwise(spans):
        assert not text[end:start].strip()


def test_marks_that_meet_share_one_blank_in_chinese_only() -> None:
    together = pieces_of("再抓三年”，“一号", CHINESE, 10, simple, 400)
    assert together.right[-1] == 10 * 9 - 5 * 2
    apart = pieces_of("再抓三年”，“一号", LATIN, 10, simple, 400)
    assert apart.right[-1] == 10 * 9


def test_texts_whose_rules_are_another_s_are_left_to_qt() -> None:
    assert sets_itself("全省 1793 名，𠮷林 “quiet” 😀")
    for other in ("שלום 12", "مرحبا", "ภาษาไทย", "\u202ex"):
        assert not sets_itself(other)
