"""After a rehearsal: its table over the window, and its minutes into the file on request."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from viewer.edit.operations import SetMinutes
from viewer.present.records.rehearsal import Rehearsal
from viewer.present.records.rehearsal_dialog import RehearsalDialog
from viewer.rendering.dialogs import open_once
from viewer.window.editing.edit_controller import Editing
from viewer.window.wiring import Wired


def show_rehearsal(wired: Wired, rehearsal: Rehearsal, path: Path | None) -> None:
    """Show the times of a talk of the file at `path`."""
    words = wired.appearance.style.words
    dialog = RehearsalDialog(wired.window, words, rehearsal, _refusal(wired, path))
    dialog.agreed.connect(partial(_write, wired, rehearsal, path))
    open_once(dialog)


def _refusal(wired: Wired, path: Path | None) -> str:
    """Why the minutes cannot be written; empty where they can, as far as is known beforehand."""
    words, opened = wired.appearance.style.words, wired.workspace.opened
    if opened is None or path is None or opened.path != path:
        return words("rehearsal.other-file")
    editing = wired.window.findChild(Editing)
    return "" if editing is not None and editing.can_edit() else words("rehearsal.no-edits")


def _write(wired: Wired, rehearsal: Rehearsal, path: Path | None) -> None:
    """As one edit that can be undone. What stops it, a file that changed, is told by the edit."""
    refused = _refusal(wired, path)
    if refused:
        wired.filing.say(refused)
        return
    editing = wired.window.findChild(Editing)
    sections = tuple((id_, f"{one:f}") for id_, one in rehearsal.minutes.sections)
    steps = tuple((number, f"{one:f}") for number, one in rehearsal.minutes.steps)
    edit = SetMinutes(sections, steps, rehearsal.planned)
    if editing is not None and editing.perform([edit]):
        wired.window.status.show_selection(wired.appearance.style.words("rehearsal.written"))
