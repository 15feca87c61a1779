"""Scenes on any paint device: pyqtgraph's items fed by the layout, and what it lacks."""

from viewer.rendering.charts.device import as_image, as_svg, draw, draw_within, height_for
from viewer.rendering.charts.highlight import NOTHING, Lit
from viewer.rendering.charts.item import ChartItem

__all__ = ["NOTHING", "ChartItem", "Lit", "as_image", "as_svg", "draw", "draw_within", "height_for"]
