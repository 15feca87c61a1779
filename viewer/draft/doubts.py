"""What the draft is not sure of: rows of doubts, each with a reason in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from viewer.draft.finds import Candidate, Finds
from viewer.language import ENGLISH, paragraph_language
from viewer.model import Kind, Span
from viewer.quantities.growth_rates import names_growth_rate

_TIME = re.compile(r"（[^（）]{2,12}）$")
_LONG_LABEL = 20
_LONG_ENGLISH_LABEL = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look again; `draft.doubt.<code>` says it."""

    code: str
    holds: Callable[[Finds, int], bool]


def doubts(finds: Finds) -> Mapping[int, tuple[str, ...]]:
    """The doubts about each figure of a passage, by its index."""
    said = {
        at: tuple(doubt.code for doubt in DOUBTS if doubt.holds(finds, at))
        for at in range(len(finds.found))
    }
    for at in _equal_labels(finds.found):
        said[at] = (*said[at], "label-twice")
    return said


def _equal_labels(found: Sequence[Candidate]) -> list[int]:
    """Figures that say something else of what they measure than another of their kind and unit.

    A figure that the report says again, in a table or a summary, says the same: no doubt. What is
    no fact (a target, a forecast) is told from a fact by its mark.
    """
    keys = [
        (one.label, one.unit, one.kind, one.standing, each.base)
        for each in found
        for one in [each.quantity]
    ]
    values: dict[object, set[object]] = defaultdict(set)
    for key, each in zip(keys, found, strict=True):
        values[key].add(each.quantity.value)
    return [at for at, key in enumerate(keys) if len(values[key]) > 1]


def _label_missing(finds: Finds, at: int) -> bool:
    return len(finds.found[at].quantity.label.strip()) < 2


def _label_long(finds: Finds, at: int) -> bool:
    label = _TIME.sub("", finds.found[at].quantity.label)
    english = paragraph_language(label) == ENGLISH
    return len(label) > (_LONG_ENGLISH_LABEL if english else _LONG_LABEL)


def _no_unit(finds: Finds, at: int) -> bool:
    """A Chinese number without a measure word; English counts have none."""
    quantity = finds.found[at].quantity
    if quantity.kind is Kind.SHARE:  # 一半, 三分之二
        return False
    return not quantity.unit.strip() and not quantity.label.isascii()


def _no_base(finds: Finds, at: int) -> bool:
    """A change against nothing: not a rate of growth (投资增速), nor what a table shows."""
    found = finds.found[at]
    unsaid = found.quantity.kind is Kind.CHANGE and not found.base and not found.row
    return unsaid and not names_growth_rate(found.quantity.label, found.quantity.unit)


def _rate_grew(finds: Finds, at: int) -> bool:
    found = finds.found[at]
    percent = found.quantity.kind is Kind.CHANGE and found.quantity.unit in {"%", "％"}
    return percent and not found.row and _grew_a_rate(finds.clauses.text, found.quantity.span)


def _grew_a_rate(text: str, span: Span) -> bool:
    """Whether what grew is itself a rate, so that `提高 27%` may mean points or percent."""
    return (
        re.search(
            r"(?:率|比重|占比|份额|\brate|\bshare)[^，。；]{0,10}$",
            text[max(0, span.start - 24) : span.start],
        )
        is not None
    )


def _part_guessed(finds: Finds, at: int) -> bool:
    whole = finds.wholes.get(at)
    return whole is not None and not whole.sure


def _scanner_doubt(code: str) -> Doubt:
    """What the scanner doubts of its own reading."""
    return Doubt(code, lambda finds, at: finds.found[at].quantity.doubt == code)


DOUBTS: tuple[Doubt, ...] = (
    _scanner_doubt("lost-point"),
    _scanner_doubt("dash"),
    Doubt("label-missing", _label_missing),
    Doubt("label-long", _label_long),
    Doubt("no-unit", _no_unit),
    Doubt("no-base", _no_base),
    Doubt("rate-grew", _rate_grew),
    Doubt("part-guessed", _part_guessed),
)
"""Every doubt that one figure alone gives rise to."""

ROWS = frozenset(("no-unit", "lost-point", "dash"))
"""What may be doubted of a row of periods: its head is its label, its header its base."""
CODES = (*(doubt.code for doubt in DOUBTS), "label-twice", "read-alone")
"""Every code that has a sentence `draft.doubt.<code>`."""
