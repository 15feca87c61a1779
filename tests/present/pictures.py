"""Paints pictures of a talk to files, to be looked at.

python tests/present/slides/pictures.py FOLDER [WIDTH HEIGHT] [PLACE ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.design import palette
from viewer.i18n import load
from viewer.pipeline import open_briefing
from viewer.present.presentation_model import room_of
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.talk import Shown


def main() -> None:
    folder, width, height = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    app = QApplication(sys.argv[:1])
    opened = open_briefing(bundled("shandong-2020.yaml"))
    assert opened.briefing is not None
    style = Style(load("zh_CN"), palette("light"), choose_faces())
    room = room_of(opened.briefing, opened.proof.figures, style)
    slide = Slide(room, round(HEIGHT * width / height))
    places = [int(one) for one in sys.argv[4:]] or range(len(room.talk.steps))
    for place in places:
        picture = QImage(QSize(width, height), QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / slide.width, height / HEIGHT)
        slide.paint(painter, Shown(place))
        painter.end()
        picture.save(str(folder / f"{width}x{height}-{place:02}.png"))
    app.quit()


if __name__ == "__main__":
    main()
