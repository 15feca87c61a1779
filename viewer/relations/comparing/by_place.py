"""Changes of the members of a list that are named by their place in it: 前两项, the latter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from viewer.quantities.english.words import ONES
from viewer.quantities.numbers.numerals import DIGITS
from viewer.relations.context import Context
from viewer.relations.respective import changes_from
from viewer.relations.topics import fits_unit
from viewer.relations.wording import EACH

_NUMBERS: Mapping[str, int] = {"": 1, **DIGITS, **ONES}
_PLACED = re.compile(
    r"(?P<end>前|后|後)(?P<number>[一两二三四五]?)(?:者|项|項|类|類|种|種|家|个|大?产业|地|市)"
    r"[^，。；0-9]{0,16}$|"
    r"\bthe (?P<side>former|latter|first|last)(?: (?P<many>two|three|four|one))?\b[^.;0-9]{0,24}$",
    re.IGNORECASE,
)
_CUE = ("前", "后", "後", "the former", "the latter", "the first", "the last")
_OF_TIME = re.compile(r"\b(?:quarter|half|year|month|week|time|day)s?\b|[年月季]", re.IGNORECASE)
"""What makes `the first two` a time: the first two months."""
_JOINED = re.compile("|".join((*EACH, "[和及与、]", r"\band\b", r"\brespectively\b")))
_FAR_SENTENCES = 2
_REACH = 48


def changes_by_place(context: Context) -> Iterator[tuple[int, int]]:
    """(change, level) of the changes whose words count the members of a list before them."""
    led = context.led_by(_PLACED, _REACH, _CUE)
    for first in sorted(led):
        if not context.is_change(first):
            continue
        told = _PLACED.search(context.before(first, _REACH))
        if told is None or _OF_TIME.search(told.group()):
            continue
        levels = _list_before(context, first)
        of = told["many"] or told["number"] or ""
        count = _NUMBERS[of.lower()]
        if len(levels) < max(2, count):
            continue
        front = (told["end"] or told["side"].lower()) in ("前", "former", "first")
        chosen = levels[:count] if front else levels[-count:]
        run = changes_from(context, first, count, _JOINED)
        if len(run) == count:
            yield from zip(run, chosen, strict=True)


def _list_before(context: Context, change: int) -> Sequence[int]:
    """The nearest list of two levels or more before a change that its unit fits."""
    place = bisect_left(context.lists, change, key=lambda run: run[0])
    for run in reversed(context.lists[max(0, place - 4) : place]):
        if context.sentence(change) - context.sentence(run[-1]) > _FAR_SENTENCES:
            break
        levels = all(context.is_level(at) and fits_unit(context, at, change) for at in run)
        if len(run) > 1 and levels and context.paragraph(run[0]) == context.paragraph(change):
            return run
    return ()
