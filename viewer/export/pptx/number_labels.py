"""Labels as number formats: what a label says, said again by the spreadsheet of the chart.

A label that is a text stays when its number is edited, and the slide lies. So the words around the
number of a label become the literals of a number format, and its 万 or 亿 a number of that scale in
the sheet (no format can scale by them). See ISO/IEC 29500-1, 18.8.31.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_LABEL = re.compile(r"([^0-9]*?)([+\-−]?)([0-9][0-9,]*)((?:\.[0-9]+)?)([^0-9]*)")
_SCALES = frozenset(Decimal(10) ** power for power in (0, 2, 3, 4, 6, 8, 9, 12))
_MINUS = "−"


@dataclass(frozen=True, slots=True)
class NumberLabel:
    """A number format, and what the value is divided by before it is shown in it; a `scale` of 0
    means that any will do, as of zero."""

    format: str
    scale: Decimal


def number_label(label: str, value: Decimal) -> NumberLabel | None:
    """The format in which `value` reads as `label`; None where none does.

    The number of a label with a sign keeps showing one when it is edited, on both sides of zero.
    """
    found = _LABEL.fullmatch(label)
    if found is None:
        return None
    before, sign, whole, part, after = found.groups()
    number = Decimal(whole.replace(",", "") + part)
    scale = abs(value) / number if number else Decimal(0)
    if (scale and scale not in _SCALES) or (not number and value):
        return None
    digits = ("#,##0" if "," in whole else "0") + ("." + "0" * (len(part) - 1) if part else "")
    return NumberLabel(_sections(value, (before, sign, digits, after)), scale)


def share_label(label: str) -> str | None:
    """The format in which a part of one reads as the percentage `label`; None where none does."""
    found = _LABEL.fullmatch(label)
    if found is None or found[2] or not found[5].startswith(("%", "％")):
        return None
    digits = "0." + "0" * (len(found[4]) - 1) if found[4] else "0"
    return f"{_literal(found[1])}{digits}%{_literal(found[5][1:])}"


def common_scale(labels: Sequence[NumberLabel | None]) -> Decimal | None:
    """What all values of a chart are divided by; None where their labels agree on nothing."""
    if any(label is None for label in labels):
        return None
    scales = {label.scale for label in labels if label is not None and label.scale}
    if len(scales) > 1:
        return None
    return next(iter(scales), Decimal(1))


def _sections(value: Decimal, parts: tuple[str, str, str, str]) -> str:
    """The format for values above zero, below it, and of a signed label at zero."""
    before, sign, digits, after = parts
    tail = digits + _literal(after)
    if sign:
        above, below = (_literal(before + s) + tail for s in ("+", _MINUS))
        own = _literal(before + sign) + tail
        above, below = (above, own) if value < 0 else (own, below)
        return f"{above};{below};{_literal(before)}{tail}"
    own = _literal(before) + tail
    return f"{tail};{own}" if value < 0 else f"{own};{_literal(before + _MINUS)}{tail}"


def _literal(text: str) -> str:
    """`text` in quotation marks; such a mark itself stands behind a backslash."""
    pieces = (f'"{piece}"' if piece else "" for piece in text.split('"'))
    return '\\"'.join(pieces)
