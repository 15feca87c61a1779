from hypothesis import assume, given
from hypothesis import strategies as st

from viewer.draft.readers.plain import blocks_of, read
from viewer.draft.readers.report import Shape, clean


def test_each_line_is_a_paragraph_without_the_white_space_around_it() -> None:
    blocks = blocks_of("题目\n\n\xa0\xa0\u3000第一段。 \n第二段。")
    assert [block.text for block in blocks] == ["题目", "第一段。", "第二段。"]
    assert [block.alone for block in blocks] == [True, False, False]
    assert [block.indented for block in blocks] == [False, True, False]


def test_neighbouring_lines_with_tabs_are_one_table() -> None:
    blocks = blocks_of("前\n指标\t2019\n粮食\t1.5\n后")
    assert [block.shape for block in blocks] == [Shape.PARAGRAPH, Shape.TABLE, Shape.PARAGRAPH]
    assert blocks[1].text == "指标\t2019\n粮食\t1.5"


def test_a_table_of_markdown_has_tabs_for_its_strokes() -> None:
    blocks = blocks_of("前\n| 码头 | 泊位 |\n| --- | --: |\n| 北港 | 12 |")
    assert [block.text for block in blocks] == ["前", "码头\t泊位\n北港\t12"]
    assert blocks[1].shape is Shape.TABLE


def test_every_kind_of_line_break_parts_lines() -> None:
    report = read("一\r\n二\r三\u2028四\x0b五".encode(), "", lambda: False)
    assert [block.text for block in report.blocks] == list("一二三四五")


@given(st.text())
def test_no_character_is_lost_but_white_space_at_the_ends_of_lines(text: str) -> None:
    assume("#" not in text)  # marks of headings are none of their words
    cleaned = clean(text)
    kept = [line.strip() for line in cleaned.split("\n") if line.strip()]
    assert "\n".join(block.text for block in blocks_of(cleaned)).split("\n") == (kept or [""])


def test_two_spaces_between_sentences_make_no_table() -> None:
    blocks = blocks_of("He came.  He saw 3 cats.\n\nIt rose 5 percent.  It fell.")
    assert {block.shape for block in blocks} == {Shape.PARAGRAPH}


def test_one_line_with_strokes_is_no_table() -> None:
    blocks = blocks_of("首页 | 新闻 | 2021\n正文一段。")
    assert {block.shape for block in blocks} == {Shape.PARAGRAPH}


def test_lines_that_are_marked_as_headings_are_headings() -> None:
    found = blocks_of("# 年报\n\n## 一、客运\n客运量增长。\n## 二、货运 ##\n货运量下降。")
    assert [(one.shape, one.level, one.text) for one in found] == [
        (Shape.HEADING, 1, "年报"),
        (Shape.HEADING, 2, "一、客运"),
        (Shape.PARAGRAPH, 0, "客运量增长。"),
        (Shape.HEADING, 2, "二、货运"),
        (Shape.PARAGRAPH, 0, "货运量下降。"),
    ]


def test_one_line_with_a_mark_is_no_heading() -> None:
    (found,) = blocks_of("# 3 is the berth of the ferry.")
    assert (found.shape, found.text) == (Shape.PARAGRAPH, "# 3 is the berth of the ferry.")
