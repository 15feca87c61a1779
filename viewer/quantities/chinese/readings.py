"""Every number of a Chinese text as it stands, before anything is asked about what it measures."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.quantities.numbers.notation import START
from viewer.quantities.numbers.number_reader import read
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.tables.cells import cell_at, reading_of
from viewer.quantities.tables.flattened import Cell


def chinese_readings(folded: str, cells: Mapping[int, Cell]) -> list[Reading]:
    """Every number of a folded text as it stands, not yet joined to its neighbours."""
    found: list[Reading] = []
    at = 0
    while start := START.search(folded, at):
        cell = cell_at(folded, start.start(), cells)
        if cell is not None:
            found.append(reading_of(cell, folded))
            at = cell.end
            continue
        reading = read(folded, start.start())
        if isinstance(reading, int):
            at = reading
        else:
            if not (found and reading.start < found[-1].end):  # 0亿几千: 几 belongs to 0亿
                found.append(reading)
            at = reading.end
    return found
