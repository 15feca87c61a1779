"""Pictures of every section of the bundled files, to be looked at beside the sketches.

    python -m tests.pictures FOLDER

writes whole windows of each section in three themes at 1024x700, 1440x900 and 1920x1080
(`FOLDER/light/gallery-bars-1440.png`), and the charts as a room sees them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.window.whole import wire_whole
from viewer.chart import Scene, compile_section, lay_out
from viewer.chart.drawing import strokes_of
from viewer.chart.layout import ROOM as ROOM_SIZES
from viewer.design import THEMES, palette
from viewer.desktop import make_application
from viewer.i18n import Words, load
from viewer.pipeline import open_briefing
from viewer.rendering.charts import Brush
from viewer.rendering.charts.fonts import Type
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.settings import Settings, load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.wiring import Wired

FILES = ("shandong-2020.yaml", "gallery.yaml")
WINDOWS = ((1024, 700), (1440, 900), (1920, 1080))
ROOM = 1100


def main(folder: Path, application: QApplication) -> None:
    """Write all pictures; a folder a theme."""
    for theme in THEMES:
        (folder / theme).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as person:
        windows(folder, application, Path(person))
    rooms(folder, load("zh_CN"))


def windows(folder: Path, application: QApplication, person: Path) -> None:
    """The window itself, as it stands on a screen, every section in every theme and size."""
    settings = load_settings(person / "settings.json")
    appearance = WindowAppearance(application, settings, choose_faces(), load("zh_CN"), "light")
    wired = whole_window(appearance, settings)
    for file in FILES:
        opened = open_briefing(bundled(file))
        assert opened.briefing is not None
        wired.workspace.take(opened)
        for theme in THEMES:
            appearance.set_theme(theme)
            for size in WINDOWS:
                wired.window.resize(*size)
                for section in opened.briefing.sections:
                    wired.workspace.take(opened, section.id)
                    name = f"{Path(file).stem}-{section.id}-{size[0]}.png"
                    settled(application)
                    wired.window.grab().save(str(folder / theme / name))
    wired.window.close()


def whole_window(appearance: WindowAppearance, settings: Settings) -> Wired:
    """A window with its charts, all of it shown."""
    wired = wire_whole(appearance, settings)
    wired.window.passage.setFocus()
    wired.window.show()
    return wired


def settled(application: QApplication) -> None:
    """Let layouts that ask for another round have it."""
    for _ in range(3):
        application.processEvents()


def rooms(folder: Path, words: Words) -> None:
    """The charts of every section as a room sees them."""
    faces = choose_faces()
    for name, scenes in sections(words):
        for theme in THEMES:
            style = Style(words, palette(theme), faces)
            column(scenes, ROOM, style).save(str(folder / theme / f"{name}-room.png"))


def sections(words: Words) -> Iterator[tuple[str, tuple[Scene, ...]]]:
    """Every section of every bundled file, with its charts."""
    for file in FILES:
        opened = open_briefing(bundled(file))
        assert opened.briefing is not None
        for section in opened.briefing.sections:
            scenes = compile_section(section, opened.briefing, opened.proof.figures, words)
            yield f"{Path(file).stem}-{section.id}", scenes


def column(scenes: tuple[Scene, ...], width: int, style: Style) -> QImage:
    """The charts of a section under each other, as large as a room needs them."""
    inner, gap = width - 40.0, 60
    brush = Brush(style, fonts=Type(style.faces))
    charts = [lay_out(scene, inner, ROOM_SIZES, brush) for scene in scenes]
    height = 40 + sum(placed.height + gap for placed in charts)
    image = QImage(width, round(height), QImage.Format.Format_RGB32)
    image.fill(QColor(style.palette.page))
    painter = QPainter(image)
    painter.translate(20, 20)
    for placed in charts:
        brush.draw(painter, strokes_of(placed, ROOM_SIZES.arrow, card=False))
        painter.translate(0, placed.height + gap)
    painter.end()
    return image


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), make_application())
