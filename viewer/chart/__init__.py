"""Charts without pixels: metrics and the author's wishes compiled to scenes of marks with keys."""

from viewer.chart.compiling import compile_section
from viewer.chart.descriptions import tip_of, unseen_of
from viewer.chart.frame import lay_out
from viewer.chart.kinds import FORM_ROWS
from viewer.chart.notation import Treatment
from viewer.chart.scene import Axis, BoundStyle, Computed, Mark, MarkRole, Scene, roles
from viewer.model.chart_kind import Form

__all__ = [
    "FORM_ROWS",
    "Axis",
    "BoundStyle",
    "Computed",
    "Form",
    "Mark",
    "MarkRole",
    "Scene",
    "Treatment",
    "compile_section",
    "lay_out",
    "roles",
    "tip_of",
    "unseen_of",
]
