"""Relations made by pointing: the whole of a part, the level of a change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from viewer.edit.operations import Operation, RelateChange, SetOnAll
from viewer.model import Key, Kind, Metric
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.main import MainWindow


class Relating(QObject):
    """Waits, once a figure is to be related, for the figure that the reader points at next."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._appearance, self._editing = appearance, editing
        self._asked: tuple[str, Key] | None = None
        workspace.selection.selected.connect(self._pointed)
        workspace.briefing_changed.connect(self.stop)

    def fill(self, menu: QMenu, key: Key) -> None:
        """Offer for a figure what it may be related to."""
        metric = self._workspace.metric(key)
        if metric is None or not self._editing.can_edit():
            return
        words = self._appearance.style.words
        menu.addSeparator()
        kind = "level" if metric.kind is Kind.CHANGE else "whole"
        menu.addAction(words(f"edit.relate-{kind}"), partial(self.begin, kind, key))
        if kind == "whole" and metric.of is not None:
            cut = SetOnAll((metric.id,), "of", "")
            menu.addAction(words("edit.relate-none"), partial(self._editing.perform, [cut]))

    def begin(self, kind: str, key: Key) -> None:
        """Ask for the `level` or the `whole` of a figure."""
        self._workspace.selection.select(key)
        self._asked = kind, key
        metric = self._workspace.metric(key)
        label = metric.label if metric else ""
        said = self._appearance.style.words(f"edit.point-{kind}", label=label)
        self._window.status.show_selection(said)

    def stop(self) -> None:
        """Wait no longer."""
        self._asked = None

    def _pointed(self, key: Key, *_: object) -> None:
        asked = self._asked
        if asked is None or key == asked[1]:
            return
        self.stop()
        one, other = self._workspace.metric(asked[1]), self._workspace.metric(key)
        if one is None or other is None:  # let go of by Esc
            return
        if self._editing.perform(_operations(asked[0], one, other)):
            self._workspace.selection.select(asked[1])
            words = self._appearance.style.words
            said = words(f"edit.related-{asked[0]}", label=one.label, other=other.label)
            self._window.status.show_selection(said)


def _operations(kind: str, one: Metric, other: Metric) -> Sequence[Operation]:
    if kind == "whole":
        return [SetOnAll((one.id,), "of", other.id, name="relate")]
    return [RelateChange(one.id, other.id)]
