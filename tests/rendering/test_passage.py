import functools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCursor, QTextDocument

from viewer.design.chinese_words import in_words
from viewer.model import Passage, Span
from viewer.rendering.faces import choose_faces
from viewer.rendering.passage import (
    LONGEST_TYPESET,
    OffsetMap,
    PassageStyle,
    new_document,
    set_passage,
    spans_in,
    typeset,
    wrap_option,
)
from viewer.rendering.passage_layout import PassageLayout
from viewer.rendering.typeset.paragraph_layout import Setter
from viewer.rendering.typeset.unbreakable_numbers import number_parted_at, unbreakable_numbers

SETTER = functools.cache(lambda: Setter(choose_faces()))
"""One for all tests, as a pane has one for all passages."""
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


def typeset_at(
    text: str, width: float, *, flush: bool = True, title: str = "题"
) -> tuple[QTextDocument, OffsetMap]:
    """A document as the pane shows it, `width` pixels wide."""
    faces = choose_faces()
    body, heading = faces.serif_font(20), faces.sans_font(22, bold=True)
    style = PassageStyle(body, heading, QColor("#000000"), flush=flush)
    document = new_document()
    offsets = set_passage(document, title, Passage(text), style)
    typeset(document, title, Passage(text), style, SETTER())
    document.setPageSize(QSizeF(width, -1))
    return document, offsets


NUMBERS = (
    "全市共有16个街道、128 公里管网完成改造，投入74.5 万元，覆盖率达80% 以上，第12批设备的响应时间"
    "由1200 ms降至85 ms，登记2248亿条。" * 3
)


@pytest.mark.parametrize("width", [180, 200, 220, 260])
def test_a_title_is_broken_between_its_words(qapp, width: int) -> None:
    title = "改革创新构建服务实战新体系"
    document, _ = typeset_at("字" * 80, width, title=title)
    document.documentLayout().documentSize()
    layout = document.begin().layout()
    starts = {layout.lineAt(n).textStart() for n in range(layout.lineCount())}
    assert len(starts) > 1
    assert not any(first < at < last for at in starts for first, last in in_words(title))


@pytest.mark.parametrize("width", [130, 250, 400, 670])
def test_no_number_is_parted_from_its_unit_and_none_is_widened(qapp, width: int) -> None:
    document, offsets = typeset_at(NUMBERS, width)
    measure = QFontMetricsF(choose_faces().serif_font(20))
    for number in unbreakable_numbers(NUMBERS):
        places = list(spans_in(document, *map(offsets.position, (number.start, number.end))))
        assert len(places) == 1, number.of(NUMBERS)
        assert abs(places[0].width() - measure.horizontalAdvance(number.of(NUMBERS))) < 3


def test_full_lines_of_chinese_end_one_under_the_other(qapp) -> None:
    text = "读者在总馆和分馆之间往返的次数减少了，借书和还书都在家门口办完，" * 4
    document, offsets = typeset_at(text, 300)
    places = list(spans_in(document, offsets.position(0), offsets.position(len(text))))
    rights = [place.right() for place in places[:-1]]
    assert len(rights) > 3
    assert all(290 <= right <= 310.1 for right in rights)  # a mark may hang by half its width


def test_a_line_with_too_much_to_spare_is_left_short(qapp) -> None:
    text = "系统由Elasticsearchcluster和Prometheusmonitoring以及Kubernetesplatform组成"
    document, offsets = typeset_at(text, 340)
    measure = QFontMetricsF(choose_faces().serif_font(20))
    at = text.index("系统由")
    (place,) = spans_in(document, offsets.position(at), offsets.position(at + 2))
    assert abs(place.width() - measure.horizontalAdvance("系统")) < 1


def test_english_is_set_left_aligned_with_its_words_as_wide_as_they_are(qapp) -> None:
    text = "The harbour handled more vessels than in any year before it was widened. " * 3
    document, _ = typeset_at(text, 340)
    layout = document.lastBlock().layout()
    spacings = [one.format.fontLetterSpacing() for one in layout.formats()]
    assert layout.lineCount() > 3
    assert not any(spacings)


@settings(max_examples=25)
@example(" ע", 7)  # Qt takes the text of two lines of the setter into one
@example("%e（…——", 15)
@given(
    st.lists(
        st.text(
            st.sampled_from("警a1 𠮷，“”（）—…\tعק\u0e01e\u0301ﬁ%."), min_size=1, max_size=60
        ).filter(str.strip),
        min_size=1,
        max_size=3,
    ).map("\n\n".join),
    st.integers(1, 400),
)
def test_whatever_is_set_every_character_has_its_place_in_order(qapp, text, width):
    document, offsets = typeset_at(text, width)
    assert isinstance(document.documentLayout(), PassageLayout)
    block = document.firstBlock()
    while block.isValid():
        ends = [0]
        layout = block.layout()
        for line in map(layout.lineAt, range(layout.lineCount())):
            assert line.textStart() == ends[-1]
            ends.append(line.textStart() + line.textLength())
        assert ends[-1] == len(block.text().encode("utf-16-le")) // 2
        block = block.next()
    size = document.documentLayout().documentSize()
    for paragraph in Passage(text).paragraphs:
        here = next(spans_in(document, offsets.position(paragraph.start), 10**6)).center()
        hit = document.documentLayout().hitTest(here, Qt.HitTestAccuracy.FuzzyHit)
        assert paragraph.start <= offsets.offset(hit) <= paragraph.end
        assert here.y() < size.height()


@pytest.mark.parametrize("width", [130, 404])
def test_no_number_of_a_long_passage_is_parted_from_its_unit(qapp, width: int) -> None:
    text = "\n\n".join(
        f"{'𠮷' * (turn % 5)}{NUMBERS}新植4.5 万 株、林道{turn} 公里。" for turn in range(45)
    )
    assert len(text) > LONGEST_TYPESET
    document, offsets = typeset_at(text, width)
    for number in re.finditer(r"4\.5 万 株|74\.5 万元|2248亿条|128 公里|(?<=林道)\d+ 公里", text):
        places = list(spans_in(document, *map(offsets.position, number.span())))
        assert len(places) == 1, number[0]


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [
        ("共栽4.5 万 株树", 5, 2),
        ("共栽4.5 万 株树", 7, 2),
        ("共栽4.5 万 株树", 8, 2),
        ("共栽4.5 万 株树", 9, None),
        ("共栽4.5 万 株树", 2, None),
        ("下降−12.5%。", 5, 2),
        ("修路128 公里", 7, 2),
        ("第12批", 2, 0),
        ("长约85 ms", 5, 2),
        ("没有数字的一句话", 4, None),
        ("", 0, None),
    ],
)
def test_a_number_is_known_by_its_form_at_the_end_of_a_line(text, end, start) -> None:
    assert number_parted_at(text, end) == start


def test_a_passage_longer_still_is_left_to_the_layout_of_qt(qapp) -> None:
    document, _ = typeset_at("很长的报告。" * 11_000, 400)
    assert not isinstance(document.documentLayout(), PassageLayout)
