import pytest

from viewer.draft.readers.markdown import read
from viewer.draft.readers.report import Shape

PAGE = """# 年度报告

全年实现**增加值**148.2亿元，
比上年[增长](https://example.org)9%。

综合
----

- 第一项 12 个
- 第二项 34 个

| 指标 | 2019 |
|------|-----:|
| 粮食 | 1.5 |

1. 其一
"""


def blocks() -> list[tuple[Shape, int, str]]:
    report = read(PAGE.encode(), "", lambda: False)
    return [(block.shape, block.level, block.text) for block in report.blocks]


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    assert blocks() == [
        (Shape.HEADING, 1, "年度报告"),
        (Shape.PARAGRAPH, 0, "全年实现增加值148.2亿元，比上年增长9%。"),
        (Shape.HEADING, 2, "综合"),
        (Shape.ITEM, 0, "第一项 12 个"),
        (Shape.ITEM, 0, "第二项 34 个"),
        (Shape.TABLE, 0, "指标\t2019\n粮食\t1.5"),
        (Shape.ITEM, 0, "1. 其一"),
    ]


def test_front_matter_names_title_and_date_and_is_no_words_of_the_report() -> None:
    page = '---\ntitle: "年度公报"\ndate: 2023-03-01\ntags:\n  - a\n---\n# 年度公报\n\n正文。\n'
    report = read(page.encode(), "", lambda: False)
    assert (report.title, report.source.date) == ("年度公报", "2023-03-01")
    assert [block.text for block in report.blocks] == ["年度公报", "正文。"]


def test_a_rule_at_the_head_that_no_second_one_closes_hides_nothing() -> None:
    report = read("---\n正文: 一段。\n\n又一段。\n".encode(), "", lambda: False)
    assert [block.text for block in report.blocks] == ["正文: 一段。", "又一段。"]


def test_a_table_without_strokes_at_its_edges_is_one() -> None:
    page = "Item | 2020 | 2021\n---|---|---\nExports | 28.5 | 29.1\n"
    (block,) = read(page.encode(), "", lambda: False).blocks
    assert (block.shape, block.text) == (Shape.TABLE, "Item\t2020\t2021\nExports\t28.5\t29.1")


def test_what_is_escaped_is_read_as_itself() -> None:
    words = "全年增长4\\.5%，其中\\*甲\\*占\\[一半\\]。"
    page = f"{words}\n\n| 指标 | 值 |\n|---|---|\n| 甲\\|乙 | 3\\.5 |\n"
    report = read(page.encode(), "", lambda: False)
    said = [block.text for block in report.blocks]
    assert said == ["全年增长4.5%，其中*甲*占[一半]。", "指标\t值\n甲|乙\t3.5"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("全年收入***1234万元***。", "全年收入1234万元。"),
        ("增长~~5%~~6%，见[附表][1]。\n\n[1]: https://example.org/2020", "增长6%，见附表。"),
        ("**增加值。**全年增长5%。", "增加值。全年增长5%。"),
        ("共3*4*5个，10~~20%与30~~40%。", "共3*4*5个，10~~20%与30~~40%。"),
        ("见<https://example.org/2020/1793>的说明。", "见的说明。"),
        ("<b>装卸</b>机械<!-- 12 -->1793台。", "装卸机械1793台。"),
        ("`1793`台[^1]。\n\n[^1]: 数据来自年鉴。", "1793台。|数据来自年鉴。"),
        ("[注]: 初步核算数。", "[注]: 初步核算数。"),
    ],
)
def test_no_mark_of_markdown_stays_in_the_words_and_no_word_is_lost(page: str, words: str) -> None:
    blocks = read(page.encode(), "", lambda: False).blocks
    assert [block.text for block in blocks] == words.split("|")


def test_html_in_markdown_is_read_as_a_page_is() -> None:
    page = (
        "<div>\n<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></div>\n"
    )
    (block,) = read(page.encode(), "", lambda: False).blocks
    assert (block.shape, block.text) == (Shape.TABLE, "甲\t1\n乙\t2")


def test_a_row_with_more_cells_than_the_head_keeps_them() -> None:
    (block,) = read("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n".encode(), "", lambda: False).blocks
    assert block.text == "甲\t乙\n1\t2\t3"
