"""Values of the earlier edition that the later one prints again, and whether they still agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from viewer.editions.difference import interval_of
from viewer.editions.entries import Edition, EditionFigure
from viewer.editions.likeness import Contrast, Weights, contrast
from viewer.editions.match import Pair
from viewer.editions.period import Period

_ALIKE = 0.6
"""The least likeness of two labels that name one measure."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A value of the earlier period in the new edition; `agrees` is None where the words leave
    open what its value is."""

    new: EditionFigure
    old: EditionFigure
    agrees: bool | None


def restated(old: Edition, new: Edition, pairs: Sequence[Pair]) -> tuple[Restated, ...]:
    """What the new edition says again of the old one's period, in the order of the new."""
    labels = Weights.of(one.label for one in (*old.entries, *new.entries))
    paired = {pair.new.key for pair in pairs}
    own: dict[object, list[EditionFigure]] = {}
    for other in old.entries:
        if not other.quoted and other.period is None:
            own.setdefault(other.family, []).append(other)
    found: list[Restated] = []
    for one in new.entries:
        if one.key not in paired:
            fits = ((_fit(labels, each, one), each) for each in _candidates(one, own))
            fit, of = max(fits, key=itemgetter(0), default=(0.0, None))
            if of is not None and fit >= _ALIKE:
                told = Restated(one, of, _agree(of, one))
                if _of_period(one, old, new) or (one.quoted and told.agrees):
                    found.append(told)
    return tuple(found)


def _candidates(
    one: EditionFigure, own: Mapping[object, Sequence[EditionFigure]]
) -> Iterator[EditionFigure]:
    """The figures of the old edition's own period, by their family, that one may give again."""
    for other in own.get(one.family, ()):
        bases = {one.basis, other.basis} - {None}
        alike = contrast(other.label, one.label) < Contrast.BOTH
        if alike and (one.quoted or len(bases) < 2):
            yield other


def _fit(labels: Weights, other: EditionFigure, one: EditionFigure) -> float:
    return labels.likeness(other.label, one.label) + 0.01 * (_agree(other, one) is True)


def _of_period(one: EditionFigure, old: Edition, new: Edition) -> bool:
    """Whether a figure's words name the old edition's period, which is not the new one's."""
    if one.period is None or old.period is None or one.spoken is None:
        return False
    year = one.spoken.year
    if year is None and new.period is not None and new.period.year is not None:
        year = new.period.year + (one.period.year or 0)
    return Period(one.period.first, one.period.last, year).may_be(old.period)


def _agree(old: EditionFigure, new: EditionFigure) -> bool | None:
    first, second = interval_of(old), interval_of(new)
    return None if first is None or second is None else first.meets(second)
