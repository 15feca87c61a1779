"""Pictures of every section of the bundled files, to be looked at beside the sketches.

    python -m tests.pictures FOLDER

writes the chart pane of each section in three themes at the widths that it has in windows of
1024, 1440 and 1920 pixels, and the charts as a room sees them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.chart import Scene, compile_section
from viewer.look import THEMES, palette
from viewer.paint.charts import draw, height_for
from viewer.paint.faces import choose_faces
from viewer.paint.style import Style
from viewer.pipeline import open_briefing
from viewer.resources import bundled
from viewer.words import Words, load

FILES = ("shandong-2020.yaml", "gallery.yaml")
PANES = {1024: 430, 1440: 608, 1920: 820}
ROOM = 1100


def main(folder: Path) -> None:
    """Write all pictures; a folder a theme."""
    words, faces = load("zh_CN"), choose_faces()
    for theme in THEMES:
        style = Style(words, palette(theme), faces)
        (folder / theme).mkdir(parents=True, exist_ok=True)
        for name, scenes in sections(words):
            for window, width in PANES.items():
                column(scenes, width, style, "desk").save(
                    str(folder / theme / f"{name}-{window}.png")
                )
            column(scenes, ROOM, style, "room").save(str(folder / theme / f"{name}-room.png"))


def sections(words: Words) -> Iterator[tuple[str, tuple[Scene, ...]]]:
    """Every section of every bundled file, with its charts."""
    for file in FILES:
        opened = open_briefing(bundled(file))
        assert opened.briefing is not None
        for section in opened.briefing.sections:
            scenes = compile_section(section, opened.briefing, opened.proof.figures, words)
            yield f"{Path(file).stem}-{section.id}", scenes


def column(scenes: tuple[Scene, ...], width: int, style: Style, kind: str) -> QImage:
    """The charts of a section under each other, as the pane stacks them."""
    inner = width - 40.0
    gap = 14 if kind == "desk" else 60
    height = 40 + sum(height_for(scene, inner, style, kind) + gap for scene in scenes)
    image = QImage(width, round(height), QImage.Format.Format_RGB32)
    image.fill(QColor(style.palette.pane if kind == "desk" else style.palette.page))
    painter = QPainter(image)
    y = 20.0
    for scene in scenes:
        y += draw(painter, QRectF(20, y, inner, 1), scene, style, kind) + gap
    painter.end()
    return image


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    main(Path(sys.argv[1]))
