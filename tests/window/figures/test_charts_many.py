"""A section of very many charts: only those in sight are laid out, and all can be reached."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.chart.build import compiled, metric
from viewer import chart
from viewer.chart import Scene
from viewer.rendering.charts import layout_cache
from viewer.rendering.style import Style
from viewer.window.figures.charts import ChartsPane

LONG = "这一项的名称写得很长以至于一行之内无论如何也放不下" * 3
MOST = 3000


@pytest.fixture(scope="module")
def scenes() -> tuple[Scene, ...]:
    """Charts of one figure each; those from the middle on are higher than the first ones."""
    first = compiled([metric("m", "1", label="短")])[0]
    long = compiled([metric("m", "1", label=LONG)])[0]
    return tuple(_called(long if n >= 900 else first, n) for n in range(MOST))


def _called(scene: Scene, number: int) -> Scene:
    mark = replace(scene.marks[0], key=f"m{number}")
    note = "说明。" * 60 if number % 3 == 1 else ""
    return replace(scene, id=f"c{number}", marks=(mark,), note=note, by_key={})


@pytest.fixture
def pane(qtbot: QtBot, style: Style) -> ChartsPane:
    pane = ChartsPane()
    qtbot.addWidget(pane)
    pane.resize(560, 700)
    pane.apply_style(style)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The charts that are laid out from now on."""
    found: list[str] = []
    lay_out = chart.lay_out

    def noted(scene: Scene, *rest: object) -> object:
        found.append(scene.id)
        return lay_out(scene, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(layout_cache, "lay_out", noted)
    return found


def in_sight(pane: ChartsPane, key: str) -> bool:
    place, value = pane.column.place_of(key), pane.verticalScrollBar().value()
    return value <= place.top() and place.bottom() <= value + pane.viewport().height()


def test_opening_and_zooming_lay_out_no_more_for_more_charts(
    pane: ChartsPane,
    style: Style,
    scenes: tuple[Scene, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = []
    for count in (MOST // 4, MOST // 2, MOST):
        found = laid_out(monkeypatch)
        pane.apply_style(replace(style, scale=1.0))
        pane.show_scenes(scenes[:count])
        pane.apply_style(replace(style, scale=1.25))
        counts.append(len(found))
        monkeypatch.undo()
        assert len(pane.column.items_shown()) < 20
    assert counts[2] <= counts[0] + 5


def test_a_selection_far_below_is_revealed(pane: ChartsPane, scenes: tuple[Scene, ...]) -> None:
    pane.show_scenes(scenes)
    for key in ("m2400", "m1000", "m2999", "m0", "m1500"):
        pane.select(key)
        assert in_sight(pane, key), key
        assert any(
            item.scene_shown is not None and item.scene_shown.holds(key)
            for item in pane.column.items_shown()
        )


def test_keys_walk_on_to_charts_that_were_never_seen(
    pane: ChartsPane, scenes: tuple[Scene, ...], qtbot: QtBot
) -> None:
    pane.show_scenes(scenes)
    pane.select("m1200")
    for number in range(1201, 1215):
        qtbot.keyClick(pane, Qt.Key.Key_Down)
        assert pane.column.lit.focused == f"m{number}"
        assert in_sight(pane, f"m{number}")
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    assert pane.column.lit.focused == "m1213"


def test_scrolling_shows_every_chart_without_a_jump(
    pane: ChartsPane, scenes: tuple[Scene, ...]
) -> None:
    pane.show_scenes(scenes[880:960])
    bar = pane.verticalScrollBar()
    seen: list[str] = []
    while bar.value() < bar.maximum():
        value = bar.value()
        bar.setValue(value + 200)
        QApplication.processEvents()
        shown = [item.scene_shown.id for item in pane.column.items_shown()]
        assert not seen or shown[0] in seen or shown[0] == f"c{880 + len(seen)}"
        seen += [one for one in shown if one not in seen]
    assert seen == [scene.id for scene in scenes[880:960]]


def test_scrolling_up_into_charts_never_seen_keeps_what_is_read_in_place(
    pane: ChartsPane, scenes: tuple[Scene, ...]
) -> None:
    pane.show_scenes(scenes)
    pane.select("m1500")
    bar = pane.verticalScrollBar()
    key = "m1500"
    for _ in range(4):
        before = pane.column.place_of(key).top() - bar.value()
        bar.setValue(bar.value() - 100)
        after = pane.column.place_of(key).top() - bar.value()
        assert abs(after - before - 100) <= 2
