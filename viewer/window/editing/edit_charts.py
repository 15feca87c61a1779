"""Charts corrected by their menu: title, finding, kind, order, what they show and where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from viewer.chart.scene import Scene
from viewer.datafile.fields import row_of
from viewer.edit.chart_kinds import KindChoice, kind_choices
from viewer.edit.lookup import chart_in, section_in
from viewer.edit.operations import (
    ChangeChart,
    ChangeSection,
    MoveChart,
    MoveMetric,
    NewChart,
    Operation,
    RemoveChart,
    SetOnAll,
)
from viewer.model import Chart, Key, Kind, Metric, Section
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import Row, Texts, changed_fields
from viewer.window.figures.chart_drag import ChartDrag
from viewer.window.figures.charts import ChartsPane

_ORDER = row_of("chart", "order")


class ChartEditing(QObject):
    """Adds to the menu of a chart what can be corrected of it."""

    def __init__(
        self, pane: ChartsPane, workspace: Workspace, appearance: WindowAppearance, editing: Editing
    ) -> None:
        super().__init__(editing)
        self._workspace, self._appearance, self._editing = workspace, appearance, editing
        drag = ChartDrag(pane, appearance.style, editing.can_edit, self._selected)
        appearance.changed.connect(drag.apply_style)
        drag.figure_dropped.connect(self.move_figure)
        drag.chart_dropped.connect(self._drop_chart)
        drag.chart_moved.connect(self._step_chart)

    def _selected(self) -> Key:
        return self._workspace.selection.key

    def move_figure(self, key: Key, onto: Scene | None) -> None:
        """Show a figure in the chart that it was let go over; in one of its own without any."""
        section, metric = self._workspace.section, self._workspace.metric(key)
        if section is None or metric is None:
            return
        title = (("title", metric.label),)
        operation: Operation = NewChart(section.id, title, (metric.id,))
        if onto is not None:
            operation = MoveMetric(metric.id, onto.id if onto.id in section.chart_ids else "")
        self._editing.perform([operation])

    def _drop_chart(self, scene: Scene, before: int) -> None:
        """Put a chart before the one with a number; those that nobody put together come last."""
        section = self._workspace.section
        if section is not None and scene.id in section.chart_ids:
            at, before = section.chart_ids.index(scene.id), min(before, len(section.charts))
            if before not in (at, at + 1):
                self._editing.perform([MoveChart(section.id, scene.id, before)])

    def _step_chart(self, scene: Scene, by: int) -> None:
        section = self._workspace.section
        if section is not None and scene.id in section.chart_ids:
            at = section.chart_ids.index(scene.id) + by
            if 0 <= at < len(section.charts):
                self._editing.perform([MoveChart(section.id, scene.id, at + (by > 0))])

    def fill(self, menu: QMenu, scene: Scene, key: Key = "") -> None:
        """The entries of one chart and of the figure `key` in it, the selected one without any,
        below those that take it along."""
        section = self._workspace.section
        if section is None or not self._editing.can_edit():
            return
        words, authored = self._appearance.style.words, scene.id in section.chart_ids
        menu.addSeparator()
        menu.addAction(words("edit.chart-change"), partial(self.change, scene))
        all_ = menu.addAction(words("edit.chart-versus"), partial(self.compare_all, scene))
        all_.setEnabled(bool(_changes(scene, section)))
        if authored:
            at, last = section.chart_ids.index(scene.id), len(section.charts) - 1
            up = menu.addAction(words("edit.chart-up"), partial(self._move, scene, at - 1))
            up.setEnabled(at > 0)
            down = menu.addAction(words("edit.chart-down"), partial(self._move, scene, at + 2))
            down.setEnabled(at < last)
            menu.addAction(words("edit.chart-remove"), partial(self._remove, scene))
        self._of_figure(menu, section, scene, key or self._selected())

    def change(self, scene: Scene) -> None:
        """Open the sheet of a chart; one that was put together by itself becomes the author's."""
        section, version = self._workspace.section, self._editing.version()
        if section is None or version is None:
            return
        home = section_in(version.briefing, section.id)
        authored = scene.id in home.chart_ids
        chart = chart_in(home, scene.id) if authored else None
        rows = [Row("title", chart.title if chart else scene.title)]
        if chart is not None:
            choices = kind_choices(version.briefing, home, scene.id, version.figures)
            rows += self._rows(chart, choices)

        def made(texts: Texts) -> Sequence[Operation]:
            if authored:
                fields = changed_fields(texts, rows, order=str(_ORDER.default))
                return [ChangeChart(home.id, scene.id, fields)]
            return [NewChart(home.id, texts, _metrics(scene, home))]

        self._editing.sheet("edit.chart-change", rows, made)

    def _rows(self, chart: Chart, choices: Sequence[KindChoice]) -> list[Row]:
        """What only the author's own charts have."""
        words = self._appearance.style.words
        refused = {one.kind: words.of_issue(one.refused) for one in choices if one.refused}
        return [
            Row("finding", chart.finding),
            Row("chart-kind", chart.kind, ("", *(one.kind for one in choices)), refused),
            Row("order", chart.order, _ORDER.choices),
            Row("note", chart.note),
        ]

    def compare_all(self, scene: Scene) -> None:
        """Ask what all changes of a chart are held against; a level is held against nothing."""
        section = self._workspace.section
        changes = _changes(scene, section) if section else ()
        ids, held = tuple(m.id for m in changes), {m.versus or "" for m in changes}

        def made(texts: Texts) -> Sequence[Operation]:
            return [SetOnAll(ids, "versus", texts[0][1].strip())]

        text = held.pop() if len(held) == 1 else ""
        self._editing.sheet("edit.chart-versus", [Row("versus", text)], made)

    def _of_figure(self, menu: QMenu, section: Section, scene: Scene, key: Key) -> None:
        """What can be done with a figure, if this chart shows it."""
        words = self._appearance.style.words
        metric = next((m for m in section.metrics if any(p.key == key for p in m.points)), None)
        if metric is None or key not in scene.by_key:
            return
        menu.addSeparator()
        leads = section.lead == metric.id
        lead = ChangeSection(section.id, (("lead", None if leads else metric.id),))
        said = "edit.figure-lead-not" if leads else "edit.figure-lead"
        self._entry(menu, words(said, label=metric.label), lead)
        move = menu.addMenu(words("edit.figure-move", label=metric.label))
        for name, chart in zip(section.chart_ids, section.charts, strict=True):
            if name != scene.id:
                self._entry(move, chart.title, MoveMetric(metric.id, name))
        title = (("title", metric.label),)
        self._entry(move, words("edit.figure-alone"), NewChart(section.id, title, (metric.id,)))
        self._entry(move, words("edit.figure-free"), MoveMetric(metric.id, ""))

    def _entry(self, menu: QMenu, said: str, operation: Operation) -> None:
        menu.addAction(said.replace("&", "&&"), partial(self._editing.perform, [operation]))

    def _move(self, scene: Scene, before: int) -> None:
        section = self._workspace.section
        if section is not None:
            self._editing.perform([MoveChart(section.id, scene.id, before)])

    def _remove(self, scene: Scene) -> None:
        section = self._workspace.section
        if section is not None:
            self._editing.perform([RemoveChart(section.id, scene.id)])


def _metrics(scene: Scene, section: Section) -> tuple[str, ...]:
    """The metrics of a section that a chart shows, in the order of the file."""
    return tuple(m.id for m in section.metrics if any(p.key in scene.by_key for p in m.points))


def _changes(scene: Scene, section: Section) -> tuple[Metric, ...]:
    """Those of a chart that are changes."""
    ids = _metrics(scene, section)
    return tuple(m for m in section.metrics if m.id in ids and m.kind is Kind.CHANGE)
