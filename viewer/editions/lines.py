"""The figures of a comparison of editions in words."""

from __future__ import annotations

from viewer.editions.difference import Difference
from viewer.editions.entries import EditionFigure
from viewer.editions.wording import difference_words
from viewer.i18n import Words
from viewer.model import Standing
from viewer.quantities.direction import with_sign
from viewer.quantities.wording import as_written, digits, plain


def printed(entry: EditionFigure, words: Words) -> str:
    """A figure as its edition writes it, with its standing where it is no fact."""
    value = plain(as_written(entry.sourced, words))
    if entry.standing is Standing.FACT:
        return value
    return words(
        "edition.standing", value=value, standing=words(f"chart.standing-{entry.standing}")
    )


def difference_line(found: Difference, entry: EditionFigure, words: Words) -> str:
    """How a measure moved by what was computed; the reason where that cannot be said.

    `entry` is the figure of the new edition.
    """
    moved = difference_words(found.compared, entry.sourced, words)
    if not found.value:  # there is a reason, or both are the same
        return moved
    if found.relative is not None:
        percent = with_sign(f"{digits(found.relative.copy_abs())}%", found.relative)
        moved = words("edition.relative", difference=moved, percent=percent)
    if not found.certain:
        moved = words("edition.rounding", difference=moved)
    return moved
