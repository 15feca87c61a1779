"""Two editions of a report, compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from viewer.editions.difference import Difference, difference
from viewer.editions.entries import Edition, EditionFigure, edition
from viewer.editions.match import Pair, pairs
from viewer.editions.phrases import abbreviations, with_abbreviations
from viewer.editions.restated import Restated, restated
from viewer.model import Briefing, Proof


@dataclass(frozen=True, slots=True)
class Editions:
    """What became of each figure: paired, in the old edition only, in the new only, or a value of
    the old one that the new gives again."""

    old: Edition
    new: Edition
    pairs: tuple[Pair, ...]
    restated: tuple[Restated, ...]
    only_old: tuple[EditionFigure, ...]
    only_new: tuple[EditionFigure, ...]

    @property
    def sure(self) -> tuple[Pair, ...]:
        """The pairs that nobody needs to be asked about."""
        return tuple(one for one in self.pairs if one.sure)

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs that a person should look at."""
        return tuple(one for one in self.pairs if not one.sure)

    def difference(self, pair: Pair) -> Difference:
        """How the measure of a pair moved."""
        return difference(pair, self.old, self.new)


def compare_editions(old: tuple[Briefing, Proof], new: tuple[Briefing, Proof]) -> Editions:
    """Compare an earlier edition with a later one, each with its proof."""
    first, second = _spelt_out(edition(*old), edition(*new))
    found = pairs(first, second)
    again = restated(first, second, found)
    taken = {id(one) for pair in found for one in (pair.old, pair.new)}
    taken |= {id(one.new) for one in again}
    return Editions(
        first,
        second,
        found,
        again,
        tuple(one for one in first.entries if id(one) not in taken),
        tuple(one for one in second.entries if id(one) not in taken),
    )


def _spelt_out(*editions: Edition) -> Iterator[Edition]:
    """Two editions whose figures have the abbreviations too that either has for their words."""
    known = abbreviations(one.said for each in editions for one in each.entries)
    for each in editions:
        found = (
            replace(one, said=with_abbreviations(one.said, known)) if one.said else one
            for one in each.entries
        )
        yield replace(each, entries=tuple(found)) if known else each
