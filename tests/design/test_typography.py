from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.design import END, glued, in_lines
from viewer.design.chinese_words import word_ends

HANZI = 14.0
TEXTS = st.text(alphabet="甲乙丙丁，。（）“”abc DNA80%…\u3000", max_size=90)


def words(run: str) -> tuple[str, ...]:
    """The words of a run of hanzi, in order."""
    return tuple(run[first:last] for first, last in pairwise(word_ends(run)))


def simple(text: str) -> float:
    """A measure without fonts: hanzi are as wide as high, all else a little over half of that."""
    return sum(HANZI if ord(letter) > 0x2000 else HANZI * 0.58 for letter in text)


def lines_of(text: str, width: float, most: int = 2) -> tuple[str, ...]:
    return in_lines(text, width, simple, most)[0]


@given(TEXTS, st.floats(40, 400), st.integers(1, 3), st.floats(0.2, 1.0))
def test_lines_are_few_enough_and_narrow_enough(
    text: str, width: float, most: int, head: float
) -> None:
    lines, _ = in_lines(text, width, simple, most, head)
    assert len(lines) <= most
    assert all(simple(line) <= width for line in lines)


@given(TEXTS, st.floats(40, 400))
def test_what_is_not_elided_keeps_every_letter(text: str, width: float) -> None:
    lines, elided = in_lines(text, width, simple, 9)
    if not elided:
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_long_text_loses_its_middle_and_keeps_both_ends() -> None:
    text = "全年参加过至少一次线上或线下读书分享活动并且登记了联系方式的六十岁以上常住居民"
    lines, elided = in_lines(text, 150, simple, 2)
    assert elided and len(lines) == 2
    assert lines[0].startswith("全年参加过") and lines[1].endswith("居民")
    assert "…" in "".join(lines)


def test_or_its_end_where_the_end_says_less() -> None:
    lines, elided = in_lines("做强综合战斗实体打牢基层治理基础" * 5, 150, simple, 2, END)
    assert elided and len(lines) == 2
    assert lines[0].startswith("做强") and lines[1].endswith("…")
    assert lines[1].index("…") == len(lines[1]) - 1


@pytest.mark.parametrize("width", range(84, 300, 12))
def test_what_is_left_out_is_left_out_in_whole_words(width: int) -> None:
    text = "Libraries and reading rooms of the whole region, different units, no common axis"
    lines, elided = in_lines(text, width, simple, 2)
    kept = "\n".join(lines).replace("…", "\n").split()
    assert elided and set(kept) <= set(text.split())


def test_a_mark_after_a_space_stands_at_no_head_of_a_line() -> None:
    text = "提取率同比提高27% 、3% ，录入率提高 13% 。"
    assert not {line[0] for line in lines_of(text, 120, 9)} & set("、，。")
    assert "%\u2060\u00a0\u2060、" in glued(text)


def test_a_wide_character_is_never_halved() -> None:
    lines, _ = in_lines("𠮷" * 30, 100, simple, 2, END)
    assert set("".join(lines)) == {"𠮷", "…"}


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = lines_of("出租房屋用人单位注，册率", HANZI * 9.5)
    assert not any(line.startswith("，") for line in lines)
    assert lines_of("用人单位，率", HANZI * 4.5) == ("用人", "单位，率")


def test_a_last_line_is_not_left_with_one_letter() -> None:
    assert lines_of("建立合成作战实体运行机制", HANZI * 11.5) == ("建立合成作战", "实体运行机制")


@pytest.mark.parametrize(
    ("text", "hanzi", "lines"),
    [
        ("探索建立的警务运行新机制", 11.5, ("探索建立的", "警务运行新机制")),
        ("出租房屋和用人单位注册率", 9.5, ("出租房屋和", "用人单位注册率")),
        ("优先保障派出所的县级机关", 8.5, ("优先保障派出所的", "县级机关")),
        ("实现“最多跑一次”的事项", 9.5, ("实现“最多跑一次”", "的事项")),
        ("单位：秒 · 对数刻度 · 原文第 3 段", 12.5, ("单位：秒 · 对数刻度", "原文第 3 段")),
        ("做强综合战斗实体,打牢基层治理基础", 15.0, ("做强综合战斗实体,", "打牢基层治理基础")),
    ],
)
def test_two_lines_are_parted_where_a_phrase_ends(
    text: str, hanzi: float, lines: tuple[str, str]
) -> None:
    assert lines_of(text, HANZI * hanzi) == lines


def test_words_are_not_parted() -> None:
    assert lines_of("Loans through desks", 110) == ("Loans through", "desks")


@pytest.mark.parametrize(
    ("text", "hanzi", "lines"),
    [
        ("新建联合作业实体运行机制的镇", 9.5, ("新建联合作业实体", "运行机制的镇")),
        ("全年共计修复图书馆古籍", 8.5, ("全年共计修复", "图书馆古籍")),
        ("巡查时发现并处理隐患 36 处", 12.0, ("巡查时发现并", "处理隐患 36 处")),
        ("收到建议 1200 余条，办结 9 成", 11.0, ("收到建议 1200 余条，", "办结 9 成")),
        ("请打开 notes.v2.yaml 再核对", 12.5, ("请打开 notes.v2.yaml", "再核对")),
    ],
)
def test_a_label_is_broken_between_words_and_a_number_stays_with_its_unit(
    text: str, hanzi: float, lines: tuple[str, str]
) -> None:
    assert lines_of(text, HANZI * hanzi) == lines


@pytest.mark.parametrize("run", ["甲乙丙丁戊", "参与率", "", "的的的", "图书馆藏书" * 40])
def test_the_words_of_a_run_are_the_run(run: str) -> None:
    assert "".join(words(run)) == run


def test_what_no_list_knows_is_parted_in_twos() -> None:
    assert words("桫椤榛莽蒹葭") == ("桫椤", "榛莽", "蒹葭")


def test_an_ending_stays_with_its_word_and_what_counts_with_what_is_counted() -> None:
    assert words("进站的派出所长") == ("进站", "的", "派出所长")
    assert words("申请费合计三项") == ("申请费", "合计", "三项")
    assert words("每场活动的组织者") == ("每场", "活动", "的", "组织者")


def test_common_words_of_reports_are_known() -> None:
    assert words("参与图书馆活动的志愿者") == ("参与", "图书馆", "活动", "的", "志愿者")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("各校新生人数变化（%）", 140, ("各校新生人数", "变化（%）")),
        ("电动公交产量（万辆）回升", 112, ("电动公交", "产量（万辆）回升")),
        ("Share of the (points)", 170, ("Share of", "the (points)")),
        ("变化（%）", 44, ("变化", "（%）")),
    ],
)
def test_a_unit_in_brackets_stays_with_the_word_before_it(
    text: str, width: float, lines: tuple[str, ...]
) -> None:
    assert lines_of(text, width, 3) == lines


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("读入的版本", "读\u2060入的版\u2060本"),
        ("共 3 处。", "共 3\u2060\u00a0\u2060处\u2060。"),
        ("Plain words, no more", "Plain words, no more"),
    ],
)
def test_what_a_toolkit_may_not_part_is_held_together(text: str, held: str) -> None:
    assert glued(text) == held
