"""How far a measure moved between two editions in words: for the table and for the talk."""

from __future__ import annotations

from viewer.i18n import Words
from viewer.model import Briefing
from viewer.proof.comparison import Comparison
from viewer.quantities.direction import with_sign
from viewer.quantities.wording import Sourced, plain, sized, spaced
from viewer.relations.interval import printed_number, with_number

_SLACK = 1e-9
"""Relative room for binary rounding."""
_SMALLEST = 0.1
"""Below this a smaller scale reads better: 80亿元, not 0.008万亿元."""


def edition_name(briefing: Briefing) -> str:
    """The title of an edition, with its period where the title does not tell it: two editions of
    a report often have one title."""
    period = briefing.period
    told = not period or period in briefing.title
    return briefing.title if told else f"{briefing.title} · {period}"


def difference_words(found: Comparison, figure: Sourced, words: Words) -> str:
    """The signed difference of `figure`, which is of the new edition, from that of the old; that
    both are the same, or the reason where nothing may be subtracted."""
    if found.reason is not None:
        return words(f"compare.no.{found.reason}")
    if not found.difference:
        return words("compare.same")
    about = words("compare.about") if found.approximate else ""
    unit = words("compare.points") if found.points else figure.metric.unit
    size = _as_printed(found, figure) or sized(found.difference.copy_abs(), unit, words)
    return f"{about}{with_sign(size, found.difference)}"


def _as_printed(found: Comparison, figure: Sourced) -> str | None:
    """The size of a difference in the scale in which the figure is printed (3.68万亿元), where that
    loses nothing.

    A number of a table whose head names scale and unit is the bare 13.9 there: it has no scale.
    """
    quantity = figure.quantity
    if quantity is None or found.points or not quantity.value:
        return None
    if figure.metric.unit and quantity.surface[-1:].isdigit():
        return None
    size = float(found.difference.copy_abs())
    shown = with_number(plain(quantity.surface), quantity.value, size)
    own = printed_number(quantity.surface)
    number = None if shown is None else printed_number(shown)
    if shown is None or not own or not number or number < _SMALLEST:
        return None
    exact = abs(number * abs(float(quantity.value)) / own - size) <= _SLACK * size
    return spaced(shown) if exact else None
