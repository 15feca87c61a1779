"""A quantity: a number of the text with its unit, its kind and how firmly it is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from viewer.model.span import Span


class Kind(StrEnum):
    """What a number measures; the last three are no figures to be charted."""

    COUNT = "count"
    AMOUNT = "amount"
    SHARE = "share"
    CHANGE = "change"
    DURATION = "duration"
    DATE = "date"
    RANK = "rank_or_ordinal"
    NAME = "name_or_idiom"


class Qualifier(StrEnum):
    """How firmly the text says a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    APPROX = "approx"


class Standing(StrEnum):
    """Whether a figure is an accomplished fact, or what somebody aims at, plans or expects."""

    FACT = "fact"
    TARGET = "target"
    PLAN = "plan"
    FORECAST = "forecast"


Reason = tuple[str, str]
"""What was decided of a quantity (`bound`, `direction`, `standing`), and the words that did."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found in a text.

    `span` covers number, scale and unit as printed (`2.5 万起`); `words` covers also the words
    that qualify it (`80% 以上`). `value` has the scale multiplied in (25000) and is None where
    the text names no number (数千, 两个大抓); `high` is the upper end of a range, `value` then the
    lower.
    `unit` stands as printed, without 万 or 亿. `label` is the short noun phrase that says what is
    measured, empty until labels are asked for. `change` is the signed number of a change in the
    unit of the value (下降3.2% is -3.2), None where the quantity is no change or where no word says
    its direction. `doubt` is why the reading is not certain: `lost-point` where a text layer seems
    to have lost a full stop ($178 9 million), `dash` where a dash may be a minus or join words;
    empty for a certain one. `rule` is the id of the rule that decided its kind; `reasons` are the
    words that decided the rest, noted only where they are asked for. Two quantities that differ
    in these alone are equal.
    """

    span: Span
    words: Span
    surface: str
    value: Decimal | None
    unit: str
    kind: Kind
    qualifier: Qualifier = Qualifier.EXACT
    high: Decimal | None = None
    label: str = ""
    is_metric: bool = True
    change: Decimal | None = None
    standing: Standing = Standing.FACT
    doubt: str = ""
    rule: str = field(default="", compare=False)
    reasons: tuple[Reason, ...] = field(default=(), compare=False)
