"""About: the version, the licences of everything that is shipped, and diagnostics to copy."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer import __version__
from viewer.commands.doctor import as_text, examine
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.platform import PARTS
from viewer.rendering.style import Style
from viewer.resources import project_text, resource_text
from viewer.window.help.help_text import Block, Shape
from viewer.window.help.prose import Reader

SIZE = (760, 560)
LOOK_EVERY = 100


class AboutDialog(QDialog):
    """Three pages: what the program is, under which licences it comes, how this machine stands."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        words = style.words
        self.setObjectName("about-box")
        self.setWindowTitle(words("action.about"))
        self.about = Reader(self, words("action.about"))
        self.about.show_blocks(about_blocks(words), style)
        self.licences = Reader(self, words("about.licences"))
        self.licences.show_blocks(licence_blocks(words), style)
        self.diagnostics = QPlainTextEdit(self)
        self.diagnostics.setObjectName("diagnostics")
        self.diagnostics.setReadOnly(True)
        self.diagnostics.setTabChangesFocus(True)
        self.diagnostics.setAccessibleName(words("about.diagnostics"))
        self.diagnostics.setPlainText(words("about.looking"))
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(words("action.about"))
        for page, name in (
            (self.about, "action.about"),
            (self.licences, "about.licences"),
            (self.diagnostics, "about.diagnostics"),
        ):
            self.tabs.addTab(page, words(name))
        self._examined = Examination(words)
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self._fill)
        self._look.start()
        self._lay_out(words)

    def _fill(self) -> None:
        if self._examined.told is not None:
            self._look.stop()
            self.diagnostics.setPlainText(self._examined.told)
            self.copy.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics.toPlainText())

    def _lay_out(self, words: Words) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = QPushButton(words("about.copy"), self)
        self.copy.setObjectName("about-copy")
        self.copy.setEnabled(False)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)


class Examination:
    """`doctor` at work beside the window: it asks Qt in another process, which takes a while."""

    def __init__(self, words: Words) -> None:
        self.told: str | None = None
        work = threading.Thread(target=self._run, args=(words,), name="doctor", daemon=True)
        work.start()

    def _run(self, words: Words) -> None:
        try:
            self.told = as_text(tuple(examine(os.environ, words)), words)
        except OSError as error:
            self.told = str(error)


def about_blocks(words: Words) -> tuple[Block, ...]:
    """What the program is, and which parts it stands on."""
    return (
        Block(Shape.TITLE, f"{words('program.name')} {__version__}"),
        Block(Shape.TEXT, words("window.about")),
        Block(Shape.TEXT, words("about.offline")),
        Block(Shape.TEXT, words("about.licence")),
    )


def licence_blocks(words: Words) -> tuple[Block, ...]:
    """Every part with its licence, the notice of Qt, and the texts of our own and of the faces."""
    rows = tuple(Block(Shape.ROW, said, part) for part, said in _parts())
    return (
        Block(Shape.TITLE, words("about.licences")),
        Block(Shape.HEADING, "Qt, PySide6"),
        Block(Shape.TEXT, words("about.qt")),
        Block(Shape.HEADING, words("about.parts")),
        *rows,
        Block(Shape.HEADING, f"{words('program.name')} (MIT)"),
        *_text(project_text, "LICENSE"),
        Block(Shape.HEADING, words("about.faces")),
        *_text(resource_text, "fonts", "OFL.txt"),
    )


def _parts() -> list[tuple[str, str]]:
    found = []
    for part in PARTS:
        try:
            about = metadata(part)
        except (PackageNotFoundError, OSError):
            continue
        named = [about[key] for key in ("License-Expression", "License") if key in about]
        licence = next((one for one in (*named, *_classified(about)) if one), "")
        found.append((f"{part} {about['Version']}", " ".join(licence.split())[:120] or "—"))
    return found


def _classified(about: PackageMetadata) -> list[str]:
    """The licences by which a part is classified, where it names none otherwise."""
    classifiers = about.get_all("Classifier") or []
    return [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]


def _text(read: Callable[..., str], *name: str) -> tuple[Block, ...]:
    """The paragraphs of a licence; where it cannot be read, why."""
    try:
        text = read(*name)
    except ViewerError as error:
        return (Block(Shape.TEXT, str(error)),)
    paragraphs = (" ".join(one.split()) for one in text.split("\n\n"))
    return tuple(Block(Shape.TEXT, one) for one in paragraphs if one)
