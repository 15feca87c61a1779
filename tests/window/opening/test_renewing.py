"""A good save under a window: what is seen, lit and selected stays where it is in every pane."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.window.whole import wire_whole
from viewer.loading import Opened
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.figures.charts import ChartsPane
from viewer.window.figures.figure_panes import Illustrating
from viewer.window.wiring import Wired


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings, sample: Opened) -> Wired:
    wired = wire_whole(appearance, settings)
    wired.window.resize(1100, 480)
    qtbot.addWidget(wired.window)
    wired.window.show()
    qtbot.waitExposed(wired.window)
    wired.workspace.take(sample)
    wired.workspace.show_section(1)
    return wired


def labelled_anew(opened: Opened, drop_first_chart: bool = False) -> Opened:
    """The briefing with other labels, and perhaps without the first chart of each section."""
    assert opened.briefing is not None
    sections = tuple(
        replace(
            section,
            metrics=tuple(replace(m, label=f"新{m.label}") for m in section.metrics),
            charts=section.charts[1:] if drop_first_chart else section.charts,
        )
        for section in opened.briefing.sections
    )
    return opened._replace(briefing=replace(opened.briefing, sections=sections))


def save(wired: Wired, opened: Opened) -> None:
    wired.workspace._replace(opened)


def charts_of(wired: Wired) -> ChartsPane:
    return wired.window.findChild(ChartsPane, "charts")


@pytest.mark.parametrize("selected", [True, False], ids=["a figure selected", "none selected"])
def test_a_reader_who_scrolled_away_from_the_selection_stays_where_he_is(
    wired: Wired, sample: Opened, selected: bool, qtbot
) -> None:
    if selected:
        wired.workspace.selection.select(wired.workspace.figures()[0].key)
        qtbot.wait(250)
    bars = [
        pane.verticalScrollBar()
        for pane in (wired.window.passage, charts_of(wired))
        if pane is not None
    ]
    for bar in bars:
        assert bar.maximum() > 100
        bar.setValue(bar.maximum() - 7)
    before = [bar.value() for bar in bars]
    save(wired, labelled_anew(sample))
    qtbot.wait(250)
    assert [bar.value() for bar in bars] == before


def test_the_selected_figure_stays_lit_and_selected_at_once(wired: Wired, sample: Opened) -> None:
    key = wired.workspace.figures()[2].key
    wired.workspace.selection.select(key)
    save(wired, labelled_anew(sample))
    charts = charts_of(wired)
    assert wired.workspace.selection.key == key
    assert charts.column.lit.selected == key
    assert charts.column.lit.part == 1.0
    assert wired.window.passage._marks.selected == key
    assert "新" in wired.window.status.selection.accessibleName()


def test_the_chart_in_sight_stays_in_its_place_where_one_above_it_went(
    wired: Wired, sample: Opened
) -> None:
    charts = charts_of(wired)
    bar, column = charts.verticalScrollBar(), charts.column
    key = wired.workspace.section.charts[1].metrics[0]
    bar.setValue(round(column.place_of(key).top()) - 5)
    stood = column.place_of(key).top() - bar.value()
    save(wired, labelled_anew(sample, drop_first_chart=True))
    assert column.place_of(key).top() - bar.value() == pytest.approx(stood, abs=1)


def test_the_table_keeps_its_scroll_and_its_row(wired: Wired, sample: Opened, qtbot) -> None:
    wired.window.actions_by_id["table"].trigger()
    wired.window.resize(1100, 300)
    table = wired.window.findChild(Illustrating).table
    key = wired.workspace.figures()[0].key
    wired.workspace.selection.select(key)
    bar = table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    heard: list[str] = []
    table.selected.connect(heard.append)
    save(wired, labelled_anew(sample))
    assert bar.value() == bar.maximum() > 0
    (row,) = table.selectionModel().selectedRows()
    assert table.figures.rows[table._sorted.mapToSource(row).row()].key == key
    assert heard == []


def test_another_section_begins_at_its_top_as_before(wired: Wired) -> None:
    bars = [pane.verticalScrollBar() for pane in (wired.window.passage, charts_of(wired))]
    for bar in bars:
        bar.setValue(60)
    wired.workspace.show_section(2)
    assert [bar.value() for bar in bars] == [0, 0]


def test_a_newer_version_says_that_it_was_read_and_an_unchanged_one_does_not(
    qtbot, appearance: WindowAppearance, settings: Settings, small_file: Path
) -> None:
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.window.show()
    wired.filing.open(small_file)
    qtbot.waitUntil(lambda: wired.workspace.opened is not None and wired.workspace.opened.complete)
    said = wired.window.status.selection
    with qtbot.waitSignal(wired.workspace.unchanged):
        wired.filing._saved(small_file)
    assert said.accessibleName() == ""
    small_file.write_text(
        small_file.read_text("utf-8").replace("label: 文件", "label: 公文"), "utf-8"
    )
    wired.filing._saved(small_file)
    qtbot.waitUntil(lambda: small_file.name in said.accessibleName(), timeout=5000)
