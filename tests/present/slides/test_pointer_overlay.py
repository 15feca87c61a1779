"""What the presenter sees of a picture that is covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.design import contrast, palette
from viewer.i18n import load
from viewer.present.presentation_model import THEMES
from viewer.present.slides.pointer_overlay import paint_cover
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.talk import Blank


def covered(theme: str, blank: Blank) -> QImage:
    """A picture of the room's theme, ink on its left and what is muted on its right, covered."""
    colours = palette(theme)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.page))
    painter = QPainter(image)
    painter.fillRect(0, 150, 50, 50, QColor(colours.ink))
    painter.fillRect(350, 150, 50, 50, QColor(colours.muted))
    style = Style(load("en"), palette("dark"), choose_faces())
    paint_cover(painter, QRectF(0, 0, 400, 200), blank, style, QColor(colours.page))
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("blank", [Blank.BLACK, Blank.WHITE])
def test_the_words_of_a_covered_picture_can_still_be_read(
    qapp: QApplication, theme: str, blank: Blank
) -> None:
    image = covered(theme, blank)
    ink, muted, page = (image.pixelColor(x, 180).name() for x in (20, 380, 200))
    assert contrast(ink, page) >= 4.5
    assert contrast(muted, page) >= 3.0
    assert ink != palette(theme).ink


@pytest.mark.parametrize("theme", THEMES)
def test_a_band_has_the_colour_that_the_room_sees(qapp: QApplication, theme: str) -> None:
    assert covered(theme, Blank.BLACK).pixelColor(5, 5).name() == "#000000"
    assert covered(theme, Blank.WHITE).pixelColor(5, 5).name() == "#ffffff"
