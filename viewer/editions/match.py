"""Which figures of two editions are the same measure of each one's own period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from viewer.editions.assignment import Edge, assign
from viewer.editions.entries import Edition, Entry
from viewer.editions.likeness import Contrast, Weights, contrast, extras, tokens
from viewer.model import Key, Kind

_LABEL, _CONTEXT, _SECTION, _NEIGHBOUR = 0.60, 0.22, 0.04, 0.14
_CONTRASTED, _INDIRECT = 0.8, 0.9
"""What likeness counts where labels contrast, and where other words than the label carry it."""
_LEAST = 0.34
"""The least score at which two figures may be one measure."""
_BARE, _ONE_SENTENCE = 0.4, 0.5
"""What likeness counts of shares that no word says the whole of, unless their sentences are so
alike."""
_IN_LIST = 0.7
"""The likeness of two members by their places in lists."""
_NAMING = 2
"""The tokens of a clause that names a measure."""
_SAME = 0.95
"""The likeness of clauses that say the same."""
_RIVALS = 24
"""So many figures are weighed against one, at most."""
_FAR = 0.35
"""A score so far below the best of both its figures is no rival of theirs."""
_SURE, _MARGIN = 0.56, 0.06
"""The score from which, and the regret with which, nobody needs to be asked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the old edition and the same measure in the new one; `sure` false where a
    careful person would ask. `score` and `regret` say how well the words agree."""

    old: Entry
    new: Entry
    sure: bool
    score: float
    regret: float


def pairs(old: Edition, new: Edition) -> tuple[Pair, ...]:
    """The pairs of two editions, in the order of the new one."""
    return _Matcher(old, new).pairs()


class _Matcher:
    """Scores what may be one measure, and chooses."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new
        self._moved: set[tuple[Key, Key]] = set()
        every = (*old.entries, *new.entries)
        self._labels = Weights.of(one.label for one in every)
        self._contexts = Weights.of(one.context for one in every)
        self._names = {
            frozenset(tokens(one.label))
            for one in every
            if not one.is_change and one.metric.kind is not Kind.SHARE
        }
        self._titles = Weights.of(s.title for e in (old, new) for s in e.briefing.sections)

    def pairs(self) -> tuple[Pair, ...]:
        """Levels first: a change is told by what it changes."""
        base = {edge: self._base(*self._entries(edge)) for edge in self._edges()}
        scores = self._supported(base)
        changes = {e: s for e, s in scores.items() if self._entries(e)[0].is_change}
        levels = self._chosen({e: s for e, s in scores.items() if e not in changes})
        self._moved = {
            (old, new)
            for one in levels
            if one.sure
            for old in _keys(one.old)
            for new in _keys(one.new)
        }
        found = (*levels, *self._chosen(self._by_level(changes, levels)))
        order = {id(one): at for at, one in enumerate(self._new.entries)}
        return tuple(sorted(found, key=lambda one: order[id(one.new)]))

    def _chosen(self, scores: Mapping[Edge, float]) -> tuple[Pair, ...]:
        gains = {edge: score - _LEAST for edge, score in _rivals(scores).items()}
        return tuple(
            self._pair((one.row, one.column), scores[one.row, one.column], one.regret)
            for one in assign(gains)
        )

    def _entries(self, edge: Edge) -> tuple[Entry, Entry]:
        return self._old.entries[edge[0]], self._new.entries[edge[1]]

    def _edges(self) -> Iterator[Edge]:
        """What may be one measure; of many for one figure those whose words are most alike."""
        by_family: dict[object, list[int]] = {}
        for at, entry in enumerate(self._new.entries):
            by_family.setdefault(entry.family, []).append(at)
        for row, entry in enumerate(self._old.entries):
            columns = by_family.get(entry.family, [])
            columns = [at for at in columns if _may_be_one(entry, self._new.entries[at])]
            if len(columns) > _RIVALS:
                columns = self._nearest(entry, columns)
            yield from ((row, column) for column in columns)

    def _nearest(self, one: Entry, columns: Sequence[int]) -> list[int]:
        def glance(at: int) -> float:
            other = self._new.entries[at]
            label = self._labels.likeness(one.label, other.label)
            return label + self._contexts.likeness(one.context, other.context)

        return nlargest(_RIVALS, columns, key=glance)

    def _base(self, one: Entry, other: Entry) -> float:
        section = self._titles.likeness(one.section.title, other.section.title)
        context = self._contexts.likeness(one.context, other.context)
        return _LABEL * self._alike(one, other) + _CONTEXT * context + _SECTION * section

    def _alike(self, one: Entry, other: Entry) -> float:
        """How alike what two figures measure is in words."""
        label = self._labels.likeness(one.label, other.label)
        if contrast(one.label, other.label) is Contrast.BOTH:
            label *= _CONTRASTED
        if self._of_unnamed_whole(one, other):
            label *= _BARE
        named = self._labels.likeness(_completed(one, other), _completed(other, one))
        clauses = self._clauses(one, other)
        return max(label, _INDIRECT * named, _INDIRECT * clauses, self._listed(one, other))

    def _listed(self, one: Entry, other: Entry) -> float:
        """How alike members of two lists are by their places, where one list names none of them."""
        if one.size < 2 or (one.place, one.size) != (other.place, other.size):
            return 0.0
        together = _together(one, self._old) or _together(other, self._new)
        return _IN_LIST * together

    def _supported(self, base: Mapping[Edge, float]) -> dict[Edge, float]:
        """Scores with what the figures beside them add: measures keep their order."""
        full = _LABEL + _CONTEXT + _SECTION

        def beside(edge: Edge) -> float:
            row, column = edge
            return max(base.get((row - 1, column - 1), 0.0), base.get((row + 1, column + 1), 0.0))

        return {edge: score + _NEIGHBOUR * beside(edge) / full for edge, score in base.items()}

    def _by_level(
        self, scores: Mapping[Edge, float], levels: Sequence[Pair]
    ) -> Mapping[Edge, float]:
        """Scores of changes by what became of their levels: a change goes with its level."""
        old = {key: pair for pair in levels for key in _keys(pair.old)}
        new = {key: pair for pair in levels for key in _keys(pair.new)}
        told: dict[Edge, float] = {}
        for edge, score in scores.items():
            one, other = self._entries(edge)
            pairs = old.get(one.level), new.get(other.level)
            if pairs[0] is not None and pairs[0] is pairs[1]:
                told[edge] = (score + 1) / 2
            elif pairs == (None, None) or not (one.level and other.level):
                told[edge] = score
        return told

    def _pair(self, edge: Edge, score: float, regret: float) -> Pair:
        one, other = self._entries(edge)
        sure = score >= _SURE and regret >= _MARGIN and self._certain(one, other)
        return Pair(one, other, sure, score, regret)

    def _certain(self, one: Entry, other: Entry) -> bool:
        """Whether nothing in words, periods or values speaks against one measure."""
        if one.period != other.period or one.falls is not other.falls:
            return False
        if one.against and other.against and one.against != other.against:
            return False
        if _shrank(one, other, self._old, self._new):
            return False
        return (one.level, other.level) in self._moved or self._of_one_name(one, other)

    def _of_one_name(self, one: Entry, other: Entry) -> bool:
        """Whether what two figures measure has one name, in labels, clauses or by their places."""
        differs = contrast(one.label, other.label)
        if differs is Contrast.NONE or self._clauses(one, other) > _SAME:
            return True
        if differs is Contrast.ONE_SIDED:
            return _understood(one, other, self._old, self._new)
        return self._listed(one, other) > 0

    def _clauses(self, one: Entry, other: Entry) -> float:
        """How alike the clauses of two figures are; 0 where they name nothing."""
        few = min(len(set(tokens(each.clause))) for each in (one, other)) < _NAMING
        if few or (one.place, one.size) != (other.place, other.size):
            return 0.0
        return self._labels.likeness(one.clause, other.clause)

    def _of_unnamed_whole(self, one: Entry, other: Entry) -> bool:
        """Whether shares are labelled by their parts alone, and their sentences differ."""
        if one.metric.kind is not Kind.SHARE or other.metric.kind is not Kind.SHARE:
            return False
        bare = any(frozenset(tokens(each.label)) in self._names for each in (one, other))
        return bare and self._contexts.likeness(one.context, other.context) < _ONE_SENTENCE


def _may_be_one(one: Entry, other: Entry) -> bool:
    if one.quoted or other.quoted:
        return False
    bases = {one.basis, other.basis} - {None}
    if len(bases) > 1:
        return False
    if (one.period is None) != (other.period is None):
        return False
    return one.period is None or other.period is None or one.period.length == other.period.length


def _rivals(scores: Mapping[Edge, float]) -> dict[Edge, float]:
    """The scores that may matter: not far below the best of both figures."""
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for (row, column), score in scores.items():
        rows[row] = max(score, rows.get(row, 0.0))
        columns[column] = max(score, columns.get(column, 0.0))
    return {
        (row, column): score
        for (row, column), score in scores.items()
        if score > max(_LEAST, min(rows[row], columns[column]) - _FAR)
    }


def _keys(entry: Entry) -> Iterator[str]:
    """The keys of a figure wherever its edition gives it."""
    return (one.key for one in (entry, *entry.also))


def _completed(one: Entry, other: Entry) -> str:
    """A label with the words that the other has and the sentence before it names."""
    topic = set(tokens(one.topic))
    missing = [word for word in tokens(other.label) if word in topic and word.isascii()]
    return " ".join((*missing, one.label))


def _understood(one: Entry, other: Entry, old: Edition, new: Edition) -> bool:
    """Whether what only one label says is plain from the words around the other figure, or from
    the titles of its edition: the subject of a whole report is left out."""
    only_old, only_new = extras(one.label, other.label)
    return _said(only_old, other, new) and _said(only_new, one, old)


def _said(words: Sequence[str], entry: Entry, edition: Edition) -> bool:
    titles = f"{edition.briefing.title} {edition.briefing.source.headline} {entry.section.title}"
    around = f"{titles} {entry.topic} {entry.context}".casefold()
    return all(word in around for word in words)


def _together(one: Entry, edition: Edition) -> bool:
    """Whether the figures of a list have one label for all: they are named before it."""
    alike = (one.label, one.family, one.size)
    same = [each for each in edition.entries if (each.label, each.family, each.size) == alike]
    return len(same) >= one.size


def _shrank(one: Entry, other: Entry, old: Edition, new: Edition) -> bool:
    """Whether a count of more months from the first on is smaller: hardly the same count."""
    if old.period is None or new.period is None or one.is_change:
        return False
    if one.metric.kind not in (Kind.COUNT, Kind.AMOUNT) or old.period.first != 1:
        return False
    years = {old.period.year, new.period.year} - {None}
    longer = new.period.first == 1 and new.period.last > old.period.last and len(years) < 2
    return longer and one.value is not None and other.value is not None and other.value < one.value
