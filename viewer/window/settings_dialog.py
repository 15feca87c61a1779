"""The settings: each with what it does, found by words, applied at once, all to be reset."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.rendering.announce import announce
from viewer.rendering.labels import WrappedLabel, choice_box, plain_label
from viewer.rendering.style import Style
from viewer.settings import SETTINGS, Settings
from viewer.window.editing.external_editor import offered

SIZE = (620, 640)


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting of the dialog: its key in the table of settings, and its group."""

    key: str
    group: str


CHOICES = (
    Choice("language", "look"),
    Choice("theme", "look"),
    Choice("window-motion", "look"),
    Choice("touch", "look"),
    Choice("coverage", "reading"),
    Choice("report-table", "reading"),
    Choice("autosave", "editing"),
    Choice("editor", "editing"),
    Choice("clock-starts", "talk"),
    Choice("audience-click", "talk"),
    Choice("remember", "privacy"),
)
ROWS = {row.key: row for row in SETTINGS}
OFFERS: dict[str, Callable[[], tuple[str, ...]]] = {"editor": lambda: offered(shutil.which)}
"""What this machine has to choose from, for a setting that may be any text."""


class SettingsDialog(QDialog):
    """Shows the settings; `changed` tells the key of one that was changed, which holds at once."""

    changed = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget, style: Style, settings: Settings) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._style, self._settings = style, settings
        words = style.words
        self.setWindowTitle(words("action.settings").rstrip("…"))
        self.query = QLineEdit(self)
        self.query.setObjectName("settings-query")
        self.query.setClearButtonEnabled(True)
        self.query.setPlaceholderText(words("settings.search"))
        self.query.setAccessibleName(words("settings.search"))
        self.query.textChanged.connect(self._search)
        self.parts: dict[str, tuple[QWidget, ...]] = {}
        self.fields: dict[str, QWidget] = {}
        self._headings: dict[str, QLabel] = {}
        self._quiet = False
        self._lay_out()
        self.show_values()

    def show_values(self) -> None:
        """Show the settings as they are."""
        self._quiet = True
        for key, field in self.fields.items():
            if isinstance(field, QCheckBox):
                field.setChecked(self._settings.flag(key))
            elif isinstance(field, QComboBox) and field.isEditable():
                field.setEditText(self._settings.text(key))
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(self._settings.text(key)))
            elif isinstance(field, QLineEdit):
                field.setText(self._settings.text(key))
        self._quiet = False

    def reset(self) -> None:
        """Take every setting of the dialog back to what it is in a new installation."""
        for choice in CHOICES:
            self._settings.reset(choice.key)
            self.changed.emit(choice.key)
        self.show_values()
        announce(self, self._style.words("settings.reset-done"))

    def _changed(self, key: str, *_: object) -> None:
        if self._quiet:
            return
        field = self.fields[key]
        if isinstance(field, QCheckBox):
            self._settings.put(key, field.isChecked())
        elif isinstance(field, QComboBox) and field.isEditable():
            self._settings.put(key, field.currentText().strip())
        elif isinstance(field, QComboBox):
            self._settings.put(key, str(field.currentData()))
        elif isinstance(field, QLineEdit):
            self._settings.put(key, field.text().strip())
        self.changed.emit(key)

    def _field(self, key: str) -> QWidget:
        words, row = self._style.words, ROWS[key]
        if isinstance(row.default, bool):
            box = QCheckBox(words(f"settings.{key}"), self)
            box.toggled.connect(partial(self._changed, key))
            return box
        if row.choices:
            combo = choice_box(self)
            for choice in row.choices:
                combo.addItem(words(f"settings.{key}.{choice or 'system'}"), choice)
            combo.currentIndexChanged.connect(partial(self._changed, key))
            return combo
        if key in OFFERS:
            return self._offered(key)
        line = QLineEdit(self)
        line.setPlaceholderText(words(f"settings.{key}.empty"))
        line.editingFinished.connect(partial(self._changed, key))
        return line

    def _offered(self, key: str) -> QWidget:
        """A line to type into, with what this machine has below it."""
        combo = choice_box(self)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(["", *OFFERS[key]()])
        line = combo.lineEdit()
        assert line is not None
        line.setPlaceholderText(self._style.words(f"settings.{key}.empty"))
        line.setAccessibleName(self._style.words(f"settings.{key}"))
        line.editingFinished.connect(partial(self._changed, key))
        combo.activated.connect(partial(self._changed, key))
        return combo

    def _add(self, column: QVBoxLayout, choice: Choice) -> None:
        words = self._style.words
        field = self.fields[choice.key] = self._field(choice.key)
        field.setObjectName(f"settings-{choice.key}")
        field.setAccessibleName(words(f"settings.{choice.key}"))
        about = WrappedLabel(self)
        about.setText(words(f"settings.{choice.key}.about"))
        about.setObjectName("key-note")
        field.setAccessibleDescription(about.text())
        parts: tuple[QWidget, ...] = (field, about)
        if not isinstance(field, QCheckBox):
            name = plain_label(words(f"settings.{choice.key}"), self)
            name.setBuddy(field)
            parts = (name, *parts)
        for part in parts:
            column.addWidget(part)
        column.addSpacing(8)
        self.parts[choice.key] = parts

    def _search(self, query: str) -> None:
        """Show the settings that hold every word, in name or explanation."""
        words, asked = self._style.words, query.casefold().split()
        for choice in CHOICES:
            keys = (f"settings.{choice.key}", f"settings.{choice.key}.about")
            said = " ".join(words(key) for key in keys).casefold()
            for part in self.parts[choice.key]:
                part.setVisible(all(word in said for word in asked))
        for group, heading in self._headings.items():
            shown = (self.fields[one.key] for one in CHOICES if one.group == group)
            heading.setVisible(any(not field.isHidden() for field in shown))
        named = words("action.clear-recent").casefold()
        self._forget.setVisible(all(word in named for word in asked))

    def _lay_out(self) -> None:
        words, page = self._style.words, QWidget(self)
        inner = QVBoxLayout(page)
        for choice in CHOICES:
            if choice.group not in self._headings:
                heading = plain_label(words(f"settings.group-{choice.group}"), page)
                heading.setObjectName("start-heading")
                self._headings[choice.group] = heading
                inner.addWidget(heading)
            self._add(inner, choice)
        forget = self.forgotten.emit
        self._forget = _button(words("action.clear-recent"), "settings-forget", forget, page)
        inner.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch()
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(words("action.settings"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        reset = _button(words("settings.reset"), "settings-reset", self.reset, self)
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.query)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)


def _button(said: str, name: str, done: Callable[[], object], parent: QWidget) -> QPushButton:
    button = QPushButton(said, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(done)
    return button
