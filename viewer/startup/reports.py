"""Brought in when it is first asked for: a new briefing from a report."""

from __future__ import annotations

from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.actions import connect_actions
from viewer.window.drafting.draft_controller import Drafting
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Connect the drafting of reports."""
    del settings, start
    connect_actions(wired.window.actions_by_id, Drafting(wired).handlers())
