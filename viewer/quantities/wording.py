"""How a figure is written for a reader: one function for labels, tables, talk and exports.

A figure is shown as the report writes it, with its unit, the word that bounds it and the sign of a
change. A fall that is bounded or a range is worded instead of signed: "a fall of more than 40%",
since "more than −40%" would say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.i18n import Words
from viewer.model import Kind, Metric, Point, Qualifier, Quantity
from viewer.quantities.direction import change_of, with_sign
from viewer.quantities.numbers.value_syntax import format_value, parse_value
from viewer.quantities.regex_cache import pattern

_SCALE_WORDS = ("百", "千", "万", "亿")
_PLACES = 4
"""More decimal places than this are no shorter than the number in full."""
_LONGEST = 24
"""More digits than this are no help to a reader; the number is then shown by its power of ten."""
_TOGETHER = r"(?<=\d)\s+(?=[%％‰百千万亿])|(?<=[万亿])\s+(?=[\u4e00-\u9fff])"
_APART = r"(?<=\d)(?=[\u4e00-\u9fff])(?![百千万亿])"
_SAID_BELOW = compiled(r"[-−－–(（负負零]|minus|negative|below|亏", re.IGNORECASE)
"""What says in a printed number that it is below nothing."""
_CURRENCIES = frozenset("$€£¥")
_TIGHT = ("%", "％", "‰")
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_OPPOSITE = {
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}


SCALES: Mapping[str, tuple[tuple[int, str], ...]] = MappingProxyType(
    {
        "zh_CN": ((12, "万亿"), (8, "亿"), (4, "万"), (0, "")),
        "en": ((12, " trillion"), (9, " billion"), (6, " million"), (0, "")),
    }
)
"""What a reader of each language counts large numbers in: the zeros of a power of ten, its word."""


class Sourced(NamedTuple):
    """A point of a metric with the words of its passage: `quantity` is what was found for it in
    `text`, None where nothing was."""

    metric: Metric
    point: Point
    text: str = ""
    quantity: Quantity | None = None

    @property
    def change(self) -> Decimal | None:
        """The signed value of a change; None for what is none and where no word says its way."""
        if self.metric.kind is not Kind.CHANGE or not self.point.value.is_finite():
            return None
        return change_of(self.metric, self.point, self.quantity)

    @property
    def worded_fall(self) -> bool:
        """Whether it is a fall that is worded, not signed: bounded, or from one size to another."""
        change = self.change
        if change is None or change >= 0 or _printed_below_zero(self):
            return False
        bounded = self.metric.qualifier in _BOUNDS
        return bounded or self.point.high is not None


def outward_bound(figure: Sourced) -> Qualifier:
    """How a figure is bounded as seen from zero: at least where the number may lie further away.

    A report gives the size of a fall, so more than 40 % lies further down. A number that is itself
    printed below zero is bounded as numbers are: no less than −5 lies nearer to zero.
    """
    bound = figure.metric.qualifier
    return _OPPOSITE.get(bound, bound) if _printed_below_zero(figure) else bound


def _printed_below_zero(figure: Sourced) -> bool:
    if figure.quantity is not None:
        return figure.quantity.value is not None and figure.quantity.value < 0
    finite = figure.point.value.is_finite()
    return figure.metric.kind is not Kind.CHANGE and finite and figure.point.value < 0


def _signed(figure: Sourced, printed: str) -> Decimal | None:
    """The value whose sign the words lack: of a change, and of a level that words further off say
    to be below nothing (a negative contribution of $5 million)."""
    value, below = figure.point.value, figure.metric.kind is not Kind.CHANGE
    if not below or not value.is_finite() or value >= 0 or figure.point.high is not None:
        return figure.change
    return None if _SAID_BELOW.search(printed) else value


def as_written(figure: Sourced, words: Words) -> str:
    """The figure as the report writes it, with unit, bound and sign; `words` are in the language
    of the passage."""
    if figure.worded_fall:
        return _fall(figure, words)
    printed = spaced(_with_unit(figure, _printed(figure)))
    text = with_sign(printed, _signed(figure, printed))
    bound = _unprinted_bound(figure)
    return text if bound is Qualifier.EXACT else words(f"chart.{bound.value}", value=text)


def in_digits(figure: Sourced, words: Words) -> str:
    """The whole number in digits, with unit, bound and sign."""
    metric, fall = figure.metric, figure.worded_fall
    text = _digits_with_unit(figure)
    text = text.removeprefix("-") if fall else with_sign(text, figure.change)
    if metric.qualifier is not Qualifier.EXACT:
        text = words(f"chart.{metric.qualifier.value}", value=text)
    return words("chart.fall", value=text) if fall else text


class Written(NamedTuple):
    """A number large with its sign, its unit smaller, and around them how firmly it is said."""

    number: str
    unit: str
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """All of it as one would type it: 168 个, 1.48亿元, +27%, 80% 以上."""
        scaled = _is_hanzi(self.number)  # 1.48亿元: a scale of hanzi and its unit are one word
        tight = scaled or self.unit in ("", *_TIGHT)
        core = f"{self.number}{self.unit}" if tight else f"{self.number} {self.unit}"
        after = f"{'' if _is_hanzi(core) else ' '}{self.after}" if self.after else ""
        return f"{self.before} {core}{after}".strip()


def in_parts(figure: Sourced, words: Words) -> Written:
    """The figure as `as_written` has it, in the parts that a big number is set in."""
    metric, quantity = figure.metric, figure.quantity
    unit, number = metric.unit, _whole(figure.point)
    if quantity is not None:
        if _scaled_elsewhere(plain(quantity.words.of(figure.text)), figure.point):
            number = _whole(figure.point)
        else:
            unit = quantity.unit or unit
            number = _without_unit(quantity.surface, quantity.unit) or number
    before, after = _around(figure, words)
    if not figure.worded_fall:
        return Written(with_sign(number, _signed(figure, number)), unit, before, after)
    if figure.point.high is not None:
        number = f"{_size(figure.point.value)}–{_size(figure.point.high)}"
    said, _, rest = words("chart.fall", value="\n").partition("\n")
    around = f"{said}{before}" if before else said.strip()
    return Written(number.lstrip("-−－"), unit, around, f"{after}{rest}".strip())


def _around(figure: Sourced, words: Words) -> tuple[str, str]:
    """What stands before and after the number and says how firmly it is meant."""
    quantity = figure.quantity
    before = after = ""
    if quantity is not None:
        before = figure.text[quantity.words.start : quantity.span.start].strip()
        after = figure.text[quantity.span.end : quantity.words.end].strip()
    bound = _unprinted_bound(figure)
    if before or after or bound is Qualifier.EXACT:
        return before, after
    said, _, rest = words(f"chart.{bound.value}", value="\n").partition("\n")
    return said.strip(), rest.strip()


def _fall(figure: Sourced, words: Words) -> str:
    if figure.point.high is not None:
        return words("chart.fall", value=_digits_with_unit(figure).replace("-", ""))
    text = spaced(_with_unit(figure, _printed(figure))).lstrip("-−－")
    bound = _unprinted_bound(figure)
    if bound is not Qualifier.EXACT:
        text = words(f"chart.{bound.value}", value=text)
    return words("chart.fall", value=text)


def _unprinted_bound(figure: Sourced) -> Qualifier:
    """The bound that the metric has and the printed words do not say."""
    quantity = figure.quantity
    printed = quantity is not None and quantity.qualifier is not Qualifier.EXACT
    return Qualifier.EXACT if printed else figure.metric.qualifier


def _printed(figure: Sourced) -> str:
    """The words of the passage; as the file writes the value, its thousands parted, where there are
    none as yet, and where they lack its scale."""
    if figure.quantity is None:
        return _whole(figure.point)
    text = plain(figure.quantity.words.of(figure.text))
    return _whole(figure.point) if _scaled_elsewhere(text, figure.point) else text


def _with_unit(figure: Sourced, text: str) -> str:
    unit = plain(figure.metric.unit)
    if unit in _CURRENCIES and unit not in text:
        return f"{unit}{text}"
    if not unit or unit in text or _same_percent(unit, text):
        return text
    clings = unit.startswith(_TIGHT) or text.endswith(_SCALE_WORDS)
    return text + (unit if clings else f" {unit}")


def _digits_with_unit(figure: Sourced) -> str:
    point, unit = figure.point, plain(figure.metric.unit)
    text = digits(point.value)
    if point.high is not None:
        text += "–" + digits(point.high)
    return text + (unit if unit in _TIGHT else f" {unit}" if unit else "")


def _whole(point: Point) -> str:
    """The value as the file writes it, the thousands of long bare digits parted."""
    written = plain(point.written)
    return digits(point.value) if written.isdecimal() and len(written) > 4 else written


def _scaled_elsewhere(text: str, point: Point) -> bool:
    """Whether the words lack the scale of the value: a cell whose header says 亿元."""
    alone = _alone(text)
    if not alone or not point.value.is_finite():
        return False
    times = abs(point.value / alone)
    return times >= 1000 and times.normalize().as_tuple().digits == (1,)


@lru_cache(maxsize=4096)
def _alone(text: str) -> Decimal | None:
    """The value that printed words have by themselves; None where they are no number."""
    found = parse_value(text)
    return None if found is None else found[0]


def _same_percent(unit: str, text: str) -> bool:
    return unit in "%％" and any(sign in text for sign in ("%", "％", "百分之"))


def _size(value: Decimal) -> str:
    return digits(value.copy_abs())


def _without_unit(surface: str, unit: str) -> str:
    """The number alone of what is printed; empty when nothing is left beside the unit."""
    printed = surface.strip()
    if unit:
        printed = printed.removesuffix(unit).removeprefix(unit).strip()
    return printed if any(c.isalnum() for c in printed) else ""


def _is_hanzi(text: str) -> bool:
    """Whether `text` ends with a hanzi, which a unit or 以上 follows without a space."""
    return text[-1:] > "\u2e80"


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """A printed figure with the spaces of one rule, however its report sets them: 28 个, 1.48亿元,
    83%. The spacing of a source is no content."""
    return pattern(_APART).sub(" ", pattern(_TOGETHER).sub("", text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` on one line, with single spaces."""
    return " ".join(text.split())


def digits(value: Decimal) -> str:
    """The number in digits; by its power of ten if those would be too many to read."""
    if not value.is_finite() or not -_LONGEST < value.adjusted() < _LONGEST:
        return str(value)
    return format_value(value)


def scaled(value: Decimal, words: Words) -> str:
    """A number by 万 or 亿, or by millions, where that leaves few digits and loses none."""
    for zeros, name in SCALES[words.language][1:-1]:  # nobody compares trillions with ones
        part = value.scaleb(-zeros).normalize()
        if part.adjusted() >= 0 and int(part.as_tuple().exponent) >= -_PLACES:
            return f"{digits(part)}{name}"
    return digits(value)


def sized(value: Decimal, unit: str, words: Words) -> str:
    """A computed size with its unit: 1.5亿元, $16.9 million, 3 percentage points."""
    size = scaled(value, words)
    return f"{unit}{size}" if unit in _CURRENCIES else spaced(f"{size} {unit}".strip())
