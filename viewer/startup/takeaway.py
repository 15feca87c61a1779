"""Brought in when it is first asked for: what the room takes home, as files or on paper."""

from __future__ import annotations

from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.actions import connect_actions
from viewer.window.exporting.export_controller import Exporting
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Connect export and print."""
    del start
    connect_actions(wired.window.actions_by_id, Exporting(wired, settings).handlers())
