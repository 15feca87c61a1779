"""Findings of drafted charts: sentences by rule, proposed only where the figures carry them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from viewer.i18n import Words
from viewer.model import (
    Briefing,
    Chart,
    Figure,
    Key,
    Kind,
    Qualifier,
    Relation,
    Section,
    Span,
    Standing,
)
from viewer.proof.claims import Drawn
from viewer.proof.compared import comparable
from viewer.proof.drawn import Stock
from viewer.proof.supported import unsupported
from viewer.proof.values import Known
from viewer.quantities import Sourced, as_written
from viewer.quantities.agree import is_percent
from viewer.quantities.wording import plain
from viewer.relations.whole_lists import is_whole_list

_LONGEST, _LONGEST_LABEL = 44, 20
_CLAUSES = re.compile(r"[^，。；;！？!?\n]+")
_SENTENCES = re.compile(r"[^。；;！？!?\n]+")
_ODD = re.compile(
    r"\d|[〇零一二三四五六七八九十]+[年月日]|[(|]|中$|等$|^[时的为是在将使令其该这]|这一|该项"
)
_ASIDE = re.compile(r"[(（][^)）]*$")
_NEAR = 30
_CELLS = re.compile(r"[|\t]|\d {2,}\d")
_TORN = re.compile(r"[|\t]|\d、|  ")
_PAIRS = tuple(tuple(pair) for pair in ("“”", "《》", "（）", "‘’", "()", "「」"))
_ALL = 100
_TIMES = Decimal("1.5")
_FEW, _SHORTEST_LABEL = 2, 3


def with_findings(briefing: Briefing, figures: Mapping[Key, Figure], words: Words) -> Briefing:
    """The briefing with a finding over each chart of which a rule makes a certain one."""
    if not figures:
        return briefing
    known = Known.of(briefing)
    sections = tuple(_section(section, figures, known, words) for section in briefing.sections)
    return replace(briefing, sections=sections)


def _section(
    section: Section, figures: Mapping[Key, Figure], known: Known, words: Words
) -> Section:
    proven = {
        point.key: figures[point.key].quantity
        for metric in section.metrics
        for point in metric.points
        if point.key in figures
    }
    stock = Stock.of(section, proven, known)
    charts = []
    for chart in section.charts:
        view = _View(section, chart, stock.drawn(chart), figures, words, known.briefing.language)
        charts.append(replace(chart, finding=chart.finding or _finding(view, known)))
    return replace(section, charts=tuple(charts))


@dataclass(frozen=True, slots=True)
class _View:
    """A chart while a sentence is sought for it."""

    section: Section
    chart: Chart
    drawn: Sequence[Drawn]
    figures: Mapping[Key, Figure]
    words: Words
    language: str

    @property
    def levels(self) -> list[Drawn]:
        """The figures that stand for themselves, not at the end of another."""
        return [one for one in self.drawn if not one.level and not one.whole]

    def tied(self, level: Drawn) -> list[Drawn]:
        """The figures that stand at the end of another."""
        return [one for one in self.drawn if one.level == level.figure.metric.id]

    def written(self, one: Drawn) -> str:
        """A figure as its chart writes it."""
        figure = self.figures.get(one.key)
        sourced = Sourced(
            one.figure.metric,
            one.figure.point,
            self.section.passage.text,
            figure.quantity if figure else None,
        )
        return as_written(sourced, self.words)


def _finding(view: _View, known: Known) -> str:
    """The first sentence that is short enough and that the figures carry; empty without one."""
    text, language = view.section.passage.text, known.briefing.language
    longest = _LONGEST if language.startswith("zh") else 2 * _LONGEST
    for sentence in _sentences(view):
        fits = 0 < len(sentence) <= longest
        if fits and not any(unsupported(sentence, view.drawn, text, language)):
            return sentence
    return ""


def _sentences(view: _View) -> Iterator[str]:
    if view.chart.kind in {"line", "column"}:
        yield from _course(view)
        return
    if all(one.is_change for one in view.levels):
        yield from _changes(view)
    elif view.chart.kind != "cards":
        yield from _sizes(view)
    yield from _quotes(view)
    yield from _level_and_change(view)


def _named(view: _View, one: Drawn) -> str:
    """The label of a figure, where it can stand in a sentence: short, without numbers and dates,
    and of the words of the clause that gives the number."""
    label = plain(one.figure.metric.label)
    short = len(label) <= _LONGEST_LABEL * (2 if label.isascii() else 1)
    if not short or len(label) < _SHORTEST_LABEL or _ODD.search(label):
        return ""
    if label.casefold() in view.written(one).casefold():
        return ""
    clause = _clause(view, one)
    words = label.split() if label.isascii() else [*label.replace("（此前）", "")]
    return label if all(word in clause for word in words) else ""


def _clause(view: _View, one: Drawn) -> str:
    """The words around a number: its clause, or all of its line in a table."""
    text = view.section.passage.text
    if one.span is None:
        return ""
    start, stop = text.rfind("\n", 0, one.span.start) + 1, text.find("\n", one.span.end)
    line = text[start : stop if stop >= 0 else len(text)]
    if _CELLS.search(line):
        return text
    at = one.span.start - start
    return next(
        (each.group() for each in _CLAUSES.finditer(line) if each.start() <= at < each.end()), line
    )


def _is_fact(one: Drawn) -> bool:
    return one.figure.metric.standing is Standing.FACT


def _sizes(view: _View) -> Iterator[str]:
    """Which of some sizes is the largest; of two, how many times the other it is."""
    levels = view.levels
    labels = {plain(one.figure.metric.label) for one in levels}
    if len(levels) < _FEW or not comparable(levels) or len(labels) < len(levels):
        yield from _part(view)
        return
    ordered = sorted(levels, key=lambda one: -(one.figure.value or 0))
    first, second = ordered[0], ordered[1]
    beyond = first.figure.metric.kind is Kind.SHARE and (first.figure.value or 0) > _ALL
    if not _named(view, first) or not all(map(_is_fact, levels)) or beyond:
        return
    told = {"label": _named(view, first), "value": view.written(first), "n": len(levels)}
    if len(levels) > _FEW:
        if _is_whole_list(view, levels):
            yield view.words(f"draft.finding.most-{_adjective(first)}", **told)
        return
    other = {"other": _named(view, second), "less": view.written(second)}
    if not _named(view, second):
        return
    a, b = first.figure.value, second.figure.value
    if not _measures_same(first, second):
        return
    if a and b and b > 0 and a / b >= _TIMES and first.figure.metric.kind is not Kind.SHARE:
        times = f"{(a / b).quantize(Decimal('0.1'), 'ROUND_HALF_UP'):f}"
        yield view.words("draft.finding.times", times=times, **told, **other)
    yield view.words(f"draft.finding.more-{_adjective(first)}", **told, **other)


def _measures_same(one: Drawn, other: Drawn) -> bool:
    """Whether two figures measure alike things, by the words that they begin or end with."""
    a, b = (plain(each.figure.metric.label).removesuffix("（此前）") for each in (one, other))
    alike = a[-_FEW:] == b[-_FEW:] or a[:_FEW] == b[:_FEW]
    return alike or one.figure.metric.kind is Kind.COUNT


def _adjective(one: Drawn) -> str:
    """How the largest is called: 最高 of rates and prices, 最多 of what is counted."""
    metric = one.figure.metric
    if metric.kind is Kind.SHARE or "/" in metric.unit or "每" in metric.unit:
        return "high"
    return "many" if metric.kind is Kind.COUNT else "large"


def _part(view: _View) -> Iterator[str]:
    """What share of its whole a single part is: as it is printed, else computed."""
    wholes = [one for one in view.drawn if one.whole]
    if len(view.levels) != 1 or len(wholes) != 1:
        return
    part, whole = view.levels[0], wholes[0]
    if not _is_part(view, part, whole):
        return
    size, all_ = part.figure.value, whole.figure.value
    alike = comparable([part, whole]) and size is not None and all_
    names = {_named(view, part), _named(view, whole)}
    if not alike or len(names - {""}) < 2 or size is None or not all_:
        return
    computed = f"{(size * 100 / all_).quantize(Decimal('0.1'), 'ROUND_HALF_UP'):f}"
    for share in filter(None, (_printed_share(view, part, whole), computed)):
        yield view.words(
            "draft.finding.part",
            label=_named(view, part),
            value=view.written(part),
            other=_named(view, whole),
            whole=view.written(whole),
            share=share,
        )


def _printed_share(view: _View, part: Drawn, whole: Drawn) -> str:
    """The percentage that the text gives for a part of its whole; empty where it gives none."""
    keys = [relation.get("share") for relation in _relating(view, part, whole)]
    shares = (one for one in view.section.metrics if one.id in keys and is_percent(one.unit))
    return next((one.point.written for one in shares), "")


def _relating(view: _View, part: Drawn, whole: Drawn) -> list[Relation[Key]]:
    roles = ({"whole": whole.figure.metric.id, "part": part.figure.metric.id}).items()
    return [one for one in view.section.relations if roles <= set(one.roles)]


def _is_part(view: _View, part: Drawn, whole: Drawn) -> bool:
    """Whether the words themselves relate part and whole."""
    text, span = view.section.passage.text, whole.span
    aside = span is not None and _ASIDE.search(text[max(0, span.start - _NEAR) : span.start])
    return bool(_relating(view, part, whole)) and not aside


def _changes(view: _View) -> Iterator[str]:
    """Which of some changes goes furthest."""
    levels = view.levels
    values = [one.figure.value for one in levels if one.figure.value is not None]
    if len(levels) < _FEW or len(values) < len(levels) or not all(map(_is_fact, levels)):
        return
    rises = max(values) > 0 and max(values) >= -min(values)
    furthest = max if rises else min
    one = next(each for each in levels if each.figure.value == furthest(values))
    if _named(view, one) and _is_whole_list(view, levels):
        way = "rise" if rises else "fall"
        told = {"label": _named(view, one), "value": view.written(one), "n": len(levels)}
        yield view.words(f"draft.finding.most-{way}", **told)


def _is_whole_list(view: _View, levels: Sequence[Drawn]) -> bool:
    """Whether `N items` leave out none of the list that the words of the passage give."""
    found = (view.figures.get(one.key) for one in levels)
    spans = frozenset(one.quantity.span for one in found if one is not None)
    return is_whole_list(view.section.passage.text, view.language, spans)


def _course(view: _View) -> Iterator[str]:
    """Where a series begins and ends."""
    if len({one.figure.metric.id for one in view.drawn}) != 1:
        return
    first, last = view.drawn[0], view.drawn[-1]
    low, high = first.figure.value, last.figure.value
    label = _named(view, first)
    if low is None or high is None or low == high or not label or first.is_change:
        return
    way = "up" if high > low else "down"
    told = {"start": first.names[1], "end": last.names[1], "label": label}
    values = {"low": view.written(first), "high": view.written(last)}
    yield view.words(f"draft.finding.course-{way}", **told, **values)


def _level_and_change(view: _View) -> Iterator[str]:
    """A level with the change that stands at its end."""
    for level in view.levels:
        for one in view.tied(level):
            value = one.figure.value
            exact = one.figure.metric.qualifier is Qualifier.EXACT
            if not (one.is_change and value and exact and _named(view, level) and _is_fact(level)):
                continue
            way = "up" if value > 0 else "down"
            size = re.sub(r"[+−-](?=\d)", "", view.written(one), count=1)
            base = plain(one.figure.metric.versus or "")
            key = f"draft.finding.level-{way}{'-since' if base else ''}"
            said = {"label": _named(view, level), "value": view.written(level), "change": size}
            yield view.words(key, **said, base=base)


def _quotes(view: _View) -> Iterator[str]:
    """The words of the passage that give a figure of a chart: a sentence, where it is short, else
    the clause that names the figure or opens its sentence."""
    levels = sorted(
        (one for one in view.levels if one.span is not None and _is_fact(one)),
        key=lambda one: one.span or Span(0, 0),
    )
    for one in levels:
        for pattern in (_SENTENCES, _CLAUSES):
            quote = _around(view, one, pattern)
            if quote and not _TORN.search(quote) and _is_balanced(quote):
                yield quote


_BULLETS = "•●○▪■□◆◇‣–—*·▶►➢✓✔ 　\t"
"""What stands before an item of a list and is no word of it."""


def _around(view: _View, one: Drawn, pattern: re.Pattern[str]) -> str:
    """What of a passage `pattern` finds around a figure; empty where it would stand for nothing."""
    text, span = view.section.passage.text, one.span or Span(0, 0)
    start, stop = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    for found in pattern.finditer(text, start, stop if stop >= 0 else len(text)):
        if found.start() <= span.start < found.end():
            opens = (
                not text[start : found.start()].strip() or text[found.start() - 1] in "。；;！？"
            )
            named = _named(view, one) and one.figure.metric.label in found.group()
            said = found.group().strip(" 　：:、").lstrip(_BULLETS)
            return said if opens or named else ""
    return ""


def _is_balanced(quote: str) -> bool:
    return all(quote.count(left) == quote.count(right) for left, right in _PAIRS)
