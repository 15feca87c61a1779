"""The second stage: the charts beside the words."""

from __future__ import annotations

from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.actions import connect_actions
from viewer.window.editing.edit_charts import ChartEditing
from viewer.window.editing.edit_controller import Editing
from viewer.window.figures.charts import ChartsPane
from viewer.window.figures.figure_panes import Illustrating
from viewer.window.navigation.scrolling_together import ScrollingTogether
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Make the chart pane and link it."""
    del start
    illustrating = wired.window.findChild(Illustrating)
    assert illustrating is not None  # the stage before made it
    charts = ChartsPane(wired.window)
    illustrating.add_charts(charts)
    editing = wired.window.findChild(Editing)
    assert editing is not None  # so did it this one
    charts.menu.more = ChartEditing(charts, wired.workspace, wired.appearance, editing).fill
    together = ScrollingTogether(wired.window, wired.workspace, charts, settings)
    connect_actions(wired.window.actions_by_id, together.handlers())
