"""A chart taken along: to the clipboard as a picture or a table, to a file as SVG or PNG.

The pictures are the exporter's: on a light ground whatever the window's theme, with the source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from viewer.chart import Scene
from viewer.chart.table import tsv
from viewer.export import svg
from viewer.export.chart_images import Caption, picture_from, svg_of
from viewer.export.offscreen_app import page_style
from viewer.export.png import image_of, png_of
from viewer.i18n import Words
from viewer.rendering.charts.painter import Brush
from viewer.settings import atomic_write

SCALE = 2.0
"""How many pixels a picture has for one of its layout, as sharp screens and slides want."""
SVG = "image/svg+xml"
AskPath = Callable[[str, str], Path | None]
"""Asks where to save: a suggested name and its suffix; None when the reader thinks better of it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A chart that is to be taken along, with the language and the caption of its picture."""

    scene: Scene
    words: Words
    caption: Caption

    def image(self, scale: float = SCALE) -> QImage:
        """The chart in pixels."""
        brush = Brush(page_style(self.words))
        return image_of(picture_from((self.scene,), self.caption, brush), brush, scale)

    def svg(self) -> bytes:
        """The chart as an SVG document."""
        return svg_of(picture_from((self.scene,), self.caption, svg.measure))

    def table(self) -> str:
        """The chart's figures, a row each, parted by tabs."""
        return tsv(self.scene, self.words)

    @property
    def name(self) -> str:
        """A file name made of the title: what no file system takes is left out."""
        title = self.scene.title
        return "".join(c for c in title if c not in '\\/:*?"<>|' and c.isprintable())[:60]


@dataclass(frozen=True, slots=True)
class Taking:
    """One way to take a chart along: its words in the catalogue, and what it does."""

    words: str
    take: Callable[[Copied, AskPath], None]


def _picture(copied: Copied, _: AskPath) -> None:
    """Every form at once: a program that takes no SVG takes pixels, one without both the table."""
    data = QMimeData()
    data.setData(SVG, copied.svg())
    data.setImageData(copied.image())
    data.setText(copied.table())
    QGuiApplication.clipboard().setMimeData(data)


def _table(copied: Copied, _: AskPath) -> None:
    QGuiApplication.clipboard().setText(copied.table())


def _svg(copied: Copied, ask: AskPath) -> None:
    path = ask(copied.name, ".svg")
    if path is not None:
        atomic_write(path, copied.svg())


def _png(copied: Copied, ask: AskPath) -> None:
    path = ask(copied.name, ".png")
    if path is not None:
        atomic_write(path, png_of(copied.image()))


TAKINGS = (
    Taking("chart.copy-picture", _picture),
    Taking("chart.copy-table", _table),
    Taking("chart.save-svg", _svg),
    Taking("chart.save-png", _png),
)
