"""The figures of one edition as a comparison sees them: class, words, period and standing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from viewer.editions.period import Mention, Period, mentions
from viewer.model import (
    Basis,
    Briefing,
    Figure,
    Key,
    Kind,
    Metric,
    Point,
    Proof,
    RelationKind,
    Section,
    Span,
    Standing,
)
from viewer.proof.comparison import value_of
from viewer.proof.related import key_of
from viewer.quantities.agree import kind_of_unit
from viewer.quantities.wording import Sourced
from viewer.relations.wording import basis_of

_SENTENCE = re.compile(r"[。；;！？!?\n]+|\.(?=\s)")
_AGAINST = re.compile(
    r"(?:[比较與与同]|相?较于|than|from|since|over|against|compared (?:with|to)|versus|vs\.?)\s*"
    r"(?:the |上|去)?\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s?\(?(?:in|for|at|during|of|by)\s(?:the )?", re.IGNORECASE)
_FEWER = re.compile(
    r"^\s*(?:\w+ )?(?:fewer|less|lower)\b|(?:decrease|fall|drop|decline|cut)s? of\W*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9][0-9,.]*\s?[%％]?")
_LISTED = re.compile(r"、|\s(?:and)\s|和|及")
_JOINED = re.compile(r"\s*(?:、|,|，|和|及|以及|与|and|&|, and)\s*")
_REACH = 90
"""So many code points before a figure belong to its words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of an edition.

    `label` is what it measures, `clause` the words between the figure before and it, `topic` the
    sentence before where that has no figure, `context` all words so far. `place` and `size` are
    those of the list that it stands in (`3%、4%和5%`), whose first clause all its members have.
    `period` is what its words say that it speaks of, its year counted from the edition's, None for
    the period of the edition; `spoken` is the period as the words name it, `against` the one that
    a change is compared with, counted as `period`. `falls` tells that words make a plain number
    one of what is fewer. `level` is the key of the figure whose change it is; `quoted` tells that
    it is the base of another figure, an earlier value. `also` are the places where the edition
    gives the same figure again.
    """

    section: Section
    metric: Metric
    point: Point
    figure: Figure | None
    label: str
    clause: str = ""
    topic: str = ""
    place: int = 0
    size: int = 1
    context: str = ""
    period: Period | None = None
    spoken: Period | None = None
    against: Period | None = None
    falls: bool = False
    basis: Basis | None = None
    level: Key = ""
    quoted: bool = False
    also: tuple[Entry, ...] = ()

    @property
    def key(self) -> Key:
        """The key of the figure in its own file."""
        return self.point.key

    @property
    def is_change(self) -> bool:
        """Whether it is a change."""
        return self.metric.kind is Kind.CHANGE

    @property
    def standing(self) -> Standing:
        """Whether it is a fact or what is aimed at or expected."""
        return self.metric.standing_at(self.point)

    @property
    def family(self) -> tuple[object, ...]:
        """What two figures of one measure have in common whatever their words are."""
        unit = kind_of_unit(self.metric.unit)
        return self.is_change, unit, self.standing is Standing.FACT

    @property
    def sourced(self) -> Sourced:
        """The figure with the words of its passage."""
        quantity = self.figure.quantity if self.figure else None
        return Sourced(self.metric, self.point, self.section.passage.text, quantity)

    @property
    def value(self) -> Decimal | None:
        """The number with its sign; None for a change whose direction no word gives."""
        return value_of(self.sourced)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its figures in the order of the report, and the period that it is about."""

    briefing: Briefing
    entries: tuple[Entry, ...]
    period: Period | None


def edition(briefing: Briefing, proof: Proof) -> Edition:
    """The figures of a briefing for a comparison; what the passage does not prove is left out
    unless the file says where else it comes from."""
    own = _own_period(briefing)
    found: list[Entry] = []
    for section in briefing.sections:
        found += _of_section(section, proof.figures, own)
    return Edition(briefing, tuple(_grouped(found)), own)


def _own_period(briefing: Briefing) -> Period | None:
    """The period in title or headline, else in the first words, else what the file says."""
    first = briefing.sections[0].passage.text.strip().split("\n", 1)[0]
    for text in (briefing.title, briefing.source.headline, first, briefing.period):
        named = [one.period for one in mentions(text) if not one.instant and not one.back]
        if named:
            return named[0]
    return None


def _of_section(section: Section, figures: Mapping[Key, Figure], own: Period | None) -> list[Entry]:
    placed = sorted(
        (
            (metric, point, figures.get(point.key))
            for metric in section.metrics
            for point in metric.points
            if point.key in figures or point.origin
        ),
        key=lambda one: one[2].quantity.span.start if one[2] else len(section.passage.text),
    )
    labels = _labels([(metric, figure) for metric, _, figure in placed])
    levels, bases = _roles(section)
    named = mentions(section.passage.text)
    found: list[Entry] = []
    before = 0
    for (metric, point, figure), label in zip(placed, labels, strict=True):
        entry = Entry(
            section, metric, point, figure, label, level=levels.get(point.key, ("", None))[0]
        )
        if figure is not None:
            entry = _in_words(entry, figure, before, named, own)
            before = figure.quantity.span.end
        said = mentions(point.period or metric.period)
        if said:
            entry = replace(entry, period=_other(said[0], own), spoken=said[0].period)
        basis = levels.get(point.key, ("", None))[1]
        entry = replace(entry, basis=entry.basis if figure else basis, quoted=point.key in bases)
        found.append(entry)
    return _in_lists(found)


def _in_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with their places in lists of figures of one family."""
    runs: list[list[Entry]] = []
    for one in entries:
        before = runs[-1][-1] if runs else None
        if before and one.family == before.family and _JOINED.fullmatch(one.clause):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        replace(one, clause=run[0].clause, place=at, size=len(run)) if len(run) > 1 else one
        for run in runs
        for at, one in enumerate(run)
    ]


def _labels(placed: Sequence[tuple[Metric, Figure | None]]) -> list[str]:
    """The labels; one of several things (工业、服务业) is dealt out to as many figures of it."""
    labels = [metric.label for metric, _ in placed]
    for label, unit in {(metric.label, metric.unit) for metric, _ in placed}:
        at = [n for n, (one, _) in enumerate(placed) if (one.label, one.unit) == (label, unit)]
        names = _LISTED.split(label)
        if 1 < len(names) == len(at):
            for place, name in zip(at, names, strict=True):
                labels[place] = name.strip()
    return labels


def _roles(section: Section) -> tuple[dict[Key, tuple[Key, Basis | None]], set[Key]]:
    """The level and the basis of each change of a section, and the bases."""
    levels: dict[Key, tuple[Key, Basis | None]] = {}
    bases: set[Key] = set()
    for relation in section.relations:
        if relation.kind is RelationKind.CHANGE:
            change, level, base = (relation.get(role) for role in ("change", "level", "base"))
            if change and level:
                basis = None if relation.basis is Basis.OTHER else relation.basis
                levels[key_of(change)] = key_of(level), basis
            if base:
                bases.add(key_of(base))
    return levels, bases


def _in_words(
    entry: Entry, figure: Figure, before: int, named: Sequence[Mention], own: Period | None
) -> Entry:
    """An entry with the words before it, the period that they name, and its basis."""
    text, start, end = (
        entry.section.passage.text,
        figure.quantity.words.start,
        figure.quantity.words.end,
    )
    breaks = [one.end() for one in _SENTENCE.finditer(text, 0, start)]
    sentence = breaks[-1] if breaks else 0
    opening = breaks[-2] if len(breaks) > 1 else 0
    clause = text[max(sentence, before) : start]
    topic = text[max(opening, min(before, sentence)) : sentence] if sentence >= before else ""
    mention = _mention_of(entry, text, (sentence, start, end), named)
    behind = re.split(r"[，,。；;.\n]", text[end : end + 40], maxsplit=1)[0]
    context = _DIGITS.sub(" ", f"{topic[-_REACH:]} {text[sentence:start][-_REACH:]}")
    return replace(
        entry,
        clause=clause[-_REACH:].strip(),
        topic=topic[-_REACH:],
        context=context,
        period=_other(mention, own),
        spoken=mention.period if mention else None,
        against=_compared_with(text, Span(max(sentence, before), start), named, own),
        falls=any(_FEWER.search(words) for words in (clause, behind)),
        basis=_basis(clause, behind) if entry.is_change else None,
    )


def _basis(clause: str, behind: str) -> Basis | None:
    """What a change is measured against: in English said behind it, in Chinese before."""
    behind = re.split(r"[0-9]", behind, maxsplit=1)[0]
    first, second = (behind, clause) if clause.isascii() else (clause, behind)
    return basis_of(first) or basis_of(second)


def _mention_of(
    entry: Entry, text: str, place: tuple[int, int, int], named: Sequence[Mention]
) -> Mention | None:
    """The period that the words of a figure name: behind it, else before it in its sentence.

    What a change is compared with is no period of its own.
    """
    sentence, start, end = place
    for one in named:
        if end <= one.start <= end + 16 and _BEHIND.fullmatch(text[end : one.start]):
            return one
    for one in reversed([each for each in named if sentence <= each.start and each.end <= start]):
        if not _is_compared_with(text, one):
            return one
        if not entry.is_change and not re.search(r"\d", text[one.end : start]):
            return replace(one, instant=False)
    return None


def _is_compared_with(text: str, one: Mention) -> bool:
    return _AGAINST.search(text, max(0, one.start - 16), one.start) is not None


def _compared_with(
    text: str, clause: Span, named: Sequence[Mention], own: Period | None
) -> Period | None:
    """The period that a change is compared with in its clause; None where none is named."""
    for one in named:
        inside = clause.start <= one.start and one.end <= clause.end
        if inside and _is_compared_with(text, one):
            return _other(one, own) or own
    return None


def _other(mention: Mention | None, own: Period | None) -> Period | None:
    """A period as counted from the edition's own; None for its own, and for a moment in it."""
    if mention is None:
        return None
    period = mention.period
    if mention.back:
        months = own if mention.same and own is not None else period
        return Period(months.first, months.last, -mention.back)
    if own is None or period.may_be(own):
        return None
    told = period.follows(own)
    return None if mention.instant and not told.year else told


def _grouped(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Each figure once: what an edition gives again stands in `also` of the first."""
    values = {one.key: one.value for one in entries}
    groups: dict[tuple[object, ...], Entry] = {}
    order: dict[tuple[object, ...], int] = {}
    for at, one in enumerate(entries):
        same = (
            *(one.family, one.label, one.value, one.point.high, one.period, one.basis),
            *(one.metric.qualifier, values.get(one.level) if one.size == 1 else at),
        )
        told = next((key for key in groups if _is_again(key, same)), same)
        groups[told] = _joined(groups[told], one) if told in groups else one
        order.setdefault(told, at)
    return (groups[key] for key in sorted(groups, key=order.__getitem__))


def _is_again(told: tuple[object, ...], same: tuple[object, ...]) -> bool:
    """Whether two figures are one: where one has no level or basis, that of the other counts."""
    basis, level = (5, -1)
    return all(
        one == other or (at in (basis, len(same) + level) and None in (one, other))
        for at, (one, other) in enumerate(zip(told, same, strict=True))
    )


def _joined(one: Entry, again: Entry) -> Entry:
    """Two entries of one figure: the one that has a level stands for both."""
    main, other = (again, one) if again.level and not one.level else (one, again)
    return replace(main, also=(*main.also, replace(other, also=()), *other.also))
