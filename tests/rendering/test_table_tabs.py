import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from viewer.model import Passage
from viewer.rendering.passage import PassageStyle, new_document, set_passage, spans_in
from viewer.rendering.table_tabs import tables

TABLE = "指标\t产量（万吨）\t增长\n交通运输和仓储\t9.5\t0.2\n渔业\t1200.5\t-3.1"
PASSAGE = Passage(f"全年各业都有增长，见下表。\n\n{TABLE}\n\n以上为初步数，以年鉴为准。")


@pytest.fixture
def style(qapp) -> PassageStyle:
    body = QFont()
    body.setPixelSize(16)
    return PassageStyle(body, body, QColor("black"))


def left_of(document, offsets, words: str) -> float:
    start = PASSAGE.text.index(words)
    places = offsets.position(start), offsets.position(start + len(words))
    return next(iter(spans_in(document, *places))).left()


def test_the_cells_of_a_column_begin_at_one_place(style) -> None:
    document = new_document()
    offsets = set_passage(document, "节", PASSAGE, style)
    document.setTextWidth(600)
    for column in (("产量", "9.5", "1200.5"), ("增长\n", "0.2", "-3.1")):
        lefts = {round(left_of(document, offsets, cell.strip("\n"))) for cell in column[1:]}
        assert len(lefts) == 1
    assert left_of(document, offsets, "9.5") > left_of(document, offsets, "交通运输和仓储") + 7 * 16
    assert left_of(document, offsets, "渔业") == 0


def test_rows_are_set_flush_and_never_stretched_and_words_around_them_are(style) -> None:
    document = new_document()
    set_passage(document, "节", PASSAGE, style)
    blocks = [document.findBlockByNumber(at) for at in range(1, document.blockCount())]
    shapes = [
        (block.blockFormat().textIndent(), block.blockFormat().alignment()) for block in blocks
    ]
    assert shapes[0] == shapes[-1] == (32, Qt.AlignmentFlag.AlignJustify)
    assert not any(Qt.AlignmentFlag.AlignJustify & alignment for _, alignment in shapes[1:-1])
    assert {indent for indent, _ in shapes[1:-1]} == {0}


def test_one_line_with_a_tab_is_no_table() -> None:
    passage = Passage("一行\t有制表符。\n\n另一行没有。")
    assert list(tables(passage.text, passage.paragraphs)) == []
