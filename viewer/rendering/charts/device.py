"""Scenes on paint devices: the same item on a picture of any scale, on SVG, on a page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from viewer.chart import Scene
from viewer.chart.layout import STYLES, lay_out
from viewer.model import Key
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.item import ChartItem
from viewer.rendering.style import Style

METRE = 39.37


def height_for(scene: Scene, width: float, style: Style, kind: str = "desk") -> float:
    """How high a scene is at a width, both in pixels."""
    return lay_out(scene, width, STYLES[kind], Type(style.faces)).height


def draw(
    painter: QPainter,
    area: QRectF,
    scene: Scene,
    style: Style,
    kind: str = "desk",
    selected: Key = "",
) -> float:
    """Paint a scene into the width of `area` from its top; gives the height that it took.

    `style.scale` enlarges everything: at 2 the chart is laid out at half the width.
    """
    item = ChartItem()
    item.dress(style)
    item.set_scene(scene, area.width() / style.scale, kind)
    item.select(selected)
    stage = QGraphicsScene()
    stage.addItem(item)
    source = item.boundingRect()
    scale = area.width() / source.width()
    target = QRectF(area.x(), area.y(), area.width(), source.height() * scale)
    stage.render(painter, target, source)
    return target.height()


def draw_within(
    painter: QPainter,
    area: QRectF,
    scene: Scene,
    style: Style,
    kind: str = "stage",
    selected: Key = "",
) -> float:
    """Paint a scene as large as it can be in all of `area`; gives the height that it took.

    Where it is too high for its width, it is laid out wider and made smaller, down to a half;
    what is higher still reaches beyond the area.
    """
    scales = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
    fits = (
        scale
        for scale in scales
        if height_for(scene, area.width() / scale, style, kind) * scale <= area.height()
    )
    smaller = replace(style, scale=next(fits, scales[-1]))
    return draw(painter, area, scene, smaller, kind, selected)


def as_image(scene: Scene, width: float, style: Style, scale: float = 2.0) -> QImage:
    """A picture of a scene, `scale` times as many pixels as its width, on the pane's ground."""
    height = height_for(scene, width / style.scale, style) * style.scale
    image = QImage(
        QSize(round(width * scale), round(height * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDotsPerMeterX(round(96 * scale * METRE))
    image.setDotsPerMeterY(round(96 * scale * METRE))
    image.fill(QColor(style.palette.pane))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw(painter, QRectF(0, 0, width, height), scene, style)
    painter.end()
    return image


def as_svg(scene: Scene, width: float, style: Style) -> bytes:
    """A scene as SVG, its text kept as text; title and description say what it shows."""
    height = height_for(scene, width / style.scale, style) * style.scale
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(scene.title)
    generator.setDescription(scene.spoken)
    painter = QPainter(generator)
    draw(painter, QRectF(0, 0, width, height), scene, style)
    painter.end()
    return bytes(buffer.data().data())
