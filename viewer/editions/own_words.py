"""How far two English figures share the words that are their own, beside all their rivals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from viewer.editions.assignment import Edge
from viewer.editions.entries import EditionFigure
from viewer.editions.likeness import Weights, tokens

_ENOUGH = 2
"""So many words that no rival has leave no doubt."""


class OwnWords:
    """The own words of the figures of two editions that may be pairs; those of another language
    than English have none."""

    def __init__(
        self, old: Sequence[EditionFigure], new: Sequence[EditionFigure], edges: Iterable[Edge]
    ) -> None:
        self._old, self._new = old, new
        every = (*old, *new)
        self._said = Weights.of(one.said for one in every)
        self._sentences = Weights.of(one.sentence for one in every if one.said)
        self._tokens = tuple([frozenset(tokens(one.said)) for one in each] for each in (old, new))
        self._of_rows: dict[int, Counter[str]] = {}
        self._of_columns: dict[int, Counter[str]] = {}
        for row, column in edges:
            self._of_columns.setdefault(column, Counter()).update(self._tokens[0][row])
            self._of_rows.setdefault(row, Counter()).update(self._tokens[1][column])

    def are_told(self, edge: Edge) -> bool:
        """Whether both figures stand in English."""
        return bool(self._old[edge[0]].said and self._new[edge[1]].said)

    def evidence(self, edge: Edge) -> dict[str, float]:
        """What speaks for one measure, by the names of the weights."""
        if not self.are_told(edge):
            return {}
        one, other = self._old[edge[0]], self._new[edge[1]]
        return {
            "said": self._said.likeness(one.said, other.said),
            "own": self.shared(edge),
            "sentence": self._sentences.likeness(one.sentence, other.sentence),
        }

    def shared(self, edge: Edge) -> float:
        """How far two figures share words that few of their rivals have, 0 to 1."""
        row, column = edge
        common = self._tokens[0][row] & self._tokens[1][column]
        having = self._of_columns[column], self._of_rows[row]
        found = math.fsum(1 / max(each[token] for each in having) for token in common)
        return min(found, _ENOUGH) / _ENOUGH
