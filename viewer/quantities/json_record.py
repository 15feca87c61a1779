"""A quantity as a row of JSON."""

from __future__ import annotations

from decimal import Decimal

from viewer.model import Quantity, Reason, Standing
from viewer.quantities.numbers.numerals import is_whole

Cell = str | int | float | bool | None

_PRINTED = 20
"""A number with more digits is a fraction without end (三分之一), written with four places."""


def as_record(quantity: Quantity) -> dict[str, Cell]:
    """The fields that `figures --json` prints; numbers are whole where they can be, None for none.

    `high` is the upper end of a range, whose lower end is `value`.
    """
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "surface": quantity.surface,
        "value": _number(quantity.value),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "kind": str(quantity.kind),
        "qualifier": str(quantity.qualifier),
        "label": quantity.label,
        "is_metric": quantity.is_metric,
        "change": _number(quantity.change),
        "standing": str(quantity.standing),
        "doubt": quantity.doubt,
    }


def why(quantity: Quantity) -> dict[str, str]:
    """What decided how a quantity is read, as `figures --why` prints it.

    `kind` is the id of the rule; `bound`, `direction` and `standing` are the words of the text that
    decided the qualifier, the sign of the change and the standing, '' where none did. They are
    known of a quantity that was read within `reasons.noting`.
    """
    return {"kind": quantity.rule, "bound": "", "direction": "", "standing": ""} | dict(
        quantity.reasons
    )


def moved(quantity: Quantity, by: int) -> Quantity:
    """The quantity `by` code points further on in a longer text."""
    one = quantity
    if not by:
        return one
    return Quantity(
        one.span.moved(by), one.words.moved(by), one.surface, one.value, one.unit, one.kind,
        one.qualifier, one.high, one.label, one.is_metric, one.change, one.standing,
        one.doubt, one.rule, one.reasons,
    )  # fmt: skip


def with_label(quantity: Quantity, label: str) -> Quantity:
    """The quantity with another label; many times faster than `dataclasses.replace`."""
    one = quantity
    if label == one.label:
        return one
    return Quantity(
        one.span, one.words, one.surface, one.value, one.unit, one.kind, one.qualifier, one.high,
        label, one.is_metric, one.change, one.standing,
        one.doubt, one.rule, one.reasons,
    )  # fmt: skip


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity with another unit."""
    one = quantity
    if unit == one.unit:
        return one
    return Quantity(
        one.span, one.words, one.surface, one.value, unit, one.kind, one.qualifier, one.high,
        one.label, one.is_metric, one.change, one.standing,
        one.doubt, one.rule, one.reasons,
    )  # fmt: skip


def with_reading(
    quantity: Quantity,
    change: Decimal | None,
    standing: Standing,
    reasons: tuple[Reason, ...] = (),
) -> Quantity:
    """The quantity with its signed change, its standing, and further reasons."""
    one = quantity
    if change is one.change and standing is one.standing and not reasons:
        return one
    return Quantity(
        one.span, one.words, one.surface, one.value, one.unit, one.kind, one.qualifier, one.high,
        one.label, one.is_metric, change, standing, one.doubt, one.rule, one.reasons + reasons,
    )  # fmt: skip


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    if len(value.as_tuple().digits) > _PRINTED:
        return float(round(value, 4))
    return int(value) if is_whole(value) else float(value)
