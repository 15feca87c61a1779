import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QTextDocument

from viewer.model import Passage
from viewer.rendering.faces import choose_faces
from viewer.rendering.passage import (
    PassageStyle,
    new_document,
    set_passage,
    spans_in,
    typeset,
)
from viewer.rendering.table_tabs import tables
from viewer.rendering.typeset.paragraph_layout import Setter

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


def lines_of(document: QTextDocument, number: int) -> list[QRectF]:
    """Where the lines of a block stand."""
    block = document.findBlockByNumber(number)
    return list(spans_in(document, block.position(), block.position() + block.length() - 1))


def test_the_cells_of_a_column_begin_at_one_place(style) -> None:
    document = new_document()
    offsets = set_passage(document, "节", PASSAGE, style)
    document.setTextWidth(600)
    for column in (("产量", "9.5", "1200.5"), ("增长\n", "0.2", "-3.1")):
        lefts = {round(left_of(document, offsets, cell.strip("\n"))) for cell in column[1:]}
        assert len(lefts) == 1
    assert left_of(document, offsets, "9.5") > left_of(document, offsets, "交通运输和仓储") + 7 * 16
    assert left_of(document, offsets, "渔业") == 0


def test_rows_are_never_stretched_and_words_around_them_are(style) -> None:
    long = "全年各业都有增长，增速比上年同期快得多，其中渔业增长最快，见下表所列。" * 4
    passage = Passage(f"{long}\n\n{TABLE}\n\n{long}")
    document = new_document()
    offsets = set_passage(document, "节", passage, style)
    typeset(document, "节", passage, style, Setter(choose_faces()))
    document.setTextWidth(600)
    first = [line.right() for line in lines_of(document, 1)]
    assert max(first[:-1]) - min(first[:-1]) <= 8  # a mark may hang by half its width
    assert first[-1] < first[0] - 16
    blocks = range(2, document.blockCount() - 1)
    shapes = [document.findBlockByNumber(at).blockFormat() for at in blocks]
    assert {shape.textIndent() for shape in shapes} == {0}
    assert not any(shape.alignment() & Qt.AlignmentFlag.AlignJustify for shape in shapes)
    start = passage.text.index("9.5")
    places = offsets.position(start), offsets.position(start + 3)
    (cell,) = spans_in(document, *places)
    assert cell.width() < 3 * 16


def test_one_line_with_a_tab_is_no_table() -> None:
    passage = Passage("一行\t有制表符。\n\n另一行没有。")
    assert list(tables(passage.text, passage.paragraphs)) == []
