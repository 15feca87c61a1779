"""Charts without pixels: metrics and the author's wishes compiled to scenes of marks with keys."""

from viewer.chart.compiling import compile_section
from viewer.chart.descriptions import tip_of
from viewer.chart.notation import Treatment
from viewer.chart.scene import Axis, Computed, Ending, Form, Mark, Place, Scene, roles

__all__ = [
    "Axis",
    "Computed",
    "Ending",
    "Form",
    "Mark",
    "Place",
    "Scene",
    "Treatment",
    "compile_section",
    "roles",
    "tip_of",
]
