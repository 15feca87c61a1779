"""Words and charts scrolled together by paragraph."""

import pytest
from PySide6.QtWidgets import QAbstractSlider

from tests.window.whole import wire_whole
from viewer.pipeline import open_briefing
from viewer.resources import bundled
from viewer.window.figures.charts import ChartsPane

BOTTOM = QAbstractSlider.SliderAction.SliderToMaximum
TOP = QAbstractSlider.SliderAction.SliderToMinimum


@pytest.fixture
def wired(appearance, settings, qtbot):
    """A low window at a section whose words and charts are both longer than it is."""
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.window.resize(1200, 420)
    wired.window.show()
    wired.workspace.take(open_briefing(bundled("shandong-2020.yaml")))
    wired.workspace.show_section(2)
    qtbot.waitUntil(lambda: _bars(wired)[1].maximum() > 0)
    return wired


def _bars(wired):
    charts = wired.window.findChild(ChartsPane)
    return wired.window.passage.verticalScrollBar(), charts.verticalScrollBar()


def test_each_pane_follows_the_other_only_where_it_is_asked_for(wired):
    words, charts = _bars(wired)
    words.triggerAction(BOTTOM)
    assert charts.value() == 0
    wired.window.actions_by_id["scroll-together"].trigger()
    words.triggerAction(TOP)
    words.triggerAction(BOTTOM)
    assert charts.value() > 0
    assert words.value() == words.maximum()
    charts.triggerAction(TOP)
    assert words.value() < words.maximum()


def test_what_the_program_brings_into_view_leads_no_other_pane(wired):
    words, charts = _bars(wired)
    wired.window.actions_by_id["scroll-together"].trigger()
    at = charts.value()
    words.setValue(words.maximum())
    assert charts.value() == at
