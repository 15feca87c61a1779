"""The format as a table: every key of a data file, what it holds, and whether it must stand.

The reader, the writer and the JSON Schema are all made from these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

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


class FieldType(Enum):
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


class Field(NamedTuple):
    """One key. `record` names the rows of what lies under it; `default` is written in no file."""

    key: str
    type: FieldType
    required: bool = False
    default: str | bool | None = None
    choices: tuple[str, ...] = ()
    record: str = ""


KINDS = tuple(
    kind.value for kind in (Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE, Kind.DURATION)
)

_BRIEFING = (
    Field("briefing", FieldType.VERSION, required=True),
    Field("title", FieldType.LINE, required=True),
    Field("language", FieldType.LANGUAGE, default="zh-CN"),
    Field("period", FieldType.LINE),
    Field("source", FieldType.RECORD, record="source"),
    Field("previous", FieldType.LINE),
    Field("minutes", FieldType.MINUTES),
    Field("talk", FieldType.RECORDS, record="step"),
    Field("sections", FieldType.RECORDS, required=True, record="section"),
)
_STEP = (
    Field("step", FieldType.ONE_OF, required=True, choices=tuple(kind.value for kind in StepKind)),
    Field("section", FieldType.ID),
    Field("chart", FieldType.FIGURE),
    Field("build", FieldType.FLAG, default=False),
    Field("figure", FieldType.FIGURE),
    Field("figures", FieldType.FIGURES),
    Field("minutes", FieldType.MINUTES),
    Field("notes", FieldType.TEXT),
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
    Field("headline", FieldType.LINE),
    Field("publication", FieldType.LINE),
    Field("page", FieldType.LINE),
    Field("date", FieldType.LINE),
    Field("authors", FieldType.LINES),
    Field("link", FieldType.LINE),
    Field("note", FieldType.TEXT),
)
_SECTION = (
    Field("id", FieldType.ID, required=True),
    Field("title", FieldType.LINE, required=True),
    Field("minutes", FieldType.MINUTES),
    Field("present", FieldType.FLAG, default=True),
    Field("backup", FieldType.FLAG, default=False),
    Field("passage", FieldType.TEXT, required=True),
    Field("notes", FieldType.TEXT),
    Field("lead", FieldType.ID),
    Field("left_out", FieldType.LINES),
    Field("metrics", FieldType.RECORDS, record="metric"),
    Field("charts", FieldType.RECORDS, record="chart"),
    Field("relations", FieldType.RECORDS, record="relation"),
)
_METRIC = (
    Field("id", FieldType.ID, required=True),
    Field("label", FieldType.LINE, required=True),
    Field("value", FieldType.VALUE),
    Field("unit", FieldType.LINE),
    Field(
        "qualifier", FieldType.ONE_OF, default="exact", choices=tuple(q.value for q in Qualifier)
    ),
    Field("standing", FieldType.ONE_OF, default="fact", choices=tuple(s.value for s in Standing)),
    Field("kind", FieldType.ONE_OF, choices=KINDS),
    Field("versus", FieldType.LINE),
    Field("of", FieldType.ID),
    Field("period", FieldType.LINE),
    Field("cite", FieldType.TEXT),
    Field("from", FieldType.TEXT),
    Field("computed", FieldType.LINE),
    Field("terms", FieldType.FIGURES),
    Field("series", FieldType.RECORDS, record="point"),
    Field("present", FieldType.FLAG, default=True),
    Field("notes", FieldType.TEXT),
    Field("review", FieldType.TEXT),
)
_POINT = (
    Field("period", FieldType.LINE, required=True),
    Field("value", FieldType.VALUE, required=True),
    Field("standing", FieldType.ONE_OF, choices=tuple(s.value for s in Standing)),
    Field("cite", FieldType.TEXT),
    Field("from", FieldType.TEXT),
)
_CHART = (
    Field("id", FieldType.ID),
    Field("title", FieldType.LINE, required=True),
    Field("finding", FieldType.LINE),
    Field("kind", FieldType.ONE_OF, choices=tuple(kind.name for kind in CHART_KINDS)),
    Field("metrics", FieldType.IDS, required=True),
    Field("order", FieldType.ONE_OF, default="value", choices=("value", "given")),
    Field("scale", FieldType.ONE_OF, default="linear", choices=("linear", "log")),
    Field("exclusive", FieldType.FLAG, default=False),
    Field("note", FieldType.TEXT),
)

_RELATION = (
    Field(
        "kind", FieldType.ONE_OF, required=True, choices=tuple(kind.value for kind in RelationKind)
    ),
    *(
        Field(role, FieldType.FIGURES if role in LIST_ROLES else FieldType.FIGURE)
        for roles in ROLES.values()
        for role in roles
    ),
    Field(
        "basis", FieldType.ONE_OF, default="other", choices=tuple(basis.value for basis in Basis)
    ),
    Field("constant_prices", FieldType.FLAG, default=False),
    Field("known", FieldType.TEXT),
    Field("review", FieldType.TEXT),
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
