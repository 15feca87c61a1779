"""Which figures exhaust a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.recompute import recompute, term_of
from viewer.relations.wording import TOTAL

_MOST = 12
_DIGITS = 3
_SETS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(word, re.IGNORECASE) for word in words)
    for words in (
        ("第一产业|第一產業", "第二产业|第二產業", "第三产业|第三產業"),
        ("男", "女"),
        (r"\b(?:male|men|boys)\b", r"\b(?:female|women|girls)\b"),
        ("城镇|城市|城鎮", "农村|乡村|農村|鄉村"),
        (r"\burban\b", r"\brural\b"),
        ("出口", "进口|進口"),
        ("一审|一審", "二审|二審", "再审|再審"),
    )
)
"""Divisions that are complete by their nature."""


def sums(context: Context) -> tuple[Relation[int], ...]:
    """The sums of a text: a total and the parts that make it."""
    found: dict[tuple[int, ...], Relation[int]] = {}
    for total, members in _candidates(context):
        key = (total, *members)
        roles = (("total", total), *(("parts", at) for at in members))
        found.setdefault(key, Relation(RelationKind.SUM, roles))
    return tuple(found.values())


def _candidates(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    for position, total in enumerate(context.measures):
        if not context.is_level(total):
            continue
        after = list(_alike(context, total, context.measures[position + 1 :]))
        made = _that_make(context, total, after)
        if made is None:
            made = _complete(context, after)
        if made is not None:
            yield total, made
        before = list(_alike(context, total, context.measures[:position][::-1]))
        if TOTAL.search(context.before(total, 16)):
            made = _that_make(context, total, before)
            if made is not None:
                yield total, tuple(reversed(made))


def _alike(context: Context, total: int, others: Sequence[int]) -> Iterator[int]:
    """Levels of the same unit in the same or the next paragraph, nearest first."""
    for count, at in enumerate(others):
        apart = abs(context.paragraph(at) - context.paragraph(total))
        if apart > 1 + _MOST or count > 4 * _MOST:
            return
        one = context.figures[at]
        if context.is_level(at) and one.unit == context.figures[total].unit:
            yield at


def _that_make(
    context: Context, total: int, candidates: Sequence[int]
) -> tuple[int, ...] | None:
    """The first figures, in order, that add up to the total within the rounding."""
    for size in range(2, min(_MOST, len(candidates)) + 1):
        members = tuple(candidates[:size])
        if _digits(context, total) < _DIGITS and size < 4:
            continue
        if size == 2 and min(_digits(context, at) for at in members) < 2:
            continue
        if _adds_up(context, total, members):
            return members
    return None


def _adds_up(context: Context, total: int, members: tuple[int, ...]) -> bool:
    roles = (("total", total), *(("parts", at) for at in members))
    terms = {at: term_of(context.figures[at]) for at in (total, *members)}
    return recompute([Relation(RelationKind.SUM, roles)], terms)[0].agrees is True


def _digits(context: Context, at: int) -> int:
    return len(re.findall(r"[0-9０-９]", context.figures[at].surface))


def _complete(context: Context, candidates: Sequence[int]) -> tuple[int, ...] | None:
    """The first figures where their labels divide a whole completely (男 and 女)."""
    for words in _SETS:
        members = tuple(candidates[: len(words)])
        if len(members) < len(words):
            continue
        labels = [context.figures[at].label for at in members]
        if all(word.search(label) for word, label in zip(words, labels, strict=True)):
            return members
    return None
