"""Which figures exhaust a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from viewer.model import Qualifier, Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.labels import core
from viewer.relations.recompute import recompute, term_of
from viewer.relations.wording import TOTAL

_MOST = 12
_SKIPPED = 3
"""How many figures may stand between a total and its first part (a change is not counted)."""
_DIGITS = 3
_ONE = 0.995
"""A part that is all of its total says the total again."""
_SLIP, _SLIP_OF_TWO = 0.15, 0.03
"""How far, as a part of the total, a list that reads as complete may miss it and still be a sum."""
_WHOLE = 0.7
"""The least part of a total that members of a complete division must make to be taken for it."""
_SETS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(word, re.IGNORECASE) for word in words)
    for words in (
        ("第一产业|第一產業", "第二产业|第二產業", "第三产业|第三產業"),
        ("男", "女"),
        (r"\b(?:males?|men|boys)\b", r"\b(?:females?|women|girls)\b"),
        ("城镇|城市|城鎮", "农村|乡村|農村|鄉村"),
        (r"\burban\b", r"\brural\b"),
        ("出口", "进口|進口"),
        ("一审|一審", "二审|二審", "再审|再審"),
    )
)
"""Divisions that are complete by their nature."""


def sums(context: Context) -> tuple[Relation[int], ...]:
    """The sums of a text: a total and the parts that make it.

    A sum is found where the printed numbers add up, and where the labels name a complete division
    (男 and 女) whether they add up or not.
    """
    proven: dict[tuple[int, ...], Relation[int]] = {}
    named: dict[tuple[int, ...], Relation[int]] = {}
    for total in context.measures:
        if not context.is_level(total):
            continue
        for members in _that_make(context, total):
            proven.setdefault((total, *members), _sum(total, members))
        for members in (*_complete(context, total), *_listed(context, total)):
            named.setdefault((total, *members), _sum(total, members))
    made = {at for one in proven.values() for at in one.all("parts")}
    rest = (one for one in named.values() if not made & set(one.all("parts")))
    return (*proven.values(), *rest)


def _sum(total: int, members: Sequence[int]) -> Relation[int]:
    return Relation(RelationKind.SUM, (("total", total), *(("parts", at) for at in members)))


def _alike(context: Context, total: int, *, after: bool) -> list[int]:
    """Levels of the unit of a total on one side of it, nearest first, within its paragraphs."""
    position = context.measures.index(total)
    others = context.measures[position + 1 :] if after else context.measures[:position][::-1]
    found: list[int] = []
    for at in others[: 4 * _MOST]:
        if abs(context.paragraph(at) - context.paragraph(total)) > _MOST:
            break
        if context.is_level(at) and context.figures[at].unit == context.figures[total].unit:
            found.append(at)
    return found


def _that_make(context: Context, total: int) -> Iterator[tuple[int, ...]]:
    """Runs of figures that add up to the total within the rounding."""
    closing = TOTAL.search(context.before(total, 16)) is not None
    if not context.is_rate(total):
        candidates = _alike(context, total, after=True)
        start = 0
        while start <= min(_SKIPPED, len(candidates) - 2):
            members = _run(context, total, candidates[start:], skipped=start)
            if members is None:
                start += 1
                continue
            yield members
            candidates, start = candidates[start + len(members) :], 0
    if closing:
        members = _run(context, total, _alike(context, total, after=False), skipped=0)
        if members is not None:
            yield tuple(reversed(members))


def _run(
    context: Context, total: int, candidates: Sequence[int], *, skipped: int
) -> tuple[int, ...] | None:
    for size in range(2, min(_MOST, len(candidates)) + 1):
        members = tuple(candidates[:size])
        if _is_evidence(context, total, members, skipped) and _adds_up(context, total, members):
            return members
    return None


def _is_evidence(context: Context, total: int, members: tuple[int, ...], skipped: int) -> bool:
    """Whether adding up would be no chance: enough digits for the number of ways tried."""
    everything = (total, *members)
    size = float(context.figures[total].value or 0)
    if any(not 0 < float(context.figures[at].value or 0) < _ONE * size for at in members):
        return False
    if any(context.figures[at].high is not None for at in everything):
        return False
    digits = _digits(context, total)
    least = min(_digits(context, at) for at in members)
    if len(members) == 2:
        return digits >= _DIGITS + (skipped > 0) and least >= 2 + (skipped > 0)
    return digits >= 2 + (skipped > 0)


def _adds_up(context: Context, total: int, members: tuple[int, ...]) -> bool:
    terms = {
        at: replace(term_of(context.figures[at]), qualifier=Qualifier.EXACT)
        for at in (total, *members)
    }
    return recompute([_sum(total, members)], terms)[0].agrees is True


def _digits(context: Context, at: int) -> int:
    return len(re.findall(r"[0-9０-９]", context.figures[at].surface))


def _complete(context: Context, total: int) -> Iterator[tuple[int, ...]]:
    """Figures whose labels divide a whole completely, after a total that could be their sum."""
    if context.is_rate(total):
        return
    candidates = _alike(context, total, after=True)
    label = context.figures[total].label
    for words in _SETS:
        if any(word.search(label) for word in words):
            continue
        members = _in_order(context, candidates, words)
        if members is None or not _could_be(context, total, members):
            continue
        yield members


def _in_order(
    context: Context, candidates: Sequence[int], words: Sequence[re.Pattern[str]]
) -> tuple[int, ...] | None:
    """The first candidate for each word, one after the other."""
    members: list[int] = []
    rest = iter(candidates)
    for word in words:
        found = next((at for at in rest if word.search(context.figures[at].label)), None)
        if found is None:
            return None
        members.append(found)
    near = context.paragraph(members[-1]) - context.paragraph(members[0]) <= 2 * len(members)
    return tuple(members) if near else None


def _could_be(context: Context, total: int, members: Sequence[int]) -> bool:
    values = [float(context.figures[at].value or 0) for at in members]
    size = float(context.figures[total].value or 0)
    near = context.paragraph(members[0]) - context.paragraph(total) <= 1
    return near and size > max(values) and _WHOLE * size < sum(values) < size / _WHOLE


def _listed(context: Context, total: int) -> Iterator[tuple[int, ...]]:
    """A list right behind a total that reads as all of its parts, though it misses it a little.

    The members stand in one sentence (or line by line) and share the end of their labels; after
    them the sentence or the paragraph ends.
    """
    if context.is_rate(total) or _digits(context, total) < _DIGITS:
        return
    members: list[int] = []
    for at in _alike(context, total, after=True):
        if members and not _continues(context, members[-1], at):
            break
        members.append(at)
    if not 1 < len(members) <= 2 * _MOST or not _continues_from(context, total, members[0]):
        return
    size = float(context.figures[total].value or 0)
    missed = abs(sum(float(context.figures[at].value or 0) for at in members) / size - 1)
    slip = _SLIP if len(members) > 2 else _SLIP_OF_TWO
    exact = all(context.figures[at].qualifier is Qualifier.EXACT for at in (total, *members))
    if exact and missed < slip and _is_evidence(context, total, tuple(members), 0):
        yield tuple(members)


def _continues_from(context: Context, total: int, first: int) -> bool:
    return context.paragraph(first) - context.paragraph(total) <= 1 and (
        context.sentence(first) - context.sentence(total) <= 1
    )


def _continues(context: Context, last: int, at: int) -> bool:
    """Whether a figure goes on a list: the next clause or line, its label of the same form."""
    if context.sentence(at) - context.sentence(last) > 1:
        return False
    one, other = core(context.figures[last].label), core(context.figures[at].label)
    return bool(one and other) and (one[-2:] == other[-2:] or _joined(context, last, at))


def _joined(context: Context, last: int, at: int) -> bool:
    return context.sentence(at) == context.sentence(last)
