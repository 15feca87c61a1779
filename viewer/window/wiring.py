"""Wires a window: who hears whom, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.settings import Settings
from viewer.window.actions import connect_actions
from viewer.window.desk import Desk
from viewer.window.dressing import Dressing
from viewer.window.filing import Filing
from viewer.window.glyphs import Glyphs
from viewer.window.linking import Linking
from viewer.window.main import MainWindow
from viewer.window.memory import Memory
from viewer.window.pointing import Pointing
from viewer.window.searching import Searching


@dataclass(frozen=True, slots=True)
class Wired:
    """A window with everything that works in it."""

    window: MainWindow
    desk: Desk
    dressing: Dressing
    linking: Linking
    filing: Filing
    searching: Searching


def wire(dressing: Dressing, settings: Settings) -> Wired:
    """Make a window and join its parts; handlers of floors above are connected there."""
    window, desk = MainWindow(), Desk()
    desk.setParent(window)
    filing = Filing(window, desk, dressing, settings)
    linking = Linking(window, desk, dressing)
    searching = Searching(window, desk, dressing)
    Pointing(window, desk)
    Glyphs(desk, dressing, filing.tell)
    Memory(window, desk, dressing, settings)
    for concern in (filing, linking, searching, dressing):
        connect_actions(window.actions_by_id, concern.handlers())
    return Wired(window, desk, dressing, linking, filing, searching)
