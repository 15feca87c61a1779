import gc
import re
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from viewer.design import palette
from viewer.model import Passage, Span
from viewer.rendering.spots import SpotList
from viewer.window.passage.passage_pane import PassagePane, ShownPassage


@pytest.fixture
def pane(qtbot, style, small):
    pane = PassagePane()
    qtbot.addWidget(pane)
    pane.resize(560, 700)
    pane.apply_style(style)
    section = small.briefing.sections[0]
    figures = tuple(
        sorted(
            (f for f in small.proof.figures.values() if f.section_id == section.id),
            key=lambda f: f.quantity.span,
        )
    )
    pane.show_passage(ShownPassage(section.title, section.passage, figures, {}))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def middle_of(pane, key):
    figure = pane._marks.figure(key)
    return pane._marks.places(figure.quantity.words)[0].center().toPoint()


def test_a_click_on_a_figure_selects_it(pane, qtbot):
    with qtbot.waitSignal(pane.selected) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, "rate"))
    assert told.args == ["rate"]


def test_a_click_beside_every_figure_lets_go(pane, qtbot):
    pane.select("rate")
    with qtbot.waitSignal(pane.selected) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert told.args == [""]


def test_the_pointer_over_a_figure_is_told(pane, qtbot):
    qtbot.mouseMove(pane.viewport(), QPoint(3, 3))
    with qtbot.waitSignal(pane.hovered) as told:
        qtbot.mouseMove(pane.viewport(), middle_of(pane, "papers"))
    assert told.args == ["papers"]


def test_tab_leaves_the_passage_at_once_and_selects_nothing(pane, qtbot):
    heard: list[str] = []
    pane.selected.connect(heard.append)
    window = QWidget()
    qtbot.addWidget(window)
    row, other = QHBoxLayout(window), QLineEdit(window)
    row.addWidget(pane)
    row.addWidget(other)
    window.show()
    pane.setFocus()
    assert window.focusWidget() is pane
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert window.focusWidget() is other
    pane.setParent(None)
    assert heard == []


def test_keys_move_a_caret_and_mark_words(pane, qtbot):
    pane.setFocus()
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(pane, Qt.Key.Key_Home)
    at = pane.textCursor().position()
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.textCursor().position() > at
    span = pane.chosen()
    assert span is not None
    assert span.of(pane._shown.passage.text) == "𠮷市"


def test_the_caret_stands_at_the_selected_figure_and_enter_takes_the_one_at_the_caret(pane, qtbot):
    pane.select("rate")
    figure = pane._marks.figure("rate")
    assert pane._offsets.offset(pane.textCursor().position()) == figure.quantity.words.start
    pane.select("")
    with qtbot.waitSignal(pane.selected) as told:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert told.args == ["rate"]


def test_a_ring_shows_that_keys_work_in_the_passage(pane):
    pane.window().show()
    plain = pane.viewport().grab().toImage()
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    ringed = pane.viewport().grab().toImage()
    assert ringed.pixelColor(1, 40) != plain.pixelColor(1, 40)
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert pane.viewport().grab().toImage().pixelColor(1, 40) == plain.pixelColor(1, 40)


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown])
def test_the_keys_of_the_window_work_while_the_passage_has_the_focus(pane, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(pane, event)
    assert not event.isAccepted()


def test_enter_selects_the_first_figure_in_view(pane, qtbot):
    with qtbot.waitSignal(pane.selected) as told:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert told.args == ["papers"]


def test_a_selection_from_elsewhere_is_not_told_again(pane, qtbot):
    with qtbot.assertNotEmitted(pane.selected):
        pane.select("rate")
        pane.select("")


def test_what_is_copied_are_the_characters_of_the_passage(pane):
    pane.selectAll()
    assert pane.createMimeDataFromSelection().text() == pane._shown.passage.text.rstrip("\n")


def test_the_words_of_a_figure_after_a_wide_character_are_the_right_ones(pane):
    figure = pane._marks.figure("papers")
    cursor = QTextCursor(pane.document())
    span = figure.quantity.span
    cursor.setPosition(pane._offsets.position(span.start))
    cursor.setPosition(pane._offsets.position(span.end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().split() == ["39", "份"]


def test_the_selected_words_are_painted_in_the_colour_of_selection(pane, style, qtbot):
    pane.select("caught")
    image = pane.viewport().grab().toImage()
    places = pane._marks.places(pane._marks.figure("caught").quantity.words)
    below = places[0]
    colours = {
        image.pixelColor(round(below.center().x()), y).name()
        for y in range(round(below.bottom()), round(below.bottom()) + 6)
    }
    assert style.palette.selected in colours


def test_a_hit_far_below_is_brought_into_view(pane, small):
    long = "段落文字。" * 40
    text = "\n\n".join([long] * 20)
    pane.show_passage(ShownPassage("长", Passage(text), (), {}))
    hit = Span(len(text) - 5, len(text) - 3)
    pane.mark_hits((hit,), hit)
    assert pane.verticalScrollBar().value() > 0


def test_of_thousands_of_hits_only_those_in_view_are_looked_up(pane, style, qtbot):
    text = "公安机关破获案件，" * 3000
    pane.show_passage(ShownPassage("长", Passage(text), (), {}))
    hits = tuple(Span(at, at + 2) for at in range(0, len(text), 9))
    pane.mark_hits(hits, hits[1500])
    pane.viewport().grab()
    known = pane._marks._places
    assert 10 < len(known) < 200
    assert hits[1500] in known
    places = [place for spot in known.values() for place in spot]
    view = pane.viewport().height() + 100
    assert max(p.bottom() for p in places) - min(p.top() for p in places) < 2 * view


@pytest.mark.parametrize("move", list(QTextCursor.MoveOperation))
def test_the_caret_never_stands_in_the_heading(pane, move):
    first = pane._offsets.position(0)
    assert pane.textCursor().position() == first
    for marks in QTextCursor.MoveMode:
        pane.moveCursor(move, marks)
        assert pane.textCursor().position() >= first
    pane.apply_style(replace(pane._style, scale=1.5))
    assert pane.textCursor().position() == first


def test_a_column_of_few_characters_is_not_torn_apart_to_be_flush(pane, style, qtbot):
    words = "读者在总馆和分馆之间往返的次数减少了，借书和还书都在家门口办完，" * 4
    pane.show_passage(ShownPassage("题", Passage(words), (), {}))

    def flush() -> bool:
        return bool(pane.document().lastBlock().layout().formats()[1:])

    assert flush()
    pane.resize(250, 700)
    qtbot.waitUntil(lambda: not flush())
    pane.resize(560, 700)
    qtbot.waitUntil(flush)
    pane.apply_style(replace(style, scale=2.5))
    assert not flush()


def test_the_column_is_never_wider_than_a_readable_line(pane, style):
    pane.resize(1600, 700)
    frame = pane.document().rootFrame().frameFormat()
    column = pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert column <= 39 * 17 + 1


def test_the_pane_has_a_name_for_a_screen_reader(pane):
    assert pane.objectName() == "passage"
    assert pane.accessibleName() == "原文"


def test_a_passage_opens_at_its_top_at_any_zoom(pane, style, qtbot):
    from dataclasses import replace

    text = "\n\n".join(["段落文字。" * 40] * 20)
    pane.apply_style(replace(style, scale=1.5))
    pane.show_passage(ShownPassage("长", Passage(text), (), {}))
    pane.resize(420, 500)
    pane.setFocus()
    pane.grab()
    assert pane.verticalScrollBar().maximum() > 0
    assert pane.verticalScrollBar().value() == 0


def inked(pane, before, span):
    """How far the strip under some words has moved from what it was, in steps of grey."""
    after = pane.viewport().grab().toImage()
    place = pane._marks.places(span)[0]
    return sum(
        abs(after.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness())
        for x in range(round(place.left()), round(place.right()))
        for y in range(round(place.bottom()), round(place.bottom()) + 5)
    )


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_dots_under_a_date_are_there_and_far_quieter_than_under_an_unused_figure(
    pane, style, theme
):
    pane.apply_style(replace(style, palette=palette(theme)))
    span = Span(1, 6)
    before = pane.viewport().grab().toImage()
    pane.mark_unused((span,))
    of_figure = inked(pane, before, span)
    pane.mark_unused((), (span,))
    of_aside = inked(pane, before, span)
    assert 0 < of_aside < of_figure / 3


def test_the_dots_go_with_the_passage_and_when_none_are_asked_for(pane):
    pane.mark_unused((Span(1, 3),), (Span(4, 6),))
    pane.mark_unused(())
    assert (pane._marks.unused, pane._marks.asides) == ((), ())
    pane.mark_unused((Span(1, 3),), (Span(4, 6),))
    pane.show_passage(ShownPassage("题", pane._shown.passage, (), {}))
    assert (pane._marks.unused, pane._marks.asides) == ((), ())


def test_the_text_of_a_section_that_was_left_is_gone_at_once(pane):
    """A cycle would leave it to the collector, which may run in a thread that is not Qt's."""
    left = weakref.ref(pane.document())
    gc.disable()
    try:
        pane.show_passage(ShownPassage("题", Passage("另一节。"), (), {}))
        assert left() is None
    finally:
        gc.enable()
    assert len(pane.findChildren(QTextDocument)) == 1


def test_a_text_that_breaks_anywhere_is_followed_by_one_that_breaks_at_words(pane):
    endless = ShownPassage("长", Passage("x" * 5_000), (), {})
    pane.show_passage(endless)
    assert pane.document().defaultTextOption().wrapMode() == QTextOption.WrapMode.WrapAnywhere
    pane.show_passage(ShownPassage("题", Passage("另一节。"), (), {}))
    modes = QTextOption.WrapMode
    assert pane.document().defaultTextOption().wrapMode() == modes.WrapAtWordBoundaryOrAnywhere


class Layouts(QObject):
    """Counts how often the room of a pane's text changes."""

    def __init__(self, pane):
        super().__init__(pane)
        self.resized = 0
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        self.resized += event.type() == QEvent.Type.Resize
        return False


def in_view(pane, key):
    words, top = pane._marks.figure(key).quantity.words, pane.verticalScrollBar().value()
    first, last = pane.places(words)[0], pane.places(words)[-1]
    return top <= first.top() and last.bottom() <= top + pane.viewport().height()


def test_a_selected_figure_in_view_stays_there_at_every_zoom_and_width(pane, style):
    pane.resize(560, 160)
    pane.select("rate")
    assert in_view(pane, "rate")
    for scale in (1.25, 2.0, 1.0, 0.7):
        pane.apply_style(replace(style, scale=scale))
        assert in_view(pane, "rate"), scale
    for width in (300, 900, 560):
        pane.resize(width, 160)
        assert in_view(pane, "rate"), width


def test_the_line_on_top_stays_on_top_at_another_zoom(pane, style):
    text = "".join(f"第{n}句在这里，它有一点长。" for n in range(1, 300))
    pane.show_passage(ShownPassage("长文", Passage(text), (), {}))
    pane.reading.show_offset(2000)
    for scale in (1.5, 0.8, 1.0):
        pane.apply_style(replace(style, scale=scale))
        assert abs(pane.reading.top_offset() - 2000) < 100, scale
    pane.resize(420, 700)
    assert abs(pane.reading.top_offset() - 2000) < 100


def test_the_scroll_bar_stays_between_two_long_passages(pane, qtbot):
    texts = ["\n\n".join([words * 40] * 20) for words in ("段落文字。", "别的文字。")]
    pane.show_passage(ShownPassage("长", Passage(texts[0]), (), {}))
    qtbot.waitUntil(pane.verticalScrollBar().isVisible)
    layouts = Layouts(pane)
    pane.show_passage(ShownPassage("长", Passage(texts[1]), (), {}))
    QApplication.processEvents()
    assert layouts.resized == 0


def test_only_the_marks_in_view_are_painted_however_many_there_are(pane):
    painted = {count: marks_painted(pane, count) for count in (100, 1_000)}
    assert 0 < len(painted[1_000]) < 100
    assert len(painted[1_000]) == len(painted[100])
    view = pane.viewport().height()
    assert all(place.top() <= view for place in painted[1_000])


def test_a_mark_is_no_selection_of_qt(pane):
    """Qt lays out as many selections as there are at every paint: thousands take a second."""
    marks_painted(pane, 500)
    assert len(pane.extraSelections()) < 100


def marks_painted(pane, count: int) -> list[QRectF]:
    """The places that are painted of the marks of a passage with so many unused figures."""
    text = "\n\n".join(f"第{number:04d}站、{number + 4000}站。" for number in range(count))
    pane.show_passage(ShownPassage("节", Passage(text), (), {}))
    numbers = tuple(Span(*found.span()) for found in re.finditer(r"\d+", text))
    pane.mark_unused(numbers)
    pane.mark_hits(numbers, numbers[0])
    pane.grab()  # their places are asked for once
    painted: list[QRectF] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pane._marks, "_dot", lambda _, place, *rest: painted.append(place))
        pane.grab()
    return painted


def test_of_thousands_of_figures_only_those_in_view_are_looked_up(pane, style, qtbot):
    text = "".join(f"第{n}组办理事项{n % 90 + 10}件。\n" for n in range(1_000))
    (known,) = (f for f in pane._shown.figures if f.key == "papers")
    figures = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        words = Span(at + line.index("项") + 1, at + len(line) - 2)
        quantity = replace(known.quantity, span=words, words=words)
        figures.append(known._replace(key=f"m{number}", quantity=quantity, quote=words))
        at += len(line)
    pane.show_passage(ShownPassage("题", Passage(text), tuple(figures), {}))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    pane.grab()
    asked = pane._marks._places
    assert 5 < len(asked) < 120
    key = next(
        f.key
        for f in figures
        if f.quantity.words in asked
        and pane._marks.places(f.quantity.words)[0].top() > bar.value() + 60
    )
    place = middle_of(pane, key) - QPoint(0, bar.value())
    with qtbot.waitSignal(pane.selected) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [key]
    assert len(asked) < 240


WIDE = "\n".join(
    "\t".join(cells)
    for cells in (
        ("码头", *(f"第{n}季度吞吐量（万吨）" for n in range(1, 7))),
        ("东港", *(f"{n}1.{n}" for n in range(1, 7))),
        ("西港", *(f"{n}2.{n}" for n in range(1, 7))),
    )
)


@pytest.fixture
def wide(pane):
    text = f"各码头如下表。\n\n{WIDE}\n\n以上不含内河。"
    pane.show_passage(ShownPassage("港口", Passage(text), (), {}))
    return pane


def place_of(pane, words):
    start = pane._shown.passage.text.index(words)
    return pane._marks.places(Span(start, start + len(words)))


def test_a_table_wider_than_the_column_keeps_its_rows_whole_and_goes_across_alone(wide):
    before, prose = place_of(wide, "11.1")[0], place_of(wide, "不含")
    assert [len(place_of(wide, row)) for row in WIDE.split("\n")] == [1, 1, 1]
    assert place_of(wide, "61.6")[0].width() == 0  # beyond the edge
    layout = wide.document().documentLayout()
    assert layout.scroll_across(before.center().y(), 20)
    assert place_of(wide, "12.1")[0].left() == pytest.approx(before.left() - 20)
    assert place_of(wide, "不含") == prose
    assert not layout.scroll_across(prose[0].center().y(), 20)


def test_a_wide_table_goes_to_where_the_caret_goes_and_to_where_its_bar_is_pressed(wide, qtbot):
    text = wide._shown.passage.text
    caret = QTextCursor(wide.document())
    caret.setPosition(wide._offsets.position(text.index("62.6") + 4))
    wide.setTextCursor(caret)
    cell = place_of(wide, "62.6")[0]
    assert cell.width() > 0
    assert wide.viewport().rect().contains(cell.center().toPoint())
    first = wide.document().documentLayout().window(caret.block())
    bar = QPoint(round(first.left()) + 4, round(first.bottom()) + 7)
    qtbot.mouseClick(wide.viewport(), Qt.MouseButton.LeftButton, pos=bar)
    assert place_of(wide, "西港")[0].width() > 0


def test_figures_are_links_at_their_words_for_a_screen_reader(pane, small, qtbot):
    tree = SpotList(pane.links)
    pane.select("rate")
    text = small.briefing.sections[0].passage.text
    nodes = {node.spot.name: node for node in tree.nodes()}
    figure = pane._marks.figure("rate")
    link = nodes[figure.quote.of(text)]
    assert link.role() is QAccessible.Role.Link and link.state().linked
    assert [name for name, node in nodes.items() if node.state().selected] == [link.spot.name]
    assert link.rect().contains(pane.viewport().mapToGlobal(middle_of(pane, "rate")))
    assert tree.text(QAccessible.Text.Name) == "原文里的数字"
    assert link.relations() == []  # which readers ask of every element
    other = next(node for name, node in nodes.items() if name != link.spot.name)
    with qtbot.waitSignal(pane.selected) as chosen:
        other.actionInterface().doAction(other.actionNames()[0])
    assert other.state().selected and chosen.args != ["rate"]
    tree.release()


def test_the_links_of_a_passage_take_no_click(pane, qtbot):
    with qtbot.waitSignal(pane.selected):
        at = pane.viewport().mapTo(pane, middle_of(pane, "rate"))
        qtbot.mouseClick(
            pane.childAt(at), Qt.MouseButton.LeftButton, pos=pane.childAt(at).mapFrom(pane, at)
        )
