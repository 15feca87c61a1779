"""A scene: what one chart shows, as marks with keys in data coordinates, before any pixel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from viewer.chart.notation import Treatment
from viewer.design import Role, series_role
from viewer.model import Key, Kind, Qualifier, Standing
from viewer.model.chart_kind import Form


class BoundStyle(StrEnum):
    """How the end of a mark is drawn, so that a bound never looks exact."""

    EXACT = "exact"
    OPEN = "open"
    """The number lies beyond: a line at the end and an arrow away from it."""
    UNDER = "under"
    """The number lies short of it: a line at the end and an arrow that points back at it."""
    SOFT = "soft"
    """About: the end fades."""


class MarkRole(StrEnum):
    """What a mark is to its scene."""

    FIGURE = "figure"
    WHOLE = "whole"
    """The whole that the others are parts of."""
    REST = "rest"
    """What remains of the whole: computed, of no key."""
    UNDER = "under"
    """An annotation of another figure, `above`: beneath its card, behind the value of its bar."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What the viewer computed: the result, and the formula that gives it."""

    text: str
    formula: str


@dataclass(frozen=True, slots=True)
class Before:
    """What a level was before its change: where it ends on the axis, and how that was computed."""

    end: Decimal
    formula: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure as it is drawn.

    `start` and `end` are in the unit of the figure; both None where the figure has no place on an
    axis (a card, a value that is no finite number). `track` is the whole that the mark is drawn
    against, in the same unit. `row` counts rows, cards or lines from 0, `column` periods.
    `as_written` is the value as the report writes it, `bare` the same less a unit that the line
    below the title gives for all, empty where there is none; `in_digits` is the whole number;
    `origin` says where a figure that is not in the passage comes from. `ending` is how the end is
    drawn, in the sense that the bound has: a fall of more than 40 % goes on away from zero.
    `treatment` is how the body is drawn (see `viewer.chart.notation`), and `remark` says in words
    what that means beside the value: target, not in the passage.
    """

    key: Key
    label: str
    as_written: str
    role: Role
    row: int = 0
    column: int = 0
    start: Decimal | None = None
    end: Decimal | None = None
    track: Decimal | None = None
    ending: BoundStyle = BoundStyle.EXACT
    qualifier: Qualifier = Qualifier.EXACT
    standing: Standing = Standing.FACT
    treatment: Treatment = Treatment.SOLID
    remark: str = ""
    place: MarkRole = MarkRole.FIGURE
    above: Key = ""
    note: str = ""
    """What is written where it stands beneath or behind another: value and base in one."""
    before: Before | None = None
    goal: bool = False
    """Whether its track is what was aimed at, not a whole."""
    lead: bool = False
    """Whether it is the figure of its section that stands out."""
    computed: Computed | None = None
    bare: str = ""
    origin: str = ""
    in_digits: str = ""
    quote: str = ""
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    kind: Kind = Kind.COUNT
    base: str = ""
    period: str = ""
    """Which of the periods of a series it is; empty for a figure of its own."""

    def drawn(self, headed: bool) -> str:
        """The value as a chart writes it that is `headed` by a line with the unit, or is not."""
        return (headed and self.bare) or self.as_written

    @property
    def name(self) -> str:
        """What tells it from every other mark: its label, and its period in a series."""
        return f"{self.label} {self.period}".strip()


@dataclass(frozen=True, slots=True)
class Axis:
    """What the positions of marks are measured on: `low` to `high`, linear or log.

    `periods` are the columns of a line or column chart in order; `lines` names its series;
    `powers` are the named steps of a log axis.
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(1)
    log: bool = False
    periods: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    powers: tuple[tuple[Decimal, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One chart: its words, its marks in reading order, its axis, and itself as a sentence.

    `title` is the finding where there is one; `topic` is what is measured, which the subtitle then
    begins with.
    """

    id: str
    form: Form
    title: str
    subtitle: str
    marks: tuple[Mark, ...]
    role: Role
    topic: str = ""
    note: str = ""
    axis: Axis = Axis()
    spoken: str = ""
    computed_word: str = ""
    language: str = ""
    """That of all its words; empty where nobody asked."""
    by_key: Mapping[Key, Mark] = field(default_factory=dict, compare=False, repr=False)
    tied: Mapping[Key, tuple[Mark, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The marks that stand beneath or behind another, by its key."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {mark.key: mark for mark in self.marks if mark.key})
        tied: dict[Key, list[Mark]] = {}
        for mark in self.marks:
            if mark.place is MarkRole.UNDER and mark.above:
                tied.setdefault(mark.above, []).append(mark)
        object.__setattr__(self, "tied", {key: tuple(marks) for key, marks in tied.items()})

    @property
    def finding(self) -> str:
        """The sentence that stands over the chart instead of its topic; empty where none does."""
        return self.title if self.title != self.topic else ""

    @property
    def kind(self) -> str:
        """The form's name, as the data file writes it."""
        return self.form.value

    def holds(self, key: Key | None) -> bool:
        """Whether one of the marks shows `key`."""
        return bool(key) and key in self.by_key

    def role_of(self, key: Key) -> Role | None:
        """The colour role that `key` wears here."""
        mark = self.by_key.get(key)
        return mark.role if mark else None


def roles(scenes: Iterable[Scene]) -> dict[Key, Role]:
    """The colour role that every charted key has in the passage: one for all, for hue tells only
    the series of a chart apart, and means nothing in the text."""
    return {key: series_role(0) for scene in scenes for key in scene.by_key}
