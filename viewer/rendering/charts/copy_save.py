"""A chart taken along: to the clipboard as a picture or a table, to a file as SVG or PNG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImageWriter

from viewer.chart import Scene
from viewer.chart.table import tsv
from viewer.rendering.charts.device import as_image, as_svg
from viewer.rendering.style import Style
from viewer.settings import atomic_write

WIDTH = 720.0
AskPath = Callable[[str, str], Path | None]
"""Asks where to save: a suggested name and its suffix; None when the reader thinks better of it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One way to take a chart along: its words in the catalogue, and what it does."""

    words: str
    take: Callable[[Scene, Style, AskPath], None]


def _picture(scene: Scene, style: Style, _: AskPath) -> None:
    QGuiApplication.clipboard().setImage(as_image(scene, WIDTH, style, scale=2.0))


def _table(scene: Scene, style: Style, _: AskPath) -> None:
    QGuiApplication.clipboard().setText(tsv(scene, style.words))


def _svg(scene: Scene, style: Style, ask: AskPath) -> None:
    path = ask(_name(scene), ".svg")
    if path is not None:
        atomic_write(path, as_svg(scene, WIDTH, style))


def _png(scene: Scene, style: Style, ask: AskPath) -> None:
    path = ask(_name(scene), ".png")
    if path is None:
        return
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(as_image(scene, WIDTH, style, scale=2.0))
    atomic_write(path, bytes(buffer.data().data()))


def _name(scene: Scene) -> str:
    """A file name made of the title: what no file system takes is left out."""
    return "".join(c for c in scene.title if c not in '\\/:*?"<>|' and c.isprintable())[:60]


TAKINGS = (
    Taking("chart.copy-picture", _picture),
    Taking("chart.copy-table", _table),
    Taking("chart.save-svg", _svg),
    Taking("chart.save-png", _png),
)
