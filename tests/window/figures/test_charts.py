from dataclasses import replace
from functools import partial
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.chart.build import change, chart, compiled, metric, series
from viewer.chart import Scene
from viewer.design import palette
from viewer.rendering.style import Style
from viewer.window.figures.chart_copy import TAKINGS
from viewer.window.figures.charts import ChartsPane

METRICS = [
    metric("a", "50", label="甲"),
    metric("b", "100", label="乙"),
    change("c", "5", label="丙"),
    change("d", "-7", label="丁"),
    *(metric(f"e{n}", str(n + 1), f"单位{n}", label=f"戊{n}") for n in range(12)),
]
KEYS = ["b", "a", "c", "d", *(f"e{n}" for n in range(12))]


@pytest.fixture
def scenes() -> tuple[Scene, ...]:
    return compiled(METRICS)


@pytest.fixture
def pane(qtbot: QtBot, style: Style, scenes: tuple[Scene, ...]) -> ChartsPane:
    pane = ChartsPane()
    qtbot.addWidget(pane)
    pane.resize(420, 320)
    pane.apply_style(style)
    pane.show_scenes(scenes)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def heard(pane: ChartsPane) -> tuple[list[str], list[str]]:
    """What the pane tells, from now on: selections, hovers."""
    selected: list[str] = []
    hovered: list[str] = []
    pane.selected.connect(selected.append)
    pane.hovered.connect(hovered.append)
    return selected, hovered


def place(pane: ChartsPane, key: str) -> QPoint:
    found = pane.column.place_of(key)
    return QPoint(round(found.center().x()), round(found.center().y()))


def test_a_click_on_a_bar_selects_its_figure(pane: ChartsPane, qtbot: QtBot) -> None:
    selected, _ = heard(pane)
    qtbot.mouseClick(pane.column.viewport(), Qt.MouseButton.LeftButton, pos=place(pane, "a"))
    assert selected == ["a"]


def test_a_click_beside_every_mark_lets_go(pane: ChartsPane, qtbot: QtBot) -> None:
    pane.select("a")
    selected, _ = heard(pane)
    qtbot.mouseClick(pane.column.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 25))
    assert selected == [""]


def test_the_pointer_tells_what_it_means_and_when_it_leaves(pane: ChartsPane, qtbot: QtBot) -> None:
    _, hovered = heard(pane)
    view = pane.column.viewport()

    def told(at: QPoint, key: str) -> bool:
        # Some moves pass unheard while the window settles, so the hand is not quite still.
        told.side = 1 - getattr(told, "side", 0)  # type: ignore[attr-defined]
        qtbot.mouseMove(view, at + QPoint(told.side, 0))  # type: ignore[attr-defined]
        return hovered[-1:] == [key]

    for key in ("a", "b"):
        qtbot.waitUntil(partial(told, place(pane, key), key))
    qtbot.waitUntil(partial(told, QPoint(3, 3), ""))


def test_what_others_select_and_hover_is_not_told_again(pane: ChartsPane) -> None:
    selected, hovered = heard(pane)
    pane.select("a")
    pane.hover("b")
    pane.select(None)
    assert (selected, hovered) == ([], [])


def test_arrows_walk_the_marks_and_enter_selects(pane: ChartsPane, qtbot: QtBot) -> None:
    selected, hovered = heard(pane)
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert hovered == ["b", "a", "c", "a"]
    assert selected == ["a"]


def test_the_pane_is_one_stop_of_tab_and_arrows_go_through_all_its_marks(
    qtbot: QtBot, pane: ChartsPane
) -> None:
    _, hovered = heard(pane)
    reason = Qt.FocusReason.TabFocusReason
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, reason))
    for _ in range(len(KEYS) + 3):
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert hovered == KEYS
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusOut, reason))
    pane.select(KEYS[2])
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert hovered[-1] == KEYS[2]


def test_a_selection_is_brought_into_view(pane: ChartsPane) -> None:
    pane.select(KEYS[-1])
    y = place(pane, KEYS[-1]).y() - pane.verticalScrollBar().value()
    assert 0 < y < pane.viewport().height()
    pane.select("b")
    assert pane.verticalScrollBar().value() < place(pane, "b").y()


def test_motion_takes_no_longer_than_150_ms(pane: ChartsPane, style: Style, qtbot: QtBot) -> None:
    pane.apply_style(replace(style, motion=True))
    assert pane._roll.duration() <= 150
    assert pane._lights._change.duration() <= 150
    pane.select("d")
    qtbot.waitUntil(lambda: pane.column.lit.selected == "d")
    qtbot.waitUntil(lambda: pane.column.lit.part == 1.0)


def test_the_wheel_scrolls_and_never_zooms(pane: ChartsPane, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    before = pane.column.place_of("a")
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        pane.column.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.column.viewport(), event)
    assert not event.isAccepted()  # so that a wheel of flesh and blood reaches the pane
    QApplication.sendEvent(pane.viewport(), event)
    assert pane.verticalScrollBar().value() > 0
    assert pane.column.place_of("a") == before


def test_no_button_drags_or_zooms_a_chart_and_the_plotting_library_opens_no_menu(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    column = pane.column
    shown, before = column.viewport(), column.viewportTransform()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        qtbot.mousePress(shown, button, pos=QPoint(60, 60))
        for x in (80, 120, 200):
            qtbot.mouseMove(shown, QPoint(x, x))
        qtbot.mouseRelease(shown, button, pos=QPoint(200, 200))
        assert column.viewportTransform() == before
    qtbot.mouseClick(shown, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    assert QApplication.activePopupWidget() is None
    assert not any(isinstance(one, pg.ViewBox | pg.ButtonItem) for one in column.scene().items())
    assert column.viewportTransform() == before


def test_the_pane_says_its_charts_as_sentences(
    pane: ChartsPane, scenes: tuple[Scene, ...], style: Style
) -> None:
    assert pane.accessibleName() == style.words("chart.pane")
    assert pane.accessibleDescription() == "\n".join(scene.spoken for scene in scenes)
    pane.show_scenes(())
    assert pane.accessibleDescription() == style.words("chart.none")


def test_zoom_scales_charts_and_other_colours_dress_them(
    pane: ChartsPane, scenes: tuple[Scene, ...]
) -> None:
    before = pane.column.place_of("a")
    pane.show_scenes(scenes, palette("dark"), 1.5)
    after = pane.column.place_of("a")
    assert after.height() == pytest.approx(before.height() * 1.5, rel=0.5)
    assert pane.grab().toImage().pixelColor(2, 2).name() == palette("dark").pane


def in_sight(pane: ChartsPane, key: str) -> bool:
    found, top = pane.column.place_of(key), pane.verticalScrollBar().value()
    return top <= found.top() and found.bottom() <= top + pane.viewport().height()


def test_a_selected_mark_in_view_stays_there_at_every_zoom_and_width(
    pane: ChartsPane, style: Style
) -> None:
    pane.apply_style(replace(style, motion=False))
    pane.select("e5")
    assert in_sight(pane, "e5")
    for scale in (1.25, 1.75, 1.0, 0.7):
        pane.apply_style(replace(style, scale=scale, motion=False))
        assert in_sight(pane, "e5"), scale
    for width in (300, 900, 420):
        pane.resize(width, 320)
        assert in_sight(pane, "e5"), width


def test_what_stands_uppermost_stays_there_when_the_charts_grow(
    pane: ChartsPane, style: Style
) -> None:
    pane.verticalScrollBar().setValue(round(pane.column.place_of("c").top()) - 5)
    pane.apply_style(replace(style, scale=1.5))
    top = pane.verticalScrollBar().value()
    assert pane.column.place_of("c").top() - top == pytest.approx(5, abs=2)


def test_switching_sections_makes_no_new_widgets_or_items(
    pane: ChartsPane, scenes: tuple[Scene, ...]
) -> None:
    others = compiled(METRICS[:3], [chart("bar", "a", "b")])
    for shown in (scenes, others):
        pane.show_scenes(shown)
    widgets, items = len(pane.findChildren(QWidget)), len(pane.column.scene().items())
    for _ in range(30):
        pane.show_scenes(others)
        pane.show_scenes(scenes)
    assert len(pane.findChildren(QWidget)) == widgets
    assert len(pane.column.scene().items()) == items


def test_a_place_that_cannot_be_written_is_said_in_plain_words(
    pane: ChartsPane, scenes: tuple[Scene, ...], tmp_path: Path
) -> None:
    pane.menu._ask_path = lambda name, suffix: tmp_path / "nowhere" / f"x{suffix}"
    pane.menu._take(TAKINGS[2], scenes[0], pane._style)
    box = QApplication.activeModalWidget() or pane.findChild(QWidget, "")
    said = [w.accessibleName() for w in pane.findChildren(QWidget)]
    assert box is not None
    assert any("nowhere" in text and "没有写成" in text for text in said)


def test_the_menu_offers_every_way_to_take_a_chart_along(
    pane: ChartsPane, style: Style, scenes: tuple[Scene, ...], qtbot: QtBot
) -> None:
    menu = pane.menu.of(scenes[0], style)
    assert [action.text() for action in menu.actions()] == [style.words(t.words) for t in TAKINGS]
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text().startswith("指标\t")


def test_charts_with_plots_come_and_go_in_the_pane(pane: ChartsPane, qtbot: QtBot) -> None:
    years = {str(year): str(year % 3 + 1) for year in range(2011, 2018)}
    lines = compiled([series("s", years), *METRICS])
    logs = compiled([metric("a", "1"), metric("b", "900")], [chart("bar", "a", "b", scale="log")])
    for scenes in (lines, logs, lines):
        pane.show_scenes(scenes)
        assert not pane.grab().isNull()
    selected, _ = heard(pane)
    key = next(key for scene in lines for key in scene.by_key if key.endswith("2013"))
    qtbot.mouseClick(pane.column.viewport(), Qt.MouseButton.LeftButton, pos=place(pane, key))
    assert selected == [key]
