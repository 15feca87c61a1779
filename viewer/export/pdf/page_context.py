"""What every page is made with."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.chart.layout import Measure
from viewer.export.context import Options, Takeaway
from viewer.export.pdf.page_formats import PageFormat
from viewer.rendering.typeset.paragraph_layout import Setter


@dataclass(frozen=True, slots=True)
class Maker:
    """What every page is made with."""

    takeaway: Takeaway
    options: Options
    shape: PageFormat
    setter: Setter
    measure: Measure

    def say(self, key: str, **params: object) -> str:
        """A sentence of the catalogue."""
        return self.takeaway.words(f"export.{key}", **params)
