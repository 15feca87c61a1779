from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.window.navigation.goto import GoTo, Target, fitting


def target(title, detail="", go=lambda: None, kind="section"):
    return Target(kind, title, detail, go)


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
