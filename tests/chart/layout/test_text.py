import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chart.layout.measure import simple
from viewer.chart.layout import Face, wrapped

FACE = Face(14)
TEXTS = st.text(alphabet="甲乙丙丁，。（）“”abc DNA80%…\u3000", max_size=90)


@given(TEXTS, st.floats(40, 400), st.integers(1, 3))
def test_lines_are_few_enough_and_narrow_enough(text: str, width: float, most: int) -> None:
    lines, _ = wrapped(text, width, FACE, simple, most)
    assert len(lines) <= most
    assert all(simple(line, FACE) <= width for line in lines)


@given(TEXTS, st.floats(40, 400))
def test_what_is_not_elided_keeps_every_letter(text: str, width: float) -> None:
    lines, elided = wrapped(text, width, FACE, simple, 9)
    if not elided:
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_long_label_loses_its_middle_and_keeps_both_ends() -> None:
    label = "全年参加过至少一次线上或线下读书分享活动并且登记了联系方式的六十岁以上常住居民"
    lines, elided = wrapped(label, 150, FACE, simple)
    assert elided and len(lines) == 2
    assert lines[0].startswith("全年参加过") and lines[1].endswith("居民")
    assert "…" in "".join(lines)


def test_no_line_begins_with_a_closing_mark() -> None:
    lines, _ = wrapped("出租房屋用人单位注，册率", 14 * 9.5, FACE, simple)
    assert not any(line.startswith("，") for line in lines)
    lines, _ = wrapped("用人单位，率", 14 * 4.5, FACE, simple)
    assert lines == ("用人单", "位，率")


def test_a_last_line_is_not_left_with_one_letter() -> None:
    lines, _ = wrapped("建立合成作战实体运行机制", 14 * 11.5, FACE, simple)
    assert lines == ("建立合成作战", "实体运行机制")


@pytest.mark.parametrize(
    ("text", "hanzi", "lines"),
    [
        ("探索建立的警务运行新机制", 11.5, ("探索建立的", "警务运行新机制")),
        ("出租房屋和用人单位注册率", 9.5, ("出租房屋和", "用人单位注册率")),
        ("优先保障派出所的县级机关", 8.5, ("优先保障派出所的", "县级机关")),
        ("实现“最多跑一次”的事项", 9.5, ("实现“最多跑一次”", "的事项")),
        ("单位：秒 · 对数刻度 · 原文第 3 段", 12.5, ("单位：秒 · 对数刻度 ·", "原文第 3 段")),
    ],
)
def test_two_lines_are_parted_where_a_phrase_ends(
    text: str, hanzi: float, lines: tuple[str, str]
) -> None:
    assert wrapped(text, 14 * hanzi, FACE, simple)[0] == lines


def test_words_are_not_parted() -> None:
    lines, _ = wrapped("Loans through desks", 110, FACE, simple)
    assert lines == ("Loans through", "desks")
