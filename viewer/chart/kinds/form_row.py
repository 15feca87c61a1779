"""What the program asks of a form of chart, as one value, and what most forms answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viewer.chart.layout.canvas import Sheet
from viewer.chart.layout.rows import place_rows
from viewer.chart.marks import Marks
from viewer.chart.request import Ask
from viewer.chart.scene import Axis, Scene
from viewer.design import Role
from viewer.i18n import Words
from viewer.model import CHART_KINDS, Kind
from viewer.model.chart_kind import Form

Build = Callable[[Ask, Role, Words], tuple[Marks, Axis]]
Measured = Callable[[Ask, Words], list[str]]
Place = Callable[[Scene, Sheet], None]
Asked = Callable[[Ask], bool]


def always(_: Ask) -> bool:
    """Suits whatever breaks no rule."""
    return True


def never(_: Ask) -> bool:
    """Is drawn only where an author asks for it."""
    return False


def several(ask: Ask) -> bool:
    """Suits figures that can be compared; an author may ask for it with one."""
    return ask.authored or len(ask.data) > 1


def unit_and_base(ask: Ask, words: Words) -> list[str]:
    """The unit of all, and of changes what they are measured against."""
    first = ask.data[0]
    unit = words("chart.unit", unit=first.unit) if first.unit else ""
    if first.kind is Kind.CHANGE and first.metric.versus:
        return [unit, words("chart.versus", versus=first.metric.versus)]
    return [unit]


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form of chart: how it is chosen, drawn and described.

    `kind` is the author's name for it; `special` says when the form takes the place of the plain
    one of that name. `suits` says when it suits figures that no author has put together; whether
    it is honest is for the rules (`viewer.proof.chart_rules`) to say. `build` makes the marks,
    `place` lays them out, `measured` begins the line below the title. `whole` is one drawing
    however many figures it has; of a form that `abridges`, a long chart may show some of its rows.
    """

    form: Form
    kind: str
    build: Build
    suits: Asked = always
    special: Asked | None = None
    place: Place = place_rows
    measured: Measured = unit_and_base
    whole: bool = False
    abridges: bool = True

    @property
    def annotated(self) -> bool:
        """Whether its marks carry changes at their ends."""
        plain = self.special is None
        return plain and any(kind.annotated for kind in CHART_KINDS if kind.name == self.kind)
