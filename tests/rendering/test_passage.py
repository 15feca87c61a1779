import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCursor, QTextDocument

from viewer.model import Passage, Span
from viewer.rendering.faces import choose_faces
from viewer.rendering.passage import (
    OffsetMap,
    PassageStyle,
    new_document,
    set_passage,
    spans_in,
    wrap_option,
)

LETTERS = st.text(st.sampled_from("警务a1 𠮷😀，。\u00a0"), min_size=1, max_size=30)
PASSAGES = st.lists(LETTERS.filter(str.strip), min_size=1, max_size=4).map("\n\n".join)

NO_BREAK = "\u00a0"


def said(cursor: QTextCursor) -> str:
    """The selected words, a space that holds them together as the space that it stands for."""
    return cursor.selectedText().replace(NO_BREAK, " ")


def laid_out(text, width=400.0):
    faces = choose_faces()
    style = PassageStyle(faces.serif_font(17), faces.sans_font(22, bold=True), QColor("#000000"))
    document = new_document()
    offsets = set_passage(document, "题", Passage(text), style)
    document.setTextWidth(width)
    return document, offsets


@given(PASSAGES)
def test_every_character_is_where_the_map_says(qapp, text):
    document, offsets = laid_out(text)
    for paragraph in Passage(text).paragraphs:
        for at in range(paragraph.start, paragraph.end):
            cursor = QTextCursor(document)
            cursor.setPosition(offsets.position(at))
            cursor.setPosition(offsets.position(at + 1), QTextCursor.MoveMode.KeepAnchor)
            assert said(cursor) == text[at].replace(NO_BREAK, " ")


@given(PASSAGES)
def test_the_map_goes_there_and_back(qapp, text):
    _, offsets = laid_out(text)
    for paragraph in Passage(text).paragraphs:
        for at in range(paragraph.start, paragraph.end):
            assert offsets.offset(offsets.position(at)) == at


def test_a_map_of_nothing_answers_the_start(qapp):
    assert OffsetMap(()).position(7) == 0
    assert OffsetMap(()).offset(7) == 0


def test_markup_in_a_passage_stays_text(qapp):
    text = '<b>80%</b> <img src="file:///etc/passwd"> ![x](http://example.org/a.png)'
    document, _ = laid_out(text)
    assert document.toPlainText() == f"题\n{text}"


def test_a_figure_across_two_lines_has_a_rectangle_on_each(qapp):
    text = "汇聚整合的各类数据已经达到2248亿条之多"
    document, offsets = laid_out(text, width=120)
    places = list(spans_in(document, offsets.position(0), offsets.position(len(text))))
    assert len(places) > 1
    tops = [place.top() for place in places]
    assert tops == sorted(set(tops))
    assert all(place.width() > 0 for place in places)


def test_a_line_of_chinese_is_justified_to_the_column(qapp):
    text = "全省公安机关积极回应群众新期待，依托智慧警务进一步深化改革" * 3
    document, offsets = laid_out(text, width=300)
    places = list(spans_in(document, offsets.position(0), offsets.position(len(text))))
    rights = {round(place.right()) for place in places[:-1]}
    assert max(rights) - min(rights) <= 3


def test_a_run_without_a_break_is_broken_anywhere(qapp):
    plain = wrap_option(Passage("一个普通的段落"))
    endless = wrap_option(Passage("x" * 5_000))
    assert plain.wrapMode() != endless.wrapMode()
    assert endless.wrapMode().name == "WrapAnywhere"


def test_spans_outside_any_paragraph_are_kept_inside(qapp):
    document, offsets = laid_out("甲乙\n\n丙")
    assert list(spans_in(document, offsets.position(99), offsets.position(99))) == []
    assert offsets.position(99) <= document.characterCount()
    assert Span(0, 2).of("甲乙丙") == "甲乙"


def test_a_byte_order_mark_before_a_figure_shifts_nothing(qapp):
    text = "\ufeff出台39 份\n\n\ufeff𠮷80%"
    document, offsets = laid_out(text)
    for words in ("39 份", "80%"):
        at = text.index(words)
        cursor = QTextCursor(document)
        cursor.setPosition(offsets.position(at))
        cursor.setPosition(offsets.position(at + len(words)), QTextCursor.MoveMode.KeepAnchor)
        assert said(cursor) == words


def lines_of(document: QTextDocument) -> list[str]:
    block = document.lastBlock()
    rows = (block.layout().lineAt(n) for n in range(block.layout().lineCount()))
    return [block.text()[row.textStart() :][: row.textLength()] for row in rows]


@pytest.mark.parametrize("width", range(120, 420, 12))
def test_no_line_begins_with_a_comma_or_a_unit_that_a_space_stands_before(qapp, width: int) -> None:
    text = (
        "同比上升87.5% 和119.3% ,止付50亿元 、冻结30 亿元 。共充实1793 名民警，出台39 份文件。" * 3
    )
    document, _ = laid_out(text)
    document.setTextWidth(width)
    assert document.documentLayout().documentSize().height()
    lines = lines_of(document)
    assert len(lines) > 3
    assert not [line for line in lines if line[0] in ",、。名份"]


@pytest.mark.parametrize(
    ("words", "narrow"), [("The harbour’s year", True), ("他说‘一号’工程", False)]
)
def test_an_english_passage_has_its_quotation_marks_narrow(qapp, words: str, narrow: bool) -> None:
    document = new_document()
    faces = choose_faces()
    style = PassageStyle(faces.serif_font(20), faces.sans_font(22, bold=True), QColor("#000000"))
    mapping = set_passage(document, words, Passage(words), style)
    document.setTextWidth(600)
    document.documentLayout()
    at = mapping.position(words.index("’"))
    (rect,) = spans_in(document, at, at + 1)
    assert (rect.width() < 12) is narrow
    heading = document.begin().begin().fragment().charFormat().font().families()
    assert ("Briefing Sans Latin" in heading) is narrow
