"""The keys of the window with what they do, by the menus that the actions stand in."""

from __future__ import annotations

from viewer.i18n import Words
from viewer.talk import face
from viewer.window.actions import ACTIONS

PANE_KEYS = (
    ("Tab", "keys.tab"),
    ("Enter", "keys.enter"),
    ("Ctrl+Shift+Up", "keys.chart-up"),
    ("Ctrl+Shift+Down", "keys.chart-down"),
)
"""Keys of the panes, which belong to no action: they stand with the ways to go on."""
OTHER_WORDS = {"let-go": "keys.esc"}
"""Actions whose key does more than their name says."""


def rows_of(menu: str, words: Words) -> list[tuple[str, str]]:
    """The keys of one menu's actions and what they do; those of the panes with the menu `go`."""
    rows = [
        (
            " / ".join(face(key) for key in action.keys),
            words(OTHER_WORDS.get(action.id, f"action.{action.id}")).rstrip("…"),
        )
        for action in ACTIONS
        if action.keys and action.menu == menu
    ]
    panes = [(keys, words(said)) for keys, said in PANE_KEYS]
    return panes + rows if menu == "go" else rows
