"""Wires a window: who hears whom, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.loading import LateProver
from viewer.settings import Settings
from viewer.window.actions import connect_actions
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
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
    workspace: Workspace
    appearance: WindowAppearance
    linking: Linking
    filing: Filing
    prover: LateProver
    typed_ahead: TypedAhead


def wire(appearance: WindowAppearance, settings: Settings, prover: LateProver) -> Wired:
    """Make a window and join its parts; handlers of what comes later are connected there."""
    window, workspace = MainWindow(), Workspace(prover)
    workspace.setParent(window)
    filing = Filing(window, workspace, appearance, settings)
    linking = Linking(window, workspace, appearance)
    memory = Memory(window, workspace, appearance, settings)
    memory.unsaved.connect(filing.tell)
    filing.opening.connect(memory.places.note)
    Zooming(window, appearance)
    starting = Starting(window, workspace, appearance, settings, filing)
    folding, menu_keys = Folding(window, settings, appearance), MenuKeys(window, appearance)
    focus = PaneFocus(window)
    for concern in (filing, linking, appearance, starting, folding, menu_keys, focus):
        connect_actions(window.actions_by_id, concern.handlers())
    Switches(window, appearance)  # after the handlers, whose work it tells of
    return Wired(window, workspace, appearance, linking, filing, prover, TypedAhead(window))
