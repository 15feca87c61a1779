"""Rates that divide a rate: `优良天数比率88.6%，其中优级天数占37.4%，良级天数占51.2%`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.relations.context import Context, is_whole_share
from viewer.relations.labels import core
from viewer.relations.wording import AMONG, AMONG_CUE

_OPENS = re.compile(f"(?:{AMONG.pattern})[^，。；.;0-9]{{0,40}}$", re.IGNORECASE)
_GROWS = re.compile(r"(?:增长|增速|上升|下降)|\b(?:growth|rose|fell|grew)\b", re.IGNORECASE)
_SLIP, _SLIP_OF_NAMED = 0.05, 0.25
"""How far, as a part of it, all that is named may miss a rate and still be meant to make it.

The second is for a rate that names all of them: 优良 is 优 and 良.
"""
_ALL, _BACK = 100, 6


def divided_rates(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Rates with the two shares or more, of the same whole, that make them."""
    for first in sorted(context.led_by(_OPENS, 60, AMONG_CUE)):
        if not is_whole_share(context, first):
            continue
        place = bisect_left(context.measures, first)
        run = [
            at
            for at in context.measures[place : place + _BACK]
            if context.sentence(at) == context.sentence(first) and is_whole_share(context, at)
        ]
        total = next(
            (
                at
                for at in reversed(context.measures[max(0, place - _BACK) : place])
                if context.full_sentence(first) == context.full_sentence(at)
                and is_whole_share(context, at)
                and not context.is_base(at)
            ),
            None,
        )
        if total is None or len(run) < 2 or _GROWS.search(context.lead(first)):
            continue
        together = sum(context.values[at] for at in run)
        whole = abs(together - _ALL) < 1 < abs(context.values[total] - _ALL)
        slip = _SLIP_OF_NAMED if _names_all(context, total, run) else _SLIP
        if not whole and abs(together / context.values[total] - 1) <= slip:
            yield total, tuple(run)


def _names_all(context: Context, total: int, run: Sequence[int]) -> bool:
    """Whether the name of a rate holds the first character of each of the rates that divide it."""
    name = core(context.figures[total].label)
    firsts = [core(context.figures[at].label)[:1] for at in run]
    return all(first and first in name for first in firsts) and len(set(firsts)) == len(firsts)
