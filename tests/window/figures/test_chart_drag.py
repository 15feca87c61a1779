"""Marks and charts dragged in the chart pane of a whole window; relations made by pointing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.window.whole import wire_whole
from viewer.window.context_menus import ContextMenus
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_relations import Relating
from viewer.window.figures.chart_drag import cards
from viewer.window.figures.charts import ChartsPane

LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FILE = """\
briefing: 1
title: 月报
sections:
  - id: one
    title: 服务
    passage: 全年投入 12 亿元，其中财政 8 亿元，社会 4 亿元，增长 6.5%。热线 412 件，走访 260 户。
    metrics:
      - {id: all, label: 投入, value: 12亿, unit: 元, cite: 投入 12 亿元}
      - {id: gov, label: 财政, value: 8亿, unit: 元, cite: 财政 8 亿元}
      - {id: soc, label: 社会, value: 4亿, unit: 元, cite: 社会 4 亿元}
      - {id: rise, label: 增速, value: 6.5, unit: "%", versus: 上年, cite: 增长 6.5%}
      - {id: calls, label: 热线, value: 412, unit: 件, cite: 热线 412 件}
      - {id: homes, label: 走访, value: 260, unit: 户, cite: 走访 260 户}
    charts:
      - {title: 钱, metrics: [all, gov, soc]}
      - {title: 事, metrics: [calls, homes]}
"""


pytestmark = pytest.mark.qt_log_ignore("does not support")  # hints, off screen


@pytest.fixture
def wired(qtbot, appearance, settings, tmp_path):
    made = wire_whole(appearance, settings)
    qtbot.addWidget(made.window)
    appearance.apply()
    file = tmp_path / "mine.yaml"
    file.write_text(FILE, encoding="utf-8")
    made.window.resize(1440, 900)
    made.filing.open(file)
    made.window.show()
    qtbot.waitUntil(
        lambda: made.workspace.opened is not None and made.workspace.opened.complete, timeout=20_000
    )
    qtbot.waitUntil(lambda: bool(cards(column_of(made))))
    return made


def column_of(wired):
    return wired.window.findChild(ChartsPane).column


def card(wired, title):
    column = column_of(wired)
    return next(card for at, card in cards(column).items() if column.scenes[at].title == title)


def drag(wired, qtbot, start, end):
    """From one place of the column to another; whatever that wrote is shown."""
    view, before = column_of(wired).viewport(), wired.workspace.opened
    QTest.mousePress(view, LEFT, NO, start)
    for part in (0.1, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * part)
    QTest.mouseRelease(view, LEFT, NO, end)
    written = hash(wired.workspace.opened.path.read_bytes())
    qtbot.waitUntil(lambda: wired.workspace.opened.digest == written, timeout=20_000)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    return wired.workspace.opened is not before


def charts(wired):
    return [(one.title, one.metrics) for one in wired.workspace.section.charts]


def mark(wired, key):
    return column_of(wired).place_of(key).center().toPoint()


def heading(wired, title):
    place = card(wired, title)
    return QPoint(round(place.right()) - 12, round(place.top()) + 10)


def test_a_mark_goes_to_the_chart_that_it_is_let_go_over_or_to_one_of_its_own(wired, qtbot):
    assert drag(wired, qtbot, mark(wired, "soc"), heading(wired, "事"))
    assert charts(wired) == [("钱", ("all", "gov")), ("事", ("calls", "homes", "soc"))]
    below = QPoint(200, round(max(one.bottom() for one in cards(column_of(wired)).values())) + 30)
    assert drag(wired, qtbot, mark(wired, "gov"), below)
    assert charts(wired)[-1] == ("财政", ("gov",))
    assert not drag(wired, qtbot, mark(wired, "calls"), mark(wired, "homes"))  # where it is


def test_a_chart_is_put_elsewhere_by_its_heading_and_by_keys(wired, qtbot):
    assert drag(wired, qtbot, heading(wired, "事"), heading(wired, "钱") - QPoint(0, 8))
    assert [title for title, _ in charts(wired)] == ["事", "钱"]
    wired.workspace.selection.select("calls")
    pane = wired.window.findChild(ChartsPane)
    QTest.keyClick(pane, Qt.Key.Key_Down, MOVES)
    qtbot.waitUntil(lambda: [title for title, _ in charts(wired)] == ["钱", "事"])


def test_nothing_is_dragged_where_nothing_may_be_edited(wired, qtbot):
    wired.window.findChild(Editing).allow(False)
    view = column_of(wired).viewport()
    QTest.mousePress(view, LEFT, NO, mark(wired, "soc"))
    QTest.mouseMove(view, heading(wired, "事"))
    QTest.mouseRelease(view, LEFT, NO, heading(wired, "事"))
    assert wired.workspace.opened.path.read_text("utf-8") == FILE


def test_the_whole_of_a_part_and_the_level_of_a_change_are_pointed_at(wired, qtbot):
    relating = wired.window.findChild(Relating)
    assert wired.window.findChild(ContextMenus).more == relating.fill
    relating.begin("whole", "gov")
    wired.workspace.selection.select("all", "charts")
    qtbot.waitUntil(lambda: wired.workspace.metric("gov").of == "all")
    assert wired.workspace.selection.key == "gov"
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    relating.begin("level", "rise")
    wired.workspace.selection.select("all", "passage")
    qtbot.waitUntil(lambda: bool(wired.workspace.section.relations))
    assert dict(wired.workspace.section.relations[0].roles) == {"level": "all", "change": "rise"}
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    relating.begin("whole", "calls")
    wired.workspace.selection.select("")  # Esc
    wired.workspace.selection.select("homes")
    assert wired.workspace.metric("calls").of is None
