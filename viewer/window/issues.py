"""The list of what is wrong with a data file: each row can be clicked and copied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.model import Issue, Severity
from viewer.rendering.announce import announce
from viewer.rendering.faces import narrowed
from viewer.rendering.labels import WordKeepingDelegate, WrappedLabel, push_button
from viewer.rendering.style import Style

ROLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "muted"}

MOST_ROWS = 1_000
"""How many issues are listed, errors before the others: to lay out tens of thousands of rows would
stop the window for seconds, and nobody reads so far."""


@dataclass(frozen=True, slots=True)
class ShownIssues:
    """The issues of one file.

    `stop` is one sentence in place of issues; `refused` says that the file was not opened for them,
    `showable` that it could be all the same, `kept` that an earlier version of it stays on view.
    """

    file: str
    issues: tuple[Issue, ...]
    stop: str = ""
    refused: bool = False
    showable: bool = False
    kept: bool = False


class IssuesPane(QWidget):
    """Lists issues; `chosen` tells the one that the reader clicked, `mending` the one that is to be
    mended: by Enter or a double click.
    """

    chosen = Signal(object)
    mending = Signal(object)
    closed = Signal()
    open_anyway = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("issues")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = WrappedLabel(self)
        self.heading.setObjectName("issues-heading")
        self.copy = push_button("copy-issues", self)
        self.anyway = push_button("open-anyway", self)
        self.close_button = push_button("close-issues", self)
        self.list = QListWidget(self)
        self.list.setObjectName("issue-list")
        self.list.setItemDelegate(WordKeepingDelegate(self.list))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._shown = ShownIssues("", ())
        self._style: Style | None = None
        self.copy.clicked.connect(self._copy_all)
        self.anyway.clicked.connect(self.open_anyway)
        self.close_button.clicked.connect(self.closed)
        self.list.itemActivated.connect(self._mend)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._activated)
        self._lay_out()

    def apply_style(self, style: Style) -> None:
        """Take on words and colours."""
        self._style = style
        self.setAccessibleName(style.words("window.issues"))
        self.list.setAccessibleName(style.words("window.issues"))
        self.copy.setText(style.words("window.issues-copy"))
        self.anyway.setText(style.words("window.issues-anyway"))
        self.close_button.setText(style.words("window.close"))
        self.show_issues(self._shown)

    def show_issues(self, shown: ShownIssues) -> None:
        """List the issues of a file by their places, and begin at the first error."""
        self._shown = shown
        if self._style is None:
            return
        self.list.clear()
        said = self._heading()
        if said != self.heading.text():
            self.heading.setText(said)
            if shown.refused or shown.issues:
                announce(self, said, assertive=shown.refused)
        self.anyway.setVisible(shown.refused and shown.showable)
        self.list.setVisible(bool(shown.issues))
        self.copy.setVisible(bool(shown.issues or shown.stop))
        self._fit_heading()
        listed = worst(shown.issues)
        for issue in listed:
            row = QListWidgetItem(self._line(issue), self.list)
            row.setFont(narrowed(self.list.font(), row.text(), serif=False))
            row.setData(Qt.ItemDataRole.UserRole, issue)
            row.setForeground(QColor(getattr(self._style.palette, ROLES[issue.severity])))
        rest = len(shown.issues) - len(listed)
        if rest:
            more = QListWidgetItem(self._style.words("window.issues-more", n=rest), self.list)
            more.setFlags(Qt.ItemFlag.NoItemFlags)
        self._begin_at_the_worst(listed)

    def _begin_at_the_worst(self, listed: tuple[Issue, ...]) -> None:
        """Bring the first of the gravest into view: what has to be mended may stand below hundreds
        of notes. No row becomes the present one by that, since a present row is what is mended."""
        if listed:
            order = list(ROLES)
            first = min(range(len(listed)), key=lambda at: order.index(listed[at].severity))
            self.list.scrollToItem(self.list.item(first))

    def say_above(self, said: str) -> None:
        """Say a sentence in place of the heading; the issues stay, and the row that is marked."""
        row = self.list.currentRow()
        self.show_issues(replace(self._shown, stop=said))
        self.list.setCurrentRow(row)

    def go_to(self, issue: Issue) -> None:
        """Mark the row of an issue and give it the focus, as if the reader had clicked it."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) is issue:
                self.list.setCurrentRow(at)
                self.list.setFocus()
        self.chosen.emit(issue)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc is the list's own while it has the focus, not the window's."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its rows, and no higher than a third of the window."""
        rows = self.list.sizeHintForRow(0) * self.list.count() if self.list.count() else 0
        least = self._top_height()
        height = least + (rows + 8 if rows else 0)
        most = max(least, self.window().height() // 3)
        return QSize(super().sizeHint().width(), min(height, most))

    def _top_height(self) -> int:
        """What heading and buttons take: a heading is never cut, it may be all there is to say."""
        return max(self.heading.minimumHeight(), self.close_button.sizeHint().height()) + 22

    def _fit_heading(self) -> None:
        self.heading.ensurePolished()
        wide = sum(one.sizeHint().width() + 8 for one in self._buttons() if not one.isHidden())
        room = max(80, self.window().width() - wide - 40)
        self.heading.setMinimumHeight(self.heading.heightForWidth(room))

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.anyway, self.copy, self.close_button)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have room for the whole heading at the new width."""
        super().resizeEvent(event)
        self._fit_heading()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy copies the chosen rows, or all of them; Esc closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            rows = [row.text() for row in self.list.selectedItems()]
            QGuiApplication.clipboard().setText("\n".join(rows) or self._all_lines())
        else:
            super().keyPressEvent(event)

    def _heading(self) -> str:
        assert self._style is not None
        words, shown = self._style.words, self._shown
        if shown.stop:
            return shown.stop
        errors = sum(issue.severity is Severity.ERROR for issue in shown.issues)
        key = "window.issues-heading"
        if shown.refused:
            key = "window.issues-kept" if shown.kept else "window.issues-refused"
        elif not shown.issues:
            return words("window.issues-none", file=shown.file)
        return words(key, file=shown.file, n=errors, all=len(shown.issues))

    def _line(self, issue: Issue) -> str:
        assert self._style is not None
        words = self._style.words
        where = f"{self._shown.file}:{issue.place.line}:{issue.place.column}"
        return f"{where}  {words(f'severity.{issue.severity}')}  {words.of_issue(issue)}"

    def _all_lines(self) -> str:
        return "\n".join([self.heading.text(), *(self._line(i) for i in self._shown.issues)])

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._all_lines())

    def _mend(self, row: QListWidgetItem) -> None:
        self._activated(row)
        issue = row.data(Qt.ItemDataRole.UserRole)
        if issue is not None:
            self.mending.emit(issue)

    def _activated(self, row: QListWidgetItem | QModelIndex) -> None:
        issue = row.data(Qt.ItemDataRole.UserRole)
        if issue is not None:  # the last row only counts the others
            self.chosen.emit(issue)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for button in self._buttons():
            top.addWidget(button)
        column.addLayout(top)
        column.addWidget(self.list, 1)


def worst(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """The issues that are listed, by their places."""
    if len(issues) <= MOST_ROWS:
        return issues
    order = list(ROLES)
    kept = sorted(issues, key=lambda issue: order.index(issue.severity))[:MOST_ROWS]
    return tuple(sorted(kept, key=lambda issue: issue.place))
