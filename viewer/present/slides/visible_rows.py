"""A long chart for the room: so few rows that their labels can be read, the lit one among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viewer.chart import FORM_ROWS, BoundStyle, Mark, MarkRole, Scene
from viewer.model import Key, Qualifier, Standing

BESIDE = 5
"""Rows of a chart that the back row can read beside the passage."""


def focused(scene: Scene, lit: Key | None, most: int = BESIDE) -> Scene:
    """The scene itself if it has at most so many rows; else its first and those around the lit one,
    and those that its finding speaks of.

    Every mark keeps its place on the axis, which stays that of the whole chart.
    """
    rows = [mark for mark in scene.marks if mark.place is not MarkRole.UNDER]
    if not FORM_ROWS[scene.form].abridges or len(rows) <= most:
        return scene
    lit = next((mark.above for mark in scene.marks if lit and mark.key == lit and mark.above), lit)
    kept = _with_named(scene.finding, rows, _around(rows, lit, most), lit)
    keys = {mark.key for mark in kept}
    under = [mark for mark in scene.marks if mark.place is MarkRole.UNDER and mark.above in keys]
    numbered = (replace(mark, row=row) for row, mark in enumerate([*kept, *under]))
    return replace(scene, marks=tuple(numbered))


def rows_of(scene: Scene) -> tuple[Mark, ...]:
    """The marks of a chart that have a row of their own, from above."""
    rows = (mark for mark in scene.marks if mark.place is not MarkRole.UNDER)
    return tuple(sorted(rows, key=lambda mark: mark.row))


def rank_of(scene: Scene, key: Key) -> int | None:
    """The place of a figure among those of its chart, 1 the highest; equal ones share a place.

    None where not every one of them is an exact fact: a bound or a target has no sure place.
    """
    rows, own = rows_of(scene), scene.by_key.get(key)
    values = [mark.value for mark in rows if mark.value is not None and _is_sure(mark)]
    if own is None or own.value is None or own not in rows or len(values) < len(rows):
        return None
    return 1 + sum(value > own.value for value in values)


def _is_sure(mark: Mark) -> bool:
    exact = mark.ending is BoundStyle.EXACT and mark.qualifier is Qualifier.EXACT
    return exact and mark.high is None and mark.standing is Standing.FACT


def _around(rows: Sequence[Mark], lit: Key | None, most: int) -> list[Mark]:
    """The first row, for the measure, and as many around the lit one as there is room for."""
    ordered = sorted(rows, key=lambda mark: mark.row)
    at = next((place for place, mark in enumerate(ordered) if mark.key == lit), 0)
    first = max(1, min(at - (most - 1) // 2, len(ordered) - (most - 1)))
    return [ordered[0], *ordered[first : first + most - 1]]


def _with_named(
    finding: str, rows: Sequence[Mark], kept: Sequence[Mark], lit: Key | None
) -> list[Mark]:
    """The rows that are `kept`, the last of them giving way to rows that the finding names."""
    missing = [mark for mark in rows if mark not in kept and _is_named(mark, finding)]
    free = [mark for mark in kept[1:] if mark.key != lit and not _is_named(mark, finding)]
    change = min(len(missing), len(free))
    gone = free[len(free) - change :]
    chosen = [mark for mark in kept if mark not in gone] + missing[:change]
    return sorted(chosen, key=lambda mark: mark.row)


def _is_named(mark: Mark, finding: str) -> bool:
    return bool(mark.label) and mark.label in finding
