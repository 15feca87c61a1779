"""Over which months a figure of an edition reaches: all up to its end, the last, or a moment.

A monthly report gives both the month and the months since the new year. Where one edition is named
after its month and the next after all months so far, figures are paired by what they reach over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from viewer.editions.entries import Edition, EditionFigure
from viewer.editions.period import Period

_SO_FAR = re.compile(r"累计|year to date", re.IGNORECASE)
_THIS_MONTH = re.compile(
    r"(?:当|本|单)(?:月|季)|\b(?:in|for) the (?:month|quarter)\b", re.IGNORECASE
)
_MOMENT = re.compile(
    r"截[至止]|[年月季期]末|[年月]底|\b(?:at|by) the end of\b|\bas (?:of|at)\b", re.IGNORECASE
)


class Reach(Enum):
    """What a figure is counted over."""

    SO_FAR = "so far"
    LAST = "last"
    MOMENT = "moment"


_CUES = ((_MOMENT, Reach.MOMENT), (_THIS_MONTH, Reach.LAST), (_SO_FAR, Reach.SO_FAR))
"""What the words of a figure tell, the strongest first."""


def reach_of(period: Period | None, own: Period | None) -> Reach | None:
    """The reach of a period that ends with that of an edition; None of any other."""
    if period is None or own is None or period.last != own.last:
        return None
    return Reach.SO_FAR if period.is_so_far else Reach.LAST


def reaches(edition: Edition) -> Mapping[int, Reach | None]:
    """The reach of each figure of an edition, by the number of the figure.

    A figure without a period of its own goes on with that of the one before it in its paragraph.
    """
    found: dict[int, Reach | None] = {}
    before: tuple[object, Reach | None] = (None, None)
    for at, one in enumerate(edition.entries):
        place = _place(one)
        found[at] = _told(one, edition)
        if one.spoken is None and found[at] is None:
            found[at] = before[1] if before[0] == place else _of_edition(one, edition)
        before = place, found[at]
    return found


def are_mixed(old: Edition, new: Edition) -> bool:
    """Whether two editions are named after unlike reaches, and one of them has figures of both."""
    own = [reach_of(each.period, each.period) for each in (old, new)]
    if None in own or own[0] is own[1] or _are_as_long(old.period, new.period):
        return False
    given = [
        {reach_of(one.period, each.period) for one in each.entries if _is_of_year(one)}
        for each in (old, new)
    ]
    return own[1] in given[0] or own[0] in given[1]


def _are_as_long(one: Period | None, other: Period | None) -> bool:
    """Whether two periods have as many months: a first quarter is no more than a second."""
    return one is not None and other is not None and one.length == other.length


def _is_of_year(one: EditionFigure) -> bool:
    return one.period is not None and not one.period.year


def _told(one: EditionFigure, edition: Edition) -> Reach | None:
    """The reach that the words of a figure tell."""
    words = f"{one.clause} {one.label}"
    told = next((reach for cue, reach in _CUES if cue.search(words)), None)
    if told is not None or one.spoken is None:
        return told
    return _of_edition(one, edition)


def _of_edition(one: EditionFigure, edition: Edition) -> Reach | None:
    if one.period is not None and one.period.year:
        return None
    return reach_of(one.period or edition.period, edition.period)


def _place(one: EditionFigure) -> Sequence[object]:
    """The section and the line that a figure stands in."""
    start = one.figure.quantity.span.start if one.figure else 0
    return one.section.id, one.section.passage.text.count("\n", 0, start)
