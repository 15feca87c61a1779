"""Two figures compared in the window: the selected one with the next that the reader names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from viewer.edit.kept_comparison import StorableResult, storable_results
from viewer.edit.lookup import section_of
from viewer.edit.operations import KeepComparison, Operation
from viewer.model import Key
from viewer.quantities.wording import Sourced, as_written
from viewer.talk.compare import comparison_line
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import Row, Texts
from viewer.window.main import MainWindow


class Comparing(QObject):
    """Shows in the status line what follows from two figures, or why nothing does.

    The first figure is the selected one. The second is the one under the pointer, else the one
    that is selected next, in any pane or section. Nothing is written to the file but what the
    reader asks to keep.
    """

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        editing: Editing | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._editing = editing
        self._pairs: tuple[tuple[Sourced, Sourced], ...] = ()
        if editing is not None:
            editing.changed.connect(self._enable)
        self._first: Key = ""
        self._number = 0
        self._line = ""
        workspace.selection.selected.connect(self._selected)
        workspace.section_changed.connect(self._ask_again)
        workspace.briefing_changed.connect(self._forget)
        self._enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "compare": self._compare,
            "copy-comparison": self._copy,
            "keep-comparison": self._store,
        }

    def is_storable(self, pair: tuple[Key, Key]) -> bool:
        """Whether what follows from two figures can stand in the file, once it may be edited."""
        briefing, figures = self._workspace.briefing, self._pair(*pair)
        if briefing is None or figures is None:
            return False
        allowed = self._editing is not None and self._editing.allowed
        return allowed and bool(storable_results(briefing, *figures, self._appearance.style.words))

    def offer(self, pairs: Sequence[tuple[Key, Key]], said: str = "") -> None:
        """Show the last of several comparisons behind what was `said`, and let all be kept."""
        found = [figures for pair in pairs if (figures := self._pair(*pair)) is not None]
        if not found:
            return
        line = self._line_of(*found[-1])
        self._keep(line, *found)
        told = "compare.of-talk" if self._storable() else "compare.of-talk-only"
        words = self._appearance.style.words
        action = words("action.keep-comparison").rstrip("…")
        line = words(told, count=len(found), action=action, line=line)
        self._window.status.show_selection(" ".join(filter(None, (said, line))))

    def _compare(self) -> None:
        selection = self._workspace.selection
        if not selection.key:
            self._show_result("compare.choose-first")
            return
        if selection.hover_key and selection.hover_key != selection.key:
            self._show(selection.key, selection.hover_key)
            return
        self._first, self._number = selection.key, self._workspace.number
        self._ask_again()

    def _ask_again(self) -> None:
        first = self._figure(self._first)
        if first is not None:
            self._show_result("compare.choose-second", label=first.metric.label)

    def _selected(self, key: Key, _origin: str) -> None:
        """The second figure, or an end of the comparison where the reader lets go."""
        self._keep("")
        if not self._first or key == self._first:
            return
        if key:
            self._show(self._first, key)
            self._first = ""
        elif self._number != self._workspace.number:  # let go because another section opened
            self._number = self._workspace.number
        else:
            self._first = ""

    def _show(self, first: Key, second: Key) -> None:
        figures = self._pair(first, second)
        if figures is None:
            return
        line = self._line_of(*figures)
        self._window.status.show_selection(line)
        self._keep(line, figures)

    def _line_of(self, one: Sourced, other: Sourced) -> str:
        words = self._appearance.style.words
        return words(
            "compare.pair",
            one=f"{one.metric.label} {as_written(one, words)}",
            other=f"{other.metric.label} {as_written(other, words)}",
            result=comparison_line(one, other, words),
        )

    def _pair(self, one: Key, other: Key) -> tuple[Sourced, Sourced] | None:
        """The figures of two keys; None where one of them is not in the briefing."""
        first, second = self._figure(one), self._figure(other)
        return None if first is None or second is None else (first, second)

    def _figure(self, key: Key) -> Sourced | None:
        """The figure of a key with the words that give it, of any section."""
        briefing, figure = self._workspace.briefing, self._workspace.figure(key)
        if briefing is None:
            return None
        for section in briefing.sections:
            for metric in section.metrics:
                for point in metric.points:
                    if point.key == key:
                        quantity = figure.quantity if figure else None
                        return Sourced(metric, point, section.passage.text, quantity)
        return None

    def _show_result(self, key: str, **values: object) -> None:
        self._window.status.show_selection(self._appearance.style.words(key, **values))

    def _keep(self, line: str, *pairs: tuple[Sourced, Sourced]) -> None:
        self._line, self._pairs = line, pairs
        self._enable()

    def _enable(self) -> None:
        actions = self._window.actions_by_id
        actions["copy-comparison"].setEnabled(bool(self._line))
        actions["keep-comparison"].setEnabled(bool(self._storable()))

    def _storable(self) -> tuple[StorableResult, ...]:
        """What may be written to the file of the figures that were compared last."""
        briefing = self._workspace.briefing
        if briefing is None or not self._pairs or self._editing is None:
            return ()
        if not self._editing.can_edit():
            return ()
        words = self._appearance.style.words
        return tuple(
            one for pair in self._pairs for one in storable_results(briefing, *pair, words)
        )

    def _store(self) -> None:
        """Ask which result is to stand in the file, and what it is called there."""
        kept, briefing = self._storable(), self._workspace.briefing
        if not kept or briefing is None or self._editing is None:
            return
        several = len(self._pairs) > 1
        by_name = {str(at) if several else one.name: one for at, one in enumerate(kept)}
        names = {name: one.label for name, one in by_name.items()} if several else {}
        labels = {one.label for one in kept}

        def made(texts: Texts) -> Sequence[Operation]:
            told = dict(texts)
            chosen = by_name[told["kept"]]
            label = "" if told["label"] in labels else told["label"].strip()
            record = chosen.record(briefing, label)
            section = section_of(briefing, chosen.one.metric.id).id
            return [KeepComparison(section, tuple(record.items()))]

        rows = [
            Row("kept", next(iter(by_name)), tuple(by_name), names=names),
            Row("label", kept[0].label),
        ]
        section = section_of(briefing, kept[0].one.metric.id).id
        self._editing.sheet("compare.keep", rows, made, section=section)

    def _copy(self) -> None:
        if self._line:
            QGuiApplication.clipboard().setText(self._line)

    def _forget(self) -> None:
        self._first = ""
        self._keep("")
