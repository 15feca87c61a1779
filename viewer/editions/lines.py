"""The figures of a comparison of editions in words."""

from __future__ import annotations

from viewer.editions.difference import Difference
from viewer.editions.entries import Entry
from viewer.i18n import Words
from viewer.model import Standing
from viewer.quantities.direction import with_sign
from viewer.quantities.wording import as_written, digits, plain, sized, spaced
from viewer.relations.interval import printed_number, with_number

_SLACK = 1e-9
"""Relative room for binary rounding."""
_SMALLEST = 0.1
"""Below this a smaller scale reads better: 80亿元, not 0.008万亿元."""


def printed(entry: Entry, words: Words) -> str:
    """A figure as its edition writes it, with its standing where it is no fact."""
    value = plain(as_written(entry.sourced, words))
    if entry.standing is Standing.FACT:
        return value
    return words(
        "edition.standing", value=value, standing=words(f"chart.standing-{entry.standing}")
    )


def difference_line(found: Difference, entry: Entry, words: Words) -> str:
    """How a measure moved by what was computed; the reason where that cannot be said.

    `entry` is the figure of the new edition.
    """
    if found.reason:
        return words(f"compare.no.{found.reason}")
    if not found.value:
        return words("compare.same")
    about = words("compare.about") if found.approximate else ""
    unit = words("compare.points") if found.points else entry.metric.unit
    size = _as_printed(found, entry) or sized(found.value.copy_abs(), unit, words)
    moved = f"{about}{with_sign(size, found.value)}"
    if found.relative is not None:
        percent = with_sign(f"{digits(found.relative.copy_abs())}%", found.relative)
        moved = words("edition.relative", difference=moved, percent=percent)
    if not found.certain:
        moved = words("edition.rounding", difference=moved)
    return moved


def _as_printed(found: Difference, entry: Entry) -> str | None:
    """The size of a difference in the scale in which the figure is printed (3.68万亿元), where that
    loses nothing.

    A number of a table whose head names scale and unit is the bare 13.9 there: it has no scale.
    """
    quantity = entry.figure.quantity if entry.figure else None
    if quantity is None or found.points or not quantity.value:
        return None
    if entry.metric.unit and quantity.surface[-1:].isdigit():
        return None
    size = float(found.value.copy_abs())
    shown = with_number(plain(quantity.surface), quantity.value, size)
    own = printed_number(quantity.surface)
    number = None if shown is None else printed_number(shown)
    if shown is None or not own or not number or number < _SMALLEST:
        return None
    exact = abs(number * abs(float(quantity.value)) / own - size) <= _SLACK * size
    return spaced(shown) if exact else None
