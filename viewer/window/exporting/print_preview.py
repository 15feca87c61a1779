"""Qt's preview of a print, made usable by keys alone.

As Qt makes it the keyboard reaches only the zoom and the page number, and nothing prints. Here
every button can be reached and seen to be reached, and the keys that readers know act on the pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGraphicsView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.i18n import Words
from viewer.rendering.labels import WrappedLabel
from viewer.window.mnemonics import with_mnemonics

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
KEYS = ("Ctrl+P", "PgDown", "PgUp", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")
"""What acts on the pages; `_acts` says how."""
FOOT = (16, 8, 16, 10)
"""What is free around the foot, in pixels."""
STEP = 1.1
"""How many times larger the pages become with a key."""


class PrintPreview(QPrintPreviewDialog):
    """The preview with Tab stops in the order of the screen, keys for its pages, and a foot with
    buttons that say what they do."""

    def __init__(self, printer: QPrinter, parent: QWidget, words: Words) -> None:
        super().__init__(printer, parent)
        self.setObjectName("print-preview")
        self.pages = cast(QPrintPreviewWidget, self.findChild(QPrintPreviewWidget))
        self.bar = cast(QToolBar, self.findChild(QToolBar))
        self._words = words
        self._foot = self._add_foot()
        self._set_up_bar()
        for key, act in zip(KEYS, self._acts(), strict=True):
            done = QShortcut(QKeySequence(key), self).activated
            done.connect(act)
            done.connect(self.pages.previewChanged)  # the bar shows page and zoom anew
        view = cast(QGraphicsView, self.pages.findChild(QGraphicsView))
        for part in (view, view.viewport()):
            part.setAccessibleName(words("print-preview.pages"))
        self._order((*self._stops(), view, *self._foot.buttons()))
        view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, as the space bar does."""
        pressed = event.type() == QEvent.Type.KeyPress and cast(QKeyEvent, event).key() in ENTER
        if pressed and isinstance(watched, QToolButton):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _acts(self) -> tuple[Callable[[], object], ...]:
        pages = self.pages
        return (
            self._print,
            lambda: pages.setCurrentPage(min(pages.currentPage() + 1, pages.pageCount())),
            lambda: pages.setCurrentPage(max(1, pages.currentPage() - 1)),
            partial(pages.zoomIn, STEP),
            partial(pages.zoomIn, STEP),
            partial(pages.zoomOut, STEP),
            pages.fitInView,
        )

    def _print(self) -> None:
        """Ask which printer, as the last button of the bar does."""
        self.bar.actions()[-1].trigger()

    def _set_up_bar(self) -> None:
        for button in self.bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(button.toolTip() or self._words("print-preview.more"))
            button.installEventFilter(self)
        for zoom in self.bar.findChildren(QComboBox):
            # Qt makes it too narrow for our padding.
            zoom.setMinimumWidth(zoom.fontMetrics().horizontalAdvance("0000.0%") + 56)
            for part in filter(None, (zoom, zoom.lineEdit())):
                part.setAccessibleName(self._words("print-preview.zoom"))
        for field in self.bar.findChildren(QLineEdit):
            if not isinstance(field.parent(), QComboBox):
                field.setAccessibleName(self._words("print-preview.page"))

    def _add_foot(self) -> QDialogButtonBox:
        """Below the pages: the keys, and the two buttons with letters."""
        names = ("print", "close")
        texts = with_mnemonics((name, self._words(f"print-preview.{name}")) for name in names)
        foot = QDialogButtonBox(self)
        keys = WrappedLabel(self, self._words("print-preview.keys"))
        keys.setObjectName("print-keys")
        roles = QDialogButtonBox.ButtonRole
        for name, done in zip(names, (self._print, self.reject), strict=True):
            button = QPushButton(texts[name], foot)
            button.setAutoDefault(False)  # Enter is for what has the focus
            button.clicked.connect(done)
            foot.addButton(button, roles.ActionRole if name == "print" else roles.RejectRole)
        row = QHBoxLayout()
        row.setContentsMargins(*FOOT)
        row.addWidget(keys, 1)
        row.addWidget(foot)
        layout = cast(QVBoxLayout, self.layout())
        layout.addLayout(row)
        return foot

    def _stops(self) -> list[QWidget]:
        """What of the bar takes the focus, from left to right."""
        widgets = (self.bar.widgetForAction(action) for action in self.bar.actions())
        stops: list[QWidget] = []
        for widget in filter(None, widgets):
            inner = [one for one in widget.findChildren(QLineEdit) if one.isVisibleTo(widget)]
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            stops += [widget] if takes or not inner else inner
        return [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    @staticmethod
    def _order(stops: tuple[QWidget, ...]) -> None:
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
