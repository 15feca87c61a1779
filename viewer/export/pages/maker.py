"""What every page is made with."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.chart.layout import Measure
from viewer.export.pages.letters import Setter
from viewer.export.pages.shape import Shape
from viewer.export.takeaway import Options, Takeaway


@dataclass(frozen=True, slots=True)
class Maker:
    """What every page is made with."""

    takeaway: Takeaway
    options: Options
    shape: Shape
    setter: Setter
    measure: Measure

    def say(self, key: str, **params: object) -> str:
        """A sentence of the catalogue."""
        return self.takeaway.words(f"export.{key}", **params)
