"""The colours of a picture at once: asking Qt for each of its points takes most of a test."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage


def colours(image: QImage) -> list[int]:
    """The colour of every point, row by row, as `QColor.rgb` gives it."""
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(opaque.constBits()).cast("I").tolist()


def count(image: QImage, colour: str) -> int:
    """How many points of a picture are of a colour."""
    return colours(image).count(QColor(colour).rgb())
