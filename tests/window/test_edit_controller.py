"""A figure corrected, taken out and added with keys alone, and every step undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.window.conftest import SMALL
from tests.window.whole import wire_whole
from viewer.i18n import load
from viewer.rendering.faces import choose_faces
from viewer.settings import load_settings
from viewer.window.appearance import Dressing
from viewer.window.edit_controller import Editing
from viewer.window.edit_review import Reviews
from viewer.window.edit_sheet import FigureSheet

KEYS = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier

DOUBTED = """\
briefing: 1
title: 街道月报
sections:
  - id: one
    title: 服务
    passage: |
      本月受理热线 412 件，办结率 97.5%，比上月提高 1.5 个百分点。走访居民超过 260 户。第 2 页
    metrics:
      - id: calls   # 热线
        label: 本月
        value: 412
        unit: 件
        cite: 受理热线 412 件
        review: 名称存疑
      - {id: rate, label: 办结率, value: 97.5, unit: "%", cite: 办结率 97.5%, review: 没有说基数}
      - {id: page, label: 页, value: 2, unit: 页, cite: 第 2 页, review: 没有说基数}
"""


@pytest.fixture
def opened(qtbot, qapp, tmp_path):
    """Opens a text in a whole window; gives what was wired."""
    plain = qapp.font(), qapp.palette(), qapp.styleSheet()
    settings = load_settings(tmp_path / "settings.json")
    dressing = Dressing(qapp, settings, choose_faces(), load("zh_CN"), "light")
    wired = wire_whole(dressing, settings)
    qtbot.addWidget(wired.window)
    dressing.apply()

    def open_(text):
        file = tmp_path / "mine.yaml"
        file.write_text(text, encoding="utf-8")
        wired.filing.open(file)
        wired.window.show()
        wired.window.activateWindow()
        read = wired.desk
        qtbot.waitUntil(lambda: read.opened is not None and read.opened.complete)
        return wired

    yield open_
    dressing.undress()
    qapp.setFont(plain[0])
    qapp.setPalette(plain[1])
    qapp.setStyleSheet(plain[2])


def text_of(wired):
    return (wired.desk.refused or wired.desk.opened).path.read_text("utf-8")


def to_the_words(wired, qtbot):
    wired.window.activateWindow()
    wired.window.passage.setFocus()
    qtbot.waitUntil(wired.window.passage.hasFocus)


def press(wired, qtbot, key, modifier=NO):
    """A key in the passage; whatever it wrote is read again."""
    before = text_of(wired)
    to_the_words(wired, qtbot)
    QTest.keyClick(wired.window.passage, key, modifier)
    if text_of(wired) != before:
        written = hash(text_of(wired).encode())
        qtbot.waitUntil(lambda: wired.desk.opened.digest == written)
        qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def sheet_of(wired, qtbot):
    qtbot.waitUntil(lambda: bool(wired.window.findChildren(FigureSheet)))
    return wired.window.findChildren(FigureSheet)[-1]


def confirm(wired, qtbot, sheet):
    QTest.keyClick(sheet.fields["label"], KEYS.Key_Return)
    written = hash(text_of(wired).encode())
    qtbot.waitUntil(lambda: wired.desk.opened.digest == written)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def select_words(wired, qtbot, words):
    to_the_words(wired, qtbot)
    pane, text = wired.window.passage, wired.desk.section.passage.text
    start = text.index(words)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane._offsets.position(start))
    end = pane._offsets.position(start + len(words))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_a_label_is_corrected_by_two_keys_and_undone_by_one(opened, qtbot):
    wired = opened(DOUBTED)
    wired.desk.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    assert sheet.fields["label"].selectedText() == "本月"
    sheet.fields["label"].insert("受理热线")  # an input method does
    confirm(wired, qtbot, sheet)
    assert text_of(wired) == DOUBTED.replace("label: 本月", "label: 受理热线")
    assert wired.desk.selection.key == "calls"
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == DOUBTED
    press(wired, qtbot, KEYS.Key_Z, CTRL_SHIFT)
    assert "label: 受理热线" in text_of(wired)


def test_the_sheet_refuses_what_check_would_refuse_in_its_words(opened, qtbot):
    wired = opened(DOUBTED)
    wired.desk.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    sheet.fields["value"].setText("421")
    QTest.keyClick(sheet.fields["label"], KEYS.Key_Return)
    assert sheet.isVisible()
    assert "421件" in sheet.verdict.text().replace(" ", "")
    assert not sheet.agree.isEnabled()
    assert text_of(wired) == DOUBTED
    sheet.reject()


def test_what_is_no_figure_leaves_the_file_and_is_remembered(opened, qtbot):
    wired = opened(DOUBTED)
    wired.desk.selection.select("page")
    press(wired, qtbot, KEYS.Key_Delete)
    section = wired.desk.section
    assert [metric.id for metric in section.metrics] == ["calls", "rate"]
    assert section.left_out == ("2 页",)
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == DOUBTED


def test_selected_words_become_a_figure_as_the_scanner_reads_them(opened, qtbot):
    wired = opened(DOUBTED)
    select_words(wired, qtbot, "超过 260 户")
    press(wired, qtbot, KEYS.Key_Return)
    sheet = sheet_of(wired, qtbot)
    told = dict(sheet.texts())
    assert (told["value"], told["unit"], told["qualifier"]) == ("260", "户", "at_least")
    assert DOUBTED.count(told["cite"]) == 1
    assert sheet.agree.isEnabled()
    sheet.fields["label"].insert("走访户数")  # an input method does
    confirm(wired, qtbot, sheet)
    added = wired.desk.section.metrics[-1]
    assert (added.label, added.qualifier) == ("走访户数", "at_least")
    assert wired.desk.figure(added.id) is not None


def test_words_without_a_number_are_told(opened, qtbot):
    wired = opened(DOUBTED)
    select_words(wired, qtbot, "受理热线")
    press(wired, qtbot, KEYS.Key_Return)
    assert not wired.window.findChildren(FigureSheet)
    assert "受理热线" in wired.window.issues.heading.text()


def test_doubts_come_rare_ones_first_and_one_answer_settles_those_alike(opened, qtbot):
    wired = opened(DOUBTED)
    bar = wired.window.findChild(Reviews).bar
    press(wired, qtbot, KEYS.Key_F4)
    assert wired.desk.selection.key == "calls"
    assert "1/3" in bar.said.text()
    assert "名称存疑" in bar.said.text()
    press(wired, qtbot, KEYS.Key_A, CTRL_SHIFT)
    assert wired.desk.selection.key == "rate"
    assert bar.buttons["accept-alike"].isVisible()
    assert bar.buttons["accept-alike"].isEnabled()
    bar.buttons["accept-alike"].click()
    qtbot.waitUntil(lambda: "review" not in text_of(wired))
    qtbot.waitUntil(bar.isHidden)


def test_nothing_can_be_edited_where_editing_is_off(opened, qtbot):
    wired = opened(DOUBTED)
    wired.window.findChild(Editing).allow(False)
    wired.desk.selection.select("page")
    press(wired, qtbot, KEYS.Key_Delete)
    press(wired, qtbot, KEYS.Key_F2)
    assert text_of(wired) == DOUBTED
    assert not wired.window.findChildren(FigureSheet)
    assert not wired.window.actions_by_id["accept-review"].isEnabled()


def test_what_another_program_saved_meanwhile_is_kept(opened, qtbot):
    wired = opened(SMALL)
    wired.desk.selection.select("papers")
    press(wired, qtbot, KEYS.Key_Delete)
    path = wired.desk.opened.path
    path.write_text(text_of(wired).replace("小报", "大报"), encoding="utf-8")
    qtbot.waitUntil(lambda: wired.desk.briefing.title == "大报")
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == SMALL.replace("小报", "大报")
