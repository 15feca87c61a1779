"""The second stage: the charts beside the words."""

from __future__ import annotations

from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.charts import ChartsPane
from viewer.window.figure_panes import Illustrating
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Make the chart pane and link it."""
    del settings, start
    illustrating = wired.window.findChild(Illustrating)
    assert illustrating is not None  # the stage before made it
    illustrating.add_charts(ChartsPane(wired.window))
