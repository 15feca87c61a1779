"""The format as a table: every key of a data file, what it holds, and whether it must stand.

The reader, the writer and the JSON Schema are all made from these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from viewer.model import (
    CHART_KINDS,
    LIST_ROLES,
    ROLES,
    Basis,
    Kind,
    Qualifier,
    RelationKind,
    Standing,
    StepKind,
)

VERSION = "1"


class Type(Enum):
    """How the words under a key are read."""

    VERSION = auto()
    LANGUAGE = auto()
    LINE = auto()
    """One line of text."""
    TEXT = auto()
    """Text of any number of lines."""
    ID = auto()
    ONE_OF = auto()
    MINUTES = auto()
    FLAG = auto()
    VALUE = auto()
    """A number as an author or a report writes it."""
    LINES = auto()
    IDS = auto()
    FIGURE = auto()
    """A figure by its key, `section/` before one of another section."""
    FIGURES = auto()
    RECORD = auto()
    RECORDS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One key. `record` names the rows of what lies under it; `default` is written in no file."""

    key: str
    type: Type
    required: bool = False
    default: str | bool | None = None
    choices: tuple[str, ...] = ()
    record: str = ""


KINDS = tuple(
    kind.value for kind in (Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE, Kind.DURATION)
)

_BRIEFING = (
    Field("briefing", Type.VERSION, required=True),
    Field("title", Type.LINE, required=True),
    Field("language", Type.LANGUAGE, default="zh-CN"),
    Field("period", Type.LINE),
    Field("source", Type.RECORD, record="source"),
    Field("previous", Type.LINE),
    Field("minutes", Type.MINUTES),
    Field("talk", Type.RECORDS, record="step"),
    Field("sections", Type.RECORDS, required=True, record="section"),
)
_STEP = (
    Field("step", Type.ONE_OF, required=True, choices=tuple(kind.value for kind in StepKind)),
    Field("section", Type.ID),
    Field("chart", Type.FIGURE),
    Field("build", Type.FLAG, default=False),
    Field("figure", Type.FIGURE),
    Field("figures", Type.FIGURES),
    Field("minutes", Type.MINUTES),
    Field("notes", Type.TEXT),
)

SHOWN: Mapping[StepKind, tuple[str, ...]] = MappingProxyType(
    {
        StepKind.SECTION: ("section",),
        StepKind.TEXT: ("section",),
        StepKind.CHART: ("chart", "build"),
        StepKind.FIGURE: ("figure",),
        StepKind.COMPARE: ("figures",),
        StepKind.TARGET: ("figures",),
        StepKind.EDITION: ("section",),
    }
)
"""The keys by which a step of the talk names what it shows; the first one must stand, unless the
step may show the `WHOLE` briefing."""
WHOLE = frozenset({StepKind.EDITION})
_SOURCE = (
    Field("headline", Type.LINE),
    Field("publication", Type.LINE),
    Field("page", Type.LINE),
    Field("date", Type.LINE),
    Field("authors", Type.LINES),
    Field("link", Type.LINE),
    Field("note", Type.TEXT),
)
_SECTION = (
    Field("id", Type.ID, required=True),
    Field("title", Type.LINE, required=True),
    Field("minutes", Type.MINUTES),
    Field("present", Type.FLAG, default=True),
    Field("backup", Type.FLAG, default=False),
    Field("passage", Type.TEXT, required=True),
    Field("notes", Type.TEXT),
    Field("lead", Type.ID),
    Field("left_out", Type.LINES),
    Field("metrics", Type.RECORDS, record="metric"),
    Field("charts", Type.RECORDS, record="chart"),
    Field("relations", Type.RECORDS, record="relation"),
)
_METRIC = (
    Field("id", Type.ID, required=True),
    Field("label", Type.LINE, required=True),
    Field("value", Type.VALUE),
    Field("unit", Type.LINE),
    Field("qualifier", Type.ONE_OF, default="exact", choices=tuple(q.value for q in Qualifier)),
    Field("standing", Type.ONE_OF, default="fact", choices=tuple(s.value for s in Standing)),
    Field("kind", Type.ONE_OF, choices=KINDS),
    Field("versus", Type.LINE),
    Field("of", Type.ID),
    Field("period", Type.LINE),
    Field("cite", Type.TEXT),
    Field("from", Type.TEXT),
    Field("computed", Type.LINE),
    Field("terms", Type.FIGURES),
    Field("series", Type.RECORDS, record="point"),
    Field("present", Type.FLAG, default=True),
    Field("notes", Type.TEXT),
    Field("review", Type.TEXT),
)
_POINT = (
    Field("period", Type.LINE, required=True),
    Field("value", Type.VALUE, required=True),
    Field("standing", Type.ONE_OF, choices=tuple(s.value for s in Standing)),
    Field("cite", Type.TEXT),
    Field("from", Type.TEXT),
)
_CHART = (
    Field("id", Type.ID),
    Field("title", Type.LINE, required=True),
    Field("finding", Type.LINE),
    Field("kind", Type.ONE_OF, choices=tuple(kind.name for kind in CHART_KINDS)),
    Field("metrics", Type.IDS, required=True),
    Field("order", Type.ONE_OF, default="value", choices=("value", "given")),
    Field("scale", Type.ONE_OF, default="linear", choices=("linear", "log")),
    Field("exclusive", Type.FLAG, default=False),
    Field("note", Type.TEXT),
)

_RELATION = (
    Field("kind", Type.ONE_OF, required=True, choices=tuple(kind.value for kind in RelationKind)),
    *(
        Field(role, Type.FIGURES if role in LIST_ROLES else Type.FIGURE)
        for roles in ROLES.values()
        for role in roles
    ),
    Field("basis", Type.ONE_OF, default="other", choices=tuple(basis.value for basis in Basis)),
    Field("constant_prices", Type.FLAG, default=False),
    Field("known", Type.TEXT),
    Field("review", Type.TEXT),
)

RECORDS: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        "briefing": _BRIEFING,
        "source": _SOURCE,
        "step": _STEP,
        "section": _SECTION,
        "metric": _METRIC,
        "point": _POINT,
        "chart": _CHART,
        "relation": _RELATION,
    }
)
"""The rows of each kind of record, in the order in which they are written."""


def row_of(name: str, key: str) -> Field:
    """The row of one key of a kind of record; StopIteration where it has none."""
    return next(row for row in RECORDS[name] if row.key == key)
