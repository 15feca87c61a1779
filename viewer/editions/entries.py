"""The figures of one edition as a comparison sees them: class, words, period and standing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from viewer.editions.held_against import is_standard
from viewer.editions.likeness import tokens
from viewer.editions.period import Mention, Period, mentions
from viewer.editions.phrases import last_break, next_break, phrases, reached, with_levels
from viewer.language import is_english, paragraph_language
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
    Standing,
)
from viewer.proof.comparison import value_of
from viewer.proof.related import key_of
from viewer.quantities.agree import kind_of_unit
from viewer.quantities.normalize import fold
from viewer.quantities.wording import Sourced
from viewer.relations.wording import basis_of

_SENTENCE = re.compile(r"[。；;！？!?\n]+|\.(?=\s)")
_AGAINST = re.compile(
    r"(?:[比较較與与同由从從按]|相?[较較]于|than|from|since|over|against|"
    r"compared (?:with|to)|versus|vs\.?)\s*"
    r"(?:in |of |for )?(?:the |上|去)?\s*$|"
    r"(?:above|below|than|exceed\w*|match\w*|on|from) (?:(?:the|its|their) )?"
    r"(?:levels?|figures?|values?|those|that|results?) (?:of|in|for) (?:the )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s?\(?(?:in|for|at|during|of|by)\s(?:the )?", re.IGNORECASE)
_FEWER = re.compile(r"\s*(?:\w+ )?(?:fewer|less|lower)\b", re.IGNORECASE)
_FALLEN_BY = re.compile(
    r"(?:decrease|fall|drop|decline|cut)s? of\W*$|\b(?:shed|lost|cut)\s*$", re.IGNORECASE
)
"""The words behind a number and before it that make it one of what is fewer."""
_DIGITS = re.compile(r"[0-9][0-9,.]*\s?[%％]?")
_LISTED = re.compile(r"、|\s(?:and)\s|和|及")
_JOINED = re.compile(r"\s*(?:、|,|，|和|及|以及|与|and|&|, and)\s*")
_SET_BEFORE = re.compile(
    r"年初(?:确定|確定|提出|设定|預期|预期|计划)|原(?:定|先|计划)|此前|"
    r"earlier|previously|prior (?:guidance|range)",
    re.IGNORECASE,
)
"""The words before an aim or a value that an earlier report gave."""
_EARLIER_BEHIND = re.compile(
    r"\s*(?:(?:in|for|at|of) )?(?:(?:a|one) (?:year|quarter|month) (?:earlier|ago|before)|"
    r"(?:twelve|three|six|nine) months (?:earlier|ago|before)|last (?:year|quarter|month)|"
    r"the (?:previous|prior|preceding|year-ago|same|corresponding|comparable) "
    r"(?:year|quarter|month|period))\b",
    re.IGNORECASE,
)
"""The words right behind an earlier value."""
_TIMED = re.compile(r"\s?[（(][^（）()]*[0-9年月季][^（）()]*[）)]$")
"""The time that a draft puts behind one of several labels, told by the entry's period already."""
_STOP = re.compile(r"[。！？!?\n]+|\.(?=\s)")
"""What ends the reach of a period's words: in a list of aims, no semicolon does."""
_PROSE = re.compile(r"[。；;！？!?]|\.(?=\s|$)")
"""What tells a paragraph from a head."""
_NEW_YEAR = re.compile(r"[比较与]年初")
_LAST_YEAR = Period(1, 12, -1)
"""What a change since the new year is measured from, as one since the end of last year."""
_MODIFIER = 4
"""So many hanzi at most name a part before a common head."""
_RATES = ("%", "个百分点")
"""The units of changes that are as well a rise in one edition as a fall in the other."""
_OPENING = 300
"""So many code points of a report tell which months it is about."""
_LONG = 3
"""So many digits tell a value from others."""
_QUARTER = 3
"""Months."""
_HEADS = 5
"""So many lines at most stand above the first paragraph of a report."""
_REACH = 90
"""So many code points before a figure belong to its words."""


_Proven = tuple[Metric, Point, Figure]


@dataclass(frozen=True, slots=True)
class EditionFigure:
    """A figure of an edition.

    `label` is what it measures, `clause` the words between the figure before and it, `topic` the
    sentence before where that has no figure, `context` all words so far, `sentence` those of its
    sentence without numbers; `said` are its own words on both sides, in English. `place` and `size`
    are those of the list that it stands in (`3%、4%和5%`), whose first clause all its members have.
    `period` is what its words say that it speaks of, its year counted from the edition's, None for
    the period of the edition; `spoken` is the period as the words name it, `against` the one that
    a change is compared with, counted as `period`. `falls` tells that words make a plain number
    one of what is fewer. `level` is the key of the figure whose change it is, or beside which it is
    held as an aim; `quoted` tells that it is the base of another figure, an earlier value;
    `listed_ahead` that it goes on with a list of aims. `also` are the places where the edition
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
    said: str = ""
    sentence: str = ""
    period: Period | None = None
    spoken: Period | None = None
    against: Period | None = None
    falls: bool = False
    basis: Basis | None = None
    level: Key = ""
    quoted: bool = False
    listed_ahead: bool = False
    also: tuple[EditionFigure, ...] = ()

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
    def is_ahead(self) -> bool:
        """Whether it is not yet a fact, by its words or by the year that they name."""
        later = self.period is not None and (self.period.year or 0) > 0
        return later or self.listed_ahead or self.standing is not Standing.FACT

    @property
    def family(self) -> tuple[object, ...]:
        """What two figures of one measure have in common whatever their words are."""
        unit = kind_of_unit(self.metric.unit)
        if self.is_counted:
            unit = Kind.COUNT  # an English unit is a noun of the measure's name
        elif self.metric.kind is Kind.DURATION:
            unit = Kind.DURATION
        return self.is_change, unit, self.is_ahead

    @property
    def is_counted(self) -> bool:
        """Whether a number of things or of a physical unit, each by its English name."""
        unit = kind_of_unit(self.metric.unit)
        counted = self.metric.kind is Kind.COUNT or (unit or self.label).isascii()
        return counted and unit.isascii() and unit not in _RATES and not self.is_change

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
    entries: tuple[EditionFigure, ...]
    period: Period | None


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage, read once for all its figures: where its sentences begin, and where the reach of
    a period ends (`stops`), and the periods that it names; `own` is that of the edition."""

    words: str
    own: Period | None
    sentences: Sequence[int]
    stops: Sequence[int]
    named: Sequence[Mention]
    starts: Sequence[int]

    @staticmethod
    def of(words: str, own: Period | None) -> _Text:
        """The passage of an edition that is about the period `own`; `words` are simplified."""
        sentences, stops = (
            [one.end() for one in end.finditer(words)] for end in (_SENTENCE, _STOP)
        )
        named = mentions(words)
        return _Text(words, own, sentences, stops, named, [one.start for one in named])

    def between(self, first: int, end: int) -> Sequence[Mention]:
        """The periods that are named from `first` on and before `end`."""
        return self.named[bisect_left(self.starts, first) : bisect_left(self.starts, end)]


def edition(briefing: Briefing, proof: Proof) -> Edition:
    """The figures of a briefing for a comparison; what the passage does not prove is left out
    unless the file says where else it comes from."""
    own = _own_period(briefing)
    found: list[EditionFigure] = []
    for section in briefing.sections:
        found += _of_section(section, proof.figures, own)
    return Edition(briefing, tuple(_grouped(found)), own)


def _own_period(briefing: Briefing) -> Period | None:
    """The period in title or headline, else in the first words, else what the file says."""
    words = briefing.sections[0].passage.text.strip()
    heads = _heads(words)
    for text in (briefing.title, briefing.source.headline, *heads, briefing.period):
        named = _named(text)
        if named:
            own = _of_its_year(named)
            return _from_the_first_month(own, _named(words[:_OPENING]))
    return None


def _heads(words: str) -> list[str]:
    """The lines before the first paragraph, and that: the name of a report may stand in any."""
    lines = [line for line in words.splitlines() if line.strip()][:_HEADS]
    prose = next((at for at, line in enumerate(lines) if _PROSE.search(line)), len(lines))
    return lines[: prose + 1] or [""]


def _of_its_year(named: Sequence[Period]) -> Period:
    """The first period of a line; its year may stand apart: Half-year Report 2024."""
    first = named[0]
    years = [one.year for one in named if one.is_year and one.year is not None]
    apart = first.year is None and not first.is_year and years
    return replace(first, year=years[0]) if apart else first


def _named(text: str) -> list[Period]:
    """The periods that a text names, moments and earlier years aside."""
    return [one.period for one in mentions(text) if not one.instant and not one.back]


def _from_the_first_month(own: Period, named: Sequence[Period]) -> Period:
    """The period of a quarterly report that opens with the months up to its end: 前三季度.

    A full year beside its last quarter is another period.
    """
    begun = Period(1, own.last, own.year)
    may_be = own.length == _QUARTER and not begun.is_year
    return begun if may_be and named and begun.may_be(named[0]) else own


def _of_section(
    section: Section, figures: Mapping[Key, Figure], own: Period | None
) -> list[EditionFigure]:
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
    text = _Text.of(fold(section.passage.text), own)
    proven = [(metric, point, figure) for metric, point, figure in placed if figure is not None]
    said: Mapping[Key, str] = {}
    if is_english(paragraph_language(text.words)):
        levels |= _reached(proven, text, levels)
        said = _said(proven, text, {key: level for key, (level, _) in levels.items()})
    found: list[EditionFigure] = []
    before = 0
    for (metric, point, figure), label in zip(placed, labels, strict=True):
        level, basis = levels.get(point.key, ("", None))
        entry = EditionFigure(section, metric, point, figure, label, level=level)
        if figure is not None:
            entry = _in_words(entry, figure, before, text)
            before = figure.quantity.span.end
        named = mentions(point.period or metric.period)
        if named:
            entry = replace(entry, period=_other(named[0], own), spoken=named[0].period)
        basis = entry.basis if figure else basis
        quoted = entry.quoted or point.key in bases
        found.append(replace(entry, basis=basis, quoted=quoted, said=said.get(point.key, "")))
    return _in_lists(found)


def _reached(
    proven: Sequence[_Proven], text: _Text, levels: Mapping[Key, tuple[Key, Basis | None]]
) -> dict[Key, tuple[Key, Basis | None]]:
    """The levels that stand right behind their changes: rose 4.2% to 17.4 billion."""
    found: dict[Key, tuple[Key, Basis | None]] = {}
    for at in reached(text.words, [figure.quantity.words for _, _, figure in proven]):
        (metric, change, _), (other, level, _) = proven[at - 1], proven[at]
        if metric.kind is Kind.CHANGE and other.kind is not Kind.CHANGE:
            found[change.key] = level.key, levels.get(change.key, ("", None))[1]
    return found


def _said(proven: Sequence[_Proven], text: _Text, levels: Mapping[Key, Key]) -> Mapping[Key, str]:
    """The own words of each figure of an English passage."""
    spans = [figure.quantity.words for _, _, figure in proven]
    units = [metric.unit if metric.unit.isascii() else "" for metric, _, _ in proven]
    own = phrases(text.words, spans, units, text.sentences)
    keys = [point.key for _, point, _ in proven]
    return dict(zip(keys, with_levels(own, keys, levels), strict=True))


def _in_lists(entries: Sequence[EditionFigure]) -> list[EditionFigure]:
    """The entries with their places in lists of figures of one family."""
    runs: list[list[EditionFigure]] = []
    for each in entries:
        before = runs[-1][-1] if runs else None
        aimed = before and before.is_ahead and _goes_on(each, before)
        one = replace(each, listed_ahead=True, quoted=before.quoted) if before and aimed else each
        if before and one.family == before.family and _JOINED.fullmatch(one.clause):
            runs[-1].append(one)
        else:
            runs.append([one])
    found: list[EditionFigure] = []
    for run in runs:
        levels = found[-len(run) :]
        aligned = len(run) > 1 and len(levels) == len(run) == levels[0].size
        for at, one in enumerate(run):
            level = levels[at].key if aligned and one.level and one.is_change else one.level
            member = replace(
                one,
                clause=run[0].clause,
                against=one.against or run[0].against,
                place=at,
                size=len(run),
                level=level,
            )
            found.append(member if len(run) > 1 else one)
    return found


def _goes_on(one: EditionFigure, before: EditionFigure) -> bool:
    """Whether a figure is the next of its list."""
    alike = one.metric.unit == before.metric.unit and one.is_change is before.is_change
    return alike and _JOINED.fullmatch(one.clause) is not None


def _labels(placed: Sequence[tuple[Metric, Figure | None]]) -> list[str]:
    """The labels; one of several things (工业、服务业) is dealt out to as many figures of it."""
    labels = [metric.label for metric, _ in placed]
    places: dict[tuple[str, str], list[int]] = {}
    for number, (metric, _) in enumerate(placed):
        places.setdefault((metric.label, metric.unit), []).append(number)
    for (label, _), at in places.items():
        names = _LISTED.split(label)
        if 1 < len(names) == len(at):
            for place, name in zip(at, names, strict=True):
                labels[place] = _whole_name(name.strip(), names[-1].strip())
    return labels


def _whole_name(name: str, last: str) -> str:
    """A name with the head that the last of its list has for all: 城镇、农村居民收入."""
    bare = not name.isascii() and len(name) <= _MODIFIER <= len(last) - len(name)
    return name + last[len(name) :] if bare else name


def _roles(section: Section) -> tuple[dict[Key, tuple[Key, Basis | None]], set[Key]]:
    """The level and the basis of each change of a section, what each of its bases and aims is held
    beside, and the bases, aims left out."""
    levels: dict[Key, tuple[Key, Basis | None]] = {}
    bases: set[Key] = set()
    aims = {
        point.key
        for metric in section.metrics
        for point in metric.points
        if metric.standing_at(point) is not Standing.FACT
    }
    for relation in section.relations:
        if relation.kind is RelationKind.CHANGE:
            change, level, base = (relation.get(role) for role in ("change", "level", "base"))
            if change and level:
                basis = None if relation.basis is Basis.OTHER else relation.basis
                levels[key_of(change)] = key_of(level), basis
            if base and level:
                levels.setdefault(key_of(base), (key_of(level), None))
            if base and key_of(base) not in aims:
                bases.add(key_of(base))
        elif relation.kind is RelationKind.TARGET:
            target, actual = relation.get("target"), relation.get("actual")
            if target and actual:
                levels.setdefault(key_of(target), (key_of(actual), None))
    return levels, bases


def _in_words(entry: EditionFigure, figure: Figure, before: int, text: _Text) -> EditionFigure:
    """An entry with the words before it, the period that they name, and its basis."""
    words, start, end = text.words, figure.quantity.words.start, figure.quantity.words.end
    opening, sentence = (last_break(text.sentences, start, back) for back in (2, 1))
    clause = words[max(sentence, before) : start]
    topic = words[max(opening, min(before, sentence)) : sentence] if sentence >= before else ""
    mention = _mention_of(entry, text, start, end, before)
    behind = re.split(r"[，,。；;.\n]", words[end : end + 40], maxsplit=1)[0]
    context = _DIGITS.sub(" ", f"{topic[-_REACH:]} {words[sentence:start][-_REACH:]}")
    is_rate = entry.is_change and kind_of_unit(entry.metric.unit) in _RATES
    return replace(
        entry,
        clause=clause[-_REACH:].strip(),
        topic=topic[-_REACH:],
        context=context,
        sentence=_DIGITS.sub(" ", words[sentence : next_break(text.sentences, start, len(words))]),
        period=_other(mention, text.own),
        spoken=mention.period if mention else None,
        against=_compared_with(text, max(sentence, before), start),
        quoted=_SET_BEFORE.search(clause) is not None
        or is_standard(clause)
        or (not entry.is_change and _EARLIER_BEHIND.match(words, end) is not None),
        falls=not is_rate and bool(_FALLEN_BY.search(clause) or _FEWER.match(behind)),
        basis=_basis(clause, behind) if entry.is_change else None,
    )


def _basis(clause: str, behind: str) -> Basis | None:
    """What a change is measured against: in English said behind it, in Chinese before."""
    behind = re.split(r"[0-9]", behind, maxsplit=1)[0]
    first, second = (behind, clause) if clause.isascii() else (clause, behind)
    return basis_of(first) or basis_of(second)


def _mention_of(
    entry: EditionFigure, text: _Text, start: int, end: int, before: int
) -> Mention | None:
    """The period that the words of a figure name: behind it, else before it in its sentence.

    What a change is compared with is no period of its own, nor is the earlier one right behind the
    figure that ends at `before`.
    """
    words, sentence = text.words, last_break(text.stops, start)
    for one in text.between(end, end + 17):
        if _BEHIND.fullmatch(words[end : one.start]):
            return one
    for one in reversed([each for each in text.between(sentence, start) if each.end <= start]):
        between = re.search(r"\d", words[one.end : start]) is not None
        if _ends_before(text, one, sentence, start):
            continue
        if not _is_compared_with(words, one):
            told = _other(one, text.own)
            earlier = told is not None and (told.year or 0) < 0
            if earlier and one.start >= before and _BEHIND.fullmatch(words[before : one.start]):
                continue
            if not (earlier and between and words[sentence : one.start].strip()):
                return one
        elif not entry.is_change and not between and "," not in words[one.end : start]:
            return replace(one, instant=False)
    return _opening(text, sentence)


def _ends_before(text: _Text, one: Mention, sentence: int, start: int) -> bool:
    """Whether a semicolon ends the reach of a period that stands within its sentence, not first.

    In `净利润31亿元，其中第四季度6亿元；营业收入101亿元` the quarter is that of one clause.
    """
    before = text.words[sentence : one.start]
    return re.search("[；;]", text.words[one.end : start]) is not None and bool(
        re.search(r"\d", before)
    )


def _opening(text: _Text, sentence: int) -> Mention | None:
    """The period to come that opens the paragraph of a sentence: aims are listed under it."""
    line = text.words.rfind("\n", 0, sentence) + 1
    for one in text.between(line, sentence):
        if not text.words[line : one.start].strip("　 "):
            told = _other(one, text.own)
            return one if told is not None and (told.year or 0) > 0 else None
    return None


def _is_compared_with(words: str, one: Mention) -> bool:
    return _AGAINST.search(words, max(0, one.start - 32), one.start) is not None


def _compared_with(text: _Text, start: int, end: int) -> Period | None:
    """The period that a change is compared with in its clause; None where none is named."""
    for one in text.between(start, end):
        if one.end <= end and _is_compared_with(text.words, one):
            if one.instant and not one.back and text.own is not None:
                return one.period.follows(text.own)
            return _other(one, text.own) or text.own
    return _LAST_YEAR if _NEW_YEAR.search(text.words, start, end) else None


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


def _grouped(entries: Sequence[EditionFigure]) -> Iterator[EditionFigure]:
    """Each figure once: what an edition gives again stands in `also` of the first."""
    values = {one.key: one.value for one in entries}
    alike: dict[tuple[object, ...], list[int]] = {}
    groups: list[EditionFigure] = []
    known: list[tuple[object, object]] = []
    for at, one in enumerate(entries):
        same = (*(one.family, one.value, one.point.high, one.period), one.metric.qualifier)
        told = one.basis, values.get(one.level) if one.size == 1 else at
        some = alike.setdefault(same, [])
        first = next(
            (
                place
                for place in some
                if _is_again(known[place], told) and _is_named_alike(groups[place], one, told[1])
            ),
            None,
        )
        if first is None:
            some.append(len(groups))
            groups.append(one)
            known.append(told)
        else:
            groups[first] = _joined(groups[first], one)
    return iter(groups)


def _is_named_alike(one: EditionFigure, again: EditionFigure, level: object) -> bool:
    """Whether two figures of one value have one name; `level` is that of the second.

    A headline may say less: `trips`, then `trips taken`. That counts in English where the value
    is not round, or is the change of one level.
    """
    names = [_TIMED.sub("", each.label) for each in (one, again)]
    if names[0] == names[1]:
        return True
    if not one.said or not again.said or not (_is_long(one) or (one.level and level)):
        return False
    first, second = (frozenset(tokens(name)) for name in names)
    return bool(first and second) and (first <= second or second <= first)


def _is_long(one: EditionFigure) -> bool:
    """Whether so many digits of a value are hardly those of another figure by chance."""
    surface = one.figure.quantity.surface if one.figure else one.point.written
    digits = "".join(re.findall("[0-9]", surface)).lstrip("0")
    return len(digits if "." in surface else digits.rstrip("0")) >= _LONG


def _is_again(one: tuple[object, object], other: tuple[object, object]) -> bool:
    """Whether basis and level of two figures agree: where one has none, that of the other
    counts."""
    return all(a == b or None in (a, b) for a, b in zip(one, other, strict=True))


def _joined(one: EditionFigure, again: EditionFigure) -> EditionFigure:
    """Two entries of one figure: the one that has a level stands for both."""
    main, other = (again, one) if again.level and not one.level else (one, again)
    said = f"{main.said} {other.said}"
    return replace(main, also=(*main.also, replace(other, also=()), *other.also), said=said)
