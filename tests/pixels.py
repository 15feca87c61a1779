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


def count_at(image: QImage, colour: QColor | str, xs: range, ys: range) -> int:
    """How many of the points in these columns and rows are of a colour."""
    points, width, wanted = colours(image), image.width(), QColor(colour).rgb()
    rows = (points[y * width + xs.start : y * width + xs.stop : xs.step] for y in ys)
    return sum(row.count(wanted) for row in rows)
