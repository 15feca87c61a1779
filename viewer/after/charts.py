"""The first stage: the charts beside the words."""

from __future__ import annotations

from viewer.settings import Settings
from viewer.start import Start
from viewer.window.charts import ChartsPane
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Make the chart pane and link it."""
    del settings, start
    pane = ChartsPane(wired.window)
    wired.window.place_charts(pane)
    wired.linking.add_charts(pane)
