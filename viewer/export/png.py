"""A picture in pixels, painted by Qt."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from viewer.export.chart_images import LARGEST, Picture, picture_of, scale_of
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.offscreen_app import page_style
from viewer.model import ViewerError
from viewer.rendering.charts.painter import Brush

DOTS_A_METRE = 96 / 0.0254
MOST_PIXELS = 100_000_000
"""A picture of more takes the better part of a gigabyte to paint, and as much to open."""


def write_png(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A PNG whose resolution says its scale; ViewerError for one that no program opens."""
    style = page_style(takeaway.words)
    brush = Brush(style)
    picture = picture_of(takeaway, options, brush)
    watch.step(1, 2)
    return png_of(image_of(picture, brush, scale_of(options)))


def image_of(picture: Picture, brush: Brush, scale: float) -> QImage:
    """A picture in pixels, measured and painted by `brush`; ViewerError for one too large."""
    size = QSize(round(picture.width * scale), round(picture.height * scale))
    too_many = size.width() * size.height() > MOST_PIXELS
    if too_many or max(size.width(), size.height()) > LARGEST:
        raise ViewerError(
            "export-too-large", width=size.width(), height=size.height(), most=LARGEST
        )
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(brush.palette.page))
    painter = QPainter(image)
    painter.scale(scale, scale)
    brush.draw(painter, picture.strokes)
    painter.end()
    # After painting: with a resolution, fonts and recorded pictures would be drawn for it.
    image.setDotsPerMeterX(round(DOTS_A_METRE * scale))
    image.setDotsPerMeterY(round(DOTS_A_METRE * scale))
    image.setText("Title", picture.title)
    image.setText("Description", picture.spoken)
    return image


def png_of(image: QImage) -> bytes:
    """An image as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
