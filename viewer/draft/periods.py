"""Figures over periods, in the rows of a table or in one sentence, are one series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from viewer.draft.finds import Candidate
from viewer.model import Span
from viewer.quantities.english.words import MONTHS_BEGIN
from viewer.quantities.tables.flattened import pieces_of
from viewer.quantities.tables.headers import plain

_PERIOD = re.compile(
    r"(?:19|20)\d{2}\s*年?(?:\s*(?:上半年|下半年|[一二三四]季度|第[一二三四]季度|前三季度|\d{1,2}月(?:末|底)?|末|底|[EFQH]\d?))?"
    r"(?: ?[(（]?(?:实际|预计|预测|预估|预期|目标|计划|预算|actual|forecast|estimated?|projected|"
    r"target|plan(?:ned)?|budget)[数值]?[)）]?)?|"
    r"\d{1,2}月(?:份)?|第?[一二三四]季度|(?:q[1-4]|h[12])\s*(?:19|20)?\d{0,4}|(?:19|20)\d{2}\s*q[1-4]|"
    rf"(?:{MONTHS_BEGIN})[a-z]*\.?(?:\s+\d{{4}})?",
    re.IGNORECASE,
)


Header = Mapping[int, str]
"""The period that each column of a table shows."""

_PARTED = ("\t", "|", "  ")
_RULED = "|-:+= \t"
_REACH = 80
_YEAR = re.compile(r"(?:19|20)\d{2}(?= ?年)")
_YEAR_FIRST = re.compile(r"^(?:19|20)\d{2} ?年(?:的)?")
_DEALT = re.compile(
    r"((?:(?:19|20)\d{2} ?年\s?(?:、|，|,|和|及)\s?)+(?:19|20)\d{2} ?年)[^，。；\n0-9]{1,24}"
    r"(?:分别|依次)(?:为|达到|达|是|约)?\s?$"
)
_DEALT_AGAIN = re.compile(r"[，；,;][^，。；,;\n0-9]{1,16}(?:分别|依次)(?:为|达到|达|是|约)?\s?$")
_JOINED = re.compile(r"\s?(?:、|，|,|和|及|以及)\s?")
_OWN_YEAR = re.compile(r"((?:19|20)\d{2}) ?年(?:为|达到|达|是|有)?\s?$")
_NEXT_YEAR = re.compile(r"\s?[，、；,;]\s?((?:19|20)\d{2}) ?年(?:为|达到|达|是|有)?\s?")


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One row of periods: what it measures, and its figures by index with the period of each."""

    label: str
    points: tuple[tuple[int, str], ...]


def period_rows(text: str, found: Sequence[Candidate]) -> tuple[PeriodRow, ...]:
    """The series of a passage: rows of tables below headers that name two periods, and sentences
    that give each year its figure."""
    told = [*_sentences(text, found)]
    if not any(mark in text for mark in _PARTED):
        return tuple(told)
    by_line: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        by_line[each.line].append(at)
    return (*told, *_rows(text, found, by_line))


def _sentences(text: str, found: Sequence[Candidate]) -> Iterator[PeriodRow]:
    """2021年、2022年产量分别为3万吨、4万吨; 产量2021年为3万吨，2022年为4万吨."""
    at = end = 0
    years: list[str] = []
    while at < len(found) - 1:
        start = found[at].quantity.words.start
        lead = text[max(0, start - _REACH) : start]
        again = "。" not in text[end:start] and _DEALT_AGAIN.search(lead) is not None
        years = _years_before(lead) or (years if again else [])
        points = _each_in_turn(text, found, at, years) if years else _each_its_own(text, found, at)
        if len(points) >= 2 and _same_measure(found, points):
            yield PeriodRow(_YEAR_FIRST.sub("", found[at].quantity.label), points)
            at = points[-1][0]
            end = found[at].quantity.words.end
        at += 1


def _years_before(lead: str) -> list[str]:
    """The years that a sentence names before it deals out its figures."""
    dealt = _DEALT.search(lead)
    return _YEAR.findall(dealt.group(1)) if dealt is not None else []


def _each_in_turn(
    text: str, found: Sequence[Candidate], at: int, years: Sequence[str]
) -> tuple[tuple[int, str], ...]:
    """As many figures as years, parted by nothing but marks, and no more of them."""
    run = [at]
    while run[-1] + 1 < len(found) and _JOINED.fullmatch(_between(text, found, run[-1])):
        run.append(run[-1] + 1)
    fits = len(run) == len(years) and len(set(years)) == len(years)
    return tuple(zip(run, years, strict=True)) if fits else ()


def _each_its_own(text: str, found: Sequence[Candidate], at: int) -> tuple[tuple[int, str], ...]:
    """Figures that each follow their own year, from the first on."""
    start = found[at].quantity.words.start
    first = _OWN_YEAR.search(text[max(0, start - 12) : start])
    if first is None:
        return ()
    points = [(at, first.group(1))]
    while points[-1][0] + 1 < len(found):
        here = points[-1][0]
        following = _NEXT_YEAR.fullmatch(_between(text, found, here))
        if following is None or following.group(1) in {year for _, year in points}:
            break
        points.append((here + 1, following.group(1)))
    return tuple(points)


def _between(text: str, found: Sequence[Candidate], at: int) -> str:
    return text[found[at].quantity.words.end : found[at + 1].quantity.words.start]


def _rows(
    text: str, found: Sequence[Candidate], by_line: Mapping[int, list[int]]
) -> Iterator[PeriodRow]:
    headers: tuple[Header, ...] = ()
    start = width = 0
    for line in text.split("\n"):
        cells = _cells(line, start)
        named = {n: cell.of(text) for n, cell in enumerate(cells) if _is_period(cell.of(text))}
        if len(cells) < 2:
            headers = headers if line and not line.strip(_RULED) else ()
        elif len(named) >= 2:
            headers = _headers(named, [cell.of(text) for cell in cells])
            width = len(cells)
        elif headers and ("\t" in line or 0 <= len(cells) - width <= 1):
            shown = cells if "\t" in line else cells[len(cells) - width :]
            for header in headers:
                points = tuple(_points(found, by_line.get(start, ()), shown, header))
                if len(points) >= 2 and _same_measure(found, points):
                    own = found[points[-1][0]].quantity.label if header is not headers[0] else ""
                    yield PeriodRow(own or plain(cells[0].of(text).strip()), points)
        start += len(line) + 1


def _headers(named: Mapping[int, str], cells: Sequence[str]) -> tuple[Header, ...]:
    """The periods by column; of merged heads, once for each of the columns that stand below.

    `指标, 2019年, , 2020年`: the first columns of both years are one series, the second ones
    another.
    """
    if len(set(named.values())) < len(named):
        return ()
    places = list(named)
    step = places[1] - places[0]
    even = all(other - one == step for one, other in pairwise(places))
    merged = even and all(not cells[at].strip() for at in _between_places(places))
    offsets = range(step if merged else 1)
    return tuple({at + offset: period for at, period in named.items()} for offset in offsets)


def _between_places(places: Sequence[int]) -> Iterator[int]:
    for one, other in pairwise(places):
        yield from range(one + 1, other)


def _cells(line: str, start: int) -> list[Span]:
    """The cells of a row: between tabs, each of them; between strokes or wide gaps, the filled."""
    spans: list[Span] = []
    if "\t" not in line:
        return [Span(at, at + len(piece)) for at, piece in pieces_of(line, start)]
    for cell in line.split("\t"):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return spans


def _is_period(cell: str) -> bool:
    return _PERIOD.fullmatch(cell.strip()) is not None


def _points(
    found: Sequence[Candidate],
    here: Sequence[int],
    cells: Sequence[Span],
    header: Mapping[int, str],
) -> Iterator[tuple[int, str]]:
    for number, period in header.items():
        if number < len(cells):
            inside = [at for at in here if cells[number].holds(found[at].quantity.span)]
            if len(inside) == 1:
                yield inside[0], period.strip()


def _same_measure(found: Sequence[Candidate], points: Sequence[tuple[int, str]]) -> bool:
    measured = {
        (found[at].quantity.unit, found[at].quantity.kind, found[at].quantity.qualifier)
        for at, _ in points
    }
    return len(measured) == 1
