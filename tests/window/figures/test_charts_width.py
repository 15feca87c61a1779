"""The chart pane at other widths, without charts, and asked by keys alone."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage, QRegion
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.chart.build import change, compiled, metric
from viewer.chart import Scene
from viewer.design import palette
from viewer.i18n import load
from viewer.rendering.charts.column import MARGIN
from viewer.rendering.faces import Faces
from viewer.rendering.style import Style
from viewer.window.figures import charts
from viewer.window.figures.charts import ChartsPane

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
    pane.apply_style(style)
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
    pane.column._quiet.setText("")
    assert colours(pane) == 1


def test_the_quiet_line_goes_when_there_are_charts(pane: ChartsPane) -> None:
    pane.show_scenes(())
    pane.show_scenes(compiled(METRICS))
    assert not pane.column._quiet.isVisible()


def test_a_wide_pane_shows_charts_beside_each_other_and_a_narrow_one_below(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    pane.show_scenes(compiled(METRICS))
    column = pane.column
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
    pane.apply_style(style)
    many = [metric(f"m{n}", str(n + 1), f"单位{n}") for n in range(30)]
    pane.show_scenes(compiled([*METRICS, *many]))
    with qtbot.waitExposed(pane):
        pane.show()
    column = pane.column
    top = column.mapFromScene(column.items_shown()[0].pos())
    assert (top.x(), top.y()) == (MARGIN, MARGIN)


@pytest.mark.parametrize(
    ("reason", "selected", "key"),
    [
        (Qt.FocusReason.TabFocusReason, "", "b"),
        (Qt.FocusReason.TabFocusReason, "d", "d"),
        (Qt.FocusReason.BacktabFocusReason, "d", "d"),
    ],
)
def test_the_focus_is_seen_where_tab_leads_into_the_pane(
    pane: ChartsPane, reason: Qt.FocusReason, selected: str, key: str
) -> None:
    pane.show_scenes(compiled(METRICS))
    pane.select(selected)
    # Without a window manager no window is ever active, so the event itself is sent.
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert pane.column.lit.focused == key


def test_a_key_opens_the_menu_of_the_chart_where_the_focus_stands(
    pane: ChartsPane, qtbot: QtBot
) -> None:
    scenes = compiled(METRICS)
    pane.show_scenes(scenes)
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    asked = []

    def menu(scene: Scene, style: Style, key: str = "") -> QMenu:
        asked.append((scene, key))
        return QMenu(pane)

    pane.menu.of = menu
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(
        pane, QContextMenuEvent(reason, QPoint(5, 5), pane.mapToGlobal(QPoint(5, 5)))
    )
    assert asked == [(scenes[1], next(iter(scenes[1].by_key)))]


@pytest.mark.qt_log_ignore("does not support raise")
def test_who_walks_by_keys_is_shown_only_what_stands_nowhere_else_and_it_goes_with_the_next_key(
    pane: ChartsPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(charts, "announce", lambda source, text: heard.append(text))
    pane.show_scenes(compiled(METRICS))
    hint = pane._hint
    for _ in range(2):  # the bars, each with its label and value in the chart
        qtbot.keyClick(pane, Qt.Key.Key_Down)
        assert not hint._timer.isActive()
    assert heard == ["乙\n100 个", "甲\n50 个"]
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    qtbot.waitUntil(hint.isVisible)
    assert hint.text() == "对比：上年"
    assert heard[-1] == "丙\n+5%\n对比：上年"
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not hint.isVisible()


def test_a_label_that_is_cut_shows_whole_to_who_walks_by_keys(
    pane: ChartsPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(charts, "announce", lambda source, text: heard.append(text))
    long = "登记了联系方式并且参加过读书分享活动的老年居民" * 6
    pane.show_scenes(compiled([metric("a", "50", label="甲"), metric("b", "100", label=long)]))
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    qtbot.waitUntil(pane._hint.isVisible)
    assert "".join(pane._hint.text().splitlines()[-1].split()) == long
    assert heard[0].splitlines().count(long) == 1


OTHERS = [metric("x", "3", "件", label="子"), metric("y", "4", "件", label="丑")]


def picture(pane: ChartsPane) -> QImage:
    return pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def look_again(pane: ChartsPane, style: Style, **changes: Any) -> bool:
    """Whether a section that was seen before a change looks as one seen first after it."""
    here, there = compiled(METRICS), compiled(OTHERS)
    pane.show_scenes(here)
    pane.show_scenes(there)
    before = picture(pane)
    pane.apply_style(replace(style, **changes))
    pane.show_scenes(here)
    known = picture(pane)
    pane.show_scenes(compiled(METRICS))
    assert known != before
    return known == picture(pane)


@pytest.mark.parametrize(
    "changes",
    [
        {"palette": palette("dark")},
        {"scale": 1.25},
        {"faces": Faces(("DejaVu Serif",), ("DejaVu Serif",))},
        {"words": load("en")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_section_that_was_seen_takes_on_what_changed_since(
    pane: ChartsPane, style: Style, changes: dict[str, object]
) -> None:
    assert look_again(pane, style, **changes)


def test_a_section_that_was_seen_takes_on_another_width(pane: ChartsPane, qtbot: QtBot) -> None:
    here, there = compiled(METRICS), compiled(OTHERS)
    pane.show_scenes(here)
    column = pane.column
    narrow = column.place_of("a").width()
    pane.show_scenes(there)
    pane.resize(700, 640)
    qtbot.waitUntil(lambda: column.width() > 600)
    pane.show_scenes(here)
    assert column.place_of("a").width() > narrow + 100


def test_what_was_lit_in_a_section_is_out_when_the_reader_is_back(pane: ChartsPane) -> None:
    here, there = compiled(METRICS), compiled(OTHERS)
    pane.show_scenes(here)
    plain = picture(pane)
    pane.select("a")
    assert picture(pane) != plain
    pane.show_scenes(there)
    pane.show_scenes(here)
    assert picture(pane) == plain


class Paints(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())  # type: ignore[attr-defined]
        return False


def settled(pane: ChartsPane) -> None:
    pane.viewport().repaint()
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("seen", [False, True])
def test_another_section_is_painted_once(pane: ChartsPane, seen: bool) -> None:
    many = [metric(f"m{n}", str(n + 1), f"单位{n}") for n in range(30)]
    here, there = compiled(METRICS), compiled([*METRICS, *many])
    for scenes in (here, there, here) if seen else (here,):
        pane.show_scenes(scenes)
        settled(pane)
    paints = Paints(pane.column.viewport())
    pane.show_scenes(there)
    settled(pane)
    assert len(paints.regions) == 1


def test_a_selection_leaves_charts_alone_that_look_the_same(pane: ChartsPane) -> None:
    pane.show_scenes(compiled([*METRICS, *OTHERS]))
    settled(pane)
    pane.select("a")
    settled(pane)
    column = pane.column
    paints = Paints(column.viewport())
    pane.select("b")
    settled(pane)
    painted = QRegion()
    for region in paints.regions:
        painted = painted.united(region)
    assert painted.intersects(column.place_of("b").toRect())
    assert not painted.intersects(column.place_of("x").toRect())
