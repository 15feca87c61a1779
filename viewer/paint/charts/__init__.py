"""Scenes on any paint device: pyqtgraph's items fed by the layout, and what it lacks."""

from viewer.paint.charts.device import as_image, as_svg, draw, draw_within, height_for
from viewer.paint.charts.item import ChartItem
from viewer.paint.charts.lit import NOTHING, Lit

__all__ = ["NOTHING", "ChartItem", "Lit", "as_image", "as_svg", "draw", "draw_within", "height_for"]
