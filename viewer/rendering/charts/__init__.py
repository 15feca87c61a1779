"""Charts on any paint device: one reader of their primitives, and the items of windows."""

from viewer.rendering.charts.highlight import NOTHING, Highlight
from viewer.rendering.charts.item import ChartItem
from viewer.rendering.charts.painter import Brush

__all__ = ["NOTHING", "Brush", "ChartItem", "Highlight"]
