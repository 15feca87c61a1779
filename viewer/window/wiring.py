"""Wires a window: who hears whom, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.loading import LateProver
from viewer.settings import Settings
from viewer.window.actions import connect_actions
from viewer.window.appearance import Dressing
from viewer.window.document_model import Desk
from viewer.window.folding import Folding
from viewer.window.main import MainWindow
from viewer.window.navigation.menu_keys import MenuKeys
from viewer.window.navigation.pane_focus import PaneFocus
from viewer.window.navigation.typed_ahead import TypedAhead
from viewer.window.opening.file_controller import Filing
from viewer.window.opening.starting import Starting
from viewer.window.selection_sync import Linking
from viewer.window.switches import Switches
from viewer.window.window_state import Memory
from viewer.window.zooming import Zooming


@dataclass(frozen=True, slots=True)
class Wired:
    """A window with what works in it at its first paint; the rest arrives in `viewer.startup`."""

    window: MainWindow
    desk: Desk
    dressing: Dressing
    linking: Linking
    filing: Filing
    prover: LateProver
    typed_ahead: TypedAhead


def wire(dressing: Dressing, settings: Settings, prover: LateProver) -> Wired:
    """Make a window and join its parts; handlers of what comes later are connected there."""
    window, desk = MainWindow(), Desk(prover)
    desk.setParent(window)
    filing = Filing(window, desk, dressing, settings)
    linking = Linking(window, desk, dressing)
    memory = Memory(window, desk, dressing, settings)
    memory.unsaved.connect(filing.tell)
    filing.opening.connect(memory.places.note)
    Zooming(window, dressing)
    starting = Starting(window, desk, dressing, settings, filing)
    folding, menu_keys = Folding(window, settings, dressing), MenuKeys(window, dressing)
    focus = PaneFocus(window)
    for concern in (filing, linking, dressing, starting, folding, menu_keys, focus):
        connect_actions(window.actions_by_id, concern.handlers())
    Switches(window, dressing)  # after the handlers, whose work it tells of
    return Wired(window, desk, dressing, linking, filing, prover, TypedAhead(window))
