"""The scanner: one pass over a text finds every number, its unit, kind and qualifier."""

from __future__ import annotations

from viewer.briefing import Kind, Qualifier, Quantity, Span
from viewer.figures.classify import kind_of, lead_of
from viewer.figures.folding import fold
from viewer.figures.lists import joined_ranges, shared_units
from viewer.figures.qualify import qualified
from viewer.figures.reading import START, Reading, read
from viewer.figures.units import Sort, sort_of

METRIC = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE})


def scan(text: str, language: str = "zh-CN") -> tuple[Quantity, ...]:
    """Every quantity of `text` in order: figures, and what looks like one (dates, ranks, names).

    Works on a sentence as on a whole report; never raises; linear in the length of the text.
    """
    folded = fold(text)
    readings = shared_units(folded, joined_ranges(folded, _readings(folded)))
    found: list[Quantity] = []
    floor = 0
    for reading in readings:
        quantity = _quantity(text, folded, reading, floor, found)
        if quantity is not None:
            found.append(quantity)
        floor = reading.end
    return tuple(found)


def _readings(folded: str) -> list[Reading]:
    found: list[Reading] = []
    at = 0
    while start := START.search(folded, at):
        reading = read(folded, start.start())
        if isinstance(reading, int):
            at = reading
        else:
            found.append(reading)
            at = reading.end
    return found


def _quantity(
    text: str, folded: str, reading: Reading, floor: int, found: list[Quantity]
) -> Quantity | None:
    kind = _special(folded, reading)
    if kind is None and reading.hanzi and not _says_figure(reading):
        return None
    lead = lead_of(folded, reading.start, floor)
    qualifier, first, last = qualified(folded, reading.start, reading.end)
    if reading.open and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.APPROX
    if kind is None:
        ahead = folded[reading.end : reading.end + 12]
        kind = kind_of(reading.unit, lead, ahead, found[-1].kind if found else None)
    return Quantity(
        span=Span(reading.start, reading.end),
        words=Span(first, last),
        surface=text[reading.start : reading.end],
        value=reading.value,
        unit=reading.unit,
        kind=kind,
        qualifier=qualifier,
        high=reading.high,
        is_metric=kind in METRIC,
    )


def _says_figure(reading: Reading) -> bool:
    """Numerals are also parts of words: one needs a unit, and 一 one that is no mere article."""
    if not reading.unit:
        return reading.value is not None and reading.value % 1 != 0
    return reading.value != 1 or sort_of(reading.unit) is not Sort.THING


def _special(folded: str, reading: Reading) -> Kind | None:
    """Dates, ranks and names, told by what stands right before and after."""
    before = folded[reading.start - 1 : reading.start]
    if before == "第":
        return Kind.RANK
    if before.isascii() and before.isalpha():
        return Kind.NAME
    if reading.hanzi and _quoted(folded, reading):
        return Kind.NAME
    return None


_OPENING, _CLOSING = "“‘「《『", "”’」》』"


def _quoted(folded: str, reading: Reading) -> bool:
    """Whether a numeral stands inside short quotation marks: a slogan or a name, no figure."""
    if reading.value is None or reading.value > 10:
        return False
    back = folded[max(0, reading.start - 10) : reading.start]
    ahead = folded[reading.end : reading.end + 10]
    opened = max(back.rfind(c) for c in _OPENING)
    closed = min((at for c in _CLOSING if (at := ahead.find(c)) >= 0), default=-1)
    return (
        opened > max(back.rfind(c) for c in _CLOSING)
        and closed >= 0
        and not any(c in ahead[:closed] for c in "，。；")
    )
