"""The signed value of a change: one reading for scanner, charts, tables, exports and proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from viewer.expressions import compiled
from viewer.language import is_english, paragraph_language
from viewer.model import Kind, Metric, Point, Quantity
from viewer.quantities.chinese.direction import Chinese, Way
from viewer.quantities.english.direction import English
from viewer.quantities.json_record import with_reading
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.reasons import note, take
from viewer.quantities.sentence import Breaks
from viewer.quantities.standing import Standings

_SIGNED = compiled(r"[-+−–＋－]\s*[$€£¥]?\s*\d")


def with_directions(
    folded: str, quantities: Sequence[Quantity], language: str
) -> tuple[Quantity, ...]:
    """The quantities of a folded text with `change` and `standing` as its words say them."""
    breaks = Breaks(folded, language)
    words = English(folded, breaks) if language == "en" else Chinese(folded, breaks)
    standings = Standings(folded, language, breaks)
    done: list[Quantity] = []
    floor, before = 0, None
    for found in quantities:
        one = _with_zero(found, words) if isinstance(words, Chinese) else found
        if not one.is_metric:
            done.append(one)
            floor = one.span.end if one.kind is Kind.NAME else floor
            continue
        change, way = None, None
        if one.kind is Kind.CHANGE and one.value is not None:
            change, way = _change(folded, one, words, (floor, before))
        standing = standings.of(one)
        reasons = take("standing", *(() if change is None else ("direction",)))
        done.append(with_reading(one, change, standing, reasons))
        floor, before = one.span.end, way
    return tuple(done)


def _with_zero(one: Quantity, words: Chinese) -> Quantity:
    """A share of nothing as a change where the words say that nothing moved: 持平（0.0%）.

    Of an English one its kind is told so already.
    """
    if one.kind is not Kind.SHARE or one.value != 0 or not words.stands(one.span.start):
        return one
    return replace(one, kind=Kind.CHANGE)


def _change(
    folded: str, one: Quantity, words: Chinese | English, context: tuple[int, Way | None]
) -> tuple[Decimal | None, Way | None]:
    """The signed number, and the way that the next number of a list may take from it."""
    assert one.value is not None
    if not one.value:
        return one.value, None
    if one.value < 0 or one.surface[:1] in "+翻" or _follows_plus(folded, one.span.start):
        note("direction", one.surface)
        return one.value, Way.UP
    way = words.way(one.span.start, one.span.end, *context)
    if way in (Way.UP, Way.DOWN):
        return one.value * way.sign, way
    return None, None


def _follows_plus(folded: str, start: int) -> bool:
    at = start - 1
    if at > 0 and folded[at].isspace():
        at -= 1
    return at >= 0 and folded[at] == "+"


def signed(value: Decimal | None, before: str, label: str) -> Decimal | None:
    """`value` with the sign that the words `before` it, else its `label`, say; None if none does.

    A number that is negative or nothing stays so. Only the sentence next to the value counts.
    """
    if value is None or value <= 0:
        return value
    for words in (before, label):
        way = way_of(words)
        if way in (Way.UP, Way.DOWN):
            return value * way.sign
    return None


def way_of(words: str) -> Way:
    """Where the words before a number say that it goes."""
    folded = fold(words).rstrip() + " "
    if is_english(paragraph_language(words)):
        return English(folded).way(len(folded), len(folded), 0, None)
    folded = fold_chinese(folded)
    return Chinese(folded).way(len(folded), len(folded), 0, None)


def change_of(metric: Metric, point: Point, quantity: Quantity | None) -> Decimal | None:
    """The signed value of a change; None where `metric` is no change or nothing says where it goes.

    `quantity` is the reading that proves `point`: its sign is that of the words. Without one the
    file's own sign counts, then the words of the quote or of the label.
    """
    if metric.kind is not Kind.CHANGE or not point.value.is_finite():
        return None
    if quantity is not None and quantity.change is not None:
        return point.value.copy_sign(quantity.change) if point.value else point.value
    if point.written.lstrip().startswith("+"):
        return point.value
    before = (point.cite or "").partition(point.written)[0] if point.written else ""
    return signed(point.value, before, metric.label)


_MONEY = r"(?:[A-Z]{0,3}[$€£¥₹])"
"""The sign of a currency, before which a sign stands: −€5.5 million, −US$3."""


def with_sign(text: str, value: Decimal | None) -> str:
    """`text` with the sign of `value` before its number, unless it carries one or has none."""
    if value is None or not value or _SIGNED.search(text):
        return text.replace("-", "−", 1) if re.match(r"-\d", text) else text
    return re.sub(rf"(?={_MONEY}?\d)", "+" if value > 0 else "−", text, count=1)
