"""Where the numbers of a text stand, each with its unit and the words that bound it.

Nothing is asked about what they measure: lines are set by these extents before a window shows its
first words, and the rules of kinds and of standing take longer to load than the window to open.
"""

from __future__ import annotations

from viewer.language import is_english, runs
from viewer.model import Span
from viewer.quantities.chinese.qualify import qualified as bounded_chinese
from viewer.quantities.chinese.readings import chinese_readings
from viewer.quantities.invisible import visible
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.numbers.adjoining import whole_numbers
from viewer.quantities.numbers.lists import joined_ranges, shared_units
from viewer.quantities.reasons import take
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import lowered


def extents(text: str, language: str = "zh-CN") -> tuple[Span, ...]:
    """The extent of each number of a text in order: figures, dates, ranks and numerals in names.

    Each paragraph is read by the grammar of its own language; `language` is that of what has no
    letters. The words of every figure that `scan` finds in prose lie within one of them.
    """
    shown = visible(text)
    read = text if shown is None else shown.text
    found = [
        one.moved(run.span.start)
        for run in runs(read, language)
        for one in _extents(run.span.of(read), run.language)
    ]
    return tuple(found if shown is None else map(shown.original, found))


def _extents(text: str, language: str) -> list[Span]:
    folded = fold(text)
    found = _english(folded) if is_english(language) else _chinese(fold_chinese(folded))
    take()  # the reasons that reading noted are those of a quantity, which is not made here
    return found


def _chinese(folded: str) -> list[Span]:
    single = whole_numbers(folded, chinese_readings(folded, {}), {})
    readings = shared_units(folded, joined_ranges(folded, single))
    return [Span(*bounded_chinese(folded, one.start, one.end)[1:]) for one in readings]


def _english(folded: str) -> list[Span]:
    from viewer.quantities.english.bounds import qualified
    from viewer.quantities.english.notation import JOINS_RANGE
    from viewer.quantities.english.number_reader import english_readings

    joins = pattern(JOINS_RANGE)
    lower = lowered(folded)
    found: list[Span] = []
    for one in whole_numbers(folded, english_readings(folded), {}):
        span = Span(*qualified(lower, one.start, one.end)[1:])
        low = found[-1] if found else None
        bare = low is not None and lower[low.end - 1].isdigit()
        if low is not None and bare and joins.fullmatch(lower, low.end, span.start):
            found[-1] = Span(low.start, span.end)  # a range, whose unit is behind its upper end
        else:
            found.append(span)
    return found
