"""The chart pane at other widths, without charts, and asked by keys alone."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.chart.build import change, compiled, metric
from viewer.paint.charts.column import MARGIN
from viewer.paint.style import Style
from viewer.window.charts import ChartsPane

METRICS = [
    metric("a", "50", label="甲"),
    metric("b", "100", label="乙"),
    change("c", "5", label="丙"),
    change("d", "-7", label="丁"),
]


@pytest.fixture
def pane(qtbot: QtBot, style: Style) -> ChartsPane:
    pane = ChartsPane()
    qtbot.addWidget(pane)
    pane.resize(420, 640)
    pane.dress(style)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def colours(pane: ChartsPane) -> int:
    image = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = ((x, y) for x in range(image.width() - 20) for y in range(0, 120))
    return len({image.pixel(x, y) for x, y in points})


def test_a_section_without_figures_has_one_quiet_line(pane: ChartsPane) -> None:
    pane.show_scenes(())
    assert colours(pane) > 2
    pane.widget()._quiet.setText("")
    assert colours(pane) == 1


def test_the_quiet_line_goes_when_there_are_charts(pane: ChartsPane) -> None:
    pane.show_scenes(())
    pane.show_scenes(compiled(METRICS))
    assert not pane.widget()._quiet.isVisible()


def test_a_wide_pane_shows_charts_beside_each_other_and_a_narrow_one_below(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    pane.show_scenes(compiled(METRICS))
    column = pane.widget()
    assert column.place_of("a").bottom() < column.place_of("c").top()
    pane.resize(1240, 640)
    qtbot.waitUntil(lambda: column.place_of("a").right() < column.place_of("c").left())
    assert list(column.keys()) == ["b", "a", "c", "d"]
    pane.resize(420, 640)
    qtbot.waitUntil(lambda: column.place_of("a").bottom() < column.place_of("c").top())


def test_charts_that_grew_while_they_were_laid_out_begin_at_the_top(
    qtbot: QtBot, style: Style
) -> None:
    pane = ChartsPane()
    qtbot.addWidget(pane)
    pane.resize(420, 640)
    pane.dress(style)
    many = [metric(f"m{n}", str(n + 1), f"单位{n}") for n in range(30)]
    pane.show_scenes(compiled([*METRICS, *many]))
    with qtbot.waitExposed(pane):
        pane.show()
    column = pane.widget()
    top = column.mapFromScene(column.items_shown()[0].pos())
    assert (top.x(), top.y()) == (MARGIN, MARGIN)


@pytest.mark.parametrize(
    ("reason", "key"),
    [(Qt.FocusReason.TabFocusReason, "b"), (Qt.FocusReason.BacktabFocusReason, "d")],
)
def test_the_focus_is_seen_where_tab_leads_into_the_pane(
    pane: ChartsPane, reason: Qt.FocusReason, key: str
) -> None:
    pane.show_scenes(compiled(METRICS))
    pane.select("d")
    # Without a window manager no window is ever active, so the event itself is sent.
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert pane.widget().lit.focused == key


def test_a_key_opens_the_menu_of_the_chart_where_the_focus_stands(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    scenes = compiled(METRICS)
    pane.show_scenes(scenes)
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    asked = []
    pane._menu = lambda scene, style: asked.append(scene) or QMenu(pane)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(
        pane, QContextMenuEvent(reason, QPoint(5, 5), pane.mapToGlobal(QPoint(5, 5)))
    )
    assert asked == [scenes[1]]


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_known_of_a_mark_is_shown_to_who_walks_by_keys_and_goes_with_the_next_key(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    pane.show_scenes(compiled(METRICS))
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    hint = pane._hint
    qtbot.waitUntil(hint.isVisible)
    assert hint.text() == "乙\n100 个"
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not hint.isVisible()
