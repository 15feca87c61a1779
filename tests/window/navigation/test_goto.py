import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from viewer.window.navigation.goto import Destination, GoTo, fitting, with_recent
from viewer.window.navigation.palette_row import matched_spans, runs_of


def target(title, detail="", go=lambda: None, kind="section"):
    return Destination(kind, title, detail, go)


def test_letters_find_words_by_the_initials_of_their_pinyin_after_those_that_hold_them():
    targets = (target("推进的重点任务"), target("zdrw 一览"), target("破案数"))
    assert [t.title for t in fitting(targets, "zdrw")] == ["zdrw 一览", "推进的重点任务"]
    assert fitting(targets, "z") == (targets[1],)


def test_what_was_chosen_lately_stands_first():
    targets = (target("甲"), target("乙"), target("丙"))
    recent = (("section", "丙"), ("section", "乙"))
    assert [t.title for t in with_recent(targets, recent)] == ["丙", "乙", "甲"]


@pytest.mark.parametrize(
    ("title", "words", "runs"),
    [
        ("破案数", ["案"], [("破", False), ("案", True), ("数", False)]),
        ("Open", ["op", "pe"], [("", False), ("Ope", True), ("n", False)]),
        ("abcd", ["c", "a"], [("", False), ("a", True), ("b", False), ("c", True), ("d", False)]),
        ("Straße", ["strass"], [("Straße", False)]),
    ],
)
def test_what_was_typed_stands_out_in_a_title(title, words, runs):
    assert list(runs_of(title, matched_spans(title, words))) == runs


def test_every_word_of_the_query_must_be_there():
    targets = (target("破案数", "87.5%"), target("抓人数", "119.3%"))
    assert [t.title for t in fitting(targets, "数 119")] == ["抓人数"]


def test_a_title_that_begins_with_the_query_comes_first():
    targets = (target("全省破案数"), target("破案数"))
    assert [t.title for t in fitting(targets, "破案")] == ["破案数", "全省破案数"]


def test_nothing_typed_lists_everything():
    targets = (target("a"), target("b"))
    assert fitting(targets, "  ") == targets


def test_a_query_that_begins_as_in_editors_asks_for_commands():
    targets = (target("导出的产品"), target("导出", kind="command"), target("打印", kind="command"))
    assert [t.title for t in fitting(targets, ">")] == ["导出", "打印"]
    assert [t.title for t in fitting(targets, "> 导出")] == ["导出"]


def test_enter_goes_to_the_chosen_row(qtbot, style):
    parent, gone = QWidget(), []
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    targets = (target("甲", go=lambda: gone.append(1)), target("乙", go=lambda: gone.append(2)))
    box = GoTo(parent, targets, style)
    box.open()
    qtbot.keyClick(box.line, Qt.Key.Key_Down)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert gone == [2]
    assert not box.isVisible()


def test_typing_narrows_the_list(qtbot, style):
    parent, gone = QWidget(), []
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    box = GoTo(parent, (target("甲"), target("乙", go=lambda: gone.append(2))), style)
    box.line.setText("乙")
    assert box.list.count() == 1
    box.go()
    assert gone == [2]


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.setCentralWidget(QLineEdit(window))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.centralWidget().setFocus()
    return window


def test_the_focus_is_in_the_palette_at_once_and_goes_back_with_esc(window, qtbot, style):
    box = GoTo(window, (target("甲"),), style)
    box.open()
    assert window.focusWidget() is box.line and not box.isWindow()
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.isVisible() and window.focusWidget() is window.centralWidget()


def test_a_palette_that_loses_the_focus_is_closed(window, style):
    box = GoTo(window, (target("甲"),), style)
    box.open()
    window.centralWidget().setFocus()
    assert not box.isVisible()
