"""A chart as a table: the same figures as rows, for a spreadsheet."""

from __future__ import annotations

from decimal import Decimal

from viewer.chart.scene import Mark, Scene
from viewer.i18n import Words
from viewer.model import Qualifier, Standing

COLUMNS = (
    *("label", "said", "number", "high", "unit", "bound", "standing"),
    *("base", "computed", "quote"),
)


def table_rows(scene: Scene, words: Words) -> tuple[tuple[str, ...], ...]:
    """The head and one row a mark, as text; numbers are plain digits that a spreadsheet reads."""
    head = tuple(words(f"chart.column-{name}") for name in COLUMNS)
    return (head, *(_row(mark, words) for mark in scene.marks))


def tsv(scene: Scene, words: Words) -> str:
    """The rows parted by tabs; a cell never holds a tab or a line break, nor begins a formula."""
    return "".join(
        "\t".join(cell(text) for text in row) + "\r\n" for row in table_rows(scene, words)
    )


def _row(mark: Mark, words: Words) -> tuple[str, ...]:
    exact, fact = mark.qualifier is Qualifier.EXACT, mark.standing is Standing.FACT
    return (
        mark.name,
        mark.as_written,
        _number(mark.value),
        _number(mark.high),
        mark.unit,
        "" if exact else words(f"chart.bound-{mark.qualifier.value}"),
        "" if fact else words(f"chart.standing-{mark.standing.value}"),
        mark.base,
        mark.computed.formula if mark.computed else "",
        mark.quote or (words("chart.origin", origin=mark.origin) if mark.origin else ""),
    )


def _number(value: Decimal | None) -> str:
    """Plain digits; a power of ten where those would run on."""
    if value is None:
        return ""
    return f"{value:f}" if abs(value.adjusted()) < 18 else f"{value}"


def cell(text: str) -> str:
    """`text` on one line. A leading = or @ would be run as a formula, so it is held as text."""
    line = " ".join(text.split())
    return "'" + line if line.startswith(("=", "@")) else line
