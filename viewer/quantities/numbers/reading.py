"""A number as it stands in a text, before its kind and its bound are decided."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from viewer.model import Kind


class Reading(NamedTuple):
    """A number as it stands: `start` to `number_end` its digits and scale, to `end` with unit.

    `open` says that 多, 余 or a choice (七八十) leaves the value open; `exponent` is the scale
    that was written apart from the digits, so that others in a list can share it. `doubt` is that
    of `Quantity`; `rule` is the id of the rule that gave the kind, '' where none did.
    """

    start: int
    number_end: int
    end: int
    value: Decimal | None
    unit: str
    high: Decimal | None = None
    exponent: int = 0
    open: bool = False
    hanzi: bool = False
    kind: Kind | None = None
    part: bool = False
    doubt: str = ""
    rule: str = ""


def decided(reading: Reading) -> tuple[Kind | None, str]:
    """The kind of a reading that no rule need decide, and the id of what gave it; else None."""
    if reading.kind is None:
        return None, ""
    return reading.kind, reading.rule or f"grammar.{reading.kind.name.lower()}"
